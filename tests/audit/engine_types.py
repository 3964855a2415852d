"""The types that comments of the engine and the tools state, checked by TypeScript: parts are read as one program."""

from pathlib import Path

from sitebuild.building import assets
from sitebuild.building import tools as page_tools
from sitebuild.building.search import script

from . import tools
from .measure import Measure

TYPESCRIPT = "typescript"
_OPTIONS = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--target", "ES2020")


def errors(folder: Path, root: Path) -> list[str]:
    """Return what TypeScript objects to in the parts of the engine and the tools: file, line, column and its words."""
    scripts = root / "overrides" / assets.SCRIPTS
    program = tools.place(folder, TYPESCRIPT, "bin/tsc")
    engine = [str(scripts / script.FOLDER / f"{name}.js") for name in (*script.PARTS, *script.CHINESE, *script.ENGLISH)]
    filled_in = [str(path) for path in sorted((scripts / page_tools.FOLDER).glob("*.js"))]
    return [line for names in (engine, filled_in) for line in _objections(program, names)]


def _objections(program: Path, names: list[str]) -> list[str]:
    said = tools.run_tool(["node", str(program), *_OPTIONS, "--lib", "ES2020,DOM", *names], codes=(0, 1, 2))
    return [line for line in said.splitlines() if line.strip()]


def measures(found: list[str]) -> list[Measure]:
    """Return how many errors there are."""
    return [Measure(name="TypeScript, errors of the search engine and the tools", value=len(found), most=0)]
