"""The one style sheet: it has no rule that no page uses, and nothing on any page looks different for that."""

import re
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from making import ROOT
from sitebuild.building import assets, language_fonts, stylesheet
from sitebuild.building.stylesheet import Names
from sitebuild.model.content import Content

USED = Names(elements=frozenset({"p", "a", "body"}), classes=frozenset({"used"}), ids=frozenset({"here"}))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        pytest.param("p{color:red}", "p{color:red}", id="an element that occurs"),
        pytest.param("video{color:red}", "", id="an element that does not"),
        pytest.param(".used .no{color:red}", "", id="a class that does not occur"),
        pytest.param(".used,.no{color:red}", ".used{color:red}", id="one selector of two"),
        pytest.param("#here>a{color:red}#gone{color:red}", "#here>a{color:red}", id="ids"),
        pytest.param("a:hover,a::after{color:red}", "a:hover,a::after{color:red}", id="states"),
        pytest.param("a:not(.no){color:red}", "a:not(.no){color:red}", id="what is inside brackets is not judged"),
        pytest.param("[data-x]{color:red}", "[data-x]{color:red}", id="attributes are not judged"),
        pytest.param("@media print{.no{color:red}}", "", id="a group that becomes empty"),
        pytest.param("@media print{p{color:red}}", "@media print{p{color:red}}", id="a group"),
        pytest.param("p{--a:1;--b:2;width:var(--a)}", "p{--a:1;width:var(--a)}", id="a property that nothing needs"),
        pytest.param("p{--a:var(--b);--b:2}", "", id="a property that only such a one needs"),
        pytest.param("@keyframes k{from{top:0}to{top:1px}}", "@keyframes k{from{top:0}to{top:1px}}", id="movements"),
        pytest.param("/* why */ p { color : red ; }", "p{color:red}", id="comments and spaces"),
        pytest.param("p{color:red!important}", "p{color:red!important}", id="important"),
        pytest.param("p{", "", id="an open end"),
    ],
)
def test_rules_that_no_page_uses_are_left_out(css: str, kept: str) -> None:
    assert stylesheet.combined([css], USED) == kept


def test_names_are_read_from_pages() -> None:
    found = stylesheet.names(['<P class="a b" id="c"><svg viewBox="0 0 1 1"/></P>'])

    assert found == Names(elements=frozenset({"p", "svg"}), classes=frozenset({"a", "b"}), ids=frozenset({"c"}))


def test_only_names_that_a_sheet_may_mention_matter() -> None:
    used = Names(
        elements=frozenset({"p", "q"}), classes=frozenset({"a", "b", "c:d"}), ids=frozenset({"here", "somewhere"})
    )

    found = stylesheet.mentioned(["P.a{color:red}", "#here{color:red}"], used)

    assert found == Names(elements=frozenset({"p"}), classes=frozenset({"a", "c:d"}), ids=frozenset({"here"}))


PLACES = ["/", "/help/first-hour/", "/platforms/true-cost/", "/letters/delete/", "/en/collection/threats/"]
STYLES = """async () => {
  const names = [...getComputedStyle(document.body)].filter(name => !name.startsWith("--"));
  const listed = element => getComputedStyle(element).display === "list-item";
  const drawn = (element, part, style) =>
    !part || (part === "::marker" ? listed(element) : !["none", "normal"].includes(style.content));
  window.styles = [...document.querySelectorAll("*")].flatMap(
    element => [null, "::before", "::after", "::marker"].map(part => {
      const style = getComputedStyle(element, part);
      return drawn(element, part, style) ? names.map(name => `${name}:${style.getPropertyValue(name)}`).join(";") : "";
    }));
  const text = new TextEncoder();
  const sums = await Promise.all(styles.map(each => crypto.subtle.digest("SHA-256", text.encode(each))));
  return sums.map(sum => String(new Uint32Array(sum))); }"""
"""
Keeps the computed styles of all elements, and of what is drawn before and after them, in the page.

Gives their hashes: the styles are megabytes, and the same ones nearly always.
"""


def styled(context: BrowserContext, address: str, view: str, sheet: str = "") -> tuple[Page, list[str]]:
    """Open a page, with another style sheet if one is given; return it and a hash of every style."""
    page = context.new_page()
    if sheet:
        page.route("**/handbook.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
    page.emulate_media(
        color_scheme="dark" if "dark" in view else "light", media="print" if "print" in view else "screen"
    )
    page.goto(address)
    return page, page.evaluate(STYLES)


def whole_sheet(content: Content) -> str:
    """Return our sheets with all their rules."""
    fonts = language_fonts.text(content.languages)
    folder = ROOT / "overrides/assets/stylesheets"
    return "\n".join(fonts if name == "fonts" else (folder / name).read_text("utf-8") for name in assets.OWN)


def differences(chromium: Browser, address: str, view: str, sheet: str) -> list[tuple[str, str]]:
    """Return the first styles that another sheet changes: as they are, and as they would be."""
    context = chromium.new_context(viewport=ViewportSize(width=1280, height=900))
    page, hashes = styled(context, address, view)
    other, expected = styled(context, address, view, sheet)
    assert len(hashes) == len(expected) > 0
    changed = [number for number, pair in enumerate(zip(hashes, expected, strict=True)) if pair[0] != pair[1]]
    return [(page.evaluate(f"styles[{number}]"), other.evaluate(f"styles[{number}]")) for number in changed[:3]]


@pytest.mark.parametrize(
    "view",
    ["light screen", *(pytest.param(each, marks=pytest.mark.nightly) for each in ("dark screen", "light print"))],
)
@pytest.mark.parametrize("place", PLACES)
def test_every_element_looks_as_with_the_whole_sheets(
    chromium: Browser, real_address: str, real_content: Content, place: str, view: str
) -> None:
    """Leaving out rules is safe: the computed styles of all elements are the same before and after."""
    assert differences(chromium, real_address + place, view, whole_sheet(real_content)) == []


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        pytest.param(".foot a{letter-spacing:1px}", True, id="one property"),
        pytest.param("h1::before{content:'x';letter-spacing:1px}", True, id="something before an element"),
        pytest.param("@media (prefers-color-scheme:dark){h1{color:#abc}}", False, id="the other scheme"),
    ],
)
def test_one_rule_more_is_seen(
    chromium: Browser,
    real_address: str,
    real_content: Content,
    rule: str,
    seen: bool,  # noqa: FBT001 - a row
) -> None:
    assert bool(differences(chromium, f"{real_address}/", "light screen", whole_sheet(real_content) + rule)) == seen


@pytest.mark.parametrize("prefix", ["", "en/", "zh-Hant/"])
def test_a_first_view_is_light(chromium: Browser, real_site: Path, real_address: str, prefix: str) -> None:
    """16 KB with brotli, 1 of which is for headers, and four requests: what a page may cost on a slow line."""
    page = chromium.new_context(viewport=ViewportSize(width=360, height=740)).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(real_address)))
    page.goto(f"{real_address}/{prefix}help/first-hour/", wait_until="networkidle")

    files = [real_site / (f"{each}index.html" if each.endswith("/") else each).lstrip("/") for each in asked]
    assert len(files) <= 4
    assert sum(len(brotli.compress(path.read_bytes())) for path in files) <= 15 * 1024
    assert f"/{assets.SHEET}" in asked


def test_the_site_carries_nothing_that_no_page_uses(real_site: Path) -> None:
    # What is not in a page is fetched by a script; the rows of the search are named by their language.
    naming = [path for kind in ("html", "js") for path in real_site.rglob(f"*.{kind}")]
    named = "".join(path.read_text("utf-8") for path in naming)
    files = [path for path in (real_site / "assets").rglob("*") if path.is_file() and path.parent.name != "search"]
    # The engine of search puts the end of a name to it itself, and for what only one language needs the beginning too.
    stems = {path.name: {path.stem, path.stem.partition("-")[2] or path.stem} for path in files}
    asked = {
        name: "|".join((rf"/{re.escape(name)}\b", *(f'"{re.escape(each)}"' for each in sorted(parts))))
        for name, parts in stems.items()
    }
    left = [name for name, words in asked.items() if not re.search(words, named)]

    assert [name for name in left if name != "redirect.js"] == []
