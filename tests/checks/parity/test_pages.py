"""A translation keeps what readers act upon; each aspect has rows that pass and rows that fail."""

from dataclasses import replace

import pytest

from making import HEAD, content, small_registers
from sitebuild.checks.parity import pages as parity_pages
from sitebuild.model.content import Language
from sitebuild.model.parity_patterns import ParityPatterns
from sitebuild.model.problem import Problem
from sitebuild.model.registers import Words


def found(original: str, translation: str) -> list[Problem]:
    """Return what is found in one section, whose heading stands on line 7 and whose text begins on line 9."""
    pages = {"zh/a.md": f"## 甲 {{#one}}\n\n{original}", "en/a.md": f"## A {{#one}}\n\n{translation}"}
    return list(parity_pages.check(content(pages, registers=small_registers())))


def rules(original: str, translation: str) -> list[tuple[int, str, str]]:
    return [(each.line, each.rule, each.severity) for each in found(original, translation)]


REFERENCE, NUMBER, NEGATION = "reference-differs", "number-differs", "negation-differs"


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param("打[](phone:110)。", "Call [](phone:110).", [], id="the same number"),
        pytest.param(
            "打[](channel:12363)。", "Call the PBoC, [](phone:12363).", [], id="its name typed, its number kept"
        ),
        pytest.param(
            "打[](phone:110)。",
            "Call [](phone:12363).",
            [(9, REFERENCE, "error")],
            id="another number",
        ),
        pytest.param(
            "见[](law:pipl/13,47)。", "See [](law:pipl/13) and [](law:pipl/47).", [], id="two articles, apart"
        ),
        pytest.param(
            "见[](law:pipl/13)。",
            "See this:\n[](law:pipl/47).",
            [(10, REFERENCE, "error")],
            id="another article",
        ),
        pytest.param("见[](law:pipl/13)。", "See the law.", [(7, REFERENCE, "error")], id="an article left out"),
        pytest.param(
            "见[](law:pipl/13)。",
            '[](law:pipl/13) (<span lang="zh">[](law:pipl@zh)</span>)',
            [],
            id="the same law named in Chinese as well",
        ),
        pytest.param(
            "见[](law:pipl/13)。",
            '[](law:pipl/13) (<span lang="zh">[](law:psap@zh)</span>)',
            [(9, REFERENCE, "error")],
            id="another law named in Chinese",
        ),
        pytest.param("看[这里](#two)。", "Read [this](#two).", [], id="the same link"),
        pytest.param("看这里。", "Read [this](#two).", [(9, "link-differs", "note")], id="a link added"),
        pytest.param("看[这里](#two)。", "Read this.", [(7, "link-differs", "note")], id="a link left out"),
    ],
)
def test_references_are_those_of_the_original(
    original: str, translation: str, expected: list[tuple[int, str, str]]
) -> None:
    assert rules(original, translation) == expected


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param("三天内。", "Within three days.", [], id="both in words"),
        pytest.param("两个工作日。", "2 working days.", [], id="words and digits"),
        pytest.param("5至10日。", "5 to 10 days.", [], id="a range"),
        pytest.param("5日至10日。", "5 to 10 days.", [], id="a unit said once"),
        pytest.param("借2.4万元。", "Borrow RMB 24,000.", [], id="ten thousands"),
        pytest.param("5000万元。", "RMB 50 million.", [], id="millions"),
        pytest.param("6类行为。", "Six kinds of conduct.", [], id="a plain number in words"),
        pytest.param("一个月。", "A month.", [], id="one, which may be an article"),
        pytest.param("11月18日到2026年11月20日。", "From 18 November to 20 November 2026.", [], id="a year said once"),
        pytest.param("等30天。", "Now\nwait 40 days.", [(10, "error")], id="another number of days"),
        pytest.param("等30天。", "Wait 30 months.", [(9, "error")], id="another unit"),
        pytest.param("三天内。", "Within five days.", [(9, "error")], id="another number in words"),
        pytest.param("2026年8月1日起。", "Since 1 July 2026.", [(9, "error")], id="another month"),
        pytest.param("费率5%。", "A rate of 6%.", [(9, "error")], id="another rate"),
        pytest.param("罚500元。", "A fine of RMB 5,000.", [(9, "error")], id="another amount"),
        pytest.param("第3页。", "Page 4.", [(9, "note"), (7, "note")], id="another plain number"),
        pytest.param("说话。", 'Speak. <span lang="zh">等30天。</span> `40 days`', [], id="foreign words and code"),
    ],
)
def test_numbers_are_those_of_the_original(original: str, translation: str, expected: list[tuple[int, str]]) -> None:
    assert rules(original, translation) == [(line, NUMBER, severity) for line, severity in expected]


BOX = '!!! warning "提醒"\n    '
ENGLISH_BOX = '!!! warning "Beware"\n    '


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(f"{BOX}不要付钱。", f"{ENGLISH_BOX}Do not pay.", [], id="a warning kept"),
        pytest.param(f"{BOX}不要付钱。", f"{ENGLISH_BOX}Pay.", [(10, NEGATION)], id="a warning turned round"),
        pytest.param(f"{BOX}付钱。", f"{ENGLISH_BOX}Never pay.", [(10, NEGATION)], id="a negation added to a box"),
        pytest.param(f"{BOX}付钱。", '!!! danger "Now"\n    Pay.', [(9, "box-differs")], id="another kind of box"),
        pytest.param("1. 先看。\n2. 别回复。", "1. Look first.\n2. Do not reply.", [], id="a step kept"),
        pytest.param("1. 先看。\n2. 别回复。", "1. Look first.\n2. Reply.", [(10, NEGATION)], id="a step turned round"),
        pytest.param(
            "1. 看。\n    别回。", "1. Look.\n    Read.\n    Reply.", [(11, NEGATION)], id="a step in more lines"
        ),
        pytest.param("1. 不开门，不见面。", "1. Do not open the door or meet them.", [], id="one negation for two"),
        pytest.param("1. 他们能不能打给我？", "1. May they call me?", [], id="a question that is no negation"),
        pytest.param("1. 看App的权限。", '1. See App (<span lang="zh">不允许</span>).', [], id="words of the app"),
        pytest.param("银行不得收费。", "A bank must not charge.", [], id="a rule kept"),
        pytest.param("银行不得收费。", "A bank may charge.", [(9, NEGATION)], id="a rule turned round"),
        pytest.param(
            "银行不得收费（[](law:pipl/13)）。",
            "A bank may charge ([](law:pipl/13)).\n\nDo not pay.",
            [(9, NEGATION)],
            id="a rule turned round beside a paragraph that the source has not",
        ),
        pytest.param(
            "银行不得收费（[](law:pipl/13)）。",
            "Know this ([](law:pipl/13)).\nA bank must not charge.\n\nPay.",
            [],
            id="a rule in two lines",
        ),
        pytest.param("银行可以收费。", "A bank must not charge.", [(9, NEGATION)], id="a rule turned the other way"),
        pytest.param("价格不同。", "Prices differ.", [], id="a sentence that only describes"),
        pytest.param("> 不要打了。", "> RouteStep. Call again.", [(9, NEGATION)], id="words to send turned round"),
    ],
)
def test_warnings_stay_warnings(original: str, translation: str, expected: list[tuple[int, str]]) -> None:
    assert [(line, rule) for line, rule, _ in rules(original, translation)] == expected


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param("1. 看。\n2. 听。", "1. Look.\n2. Listen.", [], id="as many steps"),
        pytest.param("图：\n\n<!-- figure: a -->", "See:\n\n<!-- figure: a -->", [], id="the same drawing"),
        pytest.param("图：\n\n<!-- figure: a -->", "See.", [(7, "marker-differs", "error")], id="a drawing left out"),
        pytest.param(
            "表。",
            "See:\n\n<!-- table: doors -->\n<!-- differs: table:doors: it helps here -->",
            [],
            id="a table more, with its reason",
        ),
        pytest.param("1. 看。\n2. 听。", "1. Look and listen.", [(9, "steps-differ", "note")], id="fewer steps"),
        pytest.param("- 看。\n- 听。", "- Look and listen.", [], id="a list without order"),
        pytest.param("找[](term:handler)。", "Ask the [](term:handler).", [], id="a term by reference"),
        pytest.param("找个人信息处理者。", "Ask personal information handlers.", [], id="a term in the plural"),
        pytest.param("找个人信息处理者。", "Ask the company.", [(7, "term-missing", "error")], id="a term paraphrased"),
    ],
)
def test_steps_and_terms_are_those_of_the_original(
    original: str, translation: str, expected: list[tuple[int, str, str]]
) -> None:
    assert rules(original, translation) == expected


def test_a_question_is_asked_in_both_languages() -> None:
    pages = {"zh/a.md": "## 能吗？ {#one .faq}\n\n能。", "en/a.md": "## You can {#one .faq}\n\nYes."}
    problems = list(parity_pages.check(content(pages, registers=small_registers())))

    assert [(each.line, each.rule, each.severity) for each in problems] == [(7, "question-mark-differs", "note")]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        pytest.param("", [(9, NUMBER)], id="no exemption"),
        pytest.param("<!-- differs: 40-days: local usage -->", [], id="an exemption"),
        pytest.param("<!-- differs: 50-days: local usage -->", [(9, NUMBER), (10, "exemption-unused")], id="unused"),
        pytest.param("<!-- differs: 40-days: -->", [(9, NUMBER), (10, "exemption-without-reason")], id="no reason"),
        pytest.param("<!-- differs: 40-days -->", [(9, NUMBER), (10, "exemption-without-reason")], id="nothing said"),
    ],
)
def test_what_differs_with_a_reason_is_let_through(comment: str, expected: list[tuple[int, str]]) -> None:
    """A reader of another language may need other words; somebody must have thought about it."""
    assert [(line, rule) for line, rule, _ in rules("等。", f"Wait 40 days.\n{comment}")] == expected


def test_a_language_without_its_words_is_reported() -> None:
    """Silence would look like agreement."""
    registers = small_registers()
    words = {**registers.words, "en": replace(registers.words["en"], parity=None)}
    pages = content({"zh/a.md": "等30天。", "en/a.md": "Wait."}, registers=replace(registers, words=words))

    problems = list(parity_pages.check(pages))

    assert [(each.path, each.rule) for each in problems] == [("docs/en/_data/parity.yml", "parity-words-missing")]


@pytest.mark.parametrize(
    ("unsaid", "translation", "rule"),
    [
        pytest.param("ranges", "Wait forty days. Do not pay.", NUMBER, id="ranges"),
        pytest.param("dates", "Wait forty days. Do not pay.", NUMBER, id="dates"),
        pytest.param("units", "Wait forty days. Do not pay.", NUMBER, id="units"),
        pytest.param("prohibitions", "Wait 30 days. Pay.", NEGATION, id="prohibitions"),
        pytest.param("negations", "Wait 30 days. Pay.", NEGATION, id="negations"),
        pytest.param("question_mark", "Wait 30 days. Do not pay.", "question-mark-differs", id="the question mark"),
    ],
)
def test_what_a_language_does_not_say_yet_is_noted_and_not_compared(unsaid: str, translation: str, rule: str) -> None:
    """Whoever begins a language need not know patterns; its references are compared from the first day."""
    pages = {
        "zh/a.md": "## 能吗？ {#one .faq}\n\n打[](phone:110)。\n\n等30天，不要付钱。",
        "en/a.md": f"## {'You can' if unsaid == 'question_mark' else 'May I?'} {{#one .faq}}\n\n{translation}",
    }
    registers = small_registers()
    said = registers.words["en"].parity
    assert said
    english = replace(registers.words["en"], parity=ParityPatterns.model_validate(said.model_dump(exclude={unsaid})))
    less = replace(registers, words={**registers.words, "en": english})

    before = {each.rule for each in parity_pages.check(content(pages, registers=registers))}
    after = list(parity_pages.check(content(pages, registers=less)))

    assert before == {"reference-differs", rule}
    assert [(each.rule, each.severity) for each in after] == [
        ("parity-words-missing", "note"),
        ("reference-differs", "error"),
    ]
    assert f"how it writes {unsaid}," in after[0].message


def test_pages_of_a_converted_language_are_no_translations() -> None:
    """They are converted, or somebody wrote them anew on purpose; no words are asked of their language."""
    hant = Language(code="zh-Hant", name="繁體中文", generated_from="zh")
    made = content({"zh/a.md": "## 甲 {#one}\n\n等30天。", "zh-Hant/a.md": "## 甲 {#one}\n\n等40天。"})
    registers = replace(small_registers(), words={**small_registers().words, "zh-Hant": Words()})

    assert list(parity_pages.check(replace(made, languages=(*made.languages, hant), registers=registers))) == []


def test_sections_that_are_not_translated_are_not_compared() -> None:
    """The rule for sections reports them."""
    pages = {"zh/a.md": "## 甲 {#one}\n\n等30天。", "en/a.md": "## B {#two}\n\nWait."}

    assert list(parity_pages.check(content(pages, registers=small_registers()))) == []


OLD = "bbbbbbbb"


@pytest.mark.parametrize(
    ("original", "translation", "severity"),
    [
        pytest.param("严禁转账。", "Transfer the money.", ["error"], id="what is forbidden is told to be done"),
        pytest.param("1. 先看。\n2. 别回。", "1. Look.\n2. Reply.", ["error"], id="a step turned round"),
        pytest.param(f"{BOX}不要付钱。", f"{ENGLISH_BOX}Pay.", ["error"], id="a warning turned round"),
        pytest.param("严禁转账。", "Do not transfer the money.", [], id="forbidden in both"),
        pytest.param("先看。\n不要转账。", "Look first.", ["note"], id="forbidden since, in a line of its own"),
        pytest.param("不要转账。\n先看。", "Look first.\nDo not pay.", ["note", "note"], id="lines in another order"),
        pytest.param("转账。", "Never transfer money.", ["note"], id="forbidden only in the translation"),
        pytest.param("打[](phone:110)。", "Call [](phone:12363).", ["note"], id="another number"),
    ],
)
def test_an_older_section_may_differ_but_not_tell_to_do_what_is_forbidden(
    original: str, translation: str, severity: list[str]
) -> None:
    head = HEAD.replace("\n---\n", f"\ntranslated:\n  one: {OLD}\n---\n")
    pages = {"zh/a.md": f"## 甲 {{#one}}\n\n{original}", "en/a.md": f"## A {{#one}}\n\n{translation}"}
    problems = list(parity_pages.check(content(pages, head, small_registers())))

    assert [each.severity for each in problems] == severity
