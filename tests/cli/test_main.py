"""The command: what it answers, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from making import ROOT, change, write
from sitebuild.building import mkdocs_build
from sitebuild.cli import command_line, main
from sitebuild.cli.options import ExitCode


@pytest.mark.parametrize(
    "arguments",
    [[], ["biuld"], ["check", "--format", "xml"], ["serve", "--port", "eighty"]],
    ids=["no command", "a slip", "an unknown format", "a port in words"],
)
def test_wrong_usage_is_code_two(small: Path, arguments: list[str]) -> None:
    assert main.main(arguments, small) == ExitCode.USAGE


def test_help_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--help"]) == ExitCode.CLEAN
    assert " | ".join(command_line.COMMANDS) in capsys.readouterr().out


def test_the_readme_names_every_command() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    named = [line.partition("the command: ")[2] for line in lines if line.startswith("scripts/build.py ")]

    assert named == [" | ".join(command_line.COMMANDS)]


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ({"mkdocs.yml": "site_name: x\nplugins: []\ndocs_dir: docs\n"}, "mkdocs.yml does not name the i18n plugin"),
        ({"overrides/main.html": "{% extends 'gone.html' %}"}, "MkDocs stopped"),
    ],
    ids=["no languages", "a broken template"],
)
def test_a_tool_that_fails_is_code_three_in_words(
    small: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str | bytes], word: str
) -> None:
    """Code three says: this is not the author's fault, ask a maintainer."""
    write(small, files)

    assert main.main(["site"], small) == ExitCode.TOOL_FAILED
    assert f"stopped: {word}" in capsys.readouterr().err


def test_a_broken_mkdocs_yml_has_its_line(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, {"mkdocs.yml": "site_name: x\nnav：\n  - a.md\nplugins: []\n"})

    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert capsys.readouterr().out.startswith("mkdocs.yml:2:4: this line cannot be read: write : and a space")


@pytest.mark.parametrize(("value", "code"), [("", ExitCode.CLEAN), ("example.org", ExitCode.PROBLEMS)])
def test_an_address_of_the_site_is_an_address(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, value: str, code: ExitCode
) -> None:
    """Set to nothing it is not set; without https:// links would lead nowhere."""
    monkeypatch.setenv("SITE_URL", value)

    assert main.main(["check"], small) == code
    assert ("SITE_URL must begin with https://" in capsys.readouterr().out) == bool(value)


def test_a_missing_mkdocs_yml_is_code_three(tmp_path: Path) -> None:
    assert main.main(["check"], tmp_path) == ExitCode.TOOL_FAILED


def test_formats_are_chosen_by_option_and_by_the_forge(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pull request the same problems are annotations on the author's line."""
    change(small, "docs/zh/help/first.md", "{#steps}", "{#Steps}")

    assert main.main(["check", "--format", "json"], small) == ExitCode.PROBLEMS
    assert {each["rule"] for each in json.loads(capsys.readouterr().out)} >= {"anchor-malformed"}
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert "::error file=docs/zh/help/first.md,line=19,col=1,title=anchor-malformed::" in capsys.readouterr().out


def test_the_script_runs_from_any_folder(tmp_path: Path) -> None:
    """And without a traceback where the console knows no Chinese."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, str(ROOT / "scripts/build.py"), "check"]

    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert (run.returncode, "Traceback" in run.stderr) == (ExitCode.CLEAN, False)


def test_outside_git_a_build_has_a_fixed_time(tmp_path: Path) -> None:
    """A downloaded archive builds too, and twice the same."""
    assert mkdocs_build.commit_time(tmp_path) == "0"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_missing_folder_of_a_language_is_no_traceback(small: Path, code: str) -> None:
    write(small, {f"docs/{code}/x.md": b"\xff"})

    assert main.main(["check"], small) == ExitCode.PROBLEMS
