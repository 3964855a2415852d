"""What the first query of search costs a reader: bytes over the wire, and time on a slow phone."""

import gzip
import statistics
from collections.abc import Sequence
from pathlib import Path

import brotli
from playwright.sync_api import Browser, CDPSession, Page

from sitebuild.building.assets import SEARCH
from sitebuild.building.search.files import FOLDER as ROWS

from .measure import Measure

MOST_KILOBYTES, MOST_READY, MOST_KEYSTROKE = 71, 400, 16
_SLOWER, _PAUSE = 4, 400
_TYPED = {
    "zh": "催收天天打我单位电话怎么投诉",
    "en": "collectors keep calling my boss",
    "zh-Hant": "催收天天打我公司電話",
}
_OPEN = "code => new Promise(ready => handbookSearch.open(code, '', engine => { window.engine = engine; ready(); }))"
_TYPE = "text => window.engine.query(text, () => {})"


def sizes(site: Path, code: str) -> list[Measure]:
    """Return what the engine with the rows of a language weighs, as brotli and as gzip, and the whole text."""
    first = [(site / name).read_bytes() for name in (SEARCH, f"{ROWS}/{code}.js")]
    whole = (site / ROWS / f"{code}-text.js").read_bytes()
    name = f"Search {code}, first query KB"
    return [
        Measure(name=f"{name}, brotli", value=_brotli(first), most=MOST_KILOBYTES, digits=1),
        Measure(name=f"{name}, gzip", value=sum(len(gzip.compress(each, 9)) for each in first) / 1024, digits=1),
        Measure(name=f"Search {code}, whole text KB, brotli", value=_brotli([whole]), digits=1),
    ]


def times(chromium: Browser, address: str, code: str) -> list[Measure]:
    """
    Return the milliseconds until the engine is ready, and those of a keystroke, on a phone four times as slow.

    They are times of the processor, so that nothing counts that this machine does besides. Whoever has put the cursor
    into the field takes a moment before the first key.
    """
    page = chromium.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.add_script_tag(url=f"{address}{SEARCH}")
    ready = _taken(page, session, _OPEN, code)
    page.wait_for_timeout(_PAUSE)
    typed = _TYPED[code]
    keys = [_taken(page, session, _TYPE, typed[:end]) for end in range(1, len(typed) + 1)]
    page.close()
    keystroke = sorted(keys)[round(len(keys) * 0.9) - 1]
    return [
        Measure(name=f"Search {code}, ready ms, 4x CPU", value=ready, most=MOST_READY),
        Measure(name=f"Search {code}, keystroke ms, 4x CPU, median", value=statistics.median(keys), digits=1),
        Measure(name=f"Search {code}, keystroke ms, 4x CPU, nine in ten", value=keystroke, most=MOST_KEYSTROKE),
    ]


def _brotli(files: Sequence[bytes]) -> float:
    return float(sum(len(brotli.compress(each)) for each in files) / 1024)


def _taken(page: Page, session: CDPSession, work: str, given: str) -> float:
    """Return the processor time of some work in a page, in milliseconds of a slow phone."""
    before = _task_time(session)
    page.evaluate(work, given)
    return (_task_time(session) - before) * 1000 * _SLOWER


def _task_time(session: CDPSession) -> float:
    said = session.send("Performance.getMetrics")
    return float(next(each["value"] for each in said["metrics"] if each["name"] == "TaskDuration"))
