"""`--base` compares the registers with the commit that a change starts from."""

import subprocess
from pathlib import Path

import pytest

from making import change
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

CHANNELS = "docs/_data/channels.yml"


def git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def committed(small: Path) -> Path:
    """Return the root of the miniature site with a first commit."""
    git(small, "init", "--initial-branch", "main")
    git(small, "add", ".")
    git(small, "commit", "--message", "first")
    return small


def test_a_number_that_changes_without_a_new_check_is_refused_and_listed(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(committed, CHANNELS, 'main: "12363"', 'main: "12364"')
    code = main.main(["check", "--base", "main"], committed)
    printed = capsys.readouterr()

    assert code == ExitCode.PROBLEMS
    assert "[value-unchecked]" in printed.out
    assert printed.err.splitlines()[-1].endswith("12363.numbers.main: 12363 → 12364")


def test_a_change_of_words_lists_nothing(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", "--base", "main"], committed) == ExitCode.CLEAN
    assert "changed since" not in capsys.readouterr().err


@pytest.mark.parametrize("base", ["origin/main", "--all", "no such name"])
def test_a_commit_that_git_does_not_know_is_said_in_one_line(
    committed: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    assert main.main(["check", f"--base={base}"], committed) == ExitCode.TOOL_FAILED
    assert f"stopped: git knows no commit “{base}” here; type: git fetch origin" in capsys.readouterr().err
