"""Reads docs/_data/urls.txt and docs/_data/redirects.yml, checks both against the content, and writes the first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..memo import all_or_none
from ..model.content import Content
from ..model.problem import Problem
from ..model.register_paths import REDIRECTS, URLS
from ..text import references
from . import redirects, url_ledger
from .redirects import Redirect


def check(root: Path, content: Content) -> list[Problem]:
    """Return the faults of both files, and published addresses that no longer work; `root` is the repository."""
    moved, problems = redirects.read(_text(root / REDIRECTS))
    lines, bad = url_ledger.read(_text(root / URLS))
    published = url_ledger.published(content, _indexed(content))
    return [
        *problems,
        *bad,
        *redirects.check(moved, published),
        *url_ledger.check(lines, published, {**_on_law_pages(content), **redirects.targets(_followed(moved, content))}),
    ]


def record(root: Path, content: Content) -> int:
    """
    Add all present addresses to urls.txt, keep the old ones, and return how many it has now.

    Raise ValueError, and write nothing, if a line of the file is not an address.
    """
    lines, bad = url_ledger.read(_text(root / URLS))
    if bad:
        raise ValueError(bad[0].message)
    addresses = sorted({*lines, *url_ledger.published(content, _indexed(content))})
    all_or_none.write_all(root, {URLS: url_ledger.render(addresses)})
    return len(addresses)


def moved(root: Path, content: Content) -> dict[str, Redirect]:
    """Return the valid redirects by old address, with those of converted languages; `check` reports the others."""
    return _followed(redirects.read(_text(root / REDIRECTS))[0], content)


def _followed(moved: Mapping[str, Redirect], content: Content) -> dict[str, Redirect]:
    """Add, for every converted language, the same redirects: its pages move when the source pages move."""
    followed = {
        language.prefix + old.removeprefix(url_ledger.HOME): replace(
            redirect,
            old=language.prefix + old.removeprefix(url_ledger.HOME),
            to=language.prefix + redirect.to.removeprefix(url_ledger.HOME),
        )
        for language in content.translations
        for old, redirect in moved.items()
        if language.generated_from
        and url_ledger.language(content, old).is_source
        and url_ledger.language(content, redirect.to).is_source
    }
    return {**followed, **moved}


def _on_law_pages(content: Content) -> dict[str, str]:
    """Return where the articles are that stood on the index of laws: it sends on whoever asks for one of them there."""
    return {
        f"{language.prefix}laws/#{anchor}": f"{language.prefix}laws/{key}/#{anchor}"
        for language in content.languages
        for key, law in content.registers.laws.items()
        for anchor in (references.article_anchor(key, article) for article in law.articles)
    }


def _indexed(content: Content) -> Iterator[str]:
    """Yield the addresses of register entries on the index pages, which are generated and so are not in the content."""
    for language in content.languages:
        for key in content.registers.laws:
            yield f"{language.prefix}laws/#{key}"
        for key in content.registers.channels:
            yield f"{language.prefix}channels/#{references.channel_anchor(key)}"
        for key in content.registers.companies:
            yield f"{language.prefix}companies/#{references.company_anchor(key)}"
        for key in content.registers.terms:
            yield f"{language.prefix}glossary/#{key}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
