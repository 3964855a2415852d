"""The command `new`: begin a page or a question, so that only its text is left to write."""

import argparse
import re
from dataclasses import replace
from pathlib import Path

from ..addresses import renaming
from ..addresses.renaming import CONFIG, UnfitNameError
from ..memo import all_or_none
from ..memo import store as memo
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..reading import docs_folder, markdown_page
from ..reading.mkdocs_config import Settings
from ..text import menu_writer, page_writer
from ..translation import recording
from ..translation.recording import Change
from . import report, speech
from .options import ExitCode

COMMANDS = {"new": "begin a page (file and menu), or a question on a page (in every language you write it in)"}
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class _UnfitError(Exception):
    """What was asked for cannot be made; the message says what to type instead."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    kinds = command.add_subparsers(dest="kind", required=True, metavar="page | question")
    page = kinds.add_parser("page", help="a source page and its line in the menu")
    page.add_argument("page", help="its name, such as rights/correct.md")
    page.add_argument("--title", required=True, help="what it is called, in the source language")
    page.add_argument("--description", default="", help="one sentence: who is helped to do what")
    question = kinds.add_parser("question", help="a question, before the sources of its page")
    question.add_argument("page", help="the page that answers it, such as rights/correct.md")
    question.add_argument("--id", required=True, help="its short English name, such as how-long")
    question.add_argument("--ask", required=True, help="the question as somebody would ask it, in the source language")
    question.add_argument("--answer", required=True, help="the answer; its first sentence must make sense alone")
    question.add_argument(
        "--in",
        dest="translations",
        nargs=3,
        action="append",
        default=[],
        metavar=("LANGUAGE", "ASK", "ANSWER"),
        help='the same in a translation, such as: --in en "How long?" "It takes …"',
    )


def run(site: Settings, options: argparse.Namespace) -> ExitCode:
    """Begin what was asked for, and say what to do next; change nothing if it cannot be."""
    store = memo.of_project(site.root)
    read, problems = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=False)
    if unreadable := report.errors(problems):
        print(report.render(unreadable, "text"))
        speech.note("nothing was made; mend this first")
        return ExitCode.PROBLEMS
    try:
        return (_page if options.kind == "page" else _question)(site, read.written, options)
    except (UnfitNameError, _UnfitError) as error:
        speech.note("nothing was made: {error}", error=error)
        return ExitCode.USAGE


def _page(site: Settings, content: Content, options: argparse.Namespace) -> ExitCode:
    name = renaming.name(options.page, content)
    renaming.refuse_new(content, name)
    config = (site.root / CONFIG).read_bytes().decode("utf-8")
    menu = menu_writer.added(config, name)
    if menu is None:
        raise _UnfitError(
            Message(
                "the menu in {config} has no page in the folder of {name}; choose a folder that it has",
                config=CONFIG,
                name=name,
            )
        )
    path = f"docs/{content.source_language.code}/{name}"
    text = page_writer.page(_line(options.title), _line(options.description), options.today)
    all_or_none.write_all(site.root, {path: text, CONFIG: menu})
    speech.tell("{path}: write the page here; its first line, under ---, says who is helped to do what", path=path)
    speech.tell("{config}: {name} stands in the menu; move the line where it belongs", config=CONFIG, name=name)
    speech.tell("then: python scripts/build.py check")
    return ExitCode.CLEAN


def _question(site: Settings, content: Content, options: argparse.Namespace) -> ExitCode:
    name = renaming.name(options.page, content)
    wanted = [(content.source_language.code, options.ask, options.answer), *map(tuple, options.translations)]
    pages = [(_found(content, code, name), _line(ask), _line(answer)) for code, ask, answer in wanted]
    _refuse(content, options.id, [asked for _, asked, _ in pages])
    texts = {
        page.path: page_writer.with_question(_text(site.root / page.path), page.headings, options.id, asked, answer)
        for page, asked, answer in pages
    }
    noted = _noted(content, name, options.id, texts)
    all_or_none.write_all(site.root, texts)
    for page, _, _ in pages:
        speech.tell(
            "{path}: #{id} stands before the sources; write the details below its first sentence",
            path=page.path,
            id=options.id,
        )
    written = {page.language for page, _, _ in pages}
    for language in content.translated:
        translation = content.page(language.code, name)
        if translation and language.code not in written:
            speech.note("{path}: the question is not here yet; check says so until it is", path=translation.path)
    for change in noted:
        speech.tell("{path}: {said}", path=change.path, said=Message(change.said))
    return ExitCode.CLEAN


def _noted(content: Content, name: str, anchor: str, texts: dict[str, str]) -> list[Change]:
    """Write into new texts of pages that the question is as new in the translations as in the source."""
    pages = [
        markdown_page.read(page.path, page.language, page.name, texts[page.path])[0] if page.path in texts else page
        for page in content.pages
    ]
    content = replace(content, pages=tuple(pages))
    translated = [page.path for page in pages if page.name == name and page.language != content.source_language.code]
    wanted = recording.wanted(content, [(path, anchor) for path in translated if path in texts])
    changes = recording.translated(content, wanted)
    for change in changes:
        texts[change.path] = change.rewrite(texts[change.path])
    return changes


def _found(content: Content, code: str, name: str) -> Page:
    page = content.page(code, name)
    if page is None:
        raise _UnfitError(
            Message("there is no page docs/{code}/{name}; write the name of one that is there", code=code, name=name)
        )
    return page


def _refuse(content: Content, anchor: str, asked: list[str]) -> None:
    if not _ID.fullmatch(anchor):
        raise _UnfitError(
            Message("“{anchor}” is no id: small letters, digits and hyphens, such as --id how-long", anchor=anchor)
        )
    for page in content.pages:
        if taken := next((each for each in page.headings if each.anchor == anchor), None):
            raise _UnfitError(
                Message(
                    "#{anchor} stands at {path}:{line} already; choose another --id",
                    anchor=anchor,
                    path=page.path,
                    line=taken.line,
                )
            )
        if same := next((each for each in page.questions if each.text in asked), None):
            raise _UnfitError(
                Message(
                    "{path}:{line} asks this already; write the answer there", path=page.path, line=same.heading.line
                )
            )


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _line(text: str) -> str:
    return " ".join(text.split())
