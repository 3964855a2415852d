"""The glossary: every word of the register, where a reader looks for it."""

import re

import pytest

from sitebuild.building.blocks import glossary
from sitebuild.model.content import Content
from sitebuild.text import alphabet


@pytest.mark.parametrize("code", ["zh", "zh-Hant", "en"])
def test_words_stand_in_the_order_of_the_alphabet_chinese_ones_by_their_pinyin(
    real_content: Content, code: str
) -> None:
    shown = re.findall(r"<h2[^>]*>([^<]+)", glossary.index(real_content, code))
    letters = [alphabet.letter(term) for term in shown]

    assert len(shown) == len(real_content.registers.terms)
    assert letters == sorted(letters)
