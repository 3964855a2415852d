"""The list of terms of a converted language."""

import pytest

from making import ZH
from sitebuild.checks import conversions
from sitebuild.model.content import Content, Language
from sitebuild.model.registers import Registers, Words
from sitebuild.text.traditional_chinese import converter

HANT = Language(code="zh-Hant", name="繁體中文", generated_from="zh")


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        pytest.param({"平臺": "平台"}, "", id="a term"),
        pytest.param({"籤": "簽", "標籤": "標籤"}, "", id="an exception from a shorter one"),
        pytest.param({"里": "裡"}, "", id="a character that both scripts have"),
        pytest.param({"发佈": "發布"}, "OpenCC writes “發佈”", id="a Simplified character never occurs"),
        pytest.param({"平臺[": "平台["}, "Chinese characters only", id="signs of Markdown"),
        pytest.param({"平臺": ""}, "Chinese characters only", id="nothing"),
        pytest.param({"上臺": "上台"}, "", id="a form that its own line keeps"),
        pytest.param({"臺灣": "后台"}, "“后台” becomes “後臺”", id="a form that does not stay"),
    ],
)
def test_each_line_can_match_and_what_it_makes_stays(terms: dict[str, str], message: str) -> None:
    words = {"zh-Hant": Words(conversion=terms, to_own_script=converter(terms))}
    path = "docs/zh-Hant/_data/conversion.yml"
    registers = Registers(words=words, lines={(path, next(iter(terms))): 7})
    problems = list(conversions.check(Content(languages=(ZH, HANT), registers=registers)))

    assert [(each.path, each.line, each.rule) for each in problems] == (
        [(path, 7, "conversion-wrong")] if message else []
    )
    assert message in "".join(each.message for each in problems)
