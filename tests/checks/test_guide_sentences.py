"""Sentences that a guide may contain raise no alarm, and those that it may not are found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from making import content, small_registers
from sitebuild import checks
from sitebuild.checks import personal_data

ROWS: Mapping[str, Mapping[str, Sequence[Any]]] = yaml.safe_load(
    Path(__file__).with_name("sentences.yml").read_text("utf-8")
)
ABOUT_ITS_RECORDS = ("translation-unrecorded", "section-missing")
"""What is said of a page whose translation nobody has noted, or that has none."""
WANTED = 60
_DEPTH = 3
LANGUAGES = ("zh", "en")


def _sentences(language: str, kind: str) -> list[tuple[str, str, str]]:
    """Return rule, Chinese and English of each row."""
    rows = ROWS[language][kind]
    if language == "zh":
        return [("", row, "") if isinstance(row, str) else (row["rule"], row["sentence"], "") for row in rows]
    return [(row.get("rule", ""), row["zh"], row["en"]) for row in rows]


@pytest.fixture(scope="module")
def found() -> Mapping[tuple[str, str, int], set[str]]:
    """Return the rules that object to each row, by language, kind and number."""
    pages = {}
    for language in LANGUAGES:
        for kind in ("may", "may-not"):
            for number, (_, chinese, english) in enumerate(_sentences(language, kind)):
                pages[f"zh/{language}/{kind}/{number}.md"] = f"## 某一节 {{#row}}\n\n{chinese}\n"
                if english:
                    pages[f"en/{language}/{kind}/{number}.md"] = f"## A section {{#row}}\n\n{english}\n"
    site = content(pages, registers=replace(small_registers(), domains=("gov.cn",)))
    problems = [
        *checks.run(site),
        *(each for page in site.pages for each in personal_data.check(page.path, page.source)),
    ]
    rules: dict[tuple[str, str, int], set[str]] = {}
    for each in problems:
        if each.severity == "error" and each.rule not in ABOUT_ITS_RECORDS and each.path.count("/") > _DEPTH:
            row = each.path.removesuffix(".md").split("/")[-3:]
            rules.setdefault((row[0], row[1], int(row[2])), set()).add(each.rule)
    return rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_guides_raise_no_alarm(found: Mapping[tuple[str, str, int], set[str]], language: str) -> None:
    """A false alarm makes an author write worse, and believe the next one less."""
    rows = _sentences(language, "may")
    alarms = {row: found.get((language, "may", number), set()) for number, row in enumerate(rows)}

    assert {row: rules for row, rules in alarms.items() if rules} == {}
    assert len(set(rows)) >= WANTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_no_guide_may_contain_are_found(
    found: Mapping[tuple[str, str, int], set[str]], language: str
) -> None:
    """Typed numbers and laws grow old, ways to reach somebody may be a swindler's, and a lost “not” does harm."""
    rows = _sentences(language, "may-not")
    holes = [row for number, row in enumerate(rows) if row[0] not in found.get((language, "may-not", number), set())]

    assert holes == []
    assert len(set(rows)) >= WANTED
