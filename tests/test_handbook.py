"""Promises about the handbook's own text that no single rule states."""

import itertools
import json
import posixpath
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitebuild.building.blocks import question_index
from sitebuild.linkcheck import fast_parser
from sitebuild.model.content import Content

FEWEST_QUESTIONS = 270


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_each_language_answers_at_least_as_many_questions_as_promised(real_content: Content, code: str) -> None:
    assert len(list(question_index.entries(real_content, code))) >= FEWEST_QUESTIONS


@pytest.mark.parametrize("code", ["en", "zh-Hant"])
def test_all_languages_answer_the_same_questions(real_content: Content, code: str) -> None:
    """In the same order; a question that is not translated yet waits for its translator."""
    chinese, others = ([each.route for each in question_index.entries(real_content, one)] for one in ("zh", code))

    assert others == [route for route in chinese if route in set(others)]


@pytest.mark.parametrize("place", ["faq.json", "en/faq.json", "zh-Hant/faq.json"])
def test_every_published_question_lands_on_its_answer(real_site: Path, place: str) -> None:
    document = json.loads((real_site / place).read_text(encoding="utf-8"))

    for entry in document["questions"]:
        route, _, anchor = entry["url"].split("/", 3)[3].partition("#")
        assert f'id="{anchor}"' in (real_site / route / "index.html").read_text(encoding="utf-8")


def test_every_guide_page_names_its_sources(real_content: Content) -> None:
    """A statement of law without its source is a rumour."""
    guides = [page for page in real_content.pages if page.folder not in ("", "about") and not page.law]

    assert [page.path for page in guides if "sources" not in [heading.anchor for heading in page.headings]] == []


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_the_message_to_relatives_is_the_same_wherever_it_is_printed(real_content: Content, code: str) -> None:
    """Who has two versions before him in the first hour wonders which one to send."""
    sections = {
        (page.name, section.anchor): section.text for page in real_content.pages_in(code) for section in page.sections
    }
    message, copied = (
        _first_quotation(sections[place])
        for place in (("help/contacts-called.md", "first-hour"), ("help/first-hour.md", "contacts-called"))
    )

    assert message
    assert copied == message


def _first_quotation(markdown: str) -> list[str]:
    lines = (line.strip() for line in markdown.splitlines())
    return list(itertools.takewhile(_is_quoted, itertools.dropwhile(lambda line: not _is_quoted(line), lines)))


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def test_every_help_page_and_letter_names_what_comes_next(real_content: Content) -> None:
    """Whoever has done what a page says is tired, and should not have to look for the next door in a menu."""
    pages = [page for page in real_content.pages_in("zh") if page.folder in ("help", "letters")]

    assert pages
    assert [page.path for page in pages if not 1 <= len(page.next_pages) <= 2] == []


@pytest.mark.parametrize("place", ["laws", "en/laws"])
def test_a_law_of_unknown_force_is_not_called_in_force(real_site: Path, real_content: Content, place: str) -> None:
    """Readers quote what they find here to officials, who know better."""
    index = LexborHTMLParser((real_site / place / "index.html").read_text(encoding="utf-8"))
    interface = real_content.interface["en" if place.startswith("en/") else "zh"]
    unknown = [key for key, law in real_content.registers.laws.items() if law.status == "unconfirmed"]
    lines = [node.text() for key in unknown for node in index.css(f"#{key}")]
    pages = [(real_site / place / key / "index.html").read_text(encoding="utf-8") for key in unknown]
    entries = [*lines, *(page.partition("<article")[2].partition("</article")[0] for page in pages)]

    assert len(entries) == 2 * len(unknown) > 0
    assert all(interface["status_unconfirmed"] in entry for entry in entries)
    assert not any(interface["status_in-force"] in entry for entry in entries)


def test_no_page_makes_the_link_checker_wait_for_the_parser(real_site: Path) -> None:
    """Our templates are well formed; a page that is not would be read more slowly, and surprise a browser."""
    pages = sorted(real_site.rglob("*.html"))

    assert [
        page.relative_to(real_site).as_posix()
        for page in pages
        if fast_parser.parse_if_plain(page.read_bytes()) is None
    ] == []


IN_REACH = ("help/first-hour/", "help/which-door/", "help/family-and-colleagues/", "tools/evidence-log/")


@pytest.mark.parametrize("prefix", ["", "en/", "zh-Hant/"])
def test_help_is_three_clicks_from_home(real_site: Path, real_content: Content, prefix: str) -> None:
    """By links that stand in the pages: no script is needed to get there."""
    letters = [page.route for page in real_content.pages_in("zh") if page.folder == "letters"]
    reached = {prefix}
    for _ in range(3):
        reached |= {link for place in reached for link in links(real_site, place)}

    assert letters
    assert [route for route in (*IN_REACH, *letters) if prefix + route not in reached] == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_whoever_does_not_know_where_to_look_is_offered_every_situation(real_content: Content, code: str) -> None:
    """A page that neither list names is found by those alone who know its title."""
    page = real_content.page(code, "help/index.md")
    assert page
    listed = {posixpath.normpath(posixpath.join(page.folder, link.target.partition("#")[0])) for link in page.links}
    asked = {plan.page.partition("#")[0] for plan in real_content.registers.plans.values()}
    situations = {each.name for each in real_content.pages_in(code) if each.folder == "help"}

    assert situations - listed <= {"help/index.md", "help/first-hour.md"}
    assert situations - asked <= {"help/index.md", "help/first-hour.md"}


def links(site: Path, place: str) -> list[str]:
    """Return the pages that the text of a page links to, as addresses below the site."""
    html = LexborHTMLParser((site / place / "index.html").read_text(encoding="utf-8"))
    targets = [node.attributes["href"] or "" for node in html.css("article a[href]")]
    paths = [posixpath.normpath(posixpath.join(place, target.partition("#")[0])) for target in targets]
    return [f"{path}/" for path in paths if (site / path / "index.html").is_file()]
