"""What the forge runs and asks: pinned, with least rights, in both languages, and naming only what is there."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from making import ROOT
from sitebuild.cli import command_line

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (FORGE / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
HAN, LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[a-z]{2}")
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")
GOOD = """
on: {pull_request: }
permissions: {}
jobs:
  test:
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@0123456789012345678901234567890123456789 # v1
        with: {persist-credentials: false}
      - run: make test
"""


def faults(text: str) -> Iterator[str]:
    """Yield what a workflow may not be."""
    found: dict[Any, Any] = yaml.safe_load(text)
    starts = found.get("on", found.get(True))  # YAML 1.1 reads `on` as true
    if found.get("permissions") != {}:
        yield "rights for all jobs"
    if "pull_request_target" in str(starts) and re.search(r"secrets\.|github\.token", text):
        yield "a secret in reach of a stranger's pull request"
    for job in found["jobs"].values():
        if "timeout-minutes" not in job:
            yield "no end"
        if "permissions" not in job:
            yield "no word about rights"
        elif set(job["permissions"].values()) & {"write"} and "pull_request" in str(starts):
            yield "a pull request may write"
        for step in job["steps"]:
            yield from _step(text, step, job.get("permissions", {}))


def _step(text: str, step: dict[str, Any], rights: dict[str, str]) -> Iterator[str]:
    action = step.get("uses", "")
    if action and not PINNED.fullmatch(action):
        yield f"not pinned: {action}"
    elif action and not re.search(rf"{action} # v\d", text):
        yield f"no version beside the hash: {action}"
    leaves = (step.get("with") or {}).get("persist-credentials") is not False
    if "checkout@" in action and leaves and rights.get("contents") != "write":
        yield "a token is left behind"
    if re.search(r"\$\{\{[^}]*github\.(?:event|head_ref)", step.get("run", "")):
        yield "a stranger's words in a shell"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_workflow_is_pinned_and_has_the_least_rights(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("permissions: {}\n", "", "rights for all jobs"),
        ("    timeout-minutes: 5\n", "", "no end"),
        ("    permissions: {contents: read}\n", "", "no word about rights"),
        ("{contents: read}", "{issues: write}", "a pull request may write"),
        ("@0123456789012345678901234567890123456789", "@v4", "not pinned: actions/checkout@v4"),
        (" # v1", "", f"no version beside the hash: actions/checkout@{'0123456789' * 4}"),
        ("        with: {persist-credentials: false}\n", "", "a token is left behind"),
        ("make test", "echo ${{ github.event.issue.title }}", "a stranger's words in a shell"),
        ("pull_request: }", "pull_request_target: }\nenv: {A: '${{ secrets.B }}'}", "a secret in reach"),
    ],
)
def test_a_fault_of_a_workflow_is_found(old: str, new: str, fault: str) -> None:
    assert list(faults(GOOD)) == []
    assert old in GOOD
    assert [each for each in faults(GOOD.replace(old, new)) if each.startswith(fault)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_commands_that_there_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= set(targets)
    assert set(re.findall(r"scripts/build\.py ([a-z-]+)", text)) <= set(command_line.COMMANDS)


def test_what_is_published_is_built_again_every_night() -> None:
    """A page says that a fact is overdue only if it was built after that day."""
    starts = yaml.safe_load((FORGE / "workflows/publish.yml").read_text(encoding="utf-8"))[True]
    assert starts["push"] == {"branches": ["main"]}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", starts["schedule"][0]["cron"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_in_both_languages_and_for_nobodys_data(path: Path) -> None:
    """A form that asks who somebody is would collect what the handbook tells them to keep."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = [form["name"], form["description"]]
    for field in form["body"]:
        shown = field["attributes"]
        said += [shown[key] for key in ("label", "description", "value") if key in shown]
        said += [each["label"] if isinstance(each, dict) else "" for each in shown.get("options", ())]
    assert [each for each in said if each and not (HAN.search(each) and LATIN.search(each))] == []
    assert form["body"][0]["type"] == "markdown"
    assert "不要写任何真人的姓名" in form["body"][0]["attributes"]["value"]
    assert form["body"][-1]["attributes"]["options"][0]["required"] is True
    fields = {field.get("id", "") for field in form["body"]}
    assert fields <= {
        "",
        "page",
        "language",
        "said",
        "right",
        "source",
        "seen",
        "link",
        "what",
        "where",
        "harm",
        "instead",
        "nobody",
    }


def test_every_form_that_was_promised_is_there() -> None:
    assert [path.stem for path in FORMS] == ["broken-link", "translation", "unsafe-advice", "wrong-fact"]


def test_the_template_of_pull_requests_has_five_lines_in_both_languages() -> None:
    lines = (FORGE / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5
    assert [line for line in lines if not (HAN.search(line) and LATIN.search(line))] == []


def test_the_owners_of_code_own_what_is_there() -> None:
    paths = re.findall(r"(?m)^#?(/\S+) @", (FORGE / "CODEOWNERS").read_text(encoding="utf-8"))
    assert paths
    assert [path for path in paths if not (ROOT / path.strip("/")).exists()] == []


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md", "GOVERNANCE.md"])
def test_a_page_for_contributors_names_only_what_is_there(name: str) -> None:
    text = (FORGE / name).read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+\.(?:md|yml))`", text)
    assert HAN.search(text)
    assert [each for each in named if not (ROOT / each).exists() and not (FORGE / each).exists()] == []


def test_pre_commit_and_dependabot_look_at_what_is_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    updates = yaml.safe_load((FORGE / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    folders = [folder for each in updates for folder in each.get("directories", [each.get("directory")])]
    assert [folder for folder in folders if not (ROOT / folder.strip("/")).is_dir()] == []


def mirrored(tmp_path: Path, **settings: str) -> tuple[int, str, str]:
    """Run the step that copies a release to a second host; return its code, what it says, and what rsync was asked."""
    jobs = yaml.safe_load((FORGE / "workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "rsync").write_text('#!/bin/sh\necho "$*" >> "$RUNNER_TEMP/asked"\n', encoding="utf-8")
    (programs / "rsync").chmod(0o755)
    names = dict.fromkeys(("MIRROR", "MIRROR_HOST_KEY", "MIRROR_KEY"), "")
    own = {"PATH": f"{programs}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path), "GITHUB_REF_NAME": "v1.2.3"}
    run = subprocess.run(
        ["bash", "-e", "-c", jobs["mirror"]["steps"][-1]["run"]],
        env={**own, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), **names, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    asked = tmp_path / "asked"
    return run.returncode, run.stdout, asked.read_text("utf-8") if asked.is_file() else ""


def test_a_release_is_made_of_a_tag_only() -> None:
    assert yaml.safe_load((FORGE / "workflows/release.yml").read_text(encoding="utf-8"))[True] == {
        "push": {"tags": ["v*"]}
    }


@pytest.mark.skipif(os.name == "nt", reason="a forge's machine has a shell of its own")
def test_without_a_second_host_one_line_says_so(tmp_path: Path) -> None:
    code, said, asked = mirrored(tmp_path, MIRROR="user@second.example:/release")
    assert (code, asked) == (0, "")
    assert said.startswith("No copy on a second host: ")


@pytest.mark.skipif(os.name == "nt", reason="a forge's machine has a shell of its own")
def test_a_second_host_gets_the_checksums_last(tmp_path: Path) -> None:
    """And the key is nobody else's to read."""
    settings = {"MIRROR": "user@second.example:/release", "MIRROR_HOST_KEY": "second.example k", "MIRROR_KEY": "secret"}
    code, said, asked = mirrored(tmp_path, **settings)
    assert (code, said) == (0, "Copied to the second host.\n")
    first, last = asked.splitlines()
    assert "--exclude SHA256SUMS" in first
    assert last.endswith("release/SHA256SUMS user@second.example:/release/v1.2.3/")
    assert "StrictHostKeyChecking=yes" in first
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert "secret" not in asked + said
