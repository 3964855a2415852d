"""A translation has the sections of its original."""

import pytest

from making import content
from sitebuild.checks import translated_sections

ORIGINAL = "## 甲 {#one}\n\n## 乙？ {#two .faq}\n\n回答。\n\n### 丙 {#three}"


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        pytest.param("## A {#one}\n\n## B? {#two .faq}\n\n### C {#three}", [], id="the same sections"),
        pytest.param(
            "## A {#one}\n\n## B? {#too .faq}\n\n### C {#three}",
            [(1, "section-missing"), (9, "section-unknown-in-source")],
            id="an id that differs",
        ),
        pytest.param("## A {#one}\n\n## B? {#two .faq}", [(1, "section-missing")], id="a section left out"),
        pytest.param(
            "## B? {#two .faq}\n\n## A {#one}\n\n### C {#three}", [(7, "section-order")], id="sections swapped"
        ),
        pytest.param("## A {#one}\n\n## B? {#two}\n\n### C {#three}", [(9, "section-differs")], id="question unmarked"),
        pytest.param(
            "## A {#one}\n\n## B? {#two .faq}\n\n## C {#three}", [(11, "section-differs")], id="another level"
        ),
    ],
)
def test_a_translation_has_the_sections_of_its_original(translation: str, expected: list[tuple[int, str]]) -> None:
    """A link to a section must lead to the same words in every language."""
    problems = translated_sections.check(content({"zh/a.md": ORIGINAL, "en/a.md": translation}))

    assert sorted((problem.line, problem.rule) for problem in problems) == expected


def test_a_translation_of_nothing_is_reported() -> None:
    """Usually the file name has a slip; the site would publish a page that no other language has."""
    problems = list(translated_sections.check(content({"en/b.md": "text"})))

    assert [(problem.path, problem.rule) for problem in problems] == [("docs/en/b.md", "translation-without-original")]


def test_a_page_that_is_not_translated_yet_is_no_problem() -> None:
    """Its author cannot be asked to write every language; the page is listed instead."""
    untranslated = content({"zh/a.md": "正文。"})

    assert list(translated_sections.check(untranslated)) == []
    assert [page.name for page in untranslated.missing("en")] == ["a.md"]
