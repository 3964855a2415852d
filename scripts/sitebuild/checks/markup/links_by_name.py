"""Links whose address stands elsewhere in the page: `[words][name]`, and a line `[name]: page.md`."""

import re
from collections.abc import Iterator, Sequence

from .source_lines import Slip, SourceLine

_DEFINITION = re.compile(r"^\[([^\]^]+)\]:\s")
_BY_NAME = re.compile(r"(?<!!)\[[^\[\]]+\]\[([^\[\]]*)\]")


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield links by a name that no line explains."""
    defined = {found[1].lower() for line in lines if (found := _DEFINITION.match(line.words))}
    for line in lines:
        for found in _BY_NAME.finditer(line.bare) if "][" in line.bare else ():
            if found[1].lower() not in defined:
                yield line.slip(
                    "markup-unclosed",
                    "write the address of the link in ( and ): [words](page.md)",
                    line.bare.find(found[0]),
                )
