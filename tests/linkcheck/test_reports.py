"""What people reported of link checkers: each kind of page with what is right on it, and beside it what is not."""

from pathlib import Path

import pytest

from link_rows import (
    URL,
    Files,
    Row,
    based,
    canonical,
    crossing,
    feed,
    found,
    gbk,
    head,
    home,
    json_ld,
    linked,
    manifest,
    page,
    refreshing,
    sheet,
    sitemap,
    versions,
)
from making import write
from sitebuild.linkcheck import rules
from sitebuild.linkcheck.html_folder import load

ROWS = {
    "commas in the names of a srcset": home(
        '<img src="a.png" srcset="img/w_1,h_2/a.png 1x, img/w_2,h_4/a.png 2x" alt="">',
        '<img src="a.png" srcset="img/w_1,h_2/a.png 1x, img/w_2,h_5/a.png 2x" alt="">',
        "file-missing",
        **{"img/w_1,h_2/a.png": "", "img/w_2,h_4/a.png": ""},
    ),
    "a srcset without spaces behind its commas": home(
        '<img src="a.png" srcset="a.png 300w,a.png 600w" alt="">',
        '<img src="a.png" srcset="a.png 300w,c.png 600w" alt="">',
        "file-missing",
    ),
    "a srcset of data and a comma at the end": home(
        '<img src="a.png" srcset="data:image/png;base64,xx 1x, a.png, a.png 2x (a,b) ," alt="">',
        '<img src="a.png" srcset="data:image/png;base64,xx 1x, c.png, a.png 2x" alt="">',
        "file-missing",
    ),
    "a name with @ and a folder that begins with it": home(
        '<img src="a.png" srcset="a@2x.png 2x" alt=""><script src="/@global/g.js"></script>',
        '<img src="a.png" srcset="b@2x.png 2x" alt="">',
        "file-missing",
        **{"a@2x.png": "", "@global/g.js": ""},
    ),
    "a base that is a folder": Row(
        based("/docs/", "docs/b.html"), based("/docs/", "b.html"), "page-missing", "docs/a.html"
    ),
    "a base that names a file": Row(
        based("/docs/index.html", "docs/b.html"), based("/docs/index.html", "c.html"), "page-missing", "docs/a.html"
    ),
    "a base beside the page": Row(
        based("../more/x.html?y#z", "more/b.html"), based("../more", "more/b.html"), "page-missing", "docs/a.html"
    ),
    "a base on the host of the site": Row(
        based("https://H.example:443/other/", "other/b.html"),
        based("https://h.example/", "docs/b.html"),
        "page-missing",
        "docs/a.html",
    ),
    "a base on one machine, which says nothing": Row(
        based("file:///home/x/", "docs/b.html"), based("file:///docs/", "c.html"), "page-missing", "docs/a.html"
    ),
    "a base on another host": Row(
        {"index.html": page('<a href="gone.html">x</a>', '<base href="https://other.example/x/">')},
        {"index.html": page('<a href="/gone.html">x</a>', '<base href="/x/">')},
        "page-missing",
    ),
    "an id with percent signs": Row(
        linked("%E4%B8%AD%E6%96%87", "%E4%B8%AD%E6%96%87"), linked("%E4%B8%AD", "%E4%B8%AD%E6%96%87"), "anchor-unknown"
    ),
    "an id with percent signs, its link without": Row(
        linked("中文", "%E4%B8%AD%E6%96%87"), linked("中", "%E4%B8%AD%E6%96%87"), "anchor-unknown"
    ),
    "an id of Rust": Row(
        linked("impl-TryFrom%3Cu32%3E", "impl-TryFrom&lt;u32&gt;"),
        linked("impl-TryFrom%3Cu32%3E", "impl"),
        "anchor-unknown",
    ),
    "an id of Java": home(
        '<a href="#%3Cinit%3E(int%5B%5D)">x</a><p id="&lt;init&gt;(int[])"></p>',
        '<a href="#%3Cinit%3E(int)">x</a><p id="&lt;init&gt;(int[])"></p>',
        "anchor-unknown",
    ),
    "an id in composed letters": Row(linked("café", "café"), linked("cafe\u0301", "café"), "anchor-unknown"),
    "a letter to whom the reader wants": home(
        '<a href="mailto:?subject=hi&amp;body=x">x</a>', '<a href="mailto:?to=a b@c.example">x</a>', "mail-malformed"
    ),
    "mailboxes with commas between": home(
        '<a href="mailto:a@b.example,%22a%2Cb%22@c.example?cc=d@e.example">x</a>',
        '<a href="mailto:a@b.example;c@d.example">x</a>',
        "mail-malformed",
    ),
    "dots in a mailbox": home(
        '<a href="mailto:a.b@c.example">x</a>', '<a href="mailto:a..b@c.example">x</a>', "mail-malformed"
    ),
    "a mailbox without its scheme": home(
        '<a href="mailto:a@b.example">x</a>', '<a href="a@b.example">x</a>', "mail-malformed"
    ),
    "an extension": home(
        '<a href="tel:+86-10-65551234;ext=102">x</a>', '<a href="tel:+86-10-65551234;ext=">x</a>', "phone-malformed"
    ),
    "a local number with its context": home(
        '<a href="tel:7042;phone-context=example.com">x</a><a href="tel:*%2306%23">x</a>',
        '<a href="tel:+86 10">x</a>',
        "phone-malformed",
    ),
    "a message to two numbers": home(
        '<a href="sms:110,12363?body=x">x</a>', '<a href="sms:110,?">x</a>', "phone-malformed"
    ),
    "a hint": Row(
        {
            "index.html": page(
                "", '<link rel="license" href="https://fonts.example/"><link rel="me" href="https://x.example/">'
            )
        },
        {"index.html": page("", '<link rel="dns-prefetch" href="https://fonts.example/">')},
        "foreign-hint",
    ),
    "a connection ahead": head(
        '<link rel="author" href="https://f.example/">',
        '<link rel="preconnect" href="https://f.example/">',
        "foreign-hint",
    ),
    "a hint of the host itself": head(
        '<link rel="dns-prefetch" href="//h.example">',
        '<link rel="prefetch" href="//h.example/gone.html">',
        "file-missing",
    ),
    "a file ahead": head(
        '<link rel="search" href="https://f.example/x.xml">',
        '<link rel="preload" href="https://f.example/x.js">',
        "foreign-file",
    ),
    "an identifier of another kind": head(
        '<link rel="me" href="at://did:plc:x">', '<link rel="me" href="att://did">', "scheme-unknown"
    ),
    "brackets of a title": home(
        '<a href="https://en.wikipedia.org/wiki/Phishing_(disambiguation)">x</a>'
        '<a href="https://zh.wikipedia.org/wiki/%E9%92%93%E9%B1%BC_(%E7%BD%91%E7%BB%9C)">x</a>'
        '<a href="https://zh.wikipedia.org/wiki/钓鱼（网络）">x</a>',
        '<a href="https://en.wikipedia.org/wiki/Phishing)">x</a>',
        "address-glued",
    ),
    "a Chinese bracket": home(
        '<a href="https://g.example/a%EF%BC%8Cb">x</a>', '<a href="https://g.example/a）">x</a>', "address-glued"
    ),
    "a full stop behind a host": home(
        '<a href="https://docs.kicad.org">x</a>。', '<a href="https://docs.kicad.org。">x</a>', "address-glued"
    ),
    "signs in names of files": home(
        '<a href="data/c%23.html">x</a><a href="data/100%25.html">x</a><a href="data/a%3Fb.html">x</a>',
        '<a href="data/c#.html">x</a>',
        "page-missing",
        **{"data/c#.html": page(title="1"), "data/100%.html": page(title="2"), "data/a?b.html": page(title="3")},
    ),
    "a canonical link that names the file of the home page": Row(
        canonical("https://h.example/docs/index.html"),
        canonical("https://h.example/index.html"),
        "page-missing",
        url="",
    ),
    "a canonical link without its slash": Row(
        canonical("https://h.example/docs"), canonical("https://h.example/doc"), "page-missing", url=""
    ),
    "a canonical link of one machine": Row(
        {"index.html": page('<a href="/b.html">b</a>'), "b.html": page(title="b")},
        {
            "index.html": page('<a href="/b.html">b</a>', '<link rel="canonical" href="file:///x/index.html">'),
            "b.html": page(title="b"),
        },
        "address-local",
        url="",
    ),
    "an identifier of JSON-LD": head(
        json_ld('{"@id": "https://h.example/#website", "publisher": {"@id": "https://h.example/#we"}}'),
        json_ld('{"url": "https://h.example/#website"}'),
        "metadata-missing",
    ),
    "a text that is an identifier": head(
        json_ld('{"@graph": [{"@id": "https://h.example/#we"}, {"publisher": "https://h.example/#we"}]}'),
        json_ld('{"@graph": [{"@id": "https://h.example/#we"}, {"publisher": "https://h.example/#us"}]}'),
        "metadata-missing",
    ),
    "a pattern of JSON-LD": head(
        json_ld('{"target": "https://h.example/find?q={words}", "text": "https://h.example/gone is old"}'),
        json_ld('{"target": "https://h.example/find?q=words"}'),
        "metadata-missing",
    ),
    "a logo": head(
        json_ld('{"logo": "https://h.example/a.png"}'),
        json_ld('{"logo": "https://h.example/c.png"}'),
        "metadata-missing",
        {"a.png": ""},
    ),
    "a name in a feed that is no link": Row(
        feed(f'<guid isPermaLink="false">{URL}post-17</guid>'),
        feed(f"<guid>{URL}post-17</guid>"),
        "feed-dead-link",
        "feed.xml",
    ),
    "the links of a feed": Row(
        feed(f"<link><![CDATA[{URL}b.html]]></link>"),
        feed(f'<enclosure url="{URL}x.mp3"/>'),
        "feed-dead-link",
        "feed.xml",
    ),
    "the names and links of Atom": Row(
        feed(f'<id>{URL}gone</id><link href="b.html"/>', "atom"),
        feed('<link href="c.html"/>', "atom"),
        "feed-dead-link",
        "feed.xml",
    ),
    "the base of an entry": Row(
        feed('<link xml:base="https://h.example/x/" href="../b.html"/>', "atom"),
        feed('<link xml:base="https://h.example/x/" href="b.html"/>', "atom"),
        "feed-dead-link",
        "feed.xml",
    ),
    "a page in GBK": Row(gbk("第一节"), gbk("第二节"), "anchor-unknown"),
    "a sign that is not in GBK in a page labelled so": Row(
        gbk("\u4dae", "%E4%B6%AE"), gbk("\u3ae0", "%E4%B6%AE"), "anchor-unknown"
    ),
    "footnotes beside each other": home(
        '<p id="f1">x</p><p id="f2">y</p><p>z<a href="#f1">[1]</a><a href="#f2">[2]</a></p>',
        "<p>see [words][name]</p>",
        "markdown-left",
    ),
    "notation": home(
        "<p>iter(o[, name][, module]) and [&lt;n>][/&lt;m>], a[i][j], f[0](x)</p>",
        "<p>see [words](page.md)</p>",
        "markdown-left",
    ),
    "a page that is loaded again": Row(
        refreshing("60; url=index.html"), refreshing("0; url=index.html"), "redirect-loop"
    ),
    "a page that is loaded again without an address": Row(
        refreshing("180"), refreshing("180; url=gone.html"), "page-missing"
    ),
    "the home page passes on": Row(
        refreshing("0; url=zh/", **{"zh/index.html": page(title="zh")}),
        refreshing("0; url='zh/'x", **{"zh/index.html": page(title="zh"), "en/index.html": page(title="en")}),
        "page-orphan",
        "en/index.html",
    ),
    "a refresh in other words": Row(
        refreshing(" 0,URL = &quot;zh/&quot;", **{"zh/index.html": page(title="zh")}),
        refreshing("0 gone/", **{"zh/index.html": page(title="zh")}),
        "page-missing",
    ),
    "CDATA in a sitemap": Row(
        sitemap(f"<url><loc><![CDATA[{URL}]]></loc><lastmod>2026-01-01</lastmod></url>"),
        sitemap(f"<url><loc><![CDATA[{URL}x]]></loc></url>"),
        "sitemap-dead-link",
        "sitemap.xml",
    ),
    "a sitemap with a prefix": Row(
        {
            "index.html": page(),
            "sitemap.xml": '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url>'
            f"<s:loc>\n {URL} </s:loc></s:url></s:urlset>",
        },
        sitemap(f"<url><loc>{URL}</loc>"),
        "xml-broken",
        "sitemap.xml",
    ),
    "pictures in a sitemap": Row(
        sitemap(
            f'<url><loc>{URL}</loc><i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
            f"<i:loc>{URL}a.png</i:loc></i:image></url><!-- <loc>{URL}gone</loc> -->"
        ),
        sitemap(
            f'<url><loc>{URL}</loc><i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
            f"<i:loc>{URL}c.png</i:loc></i:image></url>"
        ),
        "sitemap-dead-link",
        "sitemap.xml",
    ),
    "a version in another script": Row(
        versions("zh-Hant", "zh-TW"), versions("zh-Hant", "zh-Hans"), "hreflang-wrong-language"
    ),
    "a version in other capitals": Row(
        versions("ZH-hant", "zh-Hant"), versions("zh-TW", "zh-CN"), "hreflang-wrong-language"
    ),
    "a version in a language without its region": Row(
        versions("zh", "zh-CN"), versions("fr-CA", "fr-FR"), "hreflang-wrong-language"
    ),
    "a page of a region and a version without one": Row(
        crossing("fr", "fr-CA"), crossing("zh", "zh-CN"), "link-other-language"
    ),
    "a file on its page": home(
        '<a href="g.pdf#page=80">x</a>', '<a href="h.pdf#page=80">x</a>', "page-missing", **{"g.pdf": ""}
    ),
    "a slip in a scheme": home(
        '<a href="https://www.gov.cn/">x</a>', '<a href="htps://www.gov.cn/">x</a>', "scheme-unknown"
    ),
    "a host with a port and no scheme": home(
        '<a href="weixin://x">x</a><a href="./b.html">x</a>', '<a href="www.gov.cn:8080/">x</a>', "scheme-unknown"
    ),
    "a slip in mailto": home(
        '<a href="MAILTO:a@b.example">x</a>', '<a href="maito:a@b.example">x</a>', "scheme-unknown"
    ),
    "a colon in a name": home(
        '<a href="说明:b.html">x</a>', '<a href="说明:c.html">x</a>', "page-missing", **{"说明:b.html": page(title="c")}
    ),
    "a host with a space": home(
        '<a href="https://trac.debian.org/">x</a>', '<a href="https://trac er.debian.org/">x</a>', "address-malformed"
    ),
    "a host in brackets": home(
        '<a href="https://中文.example/">x</a>', '<a href="https://&lt;servername&gt;/x">x</a>', "address-malformed"
    ),
    "a host that is no number": home(
        '<a href="https://1.2.3.4/">x</a>', '<a href="https://1.2.3.256/">x</a>', "address-malformed"
    ),
    "a host with two dots": home(
        '<a href="https://a.example./">x</a>', '<a href="https://a..example/">x</a>', "address-malformed"
    ),
    "a port": home(
        '<a href="https://a.example:8443/">x</a>', '<a href="https://a.example:99999/">x</a>', "address-malformed"
    ),
    "a button's address": home(
        '<form action="b.html"><button formaction="b.html">x</button></form>',
        '<form action="b.html"><button formaction="gone.html">x</button></form>',
        "page-missing",
    ),
    "a link in a drawing": home(
        '<svg><a xlink:href="b.html"><text>x</text></a></svg>',
        '<svg><a xlink:href="gone.html"><text>x</text></a></svg>',
        "page-missing",
    ),
    "where words come from": home(
        '<q cite="b.html">x</q>', '<blockquote cite="gone.html">x</blockquote>', "page-missing"
    ),
    "a gradient of another file": home(
        '<svg><linearGradient id="g"/><rect fill="url(#g)"/><linearGradient xlink:href="#g"/></svg>',
        '<svg><rect fill="url(gone.svg#g)"/></svg>',
        "file-missing",
    ),
    "a picture behind a table": home(
        '<table background="a.png"></table>', '<table background="c.png"></table>', "file-missing"
    ),
    "a frame's picture": home('<input src="c.png">', '<input type="image" src="c.png" alt="x">', "file-missing"),
    "what a web manifest names": Row(
        manifest('{"start_url": "/?x", "scope": "/app", "icons": [{"src": "a.png"}]}'),
        manifest('{"icons": [{"src": "c.png"}]}'),
        "metadata-missing",
        "app.json",
    ),
    "line breaks in an address": home(
        '<a href="b\n.html">x</a><img src="\ta.p\rng " alt="">', '<a href="c\n.html">x</a>', "page-missing"
    ),
    "backslashes": home('<a href=".\\b.html">x</a>', '<a href="\\\\h.example\\c.html">x</a>', "page-missing"),
    "an address without the slash of the site": Row(
        {"index.html": page('<a href="https://h.example/docs-old/x.html">x</a><a href="https://h.example/docs">x</a>')},
        {"index.html": page('<a href="https://h.example/docs/x.html">x</a>')},
        "page-missing",
        url="https://h.example/docs",
    ),
    "the way back into the site": Row(
        {"index.html": page('<a href="../docs/b.html">b</a>'), "b.html": page(title="b")},
        {"index.html": page('<a href="../doc/b.html">b</a>'), "b.html": page(title="b")},
        "page-missing",
        url="https://h.example/docs/",
    ),
    "comments and strings of CSS": Row(
        sheet(
            'p{content:"url(c.png)";/* url(c.png) */background:URL( "a.png" )}@namespace url(http://www.w3.org/2000/svg);'
        ),
        sheet('p{background:image-set("c.png" 1x)}'),
        "file-missing",
        "s.css",
    ),
    "escapes of CSS": Row(
        sheet("p{background:url(a\\2e png)}"), sheet("p{background:\\75 rl(c.png)}"), "file-missing", "s.css"
    ),
    "an import of CSS": Row(
        sheet("@import url(data:text/css,x) screen;"), sheet('@IMPORT "c.css" layer(x);'), "file-missing", "s.css"
    ),
    "a sheet in GBK": Row(
        sheet('@charset "gbk";p{background:url("图.png")}'.encode("gbk")),
        sheet('@charset "gbk";p{background:url("画.png")}'.encode("gbk")),
        "file-missing",
        "s.css",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_is_right_is_left_alone_and_what_is_not_is_found(tmp_path: Path, row: Row) -> None:
    """By the standard that the rule names."""
    assert found(tmp_path / "right", row.right, row.url) == set()
    assert (row.rule, row.path) in found(tmp_path / "wrong", row.wrong, row.url)


def test_a_host_may_serve_guide_html_as_guide(tmp_path: Path) -> None:
    """As VitePress, GitHub Pages and others do; whoever asks such a host for a folder gets nothing."""
    files: Files = {
        "index.html": page('<a href="guide#g">g</a><a href="guide/">g</a>'),
        "guide.html": page('<p id="g">', title="g"),
    }

    assert found(tmp_path, files, URL) == {("page-missing", "index.html"), ("page-orphan", "guide.html")}
    assert found(tmp_path, files, URL, without_html=True) == {("page-missing", "index.html")}
    assert len(rules.run(load(tmp_path, URL, without_html=True))) == 1


def test_a_page_keeps_its_whole_name(tmp_path: Path) -> None:
    """Only index.html goes without saying, and the home page has a name too."""
    write(tmp_path, {"py-modindex.html": page(), "index.html": page(), "a/index.html": page(title="a")})
    write(tmp_path, {"sitemap.xml": "<urlset></urlset>"})

    said = {
        each.message.partition(" is ")[0].partition("links to ")[::2][::-1] for each in rules.run(load(tmp_path, URL))
    }

    assert {name.partition(";")[0] for name, _ in said if name} >= {"py-modindex.html", "a/"}
    assert "index.html" in {name for _, name in said}


def test_a_message_is_one_line_though_its_address_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": page('<a href="a\n.html">x</a>')})

    assert [each.excerpt for each in rules.run(load(tmp_path, URL))] == ["a.html"]
