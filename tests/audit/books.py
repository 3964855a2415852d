"""EPUBCheck, the one of the W3C, on the e-book of every language."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitebuild.offline import kinds
from sitebuild.offline.copies import Copy

from . import tools
from .measure import Measure


def write(folder: Path, made: Iterator[Copy]) -> list[Path]:
    """Write the e-books among the copies into a folder, and return their paths."""
    folder.mkdir(parents=True)
    paths = []
    for each in made:
        if each.kind == kinds.EPUB:
            (folder / each.name).write_bytes(each.make())
            paths.append(folder / each.name)
    return paths


def faults(folder: Path, book: Path) -> list[str]:
    """Return what the checker objects to in a book: its severity, the file and line, its words."""
    said = tools.run_tool(
        ["java", "-jar", str(tools.book_checker(folder)), "--quiet", "--json", "-", str(book)], codes=(0, 1)
    )
    return [_line(book.name, message) for message in json.loads(said[said.index("{") :])["messages"]]


def measures(found: list[str], books: int) -> list[Measure]:
    """Return how many errors and warnings there are; no books at all would be a fault too."""
    return [
        Measure(name="EPUBCheck, books", value=books, least=1),
        Measure(name="EPUBCheck, errors and warnings", value=len(found), most=0),
    ]


def _line(book: str, message: Mapping[str, object]) -> str:
    places = message.get("locations")
    first = places[0] if isinstance(places, list) and places else {}
    where = f"{book}:{first.get('path', '')}:{first.get('line', 1)}" if isinstance(first, dict) else book
    return f"{where}: {message.get('severity')}: {message.get('message')}"
