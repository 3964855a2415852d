"""What grows old is listed for maintainers, and readers are told."""

import json
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import content, small_registers
from sitebuild.building import overdue
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.model import register_paths
from sitebuild.model.content import Content

SMALL = content({"zh/a.md": "处[](fact:penalty)。", "zh/b.md": "打[](phone:110)。"}, registers=small_registers())


@pytest.mark.parametrize(
    ("today", "keys"),
    [
        (date(2026, 12, 1), []),
        (date(2026, 12, 2), ["penalty"]),
        (date(2027, 5, 2), ["penalty", "110", "12110", "12356", "12363", "registry"]),
    ],
    ids=["on the last day", "a day later", "when the channels are due"],
)
def test_what_is_overdue_is_listed_the_oldest_first(today: date, keys: list[str]) -> None:
    assert [each.key for each in overdue.overdue(SMALL, today)] == keys


def test_a_page_shows_the_oldest_check_of_what_it_uses() -> None:
    penal, dialling = SMALL.page("zh", "a.md"), SMALL.page("zh", "b.md")
    assert penal
    assert dialling

    assert overdue.shown(SMALL, penal, overdue.overdue(SMALL, date(2026, 12, 2))) == date(2026, 10, 1)
    assert overdue.shown(SMALL, dialling, overdue.overdue(SMALL, date(2026, 12, 2))) is None


def test_an_index_shows_all_of_its_register() -> None:
    both = content({"zh/channels.md": "<!-- channels-index -->"}, registers=small_registers())
    index = both.page("zh", "channels.md")
    assert index

    assert overdue.shown(both, index, overdue.overdue(both, date(2026, 12, 2))) is None
    assert overdue.shown(both, index, overdue.overdue(both, date(2027, 5, 2))) == date(2026, 11, 1)


def test_the_handbook_is_not_overdue_on_the_day_of_its_last_check(real_content: Content) -> None:
    checked = max(
        entry.checked
        for entries in (real_content.registers.laws, real_content.registers.channels, real_content.registers.facts)
        for entry in entries.values()
    )

    assert overdue.overdue(real_content, checked) == []


def test_one_day_every_entry_is_due(real_content: Content) -> None:
    registers = (getattr(real_content.registers, name) for name in register_paths.NAMES)
    entries = sum(len(each) for each in registers)

    assert len(overdue.overdue(real_content, date(2028, 1, 1))) == entries


def test_readers_are_told_exactly_where_a_fact_is_overdue(small: Path) -> None:
    """The banner stands on the pages that show the fact, in their language, and nowhere else."""
    assert main.main(["site", "--today", "2026-12-02"], small) == ExitCode.CLEAN

    told = {}
    for path in (small / "site").rglob("index.html"):
        banner = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first(".overdue")
        if banner:
            told[path.relative_to(small / "site").as_posix()] = banner.text()
    assert told == {
        "help/first/index.html": "本页有的信息最近一次核对是在2026年10月1日，已过复核日期。照着做以前，先打电话核实。",
        "en/help/first/index.html": "Some information on this page was last checked on 1 October 2026"
        " and is past its review date. Call before you rely on it.",
        "zh-Hant/help/first/index.html": "本頁有的資訊最近一次核對是在2026年10月1日，已過複核日期。"
        "照著做以前，先打電話核實。",
    }


def test_status_lists_what_is_overdue_and_is_no_fault(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Time must never turn a pull request red."""
    assert main.main(["status", "--today", "2026-12-02"], small) == ExitCode.CLEAN
    assert capsys.readouterr().out.startswith(
        "docs/_data/facts.yml:11:1: penalty: checked 2026-10-01, due 2026-12-01;"
        " compare it with its source, then set checked and review_by [overdue]\n"
    )

    assert main.main(["status", "--today", "2026-12-02", "--format", "json"], small) == ExitCode.CLEAN
    assert [each["key"] for each in json.loads(capsys.readouterr().out)["overdue"]] == ["penalty"]


def test_the_day_must_be_a_date(small: Path) -> None:
    assert main.main(["check", "--today", "tomorrow"], small) == ExitCode.USAGE
