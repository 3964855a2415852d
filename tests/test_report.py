"""Problems as people and programs read them."""

import json

from sitebuild import report
from sitebuild.problem import Problem

SECOND = Problem(path="docs/zh/b.md", line=2, column=3, rule="a-rule", message="50% “甲”: 乙, 丙")
FIRST = Problem(path="docs/zh/a.md", line=9, rule="b-rule", message="write this")
NOTE = Problem(path="docs/zh/a.md", rule="c-rule", message="look at this", severity="note")


def test_text_is_one_sorted_line_per_problem() -> None:
    text = report.render([SECOND, FIRST], "text")

    assert text == "docs/zh/a.md:9:1: write this [b-rule]\ndocs/zh/b.md:2:3: 50% “甲”: 乙, 丙 [a-rule]"


def test_annotations_escape_what_the_forge_would_misread() -> None:
    text = report.render([SECOND], "github")

    assert text == "::error file=docs/zh/b.md,line=2,col=3,title=a-rule::50%25 “甲”: 乙, 丙"


def test_json_carries_every_field() -> None:
    assert json.loads(report.render([FIRST], "json")) == [
        {"path": "docs/zh/a.md", "line": 9, "column": 1, "rule": "b-rule", "message": "write this", "severity": "error"}
    ]
    assert report.render([], "json") == "[]"


def test_the_summary_counts_problems_and_files() -> None:
    assert report.summary([FIRST, SECOND]) == "2 problems in 2 files"
    assert report.summary([FIRST]) == "1 problem in 1 file"
    assert report.summary([]) == "no problems"


def test_a_note_is_shown_as_one_and_fails_nothing() -> None:
    """What a person should look at must not look like what they have to mend."""
    assert report.render([NOTE], "text") == "docs/zh/a.md:1:1: note: look at this [c-rule]"
    assert report.render([NOTE], "github").startswith("::notice file=docs/zh/a.md,line=1,col=1")
    assert json.loads(report.render([NOTE], "sarif"))["runs"][0]["results"][0]["level"] == "note"
    assert report.summary([NOTE, FIRST]) == "1 problem in 1 file, 1 note"
    assert report.summary([NOTE]) == "1 note"
    assert report.errors([NOTE, FIRST]) == [FIRST]
