"""The types that the engine's comments state, checked by TypeScript: the parts are read as one program."""

from pathlib import Path

from sitebuild.building import assets
from sitebuild.building.search import script

from . import tools
from .measure import Measure

TYPESCRIPT = "typescript"
_OPTIONS = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--target", "ES2020")


def errors(folder: Path, root: Path) -> list[str]:
    """Return what TypeScript objects to in the parts of the engine: file, line, column and its words."""
    parts = root / "overrides" / assets.SCRIPTS / script.FOLDER
    program = tools.place(folder, TYPESCRIPT, "bin/tsc")
    names = [str(parts / f"{name}.js") for name in (*script.PARTS, *script.CHINESE)]
    said = tools.run_tool(["node", str(program), *_OPTIONS, "--lib", "ES2020,DOM", *names], codes=(0, 1, 2))
    return [line for line in said.splitlines() if line.strip()]


def measures(found: list[str]) -> list[Measure]:
    """Return how many errors there are."""
    return [Measure(name="TypeScript, errors of the search engine", value=len(found), most=0)]
