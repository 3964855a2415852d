"""The index from A to Z: what stands in for the search where no script runs."""

import re
from collections.abc import Mapping
from dataclasses import replace

from making import company, company_registers, content
from sitebuild.building.blocks import alphabet_index
from sitebuild.model.content import Content

WORDS = {"index_numbers": "号码", "index_other": "其他", "index_skipped": "我 怎么"}
FILES = {
    "zh/a.md": "## 我怎么投诉？ {#how .faq}\n\n打电话，先说你是谁，再说发生了什么，最后说你要什么。",
    "zh/b.md": "正文",
}


def made(files: Mapping[str, str]) -> Content:
    registers = company_registers({"chengdai": company()}, zh={"chengdai": {"products": {"chengdai": "橙贷"}}})
    return replace(content(files, registers=registers), interface={"zh": WORDS, "en": WORDS})


def groups(markdown: str) -> dict[str, str]:
    """Return the lines of each group by its name."""
    parts = re.split(r"<h2>(.*?)</h2>", markdown)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_numbers_come_first_and_lead_to_their_channels() -> None:
    found = groups(alphabet_index.index(made(FILES), "zh"))

    assert next(iter(found)) == "号码"
    lines = [line for line in found["号码"].splitlines() if line.startswith("- ")]
    assert lines[0].startswith("- [110 ")
    assert "](channels.md#channel-110)" in lines[0]


def test_questions_pages_and_words_stand_under_their_letter() -> None:
    found = groups(alphabet_index.index(made(FILES), "zh"))

    assert "- [我怎么投诉？](a.md#how)" in found["T"]
    assert "- [标题](b.md)" in found["B"]
    assert "- [橙贷](companies.md#company-chengdai)" in found["C"]
    assert list(found)[1:] == sorted(list(found)[1:])


def test_what_readers_call_a_page_leads_to_it() -> None:
    head = "---\ntitle: 标题\nsearch: [呼死你, 轰炸]\n---\n"
    read = replace(
        content({"zh/a.md": "## 节 {#part}\n<!-- search: 半夜敲门 -->\n\n正文"}, head=head), interface={"zh": WORDS}
    )

    index = alphabet_index.index(replace(read, registers=made({}).registers), "zh")

    assert "- [呼死你](a.md)" in groups(index)["H"]
    assert "半夜敲门" not in index


def test_an_entry_that_is_not_translated_is_not_in_the_index_of_the_translation() -> None:
    assert "a.md" not in alphabet_index.index(made(FILES), "en")


def test_signs_of_markdown_in_a_title_are_text() -> None:
    head = "---\ntitle: '*贷*[1]'\n---\n"
    read = replace(content({"zh/a.md": ""}, head=head), interface={"zh": WORDS})

    assert r"- [\*贷\*\[1\]](a.md)" in alphabet_index.index(replace(read, registers=made({}).registers), "zh")
