"""Page and its parts, as read from one Markdown file; lines and columns count from 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from .phrase import Phrase

SECTION = 2
"""The level of a section heading (##); the title in the front matter takes level 1."""
OPENING = "page"
"""The key in front matter for the text before the first heading, as if it were an id; no section may have this id."""
NEXT = "next"
"""The key in the front matter of a source page that names the pages its readers need next, for all languages."""
FAQ_CLASS = "faq"
"""The class that puts a heading into the index of questions: `## … {#id .faq}`."""
SHORTEST_ANSWER = 20
"""The least length of the answer to a question, in characters."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """
    A heading line in Markdown.

    `anchor` is its id, None without one. `nested` is true for an indented or
    quoted heading or one in a list item, such as inside an admonition: such a
    heading does not begin a Section.
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
    """A link or picture in Markdown; `target` is the address as written."""

    line: int
    column: int
    target: str


@dataclass(frozen=True, kw_only=True)
class Reference:
    """
    A link to an entry of the registers, such as `[](law:pipl/47)`.

    `scheme` is law, channel, phone, site, fact, term or company; `target` is what
    follows the colon; `text` is what stands in the square brackets, mostly
    nothing; `language` is the code of a suffix such as `@zh`, which asks for
    the words of another language than the page's.
    """

    line: int
    column: int
    scheme: str
    target: str
    text: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """The key of the entry: `pipl` for `pipl/47`."""
        return self.target.split("/")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """What follows the slash: articles of a law (`13,47`), or the name of one number of a channel."""
        return tuple(part for part in self.target.partition("/")[2].split(",") if part)


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A comment such as `<!-- faq-index -->`, which the build replaces by generated text; see text/notation.py."""

    line: int
    column: int
    name: str


@dataclass(frozen=True, kw_only=True)
class SearchWords:
    """
    Words by which readers look for a page or a section; see text/search_words.py.

    `anchor` is the id of the section, empty for the page as a whole, and None
    where they stand below no heading with an id.
    """

    line: int
    column: int
    anchor: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """
    A heading marked with `.faq`, with the answer below it.

    `wording` is the heading and `opening` the first sentence of the answer;
    `opening` is empty if the answer does not begin with a paragraph. `length`
    is the number of characters of the answer's plain text, or of its first
    paragraph's where that has SHORTEST_ANSWER or more.
    """

    heading: Heading
    wording: Phrase
    opening: Phrase
    length: int

    @property
    def text(self) -> str:
        """The question as plain text."""
        return self.wording.plain


@dataclass(frozen=True, kw_only=True)
class Section:
    """
    The lines from a heading with an id to the next such heading, of whatever level.

    Translations have the same ids, so a section and its translation are found
    by `anchor`. The lines before the first such heading are a section with an
    empty `anchor`. `line` is the number of the first line; `text` is the
    Markdown including the heading, and may be empty.
    """

    anchor: str
    line: int
    text: str


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """
    The YAML between the two `---` lines at the top of a file.

    `lines` gives the line of each key; `inner` the line of each key of a
    nested mapping, by (outer key, inner key).
    """

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
        """Return (day, sentence) for each entry of a mapping such as `changes`; malformed entries are left out."""
        found = self.values.get(key)
        entries = found.items() if isinstance(found, Mapping) else ()
        return [(day, text) for each, text in entries if (day := _day(str(each))) and isinstance(text, str) and text]

    def line(self, key: str, inner: str = "") -> int:
        """Return the line of `inner` below `key`; without it the line of `key`, and 1 without that."""
        return self.inner.get((key, inner), self.lines.get(key, 1))


@dataclass(frozen=True, kw_only=True)
class Page:
    """
    One Markdown file.

    `path` is relative to the repository (`docs/en/help/first-hour.md`); `name`
    is the part below the language folder (`help/first-hour.md`), the same in
    every language. `source` is the whole text of the file; `code` are the
    numbers of its lines that belong to blocks of code. A page with `converted`
    true has no file: it was made from the source page, whose `path` it keeps.
    One with a `law`, the key of an entry of the register of laws, has none
    either: it is made from that entry, and its `path` is the register's.
    """

    path: str
    language: str
    name: str
    converted: bool = False
    law: str = ""
    source: str = ""
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    code: frozenset[int] = frozenset()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    references: tuple[Reference, ...] = ()
    questions: tuple[Question, ...] = ()
    search_words: tuple[SearchWords, ...] = ()

    @property
    def made(self) -> bool:
        """Whether the build makes it, so nobody can edit it as a file of its own."""
        return self.converted or bool(self.law)

    @property
    def title(self) -> str:
        """The title in the front matter; empty without one."""
        return self.front_matter.text("title")

    @property
    def next_pages(self) -> tuple[str, ...]:
        """The names of the pages that the front matter says are needed after this one."""
        written = self.front_matter.values.get(NEXT, [])
        return tuple(str(each) for each in (written if isinstance(written, list) else [written]))

    @property
    def folder(self) -> str:
        """The folder below the language folder, such as `help`; empty for a page at the top."""
        parent = PurePosixPath(self.name).parent.as_posix()
        return "" if parent == "." else parent

    @property
    def route(self) -> str:
        """The address relative to the language's home page, such as `help/first-hour/`; empty for that page itself."""
        stem = self.name.removesuffix(".md")
        return f"{stem}/" if PurePosixPath(stem).name != "index" else stem.removesuffix("index")


def _day(text: str) -> date | None:
    """Return a day written like 2026-01-31, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
