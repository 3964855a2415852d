"""What is put on a host, served by nginx, by Caddy and by a host that obeys `_headers`: what browsers are answered."""

import gzip
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
from playwright.sync_api import Browser

import cdn_server
from making import ROOT
from servers import HAS_BROTLI, SERVERS, command, free_port, running
from sitebuild.building import security_headers
from sitebuild.publishing import host_table, hosted
from sitebuild.publishing.host_table import HostTable

REQUESTS = (ROOT / "hosting/requests.md").read_text("utf-8")
PDF = "downloads/paper/zh/short.pdf"


class Answer(NamedTuple):
    """What a server answers: its status, headers by their names in small letters, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Place(NamedTuple):
    """A host that runs: its name, its port, the folder below which the site stands (empty for the root), and www."""

    server: str
    port: int
    below: str
    www: Path
    folder: Path
    """Where its settings lie, and what it said."""

    def path(self, path: str) -> str:
        """Return a path on the host; HASH in it is the one that the file has."""
        before, mark, after = path.partition("HASH")
        if mark:
            folder = self.www / self.below.strip("/")
            found = sorted(folder.glob(f"{before.lstrip('/')}*{after}"))
            assert len(found) == 1, path
            path = f"/{found[0].relative_to(folder).as_posix()}"
        return self.below + path


class Row(NamedTuple):
    """A row of requests.md."""

    request: tuple[str, ...]
    statuses: tuple[int, ...]
    headers: Mapping[str, str]
    body: str


def rows() -> Iterator[Row]:
    for request, statuses, headers, body in re.findall(
        r"(?m)^\| `([^`]+)` \| ([\d ]+) \| (.*) \| (?:`([^`]*)`)? ?\|$", REQUESTS
    ):
        named = dict(re.findall(r"`([\w-]+): ([^`]+)`", headers))
        lower = {name.lower(): value for name, value in named.items()}
        yield Row(tuple(shlex.split(request)), tuple(map(int, statuses.split())), lower, body)


ROWS = list(rows())


def table(below: str) -> HostTable:
    return HostTable(base=f"{below}/", folders=("en/", "zh-Hant/"), moved={"old/": "channels/#numbers"})


@pytest.fixture(scope="module")
def made(miniature: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return what is put on a host for the miniature site with a PDF, at the root and below a folder."""
    site = tmp_path_factory.mktemp("built") / "site"
    shutil.copytree(miniature / "site", site)
    (site / PDF).parent.mkdir(parents=True)
    (site / PDF).write_bytes(b"%PDF-1.7\n" + b"x" * 5000)
    folder = tmp_path_factory.mktemp("hosted")
    for below in ("", "/handbook"):
        hosted.make(ROOT, site, folder / f"at{below.strip('/')}", table(below))
    return {below: folder / f"at{below.strip('/')}" for below in ("", "/handbook")}


@pytest.fixture(
    scope="module", params=[(server, below) for server in (*SERVERS, "cdn") for below in ("", "/handbook")], ids="".join
)
def place(
    request: pytest.FixtureRequest, made: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """Serve it."""
    server, below = request.param
    www = made[below] / "www"
    if server == "cdn":
        with cdn_server.serving(www) as port:
            yield Place(server, port, below, www, www)
        return
    if not shutil.which(server):
        pytest.skip(f"{server} is not installed")
    folder, number = tmp_path_factory.mktemp(server), free_port()
    with running(command(server, made[below], folder, number), folder, number):
        yield Place(server, number, below, www, folder)


def ask(place: Place, *typed: str) -> Answer:
    """Ask with curl; the last word is the path on the host."""
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    address = f"http://127.0.0.1:{place.port}{typed[-1]}"
    run = subprocess.run(
        ["curl", "-isS", "--max-time", "20", "--path-as-is", *typed[:-1], address], capture_output=True, check=True
    )
    head, _, body = run.stdout.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    named = (line.partition(": ") for line in lines)
    return Answer(int(first.split()[1]), {name.lower(): value for name, _, value in named}, body)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row.request))
def test_every_request_is_answered_as_the_table_says(place: Place, row: Row) -> None:
    *options, path = row.request
    if place.server == "cdn" and options not in ([], ["-I"]):
        pytest.skip("such hosts compress and cut by themselves")
    if place.server == "cdn" and "accept-ranges" in row.headers:
        pytest.skip("such hosts cut by themselves")
    if place.server == "nginx" and not HAS_BROTLI and row.headers.get("content-encoding") == "br":
        pytest.skip("nginx has no module for brotli here")
    answer = ask(place, *options, place.path(path))

    assert answer.status in row.statuses
    expected = {
        name: f"{place.below}{value}" if name == "location" else value
        for name, value in row.headers.items()
        if not (place.server == "cdn" and answer.status == 404 and name == "cache-control")
    }
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert row.body.encode() in answer.body
    if "-I" in options:
        assert answer.body == b""
    if answer.status in (200, 404) and "-X" not in options:
        sent = {name: answer.headers.get(name.lower()) for name in security_headers.HEADERS}
        assert sent == security_headers.HEADERS


@pytest.mark.parametrize("coding", ["br", "gzip"])
@pytest.mark.parametrize("path", ["/", "/en/channels/", "/assets/stylesheets/handbook.HASH.css", "/en/gone/"])
def test_a_compressed_body_unpacks_to_the_plain_one(place: Place, path: str, coding: str) -> None:
    if place.server == "cdn" or (place.server == "nginx" and coding == "br" and not HAS_BROTLI):
        pytest.skip("not compressed here")
    packed = ask(place, "-H", f"Accept-Encoding: {coding}", place.path(path))
    plain = ask(place, place.path(path))

    assert "content-encoding" not in plain.headers
    if packed.headers.get("content-encoding") == coding:
        assert (brotli.decompress if coding == "br" else gzip.decompress)(packed.body) == plain.body
        assert len(packed.body) < len(plain.body)
    else:
        # A server may send the page 404 as it is.
        assert (packed.status, packed.body) == (404, plain.body)


def test_an_old_address_leads_to_the_new_one(place: Place) -> None:
    answer = ask(place, f"{place.below}/old/")
    assert (answer.status, answer.headers["location"]) == (301, f"{place.below}/channels/#numbers")


def test_what_hosts_read_is_not_shown(place: Place) -> None:
    assert [ask(place, f"/{name}").status for name in host_table.FOR_HOSTS] == [404, 404]


def test_nothing_is_logged_of_what_readers_look_up(place: Place) -> None:
    if place.server == "cdn":
        pytest.skip("this one is ours")
    for path in ("/gone/", "/assets/", "/en/"):
        ask(place, f"{place.below}{path}")
    said = (place.folder / "errors").read_text("utf-8")
    assert [line for line in said.splitlines() if "127.0.0.1, " in line or "gone" in line or "request" in line] == []


def test_no_address_leads_out_of_the_folder(place: Place) -> None:
    if place.server == "cdn":
        pytest.skip("this one is ours")
    assert ask(place, "/%2e%2e/%2e%2e/etc/passwd").status in (400, 404)


def test_what_has_not_changed_is_not_sent_again(place: Place) -> None:
    """Five minutes later a browser asks, and gets an empty answer."""
    if place.server == "cdn":
        pytest.skip("such hosts make tags by themselves")
    tag = ask(place, f"{place.below}/en/").headers["etag"]
    assert ask(place, "-H", f"If-None-Match: {tag}", f"{place.below}/en/").status == 304


def test_the_table_has_requests_of_every_kind() -> None:
    assert len(ROWS) >= 40
    asked = [" ".join(row.request) for row in ROWS]
    for kind in ("-I ", "-r ", "Accept-Encoding: br", "Accept-Encoding: gzip", "-X ", "/en/gone", "/zh-Hant/gone"):
        assert [each for each in asked if kind in each], kind
    assert {status for row in ROWS for status in row.statuses} >= {200, 206, 301, 404, 405, 416}


def test_the_settings_are_what_nginx_and_caddy_take(made: Mapping[str, Path], tmp_path: Path) -> None:
    """Whoever copies them types this before loading them again."""
    port = free_port()
    for server in SERVERS:
        if shutil.which(server):
            typed = command(server, made["/handbook"], tmp_path, port)
            check = ["caddy", "validate", *typed[2:]] if server == "caddy" else [*typed, "-t"]
            run = subprocess.run(check, capture_output=True, text=True, check=False)
            assert run.returncode == 0, run.stderr


def test_the_hashed_site_searches_in_a_browser(chromium: Browser, made: Mapping[str, Path]) -> None:
    """Search puts the names of its files together, and a policy that is obeyed lets it load them."""
    with cdn_server.serving(made["/handbook"] / "www") as port:
        page = chromium.new_context().new_page()
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        page.goto(f"http://127.0.0.1:{port}/handbook/en/")
        page.keyboard.press("Control+k")
        page.get_by_role("dialog").get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("first step")
        page.get_by_role("dialog").locator("a[href*='help/first']").first.wait_for()
        page.wait_for_load_state("networkidle")

        loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
        assert failed == []
        assert [name for name in loaded if name.endswith(".js") and not re.search(r"\.[0-9a-f]{12}\.js$", name)] == []
        assert [name for name in loaded if "/search/en-more." in name]
