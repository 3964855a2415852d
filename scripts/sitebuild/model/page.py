"""What a page is made of: plain values, no files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from .phrase import Phrase

SECTION = 2
"""The heading level that other pages link to."""
OPENING = "page"
"""What front matter calls the opening of a page, before its first heading; no section may have this id."""
FAQ_CLASS = "faq"
"""The class that marks a heading as a question for the index: `## … {#id .faq}`."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """
    A heading as its author wrote it.

    `nested` is true inside an admonition, a list, a quotation or a code
    block: there the end of the section is not defined.
    """

    line: int
    column: int
    level: int
    text: str
    anchor: str | None
    classes: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link or picture in Markdown: its target as written, and where."""

    line: int
    column: int
    target: str


@dataclass(frozen=True, kw_only=True)
class Reference:
    """
    A link into the registers, such as `[](law:pipl/47)`.

    `scheme` is law, channel, phone, site, fact, term or company; `text` are the words
    that the author gave it, mostly none; `language` is set by a suffix such
    as `@zh` where the words of another language are wanted.
    """

    line: int
    column: int
    scheme: str
    target: str
    text: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """The entry that it names: `pipl` of `pipl/47`."""
        return self.target.split("/")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """What it names in the entry: the articles of a law, one number of a channel."""
        return tuple(part for part in self.target.partition("/")[2].split(",") if part)


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A comment such as `<!-- faq-index -->`, which the build replaces."""

    line: int
    column: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """
    A question marked with `.faq`, with the answer that follows it.

    `opening` is the first sentence of the answer, empty if the answer does
    not begin with a paragraph; `answer` is all of it, as a reader sees it.
    """

    heading: Heading
    wording: Phrase
    opening: Phrase
    answer: str

    @property
    def text(self) -> str:
        """The question as plain text."""
        return self.wording.plain


@dataclass(frozen=True, kw_only=True)
class Section:
    """
    A piece of a page that all languages share by its id: from a heading with an id to the next one, of any level.

    What stands before the first is a section with an empty `anchor`. `line`
    is the line of the heading, or the first of the page's body; `text` is
    what the file has from there on, heading included, and may be empty.
    """

    anchor: str
    line: int
    text: str


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """The values between the `---` lines, the line of each key, and of the keys inside a value, by both keys."""

    values: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    inner: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a value as text; empty if it is missing or not text."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """Return a value as a date; None if it is missing or not a date."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def days(self, key: str) -> list[tuple[date, str]]:
        """Return the sentences below a key, each with its day; what is not so written is left out."""
        found = self.values.get(key)
        entries = found.items() if isinstance(found, Mapping) else ()
        return [(day, text) for each, text in entries if (day := _day(str(each))) and isinstance(text, str) and text]

    def line(self, key: str, inner: str = "") -> int:
        """Return the line of a key or of a key inside its value; of what is around it if there is none."""
        return self.inner.get((key, inner), self.lines.get(key, 1))


@dataclass(frozen=True, kw_only=True)
class Page:
    """
    One Markdown file.

    `name` is its path inside the language folder (`help/first-hour.md`): the
    same in every language. `path` is relative to the repository. `source` is
    the whole text of the file; `code` are the numbers of the lines in it that
    are a block of code. A `converted` page was made from the source page at
    `path`, as the site is read.
    """

    path: str
    language: str
    name: str
    converted: bool = False
    source: str = ""
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    code: frozenset[int] = frozenset()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    references: tuple[Reference, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def title(self) -> str:
        """The title in the page's own language."""
        return self.front_matter.text("title")

    @property
    def folder(self) -> str:
        """The guide that the page belongs to; empty at the top."""
        parent = PurePosixPath(self.name).parent.as_posix()
        return "" if parent == "." else parent

    @property
    def route(self) -> str:
        """The page's address inside its language, such as `help/first-hour/`."""
        stem = self.name.removesuffix(".md")
        return f"{stem}/" if PurePosixPath(stem).name != "index" else stem.removesuffix("index")


def _day(text: str) -> date | None:
    """Return a day written like 2026-01-31, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
