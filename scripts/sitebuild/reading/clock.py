"""Today's date; nothing else in the package asks the system clock for a date."""

import os
import re
import time
from datetime import UTC, date, datetime

_LAST = 253_402_300_799
"""The last second of the year 9999, which is the last year that Python's dates know."""


def today() -> date:
    """Return the day of `source_date_epoch`, else today's date; both in UTC."""
    epoch = source_date_epoch()
    return datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date()


def source_date_epoch() -> int | None:
    """
    Return the environment variable SOURCE_DATE_EPOCH (seconds since 1970), or None if it is missing or means no date.

    It makes builds reproducible: https://reproducible-builds.org/specs/source-date-epoch/.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(text) if re.fullmatch("[0-9]{1,12}", text) and int(text) <= _LAST else None
