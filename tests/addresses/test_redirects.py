"""Redirects: the file, what may stand in it, and the pages that old addresses get."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from making import EN, HEAD, ROOT, ZH, content, read, redirects_of, served, write
from sitebuild.addresses import redirects, url_ledger
from sitebuild.building import built_html
from sitebuild.model.content import Content

SITE = "https://site.example/handbook/"
WORDS = {
    "zh": {"title": "这一页搬了家", "text": "这一页现在在：{link}。"},
    "en": {"title": "This page has moved", "text": "This page is now at <{link}>."},
}
MORE = ", since: 2026-01-31, reason: 合并}"
NEW = {"zh/new.md": "## 一 {#one}\n", "en/new.md": "## One {#one}\n", "zh/only.md": "正文。"}


def problems(text: str, addresses: tuple[str, ...] = ("new/", "new/#one", "b/", "b/#x")) -> list[tuple[int, int, str]]:
    """Return line, column and rule of everything wrong in a file of redirects."""
    known, faults = redirects.read(text)
    return [(each.line, each.column, each.rule) for each in [*faults, *redirects.check(known, addresses)]]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("", [], id="no file"),
        pytest.param("# nothing yet\n", [], id="only a comment"),
        pytest.param(f"old/: {{to: new/{MORE}", [], id="a page"),
        pytest.param("old/:\n  to: new/#one\n  since: 2026-01-31\n  reason: x", [], id="a page becomes a section"),
        pytest.param(f"new/#gone: {{to: new/#one{MORE}", [], id="a section"),
        pytest.param(f"new/#gone: {{to: new/{MORE}", [], id="a section was taken out"),
        pytest.param(f"old/: {{to: new/{MORE}\nold/#y: {{to: b/#x{MORE}", [], id="a page was split"),
        pytest.param("old/: {", [(1, 8, "redirect-broken")], id="no YAML"),
        pytest.param("- old/", [(1, 1, "redirect-broken")], id="a list"),
        pytest.param(f"old/: {{to: new/{MORE}\n" * 2, [(2, 1, "redirect-doubled")], id="twice"),
        pytest.param(f"old: {{to: new/{MORE}", [(1, 1, "redirect-address-malformed")], id="no address"),
        pytest.param(f"../old/: {{to: new/{MORE}", [(1, 1, "redirect-address-malformed")], id="above the site"),
        pytest.param("old/: new/", [(1, 1, "redirect-key-missing")] * 3, id="only the new address"),
        pytest.param("old/: {to: new/, reason: x}", [(1, 1, "redirect-key-missing")], id="no date"),
        pytest.param(f"old/: {{to: new/, by: me{MORE}", [(1, 18, "redirect-key-unknown")], id="a key too many"),
        pytest.param("\nold/:\n  to: new\n  since: 2026-01-31\n  reason: x", [(3, 3, "redirect-value-wrong")], id="to"),
        pytest.param("old/: {to: new/, since: soon, reason: x}", [(1, 18, "redirect-value-wrong")], id="since"),
        pytest.param(
            "old/: {to: new/, since: 2026-01-31 10:00:00, reason: x}", [(1, 18, "redirect-value-wrong")], id="an hour"
        ),
        pytest.param("old/: {to: new/, since: 2026-13-31, reason: x}", [(1, 25, "redirect-broken")], id="no such day"),
        pytest.param(
            'old/: {to: new/, since: 2026-01-31, reason: " "}', [(1, 37, "redirect-value-wrong")], id="no reason"
        ),
        pytest.param(f"new/: {{to: b/{MORE}", [(1, 1, "redirect-still-published")], id="not old"),
        pytest.param(f"old/: {{to: gone/{MORE}", [(1, 8, "redirect-target-unpublished")], id="to nowhere"),
        pytest.param(f"old/: {{to: new/#no{MORE}", [(1, 8, "redirect-target-unpublished")], id="to no section"),
        pytest.param(f"old/: {{to: old/{MORE}", [(1, 8, "redirect-self")], id="to itself"),
        pytest.param(f"o/: {{to: p/{MORE}\np/: {{to: b/{MORE}", [(1, 6, "redirect-chain")], id="a chain"),
        pytest.param(
            f"o/: {{to: p/{MORE}\np/: {{to: o/{MORE}", [(1, 6, "redirect-loop"), (2, 6, "redirect-loop")], id="a loop"
        ),
        pytest.param(f"new/#gone: {{to: b/#x{MORE}", [], id="a section leaves"),
        pytest.param(f"old/#x: {{to: b/#x{MORE}", [(1, 1, "redirect-page-needed")], id="a section without its page"),
    ],
)
def test_the_file_is_read_and_judged(text: str, reported: list[tuple[int, int, str]]) -> None:
    """A redirect that leads nowhere is worse than none: it hides that something is gone."""
    assert problems(text) == reported


def test_messages_say_what_to_type() -> None:
    chain = redirects_of("o/ p/", "p/ new/")
    (detour,) = redirects.check(chain, ["new/"])

    assert detour.message == "o/ → p/ → new/ is a detour; write “to: new/”"


def test_a_redirect_answers_for_the_ledger() -> None:
    targets = redirects.targets(redirects_of("old/ new/", "new/#gone new/#one"))

    assert list(url_ledger.check(["old/", "old/#one", "new/#gone"], ["new/", "new/#one"], targets)) == []


def test_an_old_page_is_a_page_that_passes_on() -> None:
    """It needs no rules of a server, no script, and tells search engines where the new one is."""
    ((path, html),) = redirects.pages(redirects_of("en/x/old/ en/new/#one"), content(NEW), SITE, WORDS)

    assert (path, html) == (
        "en/x/old/index.html",
        """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="https://site.example/handbook/en/new/#one">
<meta http-equiv="refresh" content="0; url=../../../en/new/#one">
<script src="../../../assets/javascripts/redirect.js" defer></script>
</head>
<body>
<p>This page is now at &lt;<a href="../../../en/new/#one">标题</a>&gt;.</p>
</body>
</html>
""",
    )


@pytest.mark.parametrize(
    ("moved", "shown"),
    [
        pytest.param("old/ new/", '<a href="../new/">标题</a>', id="same language"),
        pytest.param("old/ ./", '<a href="../">标题</a>', id="to the home page"),
        pytest.param("old/ en/new/", '<a href="../en/new/" lang="en" hreflang="en">标题</a>', id="other language"),
        pytest.param("en/o/ en/only/", '<a href="../../en/only/" lang="zh" hreflang="zh">标题</a>', id="to a notice"),
        pytest.param("old/ 说明/#一", '<a href="../%E8%AF%B4%E6%98%8E/#%E4%B8%80">', id="Chinese address"),
    ],
)
def test_the_sentence_names_the_new_page(moved: str, shown: str) -> None:
    """A reader without scripts and without refresh still finds the way."""
    files = {"zh/index.md": "家。", "en/index.md": "Home.", **NEW}
    ((_, html),) = redirects.pages(redirects_of(moved), content(files), SITE, WORDS)

    assert shown in html


def test_only_old_pages_get_a_page() -> None:
    assert list(redirects.pages(redirects_of("new/#gone new/#one"), content(NEW), SITE, WORDS)) == []


def lay_out(folder: Path) -> Path:
    """Lay out a site whose page `a` was once `old/deep`, with one section that went to the page `b`."""
    moved = redirects_of("old/deep/ a/", "old/deep/#left b/#there", "en/old/ a/")
    html = '<html lang="zh"><head><title>{0}</title></head><h1>{0}</h1><h2 id="{1}">节</h2>{2}'
    script = "overrides/assets/javascripts/redirect.js"
    pages = dict(redirects.pages(moved, content({"zh/a.md": "甲。", "zh/b.md": "乙。"}), SITE, WORDS))
    files = {
        "index.html": html.format("家", "x", '<a href="a/">甲</a><a href="b/">乙</a>'),
        "a/index.html": html.format("甲", "here", ""),
        "b/index.html": html.format("乙", "there", ""),
        "assets/javascripts/redirect.js": (ROOT / script).read_text("utf-8"),
    }
    return write(folder, {**files, **pages})


def test_the_link_checker_has_nothing_to_say(tmp_path: Path) -> None:
    pages = tuple(read(HEAD + "正文。", f"docs/zh/{name}.md")[0] for name in ("a", "b"))
    found = built_html.check(lay_out(tmp_path), Content(languages=(ZH, EN), pages=pages), SITE, (), date(2026, 1, 31))

    assert found == []


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(lay_out(tmp_path_factory.mktemp("moved"))) as address:
        yield address


@pytest.mark.parametrize(
    ("old", "new", "scripts"),
    [
        pytest.param("/old/deep/", "/a/", True, id="a page"),
        pytest.param("/old/deep/#here", "/a/#here", True, id="a section"),
        pytest.param("/old/deep/#left", "/b/#there", True, id="a section that went elsewhere"),
        pytest.param("/old/deep/#%", "/a/", True, id="a broken address"),
        pytest.param("/en/old/#here", "/a/#here", True, id="another language"),
        pytest.param("/old/deep/", "/a/", False, id="a page, no scripts"),
        pytest.param("/old/deep/#here", "/a/", False, id="a section, no scripts"),
    ],
)
def test_a_browser_arrives(chromium: Browser, address: str, old: str, new: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    """Sections are kept where scripts run; without them the reader gets the page."""
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.goto(address + old, wait_until="commit")
    page.wait_for_url(address + new, timeout=5_000)
