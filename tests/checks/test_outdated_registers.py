"""What a language's registers say of their source: form, completeness, age."""

import dataclasses

import pytest

from making import content, small_registers
from sitebuild.checks import outdated_registers
from sitebuild.model.content import Content
from sitebuild.text import yaml_text
from sitebuild.translation import register_age

SMALL = dataclasses.replace(
    content({}, registers=small_registers()), interface={"zh": {"menu": "菜单"}, "en": {"menu": "Menu"}}
)
SAID = register_age.render("en", register_age.hashes(SMALL))
OLD = "bcdfghjk"
PIPL = register_age.hashes(SMALL)["laws", "pipl"]
PATH = "docs/en/_data/translated.yml"


def saying(text: str) -> Content:
    return dataclasses.replace(SMALL, made_from={"en": yaml_text.parse(text)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SAID, [], id="up to date"),
        pytest.param(SAID.replace(PIPL, OLD), [("docs/en/_data/laws.yml", "translation-older")], id="an older entry"),
        pytest.param(SAID.replace(PIPL, "7"), [(PATH, "translated-malformed")], id="a number"),
        pytest.param(
            SAID.replace("  pipl:", "  pipll:"),
            [(PATH, "translation-unrecorded"), (PATH, "translated-unknown")],
            id="a slip",
        ),
        pytest.param(SAID + "colours: blue\n", [(PATH, "translated-unknown")], id="an unknown register"),
        pytest.param("", [(PATH, "translation-unrecorded")] * 7, id="nothing said"),
        pytest.param("- a\n", [(PATH, "translation-unrecorded")] * 7, id="a list"),
    ],
)
def test_registers_say_what_they_were_made_from(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.path, each.rule) for each in outdated_registers.check(saying(text))] == expected


def test_what_is_to_be_pasted_is_what_was_missing() -> None:
    lines = SAID.splitlines()
    place = lines.index("laws:")
    without = "\n".join([*lines[: place + 1], *lines[place + 2 :]])

    (problem,) = outdated_registers.check(saying(without))

    assert problem.message.endswith(f"\nlaws:\n  pipl: {PIPL}\n")
