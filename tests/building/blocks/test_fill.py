"""Markers that authors may write are those that the build fills."""

from dataclasses import replace

from making import content, page
from sitebuild.building.blocks import fill
from sitebuild.model.content import Content
from sitebuild.text import notation


def test_every_marker_is_filled_and_nothing_else_is() -> None:
    """One that no generator knows would stay in the page as a comment that nobody sees."""
    one = replace(content({"zh/a.md": "字"}), figures={"ladder": "<svg/>"})

    assert {*fill.generators(one.pages[0], one, "https://site.example/")} == {*notation.MARKERS, "figure: ladder"}


def test_search_words_are_not_published(real_content: Content) -> None:
    text = "## 甲 {#a}\n<!-- search: 呼死你, robocall -->\n正文。"

    assert fill.fill(page(text), text, real_content, "https://site.example/") == "## 甲 {#a}\n\n正文。"
