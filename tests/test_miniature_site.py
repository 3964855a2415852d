"""The miniature site, built by real MkDocs: what readers get."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import change, fingerprints, small_site, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

SITE_URL = "http://127.0.0.1:8000/"
SERVE_SECONDS = 60
DAY = ["--today", "2026-11-23"]
"""Facts are judged by this day, so that no test grows old."""


def page(root: Path, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((root / "site" / place).read_text(encoding="utf-8"))


def index_entries(root: Path, place: str) -> list[tuple[str, str, str]]:
    """Return question, answer and address of every line of an index page."""
    found = []
    for entry in page(root, place).css("article details.question"):
        question, link, answer = entry.css_first("summary"), entry.css_first("p a:last-child"), entry.css_first("p")
        assert question and link and answer, f"{place}: an entry lacks its question, its answer or its link"  # noqa: PT018
        said = answer.text().removesuffix(link.text()).strip()
        found.append((question.text(), said, link.attributes["href"] or ""))
    return found


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (
            "faq/index.html",
            [
                ("先打哪个电话？", "有人身危险先打110，没有危险先联系银行。", "../help/first/#call"),
                (
                    "能只写“A & B <c>”吗？",
                    "可以写“A & B <c>”，星号、代码和链接都会变成普通文字。",
                    "../help/first/#signs",
                ),
                (
                    "什么时候有英文？",
                    "有人翻译了这一页以后，英文读者才会在英文网站里看到它。",
                    "../help/second/#when-english",
                ),
            ],
        ),
        (
            "en/faq/index.html",
            [
                (
                    "Whom do I call first?",
                    "Call 110 if somebody is in danger, and otherwise your bank.",
                    "../help/first/#call",
                ),
                (
                    "May I write “A & B <c>”?",
                    "You may write “A & B <c>”; asterisks, code and links turn into plain text.",
                    "../help/first/#signs",
                ),
            ],
        ),
    ],
    ids=["Chinese", "English"],
)
def test_the_index_lists_every_question_of_its_language(
    miniature: Path, place: str, expected: list[tuple[str, str, str]]
) -> None:
    """A question whose page is not translated is not in that language's index."""
    assert index_entries(miniature, place) == expected


@pytest.mark.parametrize(("place", "data"), [("faq/index.html", "faq.json"), ("en/faq/index.html", "en/faq.json")])
def test_page_json_and_structured_data_say_the_same(miniature: Path, place: str, data: str) -> None:
    """Data that differed from the visible text would be a lie to whoever reads it."""
    visible = [(question, answer) for question, answer, _ in index_entries(miniature, place)]
    script = page(miniature, place).css_first('script[type="application/ld+json"]')
    assert script is not None
    structured = json.loads(script.text())
    published = json.loads((miniature / "site" / data).read_text(encoding="utf-8"))

    assert [(each["name"], each["acceptedAnswer"]["text"]) for each in structured["mainEntity"]] == visible
    assert [(each["question"], each["answer"]) for each in published["questions"]] == visible
    assert [each["url"] for each in structured["mainEntity"]] == [each["url"] for each in published["questions"]]
    assert structured["@type"] == "FAQPage"


def test_every_address_in_the_index_lands_on_its_answer(miniature: Path) -> None:
    published = json.loads((miniature / "site/faq.json").read_text(encoding="utf-8"))

    for entry in published["questions"]:
        route, _, anchor = entry["url"].removeprefix(SITE_URL).partition("#")
        heading = page(miniature, f"{route}index.html").css_first(f"#{anchor}")
        assert heading is not None
        assert heading.text().strip() == entry["question"]


def test_chinese_lines_are_printed_without_a_gap(miniature: Path) -> None:
    paragraph = page(miniature, "help/first/index.html").css_first("article p")

    assert paragraph is not None
    assert paragraph.text() == "第一句话。第二句话紧接着第一句。"


def test_an_untranslated_page_tells_the_truth(miniature: Path) -> None:
    """A notice in English, the Chinese text marked as Chinese, not to be indexed, and the way to the source."""
    notice = page(miniature, "en/help/second/index.html")
    article = notice.css_first("article")

    assert article is not None
    assert "This page has not been translated into English yet." in article.text()
    text = article.css_first('div[lang="zh"][dir="ltr"]')
    assert text is not None
    assert "这一页只有中文" in text.text()
    assert (notice.root.attributes["lang"] if notice.root else None) == "en"
    assert notice.css_first('meta[name="robots"][content^="noindex"]') is not None
    assert notice.css_first('link[rel="canonical"]') is None
    link = article.css_first('a[hreflang="zh"]')
    assert link is not None
    assert link.attributes["href"] == "../../../help/second/"
    assert "什么时候有英文" not in (miniature / "site/en/faq.json").read_text(encoding="utf-8")


def test_translations_are_offered_only_where_they_exist(miniature: Path) -> None:
    """In the page's head and in the sitemap."""
    both, only = page(miniature, "help/first/index.html"), page(miniature, "help/second/index.html")
    sitemap = (miniature / "site/sitemap.xml").read_text(encoding="utf-8")

    assert [node.attributes["hreflang"] for node in both.css("link[hreflang]")] == ["zh", "x-default", "en", "zh-Hant"]
    assert [node.attributes["hreflang"] for node in only.css("link[hreflang]")] == ["zh", "x-default", "zh-Hant"]
    assert f"{SITE_URL}en/help/first/" in sitemap
    assert f"{SITE_URL}en/help/second/" not in sitemap
    assert sitemap.count("<loc>") == 35
    assert f'hreflang="en" href="{SITE_URL}en/help/first/"' in sitemap
    assert f'hreflang="zh" href="{SITE_URL}help/first/"' in sitemap
    assert 'href=""' not in sitemap


def test_the_menu_is_translated(miniature: Path) -> None:
    """Pages carry their own title; sections are translated in mkdocs.yml."""
    menu = page(miniature, "en/help/first/index.html").css_first("nav.menu")

    assert menu is not None
    words = menu.text()
    assert "Help" in words
    assert "First step" in words
    assert "求助" not in words


def test_the_page_not_found_at_the_root_is_in_the_source_language_and_leads_home_in_all(miniature: Path) -> None:
    """Many hosts know only that one."""
    missing = page(miniature, "404.html")
    homes = [node.attributes["href"] for node in missing.css(".ways a:first-child")]

    assert (missing.root.attributes["lang"] if missing.root else None) == "zh"
    assert homes == ["/", "/en/", "/zh-Hant/"]
    assert [len(missing.css(f"article div[lang={code}] a[href^='tel:']")) for code in ("zh", "en", "zh-Hant")] == [
        2
    ] * 3


@pytest.mark.parametrize("code", ["en", "zh-Hant"])
def test_a_translation_has_a_page_not_found_of_its_own(miniature: Path, code: str) -> None:
    missing = page(miniature, f"{code}/404.html")

    assert (missing.root.attributes["lang"] if missing.root else None) == code
    assert [node.attributes["href"] for node in missing.css(".ways a:first-child")] == [f"/{code}/"]
    assert [node.attributes["lang"] for node in missing.css("article div[lang]")] == [code]
    assert missing.css("article a[href^='tel:']")


def test_pages_load_only_the_handbook_s_own_files(miniature: Path) -> None:
    for place in (miniature / "site").rglob("*.html"):
        html = LexborHTMLParser(place.read_text(encoding="utf-8"))
        assert {node.text() for node in html.css("script:not([type='application/ld+json']), style")} == {""}
        assert html.css("[style], [onclick]") == []
        loaded = [
            node.attributes.get("src") or node.attributes.get("href")
            for node in html.css("[src], link[rel=stylesheet], link[rel=icon]")
        ]
        assert [address for address in loaded if address and re.match(r"(https?:)?//", address)] == []


def test_words_of_the_interface_are_not_published_as_files(miniature: Path) -> None:
    assert [place for place in fingerprints(miniature / "site") if "_data" in place] == []


def test_the_edit_link_opens_the_page_s_own_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The original's where the text is converted from it, or stands in for a translation that is not there."""
    monkeypatch.setenv("REPO_URL", "https://forge.example/handbook/")
    write(small, {"docs/zh-Hant/help/second.md": (small / "docs/zh/help/second.md").read_bytes()})
    assert main.main(["translated", "docs/zh-Hant/help/second.md"], small) == ExitCode.CLEAN

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN

    for place, file in {
        "help/first/index.html": "zh/help/first.md",
        "en/index.html": "en/index.md",
        "en/help/second/index.html": "zh/help/second.md",
        "zh-Hant/help/first/index.html": "zh/help/first.md",
        "zh-Hant/help/second/index.html": "zh-Hant/help/second.md",
        "faq/index.html": "zh/faq.md",
        "zh-Hant/faq/index.html": "zh/faq.md",
    }.items():
        link = page(small, place).css_first('a[rel~="edit"]')
        assert link is not None
        assert link.attributes["href"] == f"https://forge.example/handbook/edit/main/docs/{file}"


def test_a_site_below_a_path_finds_its_files(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Project pages of a forge are served below the project's name."""
    monkeypatch.setenv("SITE_URL", "https://pages.example/handbook/")

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN
    assert [node.attributes["href"] for node in page(small, "404.html").css(".ways a:first-child")] == [
        "/handbook/",
        "/handbook/en/",
        "/handbook/zh-Hant/",
    ]


def test_two_builds_are_the_same_to_the_byte(miniature: Path, tmp_path: Path) -> None:
    """Only then does a difference between two published sites mean a change of content."""
    again = small_site(tmp_path)

    assert main.main(["site", *DAY], again) == ExitCode.CLEAN
    assert fingerprints(again / "site") == fingerprints(miniature / "site")


def test_languages_that_are_built_at_once_are_the_same_to_the_byte(miniature: Path, tmp_path: Path) -> None:
    """The tests' own process has threads, so it builds one after the other; a command forks a process a language."""
    again = small_site(tmp_path)
    command = [sys.executable, str(again / "scripts/build.py"), "site", *DAY]

    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert run.returncode == ExitCode.CLEAN, run.stdout + run.stderr
    assert fingerprints(again / "site") == fingerprints(miniature / "site")


def test_mkdocs_serve_shows_what_a_build_publishes(miniature: Path) -> None:
    """Writers look at `mkdocs serve`; what they see must be what readers get."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_TODAY": DAY[1]}
    with subprocess.Popen(
        command, cwd=miniature, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as serving:
        try:
            pages = [place for place in fingerprints(miniature / "site") if place.endswith("index.html")]
            served = {place: fetch(f"http://127.0.0.1:{port}/{place.removesuffix('index.html')}") for place in pages}
        finally:
            serving.terminate()

    assert "zh-Hant/help/second/index.html" in served
    for place, html in served.items():
        built = (miniature / "site" / place).read_text(encoding="utf-8")
        assert html.replace(f"http://127.0.0.1:{port}/", SITE_URL) == built


def fetch(address: str) -> str:
    """Return what a server of this machine answers, once it is up."""
    deadline = time.monotonic() + SERVE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_a_new_file_is_seen_without_a_restart(small: Path) -> None:
    """Content is read anew for every build, as `mkdocs serve` needs it."""
    assert main.main(["site", *DAY], small) == ExitCode.CLEAN
    change(small, "docs/zh/help/second.md", "什么时候有英文？", "英文版在哪里？")

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN
    assert "英文版在哪里？" in (small / "site/faq/index.html").read_text(encoding="utf-8")
