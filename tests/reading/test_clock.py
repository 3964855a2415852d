"""Which day it is, for whatever is judged by its age."""

from datetime import UTC, datetime

import pytest

from sitebuild.reading import clock


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", "1970-01-01"), ("1795996800", "2026-11-30"), ("253402300799", "9999-12-31")]
)
def test_a_reproducible_build_says_which_day_it_is(monkeypatch: pytest.MonkeyPatch, epoch: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert (clock.today().isoformat(), clock.source_date_epoch()) == (day, int(epoch))


@pytest.mark.parametrize("epoch", ["", "now", "-1", "1e5", " 0", "²", "٣", "253402300800", "9" * 5000])
def test_what_means_no_date_is_as_if_it_were_missing(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(tz=UTC).date()

    assert clock.source_date_epoch() is None
    assert before <= clock.today() <= datetime.now(tz=UTC).date()
