"""Shows the built site on this machine, and to this machine only."""

import functools
import http.server
import socket
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from socketserver import BaseRequestHandler
from typing import TypeVar
from urllib.parse import urlsplit

from ..model.message import Message
from ..model.problem import ToolError

Server = TypeVar("Server", bound=http.server.ThreadingHTTPServer)

HOST = "127.0.0.1"
PORT = 8000
_NEXT_PORTS = 20
_NOT_FOUND = "404.html"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does: no list of folders, our own page 404, no log of what is read."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = not_found(Path(self.directory), urlsplit(self.path).path)
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: str | object) -> None:  # noqa: ARG002 - the library names it
        self.send_error(http.HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Say nothing: what somebody reads here is nobody's business."""


class SiteServer(http.server.ThreadingHTTPServer):
    """A server whose readers may leave at any time, which is no fault of anybody's."""

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Say nothing of a connection that broke; tell other faults as ever."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def not_found(site: Path, path: str) -> Path:
    """Return the page 404 for an address below a site: that of its language's folder, or the one of the root."""
    own = site / PurePosixPath(path.lstrip("/")).parts[0] / _NOT_FOUND if path.strip("/") else site / _NOT_FOUND
    return own if own.is_file() and ".." not in own.parts else site / _NOT_FOUND


def server(site: Path, port: int | None = None) -> SiteServer:
    """
    Return a server for the folder, on `port` or else on the first free one from 8000.

    Raises OSError if the port is taken.
    """
    return bound(SiteServer, functools.partial(_Handler, directory=str(site)), port)


def bound(kind: type[Server], handler: Callable[..., BaseRequestHandler], port: int | None) -> Server:
    """Return a server of a kind on `port` or else on the first free one from 8000; OSError if the port is taken."""
    if port is not None:
        return kind((HOST, port), handler)
    for candidate in range(PORT, PORT + _NEXT_PORTS):
        try:
            return kind((HOST, candidate), handler)
        except OSError:
            continue
    return kind((HOST, 0), handler)


def taken(port: int | None, error: OSError) -> ToolError:
    """Return what is said of a port that cannot be used."""
    return ToolError(
        Message(
            "port {port} cannot be used ({strerror}); try --port {other}",
            port=port,
            strerror=error.strerror,
            other=PORT + 1,
        )
    )
