"""Where the data files of the handbook stand, relative to the repository; nothing is opened here."""

from collections.abc import Iterable

FOLDER = "docs/_data"
"""The values; what is said of them in a language stands in docs/<language>/_data."""
NAMES = ("laws", "channels", "companies", "facts", "terms")
"""Registers whose entries have a source and grow old."""
PARTS = ("fields", "routes")
"""Registers of what pages are put together from."""
FIGURES = "figures"
WITH_WORDS = (*NAMES, *PARTS, FIGURES)
"""Everything that has words of its own for each entry, in each language."""
DOMAINS = "domains"
GRAMMAR = "grammar"
LANGUAGE = "language"
CONVERSION = "conversion"
PARITY = "parity"
INTERFACE = "interface"
"""The words around the pages."""
MADE_FROM = "translated"
"""What the words of a translation were made from."""
WHOLE = (INTERFACE, GRAMMAR, LANGUAGE)
"""Files whose age is told as a whole, not entry by entry."""
URLS = f"{FOLDER}/urls.txt"
"""Every address ever published."""
REDIRECTS = f"{FOLDER}/redirects.yml"
"""Where old addresses lead."""
LINK_EXCEPTIONS = f"{FOLDER}/link-exceptions.yml"
"""What the link checker puts up with until a day."""
EXTERNAL_LINKS = f"{FOLDER}/external-links.json"
"""What other hosts answered."""


def value_path(register: str) -> str:
    """Return where the values of a register stand."""
    return f"{FOLDER}/{register}.yml"


def words_path(register: str, code: str) -> str:
    """Return where the words of a register stand in a language."""
    return f"docs/{code}/_data/{register}.yml"


def made_from_path(code: str) -> str:
    """Return where a language says what its words were made from."""
    return words_path(MADE_FROM, code)


def paths(codes: Iterable[str]) -> list[str]:
    """Return every file that the registers are read from."""
    names = (*WITH_WORDS, GRAMMAR, LANGUAGE, CONVERSION, PARITY)
    words = [words_path(register, code) for code in codes for register in names]
    return [value_path(register) for register in (*NAMES, *PARTS, DOMAINS)] + words
