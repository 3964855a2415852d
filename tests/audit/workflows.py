"""What zizmor says of the workflows and of Dependabot's settings: where a stranger's pull request could do harm."""

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


def measures(found: list[str]) -> list[Measure]:
    """Return how many findings there are."""
    return [Measure(name="zizmor, findings in the workflows", value=len(found), most=0)]
