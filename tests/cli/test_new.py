"""The command `new`: what it begins passes the checks but for the text that is left to write."""

from pathlib import Path

import pytest

from making import change, fingerprints
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

PAGE, ZH, EN = "help/third.md", "docs/zh/help/first.md", "docs/en/help/first.md"
TITLE = [
    "--title",
    "第三页：有“引号”和#号",
    "--description",
    "写给想知道第三页有什么的人，读完你会知道先做什么、再做什么。",
]
ASK = ["new", "question", "help/first.md", "--id", "how-long", "--ask", "要等多久？"]
ANSWER = ["--answer", "一般要等几天，具体看对方的答复，先把日期记下来。"]
ENGLISH = [
    "--in",
    "en",
    "How long does it take?",
    "It takes some days, depending on the answer; write the day down first.",
]


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_a_page_is_begun_and_stands_in_the_menu(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["new", "page", PAGE, *TITLE], small) == ExitCode.CLEAN
    assert capsys.readouterr().out.startswith("docs/zh/help/third.md: write the page here")
    assert "      - help/second.md\n      - help/third.md\n" in text(small, "mkdocs.yml")
    assert main.main(["check"], small) == ExitCode.CLEAN


def test_a_page_without_its_sentence_waits_for_it(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check says where, so nothing unfinished is published in silence."""
    assert main.main(["new", "page", PAGE, *TITLE[:2]], small) == ExitCode.CLEAN
    capsys.readouterr()
    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert "docs/zh/help/third.md:3:1: write the description" in capsys.readouterr().out


def test_a_question_stands_before_the_sources_in_every_language_given(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left to record: the translation is as new as its source."""
    for path, heading in ((ZH, "## 依据 {#sources}"), (EN, "## Sources {#sources}")):
        change(small, path, "<!-- sources -->", f"{heading}\n\n<!-- sources -->")
    assert main.main(["translated", EN], small) == ExitCode.CLEAN
    assert main.main([*ASK, *ANSWER, *ENGLISH], small) == ExitCode.CLEAN
    assert "## 要等多久？ {#how-long .faq}\n\n一般要等几天" in text(small, ZH)
    assert text(small, ZH).index("{#how-long .faq}") < text(small, ZH).index("{#sources}")
    assert "  how-long: " in text(small, EN)
    capsys.readouterr()
    assert main.main(["check"], small) == ExitCode.CLEAN
    assert "how-long" not in capsys.readouterr().out


def test_a_page_without_sources_gets_the_question_at_its_end(small: Path) -> None:
    asked = ["new", "question", "docs/zh/help/second.md", "--id", "how-long", "--ask", "要等多久？"]
    assert main.main([*asked, *ANSWER], small) == ExitCode.CLEAN
    assert text(small, "docs/zh/help/second.md").endswith(f"## 要等多久？ {{#how-long .faq}}\n\n{ANSWER[1]}\n")
    assert main.main(["check"], small) == ExitCode.CLEAN


def test_a_question_in_one_language_says_which_other_page_waits(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main([*ASK, *ANSWER], small) == ExitCode.CLEAN
    assert f"{EN}: the question is not here yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["new", "page", "help/first.md", *TITLE], "/help/first.md is there already", id="taken"),
        pytest.param(["new", "page", "Help/New.md", *TITLE], "is no name: folder", id="capitals"),
        pytest.param(["new", "page", "other/new.md", *TITLE], "has no page in the folder", id="no such part"),
        pytest.param(
            [*ASK[:2], "help/none.md", *ASK[3:], *ANSWER], "there is no page docs/zh/help/none.md", id="no page"
        ),
        pytest.param([*ASK[:4], "Wie lang", *ASK[5:], *ANSWER], "is no id", id="no id"),
        pytest.param([*ASK[:4], "call", *ASK[5:], *ANSWER], "#call stands at docs/", id="an id that is taken"),
        pytest.param([*ASK[:6], "先打哪个电话？", *ANSWER], "asks this already", id="a question that is asked"),
        pytest.param([*ASK, *ANSWER, "--in", "fr", "a", "b"], "no page docs/fr/", id="a language that is not there"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_changes(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = fingerprints(small / "docs")
    assert main.main(arguments, small) == ExitCode.USAGE
    error = capsys.readouterr().err
    assert error.startswith("nothing was made: ")
    assert said in error
    assert fingerprints(small / "docs") == before


@pytest.mark.parametrize("arguments", [["new"], ["new", "page", PAGE], ["new", "letter", PAGE]])
def test_a_command_that_is_not_whole_is_wrong_usage(small: Path, arguments: list[str]) -> None:
    assert main.main(arguments, small) == ExitCode.USAGE
