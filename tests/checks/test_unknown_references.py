"""References that name nothing are reported on their line."""

from dataclasses import replace

from making import content, small_registers
from sitebuild.checks import unknown_references


def test_a_reference_is_reported_at_its_place() -> None:
    found = list(
        unknown_references.check(
            content({"zh/a.md": "依据[](law:pipl/47)，\n也看[](law:pipl/99)。"}, registers=small_registers())
        )
    )

    assert [(each.line, each.column, each.rule) for each in found] == [(8, 3, "reference-unknown")]


def test_a_reference_in_the_words_of_a_register_is_checked_too() -> None:
    """Channels and gists cite laws as pages do."""
    registers = small_registers()
    words = registers.words["zh"]
    wrong = words.channels["110"].model_copy(update={"reply": "依据[](law:pipl/99)。"})
    changed = replace(registers, words={"zh": replace(words, channels={**words.channels, "110": wrong})})

    found = list(unknown_references.check(content({}, registers=changed)))

    assert [(each.path, each.line) for each in found] == [("docs/zh/_data/channels.yml", 2)]
