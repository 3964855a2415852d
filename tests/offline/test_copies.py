"""The copies of the handbook itself: whole, the same on every machine, and nothing in them leads nowhere."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from making import ROOT
from offline_copies import wanted
from sitebuild.linkcheck import rules
from sitebuild.linkcheck.html_folder import load
from sitebuild.model.content import Content
from sitebuild.offline import built_site, zip_site
from sitebuild.offline.rescue import copied_texts, rescue_page

CODES = ("zh", "en", "zh-Hant")
MOST_IN_RESCUE = 150_000
"""What a chat takes without asking, and a bad line in a minute."""
_XHTML = "{http://www.w3.org/1999/xhtml}"
_OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    """Return each language in turn."""
    return str(request.param)


@pytest.fixture
def rescue(made: Path, real_content: Content, code: str) -> LexborHTMLParser:
    """Return the one file of a language."""
    return LexborHTMLParser((made / rescue_page.name(real_content, code)).read_text(encoding="utf-8"))


@pytest.fixture
def book(made: Path, code: str) -> Mapping[str, bytes]:
    """Return the files of the e-book of a language, in their order."""
    name = "handbook.epub" if code == "zh" else f"handbook-{code}.epub"
    with zipfile.ZipFile(made / name) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


# --- the zip


def test_the_unpacked_site_passes_the_link_check(made: Path) -> None:
    site = load(made / zip_site.FOLDER, "")

    assert rules.run(site) == []
    assert len(site.pages) > 600


def test_every_link_in_the_zip_names_a_file(made: Path) -> None:
    """A folder is a list of files where there is no server."""
    folder = made / zip_site.FOLDER
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    link = re.compile(r'<[^>]*?\s(?:href|src|data-search)="([^"#?][^"#?]*)')
    wrong = set()
    for path in sorted(files):
        if path.endswith(".html"):
            for written in link.findall((folder / path).read_text(encoding="utf-8")):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(written)))
                if not re.match(r"[a-z]+:", written) and target not in files:
                    wrong.add((path, written))

    assert wrong == set()


def test_the_zip_has_what_readers_need_and_nothing_for_servers(made: Path) -> None:
    with zipfile.ZipFile(made / zip_site.NAME) as archive:
        infos = archive.infolist()
    names = [each.filename for each in infos]
    tops = {name.split("/")[0] for name in names}

    assert tops == {"handbook"}
    assert {"handbook/README.txt", "handbook/LICENCES.txt", "handbook/index.html"} <= set(names)
    assert not [name for name in names if name.endswith(("404.html", "_headers", ".xml", ".gz", ".json", "robots.txt"))]
    assert names == sorted(names)
    assert {(each.date_time, each.create_system, each.external_attr >> 16) for each in infos} == {
        ((2026, 11, 23, 0, 0, 0), 3, 0o644)
    }


# --- the one file for a chat


def test_one_file_weighs_little(made: Path, real_content: Content, code: str) -> None:
    """If this fails, leave something out in rescue/parts.py: messages, or what a translation says of them."""
    size = (made / rescue_page.name(real_content, code)).stat().st_size

    assert size < MOST_IN_RESCUE


def test_one_file_loads_and_runs_nothing(rescue: LexborHTMLParser) -> None:
    head = rescue.css('meta[http-equiv="Content-Security-Policy"]')
    policy = head[0].attributes["content"] or ""

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert rescue.css("script, img, link, iframe, object, embed, audio, video, source, [src], [srcset]") == []
    assert not re.search(r"url\(|@import", text_of(rescue.css_first("style")))


def test_one_file_has_every_number(rescue: LexborHTMLParser, real_content: Content) -> None:
    dialled = {(link.attributes["href"] or "").split(":")[1] for link in rescue.css('a[href^="tel:"], a[href^="sms:"]')}
    listed = {number for each in real_content.registers.channels.values() for number in each.numbers.values()}

    assert listed - dialled == set()


def test_one_file_has_every_message_of_those_in_trouble_and_every_letter_to_send(
    rescue: LexborHTMLParser, real_site: Path, real_content: Content
) -> None:
    """In Simplified Chinese in every language: that is what is sent."""
    site = built_site.open_site(real_site)
    quoted = {block.text() for block in rescue.css("pre")}
    expected = set()
    for page in real_content.pages_in("zh"):
        if page.folder in ("help", "collection", "letters"):
            read = built_site.read(site, real_content, page)
            expected |= {"\n".join(each.lines) for each in copied_texts.of_page(read, "zh")}

    assert len(expected) > 140
    assert {text for text in expected if _squeezed(text) not in {_squeezed(each) for each in quoted}} == set()
    assert {block.attributes["lang"] for block in rescue.css("pre")} == {"zh"}


def text_of(node: LexborNode | None) -> str:
    """Return the text of a node that must be there."""
    assert node is not None
    return node.text()


def _squeezed(text: str) -> str:
    """Return a text without the ends of its lines: where they are, pages say in more than one way."""
    return re.sub(r"\s+", "", text)


def test_links_in_one_file_lead_to_places_in_it(rescue: LexborHTMLParser) -> None:
    ids = [node.attributes["id"] or "" for node in rescue.css("[id]")]
    inner = [unquote(link.attributes["href"] or "") for link in rescue.css('a[href^="#"]')]
    others = {(link.attributes["href"] or "").split(":")[0] for link in rescue.css('a:not([href^="#"])')}

    assert len(inner) > 10
    assert [each for each in inner if each[1:] not in ids] == []
    assert len(ids) == len(set(ids))
    assert others <= {"tel", "sms", "https", "http"}


def test_an_english_file_says_what_a_message_means(made: Path, real_content: Content) -> None:
    english = LexborHTMLParser((made / rescue_page.name(real_content, "en")).read_text(encoding="utf-8"))
    messages = [pre for pre in english.css("#messages ~ pre") if pre.next and pre.next.tag == "small"]

    assert len(messages) > 100
    assert re.search(r"[一-鿿]{9}", messages[0].next.text() if messages[0].next else "") is None


def test_one_file_says_from_when_it_is(rescue: LexborHTMLParser, code: str) -> None:
    said = text_of(rescue.css_first(".made"))
    day = {"zh": "2026年11月23日", "en": "23 November 2026", "zh-Hant": "2026年11月23日"}[code]

    assert day in said
    assert "abc123456" in said
    assert re.search(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])", said)


# --- the e-book


def _documents(book: Mapping[str, bytes]) -> Mapping[str, ET.Element]:
    return {name: ET.fromstring(data) for name, data in book.items() if name.endswith(".xhtml")}  # noqa: S314 - ours


def test_a_book_says_first_what_it_is(made: Path) -> None:
    for path in made.glob("*.epub"):
        with zipfile.ZipFile(path) as archive:
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert archive.read(first) == b"application/epub+zip"


def test_the_list_of_a_book_names_every_file_and_its_order_every_page(
    book: Mapping[str, bytes], real_content: Content, code: str
) -> None:
    package = ET.fromstring(book["EPUB/package.opf"])  # noqa: S314 - ours
    items = {each.attrib["id"]: each.attrib["href"] for each in package.iter(f"{_OPF}item")}
    order = [items[each.attrib["idref"]] for each in package.iter(f"{_OPF}itemref")]
    pages = [page.name.removesuffix(".md").replace("/", "_") + ".xhtml" for page in real_content.pages_in(code)]
    inside = {name.removeprefix("EPUB/") for name in book if name.startswith("EPUB/")} - {"package.opf"}

    assert set(items.values()) == inside
    assert set(order) == inside - {"style.css"}
    assert set(order[2:]) == set(pages)
    assert [each for each in order[2:] if not each.startswith("laws_")] == [
        each for each in pages if not each.startswith("laws_")
    ]
    # Pages that are not in the menu follow the one that they belong to.
    assert {each[:5] for each in order[order.index("laws.xhtml") + 1 : order.index("glossary.xhtml")]} == {"laws_"}


def test_links_in_a_book_lead_to_places_in_it(book: Mapping[str, bytes]) -> None:
    documents = _documents(book)
    ids = {name: [each.attrib["id"] for each in root.iter() if "id" in each.attrib] for name, root in documents.items()}
    wrong = []
    for name, root in documents.items():
        for link in root.iter(f"{_XHTML}a"):
            path, _, fragment = link.attrib["href"].partition("#")
            if re.match(r"(?:https?|mailto|tel):", path):
                continue
            target = f"EPUB/{path}" if path else name
            if target not in documents or (fragment and unquote(fragment) not in ids[target]):
                wrong.append((name, link.attrib["href"]))

    assert wrong == []
    assert {name for name, each in ids.items() if len(each) != len(set(each))} == set()


def test_a_book_says_its_languages_and_what_its_drawings_show(book: Mapping[str, bytes], code: str) -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    drawings = 0
    for name, root in _documents(book).items():
        assert (root.attrib["lang"], root.attrib[lang]) == (code, code), name
        assert all(each.attrib.get(lang) == each.attrib["lang"] for each in root.iter() if "lang" in each.attrib)
        for drawing in root.iter("{http://www.w3.org/2000/svg}svg"):
            drawings += 1
            title = drawing.find("{http://www.w3.org/2000/svg}title")
            assert title is not None, name
            assert title.text, name
            assert "viewBox" in drawing.attrib, name

    assert drawings == len(list((ROOT / "docs/_data/figures").glob("*.svg")))


def test_nothing_in_a_book_runs_or_waits_for_a_touch(book: Mapping[str, bytes]) -> None:
    for name, root in _documents(book).items():
        tags = {each.tag.removeprefix(_XHTML) for each in root.iter()}
        assert not tags & {"script", "button", "input", "details", "summary", "form"}, name
        assert not [key for each in root.iter() for key in each.attrib if key.startswith(("data-", "on"))], name


def test_the_text_of_a_book_is_that_of_the_pages(
    book: Mapping[str, bytes], real_site: Path, real_content: Content, code: str
) -> None:
    page = real_content.page(code, "help/first-hour.md")
    assert page is not None
    article = built_site.read(built_site.open_site(real_site), real_content, page).article
    chapter = ET.fromstring(book["EPUB/help_first-hour.xhtml"])  # noqa: S314 - ours

    assert _squeezed(article.text()) in _squeezed("".join(chapter.itertext()))


def test_the_contents_of_a_book_have_parts_and_pages(
    book: Mapping[str, bytes], real_content: Content, code: str
) -> None:
    contents = ET.fromstring(book["EPUB/contents.xhtml"])  # noqa: S314 - ours
    outer = contents.find(f".//{_XHTML}nav/{_XHTML}ol")
    assert outer is not None
    parts = ["".join(each.itertext()).strip() for each in outer.findall(f"{_XHTML}li/{_XHTML}a")]
    linked = {link.attrib["href"] for link in outer.iter(f"{_XHTML}a")}

    assert real_content.language(code).sections["help"] in parts
    assert len(linked) == len(real_content.pages_in(code))


# --- the same bytes


def test_the_same_site_makes_the_same_bytes(made: Path, real_site: Path, real_content: Content) -> None:
    again = {each.name: each.make for each in wanted(real_site, real_content.published) if each.name != zip_site.NAME}

    for name in ("rescue-en.html", "handbook-zh-Hant.epub"):
        assert again[name]() == (made / name).read_bytes()


def test_the_licences_of_what_is_bundled_are_listed_and_brought_along(made: Path, real_content: Content) -> None:
    with zipfile.ZipFile(made / zip_site.NAME) as archive:
        text = archive.read("handbook/LICENCES.txt").decode("utf-8-sig")

    for words in ("CC BY-SA 4.0", "MIT License", "Martin Donath", "OpenCC", "Permission is hereby granted"):
        assert words in text
    assert io.StringIO(text).readline().startswith(real_content.source_language.site_name)
