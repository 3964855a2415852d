"""Figures have their words in every language, and the words fit."""

from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import content
from sitebuild.building.blocks import figures
from sitebuild.checks import figure_words
from sitebuild.model.content import Content
from sitebuild.model.figure_words import FigureWords
from sitebuild.model.registers import Registers, Words
from sitebuild.text import figure_labels, references

PLACE = '<text x="9" y="20" data-width="4" data-lines="2">{a}</text>'
FIGURE = f'<svg viewBox="0 0 320 40">{PLACE}</svg>'
NARROWEST = 340
"""Units; wider figures would be read at less than 14 pixels on a small telephone."""


def words(**labels: str) -> FigureWords:
    return FigureWords(title="图", description="图上有什么。", labels=labels)


def site(figure: str = FIGURE, **entries: Any) -> Content:
    said = {code: Words(figures=entries.get(code, {"one": words(a="字")})) for code in ("zh", "en")}
    return replace(
        content({"zh/a.md": "<!-- figure: one -->"}, registers=Registers(words=said)), figures={"one": figure}
    )


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(site(), [], id="a figure with its words"),
        pytest.param(site(en={}), ["figure-words"], id="a language without words"),
        pytest.param(site(en={"one": words(b="字")}), ["figure-words"] * 2, id="another label"),
        pytest.param(site(en={"one": words(a="字"), "two": words()}), ["figure-words"], id="words of no figure"),
        pytest.param(site(zh={"one": words(a="一二三四<wbr>五六七八")}), [], id="words that fill their lines"),
        pytest.param(site(zh={"one": words(a="一二三，四五六")}), [], id="a mark where a line ends"),
        pytest.param(site(zh={"one": words(a="一二三，四五六，七八九")}), ["figure-label-long"], id="words too long"),
        pytest.param(site(zh={"one": words(a="一二三四五")}), ["figure-label-wide"], id="a word that would break"),
        pytest.param(site(en={"one": words(a="collection")}), ["figure-label-wide"], id="a Latin one too"),
        pytest.param(site(FIGURE.replace("{a}", "字")), ["figure-drawing", *["figure-words"] * 2], id="words drawn in"),
        pytest.param(site(FIGURE.replace("<text", '<g style="fill: red" /><text')), ["figure-drawing"], id="a style"),
    ],
)
def test_figures_and_words_fit(pages: Content, expected: list[str]) -> None:
    assert [problem.rule for problem in figure_words.check(pages)] == expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五", ["一二三四五"]),
        ("一二，三四五", ["一二，", "三四五"]),
        ("消费<wbr>金融<wbr>公司", ["消费金融", "公司"]),
        ("one two three", ["one two", "three"]),
        ("co-operate", ["co-", "operate"]),
        ("400-810-8866", ["400-810-8866"]),
        ("消费App", ["消费App"]),
        ("“不答”；再问", ["“不答”；", "再问"]),
    ],
    ids=[
        "a run of Han stays whole",
        "after a comma, which begins no line",
        "where the author says so",
        "words stay whole",
        "after a hyphen between letters",
        "a number stays whole",
        "both",
        "marks that follow each other",
    ],
)
def test_words_are_set_in_lines(text: str, lines: list[str]) -> None:
    assert figure_labels.wrapped(figure_labels.plain(text, Registers(words={"zh": Words()}), "zh"), 4) == lines


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_a_figure_can_be_seen_heard_and_needs_no_style(real_content: Content, code: str) -> None:
    page = real_content.page(code, "help/which-door.md")
    assert page

    for marker in figure_labels.markers(real_content.figures):
        html = LexborHTMLParser(figures.figure(real_content, page, marker))
        svg = html.css_first("figure > svg")
        assert svg
        assert svg.attributes["role"] == "img"
        for name in (svg.attributes["aria-labelledby"] or "").split():
            named = html.css_first(f"#{name}")
            assert named
            assert named.text().strip()
        assert float((svg.attributes.get("viewBox") or "").split()[2]) <= NARROWEST
        assert not html.css("[style]")
        assert not html.css("[fill], [stroke], [data-width]")
        assert "{" not in (html.html or "")


def test_every_figure_is_on_a_page(real_content: Content) -> None:
    shown = {marker.name for page in real_content.pages_in("zh") for marker in page.markers}

    assert set(figure_labels.markers(real_content.figures)) <= shown
    assert len(figure_labels.markers(real_content.figures)) >= 8


def test_the_words_of_a_figure_take_facts_from_their_register(real_content: Content) -> None:
    page = real_content.page("zh", "rights/credit-objection.md")
    assert page

    fact = references.expand("[](fact:credit-objection-reply)", real_content.registers, "zh", page.name)
    assert fact in figures.figure(real_content, page, "figure: credit-objection")
