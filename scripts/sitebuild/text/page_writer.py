"""Writes what a new page begins with, and a question into a page that is there."""

import json
from collections.abc import Sequence
from datetime import date

from ..model.page import FAQ_CLASS, Heading

SOURCES = "sources"
"""The id of the last section of a page, which lists what it rests on."""


def page(title: str, description: str, today: date) -> str:
    """Return the text of a new source page: what it must have, and the first and the last of its sections."""
    return "\n".join(
        [
            "---",
            f"title: {_quoted(title)}",
            f"description: {_quoted(description)}",
            f"reviewed: {today}",
            "---",
            "",
            "",
            "",
            "## 先做什么 {#first-steps}",
            "",
            "1. ",
            "",
            f"## 依据 {{#{SOURCES}}}",
            "",
            "<!-- sources -->",
            "",
        ]
    )


def with_question(text: str, headings: Sequence[Heading], anchor: str, wording: str, answer: str) -> str:
    """
    Return the text of a page with a question before its sources, else at its end.

    `headings` are those of the page as read from this text.
    """
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    sources = next((each.line - 1 for each in headings if each.anchor == SOURCES), None)
    block = [f"## {wording} {{#{anchor} .{FAQ_CLASS}}}", "", answer, ""]
    if sources is None:
        return text.rstrip() + f"{ending}\n" + "".join(f"{line}{ending}\n" for line in ["", *block[:-1]])
    return "\n".join([*lines[:sources], *(line + ending for line in block), *lines[sources:]])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
