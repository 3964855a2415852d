"""Pages are chosen so that every shape of element is seen, and the style sheet colours by nothing but shapes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2

import shapes
from shapes import Judged, Words, elements
from sitebuild.building import assets

PAGE = '<html lang="{}"><body><p class="{}">{}</p></body></html>'


WIDTH = 360


def differ(one: str, other: str) -> bool:
    """Tell whether both pages are judged, in whichever order they come."""
    return judged_after(one, other) and judged_after(other, one)


def judged_after(one: str, other: str) -> bool:
    """Tell whether a page has something to judge after another one."""
    judged = Judged()
    before = elements(one)
    judged.add(WIDTH, (before[number] for number in judged.new(WIDTH, before)))
    return bool(judged.new(WIDTH, elements(other)))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        pytest.param("<p>words</p>", "<p>other words</p>", False, id="words"),
        pytest.param("<p>words</p>", "<p>x</p>", False, id="fewer letters than elsewhere"),
        pytest.param("<p>……</p>", "<p>x</p>", False, id="a letter, which says less than signs"),
        pytest.param('<p id="a">words</p>', '<p id="b">words</p>', False, id="ids"),
        pytest.param('<p data-field="a">words</p>', '<p data-field="b">words</p>', False, id="names of blanks"),
        pytest.param('<p class="a b">words</p>', '<p class="b a">words</p>', False, id="the order of classes"),
        pytest.param('<p class="a">words</p>', '<p class="b">words</p>', True, id="classes"),
        pytest.param("<p>words</p>", "<b>words</b>", True, id="elements"),
        pytest.param("<p>words</p>", "<p hidden>words</p>", True, id="attributes"),
        pytest.param('<p role="note">words</p>', '<p role="alert">words</p>', True, id="roles"),
        pytest.param('<img alt="">', '<img alt="words">', True, id="an empty value"),
        pytest.param('<p lang="zh">words</p>', '<p lang="en">words</p>', True, id="languages"),
        pytest.param("<div><p>words</p></div>", "<p>words</p>", True, id="what is around"),
        pytest.param('<p style="color: red">words</p>', '<p style="color: blue">words</p>', True, id="styles"),
        pytest.param("<p><a>link</a></p>", "<p>a <a>link</a> in a text</p>", True, id="a link in a text"),
        pytest.param("<p><a>one</a><a>two</a></p>", "<p><a>one</a><b> and </b><a>two</a></p>", True, id="text between"),
    ],
)
def test_both_pages_are_judged_only_if_an_element_of_each_looks_its_own_way(one: str, other: str, both: bool) -> None:  # noqa: FBT001 - a row
    assert differ(one, other) == both


def test_each_language_is_judged() -> None:
    assert differ(PAGE.format("zh", "", "words"), PAGE.format("en", "", "words"))


def test_of_one_shape_the_element_with_most_words_is_judged() -> None:
    page = elements("<p>x</p><p>words</p><p>more words</p><b></b>")
    new = Judged().new(WIDTH, page)

    assert [page[number].tag for number in new if shapes.has_colours(page[number])] == ["p"]
    assert [page[number].words for number in new if page[number].tag == "p"] == [Words.WORDS]


def test_an_element_with_more_words_than_was_judged_is_judged() -> None:
    assert judged_after("<p>x</p>", "<p>words</p>")
    assert not judged_after("<p>words</p>", "<p>x</p>")


def test_what_is_out_of_sight_or_was_judged_at_another_width_is_judged() -> None:
    """A menu is closed on a phone and open on a desk; an entry is folded here and not there."""
    page = elements("<p>words</p>")
    number = next(number for number, each in enumerate(page) if each.tag == "p")
    judged = Judged()
    judged.add(WIDTH, page[:number])

    assert judged.new(WIDTH, [*page[:number], None]) == []
    assert judged.new(WIDTH, page) == [number]
    judged.add(WIDTH, page)
    assert judged.new(WIDTH, page) == []
    assert len(judged.new(1280, page)) == len(page)


def test_what_one_process_has_judged_another_one_knows(tmp_path: Path) -> None:
    page = elements("<p>words</p>")
    one, other = Judged(tmp_path / "judged"), Judged(tmp_path / "judged")
    one.add(WIDTH, page)

    assert other.new(WIDTH, page) == []
    assert len(other.new(1280, page)) == len(page)
    assert other.is_new("a menu")
    assert not one.is_new("a menu")
    assert Judged().is_new("a menu")


def test_a_line_that_is_being_written_is_read_when_it_is_whole(tmp_path: Path) -> None:
    page = elements("<p>words</p>")
    Judged(tmp_path / "judged").add(WIDTH, page)
    lines = (tmp_path / "judged").read_bytes()
    (tmp_path / "judged").write_bytes(lines[:-1])
    reader = Judged(tmp_path / "judged")

    assert len(reader.new(WIDTH, page)) == 1
    (tmp_path / "judged").write_bytes(lines)
    assert reader.new(WIDTH, page) == []


COLOURING = re.compile(
    r"color|background|opacity|filter|blend|text-shadow|^font(-size|-weight)?$|^--(?!between$)|-text-fill"
)
"""Properties that decide what colour text has on what, and from which size and weight it may be fainter."""
BY_PLACE = re.compile(r"[+~#]|:(first|last|nth|only|has|empty)|\[([\w-]+)[~|^$*]?=")
"""What a selector can say of an element that its shape does not hold; of an attribute's value, if it is free."""


def colours_otherwise(css: str) -> list[str]:
    """Return the selectors that give colours by what is no part of a shape."""
    return [
        selector
        for selector, properties in _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
        if any(map(COLOURING.search, properties))
        and any(not found[2] or found[2] in shapes.FREE for found in BY_PLACE.finditer(selector))
    ]


def schemes_change(css: str) -> set[str]:
    """Return the properties that a colour scheme gives other values."""
    return {
        name
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        if rule.type == "at-rule" and "prefers-color-scheme" in tinycss2.serialize(rule.prelude)
        for _, properties in _rules([rule])
        for name in properties
    }


def _rules(nodes: list[Any]) -> Iterator[tuple[str, list[str]]]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None:
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            declared = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            properties = [each.lower_name for each in declared if each.type == "declaration"]
            yield tinycss2.serialize(node.prelude).strip(), properties


@pytest.mark.parametrize(
    ("css", "found"),
    [
        pytest.param(".a>.b{color:red}", [], id="by class"),
        pytest.param("h2+h3{margin:0}li:last-child{margin:0}", [], id="a margin by place"),
        pytest.param("[dir=rtl] p,a[rel=next]{color:red}", [], id="by an attribute that shapes hold"),
        pytest.param("h2+h3{color:red}", ["h2+h3"], id="by what stands before"),
        pytest.param("@media print{li:nth-child(2){background:red}}", ["li:nth-child(2)"], id="by number"),
        pytest.param("#a{opacity:.5}", ["#a"], id="by id"),
        pytest.param("[data-field=a]{--text:red}", ["[data-field=a]"], id="by a value that is a page's own"),
    ],
)
def test_what_colours_by_more_than_shapes_is_found(css: str, found: list[str]) -> None:
    assert colours_otherwise(css) == found


def test_the_sheet_colours_by_nothing_but_shapes(real_site: Path) -> None:
    """Else a page might be the only one to look bad, and not be judged."""
    assert colours_otherwise((real_site / assets.SHEET).read_text(encoding="utf-8")) == []


def on_screens(css: str) -> list[str]:
    """Return the selectors of rules that are not for paper alone."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    printed = re.compile(r"\s*print\b")
    screens = [each for each in nodes if each.type != "at-rule" or not printed.match(tinycss2.serialize(each.prelude))]
    return [selector for selector, _ in _rules(screens)]


def asks_for_paper(css: str) -> list[str]:
    """Return the selectors of a screen that name a class which says how a page is printed."""
    named = re.compile(rf"\.({'|'.join(sorted(shapes.FOR_PAPER))})(?![\w-])")
    return [selector for selector in on_screens(css) if named.search(selector)]


def test_only_paper_knows_how_close_a_page_is_printed(real_site: Path) -> None:
    """Else a page that is printed closer would look otherwise, and not be judged."""
    assert asks_for_paper("@media print{.dense p{margin:0}}.denser-x p{margin:0}") == []
    assert asks_for_paper(".dense p{color:red}") == [".dense p"]
    assert asks_for_paper((real_site / assets.SHEET).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("css", "changed"),
    [
        pytest.param("@media (prefers-color-scheme:dark){:root{--ink:#fff}}p{margin:0}", {"--ink"}, id="a colour"),
        pytest.param("@media (prefers-color-scheme:dark){.a{display:none}}", {"display"}, id="what is in sight"),
        pytest.param("@media (min-width:60em){.a{display:none}}", set(), id="another question"),
    ],
)
def test_what_a_scheme_changes_is_found(css: str, changed: set[str]) -> None:
    assert schemes_change(css) == changed


def test_a_scheme_changes_colours_and_hides_nothing(real_site: Path) -> None:
    """Else something that is in sight in the dark alone would not be judged, which is looked for in the light."""
    changed = schemes_change((real_site / assets.SHEET).read_text(encoding="utf-8"))

    assert changed
    assert [name for name in changed if not COLOURING.search(name)] == []


def test_few_pages_are_chosen_that_show_most() -> None:
    """The largest first; no page that adds too little, and none that adds nothing."""
    shown = {
        "all but one": frozenset(map(_shape, "abcdefgh")),
        "some of them": frozenset(map(_shape, "abcd")),
        "others": frozenset(map(_shape, "hijk")),
        "one more": frozenset(map(_shape, "kl")),
    }

    assert shapes.covering(shown, 1) == ["all but one", "others", "one more"]
    assert shapes.covering(shown, 2) == ["all but one", "others"]


def _shape(tag: str) -> shapes.Shape:
    return ((tag,),)
