"""
The hosted site under load on this machine: beside one plain file of the same size, and while its server is killed.

Both are asked for in turns, because a machine is not equally fast all the time.
"""

import http.client
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from os import killpg
from pathlib import Path
from statistics import median

import servers
from sitebuild.model.problem import ToolError

from .measure import Measure

ROUNDS, SECONDS, CONNECTIONS = 7, 4, 32
_LEASTS = {"nginx": 0.95, "caddy": None}
"""Caddy looks at every rule for every request, and has no cache of open files: its share is only told."""
_PAGE = "en/index.html"
_SPEED, _LATE = re.compile(r"Requests/sec:\s+([\d.]+)"), re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_READERS, _KILLS = 16, 3
NEEDED = {"nginx": "nginx", "caddy": "caddy", "wrk": "wrk", "curl": "curl"}


def measures(folder: Path, hosted: Path) -> Iterator[Measure]:
    """Yield the figures of each server; `folder` is empty. ToolError if a program is missing."""
    for program, package in NEEDED.items():
        if not shutil.which(program):
            raise ToolError(f"`{program}` was not found; on Debian and Ubuntu type: sudo apt-get install {package}")
    coding = {"nginx": "br" if servers.HAS_BROTLI else "gzip", "caddy": "br"}
    for server in servers.SERVERS:
        yield from _speed(server, folder / server, hosted, coding[server])
        yield from _killed(server, folder / server, hosted)
    yield from _broken(hosted / "www")


def _speed(server: str, folder: Path, hosted: Path, coding: str) -> Iterator[Measure]:
    """Compare a page as readers get it with a file of that size, and the server with nothing but a folder set up."""
    plain = folder / "plain"
    (plain / "root").mkdir(parents=True)
    file = plain / "root/file.html"
    file.write_bytes(b"")
    ports = servers.free_port(), servers.free_port()
    with ExitStack() as stack:
        stack.enter_context(servers.running(servers.command(server, hosted, folder, ports[0]), folder, ports[0]))
        stack.enter_context(servers.running(_plain(server, plain, ports[1]), plain, ports[1]))
        asked = [f"http://127.0.0.1:{ports[0]}/en/", f"http://127.0.0.1:{ports[1]}/file.html"]
        size, head = (_size(address, coding) for address in asked)
        # As many bytes on the line: ours has more headers, and its body is compressed.
        file.write_bytes(b"x" * (size - head - len(str(size)) + 1))
        rounds = [[_wrk(address, coding) for address in asked] for _ in range(ROUNDS)]
    ours, theirs = ([each[place] for each in rounds] for place in (0, 1))
    share = median(own[0] / other[0] for own, other in zip(ours, theirs, strict=True))
    name = f"{server}: requests/s of /en/ ({size} bytes, {coding})"
    yield Measure(name=f"{name}, as a share of one plain file's", value=share, least=_LEASTS[server], digits=3)
    yield Measure(name=name, value=median(each[0] for each in ours), stock=median(each[0] for each in theirs))
    late = [median(each[1] for each in one) for one in (ours, theirs)]
    yield Measure(name=f"{server}: milliseconds of the 99th of 100", value=late[0], stock=late[1], digits=2)


def _plain(server: str, folder: Path, port: int) -> list[str]:
    """Return the command that serves `root` with no setting but where it is."""
    if server == "caddy":
        text = f"{{\n\tadmin off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {folder}/root\n\tfile_server\n}}\n"
        (folder / "Caddyfile").write_text(text, encoding="utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    return servers.nginx(f"server {{ listen 127.0.0.1:{port}; root {folder}/root; access_log off; }}\n", folder)


def _size(address: str, coding: str) -> int:
    """Return how many bytes an answer has, with its headers."""
    words = ["curl", "-isS", "-H", f"Accept-Encoding: {coding}", address]
    return len(subprocess.run(words, capture_output=True, check=True).stdout)


def _wrk(address: str, coding: str) -> tuple[float, float]:
    """Return the requests per second, and the milliseconds within which 99 of 100 were answered."""
    words = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{SECONDS}s",
        "--latency",
        "-H",
        f"Accept-Encoding: {coding}",
        address,
    ]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    speed, late = _SPEED.search(said), _LATE.search(said)
    if not speed or not late or "Non-2xx" in said or "Socket errors" in said:
        raise ToolError(f"wrk: {said}")
    return float(speed[1]), float(late[1]) * _MILLISECONDS[late[2]]


@dataclass
class _Readers:
    """Readers who ask again and again on lasting connections, and what they met."""

    port: int
    whole: bytes
    down: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    answered: int = 0
    broken: int = 0
    lost: int = 0
    wrong: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self) -> None:
        """Ask until all is done."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        while not self.done.is_set():
            was_down = self.down.is_set()
            try:
                connection.request("GET", "/en/")
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                connection.close()
                # The server fell in the middle, or is not there yet.
                self._note("broken" if was_down or self.down.is_set() else "lost")
                time.sleep(0.01)
            else:
                self._note("answered" if (answer.status, body) == (200, self.whole) else "wrong")
        connection.close()

    def _note(self, what: str) -> None:
        with self.lock:
            vars(self)[what] += 1


def _killed(server: str, folder: Path, hosted: Path) -> Iterator[Measure]:
    """Kill a server with all its processes while it is read, and start it again."""
    port = servers.free_port()
    typed = servers.command(server, hosted, folder, port)
    readers = _Readers(port, (hosted / "www" / _PAGE).read_bytes())
    process = servers.started(typed, folder, port)
    threads = [threading.Thread(target=readers.read) for _ in range(_READERS)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(_KILLS):
            time.sleep(2)
            readers.down.set()
            killpg(process.pid, signal.SIGKILL)
            process.wait()
            process = servers.started(typed, folder, port)
            time.sleep(0.3)
            readers.down.clear()
        time.sleep(2)
    finally:
        readers.done.set()
        for thread in threads:
            thread.join()
        killpg(process.pid, signal.SIGTERM)
        process.wait()
    what = f"{server} killed {_KILLS} times under {_READERS} readers"
    yield Measure(name=f"{what}: requests answered", value=readers.answered, least=1)
    yield Measure(name=f"{what}: broken at that moment", value=readers.broken)
    yield Measure(name=f"{what}: lost at any other", value=readers.lost, most=0)
    yield Measure(name=f"{what}: answers that were not whole", value=readers.wrong, most=0)


def _broken(web: Path) -> Iterator[Measure]:
    """Break connections to the server of `make serve`, and count the lines that it says of it."""
    port = servers.free_port()
    serve = f"server.server(pathlib.Path({str(web)!r}), {port}).serve_forever()"
    code = f"import pathlib; from sitebuild.cli import server; {serve}"
    scripts = Path(__file__).resolve().parents[2] / "scripts"
    process = subprocess.Popen([sys.executable, "-c", code], cwd=scripts, stderr=subprocess.PIPE, text=True)
    address = ("127.0.0.1", port)
    for _ in range(100):
        try:
            socket.create_connection(address, timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    name = next(path.name for path in sorted((web / "assets/search").glob("zh-text.*.js")))
    for number in range(200):
        with socket.create_connection(address, timeout=5) as connection:
            asked = f"GET /assets/search/{name} HTTP/1.0\r\n\r\n".encode()
            connection.sendall(asked if number % 2 else asked[: number % len(asked)])
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection_after = http.client.HTTPConnection(*address, timeout=10)
    connection_after.request("GET", "/")
    status = connection_after.getresponse().status
    process.terminate()
    said = process.communicate()[1]
    yield Measure(name="make serve, 200 broken connections: lines said", value=len(said.splitlines()), most=0)
    yield Measure(name="make serve, afterwards: status", value=status, least=200, most=200)
