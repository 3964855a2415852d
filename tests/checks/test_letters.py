"""A letter can be copied, filled in and sent."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import content, found
from sitebuild.building.blocks import fill, letter_fields
from sitebuild.checks import letters
from sitebuild.model.content import Content
from sitebuild.model.letter_fields import LetterField, LetterFieldWords
from sitebuild.model.registers import Registers, Words
from sitebuild.text import notation

FIELDS = {"company": LetterField(kind="text", group="them"), "id": LetterField(kind="masked", group="you")}
WORDS = Words(
    fields={
        "company": LetterFieldWords(label="公司", write="全称", example="某公司"),
        "id": LetterFieldWords(label="证件号", hint="只写后四位", write="后四位", example="000X"),
    }
)
REGISTERS = Registers(fields=FIELDS, words={"zh": WORDS})
PARTS = "\n\n".join(f"## 节 {{#{part}}}" for part in letters.PARTS)
LETTER = "docs/zh/letters/a.md"


def pages(body: str, name: str = "zh/letters/a.md", registers: Registers = REGISTERS) -> Content:
    return content({name: body}, registers=registers)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{{ company }}和{{id}}", [], id="known blanks"),
        pytest.param("行\n\n写给{{ compny }}", [(9, 3, "field-unknown")], id="an unknown blank, with line and column"),
        pytest.param('!!! letter "信"\n\n    写给{{ }}', [(9, 7, "blank-unnamed")], id="a blank without a name"),
        pytest.param('!!! letter "信"\n\n    写给【公司】', [(9, 7, "blank-unnamed")], id="brackets"),
        pytest.param('!!! letter "信"\n\n    写给____', [(9, 7, "blank-unnamed")], id="a line to write on"),
        pytest.param('!!! letter "信"\n\n    正文\n\n说：【公司】', [], id="brackets after the letter"),
        pytest.param("说：【公司】", [], id="brackets in a sentence to say"),
        pytest.param("依据GDPR", [(7, 3, "foreign-law")], id="another country's law"),
        pytest.param("30天内必须答复", [(7, 1, "foreign-law")], id="a deadline that no law sets"),
    ],
)
def test_blanks_are_named_and_the_law_is_ours(body: str, expected: list[tuple[int, int, str]]) -> None:
    problems = list(letters.check(pages(f"{body}\n\n{PARTS}")))

    assert [(each.line, each.column, each.rule) for each in problems] == expected


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        pytest.param("zh/letters/a.md", PARTS, 0, id="all parts"),
        pytest.param("zh/letters/a.md", PARTS.replace("{#attach}", "{#other}"), 1, id="without what to attach"),
        pytest.param("zh/letters/index.md", "正文", 0, id="the list of letters"),
        pytest.param("zh/help/a.md", "依据GDPR", 0, id="no letter"),
    ],
)
def test_a_letter_has_all_its_parts(name: str, body: str, expected: int) -> None:
    problems = list(letters.check(pages(body, name)))

    assert found(problems) == [(LETTER, 1, "letter-part-missing")] * expected


def test_a_masked_blank_says_what_to_write() -> None:
    words = replace(WORDS, fields={**WORDS.fields, "id": WORDS.fields["id"].model_copy(update={"hint": None})})

    problems = letters.check(pages("正文", "zh/a.md", replace(REGISTERS, words={"zh": words})))

    assert [each.rule for each in problems] == ["field-hint-missing"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ company }}", '<span class="blank" data-field="company">【公司】</span>'),
        ("{{id}}", '<span class="blank" data-field="id">【证件号：只写后四位】</span>'),
        ("{{ other }}", "{{ other }}"),
    ],
    ids=["a name", "a masked one with its hint", "an unknown one"],
)
def test_a_blank_is_shown_with_its_name(text: str, shown: str) -> None:
    site = replace(pages("正文"), interface={"zh": {"label_colon": "："}})

    assert letter_fields.expand(text, site, "zh") == shown


def test_every_blank_of_the_letters_is_explained_once(real_content: Content) -> None:
    original = real_content.page("zh", "tools/letter-writer.md")
    assert original

    rows = [letter_fields.table(real_content, original, marker).split("\n")[2:] for marker in notation.FIELD_TABLES]

    assert sorted(rows[0]) == sorted(row for group in rows[1:] for row in group)
    assert len(rows[0]) == len(real_content.registers.fields)
    used = {
        blank.field
        for each in real_content.pages_in("zh")
        for number, line in enumerate(each.source.split("\n"))
        for blank in notation.blanks(line, number)
    }
    assert used <= real_content.registers.fields.keys()


def test_no_letter_shows_braces(real_content: Content) -> None:
    for each in real_content.pages_in("zh-Hant"):
        if each.folder == "letters":
            text = fill.fill(each, each.source, real_content, "https://example.org/")
            assert "{{" not in text
            assert LexborHTMLParser(text).css("span.blank") or each.name.endswith("index.md")
