"""The register of companies agrees with the doors it names, with its words, and with itself."""

from collections.abc import Iterator, Mapping

from ..model import register_paths
from ..model.companies import Company, CompanyWords
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..model.registers import Registers
from ..model.rules.all_rules import RuleName

REGISTER = "companies"
_Fault = tuple[str, RuleName, str]
"""Key of the entry, rule, message."""


def check(content: Content) -> Iterator[Problem]:
    """Report doors that are not there, products and numbers that stand twice, wrong dates, words that do not fit."""
    registers = content.registers
    for rule in (_doors, _products, _numbers, _dates):
        for key, name, message in rule(registers):
            yield _problem(registers, register_paths.value_path(REGISTER), key, name, message)
    source = content.source_language.code
    for code, words in registers.words.items():
        for key, name, message in (
            () if words.generated else _words(registers, words.companies, original=code == source)
        ):
            yield _problem(registers, register_paths.words_path(REGISTER, code), key, name, message)


def _doors(registers: Registers) -> Iterator[_Fault]:
    for key, company in registers.companies.items():
        if company.door not in registers.routes and company.door not in registers.channels:
            yield (
                key,
                "company-door-unknown",
                Message("door “{door}” is neither in routes.yml nor in channels.yml", door=company.door),
            )
        line = company.service.channel if company.service else None
        if line and (line not in registers.channels or "main" not in registers.channels[line].numbers):
            yield key, "company-door-unknown", Message("channel “{line}” has no number in channels.yml", line=line)


def _products(registers: Registers) -> Iterator[_Fault]:
    seen: dict[str, str] = {}
    for key, company in registers.companies.items():
        for product in (*company.products, *company.former_products):
            if product in seen:
                yield (
                    key,
                    "company-product-doubled",
                    Message("product “{product}” belongs to “{seen}” already", product=product, seen=seen[product]),
                )
            seen.setdefault(product, key)


def _numbers(registers: Registers) -> Iterator[_Fault]:
    seen = {number: key for key, channel in registers.channels.items() for number in channel.numbers.values()}
    for key, company in registers.companies.items():
        for number in company.service.numbers if company.service else ():
            if number in seen:
                # The channel has it already: its key is enough.
                said = (
                    "{number} is the number of “{seen}” already; write channel: in its place"
                    if seen[number] in registers.channels
                    else "{number} is the number of “{seen}” already"
                )
                yield (
                    key,
                    "number-doubled",
                    Message(said, number=number, seen=seen[number]),
                )
            seen.setdefault(number, key)


def _dates(registers: Registers) -> Iterator[_Fault]:
    for key, company in registers.companies.items():
        if any(year > company.checked.year for year in _years(company)):
            yield key, "register-dates", "a source cannot be of a year after checked"
        if company.live_checked and company.live_checked < company.checked:
            yield key, "register-dates", "live_checked is before checked; open its site or app again, and set both"


def _years(company: Company) -> Iterator[int]:
    yield company.year
    yield from (contact.year for contact in company.contacts if contact.year)


def _words(registers: Registers, words: Mapping[str, CompanyWords], *, original: bool) -> Iterator[_Fault]:
    """Yield faults of a language's words; `original` says that it is the source language."""
    seen: dict[str, str] = {}
    for key, company in registers.companies.items():
        said = words.get(key)
        if said is None:
            continue
        for message in _unfit(company, said, original=original):
            yield key, "company-words", message
        for name in said.products.values():
            if seen.setdefault(name.casefold(), key) != key:
                yield (
                    key,
                    "company-product-doubled",
                    Message("“{name}” is a product of “{seen}” already", name=name, seen=seen[name.casefold()]),
                )


def _unfit(company: Company, words: CompanyWords, *, original: bool) -> Iterator[str]:
    """Yield what the words of a company lack or say too much."""
    products = (*company.products, *company.former_products)
    if words.products.keys() != set(products):
        yield Message("products must name {products}", products=[*products])
    if len({name.casefold() for name in words.products.values()}) < len(words.products):
        yield "two products have one name; name each once"
    if original and words.operator:
        yield Message(
            "delete operator: in this language it is the official name in {file}",
            file=register_paths.value_path(REGISTER),
        )
    if not original and not words.operator:
        yield "write operator: the company's name in this language"
    for name, there in (("app", company.app_operator), ("service", company.service), ("privacy", company.privacy)):
        if bool(there) != bool(getattr(words, name)):
            lacking = {
                "app": "write app: which app it is",
                "service": "write service: whose line it is",
                "privacy": "write privacy: whose contact it is",
            }
            yield lacking[name] if there else Message("delete {name}: the entry has none", name=name)


def _problem(registers: Registers, path: str, key: str, rule: RuleName, message: str) -> Problem:
    line = registers.lines.get((path, key), 1)
    return Problem(
        path=path, line=line, rule=rule, message=Message("{key}: {message}", key=key, message=Message(message))
    )
