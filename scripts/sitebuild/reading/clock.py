"""The only clock: what day it is."""

import os
import time
from datetime import UTC, date, datetime


def today() -> date:
    """
    Return the day of SOURCE_DATE_EPOCH (seconds since 1970, 0 included) if it is set, else today, both in UTC.

    See https://reproducible-builds.org/specs/source-date-epoch/; what is no number is passed over.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdecimal() else time.time(), tz=UTC).date()
