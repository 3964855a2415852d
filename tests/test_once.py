"""Two processes that test share what is dear to make."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from once import once


def test_of_many_who_ask_at_once_one_makes_and_all_find(tmp_path: Path) -> None:
    made: list[Path] = []
    together = Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return (once(tmp_path / "site", make) / "x").read_text(encoding="utf-8")

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "x").write_text("whole", encoding="utf-8")

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(8)))

    assert found == ["whole"] * 8
    assert made == [tmp_path / "site"]


def test_a_failure_is_nobody_s_success(tmp_path: Path) -> None:
    """Half a site would pass whatever only looks at the pages that are there."""

    def make(folder: Path) -> None:
        raise ValueError(folder.name)

    with pytest.raises(ValueError, match="site"):
        once(tmp_path / "site", make)
    with pytest.raises(RuntimeError, match="could not be made"):
        once(tmp_path / "site", make)


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    """The other process may have been stopped."""
    (tmp_path / "site").mkdir()

    with pytest.raises(RuntimeError, match="not made after"):
        once(tmp_path / "site", lambda _: None, seconds=0.1)
