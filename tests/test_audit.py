"""The parts of `make audit` that need no browser: bounds, the table, what goes over the wire."""

import gzip
from pathlib import Path
from urllib.request import Request, urlopen

import brotli
import pytest

from audit import scores, server
from audit.measure import Measure, table

HEADERS = "# a note\n/*\n  Referrer-Policy: no-referrer\n/data/*\n  X-Two: a: b\n"


@pytest.mark.parametrize(
    ("measure", "met"),
    [
        (Measure(name="errors", value=0, most=0), True),
        (Measure(name="errors", value=1, most=0), False),
        (Measure(name="score", value=98, least=98), True),
        (Measure(name="score", value=97, least=98), False),
        (Measure(name="only told", value=5), True),
    ],
)
def test_a_measure_keeps_its_bounds_or_misses_them(measure: Measure, met: bool) -> None:  # noqa: FBT001 - a row
    assert measure.met is met


def test_the_table_shows_what_is_missed() -> None:
    rows = [Measure(name="KB", value=30.04, most=25, stock=90, digits=1), Measure(name="score", value=100, least=98)]

    assert [line.split() for line in table(rows).splitlines()[2:]] == [
        ["KB", "30.0", "<=", "25.0", "90.0", "MISSED"],
        ["score", "100", ">=", "98", "ok"],
    ]


def test_the_score_of_a_page_is_the_median_of_its_runs() -> None:
    def report(score: float | None) -> dict[str, object]:
        return {"categories": {name: {"score": score} for name in scores.LEAST}}

    found = scores.measures("faq/", [report(1), report(0.97), report(None)])
    assert {each.value for each in found} == {97}


def test_the_lines_of_a_headers_file_belong_to_their_addresses() -> None:
    assert server.rules(HEADERS) == [("/*", "Referrer-Policy", "no-referrer"), ("/data/*", "X-Two", "a: b")]


@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_the_server_sends_compressed_text_with_the_headers_of_the_site(tmp_path: Path, coding: str) -> None:
    (tmp_path / "index.html").write_text("<p>文字</p>", encoding="utf-8")
    (tmp_path / "_headers").write_text(HEADERS, encoding="utf-8")
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]
    with server.serving(tmp_path) as address:
        asked = Request(address, headers={"Accept-Encoding": coding})  # noqa: S310 - our own server
        with urlopen(asked) as answer:  # noqa: S310 - the same
            got = unpack(answer.read()).decode("utf-8")
            named = (answer.headers.get("Content-Encoding", ""), answer.headers["Referrer-Policy"])

    assert got == "<p>文字</p>"
    assert named == (coding, "no-referrer")
