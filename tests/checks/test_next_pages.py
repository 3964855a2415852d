"""What comes next: the pages that a page names exist."""

import pytest

from making import HEAD, content
from sitebuild.checks import next_pages


def head(written: str) -> str:
    return HEAD.replace("---\n", f"---\nnext: {written}\n", 1)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("[b.md, help/c.md]", [], id="two pages that exist"),
        pytest.param("b.md", [], id="one page without brackets"),
        pytest.param("[gone.md]", ["gone.md"], id="a page that does not exist"),
        pytest.param("[b]", ["b"], id="a name without its ending"),
        pytest.param("[a.md]", ["a.md"], id="the page itself"),
    ],
)
def test_a_page_leads_on_only_to_other_pages(written: str, names: list[str]) -> None:
    """A reader who has done one thing is led to the next one, not into nothing."""
    pages = {"zh/a.md": "正文。", "zh/b.md": "正文。", "zh/help/c.md": "正文。"}

    found = [each for each in next_pages.check(content(pages, head(written))) if each.path == "docs/zh/a.md"]

    assert [(each.rule, each.line) for each in found] == [("next-page-missing", 2)] * len(names)
    assert all(name in each.message for name, each in zip(names, found, strict=True))
