"""Rule: a link in the text leads to a page, a section or a picture that is there."""

import posixpath
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Link, Page
from ..model.problem import Problem
from . import register_consistency

_ELSEWHERE = ("http:", "https:", "tel:", "mailto:", "sms:", "/")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")
_MADE = "laws/"
"""The folder of pages that the build makes, one for each law."""
_WITHOUT_IDS = ("sources", "figure:")
"""Markers that put no name of a section into a page."""


def check(content: Content) -> Iterator[Problem]:
    """Report links to pages, sections and pictures that are not there."""
    names = {(page.language, page.name): page for page in content.pages}
    source = content.source_language.code

    @cache
    def reached(code: str, name: str) -> Page | None:
        return names.get((code, name)) or names.get((source, name))

    for page in (each for each in content.pages if not each.made):
        for link in page.links:
            target, _, section = link.target.partition("#")
            if link.target.startswith(_ELSEWHERE) or "\\" in target:
                yield from _unlisted(content.registers.domains, page, link)
                continue
            place = posixpath.normpath(
                posixpath.join(page.language, posixpath.dirname(page.name), target.split("?")[0])
            )
            folder, _, name = place.partition("/")
            if folder == ".." or (folder != page.language and folder in {each.code for each in content.languages}):
                continue  # another rule says so
            if name.startswith(_MADE):
                continue
            found = page if not target else reached(folder, name)
            picture = target.lower().endswith(_PICTURES)
            file = picture or not target.endswith(".md")
            gone = bool(target) and file and content.files is not None and place not in content.files
            if gone or (target.endswith(".md") and found is None):
                yield _broken(page, link, _meant(page, name, {each for _, each in names}))
            elif section and found is not None and not _has(found, section):
                message = Message(
                    "“{target}” points to a section that does not exist; use an id of that page", target=link.target
                )
                yield Problem.at(page.path, link, "anchor-unknown", message)


def _unlisted(domains: tuple[str, ...], page: Page, link: Link) -> Iterator[Problem]:
    """Report a link to a host that nobody has registered."""
    if (
        domains
        and link.target.startswith(("http:", "https:"))
        and not register_consistency.allowed(link.target, domains)
    ):
        host = urlsplit(link.target).hostname or link.target
        path = register_paths.value_path(register_paths.DOMAINS)
        message = Message(
            "{host} is not in {domains_file}; add it there with its reason, or take the link out",
            host=host,
            domains_file=path,
        )
        yield Problem.at(page.path, link, "domain-unlisted", message)


def _broken(page: Page, link: Link, meant: str) -> Problem:
    if meant:
        section = "#" + link.target.partition("#")[2] if "#" in link.target else ""
        message = Message(
            "“{target}” leads to a file that does not exist; write “{meant}”",
            target=link.target,
            meant=f"{meant}{section}",
        )
    else:
        message = Message("“{target}” leads to a file that does not exist; correct the path", target=link.target)
    return Problem.at(page.path, link, "link-broken", message)


def _meant(page: Page, name: str, names: set[str]) -> str:
    """Return the way to the page that somebody meant by its address or from another folder; empty if nobody knows."""
    stem = name.removesuffix(".html").removesuffix(".md").removesuffix("/index")
    found = [each for each in (f"{stem}.md", f"{stem}/index.md") if each in names]
    if not found and stem:
        found = [each for each in names if posixpath.basename(each) == f"{posixpath.basename(stem)}.md"]
    return posixpath.relpath(found[0], posixpath.dirname(page.name) or ".") if len(found) == 1 else ""


def _has(page: Page, section: str) -> bool:
    """Tell whether a page has a section; one that is partly generated may have any."""
    if page.law or any(not marker.name.startswith(_WITHOUT_IDS) for marker in page.markers):
        return True
    return any(heading.anchor == section for heading in page.headings)
