"""Rule: pages use the agreed term, and none of the words listed in its `avoid` (terms.yml of each language)."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import search_words


def check(content: Content) -> Iterator[Problem]:
    """Report the first use of each such word in a line, with the term to write instead."""
    for page in content.pages:
        words = content.registers.words.get(page.language)
        avoided = [(word, term.term) for term in words.terms.values() for word in term.avoid] if words else []
        for number, line in search_words.lines_shown(page.source):
            for word, instead in avoided:
                column = line.find(word) + 1
                if column:
                    message = Message("write “{instead}” instead of “{word}”", instead=Message(instead), word=word)
                    yield Problem(path=page.path, line=number, column=column, rule="term-avoided", message=message)
