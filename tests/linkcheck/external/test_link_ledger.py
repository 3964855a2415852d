"""The ledger of external links: every row is a history of answers, and what it makes of the link."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sitebuild.linkcheck.external import link_ledger
from sitebuild.linkcheck.external.link_ledger import Ledger, LinkEntry, Visit, VisitFault
from sitebuild.model.problem import ToolError
from sitebuild.model.register_paths import EXTERNAL_LINKS as LEDGER

URL = "https://office.example/page"
NEW = "https://office.example/new"
DAY = date(2026, 11, 2)


def answer(status: int | None = 200, fault: VisitFault = "", url: str = URL) -> Visit:
    """Return a visit that was not redirected."""
    return Visit(url=url, final=url, status=None if fault else status, fault=fault)


GOOD, GONE, REFUSED, SILENT, TLS = answer(), answer(404), answer(403), answer(fault="timeout"), answer(fault="tls")
MOVED = Visit(url=URL, final=NEW, status=200, permanent=True)
LENT = Visit(url=URL, final=NEW, status=200)


def after(*history: tuple[int, Visit]) -> LinkEntry:
    """Return the entry after visits, each on a day counted from DAY."""
    ledger: Ledger = {}
    for days, visit in history:
        ledger = link_ledger.update(ledger, [visit], DAY + timedelta(days))
    return ledger[history[0][1].url]


@pytest.mark.parametrize(
    ("history", "status"),
    [
        pytest.param([(0, GOOD)], "good", id="it answers"),
        pytest.param([(0, LENT)], "good", id="a redirect for the time being"),
        pytest.param([(0, MOVED)], "moved", id="a redirect for good"),
        pytest.param([(0, GONE)], "failing", id="one failure"),
        pytest.param([(0, GONE), (0, GONE)], "failing", id="two failures on a day"),
        pytest.param([(0, GONE), (1, GONE)], "failing", id="two failures a day apart"),
        pytest.param([(0, GONE), (2, GONE)], "dead", id="two failures two days apart"),
        pytest.param([(0, GONE), (1, GONE), (2, SILENT)], "dead", id="three failures within two days"),
        pytest.param([(0, GONE), (2, GOOD), (4, GONE)], "failing", id="good in between"),
        pytest.param([(0, GONE), (2, MOVED), (4, GONE)], "failing", id="moved in between"),
        pytest.param([(0, GONE), (2, REFUSED), (4, GONE)], "dead", id="a refusal in between proves nothing"),
        pytest.param([(0, GONE), (7, GONE), (14, GOOD)], "good", id="back from the dead"),
        pytest.param([(0, REFUSED), (7, REFUSED)], "blocked", id="refused again and again"),
        *(pytest.param([(0, answer(code))], "blocked", id=f"{code}") for code in (401, 412, 418, 429, 451, 521)),
        pytest.param([(0, answer(400))], "failing", id="400"),
        pytest.param([(0, answer(520))], "failing", id="520"),
        pytest.param([(0, GONE), (2, answer(521)), (4, answer(451))], "blocked", id="refusals do not make it dead"),
        pytest.param([(0, answer(304))], "failing", id="304"),
        pytest.param([(0, answer(500))], "failing", id="500"),
        pytest.param([(0, SILENT)], "failing", id="time-out"),
        pytest.param(
            [(0, answer(fault="timeout", url="https://www.court.gov.cn/a"))], "blocked", id="a gov.cn time-out"
        ),
        pytest.param([(0, answer(fault="timeout", url="https://gov.cn:8443/a"))], "blocked", id="gov.cn itself"),
        pytest.param([(0, answer(fault="timeout", url="https://notgov.cn/a"))], "failing", id="not gov.cn"),
        pytest.param([(0, answer(fault="timeout", url="https://a.example/.gov.cn"))], "failing", id="only in the path"),
        pytest.param([(0, answer(404, url="https://www.court.gov.cn/a"))], "failing", id="a gov.cn page that is gone"),
        pytest.param([(0, answer(fault="connection", url="https://www.gov.cn/"))], "failing", id="a gov.cn reset"),
        pytest.param([(0, TLS)], "tls-invalid", id="a bad certificate"),
        pytest.param([(0, TLS), (7, TLS)], "tls-invalid", id="a bad certificate again"),
        pytest.param([(0, answer(fault="loop"))], "failing", id="a loop"),
    ],
)
def test_what_a_history_makes_of_a_link(history: list[tuple[int, Visit]], status: str) -> None:
    """A link taken out too early is a way to help that readers lose."""
    assert after(*history).status == status


def test_an_entry_remembers_its_days() -> None:
    assert after((0, GOOD), (7, GONE), (14, GONE), (21, GONE)) == LinkEntry(
        status="dead",
        answer="404",
        since=date(2026, 11, 16),
        last_good=DAY,
        first_failure=date(2026, 11, 9),
        failures=(date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)),
        final=URL,
    )


def test_a_long_death_does_not_grow_the_ledger() -> None:
    entry = after(*((7 * week, GONE) for week in range(52)))

    assert (entry.first_failure, len(entry.failures)) == (DAY, 5)


def test_the_address_of_a_copy_stays() -> None:
    """People write it, and no visit may wipe it out."""
    copy = "https://archive.example/copy"
    ledger = {URL: after((0, GONE)).model_copy(update={"archived": copy})}

    assert link_ledger.update(ledger, [GOOD], DAY)[URL].archived == copy


def test_an_update_leaves_the_old_ledger_and_the_other_links_alone() -> None:
    other = "https://other.example/"
    old = {URL: after((0, GOOD)), other: after((0, answer(url=other)))}
    before = dict(old)

    new = link_ledger.update(old, [GONE], DAY)

    assert (old, new[other]) == (before, before[other])


VISITS = some.sampled_from([GOOD, GONE, REFUSED, SILENT, TLS, MOVED, LENT])
HISTORIES = some.lists(some.tuples(some.integers(0, 60), VISITS), min_size=1)


@given(HISTORIES)
def test_a_ledger_survives_being_written_and_the_same_visit_twice(history: list[tuple[int, Visit]]) -> None:
    """A job that is started again on the same day must not count a failure twice."""
    ledger = {URL: after(*history)}
    days, last = history[-1]

    assert link_ledger.read(link_ledger.render(ledger), LEDGER) == ledger
    assert link_ledger.update(ledger, [last], DAY + timedelta(days)) == ledger


def test_the_text_is_sorted_and_one_value_a_line() -> None:
    ledger = {"https://b.example/": after((0, GOOD)), "https://a.example/": after((0, MOVED))}

    text = link_ledger.render(ledger)

    keys = [line.split('"')[1] for line in text.splitlines() if '": {' in line]
    inner = [line.split('"')[1] for line in text.splitlines() if line.startswith('  "')][:8]
    assert (keys, inner, text[-2:]) == (sorted(ledger), sorted(inner), "}\n")


@pytest.mark.parametrize("text", ["", " \n"], ids=["no file", "blank"])
def test_an_empty_text_is_an_empty_ledger(text: str) -> None:
    assert link_ledger.read(text, LEDGER) == {}


SOUND = link_ledger.render({URL: after((0, GOOD))})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(SOUND[:40], "JSON", id="cut off"),
        pytest.param("<<<<<<< ours\n" + SOUND, "JSON", id="marks of a merge"),
        pytest.param("[]", "object", id="a list"),
        pytest.param("[" * 100_000, "JSON", id="too deep"),
        pytest.param(SOUND.replace('"good"', '"fine"'), f"{URL} → status", id="an unknown status"),
        pytest.param(SOUND.replace('"2026-11-02"', '"yesterday"'), f"{URL} → ", id="no date"),
        pytest.param(SOUND.replace('"status"', '"state"'), f"{URL} → ", id="an unknown key"),
        pytest.param(SOUND.replace("null", "7"), f"{URL} → ", id="a number"),
        pytest.param(SOUND.replace("https:", "ftp:"), "ftp://office.example/page", id="no web address"),
    ],
)
def test_a_damaged_ledger_says_where_and_what_to_type(text: str, words: str) -> None:
    with pytest.raises(ToolError) as error:
        link_ledger.read(text, LEDGER)

    assert words in str(error.value)
    assert f"git checkout -- {LEDGER}" in str(error.value)


def test_a_summary_begins_with_what_readers_miss_most() -> None:
    copy = "https://archive.example/copy"
    gone = after((0, GOOD), (7, GONE), (14, GONE)).model_copy(update={"archived": copy})
    ledger = {
        "https://e.example/": after((0, GONE)),
        "https://d.example/": after((0, REFUSED)),
        "https://c.example/": after((0, TLS)),
        "https://b.example/": after((0, MOVED)),
        "https://a.example/": gone,
        URL: after((0, GOOD)),
    }

    assert link_ledger.summary(ledger) == (
        "5 of 6 external links need a look.\n"
        "\n## Dead: replace the link or take it out (1)\n\n"
        f"- <https://a.example/>: 404, since 2026-11-09, last good 2026-11-02; a copy: <{copy}>\n"
        "\n## Moved for good: write the new address (1)\n\n"
        f"- <https://b.example/> → <{NEW}>\n"
        "\n## Certificate or encryption not valid: open by hand (1)\n\n"
        "- <https://c.example/>: certificate or encryption not valid, since 2026-11-02, never seen good\n"
        "\n## Robots refused: open by hand now and then (1)\n\n"
        "- <https://d.example/>: 403, since 2026-11-02, never seen good\n"
        "\n## Failed once: wait for the next run (1)\n\n"
        "- <https://e.example/>: 404, since 2026-11-02, never seen good\n"
    )


def test_a_summary_of_good_links_is_one_line() -> None:
    assert link_ledger.summary({URL: after((0, GOOD))}) == "All external links answer (1).\n"


def test_a_foreign_address_cannot_write_the_issue() -> None:
    """Redirects come from strangers."""
    moved = Visit(url=URL, final=NEW + "> @all\n\n- Mine", status=200, permanent=True)

    line = link_ledger.summary({URL: after((0, moved))}).splitlines()[-1]

    assert line == f"- <{URL}> → <{NEW}%3E%20@all%0A%0A-%20Mine>"
