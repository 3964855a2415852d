"""What must not be typed, and what may."""

from dataclasses import replace

import pytest

from making import EN, ZH, company, company_registers, content, page, service, small_registers
from sitebuild.checks import typed_facts


def rules(line: str, code: str = "zh") -> list[str]:
    return [problem.rule for problem in typed_facts.check(content({f"{code}/a.md": line}, registers=small_registers()))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("打[](phone:12363)投诉。", [], id="a number by reference"),
        pytest.param("打12363投诉。", ["hotline-typed"], id="a bare hotline"),
        pytest.param("打[12363](tel:12363)投诉。", ["hotline-typed"], id="a hotline as a link"),
        pytest.param("打12999投诉。", ["hotline-typed"], id="a hotline that is not registered"),
        pytest.param("打[电话](tel:+8610)。", ["hotline-typed"], id="a link that dials"),
        pytest.param("一共110元，还了12363元。", [], id="amounts that look like hotlines"),
        pytest.param("依据是[](law:pipl/47)。", [], id="an article by reference"),
        pytest.param("依据是《个人信息保护法》第四十七条。", ["article-typed"], id="an article"),
        pytest.param("对方应在[](fact:reply-days)内答复。", [], id="a deadline by reference"),
        pytest.param("对方应在20日内答复。", ["deadline-typed"], id="a deadline"),
        pytest.param("15个工作日内处理。", ["deadline-typed"], id="working days"),
        pytest.param("应当在24小时内移送。", ["deadline-typed"], id="hours beside a duty"),
        pytest.param("24小时内改密码，7天内投诉，30天时再查。", [], id="phases of a plan"),
        pytest.param("2026年11月20日22:40来电。", [], id="a date"),
        pytest.param("2026年11月18日至20日，三次来电。", [], id="two dates"),
        pytest.param("处1000元以下罚款。", ["amount-typed"], id="an amount of a rule"),
        pytest.param("借10,000元，每期还933.33元，年利率31.54%。", [], id="a worked example"),
        pytest.param("写成`12363`和`第四十七条`。", [], id="code"),
        pytest.param("```\n打12363，第四十七条，20日内。\n```", [], id="a code block"),
        pytest.param("标准说12363。<!-- typed: 讲的是旧号码 -->", [], id="let stand with a reason"),
        pytest.param("标准说12363。<!-- typed: -->", ["escape-without-reason"], id="let stand without a reason"),
        pytest.param("没有数字。<!-- typed: 讲的是旧号码 -->", ["escape-unused"], id="a reason for nothing"),
    ],
)
def test_facts_are_referred_to_and_not_typed_in_chinese(line: str, expected: list[str]) -> None:
    """A typed number goes stale where nobody looks; a reference never does."""
    assert rules(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Call [](phone:12363).", [], id="a number by reference"),
        pytest.param("Call 12363.", ["hotline-typed"], id="a bare hotline"),
        pytest.param("See PIPL Art. 47.", ["article-typed"], id="an article"),
        pytest.param("They must answer within 20 days.", ["deadline-typed"], id="a deadline"),
        pytest.param("It takes 15 working days.", ["deadline-typed"], id="working days"),
        pytest.param("Within 24 hours change passwords; within 7 days complain.", [], id="phases of a plan"),
        pytest.param("The fine is up to RMB 1,000.", ["amount-typed"], id="an amount of a rule"),
        pytest.param("You borrow RMB 10,000 and repay RMB 933.33 a month.", [], id="a worked example"),
        pytest.param("The article of 2024 was wrong.", [], id="an article of a newspaper"),
    ],
)
def test_facts_are_referred_to_and_not_typed_in_english(line: str, expected: list[str]) -> None:
    assert rules(line, "en") == expected


def test_the_key_to_use_is_named() -> None:
    """Where the value is registered, the author need not search for it."""
    line = "打12363，对方应在20日内答复（[](law:pipl/47)）。"
    found = typed_facts.check(content({"zh/a.md": line}, registers=small_registers()))

    assert [problem.message for problem in found] == [
        "write [](phone:12363) instead of 12363",
        "write [](fact:reply-days) instead of “20日”",
    ]


def test_a_language_without_patterns_is_told_so() -> None:
    """Silence would read as “nothing is typed here”."""
    uyghur = replace(EN, code="ug")
    written = content({"zh/a.md": "文字"}, registers=small_registers())
    pages = (*written.pages, page("text", "docs/ug/a.md"))

    found = list(typed_facts.check(replace(written, languages=(ZH, uyghur), pages=pages)))

    assert [(each.path, each.rule, each.severity) for each in found] == [
        ("docs/ug/_data/grammar.yml", "grammar-patterns-missing", "note")
    ]


COMPANIES = company_registers(
    {
        "chengdai": company(service=service("95999", "400-000-0000")),
        "ningdai": company(operator="柠檬消费金融有限公司", kind="consumer-finance", products=("ning",)),
    },
    zh={
        "chengdai": {"products": {"chengdai": "橙贷"}, "short": ("橙子银行",)},
        "ningdai": {"products": {"ning": "柠檬消费金融"}},
    },
    en={
        "chengdai": {"products": {"chengdai": "Chengdai"}, "operator": "Orange Bank"},
        "ningdai": {"products": {"ning": "Lemon Finance"}, "operator": "Lemon Finance"},
    },
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("橙贷是[](company:chengdai)的。", [], id="by reference"),
        pytest.param("橙贷是橙子银行股份有限公司的。", ["operator-typed"], id="the full name"),
        pytest.param("橙贷是橙子银行的。", ["operator-typed"], id="a shorter form"),
        pytest.param("橙贷是橙子银行的。<!-- typed: 讲的是旧合同 -->", [], id="let stand with a reason"),
        pytest.param("橙子银行股份有限公司在深圳。", [], id="a name without its product"),
        pytest.param("橙贷不是柠檬消费金融有限公司的。", [], id="beside another's product"),
        pytest.param("柠檬消费金融有限公司有牌照。", [], id="a product within the operator's name"),
        pytest.param("柠檬消费金融由柠檬消费金融有限公司放款。", ["operator-typed"], id="both, one within the other"),
        pytest.param("`橙贷是橙子银行的`。", [], id="code"),
        pytest.param("打95999。", ["hotline-typed"], id="a number of the register"),
        pytest.param("打400-000-0000。", ["hotline-typed"], id="a long number of the register"),
    ],
)
def test_an_operator_beside_its_product_is_referred_to(line: str, expected: list[str]) -> None:
    """Operators change: the register learns of it, a typed name does not."""
    found = typed_facts.check(content({"zh/a.md": line}, registers=COMPANIES))

    assert [problem.rule for problem in found] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Chengdai belongs to [](company:chengdai).", [], id="by reference"),
        pytest.param("Chengdai belongs to Orange Bank.", ["operator-typed"], id="the English name"),
        pytest.param("Chengdai: <span lang='zh'>橙子银行</span>.", ["operator-typed"], id="the Chinese name"),
        pytest.param("Chengdai-like Orange Bankers.", [], id="other words"),
        pytest.param("Lemon Finance is a product.", [], id="a product that is called like its operator"),
    ],
)
def test_an_operator_is_found_in_every_language(line: str, expected: list[str]) -> None:
    found = typed_facts.check(content({"en/a.md": line}, registers=COMPANIES))

    assert [problem.rule for problem in found] == expected


def test_the_company_to_refer_to_is_named() -> None:
    found = typed_facts.check(content({"zh/a.md": "橙贷是橙子银行的，打95999。"}, registers=COMPANIES))

    assert [problem.message for problem in found] == [
        "write [](company:chengdai) instead of “橙子银行”",
        "write [](company:chengdai), whose entry in the index has 95999",
    ]
