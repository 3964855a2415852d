"""Sections with another id, and sections on another page: their old addresses go on working."""

from collections.abc import Iterator

import markdown
import pytest
from playwright.sync_api import Browser

from making import ROOT, redirects_of, served, write
from sitebuild.addresses import moved_sections


def test_sections_that_stay_on_their_page_have_aliases() -> None:
    moved = redirects_of("a/#x a/#new", "a/#y a/#new", "a/#gone a/", "old/ a/", "old/#z b/#w")

    assert moved_sections.aliases(moved) == {"a/": {"x": "new", "y": "new"}}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("前。\n## 题 {#new}\n", '前。\n\n<a id="old"></a>\n\n## 题 {#new}\n', id="a section"),
        pytest.param("### 题 {.faq #new}", '\n<a id="old"></a>\n\n### 题 {.faq #new}', id="a question"),
        pytest.param("    ## 题 {#new}", '\n    <a id="old"></a>\n\n    ## 题 {#new}', id="in an admonition"),
        pytest.param("> ## 题 {#new}", '>\n> <a id="old"></a>\n>\n> ## 题 {#new}', id="in a quotation"),
        pytest.param("- ## 题 {#new}", '- ## <a id="old"></a>题 {#new}', id="in a list"),
        pytest.param("## 题 {#newer}", None, id="another id"),
        pytest.param("## 题 {#old-new}", None, id="an id that ends alike"),
        pytest.param("文。{#new}", None, id="no heading"),
        pytest.param("```\n## 题 {#new}\n```", None, id="in code"),
        pytest.param("~~~~ md\n~~~\n## 题 {#new}\n~~~~", None, id="in longer code"),
        pytest.param("```\n```\n## 题 {#new}", '```\n```\n\n<a id="old"></a>\n\n## 题 {#new}', id="after code"),
        pytest.param("```x```\n## 题 {#new}", '```x```\n\n<a id="old"></a>\n\n## 题 {#new}', id="after inline code"),
    ],
)
def test_an_old_id_stands_before_the_heading_with_the_new_one(before: str, after: str | None) -> None:
    """A bookmark of the old id still opens the page at its section."""
    assert moved_sections.with_aliases(before, {"old": "new"}) == (before if after is None else after)


def test_all_old_ids_of_a_heading_stand_together() -> None:
    assert moved_sections.with_aliases("## 题 {#n}", {"b": "n", "a": "n"}) == (
        '\n<a id="a"></a><a id="b"></a>\n\n## 题 {#n}'
    )


def test_a_page_without_aliases_stays_as_it_is() -> None:
    assert moved_sections.with_aliases("文。\r\n\n## 题 {#n}\n", {}) == "文。\r\n\n## 题 {#n}\n"


def test_the_anchor_becomes_html_and_the_heading_stays_a_heading() -> None:
    text = moved_sections.with_aliases("前。\n\n## 题 {#new}\n\n后。", {"old": "new"})

    assert markdown.markdown(text, extensions=["attr_list"]) == (
        '<p>前。</p>\n<p><a id="old"></a></p>\n<h2 id="new">题</h2>\n<p>后。</p>'
    )


def test_a_section_that_left_its_page_has_a_link_there_for_the_script() -> None:
    """Readers do not see it: it stands at the end, under the section's old id."""
    (departed,) = moved_sections.departures(redirects_of("a/#left b/#there", "a/#x a/#y", "old/ a/")).values()

    assert moved_sections.with_departures("文。", departed) == (
        '文。\n\n<div hidden>\n<a id="left" href="../b/#there" data-moved>b/#there</a>\n</div>\n'
    )
    assert moved_sections.with_departures("文。", []) == "文。"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page from which one section has left, and an index whose entries have pages of their own."""
    (departed,) = moved_sections.departures(redirects_of("a/#left b/#there")).values()
    page = '<html lang="zh"><script src="../assets/javascripts/redirect.js" defer></script>{0}'
    entry = '<li id="law" data-moved><a href="../b/">乙</a><span id="there"></span></li><li id="other">丙</li>'
    files = {
        "a/index.html": page.format(
            f'<a href="../c/">别处</a><h2 id="stays">节</h2>{moved_sections.with_departures("", departed)}'
        ),
        "index/index.html": page.format(f'<a href="../c/">别处</a><ul>{entry}</ul>'),
        "b/index.html": '<h2 id="there">节</h2>',
        "c/index.html": "",
        "assets/javascripts/redirect.js": (ROOT / "overrides/assets/javascripts/redirect.js").read_text("utf-8"),
    }
    with served(write(tmp_path_factory.mktemp("left"), files)) as address:
        yield address


@pytest.mark.parametrize(
    ("old", "new", "scripts"),
    [
        pytest.param("/a/#left", "/b/#there", True, id="a section that left"),
        pytest.param("/a/#stays", "/a/#stays", True, id="a section that stays"),
        pytest.param("/a/#nowhere", "/a/#nowhere", True, id="no section"),
        pytest.param("/a/#%", "/a/#%", True, id="a broken address"),
        pytest.param("/a/", "/a/", True, id="the page"),
        pytest.param("/a/#left", "/a/#left", False, id="a section that left, no scripts"),
        pytest.param("/index/#law", "/b/", True, id="an entry with a page of its own"),
        pytest.param("/index/#there", "/b/#there", True, id="a part of that entry"),
        pytest.param("/index/#other", "/index/#other", True, id="an entry that stays"),
        pytest.param("/index/#there", "/index/#there", False, id="a part, no scripts"),
    ],
)
def test_a_browser_goes_where_the_text_is(chromium: Browser, address: str, old: str, new: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.goto(address + old)
    page.wait_for_url(address + new, timeout=5_000)
    page.wait_for_timeout(200)

    assert page.url == address + new


def test_a_change_of_section_on_the_page_is_followed_too(chromium: Browser, address: str) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"{address}/a/")
    page.evaluate("location.hash = '#left'")
    page.wait_for_url(f"{address}/b/#there", timeout=5_000)
