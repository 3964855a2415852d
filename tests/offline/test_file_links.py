"""Addresses in a folder without a server: a file is named wherever a server would have added it."""

from pathlib import Path

import pytest

from making import write
from sitebuild.offline import built_site, file_links
from sitebuild.offline.built_site import BuiltSite


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    """Return a site of three pages."""
    return built_site.open_site(
        write(tmp_path, {"index.html": "", "a/index.html": "", "a/b/index.html": "", "x.css": ""})
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("b/#part", "b/index.html#part"),
        ("b/?plain#part", "b/index.html?plain#part"),
        ("#part", "#part"),
        ("?plain", "?plain"),
        ("../x.css", "../x.css"),
        ("../index.html", "../index.html"),
        ("gone/", "gone/"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("tel:110", "tel:110"),
    ],
)
def test_an_address_names_its_file(site: BuiltSite, written: str, expected: str) -> None:
    assert file_links.named(written, "a", site) == expected


def test_a_page_sends_on_allows_files_and_says_no_address_of_its_own(site: BuiltSite) -> None:
    html = (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
        '<meta http-equiv="refresh" content="0; url=b/"><link rel="canonical" href="https://example.org/a/">'
        '<meta property="og:url" content="https://example.org/a/"><p title=\'href="b/"\'><a href="b/">b</a></p>'
    )

    assert file_links.adapted(html, "a/index.html", site) == (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' file:\">"
        '<meta http-equiv="refresh" content="0; url=b/index.html">'
        '<p title=\'href="b/"\'><a href="b/index.html">b</a></p>'
    )
