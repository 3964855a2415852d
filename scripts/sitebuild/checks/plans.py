"""Rule: every situation of the picker leads to a plan whose pages, sections and channels exist, whoever asks."""

from collections.abc import Iterator, Sequence

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.plans import FIRST, URGENT, WHO, Situation, ways
from ..model.problem import Problem
from ..model.rules.registers import Plans
from ..text import plan_sections, quoted_section

_SITUATIONS, _RISKS = "plans", "risks"
_DRAWING = "figure:"


def check(content: Content) -> Iterator[Problem]:
    """Report what a plan names and nobody has, plans without a beginning, words that do not fit, ways with no plan."""
    registers = content.registers
    for key, plan in registers.plans.items():
        found = (*_pages(content, [plan.page]), *_doors(content, plan.doors), *_sections(content, plan))
        for missing in dict.fromkeys(found):
            yield _problem(content, _SITUATIONS, key, "plan-target", missing)
        if not any(part == FIRST for part, _ in plan_sections.of(content, content.source_language.code, plan)):
            message = Message("the page has no section {#first-hour}; name its sections: parts: {hour: [first-steps]}")
            yield _problem(content, _SITUATIONS, key, "plan-empty", message)
    for key, risk in registers.risks.items():
        for missing in (*_pages(content, risk.pages), *_doors(content, risk.doors)):
            yield _problem(content, _RISKS, key, "plan-target", missing)
    yield from _ways(content)
    yield from _words(content)


def _pages(content: Content, names: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with pages and sections that are led to."""
    for name in names:
        file, _, anchor = name.partition("#")
        page = content.page(content.source_language.code, file)
        if page is None or (anchor and anchor not in [each.anchor for each in page.headings]):
            yield Message(
                "“{name}” is no page or section of docs/{code}/", name=name, code=content.source_language.code
            )


def _doors(content: Content, doors: Sequence[str]) -> Iterator[str]:
    for door in doors:
        if door not in content.registers.channels or not content.registers.channels[door].numbers:
            yield Message("“{door}” has no number in channels.yml", door=door)


def _sections(content: Content, plan: Situation) -> Iterator[str]:
    """Yield what is wrong with the sections of a plan, in every language that people write."""
    written = [language.code for language in content.languages if not language.generated_from]
    file = plan.page.partition("#")[0]
    for names in plan.parts.values():
        for name in names:
            place, _, anchor = name.rpartition("#")
            for code in written:
                page = content.page(code, place or file)
                if page and all(each.anchor != anchor for each in page.headings):
                    yield Message("“{name}” is no section of {path}", name=name, path=page.path)
    for code in written:
        for _, found in plan_sections.of(content, code, plan):
            yield from (fault for page, anchor in found for fault in _generated(page, anchor))


def _generated(page: Page, anchor: str) -> Iterator[str]:
    """Yield markers in a section, which work only on a page of their own; drawings alone may be left out of a plan."""
    start, end = quoted_section.between(page, anchor)
    for marker in page.markers:
        if start < marker.line < end and not marker.name.startswith(_DRAWING):
            yield Message(
                "{path} has <!-- {name} --> in #{anchor}; name another section in parts",
                path=page.path,
                name=marker.name,
                anchor=anchor,
            )


def _ways(content: Content) -> Iterator[Problem]:
    """Report who asks and finds no situation."""
    plans = content.registers.plans
    asked = {who for who, _ in ways(plans)}
    for name in (who for who in WHO if plans and who not in asked):
        message = Message("no situation is for “{name}”; name it under who in an entry", name=name)
        yield Problem(path=register_paths.value_path(_SITUATIONS), rule="plan-unasked", message=message)


def _words(content: Content) -> Iterator[Problem]:
    """Report urgent situations without what to do at once, and others with it: their table has no place for it."""
    for code, words in content.registers.words.items():
        for key in content.registers.plans.keys() & words.plans.keys() if not words.generated else ():
            urgent = content.registers.plans[key].group == URGENT
            if urgent != bool(words.plans[key].first):
                message = (
                    Message("write first: what is done at once")
                    if urgent
                    else Message("delete first: only {urgent} has it", urgent=URGENT)
                )
                path = register_paths.words_path(_SITUATIONS, code)
                line = content.registers.lines.get((path, key), 1)
                yield Problem(
                    path=path,
                    line=line,
                    rule="plan-words",
                    message=Message("{key}: {message}", key=key, message=Message(message)),
                )


def _problem(content: Content, register: str, key: str, rule: Plans, message: str) -> Problem:
    path = register_paths.value_path(register)
    line = content.registers.lines.get((path, key), 1)
    return Problem(
        path=path, line=line, rule=rule, message=Message("{key}: {message}", key=key, message=Message(message))
    )
