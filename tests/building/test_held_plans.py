"""The plans of the picker are taken out of their page, whatever elements they hold."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sitebuild.building import held_plans, tools
from sitebuild.model.content import Content

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


def test_a_language_without_the_page_gets_the_plans_of_the_page_it_shows(real_content: Content, tmp_path: Path) -> None:
    pages = tuple(page for page in real_content.pages if (page.language, page.name) != ("en", tools.PICKER))
    shown = tmp_path / "en/tools/situation-picker/index.html"
    for folder in (shown.parent, tmp_path / "assets/tools"):
        folder.mkdir(parents=True)
    shown.write_text(f"<article>{PLANS}</article>", encoding="utf-8")

    held_plans.move(tmp_path, replace(real_content, pages=pages))

    assert (tmp_path / tools.plans("en", tools.PICKER)).read_text(encoding="utf-8") == held_plans.script(PLANS)
    assert shown.read_text(encoding="utf-8") == "<article></article>"
