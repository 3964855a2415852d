"""The swap of a finished site survives whatever stops it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from making import ROOT, write
from sitebuild.building import replace_site
from sitebuild.memo import one_at_a_time
from sitebuild.model.problem import ToolError


def test_a_site_that_a_kill_left_aside_is_put_back(tmp_path: Path) -> None:
    """Between the two renames there is no site; the next run must not lose the old one, even if it fails itself."""
    write(tmp_path, {".site-abc/old/index.html": "旧"})

    with pytest.raises(ZeroDivisionError), replace_site.beside(tmp_path):
        raise ZeroDivisionError

    assert (tmp_path / "site/index.html").read_text("utf-8") == "旧"


def test_what_killed_builds_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    write(tmp_path, {".site-new/site/a.html": ""})

    with replace_site.beside(tmp_path):
        assert len([*tmp_path.glob(".site-*")]) == 1

    assert not [*tmp_path.glob(".site-*")]


def test_where_nobody_can_wait_it_is_removed_after_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A younger folder may be that of a build that runs now."""
    monkeypatch.setattr(one_at_a_time, "fcntl", None)
    write(tmp_path, {".site-new/site/a.html": "", ".site-old/site/a.html": ""})
    before = time.time() - 2 * 24 * 60 * 60
    os.utime(tmp_path / ".site-old", (before, before))

    with replace_site.beside(tmp_path):
        pass

    assert sorted(path.name for path in tmp_path.glob(".site-*")) == [".site-new"]


def test_a_site_that_is_a_link_stays_one(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/index.html": "旧"})
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    with replace_site.beside(tmp_path) as made:
        write(made, {"index.html": "新"})
        replace_site.swap(made, tmp_path / "site", tmp_path / "known.txt")

    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "elsewhere/index.html").read_text("utf-8") == "新"


def test_a_killed_swap_of_a_linked_site_is_put_back_where_the_link_leads(tmp_path: Path) -> None:
    """The link stays; between the renames it leads nowhere."""
    write(tmp_path, {"web/.site-abc/old/index.html": "旧", "project/mkdocs.yml": ""})
    (tmp_path / "project/site").symlink_to(tmp_path / "web/html")

    with pytest.raises(ZeroDivisionError), replace_site.beside(tmp_path / "project"):
        raise ZeroDivisionError

    assert (tmp_path / "project/site").is_symlink()
    assert (tmp_path / "web/html/index.html").read_text("utf-8") == "旧"
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["html"]


def test_an_error_of_the_disk_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="the disk is full; nothing was changed there"), replace_site.beside(tmp_path):
        raise OSError(28, "No space left on device", "site/a.html")


def test_a_file_of_ones_own_in_the_site_stays_and_is_named(tmp_path: Path) -> None:
    """Hosts want files such as CNAME there; a page that is not built any more goes."""
    known = tmp_path / "known.txt"
    for pages in (["index.html", "old/index.html"], ["index.html"]):
        with replace_site.beside(tmp_path) as made:
            write(made, dict.fromkeys(pages, ""))
            kept = replace_site.swap(made, tmp_path / "site", known)
        write(tmp_path / "site", {"CNAME": "h.example", ".well-known/security.txt": ""})

    with replace_site.beside(tmp_path) as made:
        write(made, {"index.html": ""})
        kept = replace_site.swap(made, tmp_path / "site", known)

    assert kept == [".well-known/security.txt", "CNAME"]
    assert not (tmp_path / "site/old/index.html").exists()
    assert (tmp_path / "site/CNAME").read_text("utf-8") == "h.example"


def test_without_a_list_of_what_was_built_what_lies_apart_stays(tmp_path: Path) -> None:
    write(tmp_path, {"site/CNAME": "", "site/en/gone/index.html": ""})

    with replace_site.beside(tmp_path) as made:
        write(made, {"en/index.html": ""})
        kept = replace_site.swap(made, tmp_path / "site", tmp_path / "known.txt")

    assert kept == ["CNAME"]


_OTHER = """
import sys, time
from pathlib import Path
from sitebuild.building import replace_site
from sitebuild.memo import one_at_a_time
with replace_site.beside(Path(sys.argv[1]), lambda: print("waiting", file=sys.stderr, flush=True)):
    print("building", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(os.name == "nt", reason="nobody waits there")
def test_of_two_builds_at_once_one_waits_and_says_so(tmp_path: Path) -> None:
    """Both would swap the same folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-c", _OTHER, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as first:
        assert first.stdout
        assert first.stdout.readline() == "building\n"
        with subprocess.Popen(command, env=environment, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as second:
            assert second.stderr
            assert second.stdout
            said = second.stderr.readline()
            first.communicate("\n")
            began = second.stdout.readline()
            second.communicate("\n")

    assert said == "waiting\n"
    assert began == "building\n"
