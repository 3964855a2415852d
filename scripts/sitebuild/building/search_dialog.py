"""The script of the search dialog, one file a language: the same code, with the words and numbers of the language."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.content import Content
from . import page_frame

SCRIPT = "search-dialog.js"
"""Our script; it is published only as the files of the languages."""
KINDS = ("channel", "law", "company", "term", "letter")
"""The kinds of results that are named; the others are pages."""
ANYBODY = ("12345",)
"""The channel for those who find nothing: it passes on whatever it is told."""
WAYS = ("help/first-hour.md", "faq.md", page_frame.SEARCH)
"""The pages for those who find nothing."""


@dataclass(frozen=True, kw_only=True)
class Crisis:
    """What is shown first for words of a crisis: whom to call, in this order, and the page and section to go on to."""

    channels: tuple[str, ...]
    page: str
    section: str


CRISES: Mapping[str, Crisis] = {
    "danger": Crisis(channels=("110", "120"), page="help/first-hour.md", section="first-three-steps"),
    "self-harm": Crisis(channels=("12356", "120", "110"), page="help/your-safety.md", section="despair"),
    "money-sent": Crisis(channels=("110",), page="help/first-hour.md", section="just-scammed"),
}
"""By the names that the engine gives them."""


def files(content: Content, script: str) -> Iterator[tuple[str, str]]:
    """Yield path in the site and text of the file of every language; `script` is the text of SCRIPT."""
    for language in content.languages:
        given = json.dumps(words(content, language.code), ensure_ascii=False, separators=(",", ":"))
        yield page_frame.SEARCH_SCRIPT.format(code=language.code), f"{script}handbookDialog({given});\n"


def words(content: Content, code: str) -> dict[str, Any]:
    """Return what the dialog says in a language, and the numbers and pages that it shows of its own accord."""
    interface = content.interface[code]
    said = ("title", "start", "close", "loading", "failed", "found", "nothing", "nearest", "phrase")
    return {
        **{name: interface[f"search_{name}"] for name in said},
        "first": interface["search_call_first"] + interface["sentence_gap"],
        "comma": interface["list_comma"],
        "call": interface["channel_call"],
        "text": interface["channel_text"],
        "spoken": content.source_language.code,
        "kinds": {kind: interface[f"search_{kind}"] for kind in KINDS},
        "crisis": {name: _crisis(content, code, name, crisis) for name, crisis in CRISES.items()},
        "anybody": list(_calls(content, code, ANYBODY)),
        "ways": [
            {"name": written.title, "address": written.route} for name in WAYS if (written := content.page(code, name))
        ],
    }


def _crisis(content: Content, code: str, name: str, crisis: Crisis) -> dict[str, Any]:
    """Return the sentence of a crisis, its numbers, and the way on."""
    interface = content.interface[code]
    prefix = content.language(code).prefix
    address = page_frame.address(content, code, crisis.page).removeprefix(prefix)
    return {
        "text": interface[f"search_{name}"],
        "calls": list(_calls(content, code, crisis.channels)),
        "more": {"name": interface[f"search_more_{name}"], "address": f"{address}#{crisis.section}"},
    }


def _calls(content: Content, code: str, keys: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield name, number and way of dialling of the channels that the registers have, as the engine gives them."""
    for key in keys:
        channel, spoken = content.registers.channels.get(key), content.registers.words[code].channels.get(key)
        if channel and spoken and channel.numbers:
            yield {"name": spoken.name, "number": channel.numbers["main"], "dial": channel.dial}
