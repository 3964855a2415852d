"""One fault at a time in the miniature site: each stops the build and names the author's line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from making import change, fingerprints, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

FIRST = "docs/zh/help/first.md"
HTML = (
    'pages use <span lang="en">, <div class="…" markdown>, <wbr>, <br> and <kbd> only; write it in Markdown'
    " [html-forbidden]"
)


def replacing(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: change(root, name, old, new)


def adding(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: change(root, name, "1. ", f"{text}\n\n1. ")


PLANTED = [
    pytest.param(
        replacing("docs/zh/index.md", "help/first.md#call", "help/frist.md"),
        "docs/zh/index.md:7:9: “help/frist.md” leads to a file that does not exist; correct the path [link-broken]",
        id="a missing page",
    ),
    pytest.param(
        replacing("docs/en/index.md", "first.md#call", "first.md#phone"),
        "docs/en/index.md:9:23: “help/first.md#phone” points to a section that does not exist;"
        " use an id of that page [anchor-unknown]",
        id="a missing anchor",
    ),
    pytest.param(
        replacing(FIRST, "[链接](#call)", "[链接](#cal)"),
        f"{FIRST}:17:37: “#cal” points to a section that does not exist; use an id of that page [anchor-unknown]",
        id="a missing anchor on the same page",
    ),
    pytest.param(
        replacing("docs/zh/index.md", "circle.svg", "cirle.svg"),
        "docs/zh/index.md:10:8: “../assets/cirle.svg” leads to a file that does not exist;"
        " correct the path [link-broken]",
        id="a missing image",
    ),
    pytest.param(
        replacing("docs/zh/help/second.md", "什么时候有英文？", "先打哪个电话？"),
        "docs/zh/help/second.md:9:1: “先打哪个电话？” is asked at docs/zh/help/first.md:10 already;"
        " merge the two or ask differently [question-doubled]",
        id="a duplicate question",
    ),
    pytest.param(
        replacing("docs/en/help/first.md", "{#steps}", "{#what}"),
        "docs/en/help/first.md:25:1: #what is not a section of docs/zh/help/first.md;"
        " its sections are #steps [section-unknown-in-source]",
        id="a section id that differs in English",
    ),
    pytest.param(
        adding(FIRST, '<a href="../gone/">旧页</a>'),
        f'{FIRST}:21:1: “<a href="../gone/">” is not used: {HTML}',
        id="a link in raw HTML",
    ),
    pytest.param(
        adding(FIRST, '<img src="gone.png" alt="">'),
        f'{FIRST}:21:1: “<img src="gone.png" alt="">” is not used: {HTML}',
        id="a picture in raw HTML",
    ),
    pytest.param(
        adding(FIRST, "<h1>又一个标题</h1>"),
        f"{FIRST}:21:1: “<h1>” is not used: {HTML}",
        id="a second title in raw HTML",
    ),
    pytest.param(
        replacing("docs/zh/help/second.md", "title: 第二页", "title: 第一步"),
        "docs/zh/help/second.md:2:1: the title is also that of help/first/;"
        " give every page a title of its own [title-doubled]",
        id="a doubled title",
    ),
    pytest.param(
        replacing("mkdocs.yml", "      - help/second.md\n", ""),
        "docs/zh/help/second.md:9:1: add help/second.md to nav in mkdocs.yml;"
        " a page outside the menu is not in the index [question-outside-menu]",
        id="a question on a page outside the menu",
    ),
    pytest.param(
        lambda root: write(root, {"docs/zh/help/third.md": (root / FIRST).read_text("utf-8").split("##")[0]}),
        "docs/zh/help/third.md:1:1: add help/third.md to nav in mkdocs.yml,"
        " or no reader will find this page [page-outside-menu]",
        id="a page outside the menu",
    ),
    pytest.param(
        replacing(FIRST, "[](phone:110)，没有", "12363，没有"),
        f"{FIRST}:12:8: write [](phone:12363) instead of 12363 [hotline-typed]",
        id="a bare hotline",
    ),
    pytest.param(
        replacing(FIRST, "law:pipl/13,47", "law:pipl/99"),
        f"{FIRST}:26:29: “pipl” has no article 99 in laws.yml; it has “13” or “47”"
        " (register the article with its gist if it exists) [reference-unknown]",
        id="an article that the law does not have",
    ),
    pytest.param(
        replacing(FIRST, "law:pipl/13,47", "law:psap-2012/42"),
        f"{FIRST}:26:29: “psap-2012” is repealed and cannot be cited as in force;"
        " write (law:psap/50) [reference-unknown]",
        id="a repealed law",
    ),
    pytest.param(
        adding(FIRST, "证件号" + "11010519491231" + "002X"),
        f"{FIRST}:21:4: this is a resident ID that the checksum accepts;"
        " mask digits, as in 138****0000 or 1101**********000X [personal-data]",
        id="an ID that may be somebody's",
    ),
    pytest.param(
        replacing("docs/_data/laws.yml", "status: repealed", "status: in-force"),
        "docs/_data/laws.yml:16:1: psap-2012: a text with superseded_by cannot be in force [successor-of-law-in-force]",
        id="a repealed law called in force",
    ),
    pytest.param(
        replacing("mkdocs.yml", "- help/second.md", "- help/secnd.md\n      - help/second.md"),
        "mkdocs.yml:33:9: nav names help/secnd.md, which does not exist; write help/second.md [nav-page-missing]",
        id="a menu entry without a page",
    ),
]


@pytest.mark.parametrize(("plant", "line"), PLANTED)
def test_a_fault_stops_the_build_on_its_line(
    small: Path, capsys: pytest.CaptureFixture[str], plant: Callable[[Path], object], line: str
) -> None:
    """An author reads one line, goes to the place and types what it says."""
    plant(small)

    code = main.main(["all", "--today", "2026-11-23"], small)

    assert line in capsys.readouterr().out.splitlines()
    assert code == ExitCode.PROBLEMS


def test_a_failed_build_leaves_the_last_good_site(small: Path) -> None:
    """Whoever serves site/ keeps serving a good one."""
    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN
    before = fingerprints(small / "site")
    change(small, FIRST, "1. ", '<a href="gone/">旧页</a>\n\n1. ')

    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.PROBLEMS
    assert fingerprints(small / "site") == before
    assert [path.name for path in small.iterdir() if path.name.startswith(".site-")] == []


def test_a_page_that_is_not_translated_is_listed_and_no_fault(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["check"], small)

    assert "not yet in English (1): help/second.md" in capsys.readouterr().err
    assert code == ExitCode.CLEAN
