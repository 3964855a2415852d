"""The server of `make serve`."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from making import served, write
from sitebuild.cli import server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    write(tmp_path, {"index.html": "home", "empty/a.txt": "a", "404.html": "gone"})
    with served(tmp_path) as address:
        yield address


def test_a_folder_answers_with_its_page(address: str) -> None:
    with urllib.request.urlopen(f"{address}/") as answer:  # noqa: S310 - our own server
        assert answer.read() == b"home"


@pytest.mark.parametrize("path", ["/gone/", "/empty/", "/../conftest.py"], ids=["no page", "no index", "outside"])
def test_what_is_not_there_answers_with_our_page(address: str, path: str) -> None:
    """Readers get words they understand, and no list of files."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(address + path)  # noqa: S310 - our own server

    assert (error.value.code, error.value.read()) == (404, b"gone")
    error.value.close()


def test_a_taken_port_is_skipped_unless_it_was_asked_for(tmp_path: Path) -> None:
    with server.server(tmp_path) as first, server.server(tmp_path) as second:
        taken = first.server_address[1]
        assert second.server_address[1] != taken
        with pytest.raises(OSError, match="in use"):
            server.server(tmp_path, int(taken))
