"""
References into the registers: `[](law:pipl/47)` → what a reader sees, in the reader's language.

    [](law:pipl/47)         the citation, with a link to the index of laws; `pipl/13,17` for several articles
    [](phone:12378)         the number, ready to be dialled; `12110/beijing` for another number of the channel
    [](channel:12378)       name and number, with a link to the index of channels
    [](site:gsxt)           the name, with a link to the official site
    [](fact:credit-reply)   the value with its unit
    [](term:handler)        the term, with a link to its definition
    [](company:weilidai)    the operator's name, with a link to the index of companies

Words in the brackets replace the citation, name or term. A suffix such as
`@zh` asks for the words of that language.
"""

import difflib
import posixpath
import re
from collections.abc import Iterator

from ..model.page import Reference
from ..model.registers import CITABLE, Registers
from . import formatting

SCHEMES = ("law", "channel", "phone", "site", "fact", "term", "company")
LAWS, CHANNELS, COMPANIES, GLOSSARY = "laws.md", "channels.md", "companies.md", "glossary.md"
"""The index pages that references lead to, at the top of each language folder."""

_REFERENCE = re.compile(rf"\[([^\[\]]*)\]\(({'|'.join(SCHEMES)}):([^\s()@]+)(?:@([A-Za-z-]+))?\)")
_REGISTER = {
    "law": "laws",
    "channel": "channels",
    "phone": "channels",
    "site": "channels",
    "fact": "facts",
    "term": "terms",
    "company": "companies",
}
_SEVERAL = 3


class UnresolvedError(Exception):
    """A reference names nothing; the message says what to type instead."""


def find(line: str, number: int) -> Iterator[Reference]:
    """Yield the references in a line of Markdown."""
    for found in _REFERENCE.finditer(line):
        yield Reference(
            line=number,
            column=found.start() + 1,
            scheme=found[2],
            target=found[3],
            text=found[1],
            language=found[4] or "",
        )


def register_of(reference: Reference) -> str:
    """Return the register that a reference looks in."""
    return _REGISTER[reference.scheme]


def expand(text: str, registers: Registers, language: str, name: str) -> str:
    """
    Return Markdown with every reference replaced; what cannot be resolved stays as it is.

    `name` is the page's path in its language folder: links are relative to it.
    """

    def replace(found: re.Match[str]) -> str:
        reference = next(find(found[0], 1))
        try:
            return resolve(reference, registers, language, name)
        except UnresolvedError:
            return found[0]

    return _REFERENCE.sub(replace, text)


def resolve(reference: Reference, registers: Registers, language: str, name: str) -> str:
    """Return what a reference becomes in Markdown; raise UnresolvedError if it names nothing."""
    code = reference.language or language
    if code not in registers.words:
        raise UnresolvedError(f"there is no language “{code}”; write {_or(registers.words)}")
    _check_key(reference, registers, code)
    shown = {
        "law": _law,
        "channel": _channel,
        "phone": _phone,
        "site": _site,
        "fact": _fact,
        "term": _term,
        "company": _company,
    }[reference.scheme](reference, registers, code, posixpath.dirname(name))
    # Words of another language say so, for the voices and fonts that read them.
    return shown if code == language else f'<span lang="{code}">{shown}</span>'


def _check_key(reference: Reference, registers: Registers, code: str) -> None:
    register = register_of(reference)
    entries = getattr(registers.words[code], register)
    known = [key for key in getattr(registers, register) if key in entries]
    if reference.key not in known:
        near = difflib.get_close_matches(reference.key, known, _SEVERAL, 0.4) or sorted(known)[:_SEVERAL]
        raise UnresolvedError(f"“{reference.key}” is not in {register}.yml; did you mean {_or(near)}?")


def _law(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    law = registers.laws[reference.key]
    if law.status not in CITABLE:
        raise UnresolvedError(_successor(reference, registers))
    for article in reference.parts:
        if article not in law.articles:
            raise UnresolvedError(
                f"“{reference.key}” has no article {article} in laws.yml; it has {_near(article, law.articles)}"
                " (register the article with its gist if it exists)"
            )
    words = registers.words[code].laws[reference.key]
    shown = reference.text or formatting.citation(words.cite, reference.parts, registers.words[code].grammar)
    anchor = "-".join([reference.key, *reference.parts[:1]])
    return f"[{shown}]({_to(LAWS, folder)}#{anchor})"


def _successor(reference: Reference, registers: Registers) -> str:
    law = registers.laws[reference.key]
    reason = f"“{reference.key}” is {law.status.replace('-', ' ')} and cannot be cited as in force"
    if not law.superseded_by:
        return f"{reason}; take the reference out"
    moved = [law.moved.get(article, "") for article in reference.parts]
    target = law.superseded_by + (f"/{','.join(moved)}" if moved and all(moved) else "")
    return f"{reason}; write (law:{target})"


def _channel(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    words = registers.words[code].channels[reference.key]
    shown = f"[{reference.text or words.name}]({_to(CHANNELS, folder)}#{channel_anchor(reference.key)})"
    if not registers.channels[reference.key].numbers:
        return shown
    return formatting.name_and_number(shown, _phone(reference, registers, code, folder), registers.words[code].grammar)


def _phone(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    channel = registers.channels[reference.key]
    name = reference.parts[0] if reference.parts else "main"
    if name not in channel.numbers:
        if not channel.numbers:
            raise UnresolvedError(f"“{reference.key}” has no number; write [](channel:{reference.key})")
        raise UnresolvedError(f"“{reference.key}” has no number “{name}”; it has {_or(channel.numbers)}")
    number = channel.numbers[name]
    return f"[{number}]({channel.dial}:{formatting.digits(number)})"


def _site(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    channel = registers.channels[reference.key]
    if channel.url is None:
        raise UnresolvedError(f"“{reference.key}” has no site; write [](channel:{reference.key})")
    return f"[{reference.text or registers.words[code].channels[reference.key].name}]({channel.url})"


def _fact(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    words = registers.words[code]
    return formatting.fact(registers.facts[reference.key], words.facts[reference.key], words.grammar)


def _term(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    shown = reference.text or registers.words[code].terms[reference.key].term
    return f"[{shown}]({_to(GLOSSARY, folder)}#{reference.key}){{.term}}"


def _company(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    words = registers.words[code]
    company = registers.companies[reference.key]
    shown = reference.text or formatting.operator(company, words.companies[reference.key], words.to_own_script)
    return f"[{shown}]({_to(COMPANIES, folder)}#{company_anchor(reference.key)})"


def channel_anchor(key: str) -> str:
    """Return the id of a channel in the index; an id does not begin with a digit."""
    return f"channel-{key}"


def company_anchor(key: str) -> str:
    """Return the id of a company in the index."""
    return f"company-{key}"


def _to(page: str, folder: str) -> str:
    return posixpath.relpath(page, folder or ".")


def _near(article: str, articles: tuple[str, ...]) -> str:
    number = int(re.sub(r"\D.*", "", article) or 0)
    ordered = sorted(articles, key=lambda other: abs(int(other.split("-")[0]) - number))
    return _or(sorted(ordered[:_SEVERAL], key=articles.index)) if articles else "none"


def _or(names: object) -> str:
    return " or ".join(f"“{name}”" for name in names)  # type: ignore[attr-defined]
