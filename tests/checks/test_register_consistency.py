"""The registers agree with themselves."""

from datetime import date
from typing import Any

import pytest

from making import EN, SOURCED, ZH
from sitebuild.checks import register_consistency
from sitebuild.model.content import Content
from sitebuild.model.permissions import Permission
from sitebuild.model.registers import Channel, Fact, FactWords, Law, LawWords, Registers, Term, TermWords, Words


def law(**values: Any) -> Law:
    return Law(**{"official_title": "法", "kind": "law", "status": "in-force", "articles": ("1",), **SOURCED, **values})


def rules(**entries: Any) -> list[str]:
    found = register_consistency.check(Content(languages=(ZH, EN), registers=Registers(domains=("gov.cn",), **entries)))
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, [], id="a good law"),
        pytest.param({"review_by": date(2026, 1, 1)}, ["register-dates"], id="review before the check"),
        pytest.param(
            {"issued": date(2026, 2, 1), "effective": date(2026, 1, 1)}, ["register-dates"], id="in force before issue"
        ),
        pytest.param({"url": "https://flk.npc.gov.cn/x"}, [], id="an official page"),
        pytest.param({"url": "https://gov.cn.example/x"}, ["domain-unknown"], id="a page that only looks official"),
        pytest.param({"superseded_by": "gone", "status": "repealed"}, ["successor-unknown"], id="an unknown successor"),
        pytest.param({"superseded_by": "other"}, ["successor-of-law-in-force"], id="replaced, yet in force"),
        pytest.param(
            {"superseded_by": "other", "status": "repealed", "moved": {"42": "9"}},
            ["successor-unknown"],
            id="moved to an article that is not there",
        ),
    ],
)
def test_a_law_agrees_with_itself(values: dict[str, Any], expected: list[str]) -> None:
    assert rules(laws={"one": law(**values), "other": law()}) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([{"main": "110"}, {"main": "120"}], []),
        ([{"main": "110"}, {"main": "110"}], ["number-doubled"]),
        ([{"beijing": "12110010"}], ["number-main-missing"]),
    ],
    ids=["two numbers", "one number twice", "no main number"],
)
def test_a_number_belongs_to_one_channel(numbers: list[dict[str, str]], expected: list[str]) -> None:
    """Otherwise changing it in one place would leave the other."""
    channels = {f"c{place}": Channel(need="danger", numbers=each, **SOURCED) for place, each in enumerate(numbers)}

    assert rules(channels=channels) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"value": 20, "unit": "days", "authority": ("law:one/1",)}, [], id="a good fact"),
        pytest.param({"value": "2026-03-31", "unit": "date"}, [], id="a date"),
        pytest.param({"value": "March", "unit": "date"}, ["fact-value"], id="a date in words"),
        pytest.param({"value": 20}, ["fact-value"], id="no unit"),
        pytest.param({}, ["fact-value"], id="no value"),
        pytest.param({"value": 20, "unit": "days", "values": {"a": 1}}, ["fact-value"], id="both forms"),
        pytest.param(
            {"value": 1, "unit": "days", "authority": ("law:one/9",)}, ["authority-unknown"], id="an unknown article"
        ),
        pytest.param(
            {"value": 1, "unit": "days", "authority": ("law:old",)}, ["authority-not-in-force"], id="a repealed law"
        ),
        pytest.param({"value": 1, "unit": "days", "authority": ("me",)}, ["authority-unknown"], id="no authority"),
    ],
)
def test_a_fact_has_a_value_and_an_authority_in_force(values: dict[str, Any], expected: list[str]) -> None:
    laws = {"one": law(), "old": law(status="repealed")}

    assert rules(laws=laws, facts={"f": Fact(**SOURCED, **values)}) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [("one/1", []), ("one", []), ("one/1,9", ["authority-unknown"]), ("old/1", ["authority-not-in-force"])],
)
def test_what_apps_ask_for_rests_on_articles_in_force(of: str, expected: list[str]) -> None:
    laws = {"one": law(), "old": law(status="repealed")}

    assert rules(laws=laws, permissions={"contacts": Permission(group="phone", law=of)}) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            Words(laws={"one": LawWords(title="t", cite="c", issuer="i", what="w", gists={"1": "g"})}), [], id="a gist"
        ),
        pytest.param(
            Words(laws={"one": LawWords(title="t", cite="c", issuer="i", what="w")}), ["gist-missing"], id="none"
        ),
        pytest.param(
            Words(laws={"one": LawWords(title="t", cite="c", issuer="i", what="w", gists={"1": "g", "2": "h"})}),
            ["gist-unmatched"],
            id="a gist of no article",
        ),
        pytest.param(Words(facts={"f": FactWords(label="l", text="{days}日")}), [], id="a text with its value"),
        pytest.param(Words(facts={"f": FactWords(label="l", text="5日")}), ["fact-text"], id="a text without it"),
        pytest.param(
            Words(terms={"t": TermWords(term="处理者", definition="d", avoid=("处理",))}),
            ["term-avoided-in-use"],
            id="a term that avoids itself",
        ),
    ],
)
def test_words_fit_their_values(words: Words, expected: list[str]) -> None:
    entries = {
        "laws": {"one": law()},
        "facts": {"f": Fact(values={"days": 5}, **SOURCED)},
        "terms": {"t": Term(**SOURCED)},
    }

    assert rules(**entries, words={"zh": words}) == expected
