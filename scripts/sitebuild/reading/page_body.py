"""What can be wrong with all of a page that has its front matter."""

import re

from ..model.problem import Problem
from ..text import front_matter

_AGAIN = re.compile(r"(?m)^---\n(?:title|description|reviewed): ")


def fault(path: str, text: str) -> Problem | None:
    """Return the fault of a page without a body, or with a whole page in it."""
    height = front_matter.split(text)[1]
    if height and (second := _AGAIN.search(text, 1)):
        message = "the page begins a second time here; keep one of the two, and delete the other"
        line = text.count("\n", 0, second.start()) + 1
        return Problem(path=path, line=line, rule="front-matter-broken", message=message)
    if height and not "".join(text.split("\n")[height:]).strip():
        message = "nothing stands below the second ---: write the page, or delete the file and its line in mkdocs.yml"
        return Problem(path=path, line=height, rule="file-empty", message=message)
    return None
