"""The scorecard: counted or recorded, never typed; what nobody measured is said to be not measured."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from audit import recorded, search
from audit.measure import Measure
from making import ROOT, write
from sitebuild.building import scorecard
from sitebuild.linkcheck.external.link_ledger import LinkEntry
from sitebuild.model.content import Content
from sitebuild.model.problem import ToolError
from sitebuild.model.scorecard import Measured

TODAY = date(2026, 11, 23)
PAGES = {"zh": "about/scorecard", "en": "en/about/scorecard", "zh-Hant": "zh-Hant/about/scorecard"}


def link(status: str) -> LinkEntry:
    day = date(2026, 11, 20)
    return LinkEntry.model_validate(
        {"status": status, "answer": "200", "since": day, "last_good": day, "final": "https://www.gov.cn/"}
    )


def table(site: Path, place: str) -> str:
    html = (site / place / "index.html").read_text("utf-8")
    found = re.search(r'<section class="?scorecard"?>.*?</section>', html, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("code", PAGES)
def test_every_language_shows_what_was_counted(real_site: Path, real_content: Content, code: str) -> None:
    shown = table(real_site, PAGES[code])
    pages = len(real_content.pages_in(code))
    assert len(re.findall(r"<tr>\s*<td", shown)) == 9
    assert str(pages) in shown
    assert not re.search(r"\{\w+\}", shown)


def test_the_data_says_the_same_and_keeps_to_its_schema(real_site: Path, real_content: Content) -> None:
    data = json.loads((real_site / "data/scorecard.json").read_text("utf-8"))
    schema = json.loads((real_site / "data/scorecard.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["day"] == TODAY.isoformat()
    assert data["languages"]["en"]["pages"] == len(real_content.pages_in("en"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "colour": "red"}, schema)


def test_what_is_recorded_of_search_is_what_the_audit_recorded() -> None:
    """Two files, written by one command."""
    measured = Measured.model_validate_json((ROOT / scorecard.MEASURED).read_bytes())
    assert measured.search is not None
    assert recorded.search(search.recorded(), measured.search.day) == measured.search


def test_what_nobody_measured_is_said_to_be_not_measured(real_content: Content, tmp_path: Path) -> None:
    card = scorecard.count(real_content, TODAY, Measured(), {}, tmp_path)
    for code, words in (("zh", "没有量过"), ("en", "not measured")):
        shown = scorecard.table(card, real_content, code)
        assert shown.count(words) == 4
    assert (card.search, card.accessibility, card.paper, card.official_addresses) == (None, None, None, None)


def test_what_an_audit_records_is_shown_with_its_day(real_content: Content, tmp_path: Path) -> None:
    write(tmp_path, {"docs/_data/x": "", "site/index.html": "x" * 5000, "site/a/index.html": "x" * 1000})
    paper = [
        Measure(name="paper, faults", value=0, most=0),
        Measure(name="handbook, sheets", value=60, most=48),
        Measure(name="handbook, seconds", value=3),
    ]
    recorded.write(tmp_path, paper=recorded.audit(paper, date(2026, 11, 1)))
    recorded.write(tmp_path, search=recorded.search({"last": {"zh": {"asked": 9, "first": 7, "three": 8}}}, TODAY))
    measured = Measured.model_validate_json((tmp_path / scorecard.MEASURED).read_bytes())
    ledger = {"https://www.gov.cn/": link("good"), "https://www.gov.cn/x": link("dead")}
    card = scorecard.count(real_content, TODAY, measured, ledger, tmp_path / "site")
    shown = scorecard.table(card, real_content, "en")
    assert "2 targets, 1 met (1 November 2026)" in shown
    assert "9 queries, the right page first for 7, among the first three for 8 (23 November 2026)" in shown
    assert "2 visited, 1 of them dead (20 November 2026)" in shown
    assert "largest 5 kB, half of them under 3 kB, style sheet 0 kB" in shown
    assert shown.count("not measured") == 1


def test_what_is_overdue_is_counted_by_the_day_of_the_build(real_content: Content, tmp_path: Path) -> None:
    late = scorecard.count(real_content, date(2040, 1, 1), Measured(), {}, tmp_path)
    assert late.overdue == late.entries > 0
    assert late.next_due is None
    assert "not measured" in scorecard.table(late, real_content, "en")


def test_a_damaged_record_is_said_in_one_line(real_content: Content, tmp_path: Path) -> None:
    write(tmp_path, {scorecard.MEASURED: '{"search": 3}', "site/data/x": ""})
    with pytest.raises(ToolError, match=r"docs/_data/measured\.json is damaged"):
        scorecard.write(tmp_path, tmp_path / "site", real_content, "https://example.org/")
