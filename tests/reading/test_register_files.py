"""The register files: every fault is one line with its place."""

import re

import pytest

from making import ROOT
from sitebuild.model import register_paths
from sitebuild.reading.register_files import read

LAW = """pipl:
  official_title: "中华人民共和国个人信息保护法"
  kind: law
  status: in-force
  articles: ["13"]
  source: "全文"
  source_type: statute
  checked: 2026-11-01
  review_by: 2027-11-01
  confidence: high
"""
WORDS = """pipl:
  title: "法"
  cite: "《法》"
  issuer: "人大"
  what: "一句话。"
  gists:
    "13": "大意。"
"""
VALUES, ZH = "docs/_data/laws.yml", "docs/zh/_data/laws.yml"


def faults(law: str = LAW, words: str = WORDS) -> list[tuple[str, int, int, str]]:
    _, problems = read({VALUES: law, ZH: words}, ["zh"])
    return [(each.path, each.line, each.column, each.rule) for each in problems]


def test_a_whole_entry_is_read() -> None:
    registers, problems = read({VALUES: LAW, ZH: WORDS}, ["zh"])

    assert problems == []
    assert registers.laws["pipl"].articles == ("13",)
    assert registers.words["zh"].laws["pipl"].gists == {"13": "大意。"}
    assert registers.lines[VALUES, "pipl"] == registers.lines[ZH, "pipl"] == 1
    assert registers.lines[ZH, "pipl.gists.13"] == 7


@pytest.mark.parametrize(
    ("law", "words", "expected"),
    [
        pytest.param(LAW, WORDS, [], id="a whole entry"),
        pytest.param(LAW + "  colour: red\n", WORDS, [(VALUES, 11, 3, "register-entry-wrong")], id="an unknown key"),
        pytest.param(
            LAW.replace("2026-11-01", "去年"), WORDS, [(VALUES, 8, 3, "register-entry-wrong")], id="a date in words"
        ),
        pytest.param(
            LAW.replace("2026-11-01", "2026-13-01"), WORDS, [(VALUES, 8, 12, "register-broken")], id="a wrong date"
        ),
        pytest.param(
            LAW.replace("kind: law", "kind: rule"),
            WORDS,
            [(VALUES, 3, 3, "register-entry-wrong")],
            id="an unknown kind",
        ),
        pytest.param(
            LAW.replace("confidence: high", "confidence: low"),
            WORDS,
            [(VALUES, 10, 3, "register-entry-wrong")],
            id="low confidence is left out, not registered",
        ),
        pytest.param(
            LAW.replace('  source: "全文"\n', ""), WORDS, [(VALUES, 1, 1, "register-entry-wrong")], id="no source"
        ),
        pytest.param(LAW + "  kind: law\n", WORDS, [(VALUES, 11, 3, "register-key-doubled")], id="a key twice"),
        pytest.param(LAW + LAW, WORDS, [(VALUES, 11, 1, "register-key-doubled")], id="an entry twice"),
        pytest.param("pipl: [", WORDS, [(VALUES, 1, 8, "register-broken")], id="broken YAML"),
        pytest.param("- 甲\n", "", [(VALUES, 1, 1, "register-broken")], id="a list"),
        pytest.param(LAW, "", [(ZH, 1, 1, "register-missing")], id="no words"),
        pytest.param("", WORDS, [(VALUES, 1, 1, "register-missing")], id="words of nothing"),
        pytest.param(
            LAW, WORDS.replace('"一句话。"', "12"), [(ZH, 5, 3, "register-entry-wrong")], id="a number for words"
        ),
        pytest.param(LAW, WORDS.replace('"一句话。"', '" "'), [(ZH, 5, 3, "register-entry-wrong")], id="blank words"),
    ],
)
def test_every_fault_has_its_place(law: str, words: str, expected: list[tuple[str, int, int, str]]) -> None:
    """Whoever adds a law on the web sees the line to mend."""
    found = [fault for fault in faults(law, words) if fault[3] != "register-words-unmatched" or not law]

    assert found == expected


@pytest.mark.parametrize("register", ["laws", "companies", "channels", "facts", "terms"])
def test_an_entry_without_the_day_of_its_next_review_is_refused(register: str) -> None:
    """Otherwise it would never be overdue, and grow old in silence."""
    values, words = f"docs/_data/{register}.yml", f"docs/zh/_data/{register}.yml"
    files = {path: (ROOT / path).read_text(encoding="utf-8") for path in (values, words)}
    forgotten = re.sub(r"^  review_by: .*\n", "", files[values], count=1, flags=re.MULTILINE)

    assert read(files, ["zh"])[1] == []
    assert "register-entry-wrong" in [each.rule for each in read({**files, values: forgotten}, ["zh"])[1]]


def test_missing_files_are_empty_registers() -> None:
    registers, problems = read({}, ["zh"])

    assert (dict(registers.laws), problems) == ({}, [])


def test_the_handbook_s_own_registers_are_all_read() -> None:
    """No register file lies unread beside the others."""
    codes = [folder.parent.name for folder in (ROOT / "docs").glob("*/_data")]
    known = {f"docs/{code}/_data/{name}.yml" for code in codes for name in ("interface", "translated")}
    known |= {register_paths.REDIRECTS, register_paths.LINK_EXCEPTIONS, *register_paths.paths(codes)}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("_data/*.yml")}

    assert there <= known
    assert {path for path in register_paths.paths(["zh", "en"]) if "conversion" not in path} <= there


PARITY = """ranges: ["to"]
dates: ["{month} {year}"]
units:
  days: ["{number} days?"]
prohibitions: ["do not"]
negations: ["not"]
question_mark: "?"
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param("", "", None, id="as it should be"),
        pytest.param('"not"', '"(not"', 6, id="a pattern that does not end"),
        pytest.param("{number} days?", "days", 4, id="a unit without its number"),
        pytest.param("{month} {year}", "{year}", 2, id="a date without its month"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_reported_on_its_line(old: str, new: str, line: int | None) -> None:
    """Whoever adds a language writes patterns; a slip must not stop the checks with a traceback."""
    path = "docs/en/_data/parity.yml"
    _, problems = read({path: PARITY.replace(old, new) if old else PARITY}, ["en"])

    assert [(each.path, each.line, each.rule) for each in problems] == (
        [(path, line, "register-entry-wrong")] if line else []
    )


COMPANY = """chengdai:
  products: [chengdai]
  operator: "橙子银行股份有限公司"
  kind: bank
  door: bank
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


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param("", "", None, id="as it should be"),
        pytest.param('    source: "隐私政策"\n', "", 6, id="a number without its source"),
        pytest.param("    year: 2022\n", "", 6, id="a number without its year"),
        pytest.param("    year: 2022", "    year: 22", 9, id="a year that is none"),
        pytest.param('    numbers: ["95999"]\n', "", 6, id="a line without a number"),
        pytest.param("    year: 2022", "    channel: alipay\n    year: 2022", 6, id="a number and a channel"),
        pytest.param("door: bank", "door: police", 5, id="a door that companies do not open"),
        pytest.param("kind: bank", "kind: shop", 4, id="an unknown kind"),
        pytest.param("products: [chengdai]", "products: []", 2, id="no product"),
        pytest.param("confidence: high\n  source:", "confidence: low\n  source:", 10, id="too little confidence"),
        pytest.param("  year: 2025", "  print: no\n  year: 2025", 13, id="an unknown key"),
    ],
)
def test_a_company_has_a_source_for_each_number(old: str, new: str, line: int | None) -> None:
    """What no source prints is not in the register at all."""
    path = "docs/_data/companies.yml"
    _, problems = read({path: COMPANY.replace(old, new, 1) if old else COMPANY}, [])

    assert [(each.path, each.line, each.rule) for each in problems] == (
        [(path, line, "register-entry-wrong")] if line else []
    )
