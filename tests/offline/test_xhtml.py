"""Parts of pages written again: well-formed, with the case of SVG's names, and links where the copy has their place."""

import xml.etree.ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitebuild.offline import xhtml
from sitebuild.offline.adapting import Adapter, classes, nodes


def adapted(html: str, left_out: str = "", *, bare: bool = True) -> str:
    """Return a page's body as a copy has it that knows the page `here/` only."""
    body = LexborHTMLParser(html).body
    assert body is not None
    adapter = Adapter(
        lead=lambda address: "#here" if address == "here/" else None,
        classes=classes(".kept{margin:0}.details .summary{x:y}"),
        prefix="a--",
        left_out=nodes(body, left_out) if left_out else frozenset(),
        bare=bare,
        xml=True,
    )
    return xhtml.inside(body, adapter.adapt)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b &amp; &lt;c", "<p>a<br/>b &amp; &lt;c</p>"),
        ('<p title="&quot;a&quot;">x</p>', '<p title="&quot;a&quot;">x</p>'),
        ("<p>a<!-- b --></p><span></span>", "<p>a</p><span></span>"),
        ('<a href="here/" rel="next">x</a>', '<a href="#here">x</a>'),
        ('<a href="gone/">x</a>', "x"),
        ('<a href="gone/" lang="en">x</a>', '<span lang="en" xml:lang="en">x</span>'),
        ('<p class="kept other" data-copy="y" id="b">x</p>', '<p id="a--b" class="kept">x</p>'),
        (
            '<details open name="n"><summary>s</summary>x</details>',
            '<div class="details"><div class="summary">s</div>x</div>',
        ),
        ('<button>x</button><p hidden>y</p><input type="checkbox">', ""),
    ],
)
def test_an_element_is_written_as_a_copy_has_it(html: str, expected: str) -> None:
    assert adapted(html) == expected


def test_a_drawing_keeps_the_case_of_its_names() -> None:
    html = '<svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient></svg>'
    found = ET.fromstring(adapted(html))  # noqa: S314 - ours

    assert found.tag == "{http://www.w3.org/2000/svg}svg"
    assert found.attrib["viewBox"] == "0 0 1 1"
    assert found[0].tag == "{http://www.w3.org/2000/svg}linearGradient"


def test_what_a_selector_finds_is_left_out_and_nothing_around_it() -> None:
    assert adapted("<div><p>a</p><figure>b</figure></div>", "figure") == "<div><p>a</p></div>"


def test_entries_that_only_name_a_page_elsewhere_are_left_out_where_asked() -> None:
    first = '<ul><li><a href="gone/">x</a></li><li><a href="gone/">y</a> now</li></ul>'
    html = first + '<ul><li><a href="gone/">z</a></li></ul>'

    assert adapted(html, bare=False) == "<ul><li>y now</li></ul>"
    assert adapted(html).count("<li>") == 3
