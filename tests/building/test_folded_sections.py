"""Long pages are folded where readers look for something else first, and nothing is lost."""

from dataclasses import replace

import pytest

from making import content
from sitebuild.building import folded_sections

SOURCE = """## 先做 {#first}

甲。

## 标准 {#standards .more}

乙。

## 问？ {#asked .faq}

丙。

## 依据 {#sources}

丁。
"""
HTML = """<p>前</p>
<h2 id="first">先做</h2>
<p>甲</p>
<h2 class="more" id="standards">标准</h2>
<p>乙</p>
<h2 id="c">丙</h2>
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("help/a.md", {"standards"}, id="a guide: what its author marks"),
        pytest.param("help/index.md", {"standards", "asked", "sources"}, id="the first page of a part"),
        pytest.param("index.md", {"standards"}, id="the home page is no such page"),
        pytest.param("help/gone.md", set(), id="no such page"),
    ],
)
def test_the_source_says_what_is_folded(name: str, expected: set[str]) -> None:
    written = content({f"zh/{each}": SOURCE for each in ("help/a.md", "help/index.md", "index.md")})

    assert folded_sections.anchors(written, name) == expected


@pytest.mark.parametrize("number", [folded_sections.LAW_FROM - 1, folded_sections.LAW_FROM])
def test_the_articles_of_a_law_are_folded_where_they_are_many(number: int) -> None:
    source = "".join(f"## {article} {{#a{article}}}\n\n甲。\n\n" for article in range(number))
    written = content({"zh/laws/pipl.md": source})
    law = replace(written, pages=tuple(replace(page, law="pipl") for page in written.pages))

    folded = folded_sections.anchors(law, "laws/pipl.md")

    assert len(folded) == (number if number >= folded_sections.LAW_FROM else 0)


@pytest.mark.parametrize(
    ("anchors", "folded"),
    [
        pytest.param({"standards"}, ["乙"], id="one section"),
        pytest.param({"first", "standards"}, ["甲", "乙"], id="two"),
        pytest.param(set(), [], id="none"),
        pytest.param({"elsewhere"}, [], id="a section of another page"),
        pytest.param({"c"}, [], id="a heading with nothing below it"),
    ],
)
def test_a_section_is_folded_up_to_the_next(anchors: set[str], folded: list[str]) -> None:
    html = folded_sections.folded(HTML, anchors)

    assert [part.partition("<p>")[2].partition("</p>")[0] for part in html.split("<details")[1:]] == folded
    for block in ("<p>前</p>", '<h2 id="first">先做</h2>', "<p>甲</p>", "<p>乙</p>", '<h2 id="c">丙</h2>'):
        assert html.count(block) == 1
