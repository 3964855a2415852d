"""
In which language the commands speak, and what they say in it.

First of all it is what was typed: `--language zh`. Then it is the language of the machine, LC_ALL, LC_MESSAGES or LANG,
if that is one of ours; a forge's machine has none. Else what is said of a page is said in the page's language, and the
rest in English.

The sentences of other languages stand in scripts/messages, by the English ones. They are read when the first of them
is needed, by the standard library alone: `doctor` speaks before anything is installed.
"""

import argparse
import functools
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..model.message import Message, shortened, translated

LANGUAGES = ("zh", "en")
OPTION = "--language"
HELP = "the language of all that is said; default: that of this machine, else that of each page"
_PLACES = [folder / "messages" for folder in Path(__file__).parents[1:3]]
_MESSAGES = next((place for place in _PLACES if place.is_dir()), _PLACES[-1])
"""In a wheel they lie in the package, else beside it."""
_FIRST = "cli"
"""The file in which most of what is said stands when nothing is to be mended: alone it is read in no time."""
LONGEST = 240
"""A sentence with more characters is not read; long values are cut until it has fewer."""
_SHORTER = (80, 40, 20)
_SEPARATORS = {"zh": "、"}
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What names the language of messages, the first that is set before the others (POSIX)."""
_chosen = ""


class _Sentences(dict[str, str]):
    """Sentences by the English ones; what a library or the system says, of which we have none, stays as it is."""

    def __missing__(self, english: str) -> str:
        return english


def choose(typed: str, environment: Mapping[str, str] = os.environ) -> None:
    """Speak from now on the language that was typed, else that of the machine; empty for that of each page."""
    global _chosen  # noqa: PLW0603 - one process speaks to one person
    _chosen = typed or of_machine(environment)


def taken(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """
    Return the language that was typed, and the arguments without it.

    It may stand anywhere, so that whoever adds it to a command that was refused need not think. An unknown one is left
    for the parser, which says what can be typed.
    """
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name != OPTION:
            continue
        value, rest = (value, number + 1) if value else ("".join(arguments[number + 1 : number + 2]), number + 2)
        if value in LANGUAGES:
            return value, [*arguments[:number], *arguments[rest:]]
    return "", [*arguments]


def of_machine(environment: Mapping[str, str]) -> str:
    """Return the language of the machine if it is one of ours, else nothing; a forge's speaks to everybody."""
    if environment.get("GITHUB_ACTIONS"):
        return ""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    if not named and os.name == "nt":
        import locale  # noqa: PLC0415 - only Windows needs it

        named = {"Chinese": "zh", "English": "en"}.get((locale.getlocale()[0] or "").split(" ")[0].split("_")[0], "")
    code = named[:2].lower()
    return code if code in LANGUAGES and not named[2:3].isalpha() else ""


def chosen() -> str:
    """Return the language that everything is said in; empty if that of a page decides."""
    return _chosen


def said(text: str, path: str = "") -> str:
    """Return a message in the language that is spoken; `path` is the file that it is about, if it is about one."""
    language = _chosen or _of_file(path)
    if language not in _SEPARATORS:
        return str(text)
    try:
        return translated(text, _first(language), _SEPARATORS[language])
    except KeyError:
        return translated(text, _all(language), _SEPARATORS[language])


def fitting(text: str, path: str = "") -> str:
    """Return a message as `said` does, its values cut where it would be too long to be read."""
    shown = said(text, path)
    for most in _SHORTER:
        # What can be pasted follows on lines of its own, as long as it is.
        if len(shown.partition("\n")[0]) <= LONGEST or not isinstance(text, Message):
            break
        shown = said(shortened(text, most), path)
    return shown


def tell(template: str, /, **values: object) -> None:
    """Print a message that is what a command was asked for."""
    print(said(Message(template, **values)), flush=True)


def note(template: str, /, **values: object) -> None:
    """Print a message about what a command does, apart from what it was asked for."""
    print(said(Message(template, **values)), file=sys.stderr)


def lacks_package(python: str, package: str) -> None:
    """Print what to type where the packages of the project are not installed."""
    note(
        "stopped: this Python ({python}) has no package {package}; type “make check”, which sets up .venv, then "
        ".venv/bin/python scripts/build.py … (on Windows see README.md)",
        python=python,
        package=package,
    )


def translate(parser: argparse.ArgumentParser) -> None:
    """Put what a parser and the parsers of its commands say into the language that is spoken."""
    parser.description = parser.description and said(parser.description)
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to them
        if action.help and action.help != argparse.SUPPRESS:
            action.help = said(action.help)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for each in action._choices_actions:  # noqa: SLF001 - the same
                each.help = each.help and said(each.help)
            for command in action.choices.values():
                translate(command)


def _of_file(path: str) -> str:
    """Return the language of what stands in the folder of a language; English for all else."""
    return "zh" if path.startswith(("docs/zh/", "docs/zh-")) else "en"


@functools.cache
def _first(language: str) -> Mapping[str, str]:
    return _read(_MESSAGES / language / f"{_FIRST}.toml")


@functools.cache
def _all(language: str) -> Mapping[str, str]:
    files = sorted((_MESSAGES / language).glob("*.toml"))
    return _Sentences({english: sentence for file in files for english, sentence in _read(file).items()})


def _read(file: Path) -> Mapping[str, str]:
    import tomllib  # noqa: PLC0415 - who speaks English need not wait for it

    return tomllib.loads(file.read_text(encoding="utf-8"))
