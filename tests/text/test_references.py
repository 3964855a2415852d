"""References become what a reader sees, in the reader's language."""

from dataclasses import replace

import pytest

from making import company, company_registers, small_registers
from sitebuild.model.page import Reference
from sitebuild.text import references
from sitebuild.text.references import UnresolvedError

REGISTERS = small_registers()


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        pytest.param(
            "[](law:pipl/47)",
            "[《个人信息保护法》第四十七条](../laws/pipl.md#pipl-47)",
            "[PIPL, Art. 47](../laws/pipl.md#pipl-47)",
            id="an article",
        ),
        pytest.param(
            "[](law:pipl/13,47)",
            "[《个人信息保护法》第十三条、第四十七条](../laws/pipl.md#pipl-13)",
            "[PIPL, Arts 13 and 47](../laws/pipl.md#pipl-13)",
            id="two articles",
        ),
        pytest.param("[](law:pipl)", "[《个人信息保护法》](../laws/pipl.md)", "[PIPL](../laws/pipl.md)", id="a law"),
        pytest.param(
            "[删除](law:pipl/47)", "[删除](../laws/pipl.md#pipl-47)", "[删除](../laws/pipl.md#pipl-47)", id="own words"
        ),
        pytest.param("[](phone:110)", "[110](tel:110)", "[110](tel:110)", id="a number"),
        pytest.param(
            "[](phone:12110/beijing)", "[12110010](sms:12110010)", "[12110010](sms:12110010)", id="a text message"
        ),
        pytest.param(
            "[](channel:12363)",
            "[人民银行投诉电话](../channels.md#channel-12363)（[12363](tel:12363)）",
            "[PBoC complaint line](../channels.md#channel-12363) ([12363](tel:12363))",
            id="name and number",
        ),
        pytest.param(
            "[](channel:registry)",
            "[企业信用信息公示系统](../channels.md#channel-registry)",
            "[Company register](../channels.md#channel-registry)",
            id="a channel without a number",
        ),
        pytest.param(
            "[](site:registry)",
            "[企业信用信息公示系统](https://www.gsxt.gov.cn/)",
            "[Company register](https://www.gsxt.gov.cn/)",
            id="a site",
        ),
        pytest.param("[](fact:reply-days)", "20日", "20 days", id="a fact"),
        pytest.param(
            "[](fact:penalty)",
            "5日以下拘留或1000元以下罚款",
            "up to 5 days of detention or a fine up to RMB 1,000",
            id="a fact of several numbers",
        ),
        pytest.param(
            "[](term:handler)",
            "[个人信息处理者](../glossary.md#handler){.term}",
            "[personal information handler](../glossary.md#handler){.term}",
            id="a term",
        ),
        pytest.param(
            "[](law:pipl/47@zh)",
            "[《个人信息保护法》第四十七条](../laws/pipl.md#pipl-47)",
            '<span lang="zh">[《个人信息保护法》第四十七条](../laws/pipl.md#pipl-47)</span>',
            id="in another language",
        ),
        pytest.param("[页](../laws.md)", "[页](../laws.md)", "[页](../laws.md)", id="an ordinary link"),
    ],
)
def test_a_reference_reads_as_its_language_writes_it(written: str, chinese: str, english: str) -> None:
    assert references.expand(written, REGISTERS, "zh", "help/a.md") == chinese
    assert references.expand(written, REGISTERS, "en", "help/a.md") == english


def test_links_from_the_top_need_no_way_up() -> None:
    assert references.expand("[](law:pipl)", REGISTERS, "en", "index.md") == "[PIPL](laws/pipl.md)"


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        pytest.param("[](law:pipl/99)", "it has “13” or “47”", id="an article that the law does not have"),
        pytest.param("[](law:pippl/47)", "did you mean “pipl”", id="a slip in the key"),
        pytest.param("[](law:psap-2012/42)", "write (law:psap/50)", id="a repealed law, article moved"),
        pytest.param("[](law:psap-2012)", "write (law:psap)", id="a repealed law"),
        pytest.param("[](phone:12364)", "did you mean “12363”", id="a number that nobody has"),
        pytest.param("[](phone:110/abroad)", "it has “main”", id="another number of the channel"),
        pytest.param("[](phone:registry)", "has no number", id="a channel without a number"),
        pytest.param("[](site:110)", "has no site", id="a channel without a site"),
        pytest.param("[](fact:reply)", "did you mean “reply-days”", id="an unknown fact"),
        pytest.param("[](term:handlers)", "did you mean “handler”", id="an unknown term"),
        pytest.param("[](law:pipl/47@fr)", "there is no language “fr”", id="an unknown language"),
    ],
)
def test_what_names_nothing_is_told_what_is_nearest(written: str, advice: str) -> None:
    """An author sees what to type; the page shows the reference as typed until then."""
    (reference,) = references.find(written, 1)

    with pytest.raises(UnresolvedError) as error:
        references.resolve(reference, REGISTERS, "zh", "a.md")

    assert advice in str(error.value)
    assert references.expand(written, REGISTERS, "zh", "a.md") == written


ORANGE = company_registers(
    {"chengdai": company()},
    zh={"chengdai": {"products": {"chengdai": "橙贷"}}},
    en={"chengdai": {"products": {"chengdai": "Chengdai"}, "operator": "Orange Bank"}},
)


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        pytest.param(
            "[](company:chengdai)",
            "[橙子银行股份有限公司](../companies.md#company-chengdai)",
            "[Orange Bank](../companies.md#company-chengdai)",
            id="the official name, and what another language calls it",
        ),
        pytest.param(
            "[它](company:chengdai)",
            "[它](../companies.md#company-chengdai)",
            "[它](../companies.md#company-chengdai)",
            id="own words",
        ),
        pytest.param(
            "[](company:chengdai@zh)",
            "[橙子银行股份有限公司](../companies.md#company-chengdai)",
            '<span lang="zh">[橙子银行股份有限公司](../companies.md#company-chengdai)</span>',
            id="the name to write on a letter",
        ),
        pytest.param("[](company:chengda)", "[](company:chengda)", "[](company:chengda)", id="an unknown company"),
    ],
)
def test_a_product_leads_to_its_operator(written: str, chinese: str, english: str) -> None:
    assert references.expand(written, ORANGE, "zh", "help/a.md") == chinese
    assert references.expand(written, ORANGE, "en", "help/a.md") == english


def test_a_script_of_its_own_writes_the_official_name_its_way() -> None:
    words = replace(ORANGE.words["zh"], to_own_script=lambda text: text.replace("银", "銀"))
    registers = replace(ORANGE, words={"zh-Hant": words})

    assert references.expand("[](company:chengdai)", registers, "zh-Hant", "a.md").startswith("[橙子銀行")


def test_references_are_found_with_their_place() -> None:
    found = list(references.find("见[](law:pipl/47@zh)和[甲](b.md)。", 7))

    assert found == [Reference(line=7, column=2, scheme="law", target="pipl/47", language="zh")]
    assert (found[0].key, found[0].parts) == ("pipl", ("47",))
