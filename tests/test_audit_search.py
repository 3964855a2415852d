"""How search is scored."""

import pytest

from audit import search
from audit.search import Query, Score


@pytest.mark.parametrize(
    ("name", "address"),
    [("help/contacts-called.md", "help/contacts-called/"), ("help/index.md", "help/"), ("index.md", "")],
)
def test_a_page_is_known_by_its_address(name: str, address: str) -> None:
    assert search.route(name) == address


def test_a_score_counts_pages_and_sections() -> None:
    query = Query(language="zh", text="呼死你", pages=("a.md", "b.md"), sections=("x",))
    score = Score()
    for places in (["a/#x"], ["c/", "b/#y"], ["c/", "d/", "e/", "a/#x"], []):
        score.add(query, places)

    assert (score.asked, score.first, score.three) == (4, 1, 2)
    assert (score.section, score.of_sections) == (1, 2)


def test_a_loss_of_more_than_a_few_queries_misses_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "recorded", lambda: {"choosing": {"zh": {"first": 60, "three": 70}}})
    few = {("choosing", "zh"): Score(asked=80, first=55, three=70)}
    many = {("choosing", "zh"): Score(asked=80, first=54, three=70)}

    assert all(each.met for each in search.measures(few, {}))
    assert not all(each.met for each in search.measures(many, {}))


def test_what_is_recorded_can_be_read_again() -> None:
    assert search.recorded()["choosing"]["zh"]["first"] > 0
