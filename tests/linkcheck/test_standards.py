"""What the standards say of rarer input of the kinds that people report of link checkers, each with its twin."""

import gzip
from pathlib import Path

import pytest

from link_rows import (
    URL,
    Files,
    Row,
    based,
    feed,
    found,
    head,
    home,
    linked,
    page,
    refreshing,
    sheet,
    sitemap,
    versions,
)

DOCS = "https://h.example/docs/"


def deep(base: str, there: str) -> Files:
    """Return a page two folders deep with a base address, and the page that its link q.html means."""
    return {
        "index.html": page('<a href="docs/x/p.html">p</a>'),
        "docs/x/p.html": page('<a href="q.html">q</a>', f'<base href="{base}">', "p"),
        there: page(title="q"),
    }


def leading(base: str, href: str, there: str) -> Files:
    """Return a page below docs/ with a base address and a link, and another page below docs/ with the section s."""
    return {
        "index.html": page('<a href="docs/p.html">p</a><a href="docs/q.html">p</a>'),
        "docs/p.html": page(f'<p id="p"></p><a href="{href}">x</a>', f'<base href="{base}">', "p"),
        "docs/q.html": page(f'<p id="{there}"></p>', title="q"),
    }


def xhtml(fragment: str) -> Files:
    """Return a site with a page in XML, in which empty elements end by themselves."""
    top = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="zh"><head><title>c</title>'
    text = f'{top}<script src="s.js"/></head><body><h1>c</h1><a id="a"/><br/><p id="c">y</p></body></html>'
    return {"index.html": page(f'<a href="c.xhtml#{fragment}">x</a>'), "c.xhtml": text, "s.js": ""}


def xhtml_with(href: str) -> Files:
    text = (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="zh"><head><title>c</title></head><body><h1>c</h1><a id="x"/>'
    )
    return {
        "index.html": page('<a href="c.xht">x</a>'),
        "c.xht": f'{text}<a href="{href}">y</a></body></html>',
    }


def slides(first: str, second: str) -> Files:
    """Return two pages that pass on to each other."""
    return {
        "index.html": page('<a href="p.html">p</a>'),
        "p.html": page("p", f'<meta http-equiv="refresh" content="{first};url=q.html">', "p"),
        "q.html": page("q", f'<meta http-equiv="refresh" content="{second};url=p.html">', "q"),
    }


def robots(text: str, **files: str | bytes) -> Files:
    entries = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{URL}</loc></url></urlset>'
    return {"index.html": page(), "robots.txt": text, "sitemap.xml": entries, **files}


def packed(name: str, address: str) -> Files:
    entries = f"<url><loc>{URL}</loc></url><url><loc>{address}</loc></url>"
    text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    return {"index.html": page(), name: gzip.compress(text.encode())}


def routed(program: str) -> Files:
    """Return a page with a link to what only a script can show, whose program may look for it."""
    return {"index.html": page(f'<a href="#/a/b">x</a><script>show({program})</script>')}


def rss(item: str) -> Files:
    return feed(f'<x:link xmlns:x="urn:x">{URL}none.html</x:link>{item}')


ROWS = {
    "a base that is the folder above": Row(
        deep("..", "docs/q.html"), deep("..", "docs/x/q.html"), "page-missing", "docs/x/p.html"
    ),
    "a base that is the folder itself": Row(
        deep("../.", "docs/q.html"), deep("../.", "q.html"), "page-missing", "docs/x/p.html"
    ),
    "a base that cannot be read is none": Row(
        deep("https://a b/", "docs/x/q.html"), deep("//a b/", "docs/q.html"), "page-missing", "docs/x/p.html"
    ),
    "a base with three slashes": Row(
        based("https:///h.example/docs/x", "docs/b.html"), based("https:docs/x", "x"), "page-missing", "docs/a.html"
    ),
    "a base that is a script is none": Row(
        based("javascript:void(0)", "docs/b.html"), based("JavaScript:x", "b.html"), "page-missing", "docs/a.html"
    ),
    "a fragment with a base": Row(
        leading("q.html", "#s", "s"), leading("q.html", "#p", "s"), "anchor-unknown", "docs/p.html"
    ),
    "a base that is a query": Row(
        leading("?v=1", "#p", "s"), leading("?v=1", "#s", "s"), "anchor-unknown", "docs/p.html"
    ),
    "a percent sign with a percent sign": Row(linked("a%2520b", "a%20b"), linked("a%2520b", "a b"), "anchor-unknown"),
    "a page in XML": Row(xhtml("c"), xhtml("gone"), "anchor-unknown"),
    "a link of a page in XML": Row(xhtml_with("#x"), xhtml_with("gone.html"), "page-missing", "c.xht"),
    "commas without spaces in a srcset": home(
        '<img src="a.png" alt="" srcset="a.png, a.png 2x">',
        '<img src="a.png" alt="" srcset="a.png,a.png 2x">',
        "file-missing",
    ),
    "a slash in a mailbox": home(
        '<a href="mailto:a%2Fb@c.example">x</a>', '<a href="mailto:a/b@c.example">x</a>', "mail-malformed"
    ),
    "a sheet with a hint": head(
        '<link rel="next preconnect" href="b.html">',
        '<link rel="stylesheet preconnect" href="https://f.example/x.css">',
        "foreign-file",
        {"b.html": page('<a href="b.html">b</a>', '<meta name="robots" content="noindex">', "b")},
    ),
    "a straight quotation mark at the end": home(
        "<a href='https://g.example/?q=\"x\"'>x</a>", '<a href="https://g.example/x&quot;">x</a>', "address-glued"
    ),
    "pointed brackets at the end": home(
        '<a href="https://g.example/<x>">x</a>', '<a href="https://g.example/x&gt;">x</a>', "address-glued"
    ),
    "a bracket with a percent sign": home(
        '<a href="https://g.example/x%29">x</a><a href="https://g.example/x%5D">x</a>',
        '<a href="https://g.example/x]">x</a>',
        "address-glued",
    ),
    "another namespace in RSS": Row(
        rss(f"<link>{URL}b.html</link>"), rss(f"<link>{URL}gone.html</link>"), "feed-dead-link", "feed.xml"
    ),
    "pages that are read before they pass on": Row(slides("30", "15"), slides("0", "1"), "redirect-loop", "p.html"),
    "a refresh after a point": Row(
        refreshing(".5; url=b.html", **{"b.html": page(title="b")}), refreshing(".5; url=gone.html"), "page-missing"
    ),
    "a sitemap that robots.txt names": Row(
        robots(f"User-agent: *\nsitemap: {URL}sitemap.xml # all\n"),
        robots(f"User-agent: *\nSitemap: {URL}gone.xml\n"),
        "sitemap-dead-link",
        "robots.txt",
    ),
    "a sitemap that is packed": Row(
        packed("a.xml.gz", f"{URL}a.xml.gz"), packed("a.xml.gz", f"{URL}gone"), "sitemap-dead-link", "a.xml.gz"
    ),
    "a sitemap of lines": Row(
        robots("", **{"sitemap.txt": f"\ufeff{URL}\r\n{URL}robots.txt\r\n"}),
        robots("", **{"sitemap.txt": f"{URL}\n{URL}gone\n"}),
        "sitemap-dead-link",
        "sitemap.txt",
    ),
    "a sitemap with a comment in an address": Row(
        sitemap(f"<url><loc>\n  {URL}<!-- x -->\n</loc></url>"),
        sitemap(f"<url><loc>{URL}</loc></url><url><loc>{URL}<!-- x -->x</loc></url>"),
        "sitemap-dead-link",
        "sitemap.xml",
    ),
    "a tag older than its rules": Row(
        versions("nan", "zh-min-nan"), versions("nan", "zh-xiang"), "hreflang-wrong-language"
    ),
    "a program of China": home('<a href="dingtalk://x">x</a>', '<a href="dingtlk://x">x</a>', "scheme-unknown"),
    "a scheme that was written twice": home(
        '<a href="https://http.example/">x</a>', '<a href="https://https//g.example/">x</a>', "address-malformed"
    ),
    "more names of this machine": home(
        '<a href="https://[::ffff:8.8.8.8]/">x</a>', '<a href="https://[::ffff:127.0.0.1]/">x</a>', "address-local"
    ),
    "this machine at length": home(
        '<a href="https://[2001:db8::1]/">x</a>', '<a href="https://[0:0:0:0:0:0:0:1]/">x</a>', "address-local"
    ),
    "dots that leave the folder of the site": Row(
        {"index.html": page(f'<a href="{DOCS}../other/">x</a><a href="{DOCS}%2e%2e/other/">x</a>')},
        {"index.html": page(f'<a href="{DOCS}../docs/gone.html">x</a>')},
        "page-missing",
        url=DOCS,
    ),
    "what a script shows": Row(routed("location.hash"), routed("location.href"), "anchor-unknown"),
    "a zone of a network": home(
        '<a href="https://[2001:db8::1]/">x</a>', '<a href="https://[2001:db8::1%25x]/">x</a>', "address-malformed"
    ),
    "a comment in a drawing": home(
        '<svg><use href="p.svg#a"/></svg>',
        '<svg><use href="p.svg#b"/></svg>',
        "anchor-unknown",
        **{"p.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><!-- <g id="b"/> --></svg>'},
    ),
    "a gradient of a drawing": home(
        '<svg><g id="g"/><rect fill="url(\'#g\') red"/></svg>',
        '<svg><rect fill="url(#h) red"/></svg>',
        "anchor-unknown",
    ),
    "a style for a drawing": home(
        '<svg><mask id="m"/></svg><p style="mask: url( #m )">x</p>',
        '<svg><g clip-path="url(&quot;#c&quot;)"/></svg>',
        "anchor-unknown",
    ),
    "a string that does not end": Row(
        sheet("a{b:url('a.png\n')}"), sheet("a{b:url('c.png')}"), "file-missing", "s.css"
    ),
    "what browsers ask and do not fetch": Row(
        sheet('@namespace "x";@supports (background:url(c.png)){a{b:c}}@document url(https://x.example/){a{b:c}}'),
        sheet("@supports (background:url(c.png)){a{b:url(d.png)}}"),
        "file-missing",
        "s.css",
    ),
    "a sheet of another language": head(
        '<style type="text/less">a{b:url(c.png)}</style>',
        '<style type="TEXT/CSS">a{b:url(c.png)}</style>',
        "file-missing",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_is_right_is_left_alone_and_its_twin_is_found(tmp_path: Path, row: Row) -> None:
    assert found(tmp_path / "right", row.right, row.url) == set()
    assert (row.rule, row.path) in found(tmp_path / "wrong", row.wrong, row.url)


def test_an_address_without_a_scheme_is_advised_with_slashes(tmp_path: Path) -> None:
    """Browsers take backslashes for slashes, and so does the advice."""
    files = home('<a href="\\\\x.example\\y">x</a>', "", "address-without-scheme").right

    assert found(tmp_path, files, URL) == {("address-without-scheme", "index.html")}


def test_a_packed_sitemap_beside_the_same_unpacked_is_not_reported_twice(tmp_path: Path) -> None:
    files = sitemap(f"<url><loc>{URL}</loc></url><url><loc>{URL}gone</loc></url>")
    text = files["sitemap.xml"]
    assert isinstance(text, str)

    assert found(tmp_path, {**files, "sitemap.xml.gz": gzip.compress(text.encode())}, URL) == {
        ("sitemap-dead-link", "sitemap.xml")
    }


def test_a_text_that_is_no_list_of_addresses_is_no_sitemap(tmp_path: Path) -> None:
    files: Files = {
        "index.html": page(),
        "a/sitemap.txt": "where the maps lie\ngone.html\n",
        "mysitemap.txt": f"{URL}x",
    }

    assert found(tmp_path, files, URL) == set()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x1f\x8b", gzip.compress(b"<urlset>", mtime=0)[:-6], gzip.compress(b"\xff" * 99, mtime=0)],
    ids=["empty", "two bytes", "cut off", "no text"],
)
def test_a_packed_sitemap_that_is_broken_stops_nothing(tmp_path: Path, content: bytes) -> None:
    files: Files = {"index.html": page(), "a.xml.gz": content, "robots.txt": b"\xff\nSitemap:\nsitemap: ://[\n"}

    assert {rule for rule, _ in found(tmp_path, files, URL)} <= {
        "xml-broken",
        "sitemap-dead-link",
        "sitemap-without-page",
    }
