"""What two processes work out is what one would, in the same order, whatever happens to the second one."""

import os
import threading
from collections.abc import Sequence

import pytest

from sitebuild.memo import two_processes

ITEMS = list(range(101))


def squares(items: Sequence[int]) -> list[tuple[int, int]]:
    return [(item * item, os.getpid()) for item in items]


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(two_processes, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_results_are_in_order_and_from_two_processes() -> None:
    results = two_processes.work(squares, ITEMS)

    assert [square for square, _ in results] == [item * item for item in ITEMS]
    assert len({process for _, process in results}) == 2


def test_few_items_are_not_worth_a_process() -> None:
    assert {process for _, process in two_processes.work(squares, ITEMS[:10])} == {os.getpid()}


def test_beside_other_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert {process for _, process in two_processes.work(squares, ITEMS)} == {os.getpid()}


def test_the_work_of_a_process_that_was_killed_is_done_again() -> None:
    own = os.getpid()

    def dies(items: Sequence[int]) -> list[tuple[int, int]]:
        if os.getpid() != own:
            os._exit(9)
        return squares(items)

    assert [square for square, _ in two_processes.work(dies, ITEMS)] == [item * item for item in ITEMS]
