"""
Asks addresses of other hosts what they answer, as politely as a robot can.

A host gets one request at a time, and never faster than the pace; several
hosts are visited at once.
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
from .link_ledger import Visit, VisitFault

USER_AGENT = "online-loan-privacy-handbook-link-check"
_SUCCESS = range(200, 300)
_PERMANENT = (301, 308)
_WAIT = (429, 503)
_SERVER_FAULTS = range(500, 600)
_TRANSIENT: tuple[VisitFault, ...] = ("timeout", "connection")
_BROKEN_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""What OpenSSL raises when the other side hangs up: that says nothing against its certificate."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """
    How patient the visits are; all times in seconds.

    `overall` bounds the time that one address may spend on the network, all
    redirects and attempts together; time spent waiting does not count. Between
    two requests to a host lies at least `pace`, before each of the `retries`
    at least `backoff`, doubled every time, or what the host asks for; if it
    asks for more than `longest_wait`, the address is given up for today.
    `body` is the longest answer that is read, in bytes; `save_every` is the
    time after which the ledger is written. `trust` says whose certificates
    are accepted; None means those that browsers accept.
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
    """The clock, in seconds since any moment, and how to wait some seconds: tests bring their own."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(kw_only=True)
class _Host:
    """Who may ask a host now, and when the next request may begin, by the clock of `Timing`."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = float("-inf")


@dataclass(kw_only=True)
class _Request:
    """One address to visit, with what client, and the seconds that it may still spend on the network."""

    url: str
    client: httpx.AsyncClient
    seconds_left: float


class Visitor:
    """
    One run of visits, which remembers when each host was last asked.

    `on_visit` is called with each visit as soon as it is made.
    """

    def __init__(self, limits: Limits, timing: Timing, on_visit: Callable[[Visit], None]) -> None:
        self.limits = limits
        self.timing = timing
        self.on_visit = on_visit
        self.trust = limits.trust or httpx.create_ssl_context(trust_env=False)
        self.hosts: defaultdict[str, _Host] = defaultdict(_Host)

    async def visit_all(self, urls: Sequence[str]) -> list[Visit]:
        """Visit each address; several hosts at once, the addresses of one host one after the other."""
        slots = asyncio.Semaphore(self.limits.hosts_at_once)
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for url in urls:
            groups[_host(url)].append(url)
        visits = await asyncio.gather(*(self._visit_host(group, slots) for group in groups.values()))
        return [made for of_host in visits for made in of_host]

    async def _visit_host(self, urls: Sequence[str], slots: asyncio.Semaphore) -> list[Visit]:
        """Visit addresses of one host, as soon as one of the slots is free."""
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
                request = _Request(url=url, client=client, seconds_left=self.limits.overall)
                visits.append(await self._visit(request))
                self.on_visit(visits[-1])
        return visits

    async def _visit(self, request: _Request) -> Visit:
        """Visit by HEAD, and by GET what does not succeed: many servers know no HEAD, or answer it wrongly."""
        made, asked_wait = await self._follow(request, "HEAD")
        if made.status in _SUCCESS or made.fault in ("tls", "address"):
            return made
        for attempt in range(self.limits.retries + 1):
            if _transient(made):
                wait = self.limits.backoff * 2**attempt if asked_wait is None else asked_wait
                if wait > self.limits.longest_wait or request.seconds_left <= 0:
                    break
                await self.timing.sleep(wait)
            made, asked_wait = await self._follow(request, "GET")
            if not _transient(made):
                break
        return made

    async def _follow(self, request: _Request, method: str) -> tuple[Visit, float | None]:
        """Follow the redirects of an address; return the visit, and the seconds that the host asks to wait."""
        at, permanent, met = request.url, True, set()
        for _ in range(self.limits.redirects + 1):
            # Some hosts set a cookie and send the browser back to the same address: that is no loop yet.
            state = (at, *sorted(f"{cookie.name}={cookie.value}" for cookie in request.client.cookies.jar))
            if state in met:
                return Visit(url=request.url, final=at, fault="loop"), None
            met.add(state)
            answer = await self._ask(request, method, at)
            if not isinstance(answer, httpx.Response):
                return Visit(url=request.url, final=at, fault=answer), None
            if answer.next_request is None:
                moved = permanent and len(met) > 1
                made = Visit(url=request.url, final=at, status=answer.status_code, permanent=moved)
                return made, _retry_after(answer)
            permanent = permanent and answer.status_code in _PERMANENT
            at = link_ledger.address(str(answer.next_request.url))
            if answer.next_request.url.scheme not in ("http", "https"):
                return Visit(url=request.url, final=request.url, fault="address"), None
        return Visit(url=request.url, final=at, fault="redirects"), None

    async def _ask(self, request: _Request, method: str, url: str) -> httpx.Response | VisitFault:
        """Send one request when the host may be asked; only the request, not the waiting, costs seconds."""
        host = self.hosts[_host(url)]
        async with host.turn:
            if (wait := host.free_at - self.timing.clock()) > 0:
                await self.timing.sleep(wait)
            began = self.timing.clock()
            try:
                async with asyncio.timeout(request.seconds_left):
                    return await self._send(request.client, method, url)
            except (httpx.HTTPError, httpx.InvalidURL, h2.exceptions.H2Error, OSError) as error:
                return _fault(error)
            finally:
                request.seconds_left -= self.timing.clock() - began
                host.free_at = self.timing.clock() + self.limits.pace

    async def _send(self, client: httpx.AsyncClient, method: str, url: str) -> httpx.Response:
        """Return the head of the answer; a short body is read, so that the connection can be used again."""
        async with client.stream(method, url) as response:
            length = response.headers.get("content-length", "")
            if method == "GET" and length.isdecimal() and int(length[:9]) <= self.limits.body:
                with contextlib.suppress(TimeoutError, httpx.HTTPError, h2.exceptions.H2Error):
                    async with asyncio.timeout(self.limits.read):
                        async for _ in response.aiter_raw():
                            pass
        return response


def _host(url: str) -> str:
    """Return the host of an address, or nothing if it cannot be taken apart."""
    try:
        return httpx.URL(url).host
    except httpx.InvalidURL:
        return ""


def _transient(made: Visit) -> bool:
    """Tell whether asking again in a while may help."""
    return made.fault in _TRANSIENT or made.status in _WAIT or made.status in _SERVER_FAULTS


def _fault(error: Exception) -> VisitFault:
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
    """Yield an error and those that it came from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _retry_after(response: httpx.Response) -> float | None:
    """Return the seconds of a Retry-After, or None; a date in it is compared with the host's own clock."""
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
