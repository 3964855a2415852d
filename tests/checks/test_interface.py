"""The words around the pages."""

import pytest

from making import EN, ZH
from sitebuild.checks import interface
from sitebuild.content import Content


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

    assert [problem.rule for problem in interface.check(content)] == rules
