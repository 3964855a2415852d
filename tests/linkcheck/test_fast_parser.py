"""A page that is read without a tree is read as the parser of browsers would."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitebuild.linkcheck import fast_parser, full_parser
from sitebuild.linkcheck.tags import ParsedPage, Tag

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
    """Return what a page says, in lists: the parser moves and repeats elements where it repairs the page."""
    said = {
        (tag.name.lower(), tag.identifier, tag.references, tag.is_noteworthy, tag.holds_text, frozenset(values(tag)))
        for tag in page.tags
    }
    return [page.language, said, set(page.texts), list(page.unresolved_markdown)]


def values(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a tag; in a drawing the parser writes some of their names with capitals."""
    return ((name.lower(), value) for name, value in tag.attributes.items() if value)


def as_the_parser(html: bytes) -> bool:
    """Tell whether a page is plain, after seeing that it is then read as the parser does."""
    page = fast_parser.parse_if_plain(html)
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

    assert plainly > 20_000


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
    st.lists(
        st.sampled_from(["<", ">", "/", "a", "p", " ", '="', '"', "&", "#39;", "id", "!--", "--", "\r", "'", "A"])
    ).map("".join)
)
def test_any_use_of_the_signs_of_html_is_as_the_parser_sees_it(text: str) -> None:
    as_the_parser(body(f'<p id="x">{text}</p>'))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<p id="x"><b>y</p></b>', id="closed in the wrong order"),
        pytest.param('<p>y<p id="x">z</p>', id="left open"),
        pytest.param("<p>y</p></p>", id="closed twice"),
        pytest.param("<p>y</body></p>", id="closed with the page"),
        pytest.param('<p><b><div id="x">y</div></b></p>', id="block in paragraph"),
        pytest.param('<a href="x"><i><a href="y">z</a></i></a>', id="link in link"),
        pytest.param("<h2>x<h3 id=x>y</h3></h2>", id="heading in heading"),
        pytest.param("<li id=x>x</li>", id="item without list"),
        pytest.param('<table><a href="x">y</a></table>', id="link among rows"),
        pytest.param("<table><tr id=x><td id=y>z<th id=w></table>", id="cells of a table"),
        pytest.param("<svg><p id=x>x</p></svg>", id="text in a drawing"),
        pytest.param("<svg><title id=x>y</title><linearGradient href=#x /></svg>", id="parts of a drawing"),
        pytest.param("<div/><br/><img src=x />x</div>", id="slash that means nothing"),
        pytest.param('<img src="x" alt><a href=x/>y</a>', id="value left out"),
        pytest.param("<img src=x alt><img src = 'y' >", id="quotes left out"),
        pytest.param('<P ID="x">y</P><H1>x</H1><SCRIPT>"<p id=z>"</Script>', id="large letters"),
        pytest.param('<p id="&eacute;&#233;&#xE9;&eacute=&eacut">y</p>', id="references"),
        pytest.param('<a href="?a=1&b=2&copy=3&copyx&copy">y</a>', id="signs of and"),
        pytest.param("x < y <1 <", id="sign of less"),
        pytest.param("<!-- -- > <p id=x>-->", id="odd comment"),
        pytest.param("<!----><p id=x><!--><p id=y><!---><p id=z><!-- --!><p id=w>", id="short comments"),
        pytest.param('<a href="x"> <i></i>y</a>', id="link with an element"),
        pytest.param('<a href="x"><img src="y" alt="z"></a>', id="link with a picture"),
        pytest.param("<!-- <p id='x'> -->", id="tag in a comment"),
        pytest.param("<script>i<b;'</p><a id=x>'</script>", id="signs in a script"),
        pytest.param("<script>'<!--'</script><p id=x>", id="sign of a comment in a script"),
        pytest.param("<script>i</ſcript><p id=x></script>", id="long s in a script"),
        pytest.param("[x] (y)", id="brackets"),
        pytest.param("</><? <p id=x ?><! <p id=y>", id="end of nothing"),
        pytest.param("<table><tr><td><svg><title>y</title></svg></table>", id="second title"),
        pytest.param("<form id=x></form><form id=y></form>", id="two forms"),
        pytest.param("<noscript><p id=x>y</p></noscript>", id="without scripts"),
    ],
)
def test_what_the_parser_repairs_is_read_without_it(text: str) -> None:
    """It moves, repeats and closes elements, and drops none."""
    assert as_the_parser(body(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<form id=x><form id=y></form>", id="form in a form"),
        pytest.param("<td id=x>", id="cell without a table"),
        pytest.param("<table></table><tr id=x>", id="row behind a table"),
        pytest.param("<!-- <table> --><td id=x>", id="table in a comment"),
        pytest.param("<table></table><?<title><td id=x></title>", id="cell behind an instruction"),
        pytest.param("<p title='<title '><td id=x></title>", id="cell behind what looks like a title"),
        pytest.param("<p title='<table '><td id=x>", id="table in a value"),
        pytest.param("<select><p id=x></select>", id="choice"),
        pytest.param("<template><p id=x></template>", id="template"),
        pytest.param("<frameset><p id=x>", id="frames"),
        pytest.param("<base href=x><table><tr><base href=y></table>", id="base among rows"),
        pytest.param("<image src=x>", id="another name of img"),
        pytest.param("<math><mtext id=x></math>", id="formula"),
        pytest.param("<plaintext><p id=x>", id="no more tags"),
        pytest.param("<body id=x><body id=y>", id="two bodies"),
        pytest.param('<p title="x>y" id="z">', id="sign of more in a value"),
        pytest.param('<p title="x"id="z">', id="no space between"),
        pytest.param('<p id="\r">y</p>', id="carriage return"),
        pytest.param('<p id="&#128;">y</p>', id="number of another sign"),
        pytest.param("<svg><style>&lt;<p id=x></style></svg>", id="style in a drawing"),
        pytest.param("<svg><!-- </svg> --><script>&lt;<p id=x></script></svg>", id="end of a drawing in a comment"),
        pytest.param("<svg><script/><p id=x></svg>", id="script in a drawing"),
        pytest.param("<svg><svg></svg><script><p id=x></script></svg>", id="script behind a drawing in a drawing"),
        pytest.param("<svg><desc></svg></desc><script><p id=x></script>", id="end of a drawing in a description"),
        pytest.param("<svg><![CDATA[<p id=x>]]></svg>", id="text of XML"),
        pytest.param("<script><!--<script></script><p id=x>--></script>", id="script in a script"),
        pytest.param("<title>a<p id=x></title>", id="tag in a title"),
        pytest.param("<textarea><!-- </textarea><p id=x>", id="sign of a comment in a field"),
        pytest.param("</p title='>'><p id=x>", id="attribute of an end tag"),
        pytest.param("<!-- <p id=x>", id="comment without an end"),
        pytest.param('<a href="x">&nbsp;</a>', id="link that may have no words"),
        pytest.param('<a href="x"><svg></svg></a>', id="link with a drawing"),
        pytest.param("[x](y)", id="Markdown"),
    ],
)
def test_what_needs_the_parser_is_left_to_it(text: str) -> None:
    assert not as_the_parser(body(text))


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("<p>x</p>", True),
        ("<!-- x -->", True),
        ("<title>&copy x</title>", False),
        ("<title>&copy; &amp; x &#8212; y</title>", True),
        ("<noscript><p>x</p></noscript>", True),
        ('<noscript><link rel="a" href="b" /></noscript>', True),
    ],
)
def test_a_head_is_read_alike(text: str, is_plain: bool) -> None:  # noqa: FBT001 - a column of the table
    assert as_the_parser(head(text)) is is_plain


@pytest.mark.parametrize(
    "beginning",
    [
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">',
        "<!DOCTYPE html>",
        "",
    ],
)
def test_the_age_of_a_page_does_not_matter(beginning: str) -> None:
    assert as_the_parser(body('<p id="x">y<table id="y">').replace(b"<!doctype html>", beginning.encode()))


def test_the_page_and_its_body_have_ids_too() -> None:
    text = body("x").replace(b"<html", b'<html id="a"').replace(b"<body>", b'<body id="b" background="c.png">')

    assert as_the_parser(text)


def test_lines_of_windows_are_lines() -> None:
    text = body('<p id="x">y</p>\n<a href="a\nb"\n>y</a><script>a\nb](c)</script>')

    assert as_the_parser(text.replace(b"\n", b"\r\n"))


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    assert as_the_parser(body('<a href="x" href="y" id="a" id="b">z</a>'))
