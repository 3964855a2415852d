"""A marker that nothing fills would be published as an invisible comment."""

from collections.abc import Iterator

from .. import faq
from ..content import Content
from ..problem import Problem

KNOWN = (faq.MARKER,)


def check(content: Content) -> Iterator[Problem]:
    """Report markers without meaning, and an index that no page of a language shows."""
    for page in content.pages:
        for marker in page.markers:
            if marker.name not in KNOWN:
                message = f"“{marker.name}” is not a marker; the markers are {', '.join(KNOWN)}"
                yield Problem.at(page.path, marker, "marker-unknown", message)
            elif page.folder:
                message = f"<!-- {marker.name} --> works only in a page at the top of docs/{page.language}/"
                yield Problem.at(page.path, marker, "marker-misplaced", message)
    for language in content.languages:
        shown = [page for page in content.pages_in(language.code) for mark in page.markers if mark.name == faq.MARKER]
        if len(shown) != 1 and any(content.questions(language.code)):
            message = f"exactly one page must hold the line <!-- {faq.MARKER} -->; now it is {len(shown)}"
            path = shown[1].path if len(shown) > 1 else f"docs/{language.code}"
            yield Problem(path=path, rule="faq-index-count", message=message)
