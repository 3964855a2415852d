"""Rule: the pages that a source page names as needed next exist, and are others."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.page import NEXT
from ..model.problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Report each name below `next` that is no page of the source language, or the page itself."""
    source = content.source_language.code
    for page in content.pages:
        for name in page.next_pages if page.language == source else ():
            if name == page.name or not content.page(source, name):
                message = Message(
                    "“{name}” is no other page of docs/{source}; write its name from there, such as channels.md",
                    name=name,
                    source=source,
                )
                line = page.front_matter.line(NEXT)
                yield Problem(path=page.path, line=line, rule="next-page-missing", message=message)
