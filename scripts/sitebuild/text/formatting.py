"""
How a language writes citations, numbers and units.

The patterns are words of the language (docs/<language>/_data/grammar.yml), so
that a translator finds them; only Chinese numerals are made here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from babel.dates import format_date

from ..model.companies import Company, CompanyWords
from ..model.registers import Fact, FactWords

CHINESE_NUMERALS = "chinese"
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_SCALES = (("million", 1_000_000), ("ten_thousand", 10_000))
"""Round amounts that a language may write with a word: RMB 50 million, 5000万元."""


def citation(cite: str, articles: Sequence[str], grammar: Mapping[str, str]) -> str:
    """Return how a language names an instrument and its articles."""
    if not articles:
        return cite
    numbers = [article(each, grammar) for each in articles]
    joined = grammar["articles_joint"].join(numbers[:-1])
    several = f"{joined}{grammar['articles_last_joint']}{numbers[-1]}" if joined else numbers[-1]
    pattern = "citation_one" if len(numbers) == 1 else "citation_several"
    return grammar[pattern].format(cite=cite, articles=several)


def article(number: str, grammar: Mapping[str, str]) -> str:
    """Return an article's number as a language writes it: 253-1 → 第二百五十三条之一."""
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
    """Return a date in words: 2021年11月1日, 1 November 2021."""
    return format_date(value, "long", locale=grammar["date_locale"])


def name_and_number(name: str, number: str, grammar: Mapping[str, str]) -> str:
    """Return a channel's name and number as a sentence carries them."""
    return grammar["name_and_number"].format(name=name, number=number)


def digits(number: str) -> str:
    """Return what a phone dials for a number as people write it."""
    return re.sub("[^0-9+-]", "", number)


def operator(company: Company, words: CompanyWords, to_own_script: Callable[[str], str] | None = None) -> str:
    """Return how a language names the operator of a product; a script of its own writes the official name its way."""
    return words.operator or (to_own_script or str)(company.operator)


def fact(value: Fact, words: FactWords, grammar: Mapping[str, str]) -> str:
    """Return a registered number with its unit, or the sentence form of several."""
    if words.text is not None:
        return words.text.format_map({name: _number(each, "", grammar) for name, each in value.values.items()})
    unit = value.unit or ""
    if unit == "date":
        return day(date.fromisoformat(str(value.value)), grammar)
    if isinstance(value.value, tuple):
        low, high = (_number(each, unit, grammar) for each in value.value)
        return grammar[f"unit_{unit}"].format(number=grammar["range"].format(low=low, high=high))
    single = f"unit_{unit}_one" if value.value == 1 and f"unit_{unit}_one" in grammar else f"unit_{unit}"
    return grammar[single].format(number=_number(value.value, unit, grammar))


def _number(value: object, unit: str, grammar: Mapping[str, str]) -> str:
    """Return a number with the grouping, and the words for large amounts, of its language."""
    if not isinstance(value, int | float):
        return str(value)
    for name, scale in _SCALES if unit == "yuan" else ():
        if grammar.get(name) and value >= scale and value % scale == 0:
            return grammar[name].format(number=f"{value // scale:g}")
    smallest = int(grammar["grouped_from"])
    return f"{value:,.10g}" if value >= smallest else f"{value:.10g}"
