"""The table of forms of a converted language."""

import pytest

from making import ZH
from sitebuild.checks import conversions
from sitebuild.model.content import Content, Language
from sitebuild.model.registers import Registers, Words
from sitebuild.text.traditional_chinese import converter

HANT = Language(code="zh-Hant", name="繁體中文", generated_from="zh")


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        pytest.param({"台": {"else": "台"}}, "", id="one form everywhere"),
        pytest.param({"签": {"else": "簽", "籤": "标签 书签"}}, "", id="the words of a form"),
        pytest.param({"里": {"else": "裡", "里": "公里"}}, "", id="a character that both scripts have"),
        pytest.param({"周": {"週": "2周 一周"}}, "", id="a number before the character"),
        pytest.param({"涂": {"else": "塗", "涂": "涂某"}}, "", id="a form that Simplified Chinese has too"),
        pytest.param({"布": {"else": "布", "佈": "發布"}}, "write “发布”", id="a Traditional word never occurs"),
        pytest.param({"台": {"else": "台", "臺": "平台["}}, "two Chinese characters", id="signs of Markdown"),
        pytest.param({"台": {"臺": "台"}}, "two Chinese characters", id="the character alone"),
        pytest.param({"台": {"else": "台", "臺": "发送"}}, "does not have this character", id="another word"),
        pytest.param({"台": {"臺": "平台", "檯": "平台"}}, "stands at “臺” and at “檯”", id="a word with two forms"),
        pytest.param({"平台": {"else": "台"}}, "one Chinese character before", id="a word before the colon"),
        pytest.param({"台": {"else": ""}}, "“” is no form", id="nothing"),
        pytest.param({"发": {"else": "发"}}, "", id="a character that stays"),
        pytest.param({"台": {"else": "发"}}, "“发” is no form", id="a Simplified form"),
        pytest.param({"台": {"else": "里"}}, "“里” becomes “裡”", id="a form that does not stay"),
    ],
)
def test_each_line_can_match_and_what_it_makes_stays(forms: dict[str, dict[str, str]], message: str) -> None:
    words = {"zh-Hant": Words(conversion=forms, to_own_script=converter(forms))}
    path = "docs/zh-Hant/_data/conversion.yml"
    registers = Registers(words=words, lines={(path, next(iter(forms))): 7})
    problems = list(conversions.check(Content(languages=(ZH, HANT), registers=registers)))

    assert [(each.path, each.line, each.rule) for each in problems] == (
        [(path, 7, "conversion-wrong")] if message else []
    )
    assert message in "".join(each.message for each in problems)
