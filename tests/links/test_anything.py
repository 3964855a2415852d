"""Whatever lies in the folder, the link checker answers, and answers the same again."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from making import write
from sitebuild.links import address, rules
from sitebuild.links.document import css_addresses, read
from sitebuild.links.site import load

URL = "https://site.example/handbook/"
PIECES = st.sampled_from(
    [
        "<a href=",
        '"',
        "'",
        ">",
        "</a>",
        "<img src=x srcset=, ,x>",
        "<base href=//>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<template>",
        "<svg><use href=#",
        "<style>p{background:url(",
        ")}</style>",
        "<script type=application/ld+json>{",
        "</script>",
        "#",
        "?",
        "%",
        "%zz",
        "//",
        "http://[",
        "../",
        "甲",
        "\x00",
        "&amp;",
        "<!--",
        "id=x ",
    ]
)
TAGS = [
    "<x<a ",
    "<!doctype <h1>",
    "<!-- > ",
    "-->",
    "--!>",
    "<?",
    "</a",
    "</x<h1>",
    "<svg>",
    "</svg>",
    "<math>",
    "<table>",
]
TAGS += [f"<{sign}{name}{end}" for sign in ("", "/") for name in ("a", "p", "title", "xmp", "noscript") for end in " >"]
TAGS += [
    f"<{name}>" for name in ("/template", "plaintext", "/style", "script", "iframe", "/iframe", "noembed", "select")
]
TAGS += [" id=", " href=", " name=", "='", "=", "&quot;", "&lt;h1 id=y>", "&nbsp", " b\"='c'", "\r", "\f", "<"]
SHOWN = ":not(:is(script,style,title,xmp,iframe,noembed,noframes,plaintext) *)"
"""Inside SVG these may hold elements, which no browser shows."""


@given(st.binary())
def test_any_bytes_are_read_as_html(content: bytes) -> None:
    """Browsers show something for every file, and so must the checker."""
    assert read("a.html", content) == read("a.html", content)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_of_markup_is_checked_without_a_crash(text: str) -> None:
    html = text.encode()
    document = read("a/index.html", html)

    for reference in document.references:
        address.outside(reference.address, URL)
        address.resolve(reference.address, "a", document.base, {"a/index.html": "a/index.html"}, "/handbook/")


@given(st.lists(st.one_of(PIECES, st.sampled_from(TAGS), st.text(max_size=3)), max_size=30).map("".join))
def test_what_is_read_is_what_the_parser_sees(text: str) -> None:
    """Tags are found in the parser's tree written out: nothing in a comment, a script or a value is taken for one."""
    html = text.encode(errors="replace")
    tree = LexborHTMLParser(html)

    document = read("a.html", html)

    names = {node.attributes["name"] or "" for node in tree.css(f"a[name]{SHOWN}")}
    assert document.ids == names | {node.attributes["id"] or "" for node in tree.css(f"[id]{SHOWN}")} - {""}
    links = {(node.attributes["href"] or "").strip() for node in tree.css(f"a[href]{SHOWN}")}
    assert {each.address for each in document.references if each.tag == "a" and each.attribute == "href"} == links
    sources = [(node.attributes["src"] or "").strip() for node in tree.css(f"img[src]{SHOWN}")]
    assert [each.address for each in document.references if (each.tag, each.attribute) == ("img", "src")] == sources
    assert document.headings == len(tree.css(f"h1{SHOWN}"))
    assert document.title == next(filter(None, (node.text().strip() for node in tree.css(f"title{SHOWN}"))), "")


@given(st.text(), st.text())
def test_any_address_leads_somewhere_or_nowhere(reference: str, base: str) -> None:
    """No address, however odd, stops the run."""
    files = {"a/index.html": "a/index.html"}

    target = address.resolve(reference, "a", base, files, "/handbook/")

    assert target.place in (None, "", "a/index.html")
    assert isinstance(address.outside(reference, URL), bool)


@given(st.text())
def test_any_style_sheet_is_read(text: str) -> None:
    assert list(css_addresses(text)) == list(css_addresses(text))


def test_findings_come_in_the_same_order_every_time(tmp_path: Path) -> None:
    """Two runs can be compared line by line."""
    page = '<html lang="zh"><title>{0}</title><h1>x</h1><a href="gone/">x</a><a href="gone2/">x</a><p id=a><p id=a>'
    write(tmp_path, {f"{name}.html": page.format(name) for name in ("b", "a", "index")})

    first, second = (rules.run(load(tmp_path, URL)) for _ in range(2))

    assert first == second == sorted(first)
    assert first
