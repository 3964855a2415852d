"""Reads and checks redirects.yml, and makes an HTML page for every old address, which works on any static host."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from urllib.parse import quote

from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..model.register_paths import REDIRECTS
from ..model.rules.all_rules import RuleName
from ..model.yaml_document import Document, Position
from ..text import yaml_text
from . import url_ledger
from .url_ledger import HOME, is_address, split

SCRIPT = "assets/javascripts/redirect.js"
"""The path, in the site, of the script that keeps the part of an address after #; everything else works without."""
LINK = "{link}"
"""The placeholder for the link in the sentence on a redirect page."""
KEYS = ("to", "since", "reason")

_ADVICE = {
    "to": "to: write an address from the root of the site, such as rights/delete/#after-payoff",
    "since": "since: write a date such as 2026-01-31, without quotes",
    "reason": "reason: write between double quotes why it moved",
}


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """An entry of redirects.yml; `position` is that of the old address, `to_position` that of the new one."""

    old: str
    to: str
    since: date
    reason: str
    position: Position
    to_position: Position


def read(text: str) -> tuple[dict[str, Redirect], list[Problem]]:
    """Return the valid redirects by old address, and the faults of the others; `text` is empty for a missing file."""
    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = Message(
            "this line cannot be read ({fault}); put the reason between double quotes", fault=Message(fault)
        )
        return {}, [Problem.at(REDIRECTS, fault.position, "redirect-broken", message)]
    if document.value is not None and not isinstance(document.value, dict):
        message = Message(
            "the file must be lines such as “old/address/: {{{names}}}”", names=[f"{key}: …" for key in KEYS]
        )
        return {}, [Problem(path=REDIRECTS, rule="redirect-broken", message=message)]
    problems = [
        Problem.at(REDIRECTS, position, "redirect-doubled", Message("“{name}” stands twice; delete one", name=name))
        for name, position in document.doubled
    ]
    found = {}
    for old, values in (document.value or {}).items():
        faults = list(_faults(document, old, values))
        problems += faults
        if not faults:
            found[old] = Redirect(
                old=old, **values, position=document.position((old,)), to_position=document.position((old, "to"))
            )
    return found, sorted(problems)


def targets(redirects: Mapping[str, Redirect]) -> dict[str, str]:
    """Return the new address by the old one, as `url_ledger.check` takes them."""
    return {old: redirect.to for old, redirect in redirects.items()}


def check(redirects: Mapping[str, Redirect], published: Collection[str]) -> Iterator[Problem]:
    """Report redirects from published addresses, to unpublished ones, and through other redirects."""
    known = frozenset(published)
    for old, redirect in redirects.items():
        if old in known:
            message = Message("“{old}” is published, so it needs no redirect; delete these lines", old=old)
            yield Problem.at(REDIRECTS, redirect.position, "redirect-still-published", message)
        elif "#" in old:
            yield from _section(redirect, redirects, known)
        yield from _target(redirect, redirects, known)


def pages(
    redirects: Mapping[str, Redirect], content: Content, site_url: str, words: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """
    Yield (path below the site, HTML) of the page to publish at each old address of a page.

    `site_url` ends with a slash. `words` gives, by language code, `title` and
    `text`: a sentence with `{link}` in place of the link to the new page.
    """
    found = url_ledger.pages(content)
    for old, redirect in redirects.items():
        if "#" not in old:
            code = url_ledger.language(content, old).code
            sentence = _sentence(redirect, code, words[code]["text"], found.get(split(redirect.to)[0]))
            moved = [each for each in redirects.values() if split(each.old)[0] == old and each is not redirect]
            canonical = site_url + _encoded(redirect.to)
            root = f'lang="{code}" dir="{content.language(code).direction}"'
            html = _html(redirect, root, words[code]["title"], canonical, sentence + section_links(moved))
            yield old.removeprefix(HOME) + "index.html", html


def _faults(document: Document, old: str, values: object) -> Iterator[Problem]:
    position = document.position((old,))
    if not is_address(old):
        message = Message(
            "“{old}” is no address: write it from the root of the site, such as rights/delete/#after-payoff", old=old
        )
        yield Problem.at(REDIRECTS, position, "redirect-address-malformed", message)
    given = values if isinstance(values, dict) else {}
    for key in KEYS:
        if key not in given:
            yield Problem.at(
                REDIRECTS,
                position,
                "redirect-key-missing",
                Message("“{old}” has no {advice}", old=old, advice=Message(_ADVICE[key])),
            )
        elif not _is_valid(key, given[key]):
            yield Problem.at(REDIRECTS, document.position((old, key)), "redirect-value-wrong", _ADVICE[key])
    for key in given:
        if key not in KEYS:
            message = Message("“{key}” is not known; write one of {keys}, or delete the line", key=key, keys=[*KEYS])
            yield Problem.at(REDIRECTS, document.position((old, key)), "redirect-key-unknown", message)


def _is_valid(key: str, value: object) -> bool:
    if key == "since":
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, str) and (is_address(value) if key == "to" else bool(value.strip()))


def _section(redirect: Redirect, redirects: Mapping[str, Redirect], published: Collection[str]) -> Iterator[Problem]:
    """Report a redirect of a section that cannot work: browsers request only its page, without the part after #."""
    page, _ = split(redirect.old)
    if page not in published and page not in redirects:
        message = Message(
            "nothing answers at {page}: add a line “{page}: {{to: …, since: …, reason: …}}” too", page=page
        )
        yield Problem.at(REDIRECTS, redirect.position, "redirect-page-needed", message)


def _target(redirect: Redirect, redirects: Mapping[str, Redirect], published: Collection[str]) -> Iterator[Problem]:
    way = [redirect.old]
    while way[-1] in redirects and way[-1] not in way[:-1]:
        way.append(redirects[way[-1]].to)
    shown = " → ".join(way)
    rule: RuleName
    if redirect.to == redirect.old:
        rule, message = (
            "redirect-self",
            Message("“{old}” leads to itself; write the new address after “to:”", old=redirect.old),
        )
    elif way[-1] in redirects:
        rule, message = (
            "redirect-loop",
            Message("{shown} goes round in a circle; write an address that is published", shown=shown),
        )
    elif len(way) > 2:  # noqa: PLR2004 - old and new
        rule, message = "redirect-chain", Message("{shown} is a detour; write “to: {way}”", shown=shown, way=way[-1])
    elif redirect.to not in published:
        rule, message = (
            "redirect-target-unpublished",
            Message("“{to}” is not published; write an address that is", to=redirect.to),
        )
    else:
        return
    yield Problem.at(REDIRECTS, redirect.to_position, rule, message)


def _html(redirect: Redirect, root: str, title: str, canonical: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html {root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(title)}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(canonical)}">
<meta http-equiv="refresh" content="0; url={escape(_relative(redirect.old, redirect.to))}">
<script src="{_relative(redirect.old, SCRIPT)}" defer></script>
</head>
<body>
{body}</body>
</html>
"""


def _sentence(redirect: Redirect, code: str, text: str, page: Page | None) -> str:
    """Return the sentence with the new page's title as link; without `{link}` the whole sentence is the link."""
    before, mark, after = text.partition(LINK)
    name, language = (page.title, page.language) if page else ("", code)
    if not mark or not name:
        before, name, after, language = "", before + after, "", code
    other = "" if language == code else f' lang="{language}" hreflang="{language}"'
    link = f'<a href="{escape(_relative(redirect.old, redirect.to))}"{other}>{escape(name)}</a>'
    return f"<p>{escape(before)}{link}{escape(after)}</p>\n"


def section_links(moved: Iterable[Redirect]) -> str:
    """Return hidden links for the script, from the ids of sections that have redirects of their own."""
    return "".join(
        f'<a id="{escape(split(each.old)[1])}" href="{escape(_relative(each.old, each.to))}" hidden>'
        f"{escape(each.to)}</a>\n"
        for each in moved
    )


def _encoded(address: str) -> str:
    """Return an address percent-encoded, relative to the root of the site."""
    page, section = split(address)
    return quote(page.removeprefix(HOME)) + (f"#{quote(section)}" if section else "")


def _relative(old: str, to: str) -> str:
    """Return an address percent-encoded, relative to the page of an old address."""
    return "../" * split(old)[0].removeprefix(HOME).count("/") + _encoded(to) or HOME
