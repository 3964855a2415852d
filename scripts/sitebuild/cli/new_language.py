"""The command `new-language`: make what a language needs, and say what to translate first."""

import argparse

from ..memo import store as memo
from ..reading import docs_folder, mkdocs_config, repository
from ..reading.mkdocs_config import Settings
from ..translation import first_set, readiness
from . import speech
from .options import ExitCode

COMMANDS = {"new-language": "make what a new language needs, and list what to translate first"}


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the words that the command understands."""
    command.add_argument("code", help="such as ug, kk-Arab or pt-BR")
    command.add_argument("--name", default="", help="what it calls itself; default: as CLDR knows it")
    command.add_argument("--direction", choices=("ltr", "rtl"), default="", help="default: as CLDR knows it")
    command.add_argument("--fonts", default="", help="fonts of readers' systems, as CSS lists them")


def run(site: Settings, options: argparse.Namespace) -> ExitCode:
    """Make a language; print what to translate first."""
    from ..translation import scaffold  # noqa: PLC0415 - the parser of all commands need not wait for it

    request = scaffold.Request(code=options.code, name=options.name, direction=options.direction, fonts=options.fonts)
    store = memo.of_project(site.root)
    read, _ = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=False)
    content = read.written
    try:
        scaffold.make(site.root, content, request, dict(repository.texts(site.root)))
    except scaffold.UsageError as error:
        speech.note("nothing was made: {error}", error=error)
        return ExitCode.USAGE
    site = mkdocs_config.load(site.root)
    read, _ = docs_folder.read(site.root, site.docs, site.languages, site.guides, store, convert=False)
    content = read.written
    language = content.language(options.code)
    pieces = readiness.missing_from_first_set(content, language, site.first, dict(repository.texts(site.root)))
    for line in first_set.summary(language, pieces):
        speech.tell(line)
    return ExitCode.CLEAN
