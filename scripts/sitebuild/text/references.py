"""
Finds references to the registers in Markdown, and replaces them: `[](law:pipl/47)` → a link with its text.

    [](law:pipl/47)         the citation, with a link to the page of the law; `pipl/13,17` for several articles
    [](phone:12378)         the number, ready to be dialled; `12110/beijing` for another number of the channel
    [打{number}](phone:110)  the same in a sentence of its own, as on a button
    [](channel:12378)       name and number, with a link to the index of channels
    [](site:gsxt)           the name, with a link to the official site
    [](fact:credit-reply)   the value with its unit
    [](term:handler)        the term, with a link to its definition
    [](company:weilidai)    the operator's name, with a link to the index of companies

Text in the square brackets replaces the citation, name or term. A suffix such
as `@zh` asks for the words of that language instead of the page's.
"""

import difflib
import functools
import posixpath
import re
from collections.abc import Iterator

from ..model.message import Message, either
from ..model.page import Reference
from ..model.registers import CITABLE, Registers
from . import formatting

NUMBER = "{number}"
"""Stands in the text of a phone reference for the number."""
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
"""How many similar names an error message offers."""


class UnresolvedError(Exception):
    """A reference names no entry, or one that may not be used; the message says what to type instead."""


def find(line: str, number: int) -> Iterator[Reference]:
    """Yield the references in a line of Markdown; `number` is the number of that line in its file."""
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
    """Return the name of the register that a reference points to: laws, channels, facts or terms."""
    return _REGISTER[reference.scheme]


def expand(text: str, registers: Registers, language: str, name: str) -> str:
    """
    Return Markdown with every reference replaced by Markdown; one that cannot be resolved is left unchanged.

    `language` is the code of the page's language; `name` is the page's path in
    the language folder, which the generated links are relative to.
    """

    def replace(found: re.Match[str]) -> str:
        reference = next(find(found[0], 1))
        try:
            return resolve(reference, registers, language, name)
        except UnresolvedError:
            return found[0]

    return _REFERENCE.sub(replace, text)


def resolve(reference: Reference, registers: Registers, language: str, name: str) -> str:
    """Return the Markdown that replaces a reference; raise UnresolvedError. For the parameters see `expand`."""
    code = reference.language or language
    if code not in registers.words:
        raise UnresolvedError(
            Message("there is no language “{code}”; write {words}", code=code, words=either(registers.words))
        )
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
    # Screen readers and browsers need to know the language of words that are not in that of the page.
    return shown if code == language else f'<span lang="{code}">{shown}</span>'


def _check_key(reference: Reference, registers: Registers, code: str) -> None:
    register = register_of(reference)
    entries, values = getattr(registers.words[code], register), getattr(registers, register)
    if reference.key not in entries or reference.key not in values:
        known = [key for key in values if key in entries]
        near = difflib.get_close_matches(reference.key, known, _SEVERAL, 0.4) or sorted(known)[:_SEVERAL]
        raise UnresolvedError(
            Message(
                "“{key}” is not in {register}.yml; did you mean {near}?",
                key=reference.key,
                register=register,
                near=either(near),
            )
        )


def _law(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    law = registers.laws[reference.key]
    if law.status not in CITABLE:
        raise UnresolvedError(_successor(reference, registers))
    for article in reference.parts:
        if article not in law.articles:
            near = _nearest_articles(article, law.articles)
            raise UnresolvedError(
                Message(
                    "“{key}” has no article {article} in laws.yml; it has {near} (register the article with "
                    "its gist if it exists)",
                    key=reference.key,
                    article=article,
                    near=near,
                )
            )
    words = registers.words[code].laws[reference.key]
    shown = reference.text or formatting.citation(words.cite, reference.parts, registers.words[code].grammar)
    anchor = f"#{article_anchor(reference.key, reference.parts[0])}" if reference.parts else ""
    return f"[{shown}]({relative_path(law_page(reference.key), folder)}{anchor})"


def _successor(reference: Reference, registers: Registers) -> str:
    """Return the message for a law that is not in force: why, and which law to cite instead."""
    law = registers.laws[reference.key]
    reason = Message(
        "“{key}” is {status} and cannot be cited as in force", key=reference.key, status=law.status.replace("-", " ")
    )
    if not law.superseded_by:
        return Message("{reason}; take the reference out", reason=reason)
    moved = [law.moved.get(article, "") for article in reference.parts]
    target = law.superseded_by + (f"/{','.join(moved)}" if moved and all(moved) else "")
    return Message("{reason}; write (law:{target})", reason=reason, target=target)


def _channel(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    words = registers.words[code].channels[reference.key]
    shown = f"[{reference.text or words.name}]({relative_path(CHANNELS, folder)}#{channel_anchor(reference.key)})"
    if not registers.channels[reference.key].numbers:
        return shown
    return formatting.name_and_number(shown, _phone(reference, registers, code, folder), registers.words[code].grammar)


def _phone(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    channel = registers.channels[reference.key]
    name = reference.parts[0] if reference.parts else "main"
    if name not in channel.numbers:
        if not channel.numbers:
            raise UnresolvedError(Message("“{key}” has no number; write [](channel:{key})", key=reference.key))
        raise UnresolvedError(
            Message(
                "“{key}” has no number “{name}”; it has {numbers}",
                key=reference.key,
                name=name,
                numbers=either(channel.numbers),
            )
        )
    number = channel.numbers[name]
    if reference.text and NUMBER not in reference.text:
        raise UnresolvedError(
            Message(
                "write {number} where the number is to stand: [{text}{number}](phone:…)",
                number=NUMBER,
                text=reference.text,
            )
        )
    shown = reference.text.replace(NUMBER, number) or number
    return f"[{shown}]({channel.dial}:{formatting.digits(number)})"


def _site(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    channel = registers.channels[reference.key]
    if channel.url is None:
        raise UnresolvedError(Message("“{key}” has no site; write [](channel:{key})", key=reference.key))
    return f"[{reference.text or registers.words[code].channels[reference.key].name}]({channel.url})"


def _fact(reference: Reference, registers: Registers, code: str, folder: str) -> str:  # noqa: ARG001 - one signature for all
    words = registers.words[code]
    return formatting.fact(registers.facts[reference.key], words.facts[reference.key], words.grammar)


def _term(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    shown = reference.text or registers.words[code].terms[reference.key].term
    return f"[{shown}]({relative_path(GLOSSARY, folder)}#{reference.key}){{.term}}"


def _company(reference: Reference, registers: Registers, code: str, folder: str) -> str:
    words = registers.words[code]
    company = registers.companies[reference.key]
    shown = reference.text or formatting.operator(company, words.companies[reference.key], words.to_own_script)
    return f"[{shown}]({relative_path(COMPANIES, folder)}#{company_anchor(reference.key)})"


def law_page(key: str) -> str:
    """Return the name of the page of a law, below the folder of a language."""
    return f"{LAWS.removesuffix('.md')}/{key}.md"


def article_anchor(key: str, article: str) -> str:
    """Return the id of an article on the page of its law; on the index it once stood in it was the same."""
    return f"{key}-{article}"


def channel_anchor(key: str) -> str:
    """Return the HTML id of a channel in its index; with a prefix, because keys such as 12378 begin with a digit."""
    return f"channel-{key}"


def company_anchor(key: str) -> str:
    """Return the id of a company in the index."""
    return f"company-{key}"


@functools.lru_cache(maxsize=256)
def relative_path(page: str, folder: str) -> str:
    """Return the path of a page as a link from a page in `folder`, both relative to the language folder."""
    return posixpath.relpath(page, folder or ".")


def _nearest_articles(article: str, articles: tuple[str, ...]) -> str:
    """Return, for a message, the registered articles whose numbers are nearest to an unregistered one."""
    number = int(re.sub(r"\D.*", "", article) or 0)
    ordered = sorted(articles, key=lambda other: abs(int(other.split("-")[0]) - number))
    return either(sorted(ordered[:_SEVERAL], key=articles.index)) if articles else Message("none")
