"""
The tools that readers fill in: which page has which, and their scripts, one file a tool and language.

The code of a tool is the same in all languages; the build hands it the words of the language and what the registers
say, so that no number, limit or name is typed in a script.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.content import Content
from . import tool_values
from .blocks import letter_offices
from .search import script

FOLDER = "tools"
"""The folder of the parts, beside the other scripts."""
SCRIPT = "assets/tools/{code}-{tool}.js"
"""The file of a tool in a language."""
PICKER = "tools/situation-picker.md"
PLANS_SCRIPT = "assets/tools/{code}-plans.js"
"""The file with the plans of the picker in a language."""
LETTERS = "letters/"
"""The folder of the pages whose letters are filled in."""
SHARED = ("common", "elements", "remembering", "numerals", "masking", "calendar", "packing", "office_file")
"""The parts that more than one tool needs; they are one file, which every page with a tool loads before its own."""
SHARED_SCRIPT = "assets/tools/{code}-shared.js"
COMMON = ("tool_", "remember_", "dates_neutral", "dates_title", "dates_save", "dates_file")
"""How the names of the words begin that more than one tool says; they stand in the shared file."""
_BUILT_IN = ("cost_limit_", "dates_from_", "dates_basis", "mark_sentence", "writer_hint", "writer_example")
"""How the names of the words begin that a script gets with what the registers say, not by their names."""
_GIVEN = "/*given*/"
_WORDS = "{/*words*/}"


@dataclass(frozen=True, kw_only=True)
class Tool:
    """
    A tool: the parts of its script in the order in which they need each other, and the function that begins it.

    Its words in interface.yml begin with `words`.
    """

    parts: tuple[str, ...]
    call: str
    words: str


TOOLS: Mapping[str, Tool] = {
    "true-cost": Tool(parts=("rates", "schedule", "true_cost"), call="trueCost", words="cost_"),
    "dates": Tool(parts=("limits", "dates"), call="dates", words="dates_"),
    "log": Tool(
        parts=("records", "table_file", "evidence_log"),
        call="evidenceLog",
        words="log_",
    ),
    "letter": Tool(parts=("word_file", "letter_writer"), call="letterWriter", words="writer_"),
    "mark": Tool(parts=("marking", "id_mark"), call="idMark", words="mark_"),
    "permissions": Tool(parts=("permission_check",), call="permissionCheck", words="allow_"),
    "picker": Tool(parts=("situation_picker",), call="situationPicker", words="picker_"),
}
"""All tools, by the name in the names of their files."""


def address(code: str, name: str) -> str:
    """Return the file of the tool that a page has in a language, from the root of the site; empty if it has none."""
    pages = {
        "tools/true-cost.md": "true-cost",
        "tools/evidence-log.md": "log",
        "tools/id-watermark.md": "mark",
        PICKER: "picker",
        "tools/permission-check.md": "permissions",
        "tools/dates.md": "dates",
    }
    tool = pages.get(name, "")
    if name.startswith(LETTERS) and name != f"{LETTERS}index.md":
        tool = "letter"
    return SCRIPT.format(code=code, tool=tool) if tool else ""


def plans(code: str, name: str) -> str:
    """Return the file with the plans that a page shows in a language; empty if it shows none."""
    return PLANS_SCRIPT.format(code=code) if name == PICKER else ""


def files(content: Content, parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the shared file and of that of every tool and language; `parts` are their parts' texts."""
    shared = script.untyped(parts[part] for part in SHARED)
    for language in content.languages:
        words = _json(_words(content, language.code, COMMON))
        yield SHARED_SCRIPT.format(code=language.code), shared.replace(_WORDS, words)
    for name, tool in TOOLS.items():
        code = script.framed([parts[part] for part in tool.parts], f"{tool.call}({_GIVEN});\n")
        for language in content.languages:
            given = _json(_given(content, language.code, name))
            yield SCRIPT.format(code=language.code, tool=name), code.replace(_GIVEN, given)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(content: Content, code: str, begins: tuple[str, ...]) -> dict[str, str]:
    """Return the words of a language whose names begin so, as plain text."""
    return {
        key: tool_values.plain(content, code, text)
        for key, text in content.interface[code].items()
        if key.startswith(begins)
    }


def _given(content: Content, code: str, name: str) -> dict[str, Any]:
    """Return what a tool is handed in a language."""
    tool = TOOLS[name]
    words = {
        key.removeprefix(tool.words): text
        for key, text in _words(content, code, (tool.words,)).items()
        if not key.startswith((*COMMON, *_BUILT_IN))
    }
    source = content.source_language.code
    given = {"code": code, "words": words}
    if name == "letter":
        who = {
            "products": list(tool_values.products(content, code)),
            "offices": list(letter_offices.offices(content, code)),
        }
        return {**given, "sent": source, "blanks": tool_values.blanks(content, code), **who}
    if name == "log":
        return {**given, **{part: tool_values.logged(content, code, fact) for part, fact in tool_values.LOGGED.items()}}
    locale = content.registers.words[code].grammar["date_locale"].replace("_", "-")
    if name == "picker":
        # The rest of what it says stands in its page, which readers without scripts get too.
        return {**given, "locale": locale}
    if name == "dates":
        return {**given, "locale": locale, "items": list(tool_values.time_limits(content, code))}
    if f"{tool.words}sentence" not in content.interface[source]:
        return given
    sent = {
        "code": source,
        "text": tool_values.plain(content, source, content.interface[source][f"{tool.words}sentence"]),
    }
    limits = {"limits": list(tool_values.limits(content, code))} if name == "true-cost" else {}
    return {**given, "sent": sent, **limits}
