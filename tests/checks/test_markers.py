"""Markers that the build replaces."""

from dataclasses import replace

import pytest

from making import company, company_registers, content
from sitebuild.checks import markers

QUESTION = "## 会怎样？ {#what .faq}\n\n会有一个足够长的回答，至少二十个字，一个字也不能少。"


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        pytest.param({"zh/faq.md": "<!-- faq-index -->"}, [], id="the index"),
        pytest.param({"zh/a.md": "<!-- 这一段以后要改 -->"}, [], id="an ordinary comment"),
        pytest.param({"zh/a.md": "<!-- faq-indx -->"}, ["marker-unknown"], id="a slip"),
        pytest.param({"zh/a.md": "<!-- table: channels -->"}, ["marker-unknown"], id="a marker that does not exist"),
        pytest.param({"zh/help/faq.md": "<!-- faq-index -->"}, ["marker-misplaced"], id="below the top"),
        pytest.param({"zh/a.md": QUESTION}, ["index-count"], id="questions without an index"),
        pytest.param(
            {"zh/a.md": QUESTION, "zh/b.md": "<!-- faq-index -->", "zh/c.md": "<!-- faq-index -->"},
            ["index-count"],
            id="two indexes",
        ),
        pytest.param({"zh/a.md": QUESTION, "zh/b.md": "<!-- faq-index -->"}, [], id="questions and their index"),
        pytest.param(
            {"zh/a.md": QUESTION, "zh/b.md": "<!-- faq-index -->", "en/a.md": QUESTION},
            [],
            id="an index that is not translated",
        ),
        pytest.param(
            {"zh/a.md": QUESTION, "zh/b.md": "<!-- faq-index -->", "en/a.md": QUESTION, "en/b.md": ""},
            ["index-count"],
            id="a translation without the index of its source",
        ),
    ],
)
def test_markers_mean_something(files: dict[str, str], rules: list[str]) -> None:
    """A marker with a slip would be published as an invisible comment, and the index would be gone."""
    assert [problem.rule for problem in markers.check(content(files))] == rules


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        pytest.param({"zh/companies.md": "<!-- companies-index -->"}, [], id="companies and their index"),
        pytest.param({"zh/a.md": "正文"}, ["index-count"], id="companies without an index"),
        pytest.param(
            {"zh/help/a.md": "<!-- companies-index -->", "zh/companies.md": "<!-- companies-index -->"},
            ["index-count", "marker-misplaced"],
            id="an index below the top",
        ),
    ],
)
def test_a_register_of_companies_is_shown_once(files: dict[str, str], rules: list[str]) -> None:
    registers = replace(company_registers({"chengdai": company()}), laws={}, channels={}, terms={})
    problems = markers.check(content(files, registers=registers))

    assert sorted({problem.rule for problem in problems if problem.path != "docs/en"}) == rules
