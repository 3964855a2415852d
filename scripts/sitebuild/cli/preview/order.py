"""What the two processes of the preview tell each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...model.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Order:
    """
    What is to be built: the project at `root`, beside the folder `shown`, which holds what the browser gets now.

    `made` is the folder for what is new, `early` that for the pages that somebody waits for; `today` the day that facts
    are judged by. `saved` are the files that were saved, below the root, and `looked_at` the files of the pages that a
    browser shows, below `shown`. `languages` are codes of languages that are shown though they are not published.
    """

    root: Path
    made: Path
    early: Path
    shown: Path
    today: date
    saved: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """
    What came of it.

    `changed` and `removed` are files that the browser should get from the folder `made`, or no longer: paths below
    that folder, with forward slashes. `kept` are files of pages with an error: their last good state stays. `sources`
    is the Markdown file of each page of the site, by the page's file. `stopped` says why nothing was built, if the
    reason is none of the `problems`. An answer that is `early` has the pages that somebody waits for, below the folder
    of that name; all others follow with the next answer.
    """

    problems: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    stopped: str = ""
    built: bool = False
    early: bool = False


def address(file: str) -> str:
    """Return the path that a browser asks for to get a file of the site."""
    return "/" + file.removesuffix("index.html")
