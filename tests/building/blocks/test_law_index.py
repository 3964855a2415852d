"""The index of laws: a line for each, in groups by kind."""

from dataclasses import replace

from making import content, small_registers
from sitebuild.building.blocks import law_index
from sitebuild.model.content import Content

WORDS = {
    "laws_law": "法律",
    "laws_soft": "标准",
    "label_colon": "：",
    "status_repealed": "已失效。",
}


def indexed() -> Content:
    return replace(content({"zh/laws.md": "正文。"}, registers=small_registers()), interface={"zh": WORDS})


def test_a_law_is_a_line_with_the_ids_of_its_articles() -> None:
    """What is not simply in force says so; the ids are for those who come by an old address."""
    assert law_index.index(indexed(), "zh") == (
        "## 法律 {#laws-law}\n\n"
        '- [个人信息保护法](laws/pipl.md)<span id="pipl-13"></span><span id="pipl-47"></span>\n'
        "    {#pipl data-moved=1}\n"
        "- [治安管理处罚法（旧）](laws/psap-2012.md)：已失效。\n"
        "    {#psap-2012 data-moved=1}\n"
        '- [治安管理处罚法](laws/psap.md)<span id="psap-50"></span>\n'
        "    {#psap data-moved=1}\n\n"
        "## 标准 {#laws-soft}\n\n"
        "- [催收指引](laws/gbt-1.md)\n"
        "    {#gbt-1 data-moved=1}"
    )


def test_a_law_without_words_in_a_language_is_left_out() -> None:
    read = indexed()
    words = read.registers.words["zh"]
    some = replace(words, laws={key: each for key, each in words.laws.items() if key == "psap"})
    registers = replace(read.registers, words={**read.registers.words, "zh": some})

    assert "pipl" not in law_index.index(replace(read, registers=registers), "zh")
