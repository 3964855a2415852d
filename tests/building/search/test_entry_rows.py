"""The rows of the registers are short."""

import pytest

from sitebuild.building.search import entry_rows


@pytest.mark.parametrize(
    ("articles", "spans"),
    [
        pytest.param((), "", id="none"),
        pytest.param(("3",), "3", id="one"),
        pytest.param(("3", "4", "6"), "3 4 6", id="two that follow each other are no shorter as a span"),
        pytest.param(("3", "4", "5", "6", "9"), "3~6 9", id="many that follow each other"),
        pytest.param(("9", "10", "11", "11-1", "12"), "9~11 11-1 12", id="an inserted one stands alone"),
    ],
)
def test_articles_that_follow_each_other_are_a_span(articles: tuple[str, ...], spans: str) -> None:
    assert entry_rows.spans(articles) == spans
