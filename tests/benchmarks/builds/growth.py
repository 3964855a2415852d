"""Makes a copy of the handbook larger: more languages out of one that it has, more pages out of its own."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import settings
from .copied_page import copied, shared_anchors
from .handbook import Handbook, StopError

_CODES = (
    *("de", "es", "fr", "id", "it", "ja", "ko", "pt", "ru", "th", "tr", "uk", "vi", "bg", "cs", "da", "el", "fi"),
    *("hr", "hu", "mn", "ms", "nl", "no", "pl", "ro", "sk", "sl", "sv", "sr", "hi", "ka"),
)
"""Languages that the theme as it comes has words for; those that the handbook has by now are passed over."""
_TEXT = re.compile(r'^(?!#)(?!.*# same$).*"')
"""A line of a register with one text or several, of which nobody has said that it reads the same."""
_REASON = re.compile(r"\s*<!-- typed:.*?-->")
_UNUSED = "escape-unused"
_UNRECORDED = "translation-unrecorded"
_TRIES = 6


def add_languages(book: Handbook, total: int) -> None:
    """
    Add languages until there are `total`: copies of the fullest translation, published.

    Every text of a copy is marked as one that reads the same, every page has a line more, for a language that is only
    a copy may not be published.
    """
    there = settings.read(book.root)
    entries = settings.i18n(there)["languages"]
    used = {entry["locale"] for entry in entries}
    free = [code for code in _CODES if code not in used]
    wanted = total - len(book.languages)
    if wanted > len(free):
        raise StopError(f"--languages {total}: at most {len(book.languages) + len(free)} can be made")
    model = _translation(book)
    for code in free[:wanted]:
        target = book.root / "docs" / code
        shutil.copytree(book.root / "docs" / model, target)
        for file in (target / "_data").glob("*.yml"):
            lines = file.read_text(encoding="utf-8").split("\n")
            file.write_text("\n".join(f"{line} # same" if _TEXT.match(line) else line for line in lines), "utf-8")
        for page in target.rglob("*.md"):
            page.write_text(f"{page.read_text(encoding='utf-8').rstrip()}\n\nA copy, {code}.\n", encoding="utf-8")
        entries.append({"locale": code, "name": code, "build": True})
    settings.write(book.root, there)
    _without_unused_reasons(book)


def _without_unused_reasons(book: Handbook) -> None:
    """Take out the reasons for typed facts that are not looked for in a copied language; StopError for other faults."""
    for problem in (found := _problems(book)):
        if problem["rule"] == _UNUSED:
            path = book.root / problem["path"]
            lines = path.read_text(encoding="utf-8").split("\n")
            lines[problem["line"] - 1] = _REASON.sub("", lines[problem["line"] - 1])
            path.write_text("\n".join(lines), encoding="utf-8")
    if found and (left := _problems(book)):
        raise StopError(f"a site with more languages has a problem: {_said(left[0])}")


def add_pages(book: Handbook, total: int, candidates: Sequence[str], say: Callable[[str], None]) -> list[str]:
    """
    Add copies of `candidates` until the menu has `total` pages; return those of which copies can be made.

    Rules object to a copy of some pages, such as those that hold an index: that is found by trying.
    """
    before = settings.read(book.root)
    number = total - len(book.names)
    fit = list(candidates)
    for _ in range(_TRIES):
        # One copy of each, at first: what is wrong with one is wrong with all.
        copies = _lay_out(book, before, fit, min(number, len(fit)))
        unfit = _objected_to(book, copies)
        if not unfit:
            break
        say(f"no copies of {', '.join(sorted(unfit))}")
        fit = [name for name in fit if name not in unfit]
        _remove(book, copies)
    else:
        raise StopError(f"after {_TRIES} tries there are still pages of which no copy can be made")
    if not fit:
        raise StopError("of no page can a copy be made")
    if number > len(copies):
        _remove(book, copies)
        copies = _lay_out(book, before, fit, number)
        if unfit := _objected_to(book, copies):
            raise StopError(f"copies of {', '.join(sorted(unfit))} are refused")
    return fit


def _translation(book: Handbook) -> str:
    """Return the language that most pages were translated into."""
    pages = {code: sum(1 for _ in (book.root / "docs" / code).rglob("*.md")) for code in _translated(book)}
    if not pages:
        raise StopError("the handbook has no translation that a language could be copied from")
    return max(pages, key=lambda code: pages[code])


def _translated(book: Handbook) -> list[str]:
    """Return the languages that people translate."""
    return [each.code for each in book.languages if not each.is_source and not each.is_converted]


def _lay_out(book: Handbook, before: dict[str, object], names: Sequence[str], number: int) -> Mapping[str, str]:
    """Write so many copies, in every language with a file of the page; return the name of each copy's page."""
    copies: dict[str, str] = {}
    for place in range(number):
        name = names[place % len(names)]
        path = Path(name)
        copies[path.with_name(f"{path.stem}-{_tag(place // len(names))}.md").as_posix()] = name
    for language in book.languages:
        folder = book.root / "docs" / language.code
        texts = {name: (folder / name).read_text(encoding="utf-8") for name in names if (folder / name).is_file()}
        shared = shared_anchors(file.read_text(encoding="utf-8") for file in folder.rglob("*.md"))
        for copy, name in copies.items():
            if name in texts:
                tag = Path(copy).stem.removeprefix(f"{Path(name).stem}-")
                (folder / copy).write_text(copied(texts[name], tag, shared), encoding="utf-8")
    behind: dict[str, list[str]] = {}
    for copy, name in copies.items():
        behind.setdefault(name, []).append(copy)
    settings.write(book.root, {**before, "nav": settings.with_copies(before["nav"], behind)})
    return copies


def _remove(book: Handbook, copies: Iterable[str]) -> None:
    for language in book.languages:
        for copy in copies:
            (book.root / "docs" / language.code / copy).unlink(missing_ok=True)


def _objected_to(book: Handbook, copies: Mapping[str, str]) -> set[str]:
    """Note what the copies were translated from; return the pages whose copies a rule objects to."""
    unfit = _pages(_problems(book), copies, passing=_UNRECORDED)
    if unfit:
        return unfit
    for code in _translated(book):
        book.run("translated", f"docs/{code}")
    return _pages(_problems(book), copies)


def _problems(book: Handbook) -> list[dict[str, Any]]:
    run = book.run("check", "--format", "json")
    try:
        found: list[dict[str, Any]] = json.loads(run.stdout)
    except json.JSONDecodeError:
        raise StopError(f"check of a larger site failed: {run.stderr.strip()}") from None
    return [problem for problem in found if problem["severity"] == "error"]


def _pages(problems: Sequence[dict[str, Any]], copies: Mapping[str, str], passing: str = "") -> set[str]:
    """Return the original pages that problems are about; StopError for a problem of no page that was copied."""
    found = set()
    originals = set(copies.values())
    for problem in problems:
        name = problem["path"].split("/", 2)[-1]
        if problem["rule"] == passing:
            continue
        if copies.get(name, name) not in originals:
            raise StopError(f"a larger site has a problem: {_said(problem)}")
        found.add(copies.get(name, name))
    return found


def _said(problem: dict[str, Any]) -> str:
    return f"{problem['path']}:{problem['line']}: {problem['message']} [{problem['rule']}]"


def _tag(number: int) -> str:
    """Return a word of letters for a number from 0: digits would be taken for facts."""
    letters = ""
    while True:
        letters = chr(ord("a") + number % 26) + letters
        number = number // 26 - 1
        if number < 0:
            return f"copy-{letters}"
