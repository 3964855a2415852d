"""Visits to a server that answers as the worst of the web does; loopback only."""

import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import hostile_server
from hostile_server import OPENSSL, Hostile
from making import ROOT, aside
from sitebuild.linkcheck.external import link_ledger, refresh
from sitebuild.linkcheck.external.link_ledger import Visit
from sitebuild.linkcheck.external.visitor import Limits, Timing
from sitebuild.model.problem import ToolError

TODAY = date(2026, 11, 23)
QUICK = Limits(pace=0, connect=0.3, read=0.3, overall=1, backoff=0.01, save_every=0)
needs_openssl = pytest.mark.skipif(not OPENSSL, reason="openssl, which makes the certificate, is not installed")

visit_urls, refresh_ledger = aside(refresh.visit), aside(refresh.visit_and_record)


class Clock:
    """A clock that only waiting moves on; `waits` are the seconds of each wait."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def __call__(self) -> float:  # noqa: D102 - the class says it
        return self.now

    async def sleep(self, seconds: float) -> None:  # noqa: D102 - the class says it
        self.waits.append(seconds)
        self.now += seconds

    @property
    def timing(self) -> Timing:
        """Return what a visit takes."""
        return Timing(clock=self, sleep=self.sleep)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hostile(clock: Clock) -> Iterator[Hostile]:
    with hostile_server.running(clock) as server:
        yield server


ROWS = {
    "/ok": ("good", "200", "/ok"),
    "/moved": ("moved", "200", "/ok?new"),
    "/lent": ("good", "200", "/ok"),
    "/half-moved": ("good", "200", "/ok"),
    "/moved-and-gone": ("failing", "404", "/404"),
    "/loop": ("failing", "redirects in a circle", "/loop"),
    "/further/0": ("failing", "too many redirects", "/further/11"),
    "/to-mail": ("failing", "redirects to what is no web address", "/to-mail"),
    "/to-nonsense": ("failing", "redirects to what is no web address", "/to-nonsense"),
    "/cookie": ("good", "200", "/cookie"),
    "/401": ("blocked", "401", "/401"),
    "/403": ("blocked", "403", "/403"),
    "/404": ("failing", "404", "/404"),
    "/410": ("failing", "410", "/410"),
    "/412": ("blocked", "412", "/412"),
    "/418": ("blocked", "418", "/418"),
    "/429": ("blocked", "429", "/429"),
    "/451": ("blocked", "451", "/451"),
    "/500": ("failing", "500", "/500"),
    "/520": ("failing", "520", "/520"),
    "/521": ("blocked", "521", "/521"),
    "/pause": ("good", "200", "/pause"),
    "/tomorrow": ("blocked", "429", "/tomorrow"),
    "/flaky": ("good", "200", "/flaky"),
    "/no-head": ("good", "200", "/no-head"),
    "/head-lies": ("good", "200", "/head-lies"),
    "/head-hangs": ("good", "200", "/head-hangs"),
    "/slow": ("failing", "no answer in time", "/slow"),
    "/drip": ("failing", "no answer in time", "/drip"),
    "/reset": ("failing", "connection failed", "/reset"),
    "/endless": ("good", "200", "/endless"),
}
"""Status, answer and final path by the path that a page links to."""


def visit(server: Hostile, *paths: str, limits: Limits = QUICK, timing: Timing | None = None) -> list[Visit]:
    """Visit paths of the server."""
    return visit_urls([server.address + path for path in paths], limits, timing)


def test_every_answer_of_a_hostile_web_is_judged_in_bounded_time(tmp_path: Path) -> None:
    """The weekly run must end, whatever a single host does to it."""
    path = tmp_path / "ledger.json"
    began = time.monotonic()

    with hostile_server.running() as server:
        ledger = refresh_ledger(path, [server.address + each for each in ROWS], TODAY, replace(QUICK, longest_wait=1))
        took = time.monotonic() - began

    found = {
        url.removeprefix(server.address): (
            entry.status,
            entry.answer,
            entry.final.removeprefix(server.address),
        )
        for url, entry in ledger.items()
    }
    assert found == {**ROWS, "/pause": ("blocked", "429", "/pause")}
    assert link_ledger.read(path.read_text("utf-8"), path.name) == ledger
    assert took < 15


def test_each_address_is_visited_once_under_an_honest_name(hostile: Hostile, clock: Clock) -> None:
    """Fragments are not the server's business, and what is no web address has no server."""
    address = hostile.address

    visits = visit_urls(
        [f"{address}/ok#a", f"{address}/ok#b", f"{address}/ok", "mailto:a@site.example", "tel:110"],
        QUICK,
        clock.timing,
    )

    assert visits == [Visit(url=f"{address}/ok", final=f"{address}/ok", status=200)]
    assert [(each.method, each.agent) for each in hostile.requests] == [
        ("HEAD", "online-loan-privacy-handbook-link-check")
    ]


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/ok", ["HEAD"]),
        ("/no-head", ["HEAD", "GET"]),
        ("/head-lies", ["HEAD", "GET"]),
        ("/400", ["HEAD", "GET"]),
        ("/403", ["HEAD", "GET"]),
        ("/501", ["HEAD", "GET", "GET", "GET"]),
        ("/404", ["HEAD", "GET"]),
        ("/flaky", ["HEAD", "GET", "GET"]),
        ("/503", ["HEAD", "GET", "GET", "GET"]),
        ("/tomorrow", ["HEAD"]),
    ],
)
def test_a_head_that_fails_is_asked_again_by_get(hostile: Hostile, clock: Clock, path: str, methods: list[str]) -> None:
    visit(hostile, path, timing=clock.timing)

    assert hostile.methods(path) == methods


@pytest.mark.parametrize(
    ("path", "waits"),
    [
        pytest.param("/500", [1, 2, 4], id="doubled each time"),
        pytest.param("/reset", [1, 2, 4], id="after a reset too"),
        pytest.param("/pause", [7], id="as many seconds as the host asks for"),
        pytest.param("/pause-until", [5], id="until the host's date"),
        pytest.param("/tomorrow", [], id="not until tomorrow"),
        pytest.param("/404", [], id="not for a page that is gone"),
    ],
)
def test_the_waits_between_attempts(hostile: Hostile, clock: Clock, path: str, waits: list[float]) -> None:
    visit(hostile, path, limits=replace(QUICK, backoff=1), timing=clock.timing)

    assert clock.waits == waits


def test_a_host_is_never_asked_faster_than_the_pace(hostile: Hostile, clock: Clock) -> None:
    """Redirects and second attempts are requests as well."""
    visit(hostile, "/moved", "/no-head", "/ok", limits=replace(QUICK, pace=2), timing=clock.timing)

    assert [each.at for each in hostile.requests] == [1000 + 2 * number for number in range(6)]


def test_a_redirect_to_another_host_keeps_that_host_s_pace(hostile: Hostile, clock: Clock) -> None:
    """Links to two hosts that end at one host are one visitor to it."""
    port = hostile.address.rpartition(":")[2]
    urls = [f"{hostile.address}/elsewhere", f"http://localhost:{port}/ok"]

    visit_urls(urls, replace(QUICK, pace=2), clock.timing)

    assert [each.at for each in hostile.requests if each.path == "/ok"] == [1000, 1002]


def test_several_hosts_are_visited_at_once(hostile: Hostile) -> None:
    """One slow host must not hold up the rest."""
    port = hostile.address.rpartition(":")[2]
    order: list[str] = []

    visit_urls(
        [f"{hostile.address}/slow", f"http://localhost:{port}/ok"], QUICK, on_visit=lambda made: order.append(made.url)
    )

    assert order == [f"http://localhost:{port}/ok", f"{hostile.address}/slow"]


def test_an_endless_page_is_not_read(hostile: Hostile) -> None:
    """What is not read fills the buffers of the two sockets, and no more."""
    began = time.monotonic()

    visits = visit(hostile, "/endless")

    assert [each.status for each in visits] == [200]
    assert time.monotonic() - began < 1
    assert hostile.sent < 16 * 1024 * 1024


@pytest.mark.parametrize(
    ("url", "faults"),
    [
        ("http://[", ["connection"]),
        ("http://[#part", ["connection"]),
        ("https://a b.example:x/", ["address"]),
        ("http://", []),
    ],
)
def test_what_only_looks_like_an_address_does_not_stop_the_run(tmp_path: Path, url: str, faults: list[str]) -> None:
    """Any folder may be visited, also one that the rules object to."""
    assert [each.fault for each in visit_urls([url], QUICK)] == faults
    assert len(refresh_ledger(tmp_path / "ledger.json", [url], TODAY, QUICK)) == len(faults)


def test_nobody_at_the_port_is_a_failure(clock: Clock) -> None:
    url = hostile_server.closed_port() + "/"

    assert visit_urls([url], QUICK, clock.timing) == [Visit(url=url, final=url, fault="connection")]


@needs_openssl
@pytest.mark.parametrize("trusted", [True, False], ids=["known certificate", "unknown certificate"])
def test_a_certificate_that_nobody_vouches_for_is_named_as_such(tmp_path: Path, *, trusted: bool) -> None:
    """Readers see a red warning there: that is neither a dead link nor a good one."""
    certificate = hostile_server.self_signed(tmp_path)
    trust = ssl.create_default_context(cafile=str(certificate)) if trusted else None

    with hostile_server.running(certificate=certificate) as server:
        visits = visit(server, "/ok", limits=replace(QUICK, trust=trust))

    assert [(each.status, each.fault) for each in visits] == [(200, "") if trusted else (None, "tls")]


def test_plain_words_at_a_tls_address_are_a_tls_fault(hostile: Hostile) -> None:
    visits = visit_urls([hostile.address.replace("http:", "https:")], QUICK)

    assert [each.fault for each in visits] == ["tls"]


def test_a_link_that_no_page_has_any_more_leaves_the_ledger(tmp_path: Path, hostile: Hostile) -> None:
    path = tmp_path / "ledger.json"
    refresh_ledger(path, [f"{hostile.address}/404", f"{hostile.address}/ok"], TODAY - timedelta(7), QUICK)

    ledger = refresh_ledger(path, [f"{hostile.address}/404#part"], TODAY, QUICK)

    assert {url: entry.status for url, entry in ledger.items()} == {f"{hostile.address}/404": "dead"}


CHILD = """
import sys
from datetime import date
from pathlib import Path
from sitebuild.linkcheck.external import refresh
from sitebuild.linkcheck.external.visitor import Limits
urls = [f"{sys.argv[2]}/ok?{number:04}" for number in range(5000)]
refresh.visit_and_record(Path(sys.argv[1]), urls, date(2026, 11, 23), Limits(pace=0, save_every=0))
"""


def test_a_run_that_is_killed_leaves_an_intact_ledger(tmp_path: Path, hostile: Hostile) -> None:
    """Weekly jobs are cut off by their time limit; the next one goes on from what was written."""
    path = tmp_path / "ledger.json"
    command = [sys.executable, "-c", CHILD, str(path), hostile.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}

    with subprocess.Popen(command, env=environment) as child:
        limit = time.monotonic() + 120  # it is over as soon as a hundred have been asked
        while hostile.asked["/ok"] < 100 and time.monotonic() < limit:
            time.sleep(0.01)
        child.kill()

    ledger = link_ledger.read(path.read_text("utf-8"), path.name)
    assert child.returncode == -signal.SIGKILL
    assert 90 <= len(ledger) < 5000
    assert {entry.status for entry in ledger.values()} == {"good"}


def test_a_folder_that_is_not_there_stops_the_run_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="cannot be written"):
        refresh.save(tmp_path / "gone" / "ledger.json", {})


def test_a_damaged_ledger_stops_the_run_before_any_visit(tmp_path: Path, hostile: Hostile) -> None:
    """What it remembered is worth more than one run."""
    path = tmp_path / "ledger.json"
    path.write_bytes(b"\xff<<<<<<<")

    with pytest.raises(ToolError, match="git checkout"):
        refresh_ledger(path, [f"{hostile.address}/ok"], TODAY, QUICK)

    assert (path.read_bytes(), hostile.requests) == (b"\xff<<<<<<<", [])
