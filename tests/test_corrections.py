"""The corrections of the article that the handbook began with: each topic of it has a page that answers it."""

import itertools
import posixpath
import re

import pytest

from sitebuild.model.content import Content
from sitebuild.model.page import Page

PAGE = "about/corrections.md"
LEFT_OUT = {"zh": "未保留", "en": "Not kept"}
"""How a row begins whose topic the handbook has no page for; a reason follows."""
SHORTEST_ANSWER = {"": 600, "#": 60}
"""The fewest characters of a whole page and of a section that answer something; less is a stub."""
LINK = re.compile(r"\]\(([^):]+)\)")
CLAIM = re.compile(r"^- \*\*(\d+)", re.MULTILINE)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_topic_of_the_article_leads_to_a_page_that_answers_it(real_content: Content, code: str) -> None:
    pages = {page.name: page for page in real_content.pages_in(code)}

    for row in rows(pages[PAGE]):
        targets = LINK.findall(row[-1])
        assert targets or row[-1].startswith(LEFT_OUT[code]), row
        assert [target for target in targets if is_stub(pages, target)] == [], row


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("../rights/nothing.md", id="no such page"),
        pytest.param("../help/first-hour.md#nothing", id="no such section"),
        pytest.param("../tools/letter-writer.md#sources", id="a section of a few words"),
    ],
)
def test_what_answers_nothing_is_a_stub(real_content: Content, target: str) -> None:
    assert is_stub({page.name: page for page in real_content.pages_in("zh")}, target)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("../help/first-hour.md", id="a page"),
        pytest.param("../help/loan-in-purchase.md#kinds", id="a section that consists of smaller ones"),
        pytest.param("#links", id="a section of the page itself"),
    ],
)
def test_what_answers_is_no_stub(real_content: Content, target: str) -> None:
    assert not is_stub({page.name: page for page in real_content.pages_in("zh")}, target)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_no_section_of_the_article_is_dropped_from_the_map(real_content: Content, code: str) -> None:
    """Its introduction, the sections of its three parts, and the groups of links at its end."""
    page = next(page for page in real_content.pages_in(code) if page.name == PAGE)
    parts = [row[0].replace("，", ",").split(",")[0] for row in rows(page)]

    assert [len(list(group)) for _, group in itertools.groupby(parts)] == [1, 6, 6, 8, 5]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_claim_of_the_article_has_its_number(real_content: Content, code: str) -> None:
    page = next(page for page in real_content.pages_in(code) if page.name == PAGE)

    assert [int(number) for number in CLAIM.findall(page.source)] == list(range(1, 61))


def rows(page: Page) -> list[list[str]]:
    """Return the cells of each row of the map."""
    text = next(section.text for section in page.sections if section.anchor == "map")
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def is_stub(pages: dict[str, Page], target: str) -> bool:
    """Tell whether an address of the map leads to nothing, or to less than an answer."""
    path, mark, anchor = target.partition("#")
    page = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(PAGE), path)) if path else PAGE)
    return page is None or len("".join(answer(page, anchor).split())) < SHORTEST_ANSWER[mark]


def answer(page: Page, anchor: str) -> str:
    """Return the text of a page, or of one of its sections with those below it; empty if there is none such."""
    if not anchor:
        return "".join(section.text for section in page.sections)
    levels = {heading.anchor: heading.level for heading in page.headings if not heading.nested}
    later = itertools.dropwhile(lambda section: section.anchor != anchor, page.sections)
    first = next(later, None)
    below = itertools.takewhile(lambda section: levels[section.anchor] > levels[anchor], later)
    return first.text + "".join(section.text for section in below) if first else ""
