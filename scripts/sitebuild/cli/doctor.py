"""
The command `doctor`: what is missing on this machine, and what to type for it.

It runs with any Python that can read it, before anything is installed, so it imports the standard library only.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.message import Message
from . import speech
from .machine import Machine, this_machine
from .options import ExitCode

COMMANDS = {"doctor": "say what is missing on this machine, and what to type for it"}
_OLDEST, _OLDEST_NODE, _OLDEST_JAVA = (3, 11), 18, 11
_FREE_MEGABYTES = 1000
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PANGO = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
_PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_VERSIONS = "import importlib.metadata as m\nfor d in m.distributions(): print(d.metadata['Name'] + '==' + d.version)"
_PINNED = re.compile(r"(?m)^([A-Za-z0-9._-]+)==(\S+) \\$")
"""A package that every system takes; those of some systems only have a condition behind their version."""


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """
    One thing that the project uses: `what` it is, what it is `needed_for`, and `advice`, empty if all is well.

    Without one that is `required` the site cannot be built.
    """

    what: str
    needed_for: str
    advice: str = ""
    required: bool = False

    def __str__(self) -> str:
        return self.said

    @property
    def said(self) -> Message:
        """What is printed of it, in one line."""
        if not self.advice:
            return Message("ok       {what}", what=Message(self.what))
        return Message(
            "MISSING  {what}, {needed_for}: {advice}" if self.required else "without  {what}, {needed_for}: {advice}",
            what=Message(self.what),
            needed_for=Message(self.needed_for),
            advice=Message(self.advice),
        )


def run(root: Path) -> ExitCode:
    """Print a line for each thing that the project uses; return TOOL_FAILED if the site cannot be built here."""
    found = list(examine(root, this_machine(root)))
    for each in found:
        speech.tell(each.said)
    lacking = [each for each in found if each.advice and each.required]
    speech.note(Message("{count} missing", count=len(lacking)) if lacking else Message("the site can be built here"))
    return ExitCode.TOOL_FAILED if lacking else ExitCode.CLEAN


def examine(root: Path, machine: Machine) -> Iterator[Requirement]:
    """Yield what the project uses, with what to type where it is missing; `root` is the repository."""
    yield from _folder(root, machine)
    yield from _python(machine)
    yield from _packages(root, machine)
    yield _program(machine, "git", "for the day of the last commit and the command minor", "git")
    if not machine.windows:
        yield _program(machine, "make", "for make serve and make test (README.md has the commands without it)", "make")
    yield _browser(machine)
    yield _pango(machine)
    yield _versioned(machine, "node", "Node.js", _OLDEST_NODE, "nodejs npm")
    yield _versioned(machine, "java", "Java", _OLDEST_JAVA, "default-jre-headless")


def _folder(root: Path, machine: Machine) -> Iterator[Requirement]:
    shown, why = Message("writing into {root}", root=root), "for everything but reading"
    yield Requirement(
        what=shown,
        needed_for=why,
        required=True,
        advice="" if machine.writable else "this is not allowed; clone the repository into a folder of your own",
    )
    space = Message("{free} MB free on the disk", free=machine.free)
    advice = "type make clean, or empty the disk" if machine.free < _FREE_MEGABYTES else ""
    yield Requirement(what=space, needed_for="too little for a build", advice=advice)


def _python(machine: Machine) -> Iterator[Requirement]:
    shown = ".".join(map(str, machine.version))
    old = machine.version[:2] < _OLDEST
    advice = "3.11 or newer is needed; install it, then name it: make PYTHON=python3.12 serve" if old else ""
    yield Requirement(what=f"Python {shown}", needed_for="too old for everything", required=True, advice=advice)
    has = machine.imports("venv") and machine.imports("ensurepip")
    yield Requirement(
        what="Python's venv module",
        needed_for=Message("for setting up .venv"),
        required=True,
        advice="" if has else "on Debian and Ubuntu type: sudo apt-get install python3-venv",
    )


def _packages(root: Path, machine: Machine) -> Iterator[Requirement]:
    """Yield whether the packages of each list are there in the versions that it names."""
    there = _installed(root, machine)
    make = {
        "requirements.txt": "make check",
        "tests/requirements.txt": "make test",
        "paper-requirements.txt": "make paper",
    }
    uses = {
        "requirements.txt": Message("for building"),
        "tests/requirements.txt": Message("for testing"),
        "paper-requirements.txt": Message("for PDF files"),
    }
    for name, command in make.items():
        pinned = _pinned(root / name)
        absent = [each for each in pinned if each not in there]
        other = [each for each in pinned if each in there and there[each] != pinned[each]]
        pip = rf".venv\Scripts\python -m pip install --require-hashes -r {name}"
        typed = (
            Message("py -m venv .venv, then {pip}", pip=pip)
            if machine.windows
            else Message("{command} (it sets them up by itself)", command=command)
        )
        yield Requirement(
            what=Message("the packages of {name}", name=name),
            needed_for=uses[name],
            required=name == "requirements.txt",
            advice=_lack(len(absent), len(other), typed) if absent or other else "",
        )


def _lack(absent: int, other: int, typed: str) -> Message:
    return Message(
        "{absent} not installed, {other} in another version; type: {typed}", absent=absent, other=other, typed=typed
    )


def _installed(root: Path, machine: Machine) -> Mapping[str, str]:
    """Return the version of each package that the project's own Python has: .venv, else the one that runs this."""
    own = root / (r".venv\Scripts\python.exe" if machine.windows else ".venv/bin/python")
    said = machine.said([str(own) if own.exists() else sys.executable, "-c", _VERSIONS])
    pairs = (line.strip().partition("==") for line in said.splitlines())
    return {_normal(name): version for name, _, version in pairs}


def _pinned(path: Path) -> Mapping[str, str]:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {_normal(name): version for name, version in _PINNED.findall(text)}


def _normal(name: str) -> str:
    """Return a package's name as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _program(machine: Machine, name: str, why: str, package: str) -> Requirement:
    place = machine.which(name)
    advice = "" if place else Message("on Debian and Ubuntu type: sudo apt-get install {package}", package=package)
    return Requirement(
        what=Message("{name} ({place})", name=name, place=place) if place else name, needed_for=why, advice=advice
    )


def _browser(machine: Machine) -> Requirement:
    named = os.environ.get("CHROME_PATH", "")
    if named and not Path(named).is_file():
        advice = Message("correct CHROME_PATH, or take it away: unset CHROME_PATH")
        return Requirement(
            what=Message("the browser of CHROME_PATH ({named})", named=named), needed_for="for the tests", advice=advice
        )
    place = named or next((found for name in _BROWSERS if (found := machine.which(name))), None)
    advice = Message("make test fetches one, or type on Debian and Ubuntu: sudo apt-get install chromium")
    return Requirement(
        what=Message("Chromium or Chrome ({place})", place=place)
        if place
        else Message("Chromium or Chrome on the path"),
        needed_for="for the tests",
        advice="" if place else advice,
    )


def _pango(machine: Machine) -> Requirement:
    if machine.windows or sys.platform == "darwin":
        has = any(machine.loads(name) for name in ("libpango-1.0-0", "libpango-1.0.dylib"))
        advice = Message("see doc.courtbouillon.org/weasyprint, First steps")
    else:
        has = all(machine.loads(name) for name in _PANGO)
        advice = Message("on Debian and Ubuntu type: sudo apt-get install {packages}", packages=_PANGO_PACKAGES)
    return Requirement(what="Pango", needed_for="for make paper", advice="" if has else advice)


def _versioned(machine: Machine, program: str, shown: str, oldest: int, packages: str) -> Requirement:
    """Return whether a program of `make audit` is there and new enough."""
    said = machine.said([program, "--version"]) if machine.which(program) else ""
    number = re.search(r"\d+", said)
    install = Message("on Debian and Ubuntu type: sudo apt-get install {packages}", packages=packages)
    if not number:
        return Requirement(what=shown, needed_for="for make audit", advice=install)
    has = said.split("\n")[0].strip()
    advice = (
        ""
        if int(number[0]) >= oldest
        else Message("{oldest} or newer is needed; {install}", oldest=oldest, install=install)
    )
    return Requirement(
        what=Message("{name} ({place})", name=shown, place=has), needed_for="for make audit", advice=advice
    )
