"""What the first view of a page costs: counted by the browser, and timed on a slow line and a slow phone."""

import statistics
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from .measure import Measure

PLACE = "help/first-hour/"
MOST_BYTES, MOST_REQUESTS, MOST_SECONDS = 16 * 1024, 4, 1.6
_PHONE = ViewportSize(width=360, height=740)
_BITS, _ROUND_TRIP, _SLOWER, _RUNS = 400_000, 400, 4, 3
_PAINTED = """() => new Promise(resolve => new PerformanceObserver(list => {
  for (const each of list.getEntriesByName("first-contentful-paint")) resolve(each.startTime);
}).observe({type: "paint", buffered: true}))"""


@dataclass(frozen=True, kw_only=True)
class View:
    """One first view: bytes with their headers, requests, those that failed, those to other hosts, and seconds."""

    size: float
    requests: int
    failing: int
    foreign: int
    seconds: float


def view(chromium: Browser, address: str) -> View:
    """Look at a page with an empty cache, once to count and several times to take the time."""
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    failed: set[str] = set()
    page, session = _page(chromium)
    session.on("Network.requestWillBeSent", lambda said: asked.update({said["requestId"]: said["request"]["url"]}))
    session.on("Network.loadingFinished", lambda said: sizes.update({said["requestId"]: said["encodedDataLength"]}))
    session.on("Network.loadingFailed", lambda said: failed.add(said["requestId"]))
    session.on("Network.responseReceived", lambda said: _refused(said, failed))
    page.goto(address, wait_until="networkidle")
    page.context.close()
    # What stands in the page itself, such as a picture in a data: address, is no request.
    sent = {key: url for key, url in asked.items() if url.startswith("http")}
    return View(
        size=sum(sizes.get(key, 0) for key in sent),
        requests=len(sent),
        failing=len(failed & sent.keys()),
        foreign=sum(urlsplit(url).netloc != urlsplit(address).netloc for url in sent.values()),
        seconds=statistics.median(_painted(chromium, address) for _ in range(_RUNS)),
    )


def measures(own: View, stock: View) -> list[Measure]:
    """Return the figures of our page beside those of the theme as it comes."""
    name = f"First view /{PLACE}"
    kilobytes = Measure(
        name=f"{name} KB", value=own.size / 1024, most=MOST_BYTES / 1024, stock=stock.size / 1024, digits=1
    )
    return [
        kilobytes,
        Measure(name=f"{name} requests", value=own.requests, most=MOST_REQUESTS, stock=stock.requests),
        Measure(name=f"{name} failing", value=own.failing, most=0, stock=stock.failing),
        Measure(name=f"{name} to other hosts", value=own.foreign, most=0, stock=stock.foreign),
        Measure(
            name=f"{name} text after s, 400 kbit/s, 400 ms, 4x CPU",
            value=own.seconds,
            most=MOST_SECONDS,
            stock=stock.seconds,
            digits=2,
        ),
    ]


def _page(chromium: Browser) -> tuple[Page, CDPSession]:
    """Open a page that has no cache and tells of its requests."""
    page = chromium.new_context(viewport=_PHONE).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    return page, session


def _refused(said: dict[str, Any], failed: set[str]) -> None:
    if said["response"]["status"] >= 400:
        failed.add(said["requestId"])


def _painted(chromium: Browser, address: str) -> float:
    """Return the seconds until the first text is seen on a slow line."""
    page, session = _page(chromium)
    line = {"offline": False, "latency": _ROUND_TRIP, "downloadThroughput": _BITS / 8, "uploadThroughput": _BITS / 8}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto(address, wait_until="load")
    painted: float = page.evaluate(_PAINTED)
    page.context.close()
    return painted / 1000
