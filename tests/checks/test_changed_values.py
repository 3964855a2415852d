"""A value of a register that changed was compared with its source again, and reviewers see all of them together."""

import pytest

from sitebuild.checks import changed_values

PATH = "docs/_data/channels.yml"
ENTRY = """"120":
  need: danger
  numbers:
    main: "120"
  url: https://a.example
  source: "甲"
  checked: 2026-11-01
"""


def now(*changed: tuple[str, str]) -> dict[str, str]:
    text = ENTRY
    for old, new in changed:
        assert old in text
        text = text.replace(old, new)
    return {PATH: text}


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        pytest.param([('main: "120"', 'main: "121"')], [3], id="a number"),
        pytest.param([("a.example", "b.example")], [5], id="an address"),
        pytest.param([("need: danger", "need: police")], [2], id="anything else that is said"),
        pytest.param([('main: "120"', 'main: "121"'), ("11-01", "11-30")], [], id="a number, checked again"),
        pytest.param([('source: "甲"', 'source: "乙"')], [], id="only where it stands"),
        pytest.param([('"120":\n', '"119":\n')], [], id="another entry"),
        pytest.param([("danger\n", "danger # by day\n")], [], id="a remark"),
        pytest.param([("url: https", "url: [")], [], id="what cannot be read, another rule's business"),
    ],
)
def test_an_entry_that_changed_has_a_new_day_of_its_check(changed: list[tuple[str, str]], lines: list[int]) -> None:
    found = list(changed_values.check({PATH: ENTRY}, now(*changed), "main"))

    assert [(each.path, each.line, each.rule) for each in found] == [(PATH, line, "value-unchecked") for line in lines]


def test_the_message_says_what_changed_and_what_to_write() -> None:
    [problem] = changed_values.check({PATH: ENTRY}, now(("a.example", "b.example")), "origin/main")

    assert problem.message == (
        "“120”: url is not what it was in origin/main, but checked is: compare it with its source, then write the day"
        " as checked"
    )


def test_reviewers_see_every_value_that_changed_came_or_went() -> None:
    """Also of entries that were checked again: whoever reviews compares them with the source, too."""
    text = now(('main: "120"', 'main: "121"\n    night: "122"'), ("11-01", "11-30"))[PATH].replace(
        "  need: danger\n", ""
    )

    assert [str(each) for each in changed_values.changes({PATH: ENTRY}, {PATH: text})] == [
        f"{PATH}:1: 120.need: danger → nothing",
        f"{PATH}:3: 120.numbers.main: 120 → 121",
        f"{PATH}:4: 120.numbers.night: nothing → 122",
    ]


def test_nothing_is_compared_without_a_commit() -> None:
    assert list(changed_values.check({}, {PATH: ENTRY}, "")) == []
    assert list(changed_values.changes({}, {PATH: ENTRY})) == []
