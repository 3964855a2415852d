"""What is said of a language that is not published yet: what to translate first, or that nothing is lacking."""

from collections.abc import Sequence

from ..model.content import Language
from ..model.message import Message, counted
from .readiness import MissingText


def summary(language: Language, pieces: Sequence[MissingText]) -> list[Message]:
    """Return the lines to print about an unpublished language: its files to translate, or that it can be published."""
    title = f"{language.code} ({language.name})"
    if not pieces:
        return [
            Message(
                "{title}: the first set is complete; set “build: true” for it in mkdocs.yml to publish it", title=title
            )
        ]
    paths = list(dict.fromkeys(piece.path for piece in pieces))
    lines = [Message("{title} is not published yet; to translate first, in this order:", title=title)]
    for path in paths:
        in_file = [piece for piece in pieces if piece.path == path]
        if not in_file[0].key:
            lines.append(Message("  {path}: {advice}", path=path, advice=Message(in_file[0].advice)))
        else:
            lines.append(
                counted(
                    len(in_file),
                    "  {path}: {number} text, from line {line} on",
                    "  {path}: {number} texts, from line {line} on",
                    path=path,
                    line=min(piece.line for piece in in_file),
                )
            )
    return lines
