"""The swap of a finished site survives whatever stops it."""

import os
import time
from pathlib import Path

import pytest

from making import write
from sitebuild.building import replace_site
from sitebuild.model.problem import ToolError


def test_a_site_that_a_kill_left_aside_is_put_back(tmp_path: Path) -> None:
    """Between the two renames there is no site; the next run must not lose the old one, even if it fails itself."""
    write(tmp_path, {".site-abc/old/index.html": "旧"})

    with pytest.raises(ZeroDivisionError), replace_site.beside(tmp_path):
        raise ZeroDivisionError

    assert (tmp_path / "site/index.html").read_text("utf-8") == "旧"


def test_what_killed_builds_left_is_removed_after_a_day(tmp_path: Path) -> None:
    """A younger folder may be that of a build that runs now."""
    write(tmp_path, {".site-new/site/a.html": "", ".site-old/site/a.html": ""})
    before = time.time() - 2 * 24 * 60 * 60
    os.utime(tmp_path / ".site-old", (before, before))

    with replace_site.beside(tmp_path):
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-new"]


def test_a_site_that_is_a_link_stays_one(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/index.html": "旧"})
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    with replace_site.beside(tmp_path) as made:
        write(made, {"index.html": "新"})
        replace_site.swap(made, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "elsewhere/index.html").read_text("utf-8") == "新"


def test_an_error_of_the_disk_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="the disk is full; nothing was changed there"), replace_site.beside(tmp_path):
        raise OSError(28, "No space left on device", "site/a.html")
