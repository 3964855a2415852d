"""The grammar of citations, numbers and units."""

from datetime import date
from typing import Any

import pytest

from making import SOURCED, small_registers
from sitebuild.model.registers import Fact, FactWords
from sitebuild.text import formatting

GRAMMARS = {code: words.grammar for code, words in small_registers().words.items()}


@pytest.mark.parametrize(
    ("number", "chinese"),
    [
        ("1", "第一条"),
        ("10", "第十条"),
        ("14", "第十四条"),
        ("20", "第二十条"),
        ("100", "第一百条"),
        ("101", "第一百零一条"),
        ("110", "第一百一十条"),
        ("253-1", "第二百五十三条之一"),
        ("1033", "第一千零三十三条"),
        ("1195", "第一千一百九十五条"),
    ],
)
def test_articles_are_written_in_chinese_numerals(number: str, chinese: str) -> None:
    assert formatting.article(number, GRAMMARS["zh"]) == chinese


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (1, "days", "1日", "1 day"),
        (15, "working-days", "15个工作日", "15 working days"),
        ((10, 15), "days", "10至15日", "10 to 15 days"),
        (24, "percent", "24%", "24%"),
        (1000, "yuan", "1000元", "RMB 1,000"),
        (500_000, "yuan", "50万元", "RMB 500,000"),
        (50_000_000, "yuan", "5000万元", "RMB 50 million"),
        (5000, "records", "5000条", "5,000 records"),
        ("2026-03-31", "date", "2026年3月31日", "31 March 2026"),
        ("22:00–08:00", "clock", "22:00–08:00", "22:00–08:00"),
    ],
)
def test_a_value_is_written_with_its_unit(value: Any, unit: Any, chinese: str, english: str) -> None:
    fact, words = Fact(value=value, unit=unit, **SOURCED), FactWords(label="l")

    assert [formatting.fact(fact, words, GRAMMARS[code]) for code in ("zh", "en")] == [chinese, english]


def test_three_articles_are_joined_as_the_language_does() -> None:
    articles = ["13", "14", "15"]

    assert formatting.citation("《法》", articles, GRAMMARS["zh"]) == "《法》第十三条、第十四条、第十五条"
    assert formatting.citation("PIPL", articles, GRAMMARS["en"]) == "PIPL, Arts 13, 14 and 15"


def test_a_date_is_written_as_the_language_does() -> None:
    assert [formatting.day(date(2021, 11, 1), GRAMMARS[code]) for code in ("zh", "en")] == [
        "2021年11月1日",
        "1 November 2021",
    ]
