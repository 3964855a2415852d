"""
The files of sitemaps.org that are no XML → the addresses in them.

robots.txt names sitemaps; a sitemap may be packed with gzip, or a text with an address on every line.
"""

from collections.abc import Iterable, Sequence

from . import xml_addresses
from .address import cleaned, scheme_of
from .xml_addresses import XmlAddress, XmlAddresses

ROBOTS = "robots.txt"
_TEXT, _PACKED = "sitemap.txt", ".xml.gz"
_LARGEST = 50 * 2**20
"""So many bytes a sitemap may have unpacked, by its protocol."""
_FIELD = "sitemap:"


def others(paths: Iterable[str]) -> Sequence[str]:
    """Return the files of a site that are such: of a packed one that is there unpacked too, one is enough."""
    there = [path for path in paths if is_one(path)]
    if not there:
        return ()
    known = set(paths)
    return [path for path in there if path.removesuffix(".gz") not in known or not path.endswith(_PACKED)]


def is_one(path: str) -> bool:
    """Tell whether a path is that of such a file; robots.txt counts at the top only."""
    return path == ROBOTS or path.endswith(_PACKED) or path.rpartition("/")[2] == _TEXT


def read(path: str, content: bytes) -> XmlAddresses | None:
    """Return the addresses in a file, in their order, or None if it is nothing of the kind."""
    if path.endswith(_PACKED):
        return xml_addresses.read(_unpacked(content))
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    if path == ROBOTS:
        fields = (line.partition("#")[0].strip() for line in lines)
        written = [cleaned(field[len(_FIELD) :]) for field in fields if field.lower().startswith(_FIELD)]
    else:
        # The protocol wants whole addresses; what else stands there is the text of another kind of file.
        written = [cleaned(line) for line in lines if scheme_of(cleaned(line)) in ("http", "https")]
    found = [XmlAddress(each, is_entry=path != ROBOTS) for each in written if each]
    return XmlAddresses(is_sitemap=True, found=found, fault="") if found else None


def _unpacked(content: bytes) -> bytes:
    # Loaded here, because hardly any site has one.
    import zlib  # noqa: PLC0415

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, _LARGEST)
    except zlib.error:
        return b""
