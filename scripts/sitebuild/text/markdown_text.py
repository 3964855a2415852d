"""
Converts Markdown to the plain text that a reader sees, and plain text to Markdown.

Markdown is rendered by Python-Markdown with the extensions of the site, so
this text is the same as on the built page.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.phrase import Phrase, Run
from . import fast_markdown, fences

EXTENSIONS = ("attr_list", "admonition", "tables", "md_in_html")

# Han, kana and the punctuation that is set full width. The quotation marks and
# dashes “ ” ‘ ’ … — are left out: English uses them too.
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_ENDS_WIDE = re.compile(rf"[{_WIDE}]$|[{_WIDE}][”’]$")
_STOPS = re.compile(r"[，。；：？！、…）》」』][”’]?$")
_STARTS_WIDE = re.compile(rf"^[“‘]?[{_WIDE}]")
_STARTS_BLOCK = re.compile(r"\s*(?:[-*+] |\d+[.)] |#|>|\||!!!|\?\?\?|===|<(?!span\b)|\{(?!\{)|$)")
_MARKED = re.compile(r"^(?:<span\b[^<>]*>)+|(?:</span>)+$")
"""The tags around words of another language, at the beginning or end of a line."""
_QUOTE = re.compile(r"\s*(?:> ?)+")

_WIDE_SENTENCE = re.compile(r"[。！？](?:[”’」』）]*)")
_LATIN_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*(?=\s)")
# A full stop after one of these does not end a sentence.
_ABBREVIATION = re.compile(
    r"\b(?:Arts?|Nos?|paras?|Mr|Mrs|Ms|Dr|vs|etc|St|Prof|Jr|Sr|Inc|Ltd|Co|Corp|pp?|e\.g|i\.e|a\.m|p\.m|approx|cf|[A-Z])\.$"
)
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ，。；：？！、“”‘’《》（）…—,;?%/'\"])*")
"""A line that is its own rendering: it begins with a letter, and has no sign that means anything in Markdown."""
_STARTS_PARAGRAPH = re.compile(r"[^\W\d_]|[“‘《「『（(\[]")
_REACHES_ON = re.compile(r"[`~]|<(?!/?span\b)")
"""What may reach beyond the end of its paragraph, as HTML and code can."""
_PLAIN_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^\s()\[\]<>\"'\\*_`&{}]+\)")
_SIGN = re.compile(r"[\[\]<>{}\\`*_~&|#=]| {2}\n|\n[ \t]*(?:[-+]|\d+[.)])")
"""A sign that may mean something in the text of a paragraph, or at the beginning of a line."""
# The signs that Python-Markdown lets a backslash protect; the other two that matter become entities.
_PROTECTED = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")


def join_lines(text: str) -> str:
    """
    Return Markdown with the lines of Chinese paragraphs joined.

    Authors write one sentence per line, so that a diff shows sentences.
    Browsers display a line break as a space, which is wrong between Chinese
    characters. Line breaks beside Latin text and in code stay.
    """
    joined: list[str] = []
    lines = text.split("\n")
    code = fences.code_lines(lines) if "```" in text or "~~~" in text else ()
    may_join = False
    for number, line in enumerate(lines, start=1):
        if number in code:
            joined.append(line)
            may_join = False
            continue
        quote = _quote(line)
        words = line[len(quote) :].lstrip()
        continues = may_join and quote == _quote(joined[-1]) and not _STARTS_BLOCK.match(line[len(quote) :])
        if continues and _touches(joined[-1], words):
            joined[-1] += words
        else:
            joined.append(line)
        may_join = bool(words) and not words.startswith(("#", "|", "!!!"))
    return "\n".join(joined)


def _quote(line: str) -> str:
    """Return the quotation marks `>` at the beginning of a line, with the spaces around them."""
    found = _QUOTE.match(line)
    return found[0] if found else ""


def visible_text(text: str) -> str:
    """Return Markdown as plain text; white space is collapsed to single spaces."""
    return phrase(text).plain


def phrase(text: str) -> Phrase:
    """Return Markdown as plain text that keeps the language of `<span lang>` and the like."""
    if _PLAIN.fullmatch(text):
        return Phrase.folded([Run(text)])
    body = _render(text)
    return Phrase.folded(_runs(body, "")) if body else Phrase()


@functools.lru_cache(maxsize=64)
@functools.lru_cache(maxsize=1024)
def html(text: str) -> str:
    """Return Markdown as HTML, for text that stands around a page, and for blocks of it."""
    return _renderer().reset().convert(join_lines(text))


def opening_and_length(text: str, enough: int) -> tuple[Phrase, int]:
    """
    Return the text of the first block if that is a paragraph, else an empty phrase; and the length of all text.

    Where the first paragraph has `enough` characters, its length is returned, and the rest need not be rendered.
    """
    first = _first_paragraph(text)
    if first:
        opening = _read_plainly(first) or _opening(_render(first))
        if len(opening.plain) >= enough:
            return opening, len(opening.plain)
    body = _render(text)
    return _opening(body), len(Phrase.folded(_runs(body, "")).plain) if body else 0


def _first_paragraph(text: str) -> str:
    """Return the first paragraph of a text, if it is rendered alone as it is with the rest; else nothing."""
    first = text.lstrip("\n").partition("\n\n")[0]
    # A definition of a link may stand below all that refers to it.
    alone = "]:" not in text and _STARTS_PARAGRAPH.match(first) and not _REACHES_ON.search(first)
    return first if alone else ""


def _read_plainly(paragraph: str) -> Phrase | None:
    """Return the text of a paragraph that has links at most; None if it may have more."""
    text = _PLAIN_LINK.sub(r"\1", join_lines(paragraph))
    return None if _SIGN.search(text) else Phrase.folded([Run(text)])


def _opening(body: LexborNode | None) -> Phrase:
    first = body.child if body else None
    while first is not None and not first.is_element_node:
        first = first.next
    return Phrase.folded(_runs(first, "")) if first is not None and first.tag == "p" else Phrase()


def first_sentence(text: Phrase) -> Phrase:
    """Return the first sentence, ended by Chinese or Latin punctuation; the whole text if none ends."""
    plain = text.plain
    ends = [match.end() for match in _WIDE_SENTENCE.finditer(plain)][:1]
    for match in _LATIN_SENTENCE.finditer(plain):
        if not _ABBREVIATION.search(plain[: match.end()]):
            ends.append(match.end())
            break
    return text.first(min(ends)) if ends else text


def as_markdown(text: Phrase) -> str:
    """Return a phrase as Markdown that renders as exactly that text."""
    return "".join(
        f'<span lang="{run.language}">{escape(run.text)}</span>' if run.language else escape(run.text)
        for run in text.runs
    )


def as_html(text: Phrase) -> str:
    """Return a phrase as HTML, each piece in another language marked."""
    return "".join(
        f'<span lang="{run.language}">{entities(run.text)}</span>' if run.language else entities(run.text)
        for run in text.runs
    )


def entities(text: str) -> str:
    """Return plain text as HTML, for an element or an attribute; only what has to be is written as an entity."""
    return html_escape(text, quote=False).replace('"', "&quot;")


def escape(text: str) -> str:
    """Return plain text as Markdown that renders as exactly that text."""
    return _PROTECTED.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; `heads` and the cells of `rows` are Markdown themselves."""
    lines = (heads, ("---",) * len(heads), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def position(text: str, needle: str) -> tuple[int, int]:
    """Return line and column, from 1, of the first `needle` in a text; (1, 1) if there is none."""
    offset = text.find(needle) if needle else -1
    if offset < 0:
        return 1, 1
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _touches(before: str, after: str) -> bool:
    """Tell whether two lines must be joined without a space: one ends and the other begins with Chinese."""
    before = before.rstrip()
    if before.endswith("</span>") and not after.startswith("<span"):
        return False
    before, after = _MARKED.sub("", before), _MARKED.sub("", after)
    return bool(_STOPS.search(before) or (_ENDS_WIDE.search(before) and _STARTS_WIDE.match(after)))


def _render(text: str) -> LexborNode | None:
    return LexborHTMLParser(_renderer().reset().convert(join_lines(text))).body


@functools.cache
def _renderer() -> markdown.Markdown:
    """Return the shared renderer; making one takes longer than rendering a sentence."""
    return fast_markdown.renderer(EXTENSIONS)


def _runs(node: LexborNode, language: str) -> Iterator[Run]:
    """Yield the text below a node, each piece with the language that its nearest parent names."""
    child = node.child
    while child is not None:
        if child.is_text_node:
            yield Run(child.text(deep=False), language)
        elif child.is_element_node:
            yield from _runs(child, child.attributes.get("lang") or language)
        child = child.next
