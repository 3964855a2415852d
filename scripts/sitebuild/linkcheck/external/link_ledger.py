"""
The ledger of external links: what each of them answered, since when, and which of them are dead.

One visit proves little: servers are down for a night, and some refuse robots.
So a link is called dead only after failures on days that lie `APART`, and the
ledger, a JSON file, remembers them from one run to the next.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Literal
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from ...model.message import Message
from ...model.problem import ToolError

APART = timedelta(days=2)
"""The time between the first failure and the last after which a link is called dead."""

VisitFault = Literal["", "timeout", "tls", "connection", "loop", "redirects", "address"]
LinkStatus = Literal["good", "moved", "tls-invalid", "blocked", "failing", "dead"]

_WEB = r"(?i)^https?://[^#]+$"
_Address = Annotated[str, StringConstraints(pattern=_WEB)]
_REFUSED = (401, 403, 412, 418, 429, 451, 521)
"""HTTP statuses by which a host, or the firewall before it, refuses robots, while a browser gets the page."""
_SLOW_TO_ROBOTS = ".gov.cn"
"""These hosts often answer a foreign robot with silence."""
_KEPT = 5
"""How many of the latest failures an entry lists; `first_failure` keeps the oldest."""
_UNQUOTED = "!#$%&'()*+,-./:;=?@[]_~"
_FAULT_TEXTS: dict[VisitFault, str] = {
    "timeout": "no answer in time",
    "tls": "certificate or encryption not valid",
    "connection": "connection failed",
    "loop": "redirects in a circle",
    "redirects": "too many redirects",
    "address": "redirects to what is no web address",
}
_HEADINGS: dict[LinkStatus, str] = {
    "dead": "Dead: replace the link or take it out",
    "moved": "Moved for good: write the new address",
    "tls-invalid": "Certificate or encryption not valid: open by hand",
    "blocked": "Robots refused: open by hand now and then",
    "failing": "Failed once: wait for the next run",
}
"""The headings of the weekly issue, in their order; good links are only counted."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """
    What one address answered in one run.

    `status` is the HTTP status at `final`, the address where the redirects
    ended, or None if `fault` says why there was no answer. `permanent` is
    true if there were redirects and each of them was a 301 or a 308.
    """

    url: str
    final: str
    status: int | None = None
    fault: VisitFault = ""
    permanent: bool = False


class LinkEntry(BaseModel):
    """
    One link in the ledger.

    `answer` is the HTTP status, or a fault in words; `since` is the first day
    of the present `status`. `failures` are the days since `last_good` on which
    the link failed, the latest five, the oldest of them first; `first_failure`
    is the first of all. `final` is where the redirects ended. `archived` is
    the address of a copy, which only people write.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    status: LinkStatus
    answer: str
    since: date
    last_good: date | None = None
    first_failure: date | None = None
    failures: tuple[date, ...] = Field(default=(), max_length=_KEPT)
    final: _Address
    archived: _Address | None = None


Ledger = Mapping[str, LinkEntry]
"""The entries by the address that the pages link to, without its fragment."""

_FILE = TypeAdapter(dict[_Address, LinkEntry])


def address(url: str) -> str:
    """Return the address by which the ledger knows a link: servers never see what follows the `#`."""
    # Not urldefrag: it stops at addresses that are none, such as “http://[”, and pages have those too.
    return url.partition("#")[0]


def is_visited(address: str) -> bool:
    """Tell whether an address, as `address` gives it, begins with http: or https: and can be visited."""
    return bool(re.search(_WEB, address))


def update(ledger: Ledger, visits: Iterable[Visit], today: date) -> Ledger:
    """Return the ledger after visits on one day; the same visits on the same day again change nothing more."""
    return {**ledger, **{visit.url: _entry(ledger.get(visit.url), visit, today) for visit in visits}}


def keep(ledger: Ledger, urls: Iterable[str]) -> Ledger:
    """Return the ledger without the links that are not among `urls`, those of all pages."""
    linked = {address(url) for url in urls}
    return {url: entry for url, entry in ledger.items() if url in linked}


def read(text: str, path: str) -> Ledger:
    """
    Return the ledger in the text of its file; empty text, that of a missing file, is an empty ledger.

    Raises ToolError if the text is no ledger; `path` is the file that the
    error names.
    """
    if not text.strip():
        return {}
    try:
        return _FILE.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise ToolError(
            Message(
                "{path} is damaged: {fault}; mend it there, or type “git checkout -- {path}” to go back to the last "
                "run; deleted, it starts anew and forgets all failures",
                path=path,
                fault=f"{place + ': ' if place else ''}{first['msg']}",
            )
        ) from error


def render(ledger: Ledger) -> str:
    """Return the text of the ledger: JSON with sorted keys, so that a diff shows what changed."""
    entries = _FILE.dump_python(dict(ledger), mode="json")
    return json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def summary(ledger: Ledger) -> str:
    """Return the weekly issue in Markdown: the links that a person should look at, the most urgent first."""
    order = list(_HEADINGS)
    urgent = {url: entry for url, entry in ledger.items() if entry.status in order}
    if not urgent:
        return f"All external links answer ({len(ledger)}).\n"
    ranked = sorted(urgent, key=lambda url: (order.index(urgent[url].status), urgent[url].since, url))
    parts = [f"{len(urgent)} of {len(ledger)} external links need a look.\n"]
    for status, urls in groupby(ranked, key=lambda url: urgent[url].status):
        lines = [_line(url, urgent[url]) for url in urls]
        parts.append(f"## {_HEADINGS[status]} ({len(lines)})\n\n" + "".join(lines))
    return "\n".join(parts)


def _entry(old: LinkEntry | None, visit: Visit, today: date) -> LinkEntry:
    """Return the entry of a link after a visit; a refusal or a bad certificate neither adds nor clears failures."""
    failures = _failures(old)
    status = _status(visit)
    if status in ("good", "moved"):
        failures = frozenset()
    elif status == "failing":
        failures |= {today}
        status = "dead" if max(failures) - min(failures) >= APART else "failing"
    return LinkEntry(
        status=status,
        answer=_FAULT_TEXTS[visit.fault] if visit.fault else str(visit.status),
        since=old.since if old and old.status == status else today,
        last_good=today if status in ("good", "moved") else old.last_good if old else None,
        first_failure=min(failures, default=None),
        failures=tuple(sorted(failures)[-_KEPT:]),
        final=address(visit.final),
        archived=old.archived if old else None,
    )


def _failures(old: LinkEntry | None) -> frozenset[date]:
    if not old:
        return frozenset()
    first: Collection[date] = (old.first_failure,) if old.first_failure else ()
    return frozenset((*first, *old.failures))


def _status(visit: Visit) -> LinkStatus:
    """Return the status after one visit alone: `failing` too for a link that earlier failures make a dead one."""
    if visit.fault == "tls":
        return "tls-invalid"
    if visit.fault == "timeout" and f".{_host(visit.final)}".endswith(_SLOW_TO_ROBOTS):
        return "blocked"
    if visit.status in _REFUSED:
        return "blocked"
    if visit.status is None or not 200 <= visit.status < 300:  # noqa: PLR2004 - as HTTP numbers them
        return "failing"
    return "moved" if visit.permanent and visit.final != visit.url else "good"


def _host(url: str) -> str:
    """Return the host of an address, or nothing where it has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _line(url: str, entry: LinkEntry) -> str:
    """Return the line of a link in the weekly issue."""
    words = f"- {_link(url)}"
    if entry.status == "moved":
        words += f" → {_link(entry.final)}"
    else:
        words += f": {entry.answer}, since {entry.first_failure if entry.status == 'dead' else entry.since}"
        words += f", last good {entry.last_good}" if entry.last_good else ", never seen good"
    if entry.archived:
        words += f"; a copy: {_link(entry.archived)}"
    return words + "\n"


def _link(url: str) -> str:
    """Return a Markdown link that no character in a foreign address can end early."""
    return f"<{quote(url, safe=_UNQUOTED)}>"
