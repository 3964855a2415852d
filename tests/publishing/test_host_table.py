"""The one table of what hosts have to do, and the files for CDN hosts that are written from it."""

from pathlib import Path

import pytest

import cdn_server
from making import content, redirects_of, write
from sitebuild.building import security_headers
from sitebuild.publishing import cdn_files, host_table, servers
from sitebuild.publishing.host_table import DAY, MINUTES, YEAR, HostTable

SITE = {
    "index.html": "",
    "404.html": "",
    "help/index.html": "",
    "en/404.html": "",
    "assets/stylesheets/a.0.css": "",
    "assets/images/icon.svg": "",
    "assets/circle.svg": "",
    "assets/circle.svg.gz": "",
    ".well-known/security.txt": "",
    "_headers": "",
}


@pytest.mark.parametrize(
    ("path", "kept"),
    [("", MINUTES), ("assets/tools/a.0.js", YEAR), ("assets/images/a.png", DAY), ("assets/a.png", MINUTES)],
)
def test_only_names_with_a_hash_are_kept_for_a_year(path: str, kept: str) -> None:
    assert HostTable().cache(path) == kept


def test_a_missing_page_is_answered_in_the_language_of_its_folder() -> None:
    table = HostTable(folders=("en/", "zh-Hant/"))
    assert [table.not_found(path) for path in ("en/x/", "english/", "zh-Hant/x", "x")] == [
        "en/404.html",
        "404.html",
        "zh-Hant/404.html",
        "404.html",
    ]


def test_the_table_of_a_site_below_a_folder_has_its_languages_and_old_pages() -> None:
    moved = redirects_of("old/ new/#part", "gone/ new/", "gone/#a elsewhere/", "alt/ ./")
    table = host_table.of_content(content({"zh/a.md": "x", "en/a.md": "x"}), "https://a.example/x/y/", moved)

    assert (table.base, table.folders) == ("/x/y/", ("en/",))
    # Of gone/, one section went elsewhere: only the page there knows.
    assert table.moved == {"old/": "new/#part", "alt/": ""}


def test_no_pattern_of_the_headers_covers_another(tmp_path: Path) -> None:
    table = HostTable(base="/x/", folders=("en/",))
    blocks = cdn_server.headers(cdn_files.headers(table, write(tmp_path, SITE)))

    assert blocks[0] == ("/x/*", security_headers.HEADERS)
    assert {pattern: lines["Cache-Control"] for pattern, lines in blocks[1:]} == {
        "/x/": MINUTES,
        "/x/.well-known/*": MINUTES,
        "/x/404.html": MINUTES,
        "/x/assets/circle.svg": MINUTES,
        "/x/assets/images/*": DAY,
        "/x/assets/stylesheets/*": YEAR,
        "/x/en/*": MINUTES,
        "/x/help/*": MINUTES,
        "/x/index.html": MINUTES,
    }


def test_old_addresses_come_before_the_pages_404_and_the_root_comes_last() -> None:
    table = HostTable(folders=("en/",), moved={"old/": "new/#part"})
    assert cdn_server.redirects(cdn_files.redirects(table)) == [
        ("/old/", "/new/#part", 301),
        ("/en/*", "/en/404.html", 404),
        ("/*", "/404.html", 404),
    ]


@pytest.mark.parametrize("line", ["/a b /c 301", "/* /x", "/*.css /x 301", "/a /b 418"])
def test_the_reader_of_redirects_refuses_what_no_host_takes(line: str) -> None:
    with pytest.raises(ValueError, match="no host"):
        cdn_server.redirects(f"{line}\n")


@pytest.mark.parametrize("text", ["a\n", "/*.css\n", "/*\n  A: 1\n  A: 2\n", "/*\n  A:\n"])
def test_the_reader_of_headers_refuses_what_no_host_takes(text: str) -> None:
    with pytest.raises(ValueError, match="no host"):
        cdn_server.headers(text)


def test_a_mark_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="@@headres@@ is not known; write one of kept"):
        servers.filled("  @@headres@@\n", HostTable(), {"kept": lambda _: iter(())})
