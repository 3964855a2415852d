"""A translation has the sections of its original."""

from dataclasses import replace

import pytest

from making import HEAD, content
from sitebuild.checks import translated_sections
from sitebuild.translation import section_age

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


RECORD = section_age.hashes(next(iter(content({"zh/a.md": ORIGINAL}).pages)))


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            f"{ORIGINAL}\n\n## 丁 {{#four}}",
            "## A {#one}\n\n## B? {#two .faq}\n\n### C {#three}",
            [("note", "section-missing")],
            id="a section that is new in the source",
        ),
        pytest.param(
            ORIGINAL, "## A {#one}\n\n## B? {#two .faq}", [("error", "section-missing")], id="a section that was lost"
        ),
        pytest.param(
            "## 乙？ {#two .faq}\n\n回答。\n\n## 甲 {#one}\n\n### 丙 {#three}",
            "## A {#one}\n\n## B? {#two .faq}\n\n### C {#three}",
            [("note", "section-order")],
            id="moved in the source",
        ),
        pytest.param(
            ORIGINAL,
            "## B? {#two .faq}\n\n## A {#one}\n\n### C {#three}",
            [("error", "section-order")],
            id="moved in the translation",
        ),
        pytest.param(
            f"## 丁 {{#four}}\n\n{ORIGINAL}",
            "## B? {#two .faq}\n\n## A {#one}\n\n### C {#three}",
            [("error", "section-order"), ("note", "section-missing")],
            id="moved in the translation, and one is new",
        ),
        pytest.param(
            ORIGINAL.replace("## 甲 {#one}", "### 甲 {#one .faq}"),
            "## A {#one}\n\n## B? {#two .faq}\n\n### C {#three}",
            [("note", "section-differs")],
            id="another level in the source",
        ),
        pytest.param(
            ORIGINAL,
            "### A {#one}\n\n## B? {#two .faq}\n\n### C {#three}",
            [("error", "section-differs")],
            id="another level in the translation",
        ),
    ],
)
def test_one_language_at_a_time(original: str, translation: str, expected: list[tuple[str, str]]) -> None:
    """What somebody changed in the source only is noted for translators; what a translation lost is an error."""
    said = "".join(f"  {key}: {value}\n" for key, value in RECORD.items())
    head = HEAD.replace("---\n\n", f"translated:\n{said}---\n\n")
    translated = content({"en/a.md": translation}, head=head).pages
    site = content({"zh/a.md": original})

    problems = translated_sections.check(replace(site, pages=(*site.pages, *translated)))

    assert sorted((problem.severity, problem.rule) for problem in problems) == expected


def test_a_translation_of_nothing_is_reported() -> None:
    """Usually the file name has a slip; the site would publish a page that no other language has."""
    problems = list(translated_sections.check(content({"en/b.md": "text"})))

    assert [(problem.path, problem.rule) for problem in problems] == [("docs/en/b.md", "translation-without-original")]


def test_a_page_that_is_not_translated_yet_is_no_problem() -> None:
    """Its author cannot be asked to write every language; the page is listed instead."""
    untranslated = content({"zh/a.md": "正文。"})

    assert list(translated_sections.check(untranslated)) == []
    assert [page.name for page in untranslated.missing("en")] == ["a.md"]
