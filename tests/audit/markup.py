"""The Nu HTML checker, the one of the W3C, on every page."""

import json
from pathlib import Path

from . import tools
from .measure import Measure


def errors(folder: Path, site: Path) -> list[str]:
    """Return what the checker objects to: page, line, column and its words."""
    jar = tools.place(folder, tools.MARKUP, "build/dist/vnu.jar")
    options = ["--errors-only", "--format", "json", "--skip-non-html"]
    said = tools.run_tool(["java", "-jar", str(jar), *options, str(site)], codes=(0, 1))
    return [_line(message, site) for message in json.loads(said)["messages"]]


def measures(found: list[str], pages: int) -> list[Measure]:
    """Return how many errors there are; no pages at all would be a fault too."""
    return [
        Measure(name="Nu HTML checker, pages", value=pages, least=1),
        Measure(name="Nu HTML checker, errors", value=len(found), most=0),
    ]


def _line(message: dict[str, object], site: Path) -> str:
    page = str(message.get("url", "")).removeprefix("file:").removeprefix(site.as_posix()).lstrip("/")
    return f"{page}:{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}: {message['message']}"
