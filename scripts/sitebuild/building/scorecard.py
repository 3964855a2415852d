"""
The scorecard: what the checks count, as open data and as a table on the pages that ask for it.

No number is typed. What a build can count is counted by each build; what takes an audit is what the last audit
recorded in docs/_data/measured.json; what neither has said is not measured, and the scorecard says so.
"""

import json
import statistics
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError

from ..linkcheck.external import link_ledger
from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import ToolError
from ..model.scorecard import LanguageScore, LinkScore, Measured, RecordedAudit, Scorecard, WeightScore
from ..text import formatting, notation
from . import assets, open_data, overdue, wide_tables

NAME = "scorecard"
MEASURED = "docs/_data/measured.json"
"""What the last audit recorded; written by tests/audit."""
_LEDGER = "docs/_data/external-links.json"
_SET = "last"
"""The queries that nobody tuned search by."""
_EMPTY = '<section class="scorecard"><p>{none}</p></section>'
_KILOBYTE = 1000


def placeholder(none: str) -> str:
    """Return the HTML that a marker leaves in a page until the whole site is there."""
    return _EMPTY.format(none=none)


def write(root: Path, site: Path, content: Content, site_url: str) -> None:
    """Count, and write the open data and the tables of a site whose pages are all there."""
    card = count(content, overdue.day_of_build(), _measured(root), _ledger(root), site)
    folder = site / open_data.FOLDER
    for name, document in ((NAME, _document(card, site_url)), (f"{NAME}.schema", _schema(site_url))):
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    for page in content.pages:
        path = site / content.language(page.language).prefix / page.route / "index.html"
        if any(marker.name == notation.SCORECARD for marker in page.markers) and path.is_file():
            empty = placeholder(content.interface[page.language]["scorecard_none"])
            html = path.read_text(encoding="utf-8").replace(empty, table(card, content, page.language))
            path.write_text(html, encoding="utf-8", newline="\n")


def count(content: Content, today: date, measured: Measured, ledger: link_ledger.Ledger, site: Path) -> Scorecard:
    """Return the scorecard of a built site on a day."""
    reviews = [day for page in content.pages if (day := page.front_matter.day("reviewed"))]
    entries = [entry for name in register_paths.NAMES for entry in getattr(content.registers, name).values()]
    return Scorecard(
        day=today,
        languages={
            each.code: LanguageScore(
                name=each.name,
                pages=len(content.pages_in(each.code)),
                untranslated=len(content.missing(each.code)),
                generated_from=each.generated_from or None,
            )
            for each in content.languages
        },
        entries=len(entries),
        overdue=len(overdue.overdue(content, today)),
        next_due=min((entry.review_by for entry in entries if entry.review_by >= today), default=None),
        oldest_review=min(reviews, default=None),
        newest_review=max(reviews, default=None),
        official_addresses=_links(ledger),
        page_weight=_weight(site),
        **measured.model_dump(),
    )


def _links(ledger: link_ledger.Ledger) -> LinkScore | None:
    days = [day for entry in ledger.values() for day in (entry.since, entry.last_good, *entry.failures) if day]
    dead = sum(entry.status == "dead" for entry in ledger.values())
    return LinkScore(visited=len(ledger), dead=dead, day=max(days)) if days else None


def _weight(site: Path) -> WeightScore:
    sizes = [path.stat().st_size for path in site.rglob("index.html")]
    sheet = site / assets.SHEET
    return WeightScore(
        largest_page=max(sizes, default=0),
        median_page=int(statistics.median(sizes)) if sizes else 0,
        style_sheet=sheet.stat().st_size if sheet.is_file() else 0,
    )


def _measured(root: Path) -> Measured:
    path = root / MEASURED
    try:
        return Measured.model_validate_json(path.read_bytes()) if path.is_file() else Measured()
    except ValidationError as error:
        raise ToolError(
            Message("{path} is damaged; go back to the last one: git checkout -- {path}", path=MEASURED)
        ) from error


def _ledger(root: Path) -> link_ledger.Ledger:
    path = root / _LEDGER
    return link_ledger.read(path.read_text(encoding="utf-8") if path.is_file() else "", _LEDGER)


def _document(card: Scorecard, site_url: str) -> dict[str, Any]:
    address = f"{site_url}{open_data.FOLDER}/{NAME}.schema.json"
    about = {"$schema": address, "licence": open_data.LICENCE, "source": site_url}
    return {**about, **card.model_dump(mode="json")}


def _schema(site_url: str) -> dict[str, Any]:
    schema = Scorecard.model_json_schema()
    schema["properties"] |= {
        "$schema": {"type": "string"},
        "licence": {"const": open_data.LICENCE},
        "source": {"type": "string"},
    }
    schema["required"] = [*schema["properties"]]
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "$id": f"{site_url}{open_data.FOLDER}/{NAME}.schema.json", **schema}


def table(card: Scorecard, content: Content, code: str) -> str:
    """Return the table in a language, as HTML."""
    words = _Words(content, code)
    rows = "".join(f"<tr><td>{name}</td><td>{'<br>'.join(lines)}</td></tr>" for name, lines in _rows(card, words))
    head = "".join(f'<th scope="col">{words.say(key)}</th>' for key in ("what", "counted"))
    made = f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    says = content.interface[code]
    return f'<section class="scorecard">{wide_tables.boxed(made, says["table"], says["label_colon"])}</section>'


class _Words:
    """Says what the table says, in a language, as HTML."""

    def __init__(self, content: Content, code: str) -> None:
        self._code = code
        self._words = content.interface[code]
        self._grammar = content.registers.words[code].grammar

    def say(self, key: str, **values: object) -> Markup:
        """Return words of the table with values in them."""
        return Markup.escape(self._words[f"scorecard_{key}"]).format(**values)

    def language(self, code: str, name: str) -> Markup:
        """Return what a language calls itself, marked as in it."""
        return Markup.escape(name) if code == self._code else Markup('<span lang="{}">{}</span>').format(code, name)

    def day(self, value: date | None) -> str:
        """Return a day; that there is none, if there is none."""
        return formatting.day(value, self._grammar) if value else self.say("unmeasured")


def _rows(card: Scorecard, words: _Words) -> Iterator[tuple[Markup, Sequence[str]]]:
    """Yield the name of each row and its lines."""
    say, day = words.say, words.day
    yield say("day"), [day(card.day)]
    yield say("pages"), [_language(code, score, words) for code, score in card.languages.items()]
    yield say("facts"), [say("facts_counted", entries=card.entries, overdue=card.overdue, day=day(card.next_due))]
    yield say("reviewed"), [say("reviewed_between", oldest=day(card.oldest_review), newest=day(card.newest_review))]
    weight = {name: round(value / _KILOBYTE) for name, value in card.page_weight.model_dump().items()}
    yield say("weight"), [say("weight_counted", **weight)]
    for name, lines in (
        ("links", _links_said(card, words)),
        ("search", _search_said(card, words)),
        ("accessibility", _audit_said(card.accessibility, words)),
        ("paper", _audit_said(card.paper, words)),
    ):
        yield say(name), [*lines] or [say("unmeasured")]


def _links_said(card: Scorecard, words: _Words) -> Iterator[str]:
    if links := card.official_addresses:
        yield words.say("links_counted", dead=links.dead, visited=links.visited, day=words.day(links.day))


def _search_said(card: Scorecard, words: _Words) -> Iterator[str]:
    if card.search:
        for code, score in card.search.sets.get(_SET, {}).items():
            name = words.language(code, card.languages[code].name) if code in card.languages else code
            yield words.say("search_counted", language=name, **score.model_dump(), day=words.day(card.search.day))


def _audit_said(audit: RecordedAudit | None, words: _Words) -> Iterator[str]:
    if audit:
        met = sum(each.met for each in audit.measures)
        yield words.say("audited", met=met, all=len(audit.measures), day=words.day(audit.day))


def _language(code: str, score: LanguageScore, words: _Words) -> str:
    name = words.language(code, score.name)
    if score.generated_from:
        return words.say("pages_converted", language=name, pages=score.pages)
    return words.say("pages_counted", language=name, pages=score.pages, untranslated=score.untranslated)
