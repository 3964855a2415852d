"""Every way through the questions ends in something to do, soon, and at doors and pages that exist."""

from collections.abc import Iterator, Mapping

from ..model import register_paths
from ..model.content import Content
from ..model.problem import Problem
from ..model.routes import DEEPEST, RouteStep, RouteStepWords, ways
from ..model.rules.registers import Routes
from ..text import references

_PATH = register_paths.value_path("routes")


def check(content: Content) -> Iterator[Problem]:
    """Report stops that lead nowhere, round in a circle or too far, and words that do not fit their stop."""
    stops = content.registers.routes
    reached = set[str]()
    for way in ways(stops):
        reached.update(way)
        if way[-1] not in stops:
            yield _problem(content, way[-2], "route-unknown", f"there is no stop “{way[-1]}”; add it, or correct this")
        elif way[-1] in way[:-1]:
            yield _problem(content, way[-2], "route-loops", f"this leads back to “{way[-1]}”; name another stop")
        elif len(way) - 1 > DEEPEST:
            message = f"{len(way) - 1} questions lead here, {DEEPEST} is the most; ask less"
            yield _problem(content, way[-1], "route-deep", message)
    for key in stops.keys() - reached:
        yield _problem(content, key, "route-unreached", "no option leads here; add one, or delete the stop")
    for key, stop in stops.items():
        yield from _ends(content, key, stop)
    for code, words in content.registers.words.items():
        for key in stops.keys() & words.routes.keys() if not words.generated else ():
            for message in _unfit(content, key, words.routes):
                path = register_paths.words_path("routes", code)
                line = content.registers.lines.get((path, key), 1)
                yield Problem(path=path, line=line, rule="route-words", message=f"{key}: {message}")


def _ends(content: Content, key: str, stop: RouteStep) -> Iterator[Problem]:
    """Yield doors, pages and letters that are not there."""
    for door in stop.doors:
        if door not in content.registers.channels:
            yield _problem(content, key, "route-target", f"“{door}” is not in channels.yml")
    for name in (*stop.pages, *filter(None, [stop.letter])):
        file, _, anchor = name.partition("#")
        page = content.page(content.source_language.code, file)
        if page is None or (anchor and anchor not in [heading.anchor for heading in page.headings]):
            yield _problem(content, key, "route-target", f"“{name}” is no page or section of docs/zh/")


def _unfit(content: Content, key: str, words: Mapping[str, RouteStepWords]) -> Iterator[str]:
    """Yield what the words of a stop lack, and doors that only they or only the register name."""
    stops = content.registers.routes
    stop, said = stops[key], words[key]
    if said.options.keys() != stop.options.keys():
        yield f"options must be {', '.join(stop.options) or 'left out'}"
    if stop.table and not said.heads:
        yield "write three heads for its table"
    rows = {following for each in stops.values() if each.table for following in each.options.values()}
    if key in rows and not (said.first and said.next):
        yield "write first and next: it is a row of a table"
    texts = " ".join(filter(None, [said.text, said.first, said.next]))
    named = {each.key for each in references.find(texts, 1) if references.register_of(each) == "channels"}
    if not stop.options and named != set(stop.doors):
        wrong = ", ".join(sorted(named ^ set(stop.doors)))
        yield f"the words and {_PATH} name different doors ({wrong}); name the same in both"


def _problem(content: Content, key: str, rule: Routes, message: str) -> Problem:
    line = content.registers.lines.get((_PATH, key), 1)
    return Problem(path=_PATH, line=line, rule=rule, message=f"{key}: {message}")
