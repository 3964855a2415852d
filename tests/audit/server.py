"""A host as a real one: compressed bodies, lasting connections, the headers of the site's own _headers."""

import contextlib
import functools
import gzip
import http.server
import mimetypes
import socket
import sys
import threading
from collections.abc import Iterator
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path

import brotli

HOST = "127.0.0.1"
_TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


def rules(text: str) -> list[tuple[str, str, str]]:
    """Return the lines of a _headers file: for which addresses, the header's name, its value."""
    found, pattern = [], ""
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if line.strip() and not line[0].isspace():
            pattern = line.strip()
        elif colon:
            found.append((pattern, name.strip(), value.strip()))
    return found


@functools.cache
def body(file: Path, coding: str) -> bytes:
    """Return a file as it goes over the wire; each is compressed once."""
    plain = file.read_bytes()
    if coding == "br":
        return bytes(brotli.compress(plain))
    return gzip.compress(plain, mtime=0) if coding == "gzip" else plain


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, site: Path, *arguments: object) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type] # the server passes them, whatever they are

    def do_GET(self) -> None:
        """Answer with the file, the index of the folder, or the page 404."""
        place = self.path.partition("?")[0]
        file = self.site / place.lstrip("/")
        file = file / "index.html" if place.endswith("/") else file
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if file.is_file() else self.site / "404.html"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        accepted = [each.partition(";")[0].strip() for each in self.headers.get("Accept-Encoding", "").split(",")]
        coding = next((each for each in ("br", "gzip") if each in accepted and kind.startswith(_TEXT)), "")
        answer = body(file, coding) if file.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind)
        self.send_header("Content-Length", str(len(answer)))
        if coding:
            self.send_header("Content-Encoding", coding)
            self.send_header("Vary", "Accept-Encoding")
        for pattern, name, value in self._rules():
            if fnmatchcase(place, pattern):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _rules(self) -> list[tuple[str, str, str]]:
        file = self.site / "_headers"
        return rules(file.read_text(encoding="utf-8")) if file.is_file() else []


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: socket.socket, client_address: tuple[str, int]) -> None:  # type: ignore[override] # as it is called
        """Say nothing where a browser closes before it has read all; other faults are told as ever."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder, which may be filled later, and give its address with a slash at the end."""
    with _Server((HOST, 0), functools.partial(_Handler, site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()
