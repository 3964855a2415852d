"""Operators that are typed beside their product: a copy that goes stale when the register learns of a change."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.companies import CompanyWords
from ..model.message import Message
from ..model.registers import Registers
from ..model.rules.registers import TypedFacts
from ..text import running_text

Find = Callable[[str], Iterator[tuple[int, TypedFacts, str]]]
"""From a line to (offset, rule, advice) of each operator typed in it."""
_Entries = Mapping[str, CompanyWords]


def finder(registers: Registers, codes: Iterable[str]) -> Find:
    """
    Return what finds operators in a line that names one of their products, by the names of some languages.

    Of names that overlap the longest counts, so that a product within an operator's name is not beside it.
    """
    spoken = [registers.words[code].companies for code in codes if code in registers.words]
    operators, products = _operators(registers, spoken), _products(spoken)
    names = sorted({*operators, *products}, key=len, reverse=True)
    if not names:
        return lambda _: iter(())
    pattern = re.compile("|".join(_whole(name) for name in names))
    # Hundreds of names are looked for in few lines only. Without what stands around a name, this pattern begins with
    # one of a few characters, which the library finds many times faster.
    may_name = re.compile("|".join(map(re.escape, products)) or "(?!)")

    def find(line: str) -> Iterator[tuple[int, TypedFacts, str]]:
        if not may_name.search(line):
            return
        found = [*pattern.finditer(running_text.blanked(line, running_text.REFERENCES))]
        named = {key for each in found for key in products.get(each[0], ())}
        for each in found:
            # A product that is called like its operator is named as the product.
            for key in () if each[0] in products else sorted(operators.get(each[0], set()) & named):
                yield (
                    each.start(),
                    "operator-typed",
                    Message("write [](company:{key}) instead of “{each}”", key=key, each=each[0]),
                )

    return find


def _operators(registers: Registers, spoken: Iterable[_Entries]) -> Mapping[str, set[str]]:
    """Return the keys of the companies by each name of their operators."""
    names: dict[str, set[str]] = {}
    for key, company in registers.companies.items():
        words = [entries[key] for entries in spoken if key in entries]
        typed = [company.operator, *(each.operator for each in words), *(name for each in words for name in each.short)]
        for name in filter(None, typed):
            names.setdefault(name, set()).add(key)
    return names


def _products(spoken: Iterable[_Entries]) -> Mapping[str, set[str]]:
    """Return the keys of the companies by each name of their products."""
    names: dict[str, set[str]] = {}
    for entries in spoken:
        for key, words in entries.items():
            for name in words.products.values():
                names.setdefault(name, set()).add(key)
    return names


def _whole(name: str) -> str:
    """Return a pattern for a name; one in letters is no part of a longer word."""
    escaped = re.escape(name)
    before = r"(?<![A-Za-z])" if name[0].isascii() and name[0].isalpha() else ""
    after = r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else ""
    return f"{before}{escaped}{after}"
