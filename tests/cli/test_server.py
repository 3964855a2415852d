"""The server of `make serve`."""

import socket
import struct
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from making import served, write
from sitebuild.cli import server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    write(tmp_path, {"index.html": "home", "empty/a.txt": "a", "404.html": "gone", "en/404.html": "gone, in English"})
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


def test_each_language_has_its_own_page_for_what_is_not_there(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/en/gone/")  # noqa: S310 - our own server

    assert (error.value.code, error.value.read()) == (404, b"gone, in English")
    error.value.close()


def test_a_connection_that_breaks_is_no_fault(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Browsers close connections in the middle of a file whenever somebody leaves a page."""
    write(tmp_path, {"large.txt": "x" * 20_000_000, "index.html": "home"})
    with served(tmp_path) as address:
        for asked in (b"GET /large.txt HTTP/1.0\r\n\r\n", b"GET /lar", b"\x16\x03\x01\x02", b""):
            host, _, port = address.removeprefix("http://").partition(":")
            with socket.create_connection((host, int(port))) as connection:
                connection.sendall(asked)
                # Closed like this, it breaks instead of ending.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        time.sleep(0.3)
        with urllib.request.urlopen(f"{address}/") as answer:  # noqa: S310 - our own server
            assert answer.read() == b"home"

    assert "Traceback" not in capfd.readouterr().err


def test_another_fault_is_told(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with server.server(tmp_path) as running, socket.socket() as connection:
        try:
            int("a slip in our own code")
        except ValueError:
            running.handle_error(connection, ("127.0.0.1", 1))

    assert "a slip in our own code" in capfd.readouterr().err


def test_a_taken_port_is_skipped_unless_it_was_asked_for(tmp_path: Path) -> None:
    with server.server(tmp_path) as first, server.server(tmp_path) as second:
        taken = first.server_address[1]
        assert second.server_address[1] != taken
        with pytest.raises(OSError, match="in use"):
            server.server(tmp_path, int(taken))
