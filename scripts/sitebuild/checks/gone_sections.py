"""A section that is gone is reported once: links to it and what its translations still have follow from that."""

import posixpath
from collections.abc import Sequence

from ..model.content import Content
from ..model.message import Message, counted
from ..model.problem import Problem

_TRANSLATED = {"section-unknown-in-source": "anchor", "section-missing": "anchor", "translated-unknown": "name"}
"""Rules about a section of a translation that has none in the source, and what their messages call it."""
_Section = tuple[str, str]
"""The name of a page, and the id of a section."""


def page(problem: Problem) -> str:
    """Return the page that the link of a problem leads to."""
    address = problem.named("target").partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(problem.path.split("/", 2)[-1]), address))


def target(problem: Problem) -> _Section:
    """Return the page and the section that the link of a problem leads to."""
    address, _, section = problem.named("target").partition("#")
    own = problem.path.split("/", 2)[-1]
    if not section:
        return "", ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(own), address)) if address else own, section


def without(content: Content, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those that follow from a published section that is gone; that counts the links."""
    gone: dict[_Section, list[Problem]] = {}
    for each in problems:
        address, _, section_id = each.named("address").partition("#")
        if each.rule == "url-removed" and section_id:
            gone.setdefault((_name(content, address), section_id), []).append(each)
    links: dict[_Section, list[Problem]] = {}
    left = []
    for each in problems:
        if each.rule == "anchor-unknown" and (section := target(each)) in gone:
            links.setdefault(section, []).append(each)
        elif _of_translation(each) not in gone:
            left.append(each)
    # A name that only changed is unknown on one side, and missing on the other.
    renamed = {each.path for each in problems if each.rule == "section-unknown-in-source" and each not in left}
    left = [each for each in left if each.rule != "section-missing" or each.path not in renamed]
    for section, leading in links.items():
        for each in gone[section]:
            message = counted(
                len(leading),
                "{message}; a link leads there, in {path} line {line}",
                "{message}; {number} links lead there, first in {path} line {line}",
                message=Message(each.message),
                path=leading[0].path,
                line=leading[0].line,
            )
            left[left.index(each)] = each._replace(message=message)
    return left


def _of_translation(problem: Problem) -> _Section | None:
    section, path = problem.named(_TRANSLATED.get(problem.rule, "")), problem.named("path")
    return (path.split("/", 2)[-1], section) if section and path else None


def _name(content: Content, address: str) -> str:
    """Return the name of the page that had an address such as `en/rights/delete/`."""
    for language in content.translations:
        address = address.removeprefix(language.prefix)
    name = f"{address.rstrip('/')}.md"
    return name if any(each.name == name for each in content.pages) else f"{address}index.md"
