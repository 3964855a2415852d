"""Sentences that a guide may contain, and such as it may not: numbers, articles, quotations, translations."""

from dataclasses import replace

import pytest

from making import content, small_registers
from sitebuild.checks import chinese_typography, personal_data, typed_facts
from sitebuild.checks.parity import pages


def said(line: str, language: str = "zh") -> list[str]:
    written = content({f"{language}/a.md": line}, registers=small_registers())
    return [
        problem.rule
        for check in (typed_facts.check_pages, chinese_typography.check_pages)
        for problem in check(written)
    ]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("把第一条催收短信截下来。", "zh"),
        ("等了120天，打了110次。", "zh"),
        ("大约12000人，共12363元。", "zh"),
        ("工资5000元以上的人也会借。", "zh"),
        ("要写清：1）时间；2）号码。", "zh"),
        ("客服可能说：“先还。\n还了就没有了。”", "zh"),
        ("乾隆年间的借据。", "zh"),
        ("They lent RMB 120 million.", "en"),
        ("It took 120 days and 110 calls.", "en"),
        ("Some 12363 people complained.", "en"),
        ("Wages over RMB 5,000 are taxed.", "en"),
    ],
)
def test_ordinary_sentences_are_left_alone(line: str, language: str) -> None:
    assert said(line, language) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("按第四十七条的规定，应当删除。", "article-typed"),
        ("《个人信息保护法》第四十七条要求删除。", "article-typed"),
        ("看说明第5条。", "article-typed"),
        ("出事打12363。", "hotline-typed"),
        ("处5000元以下罚款。", "amount-typed"),
        ("客服说：“先还。\n\n还了就没有了。", "chinese-unbalanced"),
        ("他说）先还。", "chinese-unbalanced"),
        ("這樣不行。", "chinese-traditional"),
    ],
)
def test_what_should_be_a_reference_is_found(line: str, rule: str) -> None:
    assert rule in said(line)


def test_an_article_of_a_contract_has_its_way_out() -> None:
    """What is no law cannot be registered; the message says what to type then."""
    found = [*typed_facts.check_pages(content({"zh/a.md": "看说明第5条。"}, registers=small_registers()))]

    assert [problem.message.endswith("<!-- typed: why -->") for problem in found] == [True]


def test_no_fact_of_another_law_is_advised() -> None:
    found = [*typed_facts.check_pages(content({"zh/a.md": "应当在20日内发工资。"}, registers=small_registers()))]

    assert not any("reply-days" in problem.message for problem in found)
    assert [problem.rule for problem in found] == ["deadline-typed"]


def test_days_and_addresses_are_nobody_s_numbers() -> None:
    lines = "2026-01-01 2026-01-09\nhttps://www.gov.cn/" + "1390000" + "1234" + "/a.html\n"

    assert list(personal_data.check("docs/zh/a.md", lines)) == []


HEADING = "## 标题 {#a}\n\n"


def differences(source: str, translation: str) -> list[str]:
    written = content({"zh/a.md": HEADING + source, "en/a.md": HEADING + translation}, registers=small_registers())
    return [
        problem.rule
        for problem in pages.check_pages(replace(written))
        if problem.rule in ("number-differs", "negation-differs")
    ]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("等半年。", "Wait six months."),
        ("等一年半载。", "Wait for a while."),
        ("涨了百分之三十。", "It rose by 30%."),
        ("等三五天。", "Wait 3 to 5 days."),
        ("半小时。", "Thirty minutes."),
        ("禁止泄露信息。", "Disclosure is prohibited."),
        ("不准转账。", "A transfer is forbidden."),
        ("严禁转账。", "Never transfer the money."),
    ],
)
def test_what_means_the_same_is_the_same(source: str, translation: str) -> None:
    assert differences(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("严禁转账。", "Transfer the money."),
        ("不可转账。", "Transfer the money."),
        ("切勿转账。", "Transfer the money."),
        ("请转账。", "A transfer is prohibited."),
        ("等半年。", "Wait five months."),
    ],
)
def test_what_is_turned_round_is_found(source: str, translation: str) -> None:
    assert differences(source, translation)
