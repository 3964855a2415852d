"""Compressed copies: which files have them, that they unpack to the file, and that they are the same each time."""

import gzip
from pathlib import Path

import brotli
import pytest

from making import fingerprints, write
from sitebuild.publishing import compress

TEXT = ("一句话，说清这一页帮谁做什么。" * 200).encode()


@pytest.mark.parametrize("name", ["a.html", "a.css", "a.js", "a.json", "a.svg", "a.txt", "en/a.xml"])
def test_text_has_copies_that_unpack_to_it(tmp_path: Path, name: str) -> None:
    file = write(tmp_path, {name: TEXT}) / name

    assert compress.compress(tmp_path) == 2
    assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == TEXT
    assert brotli.decompress(file.with_name(f"{file.name}.br").read_bytes()) == TEXT


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.pdf", TEXT, id="a PDF"),
        pytest.param("a.png", TEXT, id="a picture"),
        pytest.param("_headers", TEXT, id="what only hosts read"),
        pytest.param("a.txt", b"x" * 1000, id="a small file"),
        pytest.param("a.txt", b"", id="an empty file"),
    ],
)
def test_other_files_have_none(tmp_path: Path, name: str, data: bytes) -> None:
    write(tmp_path, {name: data})

    assert compress.compress(tmp_path) == 0


def test_a_second_run_makes_the_same_bytes_and_replaces_old_copies(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": TEXT, "gone.html.gz": b"of a page that is gone", "a.html.br": b"old"})
    compress.compress(tmp_path)
    first = fingerprints(tmp_path)
    compress.compress(tmp_path)

    assert fingerprints(tmp_path) == first
    assert sorted(first) == ["a.html", "a.html.br", "a.html.gz"]


def test_nothing_of_the_machine_is_in_a_copy() -> None:
    """Whoever builds it again compares the bytes."""
    assert compress.gzipped(b"x")[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
