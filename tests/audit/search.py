"""How often search leads to the right page, in a real browser, beside Pagefind and MiniSearch on the same queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from sitebuild.building.assets import SEARCH
from sitebuild.text import yaml_text

from .measure import Measure

FOLDER = Path(__file__).parents[1] / "search"
SETS = ("tuning", "choosing", "last")
"""Queries by which the engine was tuned, by which versions are chosen, and those that nobody who tunes has seen."""
RECORDED = FOLDER / "scores.yml"
"""How many queries of each set and language were answered when somebody last recorded it."""
SPARE = 5
"""So many queries may be lost against what is recorded."""
_FIRST = 3
_ANSWERS = """async ([code, queries]) => {
  const engine = await new Promise(ready => handbookSearch.open(code, "", ready));
  const found = [];
  for (const query of queries) {
    const last = await new Promise(done => engine.query(query, answer => answer.last && done(answer)));
    const places = last.results.map(each => each.sectionAddress || each.address);
    found.push({ places, crisis: last.crisis, again: last.whole });
  }
  return found;
}"""


@dataclass(frozen=True, kw_only=True)
class Query:
    """A query and what answers it: names of pages, the best first, and ids of sections; none for a page as a whole."""

    language: str
    text: str
    pages: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    def rank(self, places: Sequence[str]) -> int | None:
        """Return where the first right page stands in the addresses of results, from 0; None if it does not."""
        addresses = {route(name) for name in self.pages}
        return next((at for at, place in enumerate(places) if place.partition("#")[0] in addresses), None)


@dataclass(kw_only=True)
class Score:
    """How many queries were asked, how many had a right page first or among the first three, and so on."""

    asked: int = 0
    first: int = 0
    three: int = 0
    section: int = 0
    of_sections: int = 0
    again: int = 0
    """Queries for which the whole text was loaded."""

    def add(self, query: Query, places: Sequence[str], *, again: bool = False) -> None:
        """Count the answer to a query."""
        rank = query.rank(places)
        self.asked += 1
        self.again += again
        if rank is None or rank >= _FIRST:
            return
        self.first += rank == 0
        self.three += 1
        if query.sections:
            self.of_sections += 1
            self.section += places[rank].partition("#")[2] in query.sections


def route(name: str) -> str:
    """Return the address of a page by its name: `help/` for help/index.md."""
    return name.removesuffix("index.md") if name.endswith("index.md") else name.removesuffix(".md") + "/"


def queries(name: str) -> list[Query]:
    """Return the queries of a set; none if it is not there."""
    file = FOLDER / f"{name}.yml"
    rows: Any = yaml_text.parse(file.read_text(encoding="utf-8")).value if file.is_file() else []
    return [
        Query(
            language=row["language"],
            text=str(row["query"]),
            pages=tuple(row["pages"]),
            sections=tuple(row.get("sections", ())),
        )
        for row in rows
    ]


def answers(page: Page, address: str, code: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return, for each query, the addresses of the results, the kinds of crisis, and whether it took the whole text."""
    page.goto(address)
    page.add_script_tag(url=f"{address}{SEARCH}")
    found: list[dict[str, Any]] = page.evaluate(_ANSWERS, [code, list(texts)])
    return found


def scores(page: Page, address: str) -> dict[tuple[str, str], Score]:
    """Return the scores of our own engine by set and language."""
    found: dict[tuple[str, str], Score] = {}
    for name in SETS:
        asked = queries(name)
        for code in dict.fromkeys(each.language for each in asked):
            own = [each for each in asked if each.language == code]
            score = found.setdefault((name, code), Score())
            for query, answer in zip(own, answers(page, address, code, [each.text for each in own]), strict=True):
                score.add(query, answer["places"], again=answer["again"])
    return found


def recorded() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """Return what is recorded: by set, language, and `first` or `three`."""
    value: Any = yaml_text.parse(RECORDED.read_text(encoding="utf-8")).value if RECORDED.is_file() else {}
    return value or {}


def record(own: Mapping[tuple[str, str], Score]) -> str:
    """Return the text of RECORDED for scores, by set and language."""
    lines = [
        "# How many queries of each set search answered when this was recorded: the right page first, and among three.",
        "# Written by: python tests/audit/run.py search record",
    ]
    for name in dict.fromkeys(name for name, _ in own):
        lines.append(f"{name}:")
        lines += [
            f"  {code}: {{asked: {score.asked}, first: {score.first}, three: {score.three}}}"
            for (other, code), score in own.items()
            if other == name
        ]
    return "\n".join(lines) + "\n"


def measures(
    own: Mapping[tuple[str, str], Score], rivals: Mapping[str, Mapping[tuple[str, str], Score]]
) -> list[Measure]:
    """Return the figures of our engine with the least that is recorded, then those of the others, by their names."""
    known, found = recorded(), []
    for (name, code), score in own.items():
        least = known.get(name, {}).get(code, {})
        title = f"Search {name} {code}, of {score.asked}"
        for kind, words, value in (("first", "right page first", score.first), ("three", "in three", score.three)):
            bound = least[kind] - SPARE if kind in least else None
            found.append(Measure(name=f"{title}: {words}", value=value, least=bound))
            for rival, scores_of in rivals.items():
                other = getattr(scores_of[name, code], kind)
                found.append(Measure(name=f"{title}: {words}, {rival}", value=other))
        found.append(Measure(name=f"{title}: right section of {score.of_sections}", value=score.section))
        found.append(Measure(name=f"{title}: took the whole text", value=score.again))
    return found
