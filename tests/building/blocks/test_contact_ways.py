"""How to report an error is what the build of this copy was told, and nothing else."""

from dataclasses import replace

import pytest

from making import content
from sitebuild.building.blocks.contact_ways import Published, ways

WORDS = {
    "contact_address": "写到{link}",
    "contact_repository": "文件在{link}",
    "contact_without_account": "没有不用账号的地址",
    "contact_none": "没有地址",
}


@pytest.mark.parametrize(
    ("published", "said"),
    [
        pytest.param(Published(), ["没有地址", "没有不用账号的地址"], id="neither"),
        pytest.param(
            Published(repository="https://forge.example/a"),
            ["文件在https://forge.example/a", "没有不用账号的地址"],
            id="only the files",
        ),
        pytest.param(Published(contact="errors@a.example"), ["写到mailto:errors@a.example"], id="only a mailbox"),
        pytest.param(Published(contact="mailto:errors@a.example"), ["写到mailto:errors@a.example"], id="its scheme"),
        pytest.param(
            Published(repository="https://forge.example/a", contact="https://a.example/form"),
            ["写到https://a.example/form", "文件在https://forge.example/a"],
            id="both, the one without an account first",
        ),
    ],
)
def test_a_copy_says_which_ways_it_has(published: Published, said: list[str]) -> None:
    pages = replace(content({"zh/a.md": "甲"}), interface={"zh": WORDS})

    lines = ways(pages, "zh", published).split("\n")

    shown = [line.replace('<a href="', "").partition('"')[0].removeprefix("- ") for line in lines]
    assert shown == said


def test_an_address_cannot_break_out_of_its_link() -> None:
    pages = replace(content({"zh/a.md": "甲"}), interface={"zh": WORDS})

    assert "<b>" not in ways(pages, "zh", Published(contact='https://a.example/"><b>'))
