"""
The ledger of external links: what each answered, since when, and which of them are dead.

One visit proves little: servers are down at night and refuse robots. So a
link is dead only after failures on days apart, and the ledger remembers them
from one run to the next.
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

from ...model.problem import ToolError

PATH = "docs/_data/external-links.json"
"""Where the ledger stands in the repository."""
APART = timedelta(days=2)
"""How far apart two failures lie at least before a link is called dead."""

Fault = Literal["", "timeout", "tls", "connection", "loop", "redirects", "address"]
Status = Literal["good", "moved", "tls-invalid", "blocked", "failing", "dead"]

_WEB = r"(?i)^https?://[^#]+$"
_Address = Annotated[str, StringConstraints(pattern=_WEB)]
_REFUSED = (401, 403, 412, 418, 429, 451, 521)
"""What a host, or the firewall before it, says to robots, while a browser gets the page."""
_SLOW_TO_ROBOTS = ".gov.cn"
"""These hosts often answer a foreign robot with silence."""
_KEPT = 5
"""How many of the latest failures an entry lists; `first_failure` keeps the oldest."""
_SAFE = "!#$%&'()*+,-./:;=?@[]_~"
_WORDS: dict[Fault, str] = {
    "timeout": "no answer in time",
    "tls": "certificate or encryption not valid",
    "connection": "connection failed",
    "loop": "redirects in a circle",
    "redirects": "too many redirects",
    "address": "redirects to what is no web address",
}
_HEADINGS: dict[Status, str] = {
    "dead": "Dead: replace the link or take it out",
    "moved": "Moved for good: write the new address",
    "tls-invalid": "Certificate or encryption not valid: open by hand",
    "blocked": "Robots refused: open by hand now and then",
    "failing": "Failed once: wait for the next run",
}
"""The order of the weekly issue; good links are only counted."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """
    What one address answered in one run.

    `status` is the HTTP status at `final`, the address where the redirects
    ended, or None if `fault` says why there was none. `permanent` is true
    if there were redirects and each of them was a 301 or a 308.
    """

    url: str
    final: str
    status: int | None = None
    fault: Fault = ""
    permanent: bool = False


class Entry(BaseModel):
    """
    One link in the ledger.

    `since` is the first day of the present status; `first_failure` and
    `failures` are those after `last_good`, the oldest first; `archived` is
    the address of a copy, which only people write.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    status: Status
    answer: str
    since: date
    last_good: date | None = None
    first_failure: date | None = None
    failures: tuple[date, ...] = Field(default=(), max_length=_KEPT)
    final: _Address
    archived: _Address | None = None


Ledger = Mapping[str, Entry]
"""The entries by the address that the pages link to, without its fragment."""

_FILE = TypeAdapter(dict[_Address, Entry])


def address(url: str) -> str:
    """Return the address under which a link stands in the ledger: servers never see what follows the #."""
    # Not urldefrag: it stops at addresses that are none, such as “http://[”, and pages have those too.
    return url.partition("#")[0]


def is_visited(address: str) -> bool:
    """Tell whether an address of the ledger's form is one of the web."""
    return bool(re.search(_WEB, address))


def update(ledger: Ledger, visits: Iterable[Visit], today: date) -> Ledger:
    """Return the ledger after the visits of a day; the same visits on the same day change nothing more."""
    return {**ledger, **{visit.url: _entry(ledger.get(visit.url), visit, today) for visit in visits}}


def keep(ledger: Ledger, urls: Iterable[str]) -> Ledger:
    """Return the ledger without the links that no page has any more."""
    linked = {address(url) for url in urls}
    return {url: entry for url, entry in ledger.items() if url in linked}


def read(text: str) -> Ledger:
    """
    Return the ledger of a text; the text of a missing file is empty, and so is its ledger.

    Raises ToolError if the text is no ledger.
    """
    if not text.strip():
        return {}
    try:
        return _FILE.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise ToolError(
            f"{PATH} is damaged: {place + ': ' if place else ''}{first['msg']}; mend it there, or type "
            f"“git checkout -- {PATH}” to go back to the last run; deleted, it starts anew and forgets all failures"
        ) from error


def render(ledger: Ledger) -> str:
    """Return the text of the ledger: JSON with sorted keys, so that a diff shows what changed."""
    entries = _FILE.dump_python(dict(ledger), mode="json")
    return json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def summary(ledger: Ledger) -> str:
    """Return the Markdown of the weekly issue: what needs a person, the most urgent first."""
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


def _entry(old: Entry | None, visit: Visit, today: date) -> Entry:
    """Return the new entry; a refusal or a bad certificate neither adds a failure nor wipes one out."""
    failures = _failures(old)
    status = _status(visit)
    if status in ("good", "moved"):
        failures = frozenset()
    elif status == "failing":
        failures |= {today}
        status = "dead" if max(failures) - min(failures) >= APART else "failing"
    return Entry(
        status=status,
        answer=_WORDS[visit.fault] if visit.fault else str(visit.status),
        since=old.since if old and old.status == status else today,
        last_good=today if status in ("good", "moved") else old.last_good if old else None,
        first_failure=min(failures, default=None),
        failures=tuple(sorted(failures)[-_KEPT:]),
        final=address(visit.final),
        archived=old.archived if old else None,
    )


def _failures(old: Entry | None) -> frozenset[date]:
    if not old:
        return frozenset()
    first: Collection[date] = (old.first_failure,) if old.first_failure else ()
    return frozenset((*first, *old.failures))


def _status(visit: Visit) -> Status:
    """Return what one visit says by itself; whether a failing link is dead is for the ledger to say."""
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


def _line(url: str, entry: Entry) -> str:
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
    """Return a Markdown link that no sign in a foreign address can end early."""
    return f"<{quote(url, safe=_SAFE)}>"
