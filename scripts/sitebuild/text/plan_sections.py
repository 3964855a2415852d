"""Which sections of the pages make up the plan of a situation."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.page import Page
from ..model.plans import SECTIONS, PlanPart, Situation


def of(content: Content, code: str, plan: Situation) -> Iterator[tuple[PlanPart, list[tuple[Page, str]]]]:
    """Yield the parts of a plan that its pages have, each with the pages and ids of its sections."""
    file = plan.page.partition("#")[0]
    for part, usual in SECTIONS.items():
        named = plan.parts.get(part) or ((usual,) if _has(content, code, file, usual) else ())
        found = []
        for name in named:
            place, _, anchor = name.rpartition("#")
            there = content.page(code, place or file) or content.page(content.source_language.code, place or file)
            found += [(there, anchor)] if there else []
        if found:
            yield part, found


def _has(content: Content, code: str, file: str, anchor: str) -> bool:
    page = content.page(code, file) or content.page(content.source_language.code, file)
    return page is not None and any(each.anchor == anchor for each in page.headings)


def sources(content: Content, code: str) -> str:
    """Return all that the plans in a language are made of besides registers: the texts of their pages."""
    plans = content.registers.plans.values()
    files = {plan.page.partition("#")[0] for plan in plans}
    files |= {name.rpartition("#")[0] for plan in plans for names in plan.parts.values() for name in names}
    codes = dict.fromkeys((content.source_language.code, code))
    return repr([page.source for each in codes for name in sorted(files) if (page := content.page(each, name))])
