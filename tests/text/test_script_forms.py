"""Traditional characters and their Simplified forms, for readers of either script."""

from sitebuild.text import script_forms


def test_forms_are_given_for_the_characters_of_a_text_alone() -> None:
    pairs = script_forms.pairs(["催债", "電話"])

    assert "債债" in pairs
    assert "電电" in pairs
    assert "貸贷" not in pairs
    assert len(pairs) % 2 == 0


def test_forms_that_are_known_are_left_out() -> None:
    assert script_forms.without("債债電电", "電电貸贷") == "債债"
