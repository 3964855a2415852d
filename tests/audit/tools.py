"""The checkers that strangers wrote: which versions, and how they come into the folder .audit."""

import json
import shutil
import subprocess
from pathlib import Path

from sitebuild.problem import ToolError

MARKUP, LIGHTHOUSE = "vnu-jar", "lighthouse"
VERSIONS = {MARKUP: "26.9.27", LIGHTHOUSE: "12.8.2"}
_NEEDED = {
    "node": "Node.js 18.20 or newer (nodejs.org; Debian and Ubuntu: sudo apt-get install nodejs npm)",
    "npm": "npm, which comes with Node.js (Debian and Ubuntu: sudo apt-get install npm)",
    "java": "Java 11 or newer (Debian and Ubuntu: sudo apt-get install default-jre-headless)",
}
_LAST_LINES = 5


def install(folder: Path) -> None:
    """Install the checkers below `folder` unless they are there; raise ToolError in words if that cannot be."""
    for program, advice in _NEEDED.items():
        if not shutil.which(program):
            raise ToolError(f"`{program}` was not found; install {advice}, then type `make audit` again")
    if all(_installed(folder, name) == version for name, version in VERSIONS.items()):
        return
    folder.mkdir(exist_ok=True)
    wanted = [f"{name}@{version}" for name, version in VERSIONS.items()]
    # No script of a package runs: the checkers need none, and one of them would download another Java.
    options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    run_tool(["npm", "install", *options, *wanted])


def place(folder: Path, name: str, file: str) -> Path:
    """Return a file of an installed package."""
    return _package(folder, name) / file


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


def _installed(folder: Path, name: str) -> str:
    """Return the version that is installed, empty if none is."""
    try:
        package = json.loads((_package(folder, name) / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(package.get("version", ""))


def _package(folder: Path, name: str) -> Path:
    return folder / "node_modules" / name
