"""What is printed alone, a sheet each: the first hour, the card for a desk, the log of evidence, letters, cards."""

import html
import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from ..building import sendable
from .article import chapter
from .book import MARK, Plan, document, mark_of, text_of
from .built_pages import PrintPage
from .pdf import SIZE

FIRST_HOUR, DESK_CARD, EVIDENCE_LOG = "help/first-hour.md", "help/desk-card.md", "tools/evidence-log.md"
CHANNELS, LETTERS = "channels.md", "letters/"
NEEDS = ("need-danger", "need-police", "need-finance", "need-credit", "need-data", "need-telecom", "need-law")
"""The sections of the page of channels whose numbers a sheet names, the first ones first."""
_HOTLINE = re.compile(r"tel:(\d{3,6})$")
"""A number that is the same everywhere, and short enough for a card."""
ON_CARD, CARDS = 12, 8
_BLANK = re.compile(r"【[^】]*】")
_PASSAGE = re.compile(r"\b(?:after|for)-\d")
"""Among the classes of a text to copy: it comes into the letter before it, or in the place of a paragraph there."""
_MOST_PASSAGES = 2
"""With more of them the letter would be too small to read."""
_SECTION = re.compile(r"(?=<h2\b)")

Sheet = str
"""The HTML of a sheet, with pdf.SIZE where the size of its letters comes."""


def crisis(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet | None:
    """Return the sheet of the first hour: what to do, each case, and the numbers; None if there is no such page."""
    page = pages.get(FIRST_HOUR)
    if page is None:
        return None
    text = chapter(page, plan.book, shift=0)
    sections = [part for part in _SECTION.split(text) if 'class="faq"' not in part]
    return _sheet(plan, page, f'<div class="halves">{"".join(sections)}{_numbers(pages, None)}</div>', "crisis")


def poster(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet | None:
    """Return the poster for a notice board: the first steps, and the numbers; None if there is no such page."""
    page = pages.get(FIRST_HOUR)
    if page is None:
        return None
    steps = [part for part in _SECTION.split(chapter(page, plan.book, shift=0)) if part.startswith("<h2")][:1]
    return _sheet(plan, page, f"{''.join(steps)}{_numbers(pages, ON_CARD)}", "poster")


def desk_card(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet | None:
    """Return the card for a desk where strangers call; None if there is no such page."""
    page = pages.get(DESK_CARD)
    return _sheet(plan, page, chapter(page, plan.book, shift=0), "desk") if page else None


def evidence_log(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet | None:
    """Return the form to write down calls and messages; None if there is no such page."""
    page = pages.get(EVIDENCE_LOG)
    if page is None:
        return None
    tree = LexborHTMLParser(f"<main>{chapter(page, plan.book, shift=0)}</main>")
    head, table = tree.css_first("main > ul"), tree.css_first("table")
    form = "".join(node.html or "" for node in (head, table) if node is not None)
    return _sheet(plan, page, form, "log")


def letters(plan: Plan, pages: Mapping[str, PrintPage]) -> Iterator[Sheet]:
    """
    Yield every letter that can be copied, with lines where something is to be written.

    Where a page says what to send in the place of what it shows, which is in another language, that is printed. A
    passage that is put into a letter stands on its sheet, below it; many of them have the next sheet.
    """
    for name, page in pages.items():
        if name.startswith(LETTERS):
            sent = [each.attributes.get(sendable.ATTRIBUTE) for each in LexborHTMLParser(page.article).css(".letter")]
            tree = LexborHTMLParser(f"<main>{chapter(page, plan.book)}</main>")
            texts: list[tuple[str, list[str]]] = []
            for letter, words in zip(tree.css(".letter"), sent, strict=True):
                text = _sent(words) if words else letter.html or ""
                if texts and _PASSAGE.search(letter.attributes.get("class") or ""):
                    title = letter.css_first(".admonition-title")
                    named = title.html or "" if title is not None and words else ""
                    texts[-1][1].append(f'<div class="passage">{named}{text}</div>')
                else:
                    texts.append((text, []))
            for text, passages in texts:
                together = "".join(passages)
                for sheet in (f"{text}{together}",) if len(passages) <= _MOST_PASSAGES else (text, together):
                    yield _sheet(plan, page, sheet, "one-letter")


def _sent(words: str) -> str:
    """Return the HTML of what is sent, as a page carries it: a paragraph a line, with room after each blank."""
    paragraphs = (_BLANK.sub(r'<span class="blank">\g<0></span>', html.escape(line)) for line in words.splitlines())
    return f'<div class="letter sent">{"".join(f"<p>{each}</p>" for each in paragraphs)}</div>'


def card(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet | None:
    """Return one card of 85 by 54 mm on a sheet of its size; None if there are no numbers."""
    inner = _card(plan, pages)
    return _document(plan, inner, "card-alone") if inner else None


def cards(plan: Plan, pages: Mapping[str, PrintPage]) -> Sheet:
    """Return a sheet of cards to cut out."""
    return _document(plan, f'<div class="card">{_card(plan, pages)}</div>' * CARDS, "cards")


def _card(plan: Plan, pages: Mapping[str, PrintPage]) -> str:
    numbers = _numbers(pages, ON_CARD)
    if not numbers:
        return ""
    page = pages.get(FIRST_HOUR)
    warning = LexborHTMLParser(page.article).css_first(".warning p:last-child") if page else None
    never = f"<p>{html.escape(warning.text())}</p>" if warning is not None else ""
    stated = f"{plan.words['paper_state'].format(date=plan.date)} · {MARK} {plan.address}"
    return f"<p><strong>{html.escape(plan.name)}</strong></p>{numbers}{never}<p>{html.escape(stated)}</p>"


def _numbers(pages: Mapping[str, PrintPage], most: int | None) -> str:
    """Return a list of hotlines with what they are for, out of the page of channels."""
    page = pages.get(CHANNELS)
    found: dict[str, str] = {}
    need = name = ""
    for node in LexborHTMLParser(page.article).css("h2, h3, .calls a") if page else ():
        if node.tag == "h2":
            need = node.attributes.get("id") or ""
        elif node.tag == "h3":
            name = node.inner_html or ""
        elif need in NEEDS and (number := _HOTLINE.match(node.attributes.get("href") or "")):
            found.setdefault(number[1], name)
    items = [f"<li><strong>{number}</strong> {name}</li>" for number, name in found.items()][:most]
    return f'<ul class="numbers">{"".join(items)}</ul>' if items else ""


def _sheet(plan: Plan, page: PrintPage, inner: str, kind: str) -> Sheet:
    call = f'<p class="call">{text_of(plan.emergency)}</p>'
    head = f'<div class="sheet__head">{plan.code_to_scan}<h1>{page.title}</h1>{call}</div>'
    if kind == "one-letter":
        head = f'<h1 class="quiet">{page.title}</h1>'
    return _document(plan, f"{head}{inner}", kind)


def _document(plan: Plan, inner: str, kind: str) -> Sheet:
    body = f'<main class="sheet {kind}" style="font-size: {SIZE}pt">{inner}</main>'
    return document(plan, plan.name, body, mark_of(inner))
