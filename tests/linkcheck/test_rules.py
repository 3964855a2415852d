"""
The link checker's catalogue: each fault with its valid twin, which must stay silent.

A row is a name, the rule, and two variants of one small site; a variant adds
to the body of the page a/, to its head, or adds files.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from making import write
from sitebuild.linkcheck import rules
from sitebuild.linkcheck.html_folder import Listed, load

URL = "https://site.example/handbook/"
PAGE = '<!doctype html><html lang="zh"><head><title>{title}</title>{head}</head><body><h1>x</h1>{body}</body></html>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g id="part"/></svg>'
LISTED = Listed(frozenset({"110", "12363"}), ("gov.cn",))


@dataclass(frozen=True)
class Variant:
    """What one variant adds to the small site."""

    body: str = ""
    head: str = ""
    files: dict[str, str] = field(default_factory=dict)


def page(body: str = "", head: str = "", title: str = "t", lang: str = "zh") -> str:
    return PAGE.format(title=title, head=head, body=body).replace('lang="zh"', f'lang="{lang}"' if lang else "", 1)


def found(folder: Path, variant: Variant) -> set[str]:
    files: dict[str, str | bytes] = {
        "index.html": page('<a href="a/">a</a><a href="b/">b</a><a href="说明.html">说明</a>', title="home"),
        "a/index.html": page(variant.body, variant.head, title="a"),
        "b/index.html": page('<p id="there"></p><p id="这里"></p><p id="caf\u00e9"></p><a name="old"></a>', title="b"),
        "说明.html": page(title="说明"),
        "x.png": "",
        "x y.png": "",
        "pic.svg": SVG,
        "app.js": "",
        "site.css": "",
        **variant.files,
    }
    return {finding.rule for finding in rules.run(load(write(folder, files), URL, LISTED))}


def body(text: str) -> Variant:
    return Variant(body=text)


def head(text: str) -> Variant:
    return Variant(head=text)


def extra(name: str, text: str, link: bool = False) -> Variant:  # noqa: FBT001, FBT002 - a row
    return Variant(body=f'<a href="../{name.removesuffix("index.html")}">x</a>' if link else "", files={name: text})


def versions(zh: str, en: str, lang: str = "en", default: bool = True) -> Variant:  # noqa: FBT001, FBT002 - a row
    """Return two pages that name each other as versions, or fail to."""
    fallback = f'<link rel="alternate" hreflang="x-default" href="{URL}zh/">' if default else ""
    return Variant(
        body='<a href="../zh/">zh</a>',
        files={
            "zh/index.html": page('<a href="../en/" hreflang="en">en</a>', fallback + zh, title="zh"),
            "en/index.html": page("", fallback + en, title="en", lang=lang),
        },
    )


def alternate(code: str, path: str) -> str:
    return f'<link rel="alternate" hreflang="{code}" href="{URL}{path}">'


BOTH = alternate("zh", "zh/") + alternate("en", "en/")
MAP = (
    "<urlset><url><loc>{0}</loc></url><url><loc>{0}a/</loc></url><url><loc>{0}b/</loc></url>"
    "<url><loc>{0}%E8%AF%B4%E6%98%8E.html</loc></url>{1}</urlset>"
)
REFRESH = '<meta http-equiv="refresh" content="0; url={0}">'

CATALOGUE = [
    ("a page that is gone", "page-missing", body('<a href="../gone/">x</a>'), body('<a href="../b/">x</a>')),
    (
        "a directory without a page",
        "page-missing",
        Variant('<a href="../d/">x</a>', files={"d/f.txt": ""}),
        body('<a href="../b">x</a>'),
    ),
    ("a page above the site", "page-missing", body('<a href="../../../b/">x</a>'), body('<a href="../a/../b/">x</a>')),
    ("the root of the host", "page-missing", body('<a href="/b/">x</a>'), body('<a href="/handbook/b/">x</a>')),
    ("our own address, dead", "page-missing", body(f'<a href="{URL}gone/">x</a>'), body(f'<a href="{URL}b/">x</a>')),
    (
        "an area of a map",
        "page-missing",
        body('<map><area href="../gone/" alt="x"></map>'),
        body('<map><area href="../b/" alt="x"></map>'),
    ),
    ("a form's address", "page-missing", body('<form action="../gone/"></form>'), body('<form action="../b/"></form>')),
    (
        "a base that misleads",
        "page-missing",
        Variant('<a href="index.html">x</a>', '<base href="/handbook/gone/">'),
        Variant('<a href="index.html">x</a>', '<base href="/handbook/b/">'),
    ),
    ("other capitals", "case-wrong", body('<a href="../B/">x</a>'), body('<a href="../b/">x</a>')),
    (
        "other capitals of a picture",
        "case-wrong",
        body('<img src="../X.png" alt="">'),
        body('<img src="../x.png" alt="">'),
    ),
    (
        "a section that is gone",
        "anchor-unknown",
        body('<a href="../b/#gone">x</a>'),
        body('<a href="../b/#there">x</a>'),
    ),
    (
        "a section of the page itself",
        "anchor-unknown",
        body('<a href="#gone">x</a>'),
        body('<p id="in"></p><a href="#in">x</a>'),
    ),
    (
        "a section with percent signs",
        "anchor-unknown",
        body('<a href="../b/#%E8%BF%99">x</a>'),
        body('<a href="../b/#%E8%BF%99%e9%87%8c">x</a>'),
    ),
    (
        "a section in raw Chinese",
        "anchor-unknown",
        body('<a href="../b/#那里">x</a>'),
        body('<a href="../b/#这里">x</a>'),
    ),
    (
        "a section in decomposed letters",
        "anchor-unknown",
        body('<a href="../b/#cafe\u0301">x</a>'),
        body('<a href="../b/#caf\u00e9">x</a>'),
    ),
    (
        "a section in other capitals",
        "anchor-unknown",
        body('<a href="../b/#There">x</a>'),
        body('<a href="../b/#TOP">x</a>'),
    ),
    (
        "a text fragment after a dead section",
        "anchor-unknown",
        body('<a href="../b/#gone:~:text=x">x</a>'),
        body('<a href="../b/#:~:text=x">x</a>'),
    ),
    ("a named anchor", "anchor-unknown", body('<a href="../b/#older">x</a>'), body('<a href="../b/#old">x</a>')),
    (
        "a section of a named file",
        "anchor-unknown",
        body('<a href="../%E8%AF%B4%E6%98%8E.html#x">x</a>'),
        body('<a href="../%E8%AF%B4%E6%98%8E.html#">x</a>'),
    ),
    (
        "an id twice",
        "id-doubled",
        body('<p id="x"></p><p id="x"></p>'),
        body('<p id="x"></p><template><p id="x"></p></template>'),
    ),
    ("a picture", "file-missing", body('<img src="../gone.png" alt="">'), body('<img src="../x%20y.png" alt="">')),
    (
        "a picture in a set",
        "file-missing",
        body('<img src="../x.png" srcset="../x.png 1x, ../gone.png 2x" alt="">'),
        body('<img src="../x.png" srcset="../x.png 1x, ../x.png 2x" alt="">'),
    ),
    (
        "a source of a picture",
        "file-missing",
        body('<picture><source srcset="../gone.png"><img src="../x.png" alt=""></picture>'),
        body('<picture><source srcset="../x.png"><img src="../x.png" alt=""></picture>'),
    ),
    (
        "a poster",
        "file-missing",
        body('<video poster="../gone.png"></video>'),
        body('<video poster="../x.png"></video>'),
    ),
    ("a film", "file-missing", body('<video src="../gone.mp4"></video>'), body("<video></video>")),
    ("a track", "file-missing", body('<video><track src="../gone.vtt"></video>'), body("<video></video>")),
    ("a sound", "file-missing", body('<audio src="../gone.mp3"></audio>'), body("<audio></audio>")),
    ("an embedded file", "file-missing", body('<embed src="../gone.svg">'), body('<embed src="../pic.svg">')),
    (
        "an object",
        "file-missing",
        body('<object data="../gone.svg"></object>'),
        body('<object data="../pic.svg"></object>'),
    ),
    ("a frame", "file-missing", body('<iframe src="../gone.html"></iframe>'), body('<iframe src="../b/"></iframe>')),
    ("a script", "file-missing", body('<script src="../gone.js"></script>'), body('<script src="../app.js"></script>')),
    (
        "a style sheet",
        "file-missing",
        head('<link rel="stylesheet" href="../gone.css">'),
        head('<link rel="stylesheet" href="../site.css">'),
    ),
    ("an icon", "file-missing", head('<link rel="icon" href="../gone.ico">'), head('<link rel="icon" href="data:,">')),
    (
        "a style of an element",
        "file-missing",
        body('<p style="background:url(../gone.png)"></p>'),
        body("<p style=\"background:url('../x.png')\"></p>"),
    ),
    (
        "a style block",
        "file-missing",
        head('<style>p{background:url("../gone.png")}</style>'),
        head('<style>/* url(../gone.png) */p{background:url("../x.png")}</style>'),
    ),
    (
        "an import in a style block",
        "file-missing",
        head('<style>@import "../gone.css";</style>'),
        head('<style>@import "../site.css";</style>'),
    ),
    (
        "a url in a sheet",
        "file-missing",
        extra("site.css", "p{background:url(gone.png)}"),
        extra("site.css", "p{background:url(x.png)}"),
    ),
    (
        "an import in a sheet",
        "file-missing",
        extra("site.css", "@import url('gone.css');"),
        Variant(files={"site.css": '@import "more.css";', "more.css": ""}),
    ),
    (
        "a part of a drawing's file",
        "file-missing",
        body('<svg><use href="../gone.svg#part"/></svg>'),
        body('<svg><use href="../pic.svg#part"/></svg>'),
    ),
    (
        "a part of a drawing",
        "anchor-unknown",
        body('<svg><use href="../pic.svg#none"/></svg>'),
        body('<svg><use xlink:href="../pic.svg#part"/></svg>'),
    ),
    (
        "a part of a drawing on the page",
        "anchor-unknown",
        body('<svg><use href="#none"/></svg>'),
        body('<svg><g id="part"/><use href="#part"/></svg>'),
    ),
    (
        "a redirect to nothing",
        "page-missing",
        extra("r/index.html", page("", REFRESH.format("../gone/"))),
        extra("r/index.html", page("", REFRESH.format("../b/"))),
    ),
    (
        "a link through a redirect",
        "link-to-redirect",
        extra("r/index.html", page("", REFRESH.format("../b/")), link=True),
        extra("r/index.html", page("", REFRESH.format("../b/"))),
    ),
    (
        "a redirect through another",
        "redirect-chain",
        Variant(
            files={"r/index.html": page("", REFRESH.format("../s/")), "s/index.html": page("", REFRESH.format("../b/"))}
        ),
        extra("r/index.html", page("", REFRESH.format("../b/"))),
    ),
    (
        "a redirect in a circle",
        "redirect-loop",
        Variant(
            files={"r/index.html": page("", REFRESH.format("../s/")), "s/index.html": page("", REFRESH.format("../r/"))}
        ),
        extra("r/index.html", page("", REFRESH.format("../b/"))),
    ),
    (
        "a canonical link to another page",
        "canonical-elsewhere",
        head(f'<link rel="canonical" href="{URL}b/">'),
        head(f'<link rel="canonical" href="{URL}a/">'),
    ),
    (
        "a canonical link to nothing",
        "file-missing",
        head(f'<link rel="canonical" href="{URL}gone/">'),
        head(f'<link rel="canonical" href="{URL}a/">'),
    ),
    (
        "a relative canonical link",
        "canonical-relative",
        head('<link rel="canonical" href="../a/">'),
        head(f'<link rel="canonical" href="{URL}a/">'),
    ),
    (
        "two canonical links",
        "canonical-doubled",
        head(f'<link rel="canonical" href="{URL}a/"><link rel="canonical" href="{URL}a/index.html">'),
        head(f'<link rel="canonical" href="{URL}a/">'),
    ),
    (
        "a version that does not exist",
        "file-missing",
        versions(BOTH + alternate("fr", "fr/"), BOTH),
        versions(BOTH, BOTH),
    ),
    ("a version that does not answer", "hreflang-one-way", versions(BOTH, ""), versions(BOTH, BOTH)),
    ("no default among versions", "hreflang-no-default", versions(BOTH, BOTH, default=False), versions(BOTH, BOTH)),
    (
        "a page that leaves itself out",
        "hreflang-without-itself",
        versions(alternate("en", "en/").replace("x-default", ""), BOTH, default=False),
        versions(BOTH, BOTH),
    ),
    ("a version in another language", "hreflang-wrong-language", versions(BOTH, BOTH, lang="fr"), versions(BOTH, BOTH)),
    (
        "a link that leaves the language",
        "link-other-language",
        Variant(
            '<a href="../zh/">zh</a>',
            files={
                "zh/index.html": page('<a href="../en/">en</a>', BOTH + alternate("x-default", "zh/"), title="zh"),
                "en/index.html": page("", BOTH + alternate("x-default", "zh/"), title="en", lang="en"),
            },
        ),
        versions(BOTH, BOTH),
    ),
    (
        "no language",
        "lang-missing",
        extra("c/index.html", page(title="c", lang=""), link=True),
        extra("c/index.html", page(title="c"), link=True),
    ),
    (
        "a listed page that is gone",
        "sitemap-dead-link",
        extra("sitemap.xml", MAP.format(URL, f"<url><loc>{URL}gone/</loc></url>")),
        extra("sitemap.xml", MAP.format(URL, "")),
    ),
    (
        "a page that is not listed",
        "sitemap-without-page",
        extra("sitemap.xml", f"<urlset><url><loc>{URL}</loc></url></urlset>"),
        extra("sitemap.xml", MAP.format(URL, "")),
    ),
    (
        "a foreign address in the sitemap",
        "sitemap-foreign",
        extra("sitemap.xml", MAP.format(URL, "<url><loc>https://other.example/</loc></url>")),
        extra("sitemap.xml", MAP.format(URL, "")),
    ),
    (
        "a withheld page in the sitemap",
        "sitemap-noindex",
        Variant(
            files={
                "sitemap.xml": MAP.format(URL, f"<url><loc>{URL}d/</loc></url>"),
                "d/index.html": page("", '<meta name="robots" content="noindex">', "d"),
            }
        ),
        extra("sitemap.xml", MAP.format(URL, "")),
    ),
    (
        "a dead entry of a feed",
        "feed-dead-link",
        extra("feed.xml", f"<rss><item><link>{URL}gone/</link></item></rss>"),
        extra("feed.xml", f"<rss><item><link>{URL}a/</link></item></rss>"),
    ),
    (
        "an icon of a manifest",
        "metadata-missing",
        extra("site.webmanifest", '{"icons":[{"src":"gone.png"}]}'),
        extra("site.webmanifest", '{"icons":[{"src":"x.png"}]}'),
    ),
    ("a broken manifest", "json-broken", extra("site.webmanifest", "{"), extra("site.webmanifest", "{}")),
    (
        "a dead address in JSON-LD",
        "metadata-missing",
        head(f'<script type="application/ld+json">{{"url":"{URL}gone/"}}</script>'),
        head(f'<script type="application/ld+json">{{"url":"{URL}b/#there"}}</script>'),
    ),
    (
        "broken JSON-LD",
        "json-broken",
        head('<script type="application/ld+json">{</script>'),
        head('<script type="application/ld+json">{}</script>'),
    ),
    (
        "a dead picture for sharing",
        "metadata-missing",
        head(f'<meta property="og:image" content="{URL}gone.png">'),
        head(f'<meta property="og:image" content="{URL}x.png">'),
    ),
    (
        "a relative picture for sharing",
        "metadata-relative",
        head('<meta property="og:image" content="../x.png">'),
        head(f'<meta property="og:image" content="{URL}x.png">'),
    ),
    (
        "an orphan",
        "page-orphan",
        extra("c/index.html", page(title="c")),
        extra("c/index.html", page(title="c"), link=True),
    ),
    (
        "a link to a draft",
        "link-to-noindex",
        extra("d/index.html", page("", '<meta name="robots" content="noindex">', "d"), link=True),
        extra("d/index.html", page("", '<meta name="robots" content="noindex, follow">', "d"), link=True),
    ),
    (
        "a mailbox with a space",
        "mail-malformed",
        body('<a href="mailto:a b@c.example">x</a>'),
        body('<a href="mailto:a@c.example?subject=x">x</a>'),
    ),
    (
        "a number that cannot be dialled",
        "phone-malformed",
        body('<a href="tel:12363转1">x</a>'),
        body('<a href="tel:12363">x</a>'),
    ),
    (
        "a number that is not registered",
        "phone-unregistered",
        body('<a href="tel:12364">x</a>'),
        body('<a href="sms:110">x</a>'),
    ),
    (
        "a script for an address",
        "address-javascript",
        body('<a href="javascript:void(0)">x</a>'),
        body('<a href="#top">x</a>'),
    ),
    (
        "an address without scheme",
        "address-without-scheme",
        body('<a href="//www.gov.cn/">x</a>'),
        body('<a href="https://www.gov.cn/">x</a>'),
    ),
    (
        "an insecure address",
        "address-insecure",
        body('<a href="http://www.gov.cn/">x</a>'),
        body('<a href="https://www.gov.cn/">x</a>'),
    ),
    ("a file of one machine", "address-local", body('<a href="file:///a.html">x</a>'), body('<a href="../b/">x</a>')),
    (
        "a server of one machine",
        "address-local",
        body('<a href="https://localhost:8000/">x</a>'),
        body('<a href="https://www.gov.cn/">x</a>'),
    ),
    (
        "a host that is not listed",
        "domain-unlisted",
        body('<a href="https://gov.cn.example/">x</a>'),
        body('<a href="https://flk.npc.gov.cn/">x</a>'),
    ),
    (
        "punctuation in an address",
        "address-glued",
        body('<a href="https://www.gov.cn/a。然后">x</a>'),
        body('<a href="https://www.gov.cn/a">x</a>。'),
    ),
    (
        "an address without a host",
        "address-malformed",
        body('<a href="https:///x">x</a>'),
        body('<a href="https://www.gov.cn/x">x</a>'),
    ),
    (
        "a file from another host",
        "foreign-file",
        body('<img src="https://www.gov.cn/x.png" alt="">'),
        body('<img src="../x.png" alt="">'),
    ),
    (
        "a sheet's file from another host",
        "foreign-file",
        extra("site.css", "@import url(https://fonts.example/x.css);"),
        extra("site.css", "p{background:url(data:image/png;base64,xx)}"),
    ),
    (
        "a link without words",
        "link-without-words",
        body('<a href="../b/"> </a>'),
        body('<a href="../b/"><img src="../x.png" alt="b"></a>'),
    ),
    (
        "a link with a silent picture",
        "link-without-words",
        body('<a href="../b/"><img src="../x.png" alt=""></a>'),
        body('<a href="../b/" aria-label="b"></a>'),
    ),
    ("an empty address", "address-empty", body('<a href="">x</a>'), body('<a href="#">x</a>')),
    ("an empty picture", "address-empty", body('<img src="" alt="">'), body('<img src="../x.png" alt="">')),
    ("a picture without alt", "alt-missing", body('<img src="../x.png">'), body('<img src="../x.png" alt="">')),
    (
        "a window without rel",
        "window-without-rel",
        body('<a href="https://www.gov.cn/" target="_blank">x</a>'),
        body('<a href="https://www.gov.cn/" target="_blank" rel="noopener">x</a>'),
    ),
    ("a Markdown address", "markdown-address", body('<a href="../b.md">x</a>'), body('<a href="../b/">x</a>')),
    (
        "an unresolved reference",
        "markdown-left",
        body("<p>[text][nope]</p>"),
        body("<p>[1] and <code>[text][nope]</code></p>"),
    ),
    ("a link left as typed", "markdown-left", body("<p>[text](b.md)</p>"), body("<pre>[text](b.md)</pre>")),
    (
        "a title twice",
        "title-doubled",
        extra("c/index.html", page(title="a"), link=True),
        extra("c/index.html", page(title="c"), link=True),
    ),
    (
        "no title",
        "title-missing",
        extra("c/index.html", page(title=""), link=True),
        extra("c/index.html", page(title="c"), link=True),
    ),
    ("two first headings", "h1-count", body("<h1>x</h1>"), body("<h2>x</h2>")),
]


@pytest.mark.parametrize(("rule", "fault", "twin"), [row[1:] for row in CATALOGUE], ids=[row[0] for row in CATALOGUE])
def test_a_fault_is_found_and_its_twin_is_silent(tmp_path: Path, rule: str, fault: Variant, twin: Variant) -> None:
    """What a browser, a crawler or a reader would stumble over is found; what is right is left alone."""
    assert rule in found(tmp_path / "fault", fault)
    assert found(tmp_path / "twin", twin) == set()


def test_the_catalogue_is_long_enough() -> None:
    """The best checker we compared with knows 58 kinds of fault between all its peers."""
    assert len(CATALOGUE) >= 58


@pytest.mark.parametrize("name", ["our/domains.yml", "allowed.txt"])
def test_the_message_about_a_domain_names_the_owner_s_own_list(tmp_path: Path, name: str) -> None:
    """Any site may have a list, wherever its owner keeps it."""
    write(tmp_path, {"index.html": page('<a href="https://other.example/">x</a><a href="https://www.gov.cn/">x</a>')})

    findings = rules.run(load(tmp_path, URL, LISTED._replace(domains_file=name)))

    assert [(each.rule, each.message) for each in findings] == [
        ("domain-unlisted", f"other.example is not in {name}; add it there with its reason, or take the link out")
    ]
