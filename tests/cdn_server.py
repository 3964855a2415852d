"""A CDN host as Netlify and Cloudflare Pages say they are: it obeys `_headers` and `_redirects`, and shows neither."""

import contextlib
import functools
import http.server
import mimetypes
import re
import threading
from collections.abc import Iterator
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from sitebuild.cli.server import SiteServer

HOST = "127.0.0.1"
_HIDDEN = ("/_headers", "/_redirects")
_TEXT = ("text/html", "text/css", "text/plain", "text/javascript")
_LONGEST_LINE, _MOST_PATTERNS = 2000, 100


class Line(NamedTuple):
    """A line of `_redirects`."""

    pattern: str
    to: str
    status: int


def redirects(text: str) -> list[Line]:
    """Return the lines of `_redirects`; ValueError for one that no host takes."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"(/\S*) (/\S*) (301|404)", line)
        if not match or "*" in match[1][:-1]:
            raise ValueError(f"no host takes the line {line}")
        found.append(Line(match[1], match[2], int(match[3])))
    return found


def headers(text: str) -> list[tuple[str, dict[str, str]]]:
    """Return the blocks of `_headers`: a pattern and its headers; ValueError for what no host takes."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        name, colon, value = line.strip().partition(": ")
        if re.fullmatch(r"/[^\s*]*\*?", line):
            found.append((line, {}))
        elif line.startswith("  ") and colon and len(line) <= _LONGEST_LINE and name not in found[-1][1]:
            found[-1][1][name] = value
        else:
            raise ValueError(f"no host takes the line {line}")
    if len(found) > _MOST_PATTERNS:
        raise ValueError(f"{len(found)} patterns; Cloudflare Pages reads {_MOST_PATTERNS}")
    return found


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, site: Path, *arguments: object) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type] # the server passes them, whatever they are

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = self.site / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")
        status, to = HTTPStatus.OK, ""
        if path in _HIDDEN or not file.is_file():
            if file.is_dir():
                status, to = HTTPStatus.MOVED_PERMANENTLY, f"{path}/"
            else:
                lines = redirects((self.site / "_redirects").read_text("utf-8"))
                nowhere = Line("", "/404.html", 404)
                found = next((line for line in lines if fnmatchcase(path, line.pattern)), nowhere)
                status, to = HTTPStatus(found.status), found.to
                file = self.site / found.to.lstrip("/")
        self._send(path, status, to if status == HTTPStatus.MOVED_PERMANENTLY else "", file)

    def _send(self, path: str, status: HTTPStatus, to: str, file: Path) -> None:
        body = file.read_bytes() if not to and file.is_file() else b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind in _TEXT else kind)
        self.send_header("Content-Length", str(len(body)))
        if to:
            self.send_header("Location", to)
        for name, value in self._own(path).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _own(self, path: str) -> dict[str, str]:
        """Return the headers of all patterns that fit; values of one header are joined, as these hosts do."""
        found: dict[str, str] = {}
        for pattern, lines in headers((self.site / "_headers").read_text("utf-8")):
            if fnmatchcase(path, pattern):
                for name, value in lines.items():
                    found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(site: Path) -> Iterator[int]:
    """Serve a folder, and give the port."""
    with SiteServer((HOST, 0), functools.partial(_Handler, site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
