"""What the page of a language is made of: its parts, in the order in which somebody in trouble needs them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from ...model.content import Content
from ...model.page import Page
from .. import built_site, xhtml
from ..adapting import Adapter, classes, nodes
from ..built_site import BuiltPage, BuiltSite
from ..words import CopyWords
from . import copied_texts, numbers
from .copied_texts import CopiedText

FIRST_HOUR, WHICH_DOOR, CHANNELS = "help/first-hour.md", "help/which-door.md", "channels.md"
MESSAGES, LETTERS = ("help", "collection"), "letters"
"""The folders whose messages stand in the file, and that of the letters."""
_LEFT_OUT = "figure, #sources, #sources ~ *, .dials, .calls"
"""What rests on law stands on the site; the table says what the drawing says, sentences name the numbers to call."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the page: its id, its title, and its HTML, empty where the site has nothing for it."""

    anchor: str
    title: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Source:
    """What the page of a language is made from."""

    site: BuiltSite
    content: Content
    code: str
    sheet: str

    @property
    def words(self) -> CopyWords:
        """The words of the language."""
        return CopyWords(self.content, self.code)

    @property
    def spoken(self) -> str:
        """The code of the language in which messages are sent."""
        return self.content.source_language.code

    def page(self, name: str) -> BuiltPage | None:
        """Return a page of the language; None if it does not have it."""
        page = self.content.page(self.code, name)
        return built_site.read(self.site, self.content, page) if page else None

    def pages(self, *folders: str) -> Iterator[BuiltPage]:
        """Yield the pages of folders, in the order of the menu."""
        for page in self.content.pages_in(self.code):
            if page.folder in folders:
                yield built_site.read(self.site, self.content, page)

    def anchors(self) -> Mapping[str, str]:
        """Return what ids begin with in this file, by the place of the page that they are from."""
        found = {}
        for page in self.content.pages_in(self.code):
            if page.name in (FIRST_HOUR, WHICH_DOOR, CHANNELS) or page.folder == LETTERS:
                is_index = page.name == f"{LETTERS}/index.md"
                found[built_site.place(self.content, page)] = LETTERS if is_index else _anchor(page)
        return found

    def emergency(self) -> str:
        """Return the line that says whom to call, as the built pages have it, with its link into this file."""
        page = self.page(FIRST_HOUR)
        return xhtml.inside(page.emergency, self.adapter(page).adapt) if page and page.emergency else ""

    def adapter(self, page: BuiltPage) -> Adapter:
        """Return what says how elements of a page are written here."""
        anchors = self.anchors()

        def lead(written: str) -> str | None:
            if written.startswith(("tel:", "sms:", "http:", "https:", "mailto:")):
                return written
            target = self.site.target(page.folder, written)
            anchor = None if target.path is None else anchors.get(target.path or page.place)
            if anchor is None or not target.fragment or anchor.startswith(LETTERS):
                return anchor and f"#{anchor}"
            return f"#{anchor}--{quote(target.fragment)}"

        prefix = f"{_anchor(page.page)}--"
        return Adapter(
            lead=lead, classes=classes(self.sheet), prefix=prefix, left_out=nodes(page.article, _LEFT_OUT), bare=False
        )


def _anchor(page: Page) -> str:
    return page.name.removesuffix(".md").replace("/", "-")


def of_language(source: Source) -> Iterator[Part]:
    """Yield the parts; raise NotBuiltError if the site lacks one of the pages that they are made of."""
    for each in (FIRST_HOUR, WHICH_DOOR):
        if page := source.page(each):
            body = xhtml.inside(page.article, source.adapter(page).adapt)
            yield Part(anchor=_anchor(page.page), title=page.title, body=_lower(body))
    if channels := source.page(CHANNELS):
        title = source.words.say("pinned_channels")
        yield Part(anchor=_anchor(channels.page), title=title, body=_numbers(channels))
    yield Part(anchor="messages", title=source.words.say("offline_messages"), body=_messages(source))
    letters = next((guide for guide in source.content.guides if guide.name == LETTERS), None)
    title = source.content.guide_name(letters, source.code) if letters else ""
    yield Part(anchor=LETTERS, title=title, body=_letters(source))


def _lower(html: str) -> str:
    """Return a page's text with its headings one step lower: its title is a section here."""
    for level in (4, 3, 2):
        html = html.replace(f"<h{level}", f"<h{level + 1}").replace(f"</h{level}>", f"</h{level + 1}>")
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _numbers(page: BuiltPage) -> str:
    prefix = f"{_anchor(page.page)}--"
    lines = []
    for anchor, need, channels in numbers.by_need(page):
        lines.append(f'<h3 id="{prefix}{anchor}">{escape(need, quote=False)}</h3><ul>')
        for each in channels:
            dials = " ".join(f'<a href="{escape(dial)}">{escape(dial.split(":")[1])}</a>' for dial in each.dials)
            name, handles = escape(each.name, quote=False), escape(each.handles, quote=False)
            lines.append(f'<li id="{prefix}{each.anchor}"><b>{name} {dials}</b> {handles}</li>')
        lines.append("</ul>")
    return "\n".join(lines)


def _messages(source: Source) -> str:
    lines = [f"<p>{escape(source.words.say('offline_blanks'))}</p>"]
    known = set()
    for page in source.pages(*MESSAGES):
        found = [each for each in copied_texts.of_page(page, source.spoken) if each.lines not in known]
        known |= {each.lines for each in found}
        if found:
            lines.append(f"<h3>{escape(page.title, quote=False)}</h3>")
        for each in found:
            above = each.before or each.heading
            lines += [f"<p>{escape(above, quote=False)}</p>"] if above else []
            lines.append(_sent(each, source) + _said(each, source))
    return "\n".join(lines) if known else ""


def _letters(source: Source) -> str:
    lines = []
    for page in source.pages(LETTERS):
        found = list(copied_texts.of_page(page, source.spoken))
        if not found:
            continue
        lines.append(f'<h3 id="{_anchor(page.page)}">{escape(page.title, quote=False)}</h3>')
        purpose = page.article.css_first("p")
        lines.append(f"<p>{escape(' '.join(purpose.text().split()), quote=False)}</p>" if purpose else "")
        for each in found:
            lines.append(f"<h4>{escape(each.heading, quote=False)}</h4>" if each.heading else "")
            lines.append(_sent(each, source))
    note = f"<p>{escape(source.words.say('offline_letters'))}</p>"
    return "\n".join([note, *filter(None, lines)]) if lines else ""


def _sent(text: CopiedText, source: Source) -> str:
    """Return what is sent; selected and copied, it keeps its lines without empty ones between them."""
    return f'<pre lang="{source.spoken}">{_lines(text.lines)}</pre>'


def _said(text: CopiedText, source: Source) -> str:
    """Return what the page's language says of it; readers of a converted language read the original too."""
    if not text.meaning or source.content.language(source.code).generated_from:
        return ""
    return f"<small>{_lines(text.meaning)}</small>"


def _lines(lines: tuple[str, ...]) -> str:
    return "\n".join(escape(line, quote=False) for line in lines)
