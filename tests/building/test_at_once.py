"""One task on several items in processes of their own."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitebuild.building import at_once
from sitebuild.memo import two_processes

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing can be forked here")


def nothing() -> None:
    pass


def test_results_come_in_the_order_of_the_items_from_so_many_processes(tmp_path: Path) -> None:
    def task(item: str) -> tuple[str, int]:
        both_begin(tmp_path)
        return item, os.getpid()

    found = at_once.run(2, task, ["zh", "en", "zh-Hant"], nothing)

    assert [item for item, _ in found] == ["zh", "en", "zh-Hant"]
    pids = {pid for _, pid in found}
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_a_process_ends_while_another_is_still_at_work(tmp_path: Path) -> None:
    ended = tmp_path / "ended"

    def task(item: str) -> int:
        both_begin(tmp_path)
        if item == "long":
            wait_for(ended.exists)
        return os.getpid()

    def meanwhile() -> None:
        wait_for(lambda: len(multiprocessing.active_children()) == 1)
        ended.touch()

    assert len(set(at_once.run(2, task, ["short", "long"], meanwhile))) == 2


def test_what_a_killed_process_leaves_is_done_here() -> None:
    own = os.getpid()

    def task(item: int) -> tuple[int, bool]:
        if item == 1 and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return item, os.getpid() == own

    found = at_once.run(2, task, [0, 1, 2], nothing)

    assert [item for item, _ in found] == [0, 1, 2]
    assert found[1] == (1, True)


def test_what_is_done_meanwhile_begins_no_further_process_and_its_fault_ends_all() -> None:
    def meanwhile() -> None:
        assert set(two_processes.work(lambda items: [os.getpid()] * len(items), range(1000))) == {os.getpid()}
        raise ValueError("meanwhile")

    started = time.monotonic()
    with pytest.raises(ValueError, match="meanwhile"):
        at_once.run(2, time.sleep, [60, 60], meanwhile)

    assert time.monotonic() - started < 30


def both_begin(folder: Path) -> None:
    """Go on when two processes have begun."""
    (folder / f"{os.getpid()}.begun").touch()
    wait_for(lambda: len(list(folder.glob("*.begun"))) == 2)


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(2000):
        if condition():
            return
        time.sleep(0.01)
    raise TimeoutError
