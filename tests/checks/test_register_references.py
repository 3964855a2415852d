"""References that name nothing are reported on their line."""

from making import content, small_registers
from sitebuild.checks import register_references


def test_a_reference_is_reported_at_its_place() -> None:
    found = list(
        register_references.check(
            content({"zh/a.md": "依据[](law:pipl/47)，\n也看[](law:pipl/99)。"}, registers=small_registers())
        )
    )

    assert [(each.line, each.column, each.rule) for each in found] == [(8, 3, "reference-unknown")]
