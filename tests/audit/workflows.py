"""
What strangers' checkers say of the workflows.

zizmor looks where a stranger's pull request could do harm, in Dependabot's settings too; actionlint for what the forge
would not understand.
"""

from pathlib import Path

from . import tools
from .measure import Measure

_FOUND = (0, 11, 12, 13, 14)
"""Its exit codes with nothing found, and with findings of each severity; any other means that it failed."""


def faults(folder: Path, root: Path) -> list[str]:
    """Return what zizmor objects to in `root`/.github, a line each: file, line, column, rule, words."""
    program = tools.workflow_checker(folder)
    options = ["--offline", "--no-progress", "--quiet", "--format", "github"]
    said = tools.run_tool([str(program), *options, str(root / ".github")], codes=_FOUND)
    return [line for line in said.splitlines() if line.startswith("::")]


def misread(folder: Path, root: Path) -> list[str]:
    """Return what actionlint objects to in the workflows of `root`, and shellcheck in their scripts, a line each."""
    program, shell = tools.workflow_linter(folder), tools.shell_checker(folder)
    paths = [str(path) for path in sorted((root / ".github/workflows").glob("*.yml"))]
    said = tools.run_tool([str(program), "-oneline", "-shellcheck", str(shell), *paths], codes=(0, 1))
    return said.splitlines()


def measures(found: list[str], misread: list[str]) -> list[Measure]:
    """Return how many findings there are."""
    return [
        Measure(name="zizmor, findings in the workflows", value=len(found), most=0),
        Measure(name="actionlint, findings in the workflows", value=len(misread), most=0),
    ]
