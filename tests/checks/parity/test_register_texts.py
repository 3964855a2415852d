"""The registers say the same in every language."""

from dataclasses import replace

import pytest

from making import content, small_registers
from sitebuild.checks.parity import register_texts
from sitebuild.model.registers import FactWords


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        pytest.param("30日内答复", "an answer within 30 days", [], id="the same"),
        pytest.param("30日内答复", "an answer within 40 days", ["number-differs", "number-differs"], id="other days"),
        pytest.param("不得收费", "no charge", [], id="a prohibition kept"),
        pytest.param("不得收费", "charges", ["negation-differs"], id="a prohibition turned round"),
        pytest.param("不得说出号码", "1. Give no number", [], id="a prohibition kept in what reads as a step"),
        pytest.param("不得说出号码", "1. Give the number", ["negation-differs"], id="one turned round there"),
        pytest.param("见[](law:pipl/13)", "see [](law:pipl/47)", ["reference-differs"] * 2, id="another article"),
        pytest.param("见“12321受理中心”", "see the centre", [], id="a plain number in a name"),
    ],
)
def test_words_of_an_entry_are_compared(chinese: str, english: str, expected: list[str]) -> None:
    registers = small_registers()
    key = next(iter(registers.facts))
    words = {
        code: replace(registers.words[code], facts={key: FactWords(label=label)})
        for code, label in (("zh", chinese), ("en", english))
    }
    pages = content({"zh/a.md": "正文。"}, registers=replace(registers, words=words))

    problems = list(register_texts.check(pages))

    assert [each.rule for each in problems] == expected
    assert {each.path for each in problems} <= {"docs/en/_data/facts.yml"}
    assert {each.line for each in problems} <= {registers.lines["docs/en/_data/facts.yml", f"{key}.label"]}
