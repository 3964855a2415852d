"""What the registers tell the tools that readers fill in: limits, dates, blanks of letters, products, in plain text."""

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..model.content import Content
from ..text import formatting, markdown_text, references
from .blocks import product_names

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


def limits(content: Content, code: str) -> Iterator[dict[str, Any]]:
    """Yield the rates that the registers have: value, name, whom it concerns, and what that rests on since when."""
    registers, words, interface = content.registers, content.registers.words[code], content.interface[code]
    for name, (fact, law) in LIMITS.items():
        if fact in registers.facts and fact in words.facts:
            known = registers.facts[fact]
            basis = interface["cost_limit_basis"].replace("{day}", formatting.day(known.checked, words.grammar))
            yield {
                "rate": float(str(known.value)),
                "name": words.facts[fact].label,
                "who": plain(content, code, interface[f"cost_limit_{name}"]),
                "basis": plain(content, code, basis.replace("{law}", f"[](law:{law})")),
            }


def logged(content: Content, code: str, key: str) -> dict[str, str] | None:
    """Return what a log is counted beside: name, value and what it rests on; None if the registers lack it."""
    registers, words = content.registers, content.registers.words[code]
    if key not in registers.facts or key not in words.facts:
        return None
    basis = plain(content, code, f"[]({registers.facts[key].authority[0]})")
    return {"name": words.facts[key].label, "value": str(registers.facts[key].value), "basis": basis}


def time_limits(content: Content, code: str) -> Iterator[dict[str, Any]]:
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
                    "basis": plain(content, code, interface["dates_basis"].replace("{law}", law)),
                    "yours": whose is ACTS,
                }


def blanks(content: Content, code: str) -> dict[str, dict[str, str | bool]]:
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
    return plain(content, code, hint).strip()


def products(content: Content, code: str) -> Iterator[tuple[list[str], str, str]]:
    """Yield the names of products, in the source's words and the language's, who is behind them, and what that is."""
    for key, company in content.registers.companies.items():
        kind = content.interface[code][f"company_kind_{company.kind}"]
        yield product_names.of(content, code, key), company.operator, kind


def plain(content: Content, code: str, words: str) -> str:
    """Return words as plain text, with what the registers say in the place of references."""
    if not any(sign in words for sign in ("](", "`")):
        return words
    body = LexborHTMLParser(markdown_text.html(references.expand(words, content.registers, code, ""))).body
    return body.text(deep=True).strip() if body else words
