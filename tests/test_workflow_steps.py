"""The steps of workflows, run here by the audit: in order, in a clone, until one fails."""

import subprocess
from pathlib import Path

import pytest

from audit import local_steps
from making import write

WORKFLOW = """
jobs:
  make:
    env: {SITE: "${{ vars.SITE_URL }}"}
    steps:
      - uses: actions/checkout@0 # v4
      - run: |
          test -f a.txt
          mkdir out && echo "$SITE" > out/b.txt
      - uses: actions/upload-artifact@0
        with: {name: made, path: out}
      - run: git push --quiet origin HEAD:main
  use:
    steps:
      - uses: actions/download-artifact@0
        with: {name: made, path: there}
      - env: {TOKEN: "${{ github.token }}"}
        run: gh release create "$GITHUB_REF_NAME" "$(cat there/b.txt)"
      - run: scripts/build.py links --external
      - run: exit 3
      - run: touch never
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write(
        tmp_path / "root", {"a.txt": "a", "CHANGELOG.md": "# x\n\n## 1\n", ".github/workflows/a.yml": WORKFLOW}
    )
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], [*settings, "commit", "-q", "-m", "A"]):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    return root


def test_steps_run_in_order_until_one_fails(root: Path, tmp_path: Path) -> None:
    steps = local_steps.run(root, tmp_path / "steps")
    assert [(each.place, each.code) for each in steps[:3]] == [
        ("a.yml/make 1", 0),
        ("a.yml/make 2", 0),
        ("a.yml/make 3", 0),
    ]
    assert [each.code for each in steps[3:]] == [0, 0, 0, 0, 3]
    pushed = ["git", "--git-dir", str(tmp_path / "steps/nowhere"), "log", "--format=%s", "main"]
    assert subprocess.run(pushed, capture_output=True, text=True, check=True).stdout == "Try\nA\n"
    assert steps[6].left_out == "visits other hosts"
    assert (tmp_path / "steps/asked.txt").read_text("utf-8") == "gh release create v0.0.1 https://handbook.example/\n"
    assert [line.split(":")[0] for line in local_steps.faults(steps)] == ["a.yml/use 4"]
    assert [each.value for each in local_steps.measures(steps)] == [7, 1, 1]
    assert not (tmp_path / "steps/clone/never").exists()
