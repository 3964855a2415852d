"""What the first query of search costs a reader: bytes over the wire, and time on a slow phone."""

import gzip
import statistics
from collections.abc import Sequence
from pathlib import Path

import brotli
from playwright.sync_api import Browser, CDPSession, Page

from sitebuild.building.assets import CHINESE, ENGLISH, SEARCH
from sitebuild.building.search.files import FOLDER as ROWS

from .measure import Measure

MOST_KILOBYTES, MOST_READY, MOST_KEYSTROKE = 45, 400, 16
_SLOWER, _PAUSE, _RUNS = 4, 400, 5
_TYPED = {
    "zh": "催收天天打我单位电话怎么投诉",
    "en": "collectors keep calling my boss",
    "zh-Hant": "催收天天打我公司電話",
}
_OPEN = "code => new Promise(ready => handbookSearch.open(code, '', engine => { window.engine = engine; ready(); }))"
_REST = "text => new Promise(done => window.engine.query(text, answer => answer.last && done()))"
_TYPE = "text => window.engine.query(text, () => {})"


def sizes(site: Path, code: str) -> list[Measure]:
    """
    Return what comes before the first answer (dialog, engine and first rows) and before the best that rows give.

    Both as brotli and as gzip; the whole text, which few queries need, is told apart.
    """
    first = [SEARCH, f"{ROWS}/{code}-dialog.js", f"{ROWS}/{code}.js"]
    rest = [f"{ROWS}/{code}-more.js", CHINESE if code.startswith("zh") else ENGLISH]
    name = f"Search {code}, KB"
    return [
        Measure(
            name=f"{name} before the first answer, brotli", value=_brotli(site, first), most=MOST_KILOBYTES, digits=1
        ),
        Measure(name=f"{name} before the first answer, gzip", value=_gzip(site, first), digits=1),
        Measure(name=f"{name} before the last answer of rows, brotli", value=_brotli(site, first + rest), digits=1),
        Measure(name=f"{name} before the last answer of rows, gzip", value=_gzip(site, first + rest), digits=1),
        Measure(name=f"{name} of the whole text, brotli", value=_brotli(site, [f"{ROWS}/{code}-text.js"]), digits=1),
    ]


def times(chromium: Browser, address: str, code: str) -> list[Measure]:
    """
    Return the milliseconds until the engine is ready, and those of a keystroke, on a phone four times as slow.

    They are times of the processor, so that nothing counts that this machine does besides, and medians of some new
    pages, since single runs differ by half as much again.
    """
    runs = [_run(chromium, address, code) for _ in range(_RUNS)]
    ready, rest, middle, slow = (statistics.median(each) for each in zip(*runs, strict=True))
    return [
        Measure(name=f"Search {code}, ready ms, 4x CPU", value=ready, most=MOST_READY),
        Measure(name=f"Search {code}, rest of the rows ms, 4x CPU", value=rest, most=MOST_READY),
        Measure(name=f"Search {code}, keystroke ms, 4x CPU, median", value=middle, digits=1),
        Measure(name=f"Search {code}, keystroke ms, 4x CPU, nine in ten", value=slow, most=MOST_KEYSTROKE),
    ]


def _run(chromium: Browser, address: str, code: str) -> tuple[float, float, float, float]:
    """
    Return the milliseconds until ready, until all rows are there, of the median key, and of the slow ones.

    Whoever has put the cursor into the field takes a moment before the first key.
    """
    page = chromium.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.add_script_tag(url=f"{address}{SEARCH}")
    ready = _taken(page, session, _OPEN, code)
    typed = _TYPED[code]
    rest = _taken(page, session, _REST, typed)
    page.wait_for_timeout(_PAUSE)
    keys = [_taken(page, session, _TYPE, typed[:end]) for end in range(1, len(typed) + 1)]
    page.close()
    return ready, rest, statistics.median(keys), sorted(keys)[round(len(keys) * 0.9) - 1]


def _brotli(site: Path, names: Sequence[str]) -> float:
    return float(sum(len(brotli.compress((site / name).read_bytes())) for name in names) / 1024)


def _gzip(site: Path, names: Sequence[str]) -> float:
    return sum(len(gzip.compress((site / name).read_bytes(), 9)) for name in names) / 1024


def _taken(page: Page, session: CDPSession, work: str, given: str) -> float:
    """Return the processor time of some work in a page, in milliseconds of a slow phone."""
    before = _task_time(session)
    page.evaluate(work, given)
    return (_task_time(session) - before) * 1000 * _SLOWER


def _task_time(session: CDPSession) -> float:
    said = session.send("Performance.getMetrics")
    return float(next(each["value"] for each in said["metrics"] if each["name"] == "TaskDuration"))
