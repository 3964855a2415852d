"""The script that makes the copy for Kiwix, as far as it goes without libzim; `make audit` has that."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import zim
from making import ROOT


def _listed(path: str) -> list[str]:
    text = (ROOT / path).read_text(encoding="utf-8")
    block = re.findall(r"(?m)^libzim==.*\n(?:    --hash=.*\n)+", text)[0]
    return re.findall(r"libzim==\S+|--hash=sha256:\w+", block)


def test_the_paths_of_the_zip_lose_their_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr("handbook/en/index.html", "<title>A</title>")

    assert zim.read(tmp_path / "site.zip") == {"en/index.html": b"<title>A</title>"}


def test_what_is_no_zip_of_the_site_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert zim.main([str(tmp_path / "none.zip"), str(tmp_path / "out.zim")]) == zim.FAILED

    assert "type `make offline`" in capsys.readouterr().err


def test_without_libzim_it_says_what_to_type(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr("handbook/index.html", "<title>A</title>")
    command = [sys.executable, "-I", str(ROOT / "scripts/zim.py"), str(tmp_path / "site.zip"), str(tmp_path / "o.zim")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == zim.FAILED
    assert run.stderr.strip() == zim.HELP


def test_the_audit_installs_the_same_libzim() -> None:
    assert _listed("scripts/zim-requirements.txt") == _listed("tests/audit/requirements.txt")


def test_nothing_that_is_published_imports_libzim() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "scripts/sitebuild").rglob("*.py")]

    assert not [text for text in texts if "libzim" in text]
