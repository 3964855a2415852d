"""What copies say of themselves: the day, the version, a hash of the content; and how their bytes stay the same."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
"""The earliest time that a zip can hold."""
_FILE = 0o644 << 16
"""The rights of every file in a zip, as Unix keeps them; without a word of the machine it was made on."""
_HASH_DIGITS = 16


@dataclass(frozen=True, kw_only=True)
class Edition:
    """
    When a copy was made, and from what.

    `moment` is in UTC; `version` is the short name of the commit, empty if it is not known; `site_url` is the address
    of the site for readers, empty if it has none; `rights` is the licence of the text, as mkdocs.yml has it.
    """

    moment: datetime
    version: str = ""
    site_url: str = ""
    rights: str = ""

    @property
    def day(self) -> date:
        """The day, in UTC."""
        return self.moment.date()


class ZipEntry(NamedTuple):
    """A file in a zip: its path there, its bytes, and whether it is packed."""

    path: str
    data: bytes
    packed: bool = True


def content_hash(*texts: str) -> str:
    """Return a short hash of texts: two copies with the same one say the same."""
    known = hashlib.sha256()
    for text in texts:
        known.update(hashlib.sha256(text.encode()).digest())
    return known.hexdigest()[:_HASH_DIGITS]


def zipped(entries: Iterable[ZipEntry], moment: datetime) -> bytes:
    """Return a zip of files in the order given; the same files and moment make the same bytes on every machine."""
    file = io.BytesIO()
    when = max(moment, _FIRST).timetuple()[:6]
    with zipfile.ZipFile(file, "w") as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.path, date_time=(when[0], when[1], when[2], when[3], when[4], when[5]))
            info.create_system = 3
            info.external_attr = _FILE
            method = zipfile.ZIP_DEFLATED if entry.packed else zipfile.ZIP_STORED
            archive.writestr(info, entry.data, compress_type=method, compresslevel=9)
    return file.getvalue()
