"""What stands around the text of pages: short names of doors, and where to go on."""

import pytest

from making import content
from sitebuild.building import page_frame


@pytest.mark.parametrize(
    ("name", "key"),
    [("help/index.md", "pinned_help"), ("faq.md", "pinned_faq"), ("about/method.md", "pinned_method")],
)
def test_a_page_has_its_short_name_by_its_folder_or_file(name: str, key: str) -> None:
    assert page_frame.word_key(name) == key


def test_what_comes_next_is_said_once_for_all_languages() -> None:
    head = "---\ntitle: 先做\nnext: [help/b.md, help/gone.md]\n---\n"
    pages = {"zh/help/a.md": head, "zh/help/b.md": "---\ntitle: 再做\n---\n", "en/help/a.md": "x"}
    read = content(pages, head="")

    ways = {code: page_frame.onward(read, page) for code in ("zh", "en") if (page := read.page(code, "help/a.md"))}

    assert [(way.address, way.name) for way in ways["zh"]] == [("help/b/", "再做")]
    assert [(way.address, way.name) for way in ways["en"]] == [("en/help/b/", "再做")]
