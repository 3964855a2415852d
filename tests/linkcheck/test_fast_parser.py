"""A page that is read without a tree is read as the parser of browsers would."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitebuild.linkcheck import fast_parser, full_parser
from sitebuild.linkcheck.tags import ParsedPage

PAGE = '<!doctype html>\n<html lang="zh">\n<head><title>t</title>{head}</head>\n<body>{body}</body>\n</html>\n'
EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
NAMES = """
a abbr acronym address article aside audio b bdi bdo big blockquote body canvas map strike tt
 button caption center cite code colgroup data dd del desc
details dfn dialog div dl dt em fieldset figcaption figure font footer foreignObject form frameset g h1 h2 h6 head
header html i iframe image ins kbd label legend li main mark math menu nav nobr noscript object ol optgroup option
output p path pre q rt ruby s samp script section select small span strong style sub summary sup svg table tbody td
template text textarea tfoot th thead time title tr tspan u ul use var video xmp x-own
"""
ELEMENTS = (*NAMES.split(), *EMPTY)
SEPARATORS = st.sampled_from(["", " ", "\n", "text", "&amp;", "<!-- a note -->", "<br>", "<br />", "甲"])


def body(text: str) -> bytes:
    return PAGE.format(head="", body=text).encode()


def head(text: str) -> bytes:
    return PAGE.format(head=text, body="").encode()


def seen(page: ParsedPage) -> list[object]:
    """Return what a page says, in lists."""
    said = [(tag.name, tag.identifier, tag.references, tag.is_noteworthy, tag.holds_text) for tag in page.tags]
    values = [{name: value for name, value in tag.attributes.items() if value} for tag in page.tags]
    return [
        page.language,
        said,
        values,
        list(page.texts),
        list(page.links_without_name),
        list(page.unresolved_markdown),
    ]


def as_the_parser(html: bytes) -> bool:
    """Tell whether a page is plain, after seeing that it is then read as the parser does."""
    page = fast_parser.parse_if_well_formed(html)
    assert page is None or seen(page) == seen(full_parser.parse(html)), html.decode()
    return page is not None


def element(name: str, number: int, content: str) -> str:
    opening = f'<{name} id="{name}-{number}" href="#{number}">'
    return opening if name in EMPTY else f"{opening}{content}</{name}>"


def combinations() -> Iterator[bytes]:
    """Yield a page for every element in every other one, with a link behind each, and without."""
    for outer, inner in product(ELEMENTS, repeat=2):
        for after in ("", '<a id="after" href="x">y</a>'):
            yield body(element(outer, 1, element(inner, 2, "x") + after) + after)


def test_every_element_in_every_other_one_is_as_the_parser_sees_it() -> None:
    """Whatever is taken for plain must be; and much is, or nothing would be gained."""
    plainly = sum(as_the_parser(html) for html in combinations())

    assert plainly > 3_000


def trees() -> st.SearchStrategy[str]:
    """Return elements in each other, at any depth, mostly such as may be."""
    leaves = SEPARATORS | st.sampled_from([element(name, 0, "") for name in EMPTY])
    named = st.sampled_from(["a", "b", "div", "li", "ol", "p", "span", "table", "td", "tr", "ul", "svg", "g"])
    return st.recursive(
        leaves,
        lambda inner: st.builds(
            element, named | st.sampled_from(NAMES.split()), st.integers(0, 9), st.lists(inner, max_size=4).map("".join)
        ),
        max_leaves=12,
    )


@given(trees())
def test_elements_at_any_depth_are_as_the_parser_sees_them(text: str) -> None:
    as_the_parser(body(text))


@given(
    st.lists(st.sampled_from(["<", ">", "/", "a", "p", " ", '="', '"', "&", "#39;", "id", "!--", "--", "\r"])).map(
        "".join
    )
)
def test_any_use_of_the_signs_of_html_is_as_the_parser_sees_it(text: str) -> None:
    as_the_parser(body(f'<p id="x">{text}</p>'))


@pytest.mark.parametrize(
    ("trouble", "twin"),
    [
        pytest.param('<p id="x"><b>y</p></b>', '<p id="x"><b>y</b></p>', id="closed in the wrong order"),
        pytest.param('<p>y<p id="x">z</p>', '<p>y</p><p id="x">z</p>', id="left open"),
        pytest.param("<p>y</p></p>", "<p>y</p>", id="closed twice"),
        pytest.param("<p>y</body></p>", "<p>y</p>", id="closed with the page"),
        pytest.param('<p><b><div id="x">y</div></b></p>', '<div><b><p id="x">y</p></b></div>', id="block in paragraph"),
        pytest.param('<a href="x"><i><a href="y">z</a></i></a>', '<i><a href="y">z</a></i>', id="link in link"),
        pytest.param("<h2>x<h3>y</h3></h2>", "<h2>x</h2><h3>y</h3>", id="heading in heading"),
        pytest.param("<li>x</li>", "<ul><li>x</li></ul>", id="item without list"),
        pytest.param('<table><a href="x">y</a></table>', "<table><tr><td>y</td></tr></table>", id="link among rows"),
        pytest.param("<svg><p>x</p></svg>", "<svg><g><path/></g></svg>", id="text in a drawing"),
        pytest.param("<div/>x</div>", "<div>x</div>", id="slash that means nothing"),
        pytest.param('<img src="x" alt>', '<img src="x" alt="">', id="value left out"),
        pytest.param("<img src=x alt>", '<img src="x" alt="">', id="quotes left out"),
        pytest.param('<P ID="x">y</P>', '<p id="x">y</p>', id="large letters"),
        pytest.param('<p id="&eacute;">y</p>', '<p id="&amp;eacute;">y</p>', id="rare escape"),
        pytest.param('<p id="\r">y</p>', '<p id="\n">y</p>', id="carriage return"),
        pytest.param("x < y", "x &lt; y", id="sign of less"),
        pytest.param("<!-- -- > -->", "<!-- - -->", id="odd comment"),
        pytest.param('<a href="x">&nbsp;</a>', '<a href="x"> <i></i></a>', id="link that may have no words"),
        pytest.param('<a href="x"><svg></svg></a>', '<a href="x"><img src="y"></a>', id="link with a drawing"),
        pytest.param('<a href="?a=1&b">y</a>', '<a href="?a=1&b=2&copy=3">y</a>', id="signs of and"),
        pytest.param("<!-- <p> -- >", "<!-- <p id='x'> -->", id="tag in a comment"),
        pytest.param("<script>'<!--'</script>", "<script>i<b;'</p><a id=x>'</script>", id="signs in a script"),
        pytest.param("[x](y)", "[x] (y)", id="Markdown"),
        pytest.param("</>", "", id="end of nothing"),
    ],
)
def test_what_needs_the_parser_is_left_to_it(trouble: str, twin: str) -> None:
    assert (as_the_parser(body(trouble)), as_the_parser(body(twin))) == (False, True)


@pytest.mark.parametrize(
    ("trouble", "twin"),
    [
        pytest.param("<p>x</p>", '<meta name="a" content="b">', id="text in the head"),
        pytest.param("x", "<!-- x -->", id="words in the head"),
        pytest.param("<title>&copy; x</title>", "<title>&amp; x &#8212; y</title>", id="rare escape in the title"),
        pytest.param("<noscript><p>x</p></noscript>", '<noscript><link rel="a" href="b" /></noscript>', id="noscript"),
    ],
)
def test_a_head_that_needs_the_parser_is_left_to_it(trouble: str, twin: str) -> None:
    assert (as_the_parser(head(trouble)), as_the_parser(head(twin))) == (False, True)


@pytest.mark.parametrize(
    "beginning",
    [
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">',
        "<!DOCTYPE html>",
    ],
)
def test_the_age_of_a_page_does_not_matter(beginning: str) -> None:
    assert as_the_parser(body('<p id="x">y</p>').replace(b"<!doctype html>", beginning.encode()))
    assert not as_the_parser(body("<p><table></table></p>").replace(b"<!doctype html>", beginning.encode()))


def test_the_page_and_its_body_have_ids_too() -> None:
    text = body("x").replace(b"<html", b'<html id="a"').replace(b"<body>", b'<body id="b" background="c.png">')

    assert as_the_parser(text)


def test_lines_of_windows_are_lines() -> None:
    text = body('<p id="x">y</p>\n<a href="a\nb"\n>y</a><script>a\nb](c)</script>')

    assert as_the_parser(text.replace(b"\n", b"\r\n"))


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    assert as_the_parser(body('<a href="x" href="y" id="a" id="b">z</a>'))
