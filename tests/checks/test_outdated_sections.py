"""What a translation says of its source: form, completeness, age."""

import pytest

from making import HEAD, content, found, page
from sitebuild.checks import outdated_sections
from sitebuild.model.content import Content
from sitebuild.translation import section_age

BODY = "甲。\n\n## 一 {#one}\n\n乙。\n"
NOW = section_age.hashes(page(BODY))
OLD = "bcdfghjk"
SAID = f"translated:\n  page: {NOW['page']}\n  one: {NOW['one']}\n"


def both(translated: str, minor: str = "") -> Content:
    """Return a source page and its translation, with lines of their own in the front matter."""
    pages = (page(BODY, head=_head(minor)), page("A.\n\n## One {#one}\n\nB.\n", "docs/en/a.md", _head(translated)))
    return Content(languages=content({}).languages, pages=pages)


def _head(lines: str) -> str:
    return HEAD.replace("---\n\n", f"{lines}---\n\n")


@pytest.mark.parametrize(
    ("translated", "minor", "expected"),
    [
        pytest.param(SAID, "", [], id="up to date"),
        pytest.param("", "", [("en", 1, "translation-unrecorded")], id="nothing said"),
        pytest.param(SAID.replace(NOW["one"], OLD), "", [("en", 12, "translation-older")], id="an older section"),
        pytest.param(SAID.replace(NOW["page"], OLD), "", [("en", 9, "translation-older")], id="an older opening"),
        pytest.param(SAID.replace(NOW["one"], "12345678"), "", [("en", 7, "translated-malformed")], id="no hash"),
        pytest.param(SAID.replace(NOW["one"], "[]"), "", [("en", 7, "translated-malformed")], id="a list"),
        pytest.param("translated: yes\n", "", [("en", 5, "translated-incomplete")] * 2, id="no lines"),
        pytest.param(SAID + f"  two: {OLD}\n", "", [("en", 8, "translated-unknown")], id="an unknown section"),
        pytest.param(SAID.partition("  one")[0], "", [("en", 5, "translated-incomplete")], id="a section left out"),
        pytest.param(SAID.replace(NOW["one"], OLD), f'minor:\n  one: "{NOW["one"]} {OLD}"\n', [], id="a slip"),
        pytest.param(
            SAID.replace(NOW["one"], OLD),
            f'minor:\n  one: "{"t" * 8} {OLD}"\n',
            [("en", 12, "translation-older"), ("zh", 6, "minor-outdated")],
            id="changed after a slip",
        ),
        pytest.param(SAID, f"minor:\n  one: {OLD}\n", [("zh", 6, "minor-malformed")], id="one hash"),
        pytest.param(SAID, "minor:\n  one: 12\n", [("zh", 6, "minor-malformed")], id="a number"),
        pytest.param(SAID, f'minor:\n  two: "{OLD} {OLD}"\n', [("zh", 6, "minor-unknown")], id="a slip of nothing"),
    ],
)
def test_a_translation_says_what_it_was_made_from(
    translated: str, minor: str, expected: list[tuple[str, int, str]]
) -> None:
    problems = list(outdated_sections.check(both(translated, minor)))

    assert found(problems) == [(f"docs/{code}/a.md", line, rule) for code, line, rule in expected]
    assert {each.rule for each in problems if each.severity == "note"} <= {"translation-older", "minor-outdated"}


def test_an_older_section_names_both_places_and_what_to_type() -> None:
    (problem,) = outdated_sections.check(both(SAID.replace(NOW["one"], OLD)))

    for words in (
        "docs/zh/a.md line 9",
        f"write “one: {NOW['one']}” on line 7",
        f'“  one: "{NOW["one"]} {OLD}"”',
    ):
        assert words in problem.message
    assert problem.severity == "note"
