"""
Small sites for tests of the link checker: each is right, and has a twin with one fault.

A row is a small site that must stay silent, the same site with one fault, and the rule that finds it; both are served
at the root of a host unless the row says where.
"""

from dataclasses import dataclass
from pathlib import Path

from making import write
from sitebuild.linkcheck import rules
from sitebuild.linkcheck.html_folder import load

URL = "https://h.example/"
Files = dict[str, str | bytes]


def page(body: str = "", head: str = "", title: str = "home", lang: str = "zh") -> str:
    top = f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head>'
    return f"{top}<body><h1>x</h1>{body}</body></html>"


def found(folder: Path, files: Files, url: str, *, without_html: bool = False) -> set[tuple[str, str]]:
    """Return the rules with the files in which they find something."""
    return {(each.rule, each.path) for each in rules.run(load(write(folder, files), url, without_html=without_html))}


@dataclass(frozen=True)
class Row:
    """What must stay silent, what must not, and the finding."""

    right: Files
    wrong: Files
    rule: str
    path: str = "index.html"
    url: str = URL


def home(right: str, wrong: str, rule: str, **files: str) -> Row:
    """Return a row of two bodies of the home page; the files b.html, a.png and those named are there."""
    others: Files = {"b.html": page('<p id="b"></p>', title="b"), "a.png": "", **files}
    link = '<a href="b.html">b</a>'
    return Row({**others, "index.html": page(link + right)}, {**others, "index.html": page(link + wrong)}, rule)


def head(right: str, wrong: str, rule: str, files: Files | None = None, url: str = URL) -> Row:
    others = files or {}
    return Row({**others, "index.html": page("", right)}, {**others, "index.html": page("", wrong)}, rule, url=url)


def based(base: str, there: str) -> Files:
    """Return a page below docs/ with a base address, and the page that its link b.html means."""
    return {
        "index.html": page('<a href="docs/a.html">a</a>'),
        "docs/a.html": page('<a href="b.html">b</a>', f'<base href="{base}">', "a"),
        there: page(title="b"),
    }


def linked(href: str, identifier: str) -> Files:
    return {
        "index.html": page(f'<a href="b.html#{href}">b</a>'),
        "b.html": page(f'<h2 id="{identifier}">y</h2>', title="b"),
    }


def canonical(address: str, **files: str) -> Files:
    home = page('<a href="/docs/guide/">g</a>', f'<link rel="canonical" href="{address}">')
    return {"index.html": home, "guide/index.html": page(title="g"), **files}


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def feed(item: str, kind: str = "rss") -> Files:
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><item>{item}</item></channel></rss>'
    if kind == "atom":
        text = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{item}</entry></feed>'
    return {"index.html": page('<a href="b.html">b</a>'), "b.html": page(title="b"), "feed.xml": text}


def sitemap(entries: str) -> Files:
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    text = f'<?xml version="1.0" encoding="utf-8"?>{opening}{entries}</urlset>'
    return {"index.html": page(), "sitemap.xml": text, "a.png": ""}


def refreshing(content: str, **others: str) -> Files:
    return {"index.html": page("", f'<meta http-equiv="refresh" content="{content}">'), **others}


def gbk(name: str, linked: str = "第一节") -> Files:
    """Return a site in GBK with a link to a section; browsers read that label as GB 18030, which has more signs."""
    text = page(f'<a href="说明.html#{linked}">x</a>', '<meta charset="gbk">')
    other = page(
        f'<h2 id="{name}">y</h2>', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "说"
    )
    return {"index.html": text.encode("gb18030"), "说明.html": other.encode("gb18030")}


def version(code: str, path: str) -> str:
    return f'<link rel="alternate" hreflang="{code}" href="{URL}{path}">'


def versions(code: str, lang: str, other: str = "en") -> Files:
    """Return a page and its version, which is named with a code and says a language of itself."""
    named = version("x-default", "") + version(other, "") + version(code, "v.html")
    return {
        "index.html": page('<a href="v.html" hreflang="en">v</a>', named, lang=other),
        "v.html": page("", named, "v", lang),
    }


def crossing(code: str, lang: str) -> Files:
    """Return a page in zh-CN that links to one in English, of which there is a version with a code."""
    named = version("x-default", "a.html") + version("en", "en.html") + version(code, "a.html")
    own = version("x-default", "") + version("zh-CN", "")
    return {
        "index.html": page('<a href="en.html">x</a><a href="a.html" hreflang="x">x</a>', own, lang="zh-CN"),
        "en.html": page("", named, "en", "en"),
        "a.html": page("", named, "a", lang),
    }


def manifest(text: str) -> Files:
    return {
        "index.html": page("", '<link rel="manifest" href="app.json">'),
        "app.json": text,
        "a.png": "",
        ".vite/manifest.json": '{"index.html": {"src": "src/index.ts"}}',
    }


def sheet(css: str | bytes) -> Files:
    return {"index.html": page("", '<link rel="stylesheet" href="s.css">'), "s.css": css, "a.png": "", "图.png": ""}
