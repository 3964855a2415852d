"""Every legitimate edit that passes `check` passes the tests: none holds a number, a link or a sentence of the text."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import legitimate_edits
from making import ROOT
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".audit", "site", "dist", ".site-*", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"
)
EDITS = legitimate_edits.edits(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the handbook with its tests, that an edit may change."""
    return shutil.copytree(ROOT, tmp_path / "handbook", ignore=LEFT_OUT)


def test_twenty_edits_together_pass_the_check(copy: Path) -> None:
    """They do not meet: each is in another place. One by one, and with the tests, they are made each night."""
    for edit in EDITS.values():
        edit(copy)

    assert len(EDITS) == 20
    assert main.main(["check"], copy) == ExitCode.CLEAN


@pytest.mark.nightly
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_passes_the_check_and_all_tests_that_read_the_text(copy: Path, name: str) -> None:
    EDITS[name](copy)

    assert main.main(["check"], copy) == ExitCode.CLEAN
    paths = os.pathsep.join(str(copy / folder) for folder in ("tests", "scripts"))
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-p", "text_tests"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
