"""Whatever lies in the folder, the link checker answers, and answers the same again."""

import gzip
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from making import write
from sitebuild.linkcheck import (
    address,
    address_attributes,
    contacts,
    css,
    encoding,
    hosts,
    language_tags,
    meta_refresh,
    punctuation,
    rules,
)
from sitebuild.linkcheck.external import link_ledger
from sitebuild.linkcheck.finding import Finding
from sitebuild.linkcheck.html_folder import Listed, load
from sitebuild.linkcheck.page_reader import read

URL = "https://site.example/handbook/"
LISTED = Listed(frozenset({"110"}), ("gov.cn",))
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
        "<a id=x href=/handbook/",
        "<link rel=alternate hreflang=en href=",
        "<meta property=og:url content=",
        "[x](y)",
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
TEXTS = ("script", "style", "title", "xmp", "iframe", "noembed", "noframes", "plaintext")
# Not `:is(script, style) *`: the parser finds only children by it.
SHOWN = f":not({', '.join(f'{name} *' for name in TEXTS)})"
"""Inside SVG these may hold elements, which no browser shows."""
SIGNS = [*"/#?%.:@[]甲 a", "..", "//", "%2e", "%ff", "://", "index.html", "about:", "tel:1", "mailto:", "javascript:"]
ADDRESSES = (
    st.text()
    | st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
    | st.builds("{}{}".format, st.sampled_from(["http://", "https://", "HTTP:", "file:", URL]), st.text())
)
PLACES = (
    '<a href="{0}">x</a><img src="{0}" srcset="{0} 2x" alt=""><form action="{0}"></form>'
    '<link rel="alternate" hreflang="en" href="{0}"><meta property="og:image" content="{0}">'
    '<p style="background: url({0})"></p><svg><use href="{0}"/></svg>'
)
"""Everywhere that an address may stand in a page."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that every example of a test writes its files into, over those of the last."""
    return tmp_path_factory.mktemp("anything")


def findings(folder: Path, files: dict[str, str | bytes]) -> list[Finding]:
    """Return what the checker says of files, after seeing that it says the same again, in order."""
    write(folder, files)
    first, second = (rules.run(load(folder, URL, LISTED)) for _ in range(2))
    assert first == second == sorted(first)
    return first


@given(st.binary())
def test_any_bytes_are_read_as_html(content: bytes) -> None:
    """Browsers show something for every file, and so must the checker."""
    first, second = (read("a.html", content) for _ in range(2))

    assert vars(first) == vars(second)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_of_markup_is_checked_without_a_crash(text: str) -> None:
    html = text.encode()
    page = read("a/index.html", html)

    for reference in page.references:
        address.is_external(reference.address, URL)
        address.resolve(reference.address, "a", page.base, {"a/index.html": "a/index.html"}, "/handbook/")


@given(st.lists(st.one_of(PIECES, st.sampled_from(TAGS), st.text(max_size=3)), max_size=30).map("".join))
def test_what_is_read_is_what_the_parser_sees(text: str) -> None:
    """Tags are found in the parser's tree written out: nothing in a comment, a script or a value is taken for one."""
    html = text.encode(errors="replace")
    tree = LexborHTMLParser(html)

    page = read("a.html", html)

    names = {node.attributes["name"] or "" for node in tree.css(f"a[name]{SHOWN}")}
    assert page.ids == names | {node.attributes["id"] or "" for node in tree.css(f"[id]{SHOWN}")} - {""}
    links = {address.cleaned(node.attributes["href"] or "") for node in tree.css(f"a[href]{SHOWN}")}
    assert {each.address for each in page.references if each.tag == "a" and each.attribute == "href"} == links
    sources = [address.cleaned(node.attributes["src"] or "") for node in tree.css(f"img[src]{SHOWN}")]
    shown = [each.address for each in page.references if (each.tag, each.attribute) == ("img", "src")]
    assert shown == list(dict.fromkeys(sources))
    assert page.h1_count == len(tree.css(f"h1{SHOWN}"))
    assert page.title == next(filter(None, (node.text().strip() for node in tree.css(f"title{SHOWN}"))), "")


@given(st.text(), st.text())
def test_any_address_leads_somewhere_or_nowhere(reference: str, base: str) -> None:
    """No address, however odd, stops the run."""
    files = {"a/index.html": "a/index.html"}

    target = address.resolve(reference, "a", base, files, "/handbook/")

    assert target.path in (None, "", "a/index.html")
    assert isinstance(address.is_external(reference, URL), bool)


@given(st.text())
def test_any_style_sheet_is_read(text: str) -> None:
    assert list(css.addresses(text)) == list(css.addresses(text))


@given(st.binary() | st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()))
def test_any_page_is_judged_by_every_rule(folder: Path, content: bytes) -> None:
    """A page that is not HTML at all is a finding, not a crash."""
    found = findings(folder / "pages", {"index.html": content, "a/index.html": content})

    assert {each.path for each in found} <= {"index.html", "a/index.html"}


@given(st.binary() | st.text().map(lambda text: f"<urlset><loc>{text}</loc><link>{text}</link><rss".encode()))
def test_any_sitemap_manifest_and_style_sheet_are_judged(folder: Path, content: bytes) -> None:
    files = {"sitemap.xml": content, "a/manifest.json": content, "a.css": content, "robots.txt": content}
    packed = {"a.xml.gz": gzip.compress(content, 1), "b.xml.gz": content, "sitemap.txt": content, "a.xhtml": content}

    findings(folder / "files", {**files, **packed})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<urlset><loc>" + " " * 100_000, id="spaces"),
        pytest.param("<urlset>" + "<loc>" * 100_000, id="addresses that never end"),
        pytest.param("<urlset>" + "<xhtml:link " * 100_000, id="versions that never end"),
        pytest.param("<rss><link>" + " " * 100_000, id="spaces of a feed"),
        pytest.param("<rss>" + "<link " * 100_000, id="links of a feed that never end"),
        pytest.param("<rss>" + "<guid>http:" * 100_000, id="names of a feed that never end"),
    ],
)
def test_a_sitemap_that_is_made_to_last_is_read_at_once(tmp_path: Path, text: str) -> None:
    """Searched from each tag to the end, any of these would take longer than anybody waits."""
    findings(tmp_path, {"sitemap.xml": text})


@given(ADDRESSES)
def test_any_address_in_any_place_is_judged(folder: Path, reference: str) -> None:
    """Whatever somebody pastes between the quotes."""
    html = f'<html lang="zh"><title>t</title><h1>x</h1>{PLACES.format(escape(reference))}'

    findings(folder / "addresses", {"index.html": html.encode(errors="replace")})


@given(ADDRESSES)
def test_any_redirect_and_base_are_judged(folder: Path, reference: str) -> None:
    """Both change where other addresses lead."""
    shown = escape(reference)
    head = f'<base href="{shown}"><meta http-equiv="refresh" content="0; url={shown}"><a href="a/">x</a>'

    findings(folder / "heads", {"index.html": head.encode(errors="replace"), "a/index.html": "<a href=../>x</a>"})


@given(ADDRESSES)
def test_any_address_has_a_place_in_the_ledger_of_visits(reference: str) -> None:
    """The weekly run asks for every address that a page has."""
    kept = link_ledger.address(reference)
    visits = [link_ledger.Visit(url=kept, final=kept, fault="timeout")] if link_ledger.is_visited(kept) else []

    ledger = link_ledger.update({}, visits, date(2026, 11, 23))

    assert (link_ledger.address(kept), "#" in kept) == (kept, False)
    assert link_ledger.read(link_ledger.render(ledger), "ledger.json") == ledger


def test_findings_come_in_the_same_order_every_time(tmp_path: Path) -> None:
    """Two runs can be compared line by line."""
    page = '<html lang="zh"><title>{0}</title><h1>x</h1><a href="gone/">x</a><a href="gone2/">x</a><p id=a><p id=a>'
    write(tmp_path, {f"{name}.html": page.format(name) for name in ("b", "a", "index")})

    first, second = (rules.run(load(tmp_path, URL)) for _ in range(2))

    assert first == second == sorted(first)
    assert first


def test_a_home_page_with_an_unreadable_address_of_its_own_is_judged(folder: Path) -> None:
    """Its canonical address is where the checker looks for the site's own, and may be any text."""
    write(folder / "guess", {"index.html": '<link rel="canonical" href="http://["><a href="/b/">b</a>'})

    assert {each.rule for each in rules.run(load(folder / "guess"))} >= {"page-missing"}


@pytest.mark.parametrize("text", ["url(", "/* ", "@import '", "url(\t"])
def test_a_style_sheet_that_repeats_one_opening_is_read_to_its_end(text: str) -> None:
    """A search that began anew at each of them would take minutes."""
    assert len(list(css.addresses(text * 20_000))) <= 10_000


@given(st.text() | st.lists(st.sampled_from([*" ,\t()", "a.png", "1x", "300w", "data:,"]), max_size=12).map("".join))
def test_any_list_of_pictures_is_read(text: str) -> None:
    """No address in it has a space, or begins or ends with a comma."""
    found = list(address_attributes.candidates(text))

    assert found == list(address_attributes.candidates(text))
    assert not [each for each in found if set(each) & set(" \t\n") or each[-1:] == "," or each[:1] == ","]


@given(
    st.lists(st.sampled_from(["zh", "en", "-Hant", "-TW", "-yue", "x-default", "_", "-", "0"]), max_size=5).map("".join)
)
def test_any_tag_of_a_language_is_compatible_with_itself(tag: str) -> None:
    assert language_tags.are_compatible(tag, tag.upper())
    assert language_tags.best(tag, [tag.lower()]) == tag.lower()


@given(st.binary(), st.sampled_from(["gbk", "utf-16", "big5", "no such", "shift_jis", "iso-2022-jp", "x-user-defined"]))
def test_any_bytes_in_any_encoding_are_read(content: bytes, label: str) -> None:
    html = f'<meta charset="{label}">'.encode() + content

    encoding.html_in_utf_8(html).decode()
    assert css.decoded(f'@charset "{label}";'.encode() + content) is not None


@given(
    st.lists(st.sampled_from([*"+-.0129();,=?@&#%*AF", "ext", ";ext=1", "%23", '"', "to=", "甲"]), max_size=10).map(
        "".join
    )
)
def test_any_mailbox_and_number_is_judged(text: str) -> None:
    assert isinstance(contacts.is_mail(f"mailto:{text}"), bool)
    assert len(list(contacts.numbers(f"sms:{text}"))) >= 1


@given(st.lists(st.sampled_from([*"0;,. 'u", "url=", "URL =", '"', "x.html", "\n"]), max_size=10).map("".join))
def test_any_refresh_is_read(text: str) -> None:
    found = meta_refresh.parse(text)

    assert found is None or (found.seconds >= 0 and found.address == address.cleaned(found.address))


@given(st.text(), ADDRESSES)
def test_any_host_and_scheme_is_judged(host: str, written: str) -> None:
    assert isinstance(hosts.is_possible(host.lower()), bool)
    assert isinstance(hosts.is_known_scheme(address.scheme_of(written)), bool)
    assert hosts.split(written) is None or isinstance(punctuation.is_glued(written), bool)


@given(
    st.lists(
        st.sampled_from(['<rss version="2.0">', "</rss>", "<urlset>", "<loc>", "</loc>", f"{URL}x", "<link>"])
        | st.sampled_from(
            ["</link>", "<guid ", "isPermaLink='false'>", "</guid>", "<![CDATA[", "]]>", "&amp;", "&x;", "甲"]
        )
        | st.sampled_from(
            ['<x:loc xmlns:x="y">', "</x:loc>", 'xml:base="http://["', "</urlset>", "<?xml ", "<!DOCTYPE a["]
        ),
        max_size=12,
    ).map("".join)
)
def test_any_xml_is_read_to_its_end_or_its_fault(folder: Path, text: str) -> None:
    findings(folder / "xml", {"feed.xml": text})
