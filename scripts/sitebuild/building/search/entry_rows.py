"""The rows of the registers: channels with their numbers, laws with their articles, companies, and terms."""

from collections.abc import Iterable

from ...model.content import Content
from ...text import bare_text, formatting, references

EntryRow = tuple[str, ...]
"""Texts in the order that each function says; the first is the key, of which the engine makes the address."""
_SPAN = 3


def channels(content: Content, code: str) -> list[EntryRow]:
    """Return (key, name, its numbers with spaces between, sms if it is one, what it handles) of every channel."""
    rows: list[EntryRow] = []
    for key, words in content.registers.words[code].channels.items():
        channel = content.registers.channels[key]
        numbers = " ".join(formatting.digits(number) for number in channel.numbers.values())
        dial = "" if channel.dial == "tel" else channel.dial
        rows.append((key, words.name, numbers, dial, _plain(content, code, words.handles)))
    return rows


def laws(content: Content, code: str) -> list[EntryRow]:
    """Return (key, title, the name in citations if it is another one, its articles with spaces between)."""
    rows: list[EntryRow] = []
    for key, words in content.registers.words[code].laws.items():
        cite = "" if words.title in words.cite else words.cite
        rows.append((key, words.title, cite, spans(content.registers.laws[key].articles)))
    return rows


def companies(content: Content, code: str) -> list[EntryRow]:
    """Return (key, its products with commas between, its own names with commas between) of every company."""
    registers, source = content.registers, content.source_language.code
    own, original = registers.words[code], registers.words[source].companies
    rows: list[EntryRow] = []
    for key, words in own.companies.items():
        company = registers.companies[key]
        products = dict.fromkeys((*words.products.values(), *original[key].products.values()))
        if own.generated:
            products = dict.fromkeys(words.products.values())
        names = dict.fromkeys((words.operator or "", company.operator, *words.short, *company.former_names))
        rows.append((key, ",".join(products), ",".join(filter(None, names))))
    return rows


def terms(content: Content, code: str) -> list[EntryRow]:
    """Return (key, term, its other forms with commas between) of every term."""
    rows: list[EntryRow] = []
    for key, words in content.registers.words[code].terms.items():
        others = (words.hanzi or "", words.pinyin or "", *words.also, *words.avoid)
        rows.append((key, words.term, ",".join(filter(None, others))))
    return rows


def spans(articles: Iterable[str]) -> str:
    """Return numbers with spaces between; of three and more that follow each other, the first and last as 3~9."""
    runs: list[list[str]] = []
    for article in articles:
        last = runs[-1][-1] if runs else ""
        if article.isdigit() and last.isdigit() and int(article) == int(last) + 1:
            runs[-1].append(article)
        else:
            runs.append([article])
    return " ".join(" ".join(run) if len(run) < _SPAN else f"{run[0]}~{run[-1]}" for run in runs)


def _plain(content: Content, code: str, text: str) -> str:
    return bare_text.of(references.expand(text, content.registers, code, references.CHANNELS))
