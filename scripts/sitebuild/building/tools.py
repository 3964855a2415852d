"""
The tools that readers fill in: which page has which, and their scripts, one file a tool and language.

The code of a tool is the same in all languages; the build hands it the words of the language and what the registers
say, so that no number, limit or name is typed in a script.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..model.content import Content
from ..text import formatting, markdown_text, references
from .blocks import letter_offices, product_names
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
LIMITS: Mapping[str, tuple[str, str]] = {
    "financial": ("financial-loan-reduction-rate", "spc-finance-opinion-2017/2"),
    "private": ("private-lending-cap-rate", "private-lending/25"),
    "micro": ("micro-loan-stop-rate", "small-loan-cost-2025"),
}
"""What a yearly rate is compared with: fact and law, by the name that their words `cost_limit_…` have."""
REPLIES: Mapping[str, str] = {
    "credit-objection-reply": "received",
    "credit-complaint-reply": "accepted",
    "app-complaint-handling": "received",
    "consumer-complaint-reply": "received",
    "pboc-complaint-decision": "received",
    "market-complaint-acceptance": "received",
    "telecom-appeal-reply": "received",
}
"""The facts within which others must answer, and what they run from, as in the words `dates_from_…`."""
ACTS: Mapping[str, str] = {
    "reconsideration-application": "refused",
    "review-application": "reviewed",
    "payment-order-objection": "ordered",
    "admin-reconsideration-application": "known",
    "admin-suit-after-reconsideration": "reviewed",
    "admin-suit-direct": "known",
    "judgment-appeal": "served",
    "preservation-reconsideration": "served",
    "enforcement-reconsideration": "served",
    "defaulter-list-appeal": "served",
}
"""The facts within which readers must act themselves."""
LOGGED: Mapping[str, str] = {"calls": "standard-notice-calls", "quiet": "standard-quiet-hours"}
"""The facts that a log is counted beside."""
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
    return {key: _plain(content, code, text) for key, text in content.interface[code].items() if key.startswith(begins)}


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
            "products": list(_products(content, code)),
            "offices": list(letter_offices.offices(content, code)),
        }
        return {**given, "sent": source, "blanks": _blanks(content, code), **who}
    if name == "log":
        return {**given, **{part: _logged(content, code, fact) for part, fact in LOGGED.items()}}
    locale = content.registers.words[code].grammar["date_locale"].replace("_", "-")
    if name == "picker":
        # The rest of what it says stands in its page, which readers without scripts get too.
        return {**given, "locale": locale}
    if name == "dates":
        return {**given, "locale": locale, "items": list(_time_limits(content, code))}
    if f"{tool.words}sentence" not in content.interface[source]:
        return given
    sent = {"code": source, "text": _plain(content, source, content.interface[source][f"{tool.words}sentence"])}
    limits = {"limits": list(_limits(content, code))} if name == "true-cost" else {}
    return {**given, "sent": sent, **limits}


def _limits(content: Content, code: str) -> Iterator[dict[str, Any]]:
    """Yield the rates that the registers have: value, name, whom it concerns, and what that rests on since when."""
    registers, words, interface = content.registers, content.registers.words[code], content.interface[code]
    for name, (fact, law) in LIMITS.items():
        if fact in registers.facts and fact in words.facts:
            known = registers.facts[fact]
            basis = interface["cost_limit_basis"].replace("{day}", formatting.day(known.checked, words.grammar))
            yield {
                "rate": float(str(known.value)),
                "name": words.facts[fact].label,
                "who": _plain(content, code, interface[f"cost_limit_{name}"]),
                "basis": _plain(content, code, basis.replace("{law}", f"[](law:{law})")),
            }


def _logged(content: Content, code: str, key: str) -> dict[str, str] | None:
    """Return what a log is counted beside: name, value and what it rests on; None if the registers lack it."""
    registers, words = content.registers, content.registers.words[code]
    if key not in registers.facts or key not in words.facts:
        return None
    basis = _plain(content, code, f"[]({registers.facts[key].authority[0]})")
    return {"name": words.facts[key].label, "value": str(registers.facts[key].value), "basis": basis}


def _time_limits(content: Content, code: str) -> Iterator[dict[str, Any]]:
    """Yield the time limits that the registers have: name, how long from when, what that rests on, whose they are."""
    registers, words, interface = content.registers, content.registers.words[code], content.interface[code]
    for whose in (REPLIES, ACTS):
        for key, start in whose.items():
            if key in registers.facts and key in words.facts:
                fact = registers.facts[key]
                law = "[](law:" + fact.authority[0].removeprefix("law:") + ")"
                yield {
                    "name": words.facts[key].label,
                    "from": interface[f"dates_from_{start}"],
                    "count": fact.value,
                    "unit": fact.unit,
                    "basis": _plain(content, code, interface["dates_basis"].replace("{law}", law)),
                    "yours": whose is ACTS,
                }


def _blanks(content: Content, code: str) -> dict[str, dict[str, str | bool]]:
    """Return what readers of a language are told of each blank of letters; pages say which is which, and its name."""
    words = content.registers.words[code].fields
    return {
        name: {
            "hint": _hint(content, code, name),
            # What most have, or what changes nothing, is left out.
            **({"kind": blank.kind} if blank.kind not in ("text", "number") else {}),
            **({"optional": True} if blank.optional else {}),
        }
        for name, blank in content.registers.fields.items()
        if name in words
    }


def _hint(content: Content, code: str, name: str) -> str:
    """Return what to write into a blank, with an example unless it is a day or a time, which is picked."""
    words, interface = content.registers.words[code].fields[name], content.interface[code]
    hint = interface["writer_hint"].replace("{write}", words.write)
    if content.registers.fields[name].kind not in ("date", "time"):
        hint += interface["writer_example"].replace("{example}", words.example)
    return _plain(content, code, hint).strip()


def _products(content: Content, code: str) -> Iterator[tuple[list[str], str, str]]:
    """Yield the names of products, in the source's words and the language's, who is behind them, and what that is."""
    for key, company in content.registers.companies.items():
        kind = content.interface[code][f"company_kind_{company.kind}"]
        yield product_names.of(content, code, key), company.operator, kind


def _plain(content: Content, code: str, words: str) -> str:
    """Return words as plain text, with what the registers say in the place of references."""
    if not any(sign in words for sign in ("](", "`")):
        return words
    body = LexborHTMLParser(markdown_text.html(references.expand(words, content.registers, code, ""))).body
    return body.text(deep=True).strip() if body else words
