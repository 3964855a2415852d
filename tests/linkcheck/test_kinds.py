"""More of the kinds that people reported of link checkers, each with its twin."""

import json
from pathlib import Path

import pytest

from link_rows import (
    URL,
    Files,
    Row,
    based,
    canonical,
    feed,
    found,
    head,
    home,
    json_ld,
    linked,
    manifest,
    page,
    refreshing,
    sheet,
    sitemap,
    version,
    versions,
)

FLASH = '<link rel="alternate" type="application/feed+json" href="news.json">'
IMAGE = "https://h.example/a.png"


def json_feed(**item: object) -> Files:
    """Return a site with a feed in JSON, which its home page names."""
    text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "x", **item}]})
    return {"index.html": page('<a href="b.html">b</a>', FLASH), "b.html": page(title="b"), "news.json": text}


def named_feed(name: str, kind: str, href: str) -> Files:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{href}"/></entry></feed>'
    return {"index.html": page("", f'<link rel="alternate" type="{kind}" href="{name}">'), name: text}


def hidden(inside: str) -> str:
    """Return the document of a frame, as its attribute holds it."""
    text = inside.replace("&", "&amp;").replace('"', "&quot;")
    return f'<iframe srcdoc="{text}" title="x"></iframe>'


def framed(inside: str, base: str) -> Files:
    """Return a page below docs/ with a base address and a frame, and the page b.html beside the base."""
    return {
        "index.html": page('<a href="docs/a.html">a</a><a href="other/b.html">b</a>'),
        "docs/a.html": page(hidden(inside), f'<base href="{base}">', "a"),
        "other/b.html": page('<p id="b"></p>', title="b"),
    }


def encoded(codec: str, label: str, identifier: str, fragment: str) -> Files:
    text = page(f'<p id="{identifier}"></p><a href="#{fragment}">x</a>', label)
    return {"index.html": text.encode(codec)}


def gbk_sitemap(name: str) -> Files:
    text = f'<?xml version="1.0" encoding="GBK"?><urlset><url><loc>{URL}{name}</loc></url><url><loc>{URL}</loc></url>'
    return {
        "index.html": page('<a href="说.html">x</a>'),
        "说.html": page(title="x"),
        "sitemap.xml": (text + "</urlset>").encode("gbk"),
    }


def passing_on(program: str) -> Files:
    """Return a site with a link to a section of a page that passes on, by a refresh and a script."""
    refresh = f'<meta http-equiv="refresh" content="0; url=b.html"><script>{program}</script>'
    return {
        "index.html": page('<form action="a.html#b"></form><a href="b.html">x</a>'),
        "a.html": page("", refresh, "a"),
        "b.html": page('<p id="b">', title="b"),
    }


def lines(program: str, fragment: str) -> Files:
    """Return a site with a link to some lines of a source, whose script may mark them."""
    numbered = "".join(f'<span id="{each}">x</span>' for each in ("8", "9", "L8", "L9"))
    return {
        "index.html": page(f'<a href="a.html#{fragment}">x</a>'),
        "a.html": page(numbered, '<script src="a.js"></script>', "a"),
        "a.js": program,
    }


def script(kind: str, text: str) -> str:
    return f'<script type="{kind}">{text}</script>'


ROWS = {
    "a picture for each line": home(
        '<picture><source srcset="\n a.png 1x,\n a.png 2x\n"><img src="a.png" alt=""></picture>',
        '<picture><source srcset="\n a.png 1x,\n gone.png 2x\n"><img src="a.png" alt=""></picture>',
        "file-missing",
    ),
    "pictures that are wanted soon": Row(
        {"index.html": page("", '<link rel="preload" as="image" imagesrcset="a.png 1x">'), "a.png": ""},
        {"index.html": page("", '<link rel="preload" as="image" imagesrcset="a.png 1x, c.png 2x">'), "a.png": ""},
        "file-missing",
    ),
    "a base without an address before one with": Row(
        {
            "index.html": page('<a href="b.html">b</a>', '<base target="_top"><base href="/docs/x"><base href="/no/">'),
            "docs/b.html": page(title="b"),
        },
        {
            "index.html": page('<a href="b.html">b</a>', '<base target="_top"><base href="/docs/x"><base href="/no/">'),
            "b.html": page(title="b"),
        },
        "page-missing",
    ),
    "slashes in the query of a base": Row(
        based("/docs/?x=/y/z", "docs/b.html"), based("/docs?x=/y/", "docs/b.html"), "page-missing", "docs/a.html"
    ),
    "a refresh beside a base": Row(
        {
            "index.html": page("", '<base href="/x/"><meta http-equiv="refresh" content="0; url=b.html">'),
            "x/b.html": page(title="b"),
        },
        {
            "index.html": page("", '<base href="/x/"><meta http-equiv="refresh" content="0; url=b.html">'),
            "b.html": page(title="b"),
        },
        "page-missing",
    ),
    "percent signs in small letters": Row(linked("%e4%b8%ad", "中"), linked("%e4%b8", "中"), "anchor-unknown"),
    "a space in an id": Row(linked("a b", "a b"), linked("a+b", "a b"), "anchor-unknown"),
    "the capitals of an id": Row(linked("Top", "x"), linked("Usage", "usage"), "anchor-unknown"),
    "a text to look for": Row(linked("b:~:text=y", "b"), linked("c:~:text=y", "b"), "anchor-unknown"),
    "the name of a link": home(
        '<a name="%E4">x</a><a href="#%E4">x</a>', '<p name="n">x</p><a href="#n">x</a>', "anchor-unknown"
    ),
    "a map is no section": home(
        '<map name="m" id="m"></map><a href="#m">x</a>', '<map name="m"></map><a href="#m">x</a>', "anchor-unknown"
    ),
    "percent signs in a mailbox": home(
        '<a href="mailto:%61@b.example?subject=x&amp;to=c@d.example">x</a>',
        '<a href="mailto:A%20B%20%3Ca@b.example%3E">x</a>',
        "mail-malformed",
    ),
    "slashes before a mailbox": home(
        '<a href="mailto:a@xn--fiq228c.example">x</a>', '<a href="mailto://a@b.example">x</a>', "mail-malformed"
    ),
    "slashes before a number": home(
        '<a href="tel:112">x</a><a href="tel:+1-201-555-0123;isub=1">x</a>',
        '<a href="tel://10086">x</a>',
        "phone-malformed",
    ),
    "words for a number": home('<a href="TEL:%2B86-10-6555">x</a>', '<a href="tel:call-me">x</a>', "phone-malformed"),
    "a sheet that may be chosen": head(
        '<link rel="alternate" type="application/rss+xml" href="https://f.example/x">',
        '<link rel="Alternate StyleSheet" title="x" href="https://f.example/x.css">',
        "foreign-file",
    ),
    "a section that is waited for": home(
        '<link rel="expect" href="#x" blocking="render"><p id="x"></p>',
        '<link rel="expect" href="#y" blocking="render"><p id="x"></p>',
        "anchor-unknown",
    ),
    "brackets in brackets": home(
        '<a href="https://g.example/a_(b)_(c)">x</a><a href="https://g.example/a[1]">x</a>',
        '<a href="https://g.example/a_(b))">x</a>',
        "address-glued",
    ),
    "a quotation mark at the end": home(
        '<a href="https://g.example/“x”">x</a>', '<a href="https://g.example/x”">x</a>', "address-glued"
    ),
    "the stop of an abbreviation": home(
        '<a href="https://g.example/wiki/S.M.A.R.T.">x</a><a href="https://g.example/wiki/Apple_Inc.">x</a>'
        '<a href="https://g.example/wiki/Yahoo!">x</a>',
        '<a href="https://g.example/wiki/Smart.">x</a>',
        "address-glued",
    ),
    "a stop behind a host": home(
        '<a href="https://a.b.example/c">x</a>', '<a href="https://a.b.">x</a>', "address-glued"
    ),
    "a redirect that takes the fragment along": Row(
        passing_on("location.replace('b.html' + location.hash)"),
        passing_on("location.replace('b.html')"),
        "anchor-unknown",
    ),
    "lines of a source": Row(lines("location.hash.slice(1)", "8-9"), lines("", "8-9"), "anchor-unknown"),
    "lines that are not there": Row(lines("location.hash", "L8-L9"), lines("location.hash", "8-10"), "anchor-unknown"),
    "a canonical link with a query": Row(
        canonical("https://h.example/docs/?lang=zh"), canonical("https://h.example/?docs/"), "page-missing", url=""
    ),
    "JSON-LD in capitals": head(
        script("Application/LD+JSON; charset=utf-8", f'{{"logo": "{IMAGE}"}}'),
        script("Application/LD+JSON; charset=utf-8", '{"logo": "https://h.example/c.png"}'),
        "metadata-missing",
        {"a.png": ""},
    ),
    "a name that is used as a name": head(
        json_ld('{"@id": "https://h.example/#a", "isPartOf": {"@id": "https://h.example/none#b"}}'),
        json_ld('{"@id": "https://h.example/#a", "image": ["https://h.example/none#b"]}'),
        "metadata-missing",
    ),
    "the address of a source of RSS": Row(
        feed(f'<source url="{URL}feed.xml">x</source><image><url>{URL}b.html</url></image>'),
        feed(f'<source url="{URL}gone.xml">x</source>'),
        "feed-dead-link",
        "feed.xml",
    ),
    "the picture of a podcast": Row(
        feed(f'<i:image xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" href="{URL}b.html"/>'),
        feed(f'<i:image xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" href="{URL}c.png"/>'),
        "feed-dead-link",
        "feed.xml",
    ),
    "the thumbnail of Media RSS": Row(
        feed(f'<m:thumbnail xmlns:m="http://search.yahoo.com/mrss/" url="{URL}b.html"/>'),
        feed(f'<m:thumbnail xmlns:m="http://search.yahoo.com/mrss/" url="{URL}c.png"/>'),
        "feed-dead-link",
        "feed.xml",
    ),
    "who wrote an entry of Atom": Row(
        feed("<author><name>x</name><uri>b.html</uri></author>", "atom"),
        feed("<author><name>x</name><uri>c.html</uri></author>", "atom"),
        "feed-dead-link",
        "feed.xml",
    ),
    "a feed by another name": Row(
        named_feed("news", "application/atom+xml", "index.html"),
        named_feed("news", "application/atom+xml", "gone.html"),
        "feed-dead-link",
        "news",
    ),
    "a feed that ends in .atom": Row(
        named_feed("news.atom", "", "index.html"),
        named_feed("news.atom", "", "gone.html"),
        "feed-dead-link",
        "news.atom",
    ),
    "a feed in JSON": Row(
        json_feed(url=f"{URL}b.html", external_url="https://x.example/"),
        json_feed(url=f"{URL}gone.html"),
        "feed-dead-link",
        "news.json",
    ),
    "a file of a feed in JSON": Row(
        json_feed(attachments=[{"url": f"{URL}b.html", "mime_type": "x"}], image="b.html"),
        json_feed(attachments=[{"url": f"{URL}x.mp3", "mime_type": "x"}]),
        "feed-dead-link",
        "news.json",
    ),
    "a page in UTF-16": Row(
        encoded("utf-16", "", "第一", "第一"), encoded("utf-16", "", "第一", "第二"), "anchor-unknown"
    ),
    "a page in windows-1252": Row(
        encoded("cp1252", '<meta charset="iso-8859-1">', "café", "café"),
        encoded("cp1252", '<meta charset="iso-8859-1">', "café", "cafè"),
        "anchor-unknown",
    ),
    "a page in Shift_JIS": Row(
        encoded("shift_jis", '<meta content="text/html; charset=Shift_JIS" http-equiv="content-type">', "表", "表"),
        encoded("shift_jis", '<meta content="text/html; charset=Shift_JIS" http-equiv="content-type">', "表", "裏"),
        "anchor-unknown",
    ),
    "a sitemap in GBK": Row(gbk_sitemap("说.html"), gbk_sitemap("文.html"), "sitemap-dead-link", "sitemap.xml"),
    "a refresh to a section of itself": Row(refreshing("5; url=#x"), refreshing("0; url=index.html"), "redirect-loop"),
    "a list of sitemaps": Row(
        {
            "index.html": page(),
            "s.xml": f"<sitemapindex><sitemap><loc>{URL}t.xml</loc></sitemap></sitemapindex>",
            "t.xml": f"<urlset><url><loc>{URL}?a=1&amp;b=2</loc></url></urlset>",
        },
        {
            "index.html": page(),
            "s.xml": f"<sitemapindex><sitemap><loc>{URL}gone.xml</loc></sitemap></sitemapindex>",
            "t.xml": f"<urlset><url><loc>{URL}</loc></url></urlset>",
        },
        "sitemap-dead-link",
        "s.xml",
    ),
    "versions in a sitemap": Row(
        sitemap(
            f'<url><loc>{URL}</loc><x:link xmlns:x="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="en" '
            f'href="{URL}"/></url>'
        ),
        sitemap(
            f'<url><loc>{URL}</loc><x:link xmlns:x="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="en" '
            f'href="{URL}en/"/></url>'
        ),
        "sitemap-dead-link",
        "sitemap.xml",
    ),
    "a version in the other letters": Row(
        versions("sr-Latn", "sr-Latn-RS"), versions("sr-Latn", "sr-Cyrl"), "hreflang-wrong-language"
    ),
    "an extended language": Row(
        versions("zh-cmn-Hans", "zh-CN"), versions("zh-yue", "zh-CN"), "hreflang-wrong-language"
    ),
    "a registered scheme": home(
        '<a href="payto://iban/x">x</a><a href="swh:1:cnt:x">x</a><a href="z39.50r://x.example/">x</a>',
        '<a href="htp://x.example/">x</a>',
        "scheme-unknown",
    ),
    "a scheme without its slashes": home(
        '<a href="https:b.html#b">x</a>', '<a href="https:gone.html">x</a>', "page-missing"
    ),
    "one slash behind a scheme": home(
        '<a href="https:/b.html">x</a>', '<a href="https:/gone.html">x</a>', "page-missing"
    ),
    "three slashes behind a scheme": home(
        '<a href="https:///h.example/b.html">x</a>', '<a href="https:///h.example/gone.html">x</a>', "page-missing"
    ),
    "another name of this machine": home(
        '<a href="https://127.example/">x</a><a href="https://128.0.0.1/">x</a>',
        '<a href="https://0x7f.1/">x</a>',
        "address-local",
    ),
    "a host with an underscore": home(
        '<a href="https://a_b.example:0/">x</a>', '<a href="https://a%20b.example/">x</a>', "address-malformed"
    ),
    "a host that is no Punycode": home(
        '<a href="https://xn--fiq228c.example/">x</a>', '<a href="https://xn--0.example/">x</a>', "address-malformed"
    ),
    "a picture with a map": home(
        '<img src="a.png" alt="" usemap="#m"><map name="m"></map><map id="n"></map><object usemap="x#n"></object>',
        '<img src="a.png" alt="" usemap="#M"><map name="m"></map>',
        "anchor-unknown",
    ),
    "a link in the document of a frame": home(
        hidden('<p id="q"></p><a href="b.html?x&y#b">x</a><a href="about:srcdoc#q">x</a>'),
        hidden('<a href="gone.html">x</a>'),
        "page-missing",
    ),
    "a section in the document of a frame": home(
        '<p id="q"></p>' + hidden('<a href="#q">x</a>'), hidden('<p id="q"></p><a href="#q">x</a>'), "anchor-unknown"
    ),
    "the document of a frame has the base of its page": Row(
        framed('<a href="b.html#b">x</a>', "/other/"),
        framed('<a href="b.html">x</a>', "/"),
        "page-missing",
        "docs/a.html",
    ),
    "the document of a frame has a base": Row(
        framed('<base href="../other/"><a href="b.html">x</a>', "/docs/"),
        framed('<base href="../none/"><a href="b.html">x</a>', "/docs/"),
        "page-missing",
        "docs/a.html",
    ),
    "a frame in the document of a frame": home(
        hidden(hidden('<img src="a.png" alt="">')), hidden(hidden('<img src="c.png" alt="">')), "file-missing"
    ),
    "a link in a shadow": home(
        '<div><template shadowrootmode="open"><a href="b.html">x</a></template></div><template><a href="c"></template>',
        '<div><template shadowrootmode="open"><a href="gone.html">x</a></template></div>',
        "page-missing",
    ),
    "a picture behind a row": home(
        '<table><tr background="a.png"><td>x</td></tr></table>',
        '<table><tr background="c.png"><td>x</td></tr></table>',
        "file-missing",
    ),
    "a film and its words": home(
        '<video src="a.png" poster="a.png"><track src="a.png"></video><object data="a.png"></object>',
        '<video src="a.png" poster="c.png"></video>',
        "file-missing",
    ),
    "a picture in a drawing": home("", '<svg><image href="c.png"/></svg>', "file-missing"),
    "a link in a formula": home(
        '<math><mi href="b.html">x</mi></math>', '<math><mi href="gone.html">x</mi></math>', "page-missing"
    ),
    "where modules are": head(
        script("importmap", '{"imports": {"x": "./a.js", "y/": "/lib/", "z": "https://h.example/a.js"}}'),
        script("importmap", '{"imports": {"x": "./gone.js"}}'),
        "file-missing",
        {"a.js": "", "lib/b.js": ""},
    ),
    "pages to be fetched ahead": head(
        script("speculationrules", '{"prefetch": [{"urls": ["b.html"]}, {"where": {"href_matches": "/*"}}]}'),
        script("speculationrules", '{"prefetch": [{"urls": ["gone.html"]}]}'),
        "page-missing",
        {"b.html": page('<a href="b.html">x</a>', '<meta name="robots" content="noindex">', "b")},
    ),
    "what a manifest lets be opened": Row(
        manifest('{"protocol_handlers": [{"protocol": "web+x", "url": "/?q=%s"}]}'),
        manifest('{"protocol_handlers": [{"protocol": "web+x", "url": "/gone?q=%s"}]}'),
        "metadata-missing",
        "app.json",
    ),
    "line breaks that are escaped": home(
        '<a href=" b&#10;.html&NewLine;">x</a>', '<a href=" c&#10;.html">x</a>', "page-missing"
    ),
    "dots with percent signs": home('<a href="x/%2e%2E/b.html">x</a>', '<a href="x/%2e/b.html">x</a>', "page-missing"),
    "letters that look alike": home(
        '<a href="é.html">x</a>', '<a href="e\u0301.html">x</a>', "page-missing", **{"é.html": page(title="e")}
    ),
    "a port that goes without saying": Row(
        {"index.html": page('<a href="https://h.example:443/docs/?x">x</a>')},
        {"index.html": page('<a href="https://H.example/docs/x.html">x</a>')},
        "page-missing",
        url="https://h.example:443/docs",
    ),
    "functions of CSS": Row(
        sheet('@font-face{src:local("c"),url(a.png)format("x")}p{background:image-set("a.png" type("image/png"))}'),
        sheet("@font-face{src:url(c.woff2)format('woff2')}"),
        "file-missing",
        "s.css",
    ),
    "a layer of CSS": Row(
        sheet('@import "s.css" layer(x) supports(display: grid);'),
        sheet('@layer a;@import "c.css" layer(x);'),
        "file-missing",
        "s.css",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_is_right_is_left_alone_and_its_twin_is_not(tmp_path: Path, row: Row) -> None:
    assert found(tmp_path / "right", row.right, row.url) == set()
    assert (row.rule, row.path) in found(tmp_path / "wrong", row.wrong, row.url)


def test_hosts_without_html_serve_pages_of_folders_too(tmp_path: Path) -> None:
    files: Files = {
        "index.html": page(
            '<a href="a/guide?x#g">g</a><a href="a/guide.html">g</a><a href="a/none">n</a>', version("zh", "")
        ),
        "a/guide.html": page('<p id="g">', title="g"),
    }
    said = found(tmp_path, files, URL, without_html=True)

    assert ("page-missing", "index.html") in said


FILES = """
annotation-src applet-code audio-src bgsound-src body-background embed-src frame-src iframe-src img-src img-lowsrc
img-dynsrc link-href mglyph-src object-data script-src source-src table-background tbody-background td-background
tfoot-background th-background thead-background tr-background track-src video-src video-poster
"""
"""The attributes of HTML whose value is an address (index of attributes, "Obsolete features" and "Rendering")."""
PAGES = """
a-href area-href blockquote-cite button-formaction del-cite form-action frame-longdesc iframe-longdesc img-longdesc
input-formaction ins-cite q-cite
"""
"""Those that lead to pages."""
DRAWN = """
animate animateMotion animateTransform discard feImage filter image linearGradient mpath pattern radialGradient script
set textPath use
"""
"""The elements of SVG 2 with an href, but for the link."""
PAINTED = "clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke style"
"""The presentation attributes of SVG 2 that take url()."""


@pytest.mark.parametrize("place", [*FILES.split(), *PAGES.split()])
def test_every_attribute_of_html_with_an_address_is_read(tmp_path: Path, place: str) -> None:
    """Those of a frameset are read from a page that has one."""
    element, _, attribute = place.partition("-")
    tag = f'<{element} rel="icon" {attribute}="{{}}">'
    inner = {
        "td": f"<table><tr>{tag}</table>",
        "th": f"<table><tr>{tag}</table>",
        "frame": f"<frameset>{tag}</frameset>",
    }
    inner |= dict.fromkeys(("tbody", "tfoot", "thead", "tr"), f"<table>{tag}</table>")
    inner |= {"annotation": f"<math>{tag}</annotation></math>", "mglyph": f"<math>{tag}</mglyph></math>"}
    rule = "page-missing" if place in PAGES.split() else "file-missing"
    text = inner.get(element, f"{tag}</{element}>")
    said = {}
    for name in ("a.png", "gone"):
        shown = text.format(name)
        html = f"<html>{shown}" if element in ("frame", "body") else page(shown)
        said[name] = found(tmp_path / name, {"index.html": html, "a.png": ""}, URL)

    assert (rule, "index.html") in said["gone"] - said["a.png"]


@pytest.mark.parametrize("element", DRAWN.split())
@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
def test_every_element_of_svg_with_an_address_is_read(tmp_path: Path, element: str, attribute: str) -> None:
    files: Files = {"index.html": page(f'<svg><{element} {attribute}="gone.svg#x"></{element}></svg>')}

    assert found(tmp_path, files, URL) == {("file-missing", "index.html")}


@pytest.mark.parametrize("attribute", PAINTED.split())
def test_every_attribute_of_svg_with_css_is_read(tmp_path: Path, attribute: str) -> None:
    value = "fill:url(gone.svg#x)" if attribute == "style" else "url(gone.svg#x)"

    assert found(tmp_path, {"index.html": page(f'<svg><rect {attribute}="{value}"/></svg>')}, URL) == {
        ("file-missing", "index.html")
    }


@pytest.mark.parametrize("name", ["itemid", "itemtype", "data-src", "xmlns", "profile"])
def test_what_only_names_something_is_no_address(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, {"index.html": page(f'<p {name}="gone.html" itemscope>x</p>')}, URL) == set()
