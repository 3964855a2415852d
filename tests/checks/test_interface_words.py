"""The words around the pages."""

import pytest

from making import EN, ZH
from sitebuild.checks import interface_words
from sitebuild.model.content import Content


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param({"menu": "Menu"}, [], id="the same keys"),
        pytest.param({}, ["interface-key-missing"], id="a key is missing"),
        pytest.param({"menu": "Menu", "old": "x"}, ["interface-key-unknown"], id="a key too many"),
    ],
)
def test_every_language_has_the_same_words(words: dict[str, str], rules: list[str]) -> None:
    """A missing word would be an empty button."""
    content = Content(languages=(ZH, EN), interface={"zh": {"menu": "菜单"}, "en": words})

    assert [problem.rule for problem in interface_words.check(content)] == rules


@pytest.mark.parametrize(
    ("own", "original", "rules"),
    [
        pytest.param("Since {date}.", "自{date}起。", [], id="the same word in braces"),
        pytest.param("Once.", "{number}次", [], id="a word fewer"),
        pytest.param("Since {day}.", "自{date}起。", ["interface-braces"], id="a word that is translated"),
        pytest.param("Since {date.", "自{date}起。", ["interface-braces"], id="a brace that is not closed"),
        pytest.param("Since {date!r}.", "自{date}起。", ["interface-braces"], id="more than a word"),
    ],
)
def test_words_in_braces_are_those_that_the_build_knows(own: str, original: str, rules: list[str]) -> None:
    """A translated {date} would stop the build with words that no translator understands."""
    content = Content(languages=(ZH, EN), interface={"zh": {"since": original}, "en": {"since": own}})

    assert [problem.rule for problem in interface_words.check(content)] == rules
