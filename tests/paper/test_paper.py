"""Paper: real PDF files of the miniature site, read back as a stranger would read them."""

import importlib
import itertools
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader

import pango
from once import once
from sitebuild.building.replace_site import SITE
from sitebuild.cli import main, printing
from sitebuild.cli.options import ExitCode
from sitebuild.memo import store
from sitebuild.model.content import Content, Language
from sitebuild.model.problem import ToolError
from sitebuild.paper import fonts, imposition, pdf, plans, sheets
from sitebuild.paper.article import Volume, chapter, short
from sitebuild.paper.book import Plan, law, written
from sitebuild.paper.built_pages import PrintPage, address
from sitebuild.paper.pdf import PANGO_HELP

LANGUAGES = ("zh", "en", "zh-Hant")


@pytest.fixture(scope="session")
def paper(shared: Path, miniature: Path) -> Path:
    """Return the folder with everything that is printed of the miniature site; tests only look at it."""
    if not pango.works():
        pytest.skip(PANGO_HELP)

    def make(folder: Path) -> None:
        asked = ["paper", "--only", "booklet", "--only", "part", "--out", str(folder)]
        assert main.main(asked, miniature) == ExitCode.CLEAN

    return once(shared / "paper", make)


def _elements(node: Any) -> Iterator[Any]:
    """Yield the elements of a PDF's structure, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _elements(each)
    elif isinstance(node, dict) and "/K" in node:
        yield node
        yield from _elements(node["/K"])


def _root(path: Path) -> Any:
    """Return the dictionary that a PDF begins with."""
    return PdfReader(path).root_object


def _tags(path: Path) -> list[Any]:
    return [*_elements(_root(path)["/StructTreeRoot"]["/K"])]


def _text(path: Path) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(path).pages))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_booklet_has_every_title_and_question_in_reading_order(paper: Path, code: str) -> None:
    text = _text(paper / code / "handbook.pdf")
    words = {
        "zh": ["怎么用这一本", "目录", "第一步", "先打哪个电话？", "做什么", "第二页", "什么时候有英文？"],
        "zh-Hant": ["怎麼用這一本", "目錄", "第一步", "先打哪個電話？", "做什麼", "第二頁", "什麼時候有英文？"],
        "en": ["Howtousethisbook", "Contents", "Firststep"],
    }[code]

    places = [text.find(word, text.find(words[1]) if word != words[0] else 0) for word in words]

    assert -1 not in places
    assert places[:2] == sorted(places[:2])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_booklet_says_its_date_and_a_hash_of_its_text(paper: Path, code: str) -> None:
    foot = _text(paper / code / "handbook.pdf")

    assert re.search(r"(文字编号|文字編號|text)[0-9a-f]{8}", foot)
    assert "2026" in foot


def _leads(reader: PdfReader, page: Any) -> list[int]:
    """Return the numbers of the pages that the links of a page lead to inside the book."""
    targets = [link.get_object().get("/Dest") or link.get_object().get("/A", {}).get("/D") for link in page]
    named = [reader.named_destinations[str(target)] for target in targets if target is not None]
    return [(reader.get_destination_page_number(target) or 0) + 1 for target in named]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_contents_name_the_pages_that_their_links_lead_to(paper: Path, code: str) -> None:
    reader = PdfReader(paper / code / "handbook.pdf")
    contents = reader.pages[1]
    text = re.split("目录|目錄|Contents", contents.extract_text(), maxsplit=1)[1]
    *printed, own = [int(number) for number in re.findall(r"(?m)^(\d+)(?=\s*\D)", text)]
    # A link over a number and its title is two or more.
    led = [number for number, _ in itertools.groupby(_leads(reader, contents.get("/Annots", [])))]

    assert [number for number, _ in itertools.groupby(printed)] == led
    assert len(printed) > len(led) > 1
    assert own == 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_where_the_text_names_a_page_a_link_leads_there(paper: Path, code: str) -> None:
    reader = PdfReader(paper / code / "handbook.pdf")
    named = re.compile({"en": r"\(page\s*(\d+)\s*\)"}.get(code, r"（第\s*(\d+)\s*[页頁]）"))
    found = [
        (int(number), _leads(reader, page.get("/Annots", [])))
        for page in reader.pages
        for number in named.findall(page.extract_text())
    ]

    assert found
    assert [number for number, led in found if number not in led] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_part_has_the_pages_and_numbers_of_the_booklet(paper: Path, code: str) -> None:
    whole, part = PdfReader(paper / code / "handbook.pdf"), PdfReader(paper / code / "part-help.pdf")
    labels = [*part.page_labels]
    numbered = [(int(label), page) for label, page in zip(labels, part.pages, strict=True) if label.isdecimal()]

    assert labels[0] == "i"
    assert numbered
    assert [page.extract_text() for _, page in numbered] == [
        whole.pages[number - 1].extract_text() for number, _ in numbered
    ]
    contents = "".join(page.extract_text() for page in part.pages[: len(labels) - len(numbered)])
    assert str(numbered[0][0]) in contents


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sheet_of_the_booklet_is_a4(paper: Path, code: str) -> None:
    pages = PdfReader(paper / code / "handbook.pdf").pages

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_link_inside_a_book_is_dead(paper: Path, code: str) -> None:
    reader = PdfReader(paper / code / "handbook.pdf")

    assert sum(len(_leads(reader, page.get("/Annots", []))) for page in reader.pages) > len(reader.pages)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_booklet_is_tagged_in_its_language(paper: Path, code: str) -> None:
    path = paper / code / "handbook.pdf"
    root, tags = _root(path), _tags(path)
    kinds = {tag["/S"] for tag in tags}

    assert root["/Lang"] == code
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2", "/L", "/LI", "/LBody", "/Link", "/P"} <= kinds
    assert all(tag.get("/Alt") for tag in tags if tag["/S"] == "/Figure")
    assert all(tag["/A"].get("/Scope") for tag in tags if tag["/S"] == "/TH")
    assert PdfReader(path).outline


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_font_is_one_of_ours(paper: Path, code: str) -> None:
    named = set()
    for page in PdfReader(paper / code / "handbook.pdf").pages:
        resources: Any = page["/Resources"]
        named |= {font.get_object()["/BaseFont"] for font in resources.get("/Font", {}).values()}

    assert named
    assert all("+Paper-" in name for name in named)


def test_the_same_site_gives_the_same_bytes(
    paper: Path, miniature: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.Table, "get", lambda *_: None)
    asked = ["paper", "--lang", "zh", "--only", "booklet", "--out", str(tmp_path)]

    assert main.main(asked, miniature) == ExitCode.CLEAN

    assert (tmp_path / "zh/handbook.pdf").read_bytes() == (paper / "zh/handbook.pdf").read_bytes()


def test_what_was_printed_of_the_same_text_is_not_printed_again(
    paper: Path, miniature: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pdf, "files", None)
    asked = ["paper", "--only", "booklet", "--out", str(tmp_path)]

    assert main.main(asked, miniature) == ExitCode.CLEAN

    assert capsys.readouterr().out.count("as before") == len(LANGUAGES)
    assert (tmp_path / "en/handbook.pdf").read_bytes() == (paper / "en/handbook.pdf").read_bytes()


def _bare(folder: Path, body: str) -> Path:
    """Return the PDF of an English text without a style sheet."""
    if not pango.works():
        pytest.skip(PANGO_HELP)
    html = f'<html lang="en"><title>T</title>{body}'
    made = pdf.printed(pdf.Job(documents=(html,), style=pdf.Style(sheets=(), pictures=folder)))
    (folder / "a.pdf").write_bytes(made.data)
    return folder / "a.pdf"


def test_a_phrase_in_another_language_says_which_one(tmp_path: Path) -> None:
    printed = _bare(tmp_path, '<p><span>a</span> <span lang="zh">b</span> <span lang="en">c</span></p>')

    assert [tag["/Lang"] for tag in _tags(printed) if "/Lang" in tag] == ["zh"]


def test_a_list_that_goes_on_after_something_else_goes_on_counting(tmp_path: Path) -> None:
    assert "2." in _text(_bare(tmp_path, '<ol><li>a</li></ol><p>b</p><ol start="2"><li>c</li></ol>'))


def _plan_of(page: PrintPage) -> Plan:
    return Plan(
        code="en",
        direction="ltr",
        name="n",
        title="t",
        words=defaultdict(str),
        date="",
        address="",
        parts=(),
        book=Volume.of([page], [], quiet=frozenset(), site="", family="x"),
    )


def _shelf(content: Content, names: Iterable[str], address: str = "") -> plans.Shelf:
    pages = {name: _page("<h2 id='a'>A</h2><p>b</p>", name) for name in names}
    language = content.language("en")
    return plans.Shelf(content=content, language=language, pages=pages, laws={}, site=Path(), site_url=address)


def test_the_short_edition_has_the_first_hours_letters_and_numbers(real_content: Content) -> None:
    names = ["help/index.md", "help/first-hour.md", "help/students-and-minors.md", "letters/access.md", "channels.md"]

    plan = plans.short(_shelf(real_content, names))

    assert plan is not None
    assert [page.name for part in plan.parts for page in part.pages] == [names[1], *names[3:]]
    assert plans.short(_shelf(real_content, names[:-1])) is None


def test_a_book_without_an_index_does_not_send_readers_there(real_content: Content) -> None:
    kit = plans.kit(_shelf(real_content, ["about/teaching.md"]))

    assert kit is not None
    assert kit.words["paper_use_age"] in written(kit).documents[0]
    assert kit.words["paper_use_laws"] not in written(kit).documents[0]
    assert kit.words["paper_use_first"] not in written(kit).documents[0]


def test_large_print_and_the_teaching_kit_are_books_of_their_own(real_content: Content) -> None:
    shelf = _shelf(real_content, ["about/teaching.md"])

    kit = plans.kit(shelf)

    assert kit is not None
    assert plans.kit(_shelf(real_content, [])) is None
    assert '<html lang="en" dir="ltr" class="large">' in written(plans.large(kit)).documents[0]


def test_a_public_site_can_be_scanned(real_content: Content) -> None:
    shown = [plans.alone(_shelf(real_content, [], address)).code_to_scan for address in ("https://example.org/", "")]

    assert shown[0].startswith("<svg")
    assert "<title>QR example.org/</title>" in shown[0]
    assert shown[1] == ""


def test_a_poster_has_the_first_steps_and_the_numbers() -> None:
    page = _page("<p>x</p><h2>Steps</h2><p>one</p><h2>Else</h2><p>two</p>", sheets.FIRST_HOUR)
    plan = _plan_of(page)

    poster = sheets.poster(plan, {page.name: page})

    assert poster is not None
    assert ("one" in poster, "two" in poster) == (True, False)
    assert sheets.poster(plan, {}) is None


def _job(**changed: Any) -> pdf.Job:
    style = pdf.Style(sheets=("p {}",), pictures=Path(__file__).parent)
    return replace(pdf.Job(documents=("<p>a</p>",), style=style, sizes=(9.0,), sheet="b"), **changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"documents": ("<p>b</p>",)},
        {"sizes": (8.0,)},
        {"sheet": "c"},
        {"style": pdf.Style(sheets=("p { color: red }",), pictures=Path(__file__).parent)},
        {"documents": (f'<img src="{Path(__file__).name}">',)},
        {"extracts": {"a": pdf.Extract(front="<p>d</p>", number=0)}},
    ],
)
def test_another_job_is_printed_anew(changed: dict[str, Any]) -> None:
    known = printing.key(_job())

    assert printing.key(_job()) == known
    assert printing.key(_job(**changed)) != known


def test_a_table_has_columns_as_wide_as_its_text_wants() -> None:
    page = _page("<table><tr><td>a</td><td>b b b b b b b b b b b b b b b b b b b b</td></tr></table>")
    book = Volume.of([page], [], quiet=frozenset(), site="", family="x")

    assert '<td style="width:22%">a</td><td>b b' in chapter(page, book)


_WIDE, _HEADS = "incomprehensible", "<tr><th>A</th><th>B</th><th>C</th>"
_ROW = "".join(f'<td data-label="{head}: ">{_WIDE}</td>' for head in "ABC")


@pytest.mark.parametrize(
    ("table", "printed"),
    [
        (f"<tr><td>{_WIDE}</td><td>b</td></tr>", '<table class="settled">'),
        (f"{_HEADS}</tr><tr>{_ROW}</tr>", '<table class="settled crowded">'),
        (
            f"{_HEADS}<th>{_WIDE}</th></tr><tr>{_ROW}<td data-label='D: '>d</td></tr>",
            f'<div class="rows"><ul class="row"><li><strong>A: </strong>{_WIDE}</li>',
        ),
        (f'<tr class="to-fill">{_ROW}<td>{_WIDE}</td></tr>', '<table class="settled crowded">'),
    ],
)
def test_a_table_whose_words_have_no_room_is_set_smaller_or_as_a_list(table: str, printed: str) -> None:
    page = _page(f"<table>{table}</table>")

    assert printed in chapter(page, Volume.of([page], [], quiet=frozenset(), site="", family="x"))


def test_a_blank_of_a_table_stays_one_in_a_list() -> None:
    row = "<td data-label='A: '>a</td><td data-label='B: '></td>"
    page = _page(f"<table><tr><th>{'a' * 30}</th><th>{'b' * 30}</th></tr><tr>{row}</tr></table>")

    found = chapter(page, Volume.of([page], [], quiet=frozenset(), site="", family="x"))

    assert '<li><strong>B: </strong><span class="to-write"></span></li>' in found


def test_the_number_of_an_article_stays_with_its_gist() -> None:
    folded = "<details class='more'><summary><h2 id='a'>Article 1</h2></summary>\n<p>Gist.</p>\n</details>"
    page = _page(f"<p>A law.</p>{folded}{folded.replace('1', '2')}", "laws/law.md")
    book = Volume.of([page], [], quiet=frozenset(), site="", family="x")

    gists = re.findall(r'<div class="gist">(.*?)</div>', law(page, book), re.DOTALL)

    assert [re.sub(r"<[^>]*>|\s", "", gist) for gist in gists] == ["Article1Gist.", "Article2Gist."]


def test_a_box_to_tick_stands_in_the_place_of_the_dot() -> None:
    page = _page("<ul><li>□ done</li><li>not to tick</li></ul>")
    book = Volume.of([page], [], quiet=frozenset(), site="", family="x")

    assert chapter(page, book) == '<ul><li class="tick">□ done</li><li>not to tick</li></ul>'


@pytest.mark.parametrize(
    "rows",
    [
        '<tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr>',
        '<tr class="to-fill"><td>a</td><td></td></tr>',
    ],
)
def test_a_table_to_fill_or_with_joined_cells_stays_as_it_is(rows: str) -> None:
    page = _page(f"<table>{rows}</table>")
    book = Volume.of([page], [], quiet=frozenset(), site="", family="x")

    assert "width" not in chapter(page, book)


def test_a_language_that_is_not_published_is_wrong_usage(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["paper", "--lang", "xx"], miniature) == ExitCode.USAGE

    assert "write one of zh, en, zh-Hant" in capsys.readouterr().err


def test_without_a_built_site_the_command_says_what_to_type(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not (small / SITE).exists()

    assert main.main(["paper"], small) == ExitCode.TOOL_FAILED

    assert "type `make site`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"), [(OSError("no libpango"), "sudo apt-get install libpango"), (ImportError(), "pip install")]
)
def test_without_pango_or_weasyprint_the_command_says_what_to_type(
    miniature: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    said: str,
) -> None:
    def lacking(_name: str) -> object:
        raise error

    monkeypatch.setattr(pdf, "import_module", lacking)

    assert main.main(["paper"], miniature) == ExitCode.TOOL_FAILED
    assert said in capsys.readouterr().err


def _page(article: str, name: str = "help/first.md") -> PrintPage:
    way = name.removesuffix(".md") + "/"
    return PrintPage(name=name, address=way, title="T", article=article, emergency="", checked="")


TARGET = _page('<h2 id="call">Call</h2>', "help/second.md")


@pytest.mark.parametrize(
    ("article", "printed"),
    [
        ('<a href="../second/#call">x</a>', '<a href="#help-second--call" class="to">x</a>'),
        ('<a href="../second/#gone">x</a>', '<a href="#help-second" class="to">x</a>'),
        ('<a href="../third/">x</a>', "<a>x</a>"),
        ('<a href="tel:110">110</a>', '<a href="tel:110">110</a>'),
        (
            '<a href="https://www.cac.gov.cn/">x</a>',
            '<a href="https://www.cac.gov.cn/" class="out" data-short="cac.gov.cn">x</a>',
        ),
        ("<details><summary>a</summary>b</details>", '<div><div class="summary">a</div>b</div>'),
        ('<h2 id="sources">s</h2><p>gone</p><h2 id="b">b</h2>', '<h3 id="help-first--b">b</h3>'),
        ('<div class="cited">gone</div><p>a</p>', "<p>a</p>"),
    ],
)
def test_a_page_becomes_a_chapter(article: str, printed: str) -> None:
    page = _page(article)
    book = Volume.of([page, TARGET], [], quiet=frozenset(), site="", family="x")

    assert chapter(page, book) == printed


def test_a_link_out_of_the_book_names_the_site_where_it_is_public() -> None:
    page = _page('<a href="../third/#a">x</a>')
    book = Volume.of([page], [], quiet=frozenset(), site="https://example.org/", family="x")

    assert 'href="https://example.org/help/third/#a"' in chapter(page, book)


def test_a_drawing_says_all_of_its_text() -> None:
    page = _page('<svg><title id="t">A</title><desc id="d">B &amp; C</desc></svg>')
    book = Volume.of([page], [], quiet=frozenset(), site="", family="x")

    assert ">A: B &amp; C</title>" in chapter(page, book)


@pytest.mark.parametrize(
    ("whole", "printed"),
    [
        ("https://www.12377.cn/", "12377.cn"),
        ("https://a.cn/b/", "a.cn/b"),
        ("https://a.cn/b?c=1", "a.cn"),
        (f"https://a.cn/{'b' * 40}", "a.cn"),
    ],
)
def test_an_address_is_as_short_as_people_type_it(whole: str, printed: str) -> None:
    assert short(whole) == printed


@pytest.mark.parametrize(
    ("code", "name", "way"),
    [("zh", "index.md", ""), ("zh", "help/index.md", "help/"), ("en", "help/first.md", "en/help/first/")],
)
def test_a_page_is_found_where_the_site_has_it(code: str, name: str, way: str) -> None:
    assert address(Language(code=code, name=code, is_source=code == "zh"), name) == way


def test_a_link_out_of_an_extract_leads_to_the_site_or_nowhere() -> None:
    place = (0, 0, 9, 9)
    kinds = [
        ("internal", "help--now"),
        ("internal", "rights--a b"),
        ("internal", "rights"),
        ("internal", "x"),
        ("external", "y"),
    ]
    page = SimpleNamespace(anchors={"help--now": place}, links=[(*kind, place, None) for kind in kinds])

    imposition.lead([page], {"rights": "https://h.example/rights/"})

    assert [link[:2] for link in page.links] == [
        kinds[0],
        ("external", "https://h.example/rights/#a%20b"),
        ("external", "https://h.example/rights/"),
        kinds[4],
    ]


def test_characters_that_no_font_has_are_found() -> None:
    faces = fonts.of_language("zh")

    assert fonts.lacking(faces, "催收，“abc”①→□") == set()
    assert fonts.lacking(faces, "a\u0e01") == {"\u0e01"}


def test_two_marks_that_meet_stand_closer(tmp_path: Path) -> None:
    tools = importlib.import_module("fontTools.ttLib")
    fonts.style([fonts.SIMPLIFIED], "（一）。“二”", tmp_path)

    (font,) = tmp_path.glob("PaperSC-Regular-*")
    with tools.TTFont(font) as opened:
        features = {record.FeatureTag for record in opened["GPOS"].table.FeatureList.FeatureRecord}

    assert "chws" in features


def test_fonts_that_are_not_installed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "justmytype_intl_cjk", None)
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)

    with pytest.raises(ToolError, match=r"paper-requirements\.txt"):
        fonts.lacking(fonts.of_language("zh"), "a")


def test_a_letter_is_printed_in_the_words_that_are_sent() -> None:
    """Readers of another language see their own beside it; whoever gets the letter would not."""
    letter = '<div class="admonition letter" data-copy="{}"><p>Dear lender</p></div>'
    page = _page(letter.format("【公司】：\u2028请更正。") + letter.format(""), "letters/access.md")
    plan = _plan_of(page)

    sent, shown = sheets.letters(plan, {page.name: page})

    assert '<p><span class="blank">【公司】</span>：</p><p>请更正。</p>' in sent
    assert ("Dear lender" in sent, "Dear lender" in shown) == (False, True)


@pytest.mark.parametrize(
    ("kinds", "passages"),
    [
        (("letter", "letter after-2", "letter for-3", "letter"), [2, 0]),
        (("letter", *["letter after-2"] * 3, "letter"), [0, 3, 0]),
    ],
)
def test_passages_of_a_letter_stand_on_its_sheet_or_together(kinds: Sequence[str], passages: Sequence[int]) -> None:
    title = '<p class="admonition-title">Repaid</p>'
    letters = "".join(f'<div class="{kind}" data-copy="x">{title}<p>a</p></div>' for kind in kinds)
    page = _page(letters, "letters/access.md")

    found = [*sheets.letters(_plan_of(page), {page.name: page})]

    assert [sheet.count('class="passage"') for sheet in found] == passages
    assert [sheet.count(title) for sheet in found] == passages
