"""Rules for template letters: registered blanks, the six required sections, and no terms of foreign law."""

import difflib
import re
from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..text import notation

FOLDER = "letters"
PARTS = ("when-to-use", "when-not", "what-it-does", "letter", "attach", "if-refused")
"""The ids of the sections that every page in the folder must have."""
FOREIGN = ("合法利益", "GDPR", "数据控制者", "数据主体", "30天内必须", "30 天内必须")
"""Terms of other countries' law, and a deadline that Chinese law does not set: they would discredit a letter."""
_OPENS = re.compile(r"(\s*)!!! letter\b")
_UNNAMED = re.compile(r"【[^】]*】|_{3,}|\{\{\s*\}\}")


def check(content: Content) -> Iterator[Problem]:
    """Report masked blanks without a hint, unknown and unnamed blanks, missing sections, and foreign terms."""
    yield from check_data(content)
    yield from check_pages(content)


def check_data(content: Content) -> Iterator[Problem]:
    """Report masked blanks without a hint."""
    for key, blank in content.registers.fields.items():
        for code, words in content.registers.words.items():
            if blank.masked and key in words.fields and not words.fields[key].hint and not words.generated:
                path = register_paths.words_path("fields", code)
                message = Message("{key}: add a hint, for it is masked: which part to write", key=key)
                line = content.registers.lines.get((path, key), 1)
                yield Problem(path=path, line=line, rule="field-hint-missing", message=message)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report the faults of pages."""
    for page in content.pages:
        if content.language(page.language).generated_from:
            continue
        yield from _blanks(content, page)
        if page.folder == FOLDER and page.route != f"{FOLDER}/":
            yield from _parts(page)
            if page.language == content.source_language.code:
                yield from _foreign(page)


def _blanks(content: Content, page: Page) -> Iterator[Problem]:
    """Report blanks with an unknown name, and, inside the box of a letter, gaps such as 【…】 or ____."""
    # The indent of the box of the letter that the line is in; -1 outside.
    depth = -1
    known = content.registers.fields
    for number, line in enumerate(page.source.split("\n"), start=1):
        if opens := _OPENS.match(line):
            depth = len(opens[1])
        elif line.strip() and len(line) - len(line.lstrip()) <= depth:
            depth = -1
        for blank in notation.blanks(line, number):
            if blank.field and blank.field not in known:
                near = difflib.get_close_matches(blank.field, known, 1)
                message = Message(
                    "“{field}” is not in {file}; did you mean “{near}”?"
                    if near
                    else "“{field}” is not in {file}; name a blank that is",
                    field=blank.field,
                    file=register_paths.value_path("fields"),
                    near=near[0] if near else "",
                )
                yield Problem.at(page.path, blank, "field-unknown", message)
        for found in _UNNAMED.finditer(line) if depth >= 0 else ():
            message = Message(
                "“{found}” has no name; write a blank of fields.yml, such as {{{{ company }}}}", found=found[0]
            )
            column = found.start() + 1
            yield Problem(path=page.path, line=number, column=column, rule="blank-unnamed", message=message)


def _parts(page: Page) -> Iterator[Problem]:
    there = [heading.anchor for heading in page.headings]
    for part in PARTS:
        if part not in there:
            message = Message("a letter needs the section “## … {{#{part}}}”; write it", part=part)
            yield Problem(path=page.path, rule="letter-part-missing", message=message)


def _foreign(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(page.source.split("\n"), start=1):
        for word in FOREIGN:
            if word in line:
                message = Message("“{word}” is not what the law here says; cite the article that applies", word=word)
                column = line.index(word) + 1
                yield Problem(path=page.path, line=number, column=column, rule="foreign-law", message=message)
