"""Generates the index from A to Z: numbers, then questions, pages and words by first letter, each group folded."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...model.content import Content
from ...text import alphabet, formatting, markdown_text, references
from . import folding, question_index

NUMBERS = "numbers"
_NO_LETTER = "other"


class Entry(NamedTuple):
    """A line of the index: its plain text, and the address that it leads to, relative to the language's folder."""

    text: str
    link: str


def index(content: Content, code: str) -> str:
    """Return, as Markdown, what a reader may look for in a language, whose code is `code`."""
    interface = content.interface[code]
    skipped = [alphabet.simplified(word) for word in interface["index_skipped"].split()]
    found = sorted((alphabet.order(entry.text, skipped), entry) for entry in set(entries(content, code)))
    blocks = [_group(interface["index_numbers"], NUMBERS, list(numbers(content, code)))]
    for letter, group in groupby(found, key=lambda each: each[0][0]):
        other = letter == alphabet.OTHER
        name, anchor = (interface["index_other"], _NO_LETTER) if other else (letter, letter.casefold())
        blocks.append(_group(name, f"letter-{anchor}", [entry for _, entry in group]))
    return "\n\n".join(filter(None, blocks))


def entries(content: Content, code: str) -> Iterator[Entry]:
    """Yield every line but the numbers, in no order: questions, titles, what readers call them, words of registers."""
    words = content.registers.words[code]
    # Search reads both scripts, so what is converted keeps the words as they were written; readers see their own.
    shown = words.to_own_script or str
    for asked in question_index.entries(content, code):
        yield Entry(asked.question.plain, asked.link)
    for page in content.pages_in(code):
        yield Entry(page.title, page.name)
        # Those of sections would be thousands: more than anybody looks through.
        for found in page.search_words:
            if found.anchor == "":
                yield from (Entry(shown(word), page.name) for word in found.words)
    for key, term in words.terms.items():
        yield Entry(term.term, f"{references.GLOSSARY}#{key}")
    for key, channel in words.channels.items():
        yield Entry(channel.name, f"{references.CHANNELS}#{references.channel_anchor(key)}")
    for key, company in words.companies.items():
        for name in company.products.values():
            yield Entry(name, f"{references.COMPANIES}#{references.company_anchor(key)}")


def numbers(content: Content, code: str) -> Iterator[Entry]:
    """Yield every number with the name of its channel, in the order of numbers."""
    words = content.registers.words[code].channels
    found = sorted(
        (formatting.digits(number), number, key)
        for key, channel in content.registers.channels.items()
        if key in words
        for number in channel.numbers.values()
    )
    for _, number, key in found:
        yield Entry(f"{number} {words[key].name}", f"{references.CHANNELS}#{references.channel_anchor(key)}")


def _group(name: str, anchor: str, listed: list[Entry]) -> str:
    """Return lines as a group that opens at a touch; nothing if there are none."""
    if not listed:
        return ""
    items = "\n".join(f"- [{markdown_text.escape(entry.text)}]({entry.link})" for entry in listed)
    return folding.folded(f"<h2>{name}</h2>", items, kind="group", anchor=anchor)
