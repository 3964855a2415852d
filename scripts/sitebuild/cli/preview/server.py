"""
Serves the preview: the pages as they were built, with one script put into each answer, and what that script asks.

The script is a file of this address, which the policy of the pages allows as it allows their own; no folder ever
holds it. Only one page of a browser listens, and tells the others, because a browser opens no more than six
connections to one address, and an author has more pages open than that.
"""

import contextlib
import http.server
import json
import socketserver
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

from .. import server as site_server
from .shown import Shown

OWN = "/-edit/"
"""What the addresses begin with that only this server knows; no page of the site has such a name."""
_EVENTS, _STATE = f"{OWN}events", f"{OWN}state"
_FILES = {"reload.js": "text/javascript", "strip.css": "text/css"}
_ALIVE_SECONDS = 10.0
"""How often a silent connection is written to: so a closed one is noticed."""
_NOTHING = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>
<body><h1>There is no such page</h1><p>It may appear when you save.</p></body></html>
"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    shown: Shown
    timeout = 60

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        own = url.path.removeprefix(OWN)
        if url.path == _EVENTS:
            self._events()
        elif url.path == _STATE:
            self._answer_state(parse_qs(url.query))
        elif url.path.startswith(OWN) and own in _FILES:
            self._answer(HTTPStatus.OK, _FILES[own], Path(__file__).with_name(own).read_bytes())
        else:
            self._page(url.path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            self._answer(HTTPStatus.FOUND, "text/plain", b"", {"Location": f"{path}/"})
            return
        file = file / "index.html" if file.is_dir() or path.endswith("/") else file
        number, body = self.shown.file(file)
        if body is None:
            _, gone = self.shown.file(site_server.not_found(self.shown.folder, path))
            self._answer(HTTPStatus.NOT_FOUND, "text/html", with_script(gone or _NOTHING, number))
            return
        kind = self.guess_type(file)
        self._answer(HTTPStatus.OK, kind, with_script(body, number) if kind == "text/html" else body)

    def _answer_state(self, asked: Mapping[str, list[str]]) -> None:
        page, loaded = asked.get("page", ["/"])[0], asked.get("loaded", ["0"])[0]
        state = self.shown.state(page, int(loaded) if loaded.isdecimal() else 0)
        self._answer(HTTPStatus.OK, "application/json", json.dumps(state).encode())

    def _answer(
        self, status: HTTPStatus, kind: str, body: bytes, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind == "application/json"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        # A browser that kept a page would ask for it again and again.
        self.send_header("Cache-Control", "no-store")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Say a number now and after each change (server-sent events), until the reader or the preview is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = 0
        while self.command != "HEAD" and (number := self.shown.wait(known, _ALIVE_SECONDS)) is not None:
            said = ": still here\n\n" if number == known else f"retry: 500\ndata: {number}\n\n"
            self.wfile.write(said.encode())
            known = number

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what is to mend."""


class PreviewServer(http.server.ThreadingHTTPServer):
    """A server whose readers may leave at any time, which is no fault of anybody's."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that ended."""


def with_script(html: bytes, number: int) -> bytes:
    """Return a page that loads itself again when it has changed since the moment of this number."""
    script = f'<script src="{OWN}reload.js" data-loaded="{number}"></script>'.encode()
    before, end, after = html.rpartition(b"</body>")
    return before + script + end + after if end else html + script


def server(shown: Shown, port: int | None = None) -> PreviewServer:
    """Return a server for what is shown, on `port` or else a free one as `serve` finds it; OSError if it is taken."""
    handler = type("Handler", (_Handler,), {"shown": shown})
    return site_server.bound(PreviewServer, lambda *given: handler(*given, directory=str(shown.folder)), port)


def stop(running: socketserver.BaseServer, shown: Shown) -> None:
    """End a server and everybody who waits for it."""
    shown.end()
    with contextlib.suppress(OSError):
        running.shutdown()
        running.server_close()
