"""What every language says of itself."""

from dataclasses import replace

from making import EN, ZH
from sitebuild.checks import languages
from sitebuild.model.content import Content, Guide


def test_a_section_without_a_name_in_a_language_is_reported() -> None:
    """Readers would see the key, and MkDocs' strict mode does not notice."""
    guides = (Guide(name="指南", pages=()), Guide(name="new", pages=()))
    content = Content(languages=(ZH, EN), guides=guides)

    assert [(problem.path, problem.rule) for problem in languages.check(content)] == [
        ("docs/zh/_data/language.yml", "section-untranslated"),
        ("docs/en/_data/language.yml", "section-untranslated"),
    ]


def test_a_name_that_no_section_has_is_reported() -> None:
    """A renamed section leaves its old name behind."""
    content = Content(languages=(ZH, EN), guides=())

    assert [problem.rule for problem in languages.check(content)] == ["section-unknown"] * 2


def test_a_language_that_does_not_name_the_handbook_is_reported() -> None:
    content = Content(languages=(ZH, replace(EN, site_name="")), guides=(Guide(name="指南", pages=()),))

    assert [(problem.path, problem.rule) for problem in languages.check(content)] == [
        ("docs/en/_data/language.yml", "language-missing"),
    ]


def test_a_complete_menu_is_silent() -> None:
    content = Content(languages=(ZH, EN), guides=(Guide(name="指南", pages=()), Guide(name="", pages=("faq.md",))))

    assert list(languages.check(content)) == []
