"""The log, saved as a table and as plain text: what LibreOffice makes of numbers and of what looks like a formula."""

from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser

from sitebuild.model.content import Content

from . import letter_files, office
from .measure import Measure

PLACE = "tools/evidence-log/"
TYPED = {
    "day": "2026-03-15",
    "time": "22:40",
    "length": "2分钟",
    "number": "1" * 18,
    "who": "=cmd|' /C calc'!A0",
    "words": '-1+1\n“再不还”, "就"<打>&',
    "file": "007",
}
"""A row of what tables spoil: 18 digits, formulas, a line break, quotes, a zero in front."""
_TOLD = "--infilter=CSV:44,34,76,1,,0,true,false"
"""Commas, quotes, UTF-8, quoted cells as text: LibreOffice asks for it in a window, and guesses where it has none."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Cell(NamedTuple):
    """A cell as LibreOffice has it."""

    text: str
    kind: str
    formula: bool


def saved(browser: Browser, address: str, content: Content, folder: Path) -> list[Path]:
    """Write one row into the log of every language, and save it in both ways."""
    context = browser.new_context()
    page = context.new_page()
    found = []
    for language in content.languages:
        words = content.interface[language.code]
        page.goto(f"{address}{language.prefix}{PLACE}")
        for name, text in TYPED.items():
            page.locator(f"#_log-{name}").fill(text)
        page.get_by_role("button", name=words["log_add"]).click()
        for kind, button in (("xlsx", "log_save_table"), ("csv", "log_save")):
            with page.expect_download() as download:
                page.get_by_role("button", name=words[button]).click()
            found.append(folder / f"{language.code}-log-{kind}.{kind}")
            download.value.save_as(found[-1])
    context.close()
    return found


def faults(files: list[Path], checkers: Path, folder: Path) -> list[str]:
    """Return what is not in LibreOffice as it was typed."""
    found = []
    for file in files:
        options = [_TOLD] if file.suffix == ".csv" else []
        row = cells(office.converted([file], "fods", folder, *options)[0])[1]
        # A mark before what a program could take for something else is all that plain text can do.
        shown = [each.text.removeprefix("'") if options else each.text for each in row]
        missing = [text for text in TYPED.values() if text not in shown]
        found += [f"{file.name}: not there as it was typed: {text}" for text in missing]
        found += [f"{file.name}: no text: {each.text}" for each in row if each.formula or each.kind != "string"]
        found += [] if options else [f"{file.name}: {fault}" for fault in letter_files.invalid(checkers, file)]
    return found


def cells(file: Path) -> list[list[Cell]]:
    """Return the rows of the first sheet of a flat .fods file."""
    rows = ET.parse(file).getroot().iter(f"{_TABLE}table-row")  # noqa: S314 - our own
    return [[_cell(each) for each in row.iter(f"{_TABLE}table-cell") if len(each)] for row in rows]


def _cell(cell: ET.Element) -> Cell:
    lines = ("".join(each.itertext()) for each in cell.iter(f"{_TEXT}p"))
    kind = str(cell.get(f"{_OFFICE}value-type"))
    return Cell(text="\n".join(lines), kind=kind, formula=f"{_TABLE}formula" in cell.attrib)


def measures(found: list[str], files: int) -> list[Measure]:
    """Return how many files there are and what is wrong with them."""
    return [
        Measure(name="logs as .xlsx and CSV, all languages", value=files, least=1),
        Measure(name="logs in LibreOffice, faults", value=len(found), most=0),
    ]
