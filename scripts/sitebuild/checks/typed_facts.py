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
from . import company_names

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
_CITED = re.compile(r"\]\((?:law|fact):([^\s()@]+)")
_MAY_BE_TYPED = re.compile(r"[\d第]|\((?:tel|sms):")
"""A quick test: a line without a match contains no number, article or dial link, so no typed fact."""
_DIALLED = re.compile(r"\[([^\[\]]*)\]\((?:tel|sms):")


_ARTICLE = r"第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?"


@dataclass(frozen=True)
class _Grammar:
    """The patterns for typed articles, deadlines and amounts in one language."""

    article: re.Pattern[str]
    deadline: re.Pattern[str]
    """A period that is always a legal one, such as one in working days."""
    period: re.Pattern[str]
    """A period that is a legal one if the line also cites a law or matches `duty`."""
    amount: re.Pattern[str]
    rate: re.Pattern[str]
    """A rate that is a legal one if the line also matches `limit`."""
    penalty: re.Pattern[str]
    """What makes an amount one of a rule, and not somebody's wages."""
    duty: re.Pattern[str]
    limit: re.Pattern[str]


_GRAMMARS: Mapping[str, _Grammar] = {
    "zh": _Grammar(
        article=re.compile(
            # 第一条短信 is no article: one is named after its law, or stands before what it says.
            rf"(?<=[法例定法释则》据照反]){_ARTICLE}|{_ARTICLE}(?=[规第款、，。；：）和至到与或]|的规定|$)"
        ),
        deadline=re.compile(r"(?<!日至)(?<![\d月年第.])\d+(?:日?至\d+)?(?:个工作日|日)(?![期子常])"),
        period=re.compile(r"(?<![\d.])\d{1,2}(?:小时|个月|年)(?!代|级)"),
        amount=re.compile(r"(?:最高|不超过|以上|超过)\d[\d,.]*万?元|\d[\d,.]*万?元(?:以下|以上|以内)"),
        rate=re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:%|倍)"),
        penalty=re.compile(r"罚|处|没收|违法所得|立案|标准|限额|上限|下限|赔偿|最高|不超过|应当|必须|不得"),
        limit=re.compile(r"上限|红线|调减|营业额|法院|不得|LPR"),
        duty=re.compile(r"应当|必须|不得|时效|拘留|有期徒刑"),
    ),
    "en": _Grammar(
        article=re.compile(r"\b(?:Arts?\.?|Articles?) \d+"),
        deadline=re.compile(r"\b\d+ (?:working|business) days?\b"),
        period=re.compile(r"\b\d+(?: to \d+)? (?:hours?|days?|months?|years?)(?! old|-old)\b"),
        amount=re.compile(
            r"\b(?:up to|at most|more than|over|under|maximum of|or) RMB ?[\d,.]+(?: million)?", re.IGNORECASE
        ),
        rate=re.compile(r"(?<![\d.])\d+(?:\.\d+)?%|\b\d+ times\b"),
        penalty=re.compile(
            r"\b(?:fine[sd]?|penalt\w+|confiscat\w+|detention|cap|caps|limit"
            r"|up to|at most|maximum|damages|must|shall|or)\b",
            re.IGNORECASE,
        ),
        limit=re.compile(r"\b(?:cap|caps|ceiling|limit|turnover|court|courts|must|LPR)\b", re.IGNORECASE),
        duty=re.compile(
            r"\b(?:must|shall|required|detention|imprisonment|time limit|answers?|reply|replies|extended|apply to)\b",
            re.IGNORECASE,
        ),
    ),
}


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
    for code in dict.fromkeys(page.language for page in content.pages if page.language not in _GRAMMARS):
        message = Message(
            "typed articles, deadlines and amounts are not looked for in this language: reviewers "
            "look for them, or a maintainer adds its patterns to checks/typed_facts.py"
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


def _typed(
    registers: Registers,
    numbers: _Numbers,
    known: Mapping[str, list[str]],
    language: str,
    line: str,
) -> Iterator[tuple[int, TypedFacts, str]]:
    """Yield (offset, rule, advice) for each typed fact in a line; `known` is the result of `_rendered`."""
    if not _MAY_BE_TYPED.search(line):
        return
    text = running_text.blanked(line, running_text.REFERENCES)
    hits = {found.start(): numbers.advice[found[0]] for found in numbers.pattern.finditer(text)}
    unknown = [found.start() for found in _HOTLINE.finditer(text)]
    dialled = [found.start(1) for found in _DIALLED.finditer(line)]
    for start in [*unknown, *(start for start in dialled if start not in hits)]:
        hits.setdefault(start, "register this number in channels.yml, and write [](phone:key)")
    for start, advice in hits.items():
        yield start, "hotline-typed", advice
    grammar = _GRAMMARS.get(language)
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
