"""The menu in every language."""

from making import EN, ZH
from sitebuild.checks import languages
from sitebuild.content import Content, Guide


def test_a_section_without_translated_name_is_reported() -> None:
    """MkDocs would show it in the source language, and its strict mode does not notice."""
    content = Content(languages=(ZH, EN), guides=(Guide(name="指南", pages=()), Guide(name="新的", pages=())))

    assert [problem.rule for problem in languages.check(content)] == ["section-untranslated"]


def test_a_translated_name_that_no_section_has_is_reported() -> None:
    """A renamed section leaves its old translation behind."""
    content = Content(languages=(ZH, EN), guides=())

    assert [problem.rule for problem in languages.check(content)] == ["section-unknown"]


def test_a_complete_menu_is_silent() -> None:
    content = Content(languages=(ZH, EN), guides=(Guide(name="指南", pages=()), Guide(name="", pages=("faq.md",))))

    assert list(languages.check(content)) == []
