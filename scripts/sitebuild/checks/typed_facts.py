"""
Rule: hotlines, articles of laws, legal deadlines, rates and amounts are written as references, not typed in prose.

A typed value would stay when the register changes; so would the name of a
product's operator. What is not reported: phases of a plan (the first hour,
7 天内), worked examples and dates. The comment `<!-- typed: reason -->` on a
line allows the values in it; it is reported if it has no reason, or if the
line contains no such value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message, one_of
from ..model.page import Page
from ..model.problem import Problem
from ..model.registers import Registers
from ..model.rules.registers import TypedFacts
from ..text import formatting, running_text
from . import company_names, typed_patterns

_WAY_OUT = "if it is none of a law, end the line with <!-- typed: why -->"
_ESCAPE = re.compile(r"<!--\s*typed:\s*(.*?)\s*-->")
_NO_AMOUNT = (
    r"(?!天|日|人|名|个|次|条|件|元|万|亿|年|月|小时|分钟|秒|倍|家|位|笔|期|页|公里|米|克|字|岁|周|户|块|款|[%％]"
    r"| ?(?:million|billion|thousand|days?|people|persons|yuan|hours?|minutes?|seconds?|times|calls|messages|months?"
    r"|years?|weeks?|pages|words|copies|borrowers|companies|cases|percent|per cent)\b)"
)
"""What follows a phone number is no unit: 120 days are no call for an ambulance."""
_HOTLINE = re.compile(
    r"(?<![\d.,+-])(?<!RMB )(?<!RMB)(?<![¥￥$第])(?:12\d{3}|95\d{3}|96\d{3})(?!\d|[.,]\d)" + _NO_AMOUNT
)
_DIGITS = re.compile(r"\d{3}")
"""What a phone number has at least: the patterns of all numbers look behind at every place, which takes long."""
_CITED = re.compile(r"\]\((?:law|fact):([^\s()@]+)")
_DIALLED = re.compile(r"\[([^\[\]]*)\]\((?:tel|sms):")


def check(content: Content) -> Iterator[Problem]:
    """Report typed facts, with the reference to write instead if the value is in the registers."""
    yield from check_languages(content)
    yield from check_pages(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report the typed facts of pages."""
    numbers = _Numbers.of(content.registers)
    known = {code: _rendered(content.registers, code) for code in {page.language for page in content.pages}}
    source = content.source_language.code
    names = {code: company_names.finder(content.registers, dict.fromkeys((source, code))) for code in known}
    for page in content.pages:
        find_typed = partial(_typed, content.registers, numbers, known[page.language], page.language)
        for number, line in running_text.lines(page):
            yield from _line(page, number, line, [*find_typed(line), *names[page.language](line)])


def check_languages(content: Content) -> Iterator[Problem]:
    """Note the languages without patterns, in which only phone numbers are searched for."""
    for code in dict.fromkeys(page.language for page in content.pages if page.language not in typed_patterns.GRAMMARS):
        message = Message(
            "typed articles, deadlines and amounts are not looked for in this language: reviewers "
            "look for them, or a maintainer adds its patterns to checks/typed_patterns.py"
        )
        path = register_paths.words_path(register_paths.GRAMMAR, code)
        yield Problem(path=path, rule="grammar-patterns-missing", message=message, severity="note")


def _line(page: Page, number: int, line: str, typed: Iterable[tuple[int, TypedFacts, str]]) -> Iterator[Problem]:
    """Report the typed facts of a line as `_typed` yields them, or the fault of a comment that allows them."""
    found = sorted({(start, rule): text for start, rule, text in typed}.items())
    escape = _ESCAPE.search(line)
    if escape and not escape[1]:
        message = Message("say why this may be typed: <!-- typed: reason -->")
        yield Problem(
            path=page.path, line=number, column=escape.start() + 1, rule="escape-without-reason", message=message
        )
    elif escape and not found:
        message = Message("nothing on this line needs the comment “typed”; delete it")
        yield Problem(path=page.path, line=number, column=escape.start() + 1, rule="escape-unused", message=message)
    elif not escape:
        for (start, rule), advice in found:
            yield Problem(path=page.path, line=number, column=start + 1, rule=rule, message=advice)


@dataclass(frozen=True)
class _Numbers:
    """The registered phone numbers: one pattern that finds them all, and the advice for each."""

    pattern: re.Pattern[str]
    advice: Mapping[str, str]

    @classmethod
    def of(cls, registers: Registers) -> "_Numbers":
        """Return the numbers of all channels; of two channels with the same number, the advice names the later one."""
        advice = {
            number: Message(
                "write [](phone:{key}{part}) instead of {number}",
                key=key,
                part="" if name == "main" else f"/{name}",
                number=number,
            )
            for key, channel in registers.channels.items()
            for name, number in channel.numbers.items()
        }
        companies = {
            number: Message("write [](company:{key}), whose entry in the index has {number}", key=key, number=number)
            for key, company in registers.companies.items()
            for number in (company.service.numbers if company.service else ())
        }
        advice = {**companies, **advice}
        # One pattern for all numbers, because one for each took as long as all other rules together.
        numbers = "|".join(re.escape(number) for number in sorted(advice, key=len, reverse=True)) or "(?!)"
        return cls(
            re.compile(rf"(?<![\d.,+-])(?<!RMB )(?<!RMB)(?<![¥￥$第])(?:{numbers})(?!\d|[.,]\d){_NO_AMOUNT}"), advice
        )


def _hotlines(numbers: _Numbers, line: str, text: str) -> Iterator[tuple[int, TypedFacts, str]]:
    """Yield (offset, rule, advice) for each phone number in a line; `text` is the line without its references."""
    # The patterns of phone numbers look behind at every place; without three digits in a row there is none.
    dials = _DIGITS.search(text)
    hits = {found.start(): numbers.advice[found[0]] for found in numbers.pattern.finditer(text)} if dials else {}
    unknown = [found.start() for found in _HOTLINE.finditer(text)] if dials else []
    dialled = [found.start(1) for found in _DIALLED.finditer(line)]
    for start in [*unknown, *(start for start in dialled if start not in hits)]:
        hits.setdefault(start, "register this number in channels.yml, and write [](phone:key)")
    for start, advice in hits.items():
        yield start, "hotline-typed", advice


def _typed(
    registers: Registers,
    numbers: _Numbers,
    known: Mapping[str, list[str]],
    language: str,
    line: str,
) -> Iterator[tuple[int, TypedFacts, str]]:
    """Yield (offset, rule, advice) for each typed fact in a line; `known` is the result of `_rendered`."""
    if not typed_patterns.may_be_typed(line):
        return
    text = running_text.blanked(line, running_text.REFERENCES)
    yield from _hotlines(numbers, line, text)
    grammar = typed_patterns.GRAMMARS.get(language)
    if grammar is None:
        return
    for found in grammar.article.finditer(text):
        message = Message(
            "write “{found}” as a reference, such as [](law:pipl/47); {way_out}",
            found=found[0],
            way_out=Message(_WAY_OUT),
        )
        yield found.start(), "article-typed", message
    duty = grammar.duty.search(text) or _CITED.search(line)
    periods = [*grammar.deadline.finditer(text), *(grammar.period.finditer(text) if duty else ())]
    ruled = _CITED.search(line) or grammar.penalty.search(text)
    amounts = [
        *(grammar.amount.finditer(text) if ruled else ()),
        *(grammar.rate.finditer(text) if grammar.limit.search(text) else ()),
    ]
    for found in periods:
        yield found.start(), "deadline-typed", _advice(registers, found[0], line, known)
    for found in amounts:
        yield found.start(), "amount-typed", _advice(registers, found[0], line, known)


def _advice(registers: Registers, typed: str, line: str, known: Mapping[str, list[str]]) -> str:
    """Return the advice for a typed value: the facts with it, or only those whose law the line cites, if any."""
    keys = {key for shown, keys in known.items() if re.search(rf"(?<!\d){re.escape(shown)}", typed) for key in keys}
    cited = {f"law:{found[1]}" for found in _CITED.finditer(line)}
    near = {key for key in keys if cited.intersection(registers.facts[key].authority)}
    # A fact that rests on a law of which the line does not speak would only look right.
    keys = near if cited else keys if len(keys) == 1 and not registers.facts[next(iter(keys))].authority else near
    if not keys:
        return Message(
            "“{typed}” reads as a rule: write the [](fact:key) of facts.yml beside its [](law:…); {way_out}",
            typed=typed,
            way_out=Message(_WAY_OUT),
        )
    choices = one_of(f"[](fact:{key})" for key in sorted(keys))
    return Message("write {choices} instead of “{typed}”", choices=choices, typed=typed)


def _rendered(registers: Registers, code: str) -> Mapping[str, list[str]]:
    """Return the keys of the facts by their text in a language: “15 days” → the facts shown as 15 days."""
    shown: dict[str, list[str]] = {}
    words = registers.words.get(code)
    for key, fact in registers.facts.items():
        if words and key in words.facts and fact.value is not None:
            shown.setdefault(formatting.fact(fact, words.facts[key], words.grammar), []).append(key)
    return shown
