"""References lead to an entry that exists, is in force, and has what they ask for."""

from collections.abc import Iterator

from .. import references
from ..content import Content
from ..problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Report references that name nothing, and say what is nearest."""
    for page in content.pages:
        for reference in page.references:
            try:
                references.resolve(reference, content.registers, page.language, page.name)
            except references.UnresolvedError as fault:
                yield Problem.at(page.path, reference, "reference-unknown", str(fault))
