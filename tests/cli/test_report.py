"""Problems as people and programs read them."""

import json
import subprocess
import sys
from pathlib import Path

from making import HEAD, ROOT, write
from sitebuild.cli import report
from sitebuild.model.problem import Problem

SECOND = Problem(path="docs/zh/b.md", line=2, column=3, rule="anchor-missing", message="50% “甲”: 乙, 丙")
FIRST = Problem(path="docs/zh/a.md", line=9, rule="box-differs", message="write this")
NOTE = Problem(path="docs/zh/a.md", rule="case-wrong", message="look at this", severity="note")


def test_text_is_one_sorted_line_per_problem() -> None:
    text = report.render([SECOND, FIRST], "text")

    assert text == "docs/zh/a.md:9:1: write this [box-differs]\ndocs/zh/b.md:2:3: 50% “甲”: 乙, 丙 [anchor-missing]"


def test_annotations_escape_what_the_forge_would_misread() -> None:
    text = report.render([SECOND], "github")

    assert text == "::error file=docs/zh/b.md,line=2,col=3,title=anchor-missing::50%25 “甲”: 乙, 丙"


def printed(root: Path, *arguments: str) -> list[str]:
    """Return the lines that the command prints as annotations when it is run for real."""
    command = [sys.executable, str(root / "scripts/build.py"), *arguments, "--format", "github", "--language", "en"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"})
    assert run.returncode == 1, run.stderr
    return run.stdout.splitlines()


def test_links_are_annotated_in_whole_lines(tmp_path: Path) -> None:
    """A sign that is not escaped would cut the line short, or move it to another file."""
    html = '<html lang="zh"><title>{0}</title><h1>x</h1><a href="{1}">x</a>'
    pages = {"index.html": html.format("家", "甲, 100%25.html"), "甲, 100%.html": html.format("甲", "没有/5%,\na:b/")}
    write(tmp_path, dict(pages))
    place = "file=甲%2C 100%25.html,line=1,col=1,title=page-missing"
    message = "<a> leads to “没有/5%25,a:b/”, which is not in the site; correct it or add the file"

    assert printed(ROOT, "links", "--site", str(tmp_path)) == [f"::error {place}::{message}"]


def test_pages_are_annotated_in_whole_lines(small: Path) -> None:
    """The forge shows the message at the author's line and column."""
    write(
        small,
        {"docs/zh/说明,100%.md": HEAD + "正文。\n", "docs/zh/help/second.md": HEAD + "正文。\n\n> ## A, 100%: B\n"},
    )
    needed = "“A, 100%25: B” needs an id: add {#short-english-name} at the end of the line"
    name = "names have small English letters, digits and hyphens only; rename it, such as to 100.md"

    assert printed(small, "check") == [
        f"::error file=docs/zh/help/second.md,line=9,col=3,title=anchor-missing::{needed}",
        f"::error file=docs/zh/说明%2C100%25.md,line=1,col=1,title=file-name::{name}",
    ]


def test_json_carries_every_field() -> None:
    assert json.loads(report.render([FIRST], "json")) == [
        {
            "path": "docs/zh/a.md",
            "line": 9,
            "column": 1,
            "rule": "box-differs",
            "message": "write this",
            "severity": "error",
        }
    ]
    assert report.render([], "json") == "[]"


def test_the_summary_counts_problems_and_files() -> None:
    assert report.summary([FIRST, SECOND]) == "2 problems in 2 files"
    assert report.summary([FIRST]) == "1 problem in 1 file"
    assert report.summary([]) == "no problems"


def test_of_several_files_it_is_said_where_to_begin() -> None:
    assert report.whole_summary([SECOND, FIRST]) == "2 problems in 2 files; begin with docs/zh/a.md line 9"
    assert [report.whole_summary(each) for each in ([FIRST], [NOTE], [])] == [
        "1 problem in 1 file",
        "1 note",
        "no problems",
    ]


def test_a_note_is_shown_as_one_and_fails_nothing() -> None:
    """What a person should look at must not look like what they have to mend."""
    assert report.render([NOTE], "text") == "docs/zh/a.md:1:1: note: look at this [case-wrong]"
    assert report.render([NOTE], "github").startswith("::notice file=docs/zh/a.md,line=1,col=1")
    assert json.loads(report.render([NOTE], "sarif"))["runs"][0]["results"][0]["level"] == "note"
    assert report.summary([NOTE, FIRST]) == "1 problem in 1 file, 1 note"
    assert report.summary([NOTE]) == "1 note"
    assert report.errors([NOTE, FIRST]) == [FIRST]
