"""Rules between entries of the registers, and between values and words: dates, hosts, numbers, references."""

import re
import string
from collections.abc import Iterator
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..model.registers import CITABLE, Registers, Unit, Words
from ..model.rules.registers import RegisterConsistency


def check(content: Content) -> Iterator[Problem]:
    """Report contradictions in the registers; the form of a single entry is checked in reading/register_files.py."""
    registers = content.registers
    for rule in (_dates, _urls, _numbers, _successors, _fact_values, _authorities):
        for register, key, name, message in rule(registers):
            yield _problem(registers, register_paths.value_path(register), key, name, message)
    for code, words in registers.words.items():
        for register, key, name, message in () if words.generated else _words(registers, words):
            yield _problem(registers, register_paths.words_path(register, code), key, name, message)


def allowed(url: str, domains: tuple[str, ...]) -> bool:
    """Tell whether the host of a URL is one of these domains or a subdomain of one."""
    host = urlsplit(url).hostname or ""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


_NUMBERS = frozenset(get_args(Unit)) - {"clock", "date"}
_RANGE = 2
_Fault = tuple[str, str, RegisterConsistency, str]
"""(register, key of the entry, name of the rule, message)."""


def _dates(registers: Registers) -> Iterator[_Fault]:
    for register in register_paths.NAMES:
        for key, entry in getattr(registers, register).items():
            if entry.review_by <= entry.checked:
                yield register, key, "register-dates", "review_by must be later than checked"
    for key, law in registers.laws.items():
        if law.issued and law.effective and law.effective < law.issued:
            yield "laws", key, "register-dates", "effective must not be earlier than issued"


def _urls(registers: Registers) -> Iterator[_Fault]:
    laws = [("laws", key, law.url) for key, law in registers.laws.items()]
    channels = [("channels", key, channel.url) for key, channel in registers.channels.items()]
    sites = [("companies", key, each.website.url) for key, each in registers.companies.items() if each.website]
    for domain in registers.domains:
        if "/" in domain or ":" in domain:
            yield "domains", domain, "domain-unknown", "write the host alone, such as gov.cn, without https://"
    for register, key, url in [*laws, *channels, *sites]:
        if url.startswith("http:") if url else False:
            yield register, key, "domain-unknown", "url must begin with https://"
        elif url and not allowed(url, registers.domains):
            message = Message(
                "{url} is on no host of {file}; add its host with a reason",
                url=url,
                file=register_paths.value_path("domains"),
            )
            yield register, key, "domain-unknown", message


def _numbers(registers: Registers) -> Iterator[_Fault]:
    seen: dict[str, str] = {}
    for key, channel in registers.channels.items():
        for number in channel.numbers.values():
            if number in seen:
                yield (
                    "channels",
                    key,
                    "number-doubled",
                    Message("{number} is the number of “{seen}” already", number=number, seen=seen[number]),
                )
            seen.setdefault(number, key)
        if channel.numbers and "main" not in channel.numbers:
            yield "channels", key, "number-main-missing", "numbers needs a line “main: …”"


def _successors(registers: Registers) -> Iterator[_Fault]:
    for key, law in registers.laws.items():
        successor = registers.laws.get(law.superseded_by or "")
        if law.superseded_by and successor is None:
            yield (
                "laws",
                key,
                "successor-unknown",
                Message("superseded_by names “{superseded_by}”, which is not here", superseded_by=law.superseded_by),
            )
        if law.superseded_by and law.status in CITABLE:
            yield "laws", key, "successor-of-law-in-force", "a text with superseded_by cannot be in force"
        for article in law.moved.values():
            if successor and article not in successor.articles:
                message = Message(
                    "moved names article {article}, which “{superseded_by}” does not have here",
                    article=article,
                    superseded_by=law.superseded_by,
                )
                yield "laws", key, "successor-unknown", message


def _fact_values(registers: Registers) -> Iterator[_Fault]:
    for key, fact in registers.facts.items():
        if (fact.value is None) == (not fact.values) or (fact.value is not None and fact.unit is None):
            yield "facts", key, "fact-value", "give either value and unit, or values"
        elif fact.unit in _NUMBERS and not _is_number(fact.value):
            message = Message(
                "write the {unit} in digits, more than 0 and without quotes; two as [15, 30]", unit=fact.unit
            )
            yield "facts", key, "fact-value", message
        elif fact.unit == "date" and not _is_date(fact.value):
            yield "facts", key, "fact-value", "write the date as text, such as “2026-01-31”"


def _authorities(registers: Registers) -> Iterator[_Fault]:
    for key, fact in registers.facts.items():
        for authority in fact.authority:
            scheme, _, target = authority.partition(":")
            if scheme == "law":
                yield from _law_authority(registers, "facts", key, authority)
            elif scheme == "channel":
                if target.partition("/")[0] not in registers.channels:
                    yield (
                        "facts",
                        key,
                        "authority-unknown",
                        Message("{authority} is not in channels.yml", authority=authority),
                    )
            else:
                yield (
                    "facts",
                    key,
                    "authority-unknown",
                    Message("write law:… or channel:…, not “{authority}”", authority=authority),
                )
    for key, permission in registers.permissions.items():
        yield from _law_authority(registers, "permissions", key, f"law:{permission.law}")


def _law_authority(registers: Registers, register: str, key: str, authority: str) -> Iterator[_Fault]:
    """Report an authority such as `law:pipl/15,47` of the entry `key` that is not registered or not in force."""
    name, _, articles = authority.removeprefix("law:").partition("/")
    law = registers.laws.get(name)
    if law is None or not {each for each in articles.split(",") if each} <= {*law.articles}:
        yield (
            register,
            key,
            "authority-unknown",
            Message("{authority} is not in {file}", authority=authority, file=register_paths.value_path("laws")),
        )
    elif law.status not in CITABLE:
        yield register, key, "authority-not-in-force", f"{authority} is {law.status}"


def _is_number(value: object) -> bool:
    """Tell whether a value is a number above zero, or two of them in their order."""
    if isinstance(value, tuple):
        return len(value) == _RANGE and 0 < value[0] < value[1]
    if isinstance(value, str):  # a rate that is written with its zeros: 3.00
        return bool(re.fullmatch(r"\d+\.\d+", value)) and float(value) > 0
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _is_date(value: object) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _words(registers: Registers, words: Words) -> Iterator[_Fault]:
    yield from _gists(registers, words)
    for key, fact in words.facts.items():
        if key in registers.facts:
            names = {name for _, name, _, _ in string.Formatter().parse(fact.text or "") if name}
            if names != set(registers.facts[key].values):
                wanted = [f"{{{name}}}" for name in registers.facts[key].values] or Message("no {…}")
                yield "facts", key, "fact-text", Message("text must use {wanted}, each once or more", wanted=wanted)
    for key, term in words.terms.items():
        for word in term.avoid:
            if any(word in other.term for other in words.terms.values()):
                yield (
                    "terms",
                    key,
                    "term-avoided-in-use",
                    Message("“{word}” is to be avoided, but a term contains it", word=word),
                )


def _gists(registers: Registers, words: Words) -> Iterator[_Fault]:
    """Report articles without a summary, and summaries of articles that are not registered."""
    for key, law in words.laws.items():
        articles = registers.laws[key].articles if key in registers.laws else ()
        for article in articles:
            if article not in law.gists:
                yield "laws", key, "gist-missing", Message("write the gist of article {article}", article=article)
        for article in law.gists:
            if article not in articles:
                yield (
                    "laws",
                    key,
                    "gist-unmatched",
                    Message(
                        "article {article} is not in {file}", article=article, file=register_paths.value_path("laws")
                    ),
                )


def _problem(registers: Registers, path: str, key: str, rule: RegisterConsistency, message: str) -> Problem:
    # A message begins with the name of the line that is wrong, if one is.
    leaf = f"{key}.{message.split(' ', maxsplit=1)[0]}"
    line = registers.lines.get((path, leaf), registers.lines.get((path, key), 1))
    return Problem(
        path=path, line=line, rule=rule, message=Message("{key}: {message}", key=key, message=Message(message))
    )
