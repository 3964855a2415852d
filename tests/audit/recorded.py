"""What the scorecard of the site says of audits: docs/_data/measured.json, in the parts that an audit has."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sitebuild.building import scorecard
from sitebuild.model.scorecard import Measured, RecordedAudit, RecordedMeasure, RecordedSearch, SearchScore

from .measure import Measure

Sets = Mapping[str, Mapping[str, Mapping[str, int]]]
"""The scores of search, by set, language, and asked, first or three."""


def search(sets: Sets, day: date) -> RecordedSearch:
    """Return the scores of search as they are recorded."""
    scores = {
        name: {code: SearchScore(**score) for code, score in languages.items()} for name, languages in sets.items()
    }
    return RecordedSearch(day=day, sets=scores)


def audit(measures: Sequence[Measure], day: date) -> RecordedAudit:
    """Return those figures that have a bound."""
    return RecordedAudit(
        day=day,
        measures=tuple(
            RecordedMeasure(name=each.name, value=round(each.value, each.digits), target=each.target, met=each.met)
            for each in measures
            if each.target
        ),
    )


def write(root: Path, **parts: RecordedSearch | RecordedAudit) -> None:
    """Record parts of an audit; the others stay as they were."""
    path = root / scorecard.MEASURED
    before = Measured.model_validate_json(path.read_bytes()) if path.is_file() else Measured()
    text = before.model_copy(update=parts).model_dump_json(indent=1, exclude_none=True)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
