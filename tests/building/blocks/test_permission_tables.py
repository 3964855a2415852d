"""What lending apps ask for: one register behind every table, and words to say in the language of who gets them."""

import re

import pytest

from sitebuild.building.blocks import permission_tables
from sitebuild.model.content import Content
from sitebuild.model.page import Page
from sitebuild.text import notation

LANGUAGES = ("zh", "en", "zh-Hant")
PLACES = ("tools/permission-check.md", "platforms/permissions.md")


def page(content: Content, code: str, name: str = PLACES[0]) -> Page:
    found = content.page(code, name)
    assert found
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_thing_that_may_be_refused_says_what_to_choose_and_where_to_switch_it_off(
    real_content: Content, code: str
) -> None:
    words = real_content.registers.words[code].permissions
    refused = [key for key, each in real_content.registers.permissions.items() if each.group != "listed"]

    text = permission_tables.entries(real_content, page(real_content, code))

    assert [key for key in refused if not (words[key].choose and words[key].off)] == []
    assert re.findall(r'id="permission-([\w-]+)"', text) == refused
    assert "](law:" not in text
    assert len(re.findall(r"^> .*[\u4e00-\u9fff]", text, re.MULTILINE)) == sum(bool(words[key].say) for key in refused)


@pytest.mark.parametrize("code", LANGUAGES)
def test_tables_lead_to_what_to_say_on_the_page_that_has_it(real_content: Content, code: str) -> None:
    here, there = (
        permission_tables.table(real_content, page(real_content, code, name), "table: permissions") for name in PLACES
    )

    assert "](#permission-contacts)" in here
    assert "](../tools/permission-check.md#permission-contacts)" in there


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_that_apps_ask_for_stands_in_a_table_of_its_own(real_content: Content, code: str) -> None:
    """Where the register is shown, it is shown by its markers alone."""
    names = [each.name for each in real_content.registers.words[code].permissions.values()]
    for place in PLACES:
        lines = page(real_content, code, place).source.split("\n")
        assert [line for line in lines if line.startswith("|") and any(name in line for name in names)] == []

    shown = {marker: permission_tables.table(real_content, page(real_content, code), marker) for marker in NAMED}
    assert all(sum(name in text for text in shown.values()) == 1 for name in names if len(name) > 2)


NAMED = tuple(each for each in notation.PERMISSION_TABLES if each.rpartition("-")[2] in ("listed", "phone", "app"))
"""The tables to tick, which have everything between them."""
