"""A language that the handbook does not have yet, from the command to the phone of a reader."""

import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

import pseudo
from making import ROOT, served, small_site
from once import once
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.reading import mkdocs_config

DAY = ["--today", "2026-11-23"]
NAMES = {"en-XA": ["--name", "Éñģłîšĥ", "--direction", "ltr"], "ar-XB": ["--name", "ىنغلىسه", "--direction", "rtl"]}
DIRECTIONS = {"en-XA": "ltr", "ar-XB": "rtl"}
PHONE, DESK = (360, 740), (1280, 900)
LICENCE = "CC BY-SA 4.0"
UNTRANSLATED = "第二页"
"""The title of the page that no language has translated, which menus show in the language it is in."""


OVERLAPS = """() => {
    const parts = [...document.querySelectorAll(".head__inner > *")]
    const boxes = parts.map(each => [each, each.getBoundingClientRect()])
    return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${one.innerText} / ${other.innerText}`))
}"""
"""What lies over something else in the head of a page."""


def publish(root: Path, pages: list[str], codes: Iterable[str] = NAMES, day: Sequence[str] = DAY) -> None:
    """Make languages, translate these pages and all words, and publish."""
    for code in codes:
        assert main.main(["new-language", code, *NAMES[code]], root) == ExitCode.CLEAN
        pseudo.fill(root, code, pages)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("build: false", "build: true"), encoding="utf-8")
    assert main.main(["site", *day], root) == ExitCode.CLEAN


@pytest.fixture(scope="module")
def site(shared: Path) -> Path:
    """Return the miniature site with both languages, built."""

    def make(root: Path) -> None:
        english = small_site(root) / "docs/en"
        publish(root, [path.relative_to(english).as_posix() for path in english.rglob("*.md")])

    return once(shared / "pseudo", make) / "site"


def seen(path: Path, code: str) -> str:
    """Return what a page says in its own language: its text and the names of its parts."""
    html = LexborHTMLParser(path.read_text(encoding="utf-8"))
    for node in html.css(f"script, style, [lang]:not([lang='{code}'])"):
        node.decompose()
    named = [node.attributes.get(key) or "" for key in ("aria-label", "alt", "title") for node in html.css(f"[{key}]")]
    title = html.css_first("title")
    assert title
    assert html.body
    text = "\n".join([title.text(), html.body.text(separator="\n"), *named]).replace(LICENCE, "")
    return re.sub(r"https?://\S+", "", text)


def texts(folder: Path) -> set[str]:
    """Return every text of a language's own files that a reader may see."""

    def leaves(value: object) -> set[str]:
        if isinstance(value, dict):
            return {text for key, child in value.items() if key != "pinyin" for text in leaves(child)}
        return {value.strip()} if isinstance(value, str) and "{" not in value else set()

    return {text for path in folder.glob("*.yml") for text in leaves(yaml.safe_load(path.read_text("utf-8")))}


@pytest.mark.parametrize("code", NAMES)
def test_the_page_says_its_language_and_direction(site: Path, code: str) -> None:
    html = LexborHTMLParser((site / code / "help/first/index.html").read_text("utf-8"))

    assert html.root
    assert html.body
    assert (html.root.attributes["lang"], html.root.attributes["dir"]) == (code, DIRECTIONS[code])


def test_no_letter_of_another_language_is_left_on_a_page(site: Path) -> None:
    """Every string comes from the language's folder, the theme's too: what did not would be Latin or Chinese."""
    pages = list((site / "ar-XB").rglob("*.html"))
    left = {path: re.findall("[A-Za-z\u4e00-\u9fff]+", seen(path, "ar-XB").replace(UNTRANSLATED, "")) for path in pages}

    assert len(pages) == 13
    assert {path: found for path, found in left.items() if found} == {}


def test_no_english_or_chinese_string_is_left_on_an_accented_page(site: Path) -> None:
    for path in (site / "en-XA").rglob("*.html"):
        lines = set(map(str.strip, seen(path, "en-XA").split("\n")))
        foreign = texts(site.parent / "docs/en/_data") | texts(site.parent / "docs/zh/_data")
        assert {line for line in lines & foreign if re.search(r"[^\W\d_]", line)} == set()


def test_accented_texts_are_a_third_longer() -> None:
    english = (ROOT / "docs/en/index.md").read_text("utf-8").split("---\n", 2)[2]
    plain = re.sub(r"\]\([^)]*\)|\{[^}]*\}|[\[\]]", "", english)

    assert len(pseudo.accented(plain)) / len(plain) >= pseudo.LONGER


@pytest.mark.parametrize("code", NAMES)
def test_a_phone_shows_a_page_without_sideways_scrolling(chromium: Browser, site: Path, code: str) -> None:
    with served(site) as address:
        page = chromium.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
        for place in ("", "help/first/", "channels/", "faq/", "laws/", "help/second/"):
            page.goto(f"{address}/{code}/{place}")
            width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert (place, width) == (place, 0)
            assert (place, page.evaluate(OVERLAPS)) == (place, [])


@pytest.mark.parametrize("code", NAMES)
def test_the_menu_stands_where_reading_begins(chromium: Browser, site: Path, code: str) -> None:
    """On the left of the text, or on its right where the script runs from there."""
    with served(site) as address:
        page = chromium.new_page(viewport={"width": DESK[0], "height": DESK[1]})
        page.goto(f"{address}/{code}/help/first/")
        menu, text = (page.locator(each).bounding_box() for each in ("nav.menu", "article"))

    assert menu
    assert text
    assert ("rtl" if menu["x"] > text["x"] else "ltr") == DIRECTIONS[code]


@pytest.mark.nightly
def test_the_handbook_s_own_first_set_is_enough_to_publish(tmp_path: Path) -> None:
    """Its links into pages that are not translated yet land on a notice that has their sections."""
    for name in ("scripts", "overrides", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    entries = [ROOT / "docs/en" / name for name in mkdocs_config.load(ROOT).first]
    files = [file for entry in entries for file in ([entry] if entry.is_file() else sorted(entry.glob("*.md")))]
    first = [file.relative_to(ROOT / "docs/en").as_posix() for file in files]

    # No page of it has a day in the future, seen from today.
    publish(tmp_path, first, ["ar-XB"], ())

    assert not (tmp_path / "docs/ar-XB/laws.md").exists()
    laws = tmp_path / "site/ar-XB/laws"
    assert 'id="pipl-45"' in (laws / "index.html").read_text("utf-8")
    assert 'id="pipl-45"' in (laws / "pipl/index.html").read_text("utf-8")


def test_the_handbook_does_not_publish_them() -> None:
    assert not {language.code for language in mkdocs_config.load(ROOT).languages} & NAMES.keys()
