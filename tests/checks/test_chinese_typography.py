"""Chinese is set as Chinese."""

import pytest

from making import content
from sitebuild.checks import chinese_typography
from sitebuild.model.content import Content
from sitebuild.model.registers import FactWords, Registers, Words


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("你好，世界。", [], id="good Chinese"),
        pytest.param("你好,世界。", ["chinese-half-width"], id="a half-width comma"),
        pytest.param("你好:", ["chinese-half-width"], id="a half-width colon at the end"),
        pytest.param("第一句.第二句。", ["chinese-half-width"], id="a half-width full stop"),
        pytest.param("银行(中国)", ["chinese-half-width"], id="half-width brackets"),
        pytest.param("时间是22:40，见1:2。", [], id="a time"),
        pytest.param("等等...", ["chinese-dots"], id="three full stops"),
        pytest.param("等等。。。", ["chinese-dots"], id="three Chinese full stops"),
        pytest.param("等等……", [], id="an ellipsis"),
        pytest.param("打开 App", ["chinese-gap"], id="a gap before Latin"),
        pytest.param("App 打开", ["chinese-gap"], id="a gap after Latin"),
        pytest.param("打开App，等3天", [], id="no gaps"),
        pytest.param("| 1 到手的钱 |", [], id="the number of a row"),
        pytest.param("法释〔2017〕10号，第619号", [], id="official citations"),
        pytest.param("看《个人信息保护法。", ["chinese-unbalanced"], id="a title that is not closed"),
        pytest.param("看个人信息保护法》。", ["chinese-unbalanced"], id="a title that is not opened"),
        pytest.param("他说“看《法》（全文）”。", [], id="pairs in pairs"),
        pytest.param("他說", ["chinese-traditional"], id="a Traditional character"),
        pytest.param('<span lang="zh-Hant">他說</span>', [], id="a quotation in Traditional"),
        pytest.param("看https://example.gov.cn网站", ["address-glued-to-chinese"], id="an address glued to words"),
        pytest.param("看<https://example.gov.cn>网站", [], id="an address between signs"),
        pytest.param("看[网站](https://example.gov.cn)，再说", [], id="a link"),
        pytest.param("[](law:pipl/47)，写`a, b...`", [], id="references and code"),
    ],
)
def test_slips_are_found_and_nothing_else(line: str, expected: list[str]) -> None:
    assert [problem.rule for problem in chinese_typography.check(content({"zh/a.md": line}))] == expected


def test_line_and_column_are_those_of_the_slip() -> None:
    (problem,) = chinese_typography.check(content({"zh/a.md": "好。\n\n你好,世界。"}))

    assert (problem.line, problem.column) == (9, 2)


def test_other_languages_and_blocks_of_code_are_left_alone() -> None:
    assert not list(chinese_typography.check(content({"en/a.md": "你好,世界", "zh/a.md": "```\n你好,世界\n```"})))


def test_words_of_registers_are_read_too() -> None:
    words = {"zh": Words(facts={"f": FactWords(label="你好,世界")})}

    (problem,) = chinese_typography.check(content({"zh/a.md": "好。"}, registers=Registers(words=words)))

    assert problem.path == "docs/zh/_data/facts.yml"
    assert problem.message.startswith("f.label: ")


def test_the_handbook_has_no_slip(real_content: Content) -> None:
    assert [*chinese_typography.check(real_content)] == []
