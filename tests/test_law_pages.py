"""Every law has a page in every language; what stood on the index of laws before is found there by its old address."""

import posixpath
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from making import ROOT
from sitebuild.building import overdue
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.model.content import Content
from sitebuild.model.page import Page
from sitebuild.text import references

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
LEDGER = (ROOT / "docs/_data/urls.txt").read_text(encoding="utf-8").split()
DAY = ["--today", "2026-11-23"]
by_language = pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items(), ids=[*LANGUAGES])


def html(site: Path, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / place / "index.html").read_text(encoding="utf-8"))


def one(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the only element that a selector names."""
    (found,) = node.css(selector)
    return found


def leads_to(place: str, link: LexborNode) -> str:
    """Return where a link on a page leads, below the site."""
    path, mark, section = (link.attributes["href"] or "").partition("#")
    return f"{posixpath.normpath(posixpath.join(place, path))}/{mark}{section}"


# --- the pages ---------------------------------------------------------------------------------


@by_language
def test_every_law_has_a_page(real_site: Path, real_content: Content, code: str, prefix: str) -> None:
    """With its title, its articles in their order, and the day when somebody looked."""
    words = real_content.registers.words[code].laws
    for key, law in real_content.registers.laws.items():
        page = html(real_site, f"{prefix}laws/{key}")
        ids = [node.attributes["id"] for node in page.css("article h2")]

        assert one(page, "h1").text() == words[key].title
        assert ids == [references.article_anchor(key, article) for article in law.articles]
        assert one(page, ".checked time").attributes["datetime"] == law.checked.isoformat()
        assert [link.attributes["href"] for link in page.css(f'article a[href="{law.url}"]')] == [law.url] * bool(
            law.url
        )


@by_language
def test_a_page_lists_those_that_cite_it_and_no_others(
    real_site: Path, real_content: Content, code: str, prefix: str
) -> None:
    """A page that states a fact cites the article behind it too."""

    def cites(page: Page, key: str, article: str) -> bool:
        facts = [real_content.registers.facts[each.key] for each in page.references if each.scheme == "fact"]
        behind = {authority for fact in facts for authority in fact.authority}
        named = {(each.key, part) for each in page.references if each.scheme == "law" for part in each.parts or ("",)}
        return (key, article) in named or f"law:{key}/{article}".removesuffix("/") in behind

    pages = [page for page in real_content.pages_in(code) if not page.law]
    for key in ("pipl", "civil-code", "gbt-45251", "psap-2012"):
        place = f"{prefix}laws/{key}"
        listed: dict[str, list[str]] = {}
        article = ""
        for node in html(real_site, place).css("article h2, article details.cited"):
            if node.tag == "h2":
                article = (node.attributes["id"] or "").removeprefix(f"{key}-")
            else:
                listed[article] = [leads_to(place, link) for link in node.css("a")]
        expected = {
            each: [f"{prefix}{page.route}" for page in pages if cites(page, key, each)]
            for each in ("", *real_content.registers.laws[key].articles)
        }

        assert listed == {each: found for each, found in expected.items() if found}


def test_a_page_is_one_like_any_other(miniature: Path) -> None:
    """It has its languages, an address that is its own, a place in the sitemap, and the way back to the index."""
    site = miniature / "site"
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for prefix in LANGUAGES.values():
        page = html(site, f"{prefix}laws/pipl")
        address = f"http://127.0.0.1:8000/{prefix}laws/pipl/"

        assert [node.attributes["hreflang"] for node in page.css("link[hreflang]")] == [
            "zh",
            "x-default",
            "en",
            "zh-Hant",
        ]
        assert one(page, "link[rel=canonical]").attributes["href"] == address
        assert f"<loc>{address}</loc>" in sitemap
        assert 20 <= len(one(page, "meta[name=description]").attributes["content"] or "") <= 180
        assert [leads_to("laws/pipl", link) for link in page.css(".crumbs a")] == ["./", "laws/"]
        assert page.css("button[data-print]")


def test_a_law_without_articles_and_one_that_was_replaced_have_pages(miniature: Path) -> None:
    old, soft = html(miniature / "site", "laws/psap-2012"), html(miniature / "site", "laws/gbt-1")

    assert "已失效。" in one(old, "article").text()
    assert [leads_to("laws/psap-2012", link) for link in old.css("article a")] == ["laws/psap/", "laws/psap/#psap-50"]
    assert "第四十二条现在是《治安管理处罚法》第五十条。" in one(old, "article").text()
    assert "推荐性文件，没有法律约束力。" in one(soft, "article").text()
    assert "大意" not in one(soft, "article").text()


def test_the_edit_link_opens_the_register(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPO_URL", "https://forge.example/handbook/")

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN

    for prefix, code in {"": "zh", "en/": "en", "zh-Hant/": "zh"}.items():
        link = one(html(small / "site", f"{prefix}laws/pipl"), 'a[rel~="edit"]')
        assert link.attributes["href"] == f"https://forge.example/handbook/edit/main/docs/{code}/_data/laws.yml"


def test_readers_are_told_where_a_law_is_overdue(small: Path) -> None:
    """On its page, and on the index, which says what is in force."""
    head, _, after = (small / "docs/_data/laws.yml").read_text(encoding="utf-8").partition("\npsap:")
    (small / "docs/_data/laws.yml").write_text(
        f"{head}\npsap:{after.replace('review_by: 2027-11-01', 'review_by: 2026-11-20', 1)}", encoding="utf-8"
    )

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN

    shown = [
        path.parent.name
        for path in (small / "site").rglob("index.html")
        if 'class="overdue"' in path.read_text("utf-8")
    ]
    assert sorted(shown) == ["laws"] * 3 + ["psap"] * 3


def test_the_law_of_a_page_is_among_what_it_shows(real_content: Content) -> None:
    page = real_content.page("zh", "laws/pipl.md")
    assert page

    assert (
        overdue.shown(real_content, page, overdue.overdue(real_content, date(2030, 1, 1)))
        == real_content.registers.laws["pipl"].checked
    )


# --- the menu ----------------------------------------------------------------------------------


def test_the_menu_lists_the_index_and_no_law(real_site: Path) -> None:
    """A hundred entries more would be heavy, and nobody would read them."""
    for place in ("", "laws", "laws/pipl", "help/first-hour", "en/laws/pipl"):
        menu = one(html(real_site, place), "nav.menu")
        places = [leads_to(place, link) for link in menu.css("a")]

        assert [each for each in places if "laws/" in each] == [f"{'en/' * place.startswith('en/')}laws/"], place


def test_on_the_page_of_a_law_the_menu_shows_where_one_is(miniature: Path) -> None:
    place = "laws/pipl"

    assert [leads_to(place, link) for link in html(miniature / "site", place).css("nav.menu a.is-open")] == ["laws/"]


# --- old addresses -----------------------------------------------------------------------------


@by_language
def test_every_old_anchor_of_the_index_is_at_the_link_to_its_text(real_site: Path, code: str, prefix: str) -> None:
    """So it is found without a script; the script goes on to the same id on the page behind that link."""
    place = f"{prefix}laws"
    index = html(real_site, place)
    lines = {node.attributes["id"]: node for node in index.css("li[data-moved]")}
    known: dict[str, set[str | None]] = {}
    for address in LEDGER:
        page, _, section = address.partition("#")
        if page != f"{place}/" or not section:
            continue
        line = lines.get(section)
        if line is None:
            (inside,) = index.css(f'[id="{section}"]')
            if inside.parent is None or "data-moved" not in inside.parent.attributes:
                assert inside.tag == "h2", address
                continue
            line = inside.parent
        there = leads_to(place, one(line, "a")).rstrip("/")
        if there not in known:
            known[there] = {node.attributes["id"] for node in html(real_site, there).css("[id]")}
        assert section in known[there] or section == line.attributes["id"], address

    assert len(known) > 90, code


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@by_language
def test_a_browser_arrives_at_the_text(
    chromium: Browser, real_address: str, code: str, prefix: str, *, scripts: bool
) -> None:
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    for old, new in {
        "#pipl-47": "pipl/#pipl-47",
        "#civil-code-1032": "civil-code/#civil-code-1032",
        "#gbt-45251": "gbt-45251/",
    }.items():
        page.goto("about:blank")
        page.goto(f"{real_address}/{prefix}laws/{old}")
        if scripts:
            page.wait_for_url(f"{real_address}/{prefix}laws/{new}", timeout=5_000)
        else:
            assert page.url == f"{real_address}/{prefix}laws/{old}"
            box = page.locator(old).bounding_box()
            assert box
            assert 0 <= box["y"] < 700, "the line with the link is in sight"
            assert page.locator(f"li:has({old}) > a, li{old} > a").get_attribute("href") == new.partition("#")[0]

    assert code


def test_a_law_in_the_text_leads_to_its_article(miniature: Path) -> None:
    place = "help/first"
    links = {link.text(): leads_to(place, link) for link in html(miniature / "site", place).css("article a")}

    assert links["《个人信息保护法》第十三条、第四十七条"] == "laws/pipl/#pipl-13"
