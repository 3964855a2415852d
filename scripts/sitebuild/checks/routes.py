"""Rule: every way through the decision routes ends, after few questions, at channels, pages and letters that exist."""

from collections.abc import Iterator, Mapping

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..model.routes import DEEPEST, RouteStep, RouteStepWords, ways
from ..model.rules.registers import Routes
from ..text import references

_PATH = register_paths.value_path("routes")


def check(content: Content) -> Iterator[Problem]:
    """Report steps that are unknown, unreachable, in a loop or too deep, and words that do not match their step."""
    steps = content.registers.routes
    reached = set[str]()
    for way in ways(steps):
        reached.update(way)
        if way[-1] not in steps:
            message = Message("there is no stop “{name}”; add it, or correct this", name=way[-1])
            yield _problem(content, way[-2], "route-unknown", message)
        elif way[-1] in way[:-1]:
            message = Message("this leads back to “{name}”; name another stop", name=way[-1])
            yield _problem(content, way[-2], "route-loops", message)
        elif len(way) - 1 > DEEPEST:
            message = Message(
                "{count} questions lead here, {deepest} is the most; ask less", count=len(way) - 1, deepest=DEEPEST
            )
            yield _problem(content, way[-1], "route-deep", message)
    for key in steps.keys() - reached:
        yield _problem(content, key, "route-unreached", "no option leads here; add one, or delete the stop")
    for key, step in steps.items():
        yield from _ends(content, key, step)
    for code, words in content.registers.words.items():
        for key in steps.keys() & words.routes.keys() if not words.generated else ():
            for fault in _unfit(content, key, words.routes):
                path = register_paths.words_path("routes", code)
                line = content.registers.lines.get((path, key), 1)
                yield Problem(
                    path=path,
                    line=line,
                    rule="route-words",
                    message=Message("{key}: {message}", key=key, message=Message(fault)),
                )


def _ends(content: Content, key: str, step: RouteStep) -> Iterator[Problem]:
    """Report channels, pages and letters of a step that do not exist."""
    for door in step.doors:
        if door not in content.registers.channels:
            yield _problem(content, key, "route-target", Message("“{door}” is not in channels.yml", door=door))
    for name in (*step.pages, *filter(None, [step.letter])):
        file, _, anchor = name.partition("#")
        page = content.page(content.source_language.code, file)
        if page is None or (anchor and anchor not in [heading.anchor for heading in page.headings]):
            yield _problem(
                content, key, "route-target", Message("“{name}” is no page or section of docs/zh/", name=name)
            )


def _unfit(content: Content, key: str, words: Mapping[str, RouteStepWords]) -> Iterator[str]:
    """Yield a message for each fault of a step's words: what is missing, and channels that differ from the step's."""
    steps = content.registers.routes
    step, own = steps[key], words[key]
    if own.options.keys() != step.options.keys():
        yield Message("options must be {options}", options=[*step.options] or Message("left out"))
    if step.table and not own.heads:
        yield "write three heads for its table"
    rows = {following for each in steps.values() if each.table for following in each.options.values()}
    if key in rows and not (own.first and own.next):
        yield "write first and next: it is a row of a table"
    texts = " ".join(filter(None, [own.text, own.first, own.next]))
    named = {each.key for each in references.find(texts, 1) if references.register_of(each) == "channels"}
    if not step.options and named != set(step.doors):
        wrong = sorted(named ^ set(step.doors))
        yield Message(
            "the words and {path} name different doors ({wrong}); name the same in both",
            path=_PATH,
            wrong=wrong,
        )


def _problem(content: Content, key: str, rule: Routes, message: str) -> Problem:
    line = content.registers.lines.get((_PATH, key), 1)
    return Problem(
        path=_PATH, line=line, rule=rule, message=Message("{key}: {message}", key=key, message=Message(message))
    )
