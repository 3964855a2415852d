"""A file that is written is the old one or the new one, whatever happens in between."""

import errno
import os
from pathlib import Path

import pytest

from sitebuild.cli import main, rules
from sitebuild.memo import atomic
from sitebuild.model import system_fault

PAGE = "docs/en/help/first.md"


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("旧", "utf-8")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space") as fault:
        atomic.write(file, "新")

    assert system_fault.said(fault.value) == f"{file}: the disk is full; nothing was changed there"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert file.read_text("utf-8") == "旧"


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("旧", "utf-8")
    (tmp_path / "a.md").chmod(0o640)
    (tmp_path / "b.md").symlink_to("a.md")

    atomic.write(tmp_path / "b.md", "新\r\n")

    assert (tmp_path / "a.md").read_bytes() == "新\r\n".encode()
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "b.md").is_symlink()


def contents(root: Path) -> dict[Path, bytes]:
    """Return what is in each file, but for those that only save time."""
    files = (path for path in root.rglob("*.*") if path.is_file() and not {".cache", "__pycache__"} & {*path.parts})
    return {path: path.read_bytes() for path in files}


@pytest.mark.parametrize("command", [["translated", PAGE], ["urls"], ["rules"]])
def test_no_command_loses_a_file_on_a_full_disk(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """One line, exit code 3, and every file as it was."""
    page = small / PAGE
    if command[0] == "translated":
        page.write_text(page.read_text("utf-8").replace("  call: rqmbkdqn\n", ""), "utf-8")
    (small / "CONTRIBUTING.md").write_text(f"{rules.BEGIN}\n{rules.END}\n", "utf-8")
    before = contents(small)
    monkeypatch.setattr(os, "fsync", full)

    code = main.main([*command, "--today", "2026-11-23"], small)

    said = capsys.readouterr().err.splitlines()
    assert (code, said[-1].startswith("stopped: ")) == (3, True), said
    assert "the disk is full" in said[-1]
    assert contents(small) == before
