"""Links in Markdown stay inside the language's own folder."""

import pytest

from making import content
from sitebuild.checks import markdown_links


@pytest.mark.parametrize(
    ("target", "rules"),
    [
        pytest.param("../rights/delete.md", [], id="a page of another guide"),
        pytest.param("b.md#c", [], id="a section of a neighbour"),
        pytest.param("#c", [], id="a section of this page"),
        pytest.param("../../assets/x.svg", [], id="a shared picture"),
        pytest.param("https://www.cac.gov.cn/", [], id="an official page"),
        pytest.param("tel:12378", [], id="a phone number"),
        pytest.param("../../../README.md", ["link-outside-docs"], id="out of docs"),
        pytest.param("../../../../../etc/hosts", ["link-outside-docs"], id="far out of docs"),
        pytest.param("../../en/help/b.md", ["link-across-languages"], id="another language"),
        pytest.param("/help/b/", ["link-absolute"], id="from the root"),
    ],
)
def test_links_stay_in_the_language(target: str, rules: list[str]) -> None:
    problems = list(markdown_links.check(content({"zh/help/a.md": f"看[这一页]({target})。"})))

    assert [(problem.line, problem.column, problem.rule) for problem in problems] == [(7, 8, rule) for rule in rules]


def test_code_is_not_a_link() -> None:
    """The pages about writing pages show links that must not be followed."""
    body = "写成`[文字](/help/)`。\n\n```\n[文字](/help/)\n```\n"

    assert list(markdown_links.check(content({"zh/a.md": body}))) == []
