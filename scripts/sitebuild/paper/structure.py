"""Completes the structure of a PDF before it is written: what WeasyPrint leaves out for those who hear it."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol


class File(Protocol):
    """What a PDF is before it is written: its objects, those of its structure are dicts with an `S`."""

    objects: list[Any]
    catalog: dict[str, Any]


def complete(
    languages: Sequence[str],
    numbered: tuple[int, int] | None,
    document: Any,  # noqa: ANN401 - a library that is not there when types are checked
    pdf: File,
) -> None:
    """
    Write what WeasyPrint leaves out: what a head of a table is the head of, languages, and how pages are called.

    `languages` are those of the spans, in their order; `numbered` are how many pages come before the first one with a
    number, and that number, or None if the first page is 1.
    """
    if numbered:
        before, first = numbered
        named = f"<</Nums [0 <</S /r>> {before} <</S /D /St {first}>>]>>"
        pdf.catalog["PageLabels"] = named.encode()
    elements = [each for each in pdf.objects if "S" in getattr(each, "keys", tuple)()]
    by_reference = {each.reference: each for each in elements}
    for element in elements:
        if element["S"] == "/TH":
            row = by_reference.get(element["P"], {})
            around = by_reference.get(row.get("P"), {})
            element["A"]["Scope"] = "/Column" if around.get("S") == "/THead" else "/Row"
    _name_languages(languages, document.metadata.lang, elements)


def _name_languages(languages: Sequence[str], own: str, elements: Sequence[Any]) -> None:
    """Say of phrases in another language, which pages mark by `<span lang>`, which one it is."""
    # The structure has one element for each span, in their order; those with a number are its pieces of text.
    spans = [each for each in elements if each["S"] == "/Span" and not any(isinstance(kid, int) for kid in each["K"])]
    string = import_module("pydyf").String
    if len(spans) != len(languages):
        return
    for element, language in zip(spans, languages, strict=True):
        if language and language != own:
            element["Lang"] = string(language)
