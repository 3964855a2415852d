"""What stands around the text of a page and comes from the content: doors that are always in sight, and the way on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from ..model.content import Content
from ..model.page import Page
from ..text import markdown_text, references
from . import security_headers

SEARCH = "index-a-z.md"
"""The page that stands in for the search where no script runs."""
SEARCH_SCRIPT = "assets/search/{code}-dialog.js"
"""The file that opens the search in a language."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link of the frame: `address` is that of the page from the root of the site, `name` what readers see."""

    address: str
    name: str
    opens_search: bool = False
    """Whether it opens the search where scripts run; without them it is the index that stands in for it."""


def around_all_pages(content: Content, code: str, pinned: Sequence[str], foot: Sequence[str]) -> dict[str, Any]:
    """
    Return what templates show around every page of a language, by its name there.

    `pinned` and `foot` are the names of the pages behind the doors and the last links. The page 404 speaks all
    languages, so it gets its doors and its words with numbers to call by language.
    """
    codes = [language.code for language in content.languages]
    return {
        "doors": doors(content, code, pinned),
        "foot": doors(content, code, foot),
        "content_policy": security_headers.CONTENT,
        "search_script": SEARCH_SCRIPT.format(code=code),
        "doors_by_language": {each: doors(content, each, pinned) for each in codes},
        "calls_by_language": {each: _html(content, each, content.interface[each]["not_found_text"]) for each in codes},
    }


def emergency(content: Content, code: str, first_hour: str) -> str:
    """Return, as HTML, the line that says whom to call; `first_hour` is the address behind it, relative to the page."""
    return _html(content, code, content.interface[code]["emergency"].replace("{first_hour}", first_hour))


def _html(content: Content, code: str, words: str) -> str:
    """Return words of interface.yml as HTML, with their phone numbers ready to be dialled."""
    return markdown_text.html(references.expand(words, content.registers, code, ""))


def doors(content: Content, code: str, names: Sequence[str]) -> list[Way]:
    """Return the pages `names` under the short names that interface.yml has for them: pinned_help for help/index.md."""
    words = content.interface[code]
    return [
        Way(address=address(content, code, name), name=words[word_key(name)], opens_search=name == SEARCH)
        for name in names
    ]


def versions(content: Content, code: str, name: str, site_url: str) -> list[dict[str, object]]:
    """Return the addresses of a page in every language, and whether it is written there; `code` is the reader's."""
    source = content.page(content.source_language.code, name)
    route = source.route if source else ""
    return [
        {
            "code": language.code,
            "name": language.name,
            "short_name": language.short_name or language.name,
            "address": language.prefix + route,
            "absolute": f"{site_url}{language.prefix}{route}",
            "current": language.code == code,
            "is_source": language.is_source,
            "written": content.page(language.code, name) is not None,
        }
        for language in content.languages
    ]


def word_key(name: str) -> str:
    """Return the key in interface.yml of the short name of a page: pinned_help for help/index.md."""
    place = PurePosixPath(name)
    return f"pinned_{place.parent.name if place.stem == 'index' else place.stem}"


def onward(content: Content, page: Page) -> list[Way]:
    """Return the pages that are needed after this one, as its source names them, with their titles."""
    source = content.page(content.source_language.code, page.name)
    return [
        Way(address=address(content, page.language, name), name=_title(content, page.language, name))
        for name in (source.next_pages if source else ())
        if content.page(content.source_language.code, name)
    ]


def address(content: Content, code: str, name: str) -> str:
    """Return the address of a page in a language; a page that is not translated is shown there in the source's."""
    page = content.page(code, name) or content.page(content.source_language.code, name)
    return content.language(code).prefix + (page.route if page else "")


def above(content: Content, code: str, name: str) -> Way | None:
    """Return the page that a page outside the menu stands below: `laws.md` for `laws/pipl.md`."""
    index = f"{PurePosixPath(name).parent}.md"
    return Way(address=address(content, code, index), name=_title(content, code, index))


def _title(content: Content, code: str, name: str) -> str:
    page = content.page(code, name) or content.page(content.source_language.code, name)
    return page.title if page else ""
