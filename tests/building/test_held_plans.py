"""The plans of the picker are taken out of their page, whatever elements they hold."""

import json

import pytest

from sitebuild.building import held_plans

PLANS = '<div class="plans extra" hidden><p data-word="a">甲</p><div data-body="b"><div>“乙”</div></div></div>'


def test_a_page_is_parted_from_its_plans() -> None:
    assert held_plans.parted(f"<article><p>text</p>{PLANS}<div>more</div></article>") == (
        "<article><p>text</p><div>more</div></article>",
        PLANS,
    )


def test_plans_without_an_end_are_an_error() -> None:
    with pytest.raises(ValueError, match="no end"):
        held_plans.parted(PLANS.removesuffix("</div>"))


def test_the_script_holds_the_plans_as_they_were() -> None:
    script = held_plans.script(PLANS)

    assert json.loads(script[script.rindex(',"') + 1 : script.rindex(")")]) == PLANS
