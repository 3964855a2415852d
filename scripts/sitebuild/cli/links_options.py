"""What is typed behind `links`, and what a file of settings adds to it."""

import argparse
import sys
from pathlib import Path

from ..linkcheck.address import is_parsable, scheme_of
from ..linkcheck.settings import FILE, PROFILES, TABLE, TABLE_IN, LinkSettings, SettingsError, read, unknown
from ..model.message import Message
from ..model.register_paths import LINK_EXCEPTIONS
from ..reading.clock import today
from . import report, speech
from .options import day

COMMAND = "python scripts/build.py links"
_DESCRIPTION = """Check any folder of HTML, offline. Exit code 0: clean, 1: problems, 2: wrong usage or settings, 3: a
tool failed. What is not typed is read from linkcheck.toml, or from [tool.linkcheck] of pyproject.toml, in the folder in
which the command is run. scripts/sitebuild/linkcheck/README.md says more."""

_WIDTH = 78


class _Formatter(argparse.HelpFormatter):
    """Asks for the width of the terminal only when somebody reads the help: argparse looks at each option with it."""

    def __init__(self, prog: str) -> None:
        is_read = bool({"-h", "--help"}.intersection(sys.argv))
        super().__init__(prog, width=None if is_read else _WIDTH)


def parser(command: str = COMMAND) -> argparse.ArgumentParser:
    """Return what reads the arguments of the command, as it is typed."""
    made = argparse.ArgumentParser(prog=command, description=_DESCRIPTION, formatter_class=_Formatter)
    made.add_argument("--site", type=Path, help="the folder of HTML; default: site/")
    made.add_argument("--url", type=_url, help="the address it is served at; default: what its home page says")
    made.add_argument("--profile", choices=PROFILES, help="links: only dead links and missing files; default: all")
    made.add_argument("--only", type=_rules, metavar="RULES", help="ask these rules and no others: page-missing,…")
    made.add_argument("--skip", type=_rules, metavar="RULES", help="do not ask these rules")
    without = "the host serves guide.html as guide too"
    made.add_argument("--without-html", action=argparse.BooleanOptionalAction, default=None, help=without)
    made.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help=Message("a file of settings; default: {file}, if there is one", file=FILE),
    )
    made.add_argument("--format", choices=report.FORMATS, default="text", help="how problems are printed")
    made.set_defaults(external=False)
    if command == COMMAND:
        # The ledger of the answers is a file of the handbook.
        made.add_argument("--external", action="store_true", help="visit the links that leave the site, note answers")
    made.add_argument(
        "--exceptions",
        type=Path,
        metavar="FILE",
        help=Message("what to put up with; default: for site/ {link_exceptions}", link_exceptions=LINK_EXCEPTIONS),
    )
    made.add_argument("--today", type=day, default=today(), help="the day of visits and of exceptions: 2026-01-31")
    made.add_argument("--explain", metavar="RULE", help="say what a rule wants")
    made.add_argument(speech.OPTION, choices=speech.LANGUAGES, help=speech.HELP)
    speech.translate(made)
    return made


def settings(options: argparse.Namespace, folder: Path) -> LinkSettings:
    """
    Return what was typed, and for what was not, what the file of settings in a folder says.

    Paths in the file are taken from its own folder. Raise SettingsError, with
    the name of the file, if it says what it cannot mean.
    """
    typed = {name: getattr(options, name) for name in LinkSettings._fields}
    said = _of_file(options.config, folder)
    values = {name: getattr(said, name) if value is None else value for name, value in typed.items()}
    for name in ("site", "exceptions"):
        values[name] = None if values[name] is None else str(values[name])
    return LinkSettings(**values)


def _of_file(named: Path | None, folder: Path) -> LinkSettings:
    for file in [named] if named else [folder / FILE, folder / TABLE_IN]:
        if not file.is_file():
            if named:
                raise SettingsError(Message("there is no file {named}; correct its name: --config FILE", named=named))
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        is_table = file.name == TABLE_IN
        # Most such files are not about us: they are not taken apart.
        if is_table and TABLE not in text:
            continue
        try:
            said = read(text, is_table=is_table)
            if said.url is not None:
                _url(said.url)
        except (SettingsError, argparse.ArgumentTypeError) as error:
            raise SettingsError(Message("{file}: {error}", file=file, error=error)) from error
        site, exceptions = (None if path is None else str(file.parent / path) for path in (said.site, said.exceptions))
        return said._replace(site=site, exceptions=exceptions)
    return LinkSettings()


def _url(text: str) -> str:
    """Return an address that can be read."""
    if not is_parsable(text) or scheme_of(text) not in ("http", "https"):
        raise argparse.ArgumentTypeError(
            Message("“{text}” is no address; write it like https://site.example/handbook/", text=text)
        )
    return text


def _rules(text: str) -> tuple[str, ...]:
    """Return names of rules that were typed with commas between."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if wrong := unknown(names):
        raise argparse.ArgumentTypeError(wrong)
    return names
