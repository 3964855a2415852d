"""
Compressed copies beside the files of a site, so that no server compresses anything while somebody waits.

The same bytes make the same copies: no time, name or system is written into them. A copy of another version of zlib
or brotli may differ, and unpacks to the same.
"""

import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

ENDS = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
"""The ends of the names of files that are text; pictures, PDFs and archives are compressed in themselves."""
COPIES: Mapping[str, str] = {".br": "br", ".gz": "gzip"}
"""What a copy adds to the name of its file, and what the header Content-Encoding calls it."""
LEAST = 1024
"""A smaller file fits into the first packet as it is."""
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Deflated, no name, no time, best compression, no system named (RFC 1952)."""


def compress(folder: Path) -> int:
    """
    Write the copies of every text file below a folder beside it, and return how many there are.

    Copies that an earlier call left are replaced; where a copy would not be smaller, or the file is too small, there
    is none. A copy gets the time of its file. OSError if something cannot be written.
    """
    for path in [path for end in COPIES for path in folder.rglob(f"*{end}")]:
        path.unlink()
    files = sorted(path for path in folder.rglob("*") if path.suffix in ENDS and path.is_file())
    # Both libraries let other threads run while they work.
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        return sum(threads.map(_beside, files))


def _beside(file: Path) -> int:
    data, number = file.read_bytes(), 0
    for end, copy in copies(data):
        target = file.with_name(file.name + end)
        target.write_bytes(copy)
        times = file.stat()
        os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
        number += 1
    return number


def copies(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is added to the name, and the bytes, of every copy that is worth having."""
    if len(data) < LEAST:
        return
    for end, copy in ((".br", bytes(brotli.compress(data, mode=brotli.MODE_TEXT))), (".gz", gzipped(data))):
        if len(copy) < len(data):
            yield end, copy


def gzipped(data: bytes) -> bytes:
    """Return data in the format of gzip; Python's own writes the system into it in some versions."""
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    return _GZIP_HEAD + packed + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
