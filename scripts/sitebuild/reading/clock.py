"""Today's date; nothing else in the package asks the system clock for a date."""

import os
import time
from datetime import UTC, date, datetime


def today() -> date:
    """
    Return the date in the environment variable SOURCE_DATE_EPOCH (seconds since 1970), else today's date; both in UTC.

    The variable makes builds reproducible: https://reproducible-builds.org/specs/source-date-epoch/. A value that is
    not a whole number is ignored.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdecimal() else time.time(), tz=UTC).date()
