"""
Finds numbers, units and dates in running text, as values that are equal in every language: three days = 三天 = 3 days.

The patterns come from docs/<language>/_data/parity.yml, the names of months from CLDR; only the reading of Chinese
numerals is programmed here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.core import UnknownLocaleError
from babel.dates import get_month_names

from ...model.parity_patterns import ParityPatterns
from ...model.registers import Words
from ...text.formatting import CHINESE_NUMERALS

NUMBER, DATE, YEAR = "number", "date", "year"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUMERAL_VALUES = {
    sign: value for value, signs in enumerate(("〇零", "一", "二两", *"三四五六七八九")) for sign in signs
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_HALF = "半"
_NUMERAL = rf"(?:[{''.join([*_NUMERAL_VALUES, *_PLACES, *_MYRIADS])}]+|{_HALF})"
_WORD = re.compile(r"\w+")
_TWO = re.compile("[一二两三四五六七八九]{2}")
_SMALLER = {"years": ("months", 12), "days": ("hours", 24), "hours": ("minutes", 60)}
_BEGINS = re.compile(r"(?:\(\?<?[=!][^()]*\))*\{")
"""A pattern of parity.yml that begins with its number; others begin with a word, as in RMB 500."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """
    A number with its unit.

    `unit` is a key below `units` in parity.yml, or NUMBER, DATE or YEAR; `value` is written the same in every language
    (`30`, `08-01`); `start` is the offset in the text, `shown` the text itself.
    """

    unit: str
    value: str
    start: int
    shown: str

    @property
    def name(self) -> str:
        """The name in comments `differs`, such as `30-days` or `08-01-date`."""
        return self.value if self.unit in (NUMBER, YEAR) else f"{self.value}-{self.unit}"


class QuantityReader:
    """Finds the numbers in texts of one language; made from its words and its parity.yml."""

    def __init__(self, words: Words, parity: ParityPatterns) -> None:
        self._numbers = {word.lower(): value for word, value in parity.numbers.items()}
        self._scales = {word.lower(): value for word, value in parity.scales.items()}
        self._months = _months(words.grammar)
        numeral = _NUMERAL if words.grammar.get("numerals") == CHINESE_NUMERALS else "(?!)"
        written = rf"(?:{numeral}|\b(?:{_any(self._numbers)})\b)"
        self._written = re.compile(written, re.IGNORECASE)
        self._signs, self._words = _quick(numeral, [*self._numbers, *self._months])
        self._candidates = re.compile(rf"{_DIGITS}|{written}|\b(?:{_any(self._months)})\b", re.IGNORECASE)
        one = rf"(?:(?<![\d.,]){_DIGITS}(?: ?(?:{_any(self._scales)}))?|(?<!第){written})"
        number = rf"(?:(?P<low>{one}) ?(?:{_any(parity.ranges)}) ?)?(?P<high>{one})"
        forms = [
            *((DATE, self._date_form(form)) for form in parity.dates),
            *((unit, form.replace("{number}", number)) for unit, forms in parity.units.items() for form in forms),
        ]
        unfilled = [*parity.dates, *(form for forms in parity.units.values() for form in forms)]
        begins = [bool(_BEGINS.match(form)) for form in unfilled]
        compiled = [(unit, re.compile(form, re.IGNORECASE)) for unit, form in forms]
        self._here = [pattern for pattern, starts in zip(compiled, begins, strict=True) if starts]
        self._anywhere = [pattern for pattern, starts in zip(compiled, begins, strict=True) if not starts]

    def find(self, text: str) -> Iterator[Quantity]:
        """Yield dates, numbers with a unit, and remaining digits; no part of the text is used twice."""
        if not self._signs.search(text) and self._words.isdisjoint(_WORD.findall(text.lower())):
            return
        for unit, pattern in self._anywhere:
            for found in pattern.finditer(text):
                yield from self._values(unit, found)
                text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
        read = 0
        for candidate in self._candidates.finditer(text):
            if candidate.start() < read:
                continue
            for unit, pattern in self._here:
                if match := pattern.match(text, candidate.start()):
                    yield from self._date(match) if unit == DATE else self._values(unit, match)
                    read = match.end()
                    break
            else:
                if candidate[0][0].isdigit():
                    value = candidate[0].replace(",", "")
                    yield Quantity(unit=NUMBER, value=value, start=candidate.start(), shown=candidate[0])

    def in_words(self, text: str) -> set[str]:
        """Return the values of numbers written in words: {“6”} for “six kinds”."""
        return {f"{self._value(found):.12g}" for found in self._written.findall(text)}

    def _date_form(self, form: str) -> str:
        month = rf"(?P<month>{_any(self._months)}|\d{{1,2}})"
        form = form.replace("{year}", r"(?P<year>\d{4})").replace("{day}", r"(?P<day>\d{1,2})")
        return rf"(?<!\d){form.replace('{month}', month)}"

    def _values(self, unit: str, found: re.Match[str]) -> Iterator[Quantity]:
        for written in (found["low"], found["high"]):
            # A one in words may be an article: 一个月, a month.
            for value in self._all_values(written) if written else ():
                if value != 1 or written[0].isdigit():
                    same, number = _in_whole(unit, value)
                    yield Quantity(unit=same, value=f"{number:.12g}", start=found.start(), shown=found[0].strip())

    def _all_values(self, written: str) -> Iterator[float]:
        """Yield the value of a written number; both of two that stand together, as in 三五天."""
        if _TWO.fullmatch(written) and chinese(written[0]) < chinese(written[1]):
            yield chinese(written[0])
            yield chinese(written[1])
        else:
            yield self._value(written)

    def _value(self, written: str) -> float:
        written = written.lower()
        if written in self._numbers:
            return float(self._numbers[written])
        digits = re.match(_DIGITS, written)
        if not digits:
            return chinese(written)
        scale = written[digits.end() :].strip()
        return float(digits[0].replace(",", "")) * self._scales.get(scale, 1)

    def _date(self, found: re.Match[str]) -> Iterator[Quantity]:
        """Yield day and year separately, because one year may belong to two days (from 18 May to 20 May 2026)."""
        parts = found.groupdict()
        if parts.get("year"):
            yield Quantity(unit=YEAR, value=parts["year"], start=found.start("year"), shown=found["year"])
        month = parts["month"].lower()
        value = f"{self._months[month] if month in self._months else int(month):02}"
        if parts.get("day"):
            value += f"-{int(parts['day']):02}"
        yield Quantity(unit=DATE, value=value, start=found.start(), shown=found[0])


def _in_whole(unit: str, value: float) -> tuple[str, float]:
    """Return a length of time in the unit in which it is whole: half a year is six months."""
    smaller, times = _SMALLER.get(unit, ("", 1))
    whole = value * times
    return (smaller, whole) if smaller and value % 1 and not whole % 1 else (unit, value)


def chinese(numeral: str) -> float:
    """Return the value of Chinese numerals: 三十 → 30, 半 → 0.5."""
    if numeral == _HALF:
        return 0.5
    total = section = digit = 0
    for sign in numeral:
        if sign in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[sign], 0
        elif sign in _MYRIADS:
            total, section, digit = (total + section + digit) * _MYRIADS[sign], 0, 0
        else:
            digit = _NUMERAL_VALUES[sign]
    return float(total + section + digit)


def _months(grammar: Mapping[str, str]) -> Mapping[str, int]:
    """Return the number of each month by its long and short name in lower case; names with digits are left out."""
    try:
        names = [get_month_names(width, locale=grammar.get("date_locale", "")) for width in ("wide", "abbreviated")]
    except (ValueError, UnknownLocaleError):
        return {}
    return {name.lower(): number for each in names for number, name in each.items() if not name[0].isdigit()}


def _quick(numeral: str, words: Iterable[str]) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return a pattern for signs, and words in small letters: a text with none of either has no number."""
    first = {word: _WORD.match(word) for word in words}
    signs = [rf"\d|{numeral}", *(re.escape(word[0]) for word, found in first.items() if not found)]
    return re.compile("|".join(signs)), frozenset(found[0] for found in first.values() if found)


def _any(words: Iterable[str]) -> str:
    """Return a regular expression for any of these words, the longest first; for none, one that never matches."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
