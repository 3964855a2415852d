"""One thing has one name."""

import pytest

from making import content, small_registers
from sitebuild.checks import avoided_terms


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("zh/a.md", "找个人信息处理者。", []),
        ("zh/a.md", "找信息控制者。", [(7, 2, "write “个人信息处理者” instead of “信息控制者”")]),
        (
            "en/a.md",
            "Ask the data controller.",
            [(7, 9, "write “personal information handler” instead of “data controller”")],
        ),
    ],
    ids=["the term", "a word to avoid", "a word to avoid in English"],
)
def test_a_word_that_a_term_replaces_is_reported(path: str, line: str, expected: list[tuple[int, int, str]]) -> None:
    found = avoided_terms.check(content({path: line}, registers=small_registers()))

    assert [(each.line, each.column, each.message) for each in found] == expected
