"""The settings in hosting/, run by nginx and by Caddy where these are installed: what browsers are answered."""

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from making import ROOT
from sitebuild.building import security_headers

HOSTING = ROOT / "hosting"
SETTINGS = {"nginx": HOSTING / "nginx.conf", "caddy": HOSTING / "Caddyfile"}
HEADER = {
    "nginx": re.compile(r'(?m)^    add_header ([\w-]+) "([^"]*)" always;$'),
    "caddy": re.compile(r'(?m)^\t\t([\w-]+) "([^"]*)"$'),
}
README = (HOSTING / "README.md").read_text("utf-8")
CSS, SVG = "/assets/stylesheets/handbook.css", "/assets/images/icon.svg"


class Answer(NamedTuple):
    """What a server answers: its status, headers by their names in small letters, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Place(NamedTuple):
    """A server that runs: its port, and the folder below which the site stands, empty for the root."""

    port: int
    below: str


class Row(NamedTuple):
    """A row of the table in README.md."""

    path: str
    statuses: tuple[int, ...]
    headers: Mapping[str, str]


def rows() -> Iterator[Row]:
    for path, statuses, headers in re.findall(r"(?m)^\| `(/\S*)` \| ([\d ]+) \| (.*) \|$", README):
        named = dict(re.findall(r"`([\w-]+): ([^`]+)`", headers))
        lower = {name.lower(): value for name, value in named.items()}
        yield Row(path, tuple(map(int, statuses.split())), lower)


ROWS = list(rows())


@pytest.mark.parametrize("server", SETTINGS)
def test_the_settings_send_the_headers_of_the_site(server: str) -> None:
    """The site's own file is read by other hosts; nobody would notice a policy that is loosened in one place."""
    assert dict(HEADER[server].findall(SETTINGS[server].read_text("utf-8"))) == security_headers.HEADERS


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(server: str, root: Path, below: str, folder: Path, port: int) -> list[str]:
    """Write the settings with what README.md tells to change, and return the command that obeys them."""
    text = SETTINGS[server].read_text("utf-8").replace("/srv/handbook/site", str(root))
    for name in ("/404.html", "/_headers"):
        text = text.replace(f" {name}", f" {below}{name}")
    if server == "nginx":
        text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        # A folder of a test can be read by its owner only, and nginx gives root's rights away.
        user = "user root;\n" if os.geteuid() == 0 else ""
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = "".join(f"{name}_temp_path {folder}/{name};\n" for name in kinds)
        main = f"{user}daemon off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        whole = f"{main}http {{\ninclude /etc/nginx/mime.types;\n{places}{text}}}\n"
        (folder / "nginx.conf").write_text(whole, "utf-8")
        return ["nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    text = "{\n\tadmin off\n}\n" + text.replace("handbook.example {", f"http://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text(text, "utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


@contextlib.contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Run a server whose settings and data are kept in a folder until it answers at a port, and end it."""
    own = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(
    scope="module", params=[(server, below) for server in SETTINGS for below in ("", "/handbook")], ids="".join
)
def place(request: pytest.FixtureRequest, miniature: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Serve the miniature site, compressed by the command of hosting/README.md, at the root or below a folder."""
    server, below = request.param
    if not shutil.which(server):
        pytest.skip(f"{server} is not installed")
    folder, number = tmp_path_factory.mktemp(server), free_port()
    root = folder / "root"
    shutil.copytree(miniature / "site", root / below.strip("/") if below else root)
    command = re.findall(r"(?m)^find site .*$", README)[0]
    subprocess.run(["sh", "-ec", command.replace("find site", f"find {root}", 1)], check=True)
    with running(settings(server, root, below, folder, number), folder, number):
        yield Place(number, below)


def ask(place: Place, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=20)
    connection.request(
        method, place.below + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_every_address_is_answered_as_the_table_says(place: Place, row: Row) -> None:
    answer = ask(place, row.path)
    assert answer.status in row.statuses
    expected = {
        name: value.replace("/", f"{place.below}/", 1) if name == "location" else value
        for name, value in row.headers.items()
    }
    assert {name: answer.headers.get(name) for name in expected} == expected
    if answer.status in (200, 404):
        sent = {name: answer.headers.get(name.lower()) for name in security_headers.HEADERS}
        assert sent == security_headers.HEADERS


def test_no_address_leads_out_of_the_folder(place: Place) -> None:
    assert ask(place, "/%2e%2e/%2e%2e/etc/passwd").status in (400, 404)


def test_a_missing_page_speaks_every_language(place: Place) -> None:
    text = ask(place, "/en/gone/").body.decode("utf-8")
    assert all(f'lang="{code}"' in text for code in ("zh", "en", "zh-Hant"))


@pytest.mark.parametrize("path", ["/", CSS, "/robots.txt"])
def test_text_is_compressed_for_who_takes_it(place: Place, path: str) -> None:
    packed, plain = ask(place, path, Accept_Encoding="gzip"), ask(place, path, Accept_Encoding="identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert gzip.decompress(packed.body) == plain.body
    assert "content-encoding" not in plain.headers


def test_the_head_of_a_page_has_no_body_and_a_part_is_a_part(place: Place) -> None:
    assert (ask(place, "/", "HEAD").status, ask(place, "/", "HEAD").body) == (200, b"")
    part = ask(place, SVG, Range="bytes=0-9")
    assert (part.status, len(part.body)) == (206, 10)


def test_what_has_not_changed_is_not_sent_again(place: Place) -> None:
    """Five minutes later a browser asks, and gets an empty answer."""
    tag = ask(place, CSS).headers["etag"]
    assert ask(place, CSS, If_None_Match=tag).status == 304


def test_the_table_has_addresses_in_every_language() -> None:
    assert len(ROWS) > 15
    assert {row.path.split("/")[1] for row in ROWS} >= {"en", "zh-Hant", "channels", "gone"}


def test_nothing_can_be_written(place: Place) -> None:
    assert ask(place, "/", "POST").status == 405
    assert ask(place, "/new", "PUT").status in (404, 405)
