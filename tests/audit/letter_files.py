"""Every letter, filled in where it stands and saved as a .docx: what other programs read in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from sitebuild.building import tools as page_tools
from sitebuild.model.content import Content

from . import office, tools
from .measure import Measure

_DAY, _TIME, _MOBILE, _ID = "2026-03-05", "22:40", "138" + "0" * 8, "0" * 17 + "X"
_NOTED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }"
_OPEN = """bar => { const buttons = [...bar.querySelectorAll("button")]; buttons[buttons.length - 2].click() }"""
_FIELDS = ".tool__field:not([hidden]) > :is(input, textarea)"
_STYLES = {"Title", "Salutation", "Body Text", "Signature"}
_OPTIONAL = "Sem_MissingRelationshipType"
"""The checker also wants settings, fonts and a theme, which the standard lets a file be without."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A letter as its page copied it, and the file that the page saved."""

    name: str
    text: str
    file: Path


def saved(browser: Browser, address: str, content: Content, folder: Path) -> list[Saved]:
    """Fill every letter of every language in, and save it."""
    folder.mkdir(parents=True)
    context = browser.new_context()
    context.add_init_script(_NOTED)
    page = context.new_page()
    found: list[Saved] = []
    for language in content.languages:
        script = page_tools.SCRIPT.format(code=language.code, tool="letter")
        for name in (each.name for each in content.pages_in(content.source_language.code)):
            if page_tools.address(language.code, name) == script:
                page.goto(f"{address}{language.prefix}{name.removesuffix('.md')}/")
                stem = folder / f"{language.code}-{Path(name).stem}"
                found += _of_page(page, content, content.interface[language.code], stem)
    context.close()
    return found


def _of_page(page: Page, content: Content, words: Mapping[str, str], stem: Path) -> Iterator[Saved]:
    for bar in page.locator("p.copy:has(+ .letter[data-copy])").all():
        bar.evaluate(_OPEN)
    for number, writer in enumerate(page.locator(".writer").all()):
        cases = writer.locator(".writer__cases input").all()
        for case, box in enumerate([None, *cases]):
            if box:
                box.check()
            for field in writer.locator(_FIELDS).all():
                field.fill(_value(content, str(field.get_attribute("id")).partition(f"_letter-{number}-")[2]))
            writer.get_by_role("button", name=words["writer_copy"], exact=True).click()
            with page.expect_download() as download:
                writer.get_by_role("button", name=words["writer_save_word"], exact=True).click()
            file = stem.with_name(f"{stem.name}-{number}-{case}.docx")
            download.value.save_as(file)
            yield Saved(name=file.stem, text=str(page.evaluate("window.copied")), file=file)
            if box:
                box.uncheck()


def _value(content: Content, blank: str) -> str:
    """Return what is typed into a blank: as long as people write it."""
    kind = content.registers.fields[blank].kind
    if kind == "masked":
        return _MOBILE if blank.startswith("phone") else _ID
    example = content.registers.words[content.source_language.code].fields[blank].example.strip("`")
    return {"date": _DAY, "time": _TIME, "lines": f"{example}\n{example}"}.get(kind, example)


def faults(letters: list[Saved], checkers: Path, folder: Path) -> list[str]:
    """
    Return what is wrong with the files: for their schema, for python-docx, and as LibreOffice prints them.

    `checkers` is the folder of what strangers wrote, `folder` the one to print into.
    """
    printed = office.converted([each.file for each in letters], "pdf", folder)
    return [
        f"{each.name}: {fault}"
        for each, pdf in zip(letters, printed, strict=True)
        for fault in (*invalid(checkers, each.file), *_unlike(checkers, each), *_printed(each, pdf))
    ]


def invalid(checkers: Path, file: Path) -> list[str]:
    """Return what the rules of Microsoft's Open XML SDK, in another dress, object to in a file."""
    validator = tools.package(checkers, "openxml_audit").OpenXmlValidator()
    return [f"{each.part_uri}: {each.description}" for each in validator.validate(file).errors if each.id != _OPTIONAL]


def _unlike(checkers: Path, letter: Saved) -> Iterator[str]:
    """Yield where python-docx reads something else than what was copied, or a line without a style of ours."""
    paragraphs = tools.package(checkers, "docx").Document(str(letter.file)).paragraphs
    if [each.text for each in paragraphs] != letter.text.split("\n"):
        yield "python-docx reads another text"
    if strange := {each.style.name for each in paragraphs} - _STYLES:
        yield f"styles that are none of ours: {', '.join(sorted(strange))}"


def _printed(letter: Saved, pdf: Path) -> Iterator[str]:
    """Yield lines that are not on the paper, in their order, and sheets beyond the first."""
    reader = PdfReader(pdf)
    text, place = _bare("".join(page.extract_text() for page in reader.pages)), 0
    for line in letter.text.split("\n"):
        at = text.find(_bare(line), place)
        if at < 0:
            yield f"not on the paper: {line}"
        else:
            place = at
    if len(reader.pages) > 1:
        yield f"{len(reader.pages)} sheets"
    if re.search(r"【[^】]*】", letter.text):
        yield "a blank was not filled in"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def measures(found: list[str], letters: int) -> list[Measure]:
    """Return how many letters there are and what is wrong with them."""
    return [
        Measure(name="letters as .docx, all languages", value=letters, least=1),
        Measure(name="letters as .docx, faults in LibreOffice, python-docx and by schema", value=len(found), most=0),
    ]
