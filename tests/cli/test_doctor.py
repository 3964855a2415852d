"""The command `doctor`: what it misses on other machines than this one, and that it needs nothing itself."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from making import ROOT, write
from sitebuild.cli import doctor, main
from sitebuild.cli.machine import Machine
from sitebuild.cli.options import ExitCode

PINNED = "a-package==1.2.3 \\\n    --hash=sha256:0\nonly-here==1 ; sys_platform == 'win32' \\\n"
LISTS = dict.fromkeys(("requirements.txt", "tests/requirements.txt", "paper-requirements.txt"), PINNED)
SAYS = {"node": "v20.1.0", "java": "openjdk 17.0.15 2025-04-15"}


def said(command: Sequence[str]) -> str:
    return SAYS.get(command[0], "A_Package==1.2.3\n")


WHOLE = Machine(
    version=(3, 11, 4),
    windows=False,
    free=50_000,
    writable=True,
    which=lambda name: f"/usr/bin/{name}",
    loads=lambda _: True,
    imports=lambda _: True,
    said=said,
)
"""A machine on which nothing is missing."""


@pytest.fixture(autouse=True)
def unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROME_PATH", raising=False)


def without(name: str) -> Machine:
    """Return a machine that lacks one program."""
    return replace(WHOLE, which=lambda each: None if each == name else f"/usr/bin/{each}")


def saying(command: str, words: str) -> Machine:
    """Return a machine on which a program says something else."""
    return replace(WHOLE, said=lambda each: words if each[0].endswith(command) else said(each))


@pytest.mark.parametrize(
    ("machine", "lines"),
    [
        pytest.param(WHOLE, [], id="nothing"),
        pytest.param(replace(WHOLE, version=(3, 10, 2)), ["MISSING  Python 3.10.2"], id="a newer Python"),
        pytest.param(replace(WHOLE, imports=lambda _: False), ["MISSING  Python's venv module"], id="venv"),
        pytest.param(replace(WHOLE, writable=False), ["MISSING  writing into"], id="a folder that can be written"),
        pytest.param(replace(WHOLE, free=10), ["without  10 MB free on the disk"], id="space"),
        pytest.param(without("git"), ["without  git, "], id="git"),
        pytest.param(without("make"), ["without  make, "], id="make"),
        pytest.param(
            replace(WHOLE, which=lambda name: None if "chrom" in name or name == "msedge" else name),
            ["without  Chromium or Chrome"],
            id="a browser",
        ),
        pytest.param(replace(WHOLE, loads=lambda _: False), ["without  Pango"], id="Pango"),
        pytest.param(without("node"), ["without  Node.js, "], id="Node.js"),
        pytest.param(saying("node", "v16.20.0"), ["without  Node.js (v16.20.0)"], id="a newer Node.js"),
        pytest.param(without("java"), ["without  Java, "], id="Java"),
        pytest.param(
            saying(Path(sys.executable).name, "a-package==1.2.2"),
            [
                "MISSING  the packages of requirements.txt, for building: 0 not installed, 1 in another version",
                "without  the packages of tests/requirements.txt",
                "without  the packages of paper-requirements.txt",
            ],
            id="packages of today",
        ),
    ],
)
def test_what_is_missing_is_said_with_what_to_type(tmp_path: Path, machine: Machine, lines: list[str]) -> None:
    found = [each for each in doctor.examine(write(tmp_path, {**LISTS}), machine) if each.advice]
    shown = [str(each) for each in found]
    assert len(shown) == len(lines)
    assert [line for line, begins in zip(shown, lines, strict=True) if not line.startswith(begins)] == []


def test_a_machine_with_windows_is_told_its_own_commands(tmp_path: Path) -> None:
    bare = replace(WHOLE, windows=True, said=lambda command: "" if "-c" in command else said(command))
    lines = [str(each) for each in doctor.examine(write(tmp_path, {**LISTS}), bare)]
    assert any(r"py -m venv .venv, then .venv\Scripts\python -m pip install" in line for line in lines)
    assert not any("make" in line for line in lines if "make paper" not in line and "make audit" not in line)


def test_a_browser_that_is_named_wrongly_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME_PATH", "/gone/chrome")
    lines = [str(each) for each in doctor.examine(write(tmp_path, {**LISTS}), WHOLE)]
    assert [line for line in lines if "correct CHROME_PATH" in line]


def test_the_command_says_whether_the_site_can_be_built(capsys: pytest.CaptureFixture[str]) -> None:
    """The packages of the site are there, or this test would not run."""
    assert main.main(["doctor"], ROOT) == ExitCode.CLEAN
    said = capsys.readouterr()
    assert "ok       the packages of requirements.txt" in said.out
    assert said.err == "the site can be built here\n"


@pytest.mark.parametrize(("command", "word"), [("doctor", "Python's venv module"), ("check", "type “make check”")])
def test_a_python_without_packages_is_answered_in_words(tmp_path: Path, command: str, word: str) -> None:
    """Whoever has cloned and installed nothing starts here; -S leaves out whatever is installed."""
    run = _without_packages(tmp_path, command)
    assert word in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the Python of .venv")
@pytest.mark.parametrize("works", [True, False], ids=["set up", "broken"])
def test_the_python_that_make_has_set_up_is_found(tmp_path: Path, *, works: bool) -> None:
    """The system's Python will do to call the script; where .venv has no packages either, words say so."""
    python = tmp_path / ".venv/bin/python"
    write(tmp_path, {".venv/bin/python": f'#!/bin/sh\n{"" if works else "exit 3"}\necho called "$@"\n'})
    python.chmod(0o755)

    run = _without_packages(tmp_path, "check")
    assert (run.returncode, "called" in run.stdout) == ((0, True) if works else (3, False))


def _without_packages(folder: Path, command: str) -> "subprocess.CompletedProcess[str]":
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name in LISTS:
        write(folder, {name: (ROOT / name).read_text("utf-8")})
    arguments = [sys.executable, "-S", str(folder / "scripts/build.py"), command]
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


def test_an_old_python_can_read_as_far_as_the_word_that_it_is_too_old() -> None:
    ast.parse((ROOT / "scripts/build.py").read_text(encoding="utf-8"), feature_version=(3, 8))
