"""Files on paper and offline copies on the site: listed where they are there, and only there."""

import hashlib
from pathlib import Path

import pytest

from sitebuild.building import downloads
from sitebuild.building.downloads import Download
from sitebuild.model.content import Content
from sitebuild.text import downloads as in_pages

BOOK = Download(
    path="paper/en/handbook.pdf", titles={"en": "The <book>"}, pages=3, checked="2026-11-30", marks=("abcd1234",)
)
PART = Download(path="paper/en/part-help.pdf", titles={"en": "Help"}, pages=2)
ZIP = Download(path="handbook-site.zip", titles={"zh": "全部", "en": "All"})
PAGE = f"<main><article>{in_pages.empty('None here.')}</article></main>"
GUIDE = "<main><article><p>Text.</p>\n</article></main>"
LIST, FIRST = "en/about/print/index.html", "en/help/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with the two pages that files are named on, in two languages."""
    for prefix in ("", "en/"):
        for place, html in (("about/print/index.html", PAGE), ("help/index.html", GUIDE)):
            path = tmp_path / "site" / prefix / place
            path.parent.mkdir(parents=True)
            path.write_text(html, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Return a folder with three files that are described."""
    for each in (BOOK, PART, ZIP):
        path = tmp_path / "dist" / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.path.encode())
    downloads.describe(tmp_path / "dist", (BOOK, PART, ZIP))
    return tmp_path / "dist"


def test_what_is_there_is_listed_with_pages_size_day_text_number_and_hash(
    site: Path, dist: Path, real_content: Content
) -> None:
    assert downloads.put(dist, site, real_content) == 3

    text = (site / LIST).read_text(encoding="utf-8")
    sha = hashlib.sha256(BOOK.path.encode()).hexdigest()
    assert '<p hidden>None here.</p><ul><li><a href="../../../downloads/handbook-site.zip">All</a> (0.1 MB)' in text
    assert '<a href="../../../downloads/paper/en/handbook.pdf">The &lt;book&gt;</a> (3 pages, 0.1 MB)' in text
    assert f"Text checked up to 30 November 2026<br>text abcd1234<br>SHA-256 <code>{sha}</code>" in text
    assert f"{sha}  {BOOK.path}\n" in (site / "downloads/SHA256SUMS").read_text(encoding="utf-8")


def test_a_language_lists_its_own_files_and_those_for_all(site: Path, dist: Path, real_content: Content) -> None:
    downloads.put(dist, site, real_content)

    text = (site / LIST.removeprefix("en/")).read_text(encoding="utf-8")
    assert ("handbook-site.zip" in text, "handbook.pdf" in text) == (True, False)


def test_the_first_page_of_a_guide_offers_its_part(site: Path, dist: Path, real_content: Content) -> None:
    downloads.put(dist, site, real_content)

    offer = '<p class="download"><a href="../../downloads/paper/en/part-help.pdf">'
    text = (site / FIRST).read_text(encoding="utf-8")
    assert text.startswith(f"<main><article><p>Text.</p>\n{offer}")
    assert text.endswith("(2 pages, 0.1 MB)</p>\n</article></main>")
    assert (site / FIRST.removeprefix("en/")).read_text(encoding="utf-8") == GUIDE


def test_done_twice_is_done_once(site: Path, dist: Path, real_content: Content) -> None:
    downloads.put(dist, site, real_content)
    once = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    downloads.put(dist, site, real_content)

    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == once


def test_what_is_gone_from_the_folder_leaves_the_site(site: Path, dist: Path, real_content: Content) -> None:
    downloads.put(dist, site, real_content)
    for each in (BOOK, PART, ZIP):
        (dist / each.path).unlink()

    assert downloads.put(dist, site, real_content) == 0
    assert (site / LIST).read_text(encoding="utf-8") == PAGE
    assert (site / FIRST).read_text(encoding="utf-8") == GUIDE
    assert not (site / "downloads").exists()


@pytest.mark.parametrize("listed", ["", "{", '[{"path": "a"}]', "7"])
def test_a_list_that_nobody_can_read_offers_nothing(
    site: Path, tmp_path: Path, real_content: Content, listed: str
) -> None:
    (tmp_path / downloads.DESCRIPTIONS).write_text(listed, encoding="utf-8")

    assert downloads.put(tmp_path, site, real_content) == 0
    assert (site / LIST).read_text(encoding="utf-8") == PAGE


def test_a_new_description_takes_the_place_of_the_old_one_and_others_stay(dist: Path) -> None:
    downloads.describe(dist, [Download(path=BOOK.path, titles={"en": "New"})])

    text = (dist / downloads.DESCRIPTIONS).read_text(encoding="utf-8")
    assert ("New" in text, "book" in text.replace("handbook", ""), "Help" in text) == (True, False, True)


def test_copies_of_a_page_are_as_if_there_were_no_files(site: Path, dist: Path, real_content: Content) -> None:
    downloads.put(dist, site, real_content)

    assert in_pages.without((site / LIST).read_text(encoding="utf-8")) == PAGE
    assert in_pages.without((site / FIRST).read_text(encoding="utf-8")) == GUIDE
