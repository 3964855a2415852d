"""How each language writes articles and numbers: what is wrong is reported and does no harm."""

from dataclasses import replace

import pytest

from making import small_registers
from sitebuild.text import grammar


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        pytest.param({}, [], id="as it is"),
        pytest.param({"range": None}, ["interface-key-missing"], id="a key is missing"),
        pytest.param({"ranges": "x"}, ["interface-key-unknown"], id="a key too many"),
        pytest.param({"range": "{low} to {hgih}"}, ["interface-braces"], id="a slip in braces"),
        pytest.param({"million": "{number} m"}, [], id="a word that the source does without"),
        pytest.param({"million": "{count} m"}, ["interface-braces"], id="a slip where the source has none"),
        pytest.param({"date_locale": "xx_XX"}, ["grammar-value-wrong"], id="dates of no language"),
        pytest.param({"date_locale": "ug"}, [], id="dates of another language"),
        pytest.param({"numerals": "roman"}, ["grammar-value-wrong"], id="unknown numerals"),
        pytest.param({"grouped_from": "many"}, ["grammar-value-wrong"], id="no number"),
    ],
)
def test_a_word_that_cannot_be_used_is_reported_and_the_source_s_stands_in(
    changed: dict[str, str | None], rules: list[str]
) -> None:
    """So every other rule still works, and none fails."""
    registers = small_registers()
    english = registers.words["en"]
    own = {key: text for key, text in {**english.grammar, **changed}.items() if text is not None}
    given = replace(registers, words={**registers.words, "en": replace(english, grammar=own)})

    completed, problems = grammar.completed(given, "zh")

    assert [(problem.path, problem.rule) for problem in problems] == [("docs/en/_data/grammar.yml", r) for r in rules]
    source = registers.words["zh"].grammar
    assert completed.words["en"].grammar.keys() == source.keys()
    for key in changed if rules else ():
        assert completed.words["en"].grammar.get(key) == source.get(key)
