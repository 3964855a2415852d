"""The paths of the data files, relative to the repository."""

from collections.abc import Iterable

FOLDER = "docs/_data"
"""Data that all languages share; the words for it are in docs/<language>/_data."""
NAMES = ("laws", "channels", "companies", "facts", "terms")
"""Registers whose entries have a source and a date of review."""
PARTS = ("fields", "routes", "permissions", "plans", "risks")
"""
Registers of page components: blanks of letters, steps of the decision routes, what apps ask for, situations and what
may be lost in them.

They have no source.
"""
FIGURES = "figures"
WITH_WORDS = (*NAMES, *PARTS, FIGURES)
"""Registers that have, for each entry, words in docs/<language>/_data."""
DOMAINS = "domains"
GRAMMAR = "grammar"
LANGUAGE = "language"
CONVERSION = "conversion"
PARITY = "parity"
INTERFACE = "interface"
"""Texts of buttons, labels and notices."""
MADE_FROM = "translated"
"""Hashes of the source words that the words of a translation were made from."""
WHOLE = (INTERFACE, GRAMMAR, LANGUAGE)
"""Files that have one hash in translated.yml; the others have one for each entry."""
URLS = f"{FOLDER}/urls.txt"
"""Every address that was ever published, one a line."""
REDIRECTS = f"{FOLDER}/redirects.yml"
"""Redirects from old addresses to new ones."""
LINK_EXCEPTIONS = f"{FOLDER}/link-exceptions.yml"
"""Findings of the link checker that are tolerated until a given day."""
TEMPLATES = "overrides"
"""The path by which faults of the finished HTML are known that no page's own text holds."""
EXTERNAL_LINKS = f"{FOLDER}/external-links.json"
"""The last answer of each external address."""


DATA_FILES = frozenset(
    [
        *(*WITH_WORDS, DOMAINS, GRAMMAR, LANGUAGE, CONVERSION, PARITY, INTERFACE, MADE_FROM),
        *("urls", "redirects", "link-exceptions", "external-links", "measured"),
    ]
)
"""The names, without their ending, of all files that may lie in a folder `_data`."""


def value_path(register: str) -> str:
    """Return the file of a register that all languages share: `laws` → docs/_data/laws.yml."""
    return f"{FOLDER}/{register}.yml"


def words_path(register: str, code: str) -> str:
    """Return the file of a register's words in a language: `laws`, `en` → docs/en/_data/laws.yml."""
    return f"docs/{code}/_data/{register}.yml"


def made_from_path(code: str) -> str:
    """Return the translated.yml of a language."""
    return words_path(MADE_FROM, code)


def paths(codes: Iterable[str]) -> list[str]:
    """Return the paths of all files that reading/register_files.py reads, for these languages."""
    names = (*WITH_WORDS, GRAMMAR, LANGUAGE, CONVERSION, PARITY)
    words = [words_path(register, code) for code in codes for register in names]
    return [value_path(register) for register in (*NAMES, *PARTS, DOMAINS)] + words
