"""The store believes what it wrote itself, and nothing else; whatever happens to its files, it only forgets."""

import os
import pickle
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from making import ROOT
from sitebuild.memo import plain_values, store, version
from sitebuild.memo.store import Store, key
from sitebuild.model.page import Heading, Page
from sitebuild.model.problem import Problem

PAGE = Page(
    path="docs/zh/a.md",
    language="zh",
    name="a.md",
    headings=(Heading(line=1, column=1, level=2, text="一", anchor=None),),
)
PROBLEM = Problem(path="docs/zh/a.md", rule="anchor-missing", message="write one", line=3)


def stored(folder: Path) -> Any:
    """Return what a new process finds."""
    return Store(folder).table("t").get(key("a"))


def filled(folder: Path, value: object = "value") -> Path:
    made = Store(folder)
    made.table("t").put(key("a"), value)
    made.save()
    return folder / "t"


@pytest.mark.parametrize("value", ["text", b"bytes", (1, "a", None), {"a": [1]}, date(2026, 1, 31), PAGE, (PROBLEM,)])
def test_a_value_comes_back_equal(tmp_path: Path, value: object) -> None:
    filled(tmp_path, value)

    assert stored(tmp_path) == value


@pytest.mark.parametrize("value", [Path("x"), os.getcwd, subprocess.Popen, pytest])
def test_a_file_that_names_anything_else_is_refused(value: object) -> None:
    try:
        content = pickle.dumps(value)
    except TypeError:
        return
    with pytest.raises(plain_values.ForeignClassError):
        plain_values.load(content)


def test_a_pickle_that_would_run_something_runs_nothing(tmp_path: Path) -> None:
    """The hash in the file is no secret: whoever writes a file can write it too."""

    class Evil:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return os.mkdir, (str(tmp_path / "run"),)

    body = pickle.dumps((1, {key("a"): (1, pickle.dumps(Evil()))}))
    file = tmp_path / "t"
    file.write_bytes(version.of_program() + store._hash(body) + body)  # noqa: SLF001 - as an attacker would

    assert stored(tmp_path) is None
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("length", [0, 1, 31, 32, 40])
def test_a_file_that_was_cut_off_is_not_believed(tmp_path: Path, length: int) -> None:
    file = filled(tmp_path)
    file.write_bytes(file.read_bytes()[:length])

    assert stored(tmp_path) is None


def test_no_bit_of_a_file_may_change(tmp_path: Path) -> None:
    file = filled(tmp_path)
    content = file.read_bytes()
    for place in range(len(content)):
        file.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        assert stored(tmp_path) is None, place


def test_a_file_of_another_program_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr(version, "of_program", lambda: b"another program!")

    assert stored(tmp_path) is None


def test_a_change_of_code_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(version, "_PACKAGE", tmp_path)
    hashes = []
    for text in ("x = 1\n", "x = 2\n", "x = 1\n"):
        (tmp_path / "a.py").write_text(text, encoding="utf-8")
        hashes.append(version.of_program.__wrapped__())
    (tmp_path / "a.py").rename(tmp_path / "b.py")

    assert hashes[0] == hashes[2] != hashes[1]
    assert version.of_program.__wrapped__() not in hashes


@pytest.mark.parametrize("fails", ["mkstemp", "write", "replace"])
def test_a_full_disk_is_not_worth_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    filled(tmp_path, "old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if fails == "mkstemp":
            patch.setattr(tempfile, "mkstemp", full)
        elif fails == "replace":
            patch.setattr(os, "replace", full)
        else:
            patch.setattr(os, "fdopen", full)
        filled(tmp_path, "new")

    assert stored(tmp_path) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_a_folder_that_cannot_be_made_is_not_worth_a_word(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    filled(tmp_path / "file")

    assert stored(tmp_path / "file") is None


def test_a_writer_that_is_killed_leaves_the_old_file(tmp_path: Path) -> None:
    filled(tmp_path, "old")
    killed = f"""
import os, sys
from pathlib import Path
sys.path.insert(0, {str(ROOT / "scripts")!r})
from sitebuild.memo import store
store.os.replace = lambda *_: os._exit(9)
made = store.Store(Path({str(tmp_path)!r}))
made.table("t").put(store.key("a"), "new")
made.save()
"""
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == 9

    assert stored(tmp_path) == "old"
    for left in tmp_path.glob(".t-*"):
        os.utime(left, (0, 0))
    filled(tmp_path, "newer")
    assert stored(tmp_path) == "newer"
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_of_two_writers_one_wins_whole(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)
    one.table("t").put(key("a"), "one")
    other.table("t").put(key("a"), "other")
    one.save()
    other.save()

    assert stored(tmp_path) == "other"


def test_what_no_run_uses_is_dropped(tmp_path: Path) -> None:
    filled(tmp_path)
    for run in range(20):
        later = Store(tmp_path)
        later.table("t").get(key("used"))
        later.table("t").put(key(f"{run}"), run)
        later.save()

    assert stored(tmp_path) is None
    assert Store(tmp_path).table("t").get(key("19")) == 19
    assert (tmp_path / "t").stat().st_size < 2000


def test_a_file_does_not_grow_beyond_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_LARGEST", 1000)
    made = Store(tmp_path)
    for number in range(50):
        made.table("t").put(key(f"{number}"), "x" * 100)
    made.save()

    assert (tmp_path / "t").stat().st_size < 2000


def test_parts_of_a_key_are_not_joined() -> None:
    assert key("ab", "c") != key("a", "bc")
    assert key("a") != key("a", "")


def test_without_a_key_nothing_is_remembered(tmp_path: Path) -> None:
    table = Store(tmp_path).table("t")

    assert [table.remember(b"", iter(each).__next__) for each in ((1,), (2,))] == [1, 2]
