"""Front matter: what every page must say about itself."""

import pytest

from making import HEAD, content
from sitebuild.checks import front_matter_keys

TITLE, DESCRIPTION, REVIEWED = HEAD.split("\n")[1:4]


def block(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", ""])


@pytest.mark.parametrize(
    ("path", "head", "rules"),
    [
        pytest.param("zh/a.md", HEAD, [], id="all three keys"),
        pytest.param("zh/a.md", block(TITLE, DESCRIPTION), ["reviewed-missing"], id="a guide without review date"),
        pytest.param("zh/about/a.md", block(TITLE, DESCRIPTION), [], id="about pages need no review date"),
        pytest.param("zh/a.md", block(DESCRIPTION, REVIEWED), ["title-missing"], id="no title"),
        pytest.param("zh/a.md", block(TITLE, REVIEWED), ["description-missing"], id="no description"),
        pytest.param("zh/a.md", block("title: ' '", DESCRIPTION, REVIEWED), ["title-empty"], id="blank title"),
        pytest.param("zh/a.md", block("title: 12", DESCRIPTION, REVIEWED), ["title-empty"], id="title is a number"),
        pytest.param(
            "zh/a.md", block(TITLE, "description: 太短", REVIEWED), ["description-length"], id="description too short"
        ),
        pytest.param(
            "zh/a.md", block(TITLE, f"description: {'长' * 181}", REVIEWED), ["description-length"], id="too long"
        ),
        pytest.param(
            "zh/a.md", block(TITLE, DESCRIPTION, "reviewed: 去年"), ["reviewed-not-a-date"], id="date in words"
        ),
        pytest.param(
            "zh/a.md", block(TITLE, DESCRIPTION, REVIEWED, "changes:", "  2026-11-26: 改了"), [], id="a change"
        ),
        pytest.param(
            "zh/a.md", block(TITLE, DESCRIPTION, REVIEWED, "changes: 改了"), ["changes-malformed"], id="no day"
        ),
        pytest.param(
            "zh/a.md",
            block(TITLE, DESCRIPTION, REVIEWED, "changes:", "  昨天: 改了"),
            ["changes-malformed"],
            id="a day in words",
        ),
        pytest.param(
            "zh/a.md", block(TITLE, DESCRIPTION, REVIEWED, "author: x"), ["front-matter-key-unknown"], id="unknown key"
        ),
    ],
)
def test_front_matter_has_three_keys_and_no_other(path: str, head: str, rules: list[str]) -> None:
    """A title and description are what a search result shows; the date is what a reader trusts."""
    problems = list(front_matter_keys.check(content({path: "正文。"}, head)))

    assert [problem.rule for problem in problems] == rules


def test_an_unknown_key_is_reported_on_its_line() -> None:
    head = block(TITLE, DESCRIPTION, "autor: x", REVIEWED)

    (problem,) = front_matter_keys.check(content({"zh/a.md": "正文。"}, head))

    assert (problem.line, "title, description, reviewed" in problem.message) == (4, True)
