"""A server on loopback that answers as the worst of the web does: one path for each kind of answer."""

import contextlib
import http.server
import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HOST = "127.0.0.1"
OPENSSL = shutil.which("openssl")
REDIRECTS = {
    "/moved": (301, "/moved-on"),
    "/moved-on": (308, "/ok?new#part"),
    "/lent": (302, "/ok"),
    "/half-moved": (301, "/lent"),
    "/moved-and-gone": (301, "/404"),
    "/loop": (308, "/loop-back"),
    "/loop-back": (308, "/loop"),
    "/to-mail": (301, "mailto:a@site.example"),
    "/to-nonsense": (301, "http://site.example:nonsense/"),
}


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the server was asked; `at` is by its clock, in seconds."""

    at: float
    method: str
    path: str
    agent: str


@dataclass(kw_only=True)
class Hostile:
    """The running server: its address without the last slash, and what it saw."""

    address: str
    clock: Callable[[], float]
    closing: threading.Event = field(default_factory=threading.Event)
    requests: list[Request] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    sent: int = 0

    def methods(self, path: str) -> list[str]:
        """Return the methods by which a path was asked, in their order."""
        return [request.method for request in self.requests if request.path == path]


class _Server(http.server.ThreadingHTTPServer):
    hostile: Hostile

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that hang up are what this server is for."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        hostile = self.server.hostile
        hostile.requests.append(
            Request(
                at=hostile.clock(),
                method=self.command,
                path=self.path,
                agent=self.headers["User-Agent"],
            )
        )
        path = self.path.partition("?")[0]
        hostile.asked[path] += 1
        if path in REDIRECTS:
            code, place = REDIRECTS[path]
            self._answer(code, Location=place)
        elif path.startswith("/further/"):
            self._answer(301, Location=f"/further/{int(path.rpartition('/')[2]) + 1}")
        elif path[1:].isdigit():
            self._answer(int(path[1:]))
        elif special := getattr(self, "_" + path[1:].replace("-", "_"), None):
            special()
        else:
            self._answer(200)

    do_HEAD = do_GET  # noqa: N815 - the library names it

    def _answer(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _times(self) -> int:
        return self.server.hostile.asked[self.path]

    def _no_head(self) -> None:
        self._answer(405 if self.command == "HEAD" else 200, b"page")

    def _head_lies(self) -> None:
        self._answer(404 if self.command == "HEAD" else 200, b"page")

    def _head_hangs(self) -> None:
        if self.command == "HEAD":
            self._slow()
        else:
            self._answer(200)

    def _flaky(self) -> None:
        self._answer(200 if self._times() > 2 else 500)

    def _pause(self) -> None:
        self._answer(200 if self._times() > 1 else 429, Retry_After="7")

    def _pause_until(self) -> None:
        """Ask for five seconds, as a date; the Date that the library sends is overridden."""
        self.send_response_only(200 if self._times() > 1 else 503)
        self.send_header("Date", "Mon, 23 Nov 2026 08:00:00 GMT")
        self.send_header("Retry-After", "Mon, 23 Nov 2026 08:00:05 GMT")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _elsewhere(self) -> None:
        """Send to the same server under another name, which is another host to a visitor."""
        self._answer(301, Location=f"http://localhost:{self.server.server_address[1]}/ok")

    def _tomorrow(self) -> None:
        self._answer(429, Retry_After="86400")

    def _cookie(self) -> None:
        if "seen=yes" in self.headers.get("Cookie", ""):
            self._answer(200)
        else:
            self._answer(302, Location="/cookie", Set_Cookie="seen=yes")

    def _slow(self) -> None:
        self.server.hostile.closing.wait()

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # The reader holds the socket as well; only when both let go is the reset sent.
        self.close_connection = True
        self.rfile.close()
        self.connection.close()

    def _drip(self) -> None:
        """Send a head that never ends, too often for a time-out between two bytes."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.server.hostile.closing.wait(0.02):
            self.wfile.write(b"x")

    def _endless(self) -> None:
        if self.command == "HEAD":
            self._answer(405)
            return
        self.send_response(200)
        self.end_headers()
        while not self.server.hostile.closing.is_set():
            self.server.hostile.sent += self.wfile.write(b"x" * 4096)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def running(clock: Callable[[], float] = time.monotonic, certificate: Path | None = None) -> Iterator[Hostile]:
    """Serve until the block ends; with a certificate, by TLS."""
    server = _Server((HOST, 0), _Handler)
    scheme = "http"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        # The handshake happens in the thread of the connection, at its first read.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        scheme = "https"
    server.hostile = Hostile(address=f"{scheme}://{HOST}:{server.server_address[1]}", clock=clock)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.hostile
    finally:
        server.hostile.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def self_signed(folder: Path) -> Path:
    """Make a certificate for HOST that nobody vouches for; return the file with it and its key."""
    path = folder / "self-signed.pem"
    subject = ["-subj", "/CN=site.example", "-addext", f"subjectAltName=IP:{HOST}"]
    made = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run(["openssl", "req", "-x509", *subject, *made], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


def closed_port() -> str:
    """Return an address where nobody listens."""
    with socket.create_server((HOST, 0)) as taken:
        return f"http://{HOST}:{taken.getsockname()[1]}"
