"""
Asks external addresses what they answer, as politely as a robot can.

A host is asked one thing at a time and never faster than the pace; several
hosts are asked at once.
"""

import asyncio
import contextlib
import ssl
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

import h2.exceptions
import httpx

from . import link_ledger
from .link_ledger import Fault, Visit

USER_AGENT = "online-loan-privacy-handbook-link-check"
_SUCCESS = range(200, 300)
_PERMANENT = (301, 308)
_WAIT = (429, 503)
_SERVER_FAULTS = range(500, 600)
_TRANSIENT: tuple[Fault, ...] = ("timeout", "connection")
_BROKEN_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""What OpenSSL raises when the other side hangs up: no word against its certificate."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """
    How patient the visits are; all times in seconds.

    `overall` bounds the time that one address may spend on the network, all
    redirects and attempts together; waiting is bounded by `pace`, `backoff`
    (doubled at each of the `retries`) and `longest_wait`, beyond which a
    Retry-After is taken for “not today”. `body` is in bytes. `trust` says
    whose certificates are believed; None means those that browsers believe.
    """

    pace: float = 2
    connect: float = 10
    read: float = 15
    overall: float = 60
    redirects: int = 10
    retries: int = 2
    backoff: float = 2
    longest_wait: float = 120
    body: int = 64 * 1024
    hosts_at_once: int = 8
    save_every: float = 5
    trust: ssl.SSLContext | None = None


@dataclass(frozen=True, kw_only=True)
class Timing:
    """The clock, in seconds from anywhere, and how to wait: tests bring their own."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(kw_only=True)
class _Host:
    """One request at a time, and when the next may begin."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = float("-inf")


@dataclass(kw_only=True)
class _Errand:
    """One address to visit, and the seconds it may still spend on the network."""

    url: str
    client: httpx.AsyncClient
    left: float


class Visitor:
    """One run: the hosts it met, and how it goes about them."""

    def __init__(self, limits: Limits, timing: Timing, seen: Callable[[Visit], None]) -> None:
        self.limits = limits
        self.timing = timing
        self.seen = seen
        self.trust = limits.trust or httpx.create_ssl_context(trust_env=False)
        self.hosts: defaultdict[str, _Host] = defaultdict(_Host)

    async def all(self, urls: Sequence[str]) -> list[Visit]:
        """Visit several hosts at once, the addresses of one host in a row."""
        slots = asyncio.Semaphore(self.limits.hosts_at_once)
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for url in urls:
            groups[_host(url)].append(url)
        visits = await asyncio.gather(*(self._row(group, slots) for group in groups.values()))
        return [made for row in visits for made in row]

    async def _row(self, urls: Sequence[str], slots: asyncio.Semaphore) -> list[Visit]:
        # A client per host: its cookies decide what a loop is, and other hosts must not change them.
        timeout = httpx.Timeout(self.limits.read, connect=self.limits.connect)
        headers = {"User-Agent": USER_AGENT}
        visits = []
        async with (
            slots,
            httpx.AsyncClient(
                http2=True, verify=self.trust, trust_env=False, timeout=timeout, headers=headers
            ) as client,
        ):
            for url in urls:
                errand = _Errand(url=url, client=client, left=self.limits.overall)
                visits.append(await self._visit(errand))
                self.seen(visits[-1])
        return visits

    async def _visit(self, errand: _Errand) -> Visit:
        """Ask by HEAD; what does not succeed is asked by GET, for many servers know no HEAD or lie to it."""
        made, asked = await self._follow(errand, "HEAD")
        if made.status in _SUCCESS or made.fault in ("tls", "address"):
            return made
        for attempt in range(self.limits.retries + 1):
            if _transient(made):
                wait = self.limits.backoff * 2**attempt if asked is None else asked
                if wait > self.limits.longest_wait or errand.left <= 0:
                    break
                await self.timing.sleep(wait)
            made, asked = await self._follow(errand, "GET")
            if not _transient(made):
                break
        return made

    async def _follow(self, errand: _Errand, method: str) -> tuple[Visit, float | None]:
        """Follow the redirects of an address; return the visit, and the seconds that the host asks to wait."""
        at, permanent, met = errand.url, True, set()
        for _ in range(self.limits.redirects + 1):
            # Some hosts set a cookie and send the browser back to the same address: that is no loop yet.
            state = (at, *sorted(f"{cookie.name}={cookie.value}" for cookie in errand.client.cookies.jar))
            if state in met:
                return Visit(url=errand.url, final=at, fault="loop"), None
            met.add(state)
            answer = await self._ask(errand, method, at)
            if not isinstance(answer, httpx.Response):
                return Visit(url=errand.url, final=at, fault=answer), None
            if answer.next_request is None:
                moved = permanent and len(met) > 1
                made = Visit(url=errand.url, final=at, status=answer.status_code, permanent=moved)
                return made, _retry_after(answer)
            permanent = permanent and answer.status_code in _PERMANENT
            at = link_ledger.address(str(answer.next_request.url))
            if answer.next_request.url.scheme not in ("http", "https"):
                return Visit(url=errand.url, final=errand.url, fault="address"), None
        return Visit(url=errand.url, final=at, fault="redirects"), None

    async def _ask(self, errand: _Errand, method: str, url: str) -> httpx.Response | Fault:
        """Send one request when it is its turn; waiting for the turn costs the errand nothing."""
        host = self.hosts[_host(url)]
        async with host.turn:
            if (wait := host.free_at - self.timing.clock()) > 0:
                await self.timing.sleep(wait)
            began = self.timing.clock()
            try:
                async with asyncio.timeout(errand.left):
                    return await self._send(errand.client, method, url)
            except (httpx.HTTPError, httpx.InvalidURL, h2.exceptions.H2Error, OSError) as error:
                return _fault(error)
            finally:
                errand.left -= self.timing.clock() - began
                host.free_at = self.timing.clock() + self.limits.pace

    async def _send(self, client: httpx.AsyncClient, method: str, url: str) -> httpx.Response:
        """Return the head of the answer; a short body is read, so that the connection serves again."""
        async with client.stream(method, url) as response:
            length = response.headers.get("content-length", "")
            if method == "GET" and length.isdecimal() and int(length[:9]) <= self.limits.body:
                with contextlib.suppress(TimeoutError, httpx.HTTPError, h2.exceptions.H2Error):
                    async with asyncio.timeout(self.limits.read):
                        async for _ in response.aiter_raw():
                            pass
        return response


def _host(url: str) -> str:
    try:
        return httpx.URL(url).host
    except httpx.InvalidURL:
        return ""


def _transient(made: Visit) -> bool:
    """Tell whether asking again in a while may help."""
    return made.fault in _TRANSIENT or made.status in _WAIT or made.status in _SERVER_FAULTS


def _fault(error: Exception) -> Fault:
    """Return what an error of the network means for the ledger."""
    chain = tuple(_chain(error))
    if isinstance(error, (TimeoutError, httpx.TimeoutException)):
        return "timeout"
    if any(isinstance(each, (httpx.InvalidURL, httpx.UnsupportedProtocol)) for each in chain):
        return "address"
    if any(isinstance(each, ssl.SSLError) and not isinstance(each, _BROKEN_OFF) for each in chain):
        return "tls"
    return "connection"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _retry_after(response: httpx.Response) -> float | None:
    """Return the seconds of a Retry-After; a date in it is measured against the host's own clock."""
    text: str = response.headers.get("retry-after", "")
    if response.status_code not in _WAIT or not text:
        return None
    if text.isascii() and text.isdecimal():
        return float(text)
    try:
        until, now = parsedate_to_datetime(text), parsedate_to_datetime(response.headers["date"])
        return max(0.0, (until - now).total_seconds())
    except (KeyError, TypeError, ValueError):
        return None
