"""Rule: a link to another page is a relative path to a Markdown file of the same language, which MkDocs can check."""

import posixpath
from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.page import Link, Page
from ..model.problem import Problem

_SCHEMES = ("http:", "https:", "tel:", "mailto:", "sms:")


def check(content: Content) -> Iterator[Problem]:
    """Report links that are absolute, lead out of docs/, or lead into the folder of another language."""
    codes = {language.code for language in content.languages}
    for page in content.pages:
        for link in page.links:
            target = link.target.split("#")[0].split("?")[0]
            if target and not link.target.startswith(_SCHEMES):
                yield from _target(page, link, target, codes)


def _target(page: Page, link: Link, target: str, codes: set[str]) -> Iterator[Problem]:
    if target.startswith("/"):
        message = Message(
            "“{target}” begins at the root; write the way from this file, such as ../rights/delete.md",
            target=link.target,
        )
        yield Problem.at(page.path, link, "link-absolute", message)
        return
    reached = posixpath.normpath(posixpath.join(page.language, posixpath.dirname(page.name), target))
    folder = reached.split("/")[0]
    if folder == "..":
        message = Message(
            "“{target}” leads out of docs/, which is not published; link to a page or to the web address",
            target=link.target,
        )
        yield Problem.at(page.path, link, "link-outside-docs", message)
    elif folder in codes and folder != page.language:
        message = Message(
            "“{target}” leads into another language; link to the page in {language}/, readers switch "
            "languages at the top of the page",
            target=link.target,
            language=page.language,
        )
        yield Problem.at(page.path, link, "link-across-languages", message)
