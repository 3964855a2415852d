"""Every way through the picker of situations ends in a plan whose pages, sections and channels exist."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from making import SOURCED, content
from sitebuild.building.blocks import plans as blocks
from sitebuild.checks import plans
from sitebuild.model.content import Content
from sitebuild.model.plans import FIRST, URGENT, WHO, Risk, RiskWords, Situation, SituationWords, ways
from sitebuild.model.registers import Channel, Registers, Words
from sitebuild.text import plan_sections

FILES = {
    "zh/help/a.md": "## 先做什么 {#first-hour}\n\n1. 打电话。\n\n## 表 {#listed}\n\n<!-- table: routes -->\n",
    "zh/help/b.md": "## 别的 {#other}\n\n一句话。\n",
    "en/help/b.md": "## Another {#changed}\n\nA sentence.\n",
}
GOOD = Situation(group="calls", who=WHO, page="help/a.md")


def rules(situations: Mapping[str, Situation], first: str | None = None, **risks: Risk) -> list[str]:
    """Return the rules that some situations break; each has the same words."""
    said = {key: SituationWords(text="出事了？", first=first) for key in situations}
    feared = {key: RiskWords(text="钱", first="打电话") for key in risks}
    channels = {"a": Channel(need="data", numbers={"main": "110"}, **SOURCED), "b": Channel(need="data", **SOURCED)}
    words = {"zh": Words(plans=said, risks=feared)}
    registers = Registers(channels=channels, plans=situations, risks=risks, words=words)
    return [problem.rule for problem in plans.check(content(FILES, registers=registers))]


def like_good(**values: object) -> Situation:
    return GOOD.model_copy(update=values)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        pytest.param(GOOD, [], id="a page with the usual sections"),
        pytest.param(like_good(doors=("a",)), [], id="a number to call"),
        pytest.param(like_good(doors=("c",)), ["plan-target"], id="a channel that is not there"),
        pytest.param(like_good(doors=("b",)), ["plan-target"], id="a channel without a number"),
        pytest.param(like_good(page="help/c.md"), ["plan-target", "plan-empty"], id="a page that is not there"),
        pytest.param(like_good(page="help/a.md#gone"), ["plan-target"], id="a section that is not there"),
        pytest.param(like_good(page="help/b.md"), ["plan-empty"], id="a page with other sections"),
        pytest.param(like_good(parts={"hour": ("gone",)}), ["plan-target"], id="a part that is not there"),
        pytest.param(like_good(parts={"day": ("help/b.md#other",)}), ["plan-target"], id="a part not in a translation"),
        pytest.param(like_good(parts={"day": ("listed",)}), ["plan-target"], id="a part with a generated table"),
        pytest.param(like_good(who=("me", "family", "colleague")), ["plan-unasked"], id="nothing for an employer"),
    ],
)
def test_a_plan_has_all_that_it_names(plan: Situation, expected: list[str]) -> None:
    assert rules({"situation": plan}) == expected


def test_what_is_urgent_says_what_to_do_at_once_and_nothing_else_does() -> None:
    urgent = like_good(group=URGENT)

    assert rules({"now": urgent, "later": GOOD}) == ["plan-words"]
    assert rules({"later": GOOD}, first="打电话") == ["plan-words"]


def test_what_may_be_lost_leads_to_pages_and_numbers() -> None:
    assert rules({"situation": GOOD}, money=Risk(pages=("help/a.md",), doors=("a",))) == []
    assert rules({"situation": GOOD}, money=Risk(pages=("help/c.md",), doors=("c",))) == ["plan-target"] * 2


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_every_way_of_the_handbook_ends_in_a_plan_in_every_language(real_content: Content, code: str) -> None:
    """Who asks, what has happened, who lent, what may be lost: whatever the answers, there is something to do."""
    registers, words = real_content.registers, real_content.registers.words[code]
    page = real_content.page(code, "tools/situation-picker.md")
    assert page
    text = blocks.plans(real_content, page)
    lenders = {company.door for company in registers.companies.values()}

    found = ways(registers.plans)
    assert {who for who, _ in found} == {None, *WHO}
    assert {key for _, key in found} == registers.plans.keys() == words.plans.keys()
    for key in registers.plans:
        parts = dict(plan_sections.of(real_content, code, registers.plans[key]))
        assert FIRST in parts, key
        assert {each.language for sections in parts.values() for each, _ in sections} == {code}, key
    assert all(f'data-risk="{key}"' in text for key in registers.risks)
    assert all(f'data-lender="{door}"' in text for door in {*lenders, ""})
    assert text.count("data-door=") == len(registers.companies)


def test_no_reference_is_left_in_a_plan(real_content: Content) -> None:
    page = real_content.page("en", "tools/situation-picker.md")
    assert page
    text = blocks.plans(real_content, page)

    assert not [scheme for scheme in ("(law:", "(phone:", "(fact:", "(term:", "(channel:", "{#") if scheme in text]


def test_a_situation_without_words_in_a_language_is_left_out_there(real_content: Content) -> None:
    page = real_content.page("en", "tools/situation-picker.md")
    assert page
    words = {key: text for key, text in real_content.registers.words["en"].plans.items() if key != "seen"}
    spoken = {**real_content.registers.words, "en": replace(real_content.registers.words["en"], plans=words)}
    less = replace(real_content, registers=replace(real_content.registers, words=spoken))

    assert 'data-body="seen"' in blocks.plans(real_content, page)
    assert 'data-body="seen"' not in blocks.plans(less, page)
