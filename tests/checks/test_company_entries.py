"""The register of companies agrees with its doors, its words and itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from making import EN, ZH, company, company_registers, service
from sitebuild.checks import company_entries, register_consistency
from sitebuild.model.companies import Company
from sitebuild.model.content import Content

OTHER = company(products=("other",), operator="柠檬银行股份有限公司")
ZH_WORDS: dict[str, Any] = {"one": {"products": {"chengdai": "橙贷"}}, "two": {"products": {"other": "柠贷"}}}
EN_WORDS: dict[str, Any] = {
    "one": {"products": {"chengdai": "Chengdai"}, "operator": "Orange Bank"},
    "two": {"products": {"other": "Ningdai"}, "operator": "Lemon Bank"},
}


def rules(one: Company, two: Company = OTHER, words: Mapping[str, Any] | None = None) -> list[str]:
    registers = company_registers({"one": one, "two": two}, **{"zh": ZH_WORDS, "en": EN_WORDS, **(words or {})})
    return [problem.rule for problem in company_entries.check(Content(languages=(ZH, EN), registers=registers))]


LINE: dict[str, dict[str, Any]] = {"zh": {**ZH_WORDS, "one": {**ZH_WORDS["one"], "service": "它自己的客服"}}}
LINE["en"] = {**EN_WORDS, "one": {**EN_WORDS["one"], "service": "its own line"}}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"door": "local-finance"}, ["company-door-unknown"], id="a door that is nowhere"),
        pytest.param({}, [], id="a good entry"),
        pytest.param({"products": ("chengdai", "other")}, ["company-product-doubled"], id="a product of another"),
        pytest.param({"former_products": ("other",)}, ["company-product-doubled"], id="once a product of another"),
        pytest.param({"year": 2027}, ["register-dates"], id="a source of after the check"),
        pytest.param({"live_checked": date(2026, 10, 31)}, ["register-dates"], id="live before the check"),
        pytest.param({"live_checked": date(2026, 11, 1)}, [], id="live on the day of the check"),
    ],
)
def test_an_entry_agrees_with_its_door_and_the_others(values: dict[str, Any], expected: list[str]) -> None:
    assert [rule for rule in rules(company(**values)) if rule != "company-words"] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(service("95999"), [], id="a number of its own"),
        pytest.param(service("12363"), ["number-doubled"], id="the number of a channel"),
        pytest.param(service(channel="12363"), [], id="by the channel"),
        pytest.param(service(channel="nobody"), ["company-door-unknown"], id="by a channel that is not there"),
        pytest.param(service(channel="registry"), ["company-door-unknown"], id="by a channel without a number"),
        pytest.param(service("95999", year=2027), ["register-dates"], id="a number of after the check"),
    ],
)
def test_a_number_stands_once_and_has_a_year(line: dict[str, Any], expected: list[str]) -> None:
    assert rules(company(service=line), words=LINE) == expected


def test_a_number_belongs_to_one_company() -> None:
    words = {
        code: {key: {**each, "service": "客服"} for key, each in entries.items()} for code, entries in LINE.items()
    }
    first, second = company(service=service("95999")), company(products=("other",), service=service("95999"))

    assert rules(first, second, words=words) == ["number-doubled"]


def one(**values: Any) -> dict[str, Any]:
    return {**EN_WORDS, "one": {**EN_WORDS["one"], **values}}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(EN_WORDS, [], id="good words"),
        pytest.param(one(products={}), ["company-words"], id="a product without a name"),
        pytest.param(one(products={"chengdai": "A", "more": "B"}), ["company-words"], id="a name without a product"),
        pytest.param(
            one(products={"chengdai": "ningdai"}), ["company-product-doubled"], id="one name for two products"
        ),
        pytest.param(one(operator=None), ["company-words"], id="no name in this language"),
        pytest.param(one(service="its line"), ["company-words"], id="whose line, and there is none"),
        pytest.param(one(privacy="its mailbox"), ["company-words"], id="whose mailbox, and there is none"),
        pytest.param(one(app="Orange"), ["company-words"], id="which app, and there is none"),
    ],
)
def test_words_fit_their_entry(words: dict[str, Any], expected: list[str]) -> None:
    assert rules(company(), words={"en": words}) == expected


def test_the_source_language_does_not_repeat_the_official_name() -> None:
    named = {**ZH_WORDS, "one": {**ZH_WORDS["one"], "operator": "橙子银行"}}

    assert rules(company(), words={"zh": named}) == ["company-words"]


def test_a_number_says_whose_it_is_in_every_language() -> None:
    """A platform's line is not the lender's."""
    assert rules(company(service=service("95999"))) == ["company-words", "company-words"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://www.gov.cn/a", []), ("https://orange.example/", ["domain-unknown"])],
    ids=["a listed host", "another host"],
)
def test_a_site_is_on_a_listed_host(url: str, expected: list[str]) -> None:
    site = {"url": url, "source": "名单", "confidence": "high"}
    registers = company_registers({"one": company(website=site)})
    found = register_consistency.check(Content(languages=(ZH, EN), registers=registers))

    assert [problem.rule for problem in found if problem.path == "docs/_data/companies.yml"] == expected


def test_a_review_is_later_than_the_check() -> None:
    registers = company_registers({"one": company(review_by=date(2026, 11, 1))})
    found = register_consistency.check(Content(languages=(ZH, EN), registers=registers))

    assert [problem.rule for problem in found if problem.path == "docs/_data/companies.yml"] == ["register-dates"]
