"""
Formats citations, numbers, dates and facts as a language writes them.

`grammar` is everywhere the content of docs/<language>/_data/grammar.yml: by
key, patterns such as “Art. {number}”, which a translator can change. Dates and
grouping of digits come from CLDR (through Babel), Chinese numerals from here.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.companies import Company, CompanyWords
from ..model.registers import Fact, FactWords

CHINESE_NUMERALS = "chinese"
_BLANK = re.compile(r"\{(\w+)\}")
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_SCALES = (("million", 1_000_000), ("ten_thousand", 10_000))
"""Multiples that a language may write with a word, by key of its grammar: RMB 50 million, 5000万元."""


def citation(cite: str, articles: Sequence[str], grammar: Mapping[str, str]) -> str:
    """Return a citation: `cite` is the name of the instrument; without articles, it alone."""
    if not articles:
        return cite
    numbers = [article(each, grammar) for each in articles]
    joined = grammar["articles_joint"].join(numbers[:-1])
    several = f"{joined}{grammar['articles_last_joint']}{numbers[-1]}" if joined else numbers[-1]
    pattern = "citation_one" if len(numbers) == 1 else "citation_several"
    return grammar[pattern].format(cite=cite, articles=several)


def article(number: str, grammar: Mapping[str, str]) -> str:
    """Return an article's number as a language writes it: 47 → Art. 47, 253-1 → 第二百五十三条之一."""
    main, _, inserted = number.partition("-")
    write = numeral if grammar["numerals"] == CHINESE_NUMERALS else str
    if inserted:
        return grammar["article_inserted"].format(number=write(int(main)), inserted=write(int(inserted)))
    return grammar["article"].format(number=write(int(main)))


def numeral(number: int) -> str:
    """Return a whole number from 0 to 9999 in Chinese numerals."""
    if number == 0:
        return _DIGITS[0]
    text, gap = "", False
    for place, name in _PLACES:
        digit, number = divmod(number, place)
        if digit:
            text += (_DIGITS[0] if gap else "") + _DIGITS[digit] + name
            gap = False
        elif text:
            gap = number > 0
    if number:
        text += (_DIGITS[0] if gap else "") + _DIGITS[number]
    return text.removeprefix("一") if text.startswith("一十") else text


def day(value: date, grammar: Mapping[str, str]) -> str:
    """Return a date in the long form of CLDR: 2021年11月1日, 1 November 2021."""
    return _day(value, grammar["date_locale"])


@functools.cache
def _day(value: date, locale: str) -> str:
    # Cached, because Babel looks the locale up on every call, and the same dates occur on many pages.
    return format_date(value, "long", locale=locale)


def name_and_number(name: str, number: str, grammar: Mapping[str, str]) -> str:
    """Return a channel's name with its number, such as “name (number)”."""
    return grammar["name_and_number"].format(name=name, number=number)


def digits(number: str) -> str:
    """Return what a phone dials for a number as people write it."""
    return re.sub("[^0-9+-]", "", number)


def operator(company: Company, words: CompanyWords, to_own_script: Callable[[str], str] | None = None) -> str:
    """Return how a language names the operator of a product; a script of its own writes the official name its way."""
    return words.operator or (to_own_script or str)(company.operator)


def fact(value: Fact, words: FactWords, grammar: Mapping[str, str]) -> str:
    """Return a fact as text: its value or range with the unit, or, for several values, its sentence filled in."""
    if words.text is not None:
        shown = {name: _number(each, "", grammar) for name, each in value.values.items()}
        # A rule says so if a name is not among the values; here it stays as it is.
        return _BLANK.sub(lambda found: shown.get(found[1], found[0]), words.text)
    if value.unit is None:
        return _number(value.value, "", grammar)
    unit = value.unit
    if unit == "date":
        return day(date.fromisoformat(str(value.value)), grammar)
    if isinstance(value.value, tuple):
        low, high = (_number(each, unit, grammar) for each in value.value)
        return grammar[f"unit_{unit}"].format(number=grammar["range"].format(low=low, high=high))
    single = f"unit_{unit}_one" if value.value == 1 and f"unit_{unit}_one" in grammar else f"unit_{unit}"
    return grammar[single].format(number=_number(value.value, unit, grammar))


def _number(value: object, unit: str, grammar: Mapping[str, str]) -> str:
    """Return a number with the language's grouping of digits; amounts in yuan also with its word for large numbers."""
    if not isinstance(value, int | float):
        return str(value)
    for name, scale in _SCALES if unit == "yuan" else ():
        if grammar.get(name) and value >= scale and value % scale == 0:
            return grammar[name].format(number=f"{value // scale:g}")
    return _decimal(value, grammar["date_locale"], value >= int(grammar["grouped_from"]))


@functools.cache
def _decimal(value: float, locale: str, grouped: bool) -> str:  # noqa: FBT001 - a key of the cache
    return format_decimal(value, locale=locale, group_separator=grouped, decimal_quantization=False)
