"""The index of companies: whose a number is, how old its source, and nothing to tap before somebody looked."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import change, company, company_registers, service, write
from sitebuild.building.blocks import company_index
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.model.companies import Company
from sitebuild.model.content import Content

ZH: dict[str, Any] = {"products": {"chengdai": "橙贷", "old": "老橙贷"}, "service": "橙子所有业务的客服"}
EN: dict[str, Any] = {
    "products": {"chengdai": "Chengdai", "old": "Old Chengdai"},
    "operator": "Orange Bank",
    "service": "Orange's line for all its services",
}
LINE = service("95999")


def shown(real_content: Content, code: str, one: Company, zh: dict[str, Any] = ZH, en: dict[str, Any] = EN) -> str:
    registers = company_registers({"chengdai": one}, zh={"chengdai": zh}, en={"chengdai": en})
    words = {
        each: replace(registers.words[each], routes=real_content.registers.words[each].routes) for each in ("zh", "en")
    }
    content = replace(real_content, registers=replace(registers, words=words), made_from={})
    return company_index.index(content, code)


def test_a_company_is_shown_below_its_door_by_the_names_of_its_products(real_content: Content) -> None:
    one = company(service=LINE, former_products=("old",), former_names=("老橙子公司",))

    assert shown(real_content, "zh", one).split("\n\n", 2)[:1] == ["## 银行和消费金融公司 {#door-bank}"]
    assert shown(real_content, "zh", one).split("\n\n", 2)[2] == (
        '<details class="entry" markdown>\n<summary><h3 id="company-chengdai">橙贷</h3></summary>\n\n'
        "- **公司**：橙子银行股份有限公司，银行（2025年的资料）\n"
        "- **产品以前叫**：老橙贷\n"
        "- **以前的公司名**：老橙子公司\n"
        "- **客服电话**：95999，橙子所有业务的客服（2022年的资料，用以前在App里核对）\n"
        "- **核对**：2026年11月1日，只看了存档的资料，没有打开官网看过。把握较大，2027年11月1日以前再核对。"
        "\n\n</details>"
    )


def test_another_language_marks_the_chinese_names(real_content: Content) -> None:
    one = company(service=LINE, former_products=("old",), former_names=("老橙子公司",))

    assert shown(real_content, "en", one).split("\n\n", 2)[2] == (
        '<details class="entry" markdown>\n<summary><h3 id="company-chengdai">Chengdai</h3></summary>\n\n'
        '<span lang="zh">橙贷</span>\n\n'
        '- **Company**: Orange Bank <span lang="zh">橙子银行股份有限公司</span>, a bank (source of 2025)\n'
        '- **The product\'s earlier name**: Old Chengdai <span lang="zh">老橙贷</span>\n'
        '- **The company\'s earlier name**: <span lang="zh">老橙子公司</span>\n'
        "- **Service number**: 95999, Orange's line for all its services"
        " (source of 2022; confirm in the app before you use it)\n"
        "- **Checked**: 1 November 2026, against stored sources only; nobody opened the official site."
        " Confidence: high. Due again by 1 November 2027."
        "\n\n</details>"
    )


@pytest.mark.parametrize(
    ("values", "told", "tapped"),
    [
        pytest.param({"service": LINE}, "95999", [], id="nobody has looked"),
        pytest.param(
            {"service": LINE, "live_checked": date(2026, 11, 2)}, "[95999](tel:95999)", ["95999"], id="looked up live"
        ),
        pytest.param({"service": service(channel="12363")}, "12363", [], id="a channel's number, nobody has looked"),
        pytest.param(
            {"service": service(channel="12363"), "live_checked": date(2026, 11, 2)},
            "[12363](tel:12363)",
            ["12363"],
            id="a channel's number, looked up live",
        ),
    ],
)
def test_a_number_can_be_tapped_only_after_a_live_check(
    real_content: Content, values: dict[str, Any], told: str, tapped: list[str]
) -> None:
    entry = shown(real_content, "zh", company(**values)).split("<summary>")[1]

    assert f"- **客服电话**：{told}，" in entry
    assert re.findall(r"\(tel:(\w+)\)", entry) == tapped
    assert ("没有打开官网看过" in entry) is not bool(tapped)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "橙子银行股份有限公司，银行（2025年的资料）"),
        ({"confidence": "medium"}, "橙子银行股份有限公司，银行（2025年的资料，用以前在App里核对）"),
        ({"kind": "guarantee"}, "橙子银行股份有限公司，担保公司，不放款（2025年的资料）"),
    ],
    ids=["sure", "less sure", "no lender"],
)
def test_what_is_less_sure_is_confirmed_in_the_app(real_content: Content, values: dict[str, Any], told: str) -> None:
    words = {"products": {"chengdai": "橙贷"}}

    assert f"- **公司**：{told}\n" in shown(real_content, "zh", company(**values), words)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ({"mailbox": "privacy@orange.example"}, "privacy@orange.example，政策里的邮箱（2021年的资料，"),
        ({}, "政策里的邮箱（2021年的资料，"),
    ],
    ids=["a mailbox", "another way"],
)
def test_a_privacy_contact_says_whose_it_is(real_content: Content, contact: dict[str, str], told: str) -> None:
    one = company(privacy={"source": "政策", "year": 2021, "confidence": "high", **contact})
    words = {"products": {"chengdai": "橙贷"}, "privacy": "政策里的邮箱"}

    assert f"- **个人信息的事找**：{told}" in shown(real_content, "zh", one, words)


def test_a_site_without_a_date_says_so(real_content: Content) -> None:
    one = company(website={"url": "https://orange.example/", "source": "旧网页", "confidence": "high"})
    words = {"products": {"chengdai": "橙贷"}}

    assert "<https://orange.example/>（资料没有日期，用以前在App里核对）" in shown(real_content, "zh", one, words)


@pytest.mark.parametrize("place", ["companies", "en/companies", "zh-Hant/companies"])
def test_the_handbook_links_nothing_but_sites_and_dials_nothing_unchecked(
    real_site: Path, real_content: Content, place: str
) -> None:
    """Sources are named in the open data and never linked; a wrong number must not be one tap away."""
    html = LexborHTMLParser((real_site / place / "index.html").read_text(encoding="utf-8"))
    links = [node.attributes["href"] or "" for node in html.css("article a[href]")]
    companies = real_content.registers.companies
    checked = {number for each in companies.values() for number in each.dialled}
    numbers = {number for each in companies.values() if each.service for number in each.service.numbers}
    sites = {each.website.url.rstrip("/") for each in companies.values() if each.website}
    channels = {each.url.rstrip("/") for each in real_content.registers.channels.values() if each.url}

    assert companies
    assert {link.removeprefix("tel:") for link in links if link.startswith("tel:")} & numbers <= checked
    assert {link.rstrip("/") for link in links if link.startswith("http")} <= sites | channels
    assert all(html.css_first(f"#company-{key}") for key in companies)


REGISTER = """chengdai:
  products: [chengdai]
  operator: "橙子银行股份有限公司"
  kind: bank
  door: local-finance
  service:
    numbers: ["95999"]
    source: "隐私政策"
    year: 2022
    confidence: high
  source: "名单"
  source_type: list
  year: 2025
  checked: 2026-11-01
  review_by: 2027-05-01
  confidence: high
"""


@pytest.fixture
def with_companies(small: Path) -> Path:
    """Return the root of a miniature site with a company, its words and its index."""
    change(small, "mkdocs.yml", "  - laws.md\n", "  - companies.md\n  - laws.md\n")
    door = "".join(re.findall(r"(?ms)^registry:\n(?:  .*\n)+", (small / "docs/_data/channels.yml").read_text("utf-8")))
    change(small, "docs/_data/channels.yml", door, door + door.replace("registry:", "local-finance:"))
    for code, words in (("zh", ZH), ("en", EN)):
        own = {**words, "products": {"chengdai": words["products"]["chengdai"]}}
        path = f"docs/{code}/_data/channels.yml"
        said = "".join(re.findall(r"(?ms)^registry:\n(?:  .*\n)+", (small / path).read_text("utf-8")))
        change(small, path, said, said + said.replace("registry:", "local-finance:"))
        page = (small / f"docs/{code}/channels.md").read_text("utf-8")
        title, index = ("公司名单", "Companies"), page.replace("channels-index", "companies-index")
        index = re.sub(r"(?m)^title: .*$", f"title: {title[code == 'en']}", index)
        write(
            small,
            {
                f"docs/{code}/_data/companies.yml": json.dumps({"chengdai": own}, ensure_ascii=False),
                f"docs/{code}/companies.md": index,
            },
        )
    write(small, {"docs/_data/companies.yml": REGISTER})
    assert main.main(["translated", str(small / "docs/en")], small) == ExitCode.CLEAN
    return small


def test_a_live_check_makes_the_number_of_the_built_site_a_link(with_companies: Path) -> None:
    """What is dialled is a registered number, so the finished site passes its own checks."""
    found = []
    for live in ("", "  live_checked: 2026-11-02\n"):
        write(with_companies, {"docs/_data/companies.yml": REGISTER + live})
        assert main.main(["site", "--today", "2026-11-23"], with_companies) == ExitCode.CLEAN
        html = (with_companies / "site/companies/index.html").read_text(encoding="utf-8")
        found.append((html.count("95999"), html.count('href="tel:95999"')))

    assert found == [(1, 0), (2, 1)]


def test_status_lists_what_waits_for_a_live_check(with_companies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["status", "--today", "2026-11-23"], with_companies) == ExitCode.CLEAN
    assert capsys.readouterr().out.startswith(
        "docs/_data/companies.yml:1:1: chengdai: compare it with the live site or app,"
        " then set live_checked [live-check]\n"
    )

    assert main.main(["status", "--today", "2026-11-23", "--format", "json"], with_companies) == ExitCode.CLEAN
    assert json.loads(capsys.readouterr().out)["awaiting_live_check"] == ["chengdai"]

    write(with_companies, {"docs/_data/companies.yml": REGISTER + "  live_checked: 2026-11-02\n"})
    assert main.main(["status", "--today", "2026-11-23"], with_companies) == ExitCode.CLEAN
    assert "[live-check]" not in capsys.readouterr().out
