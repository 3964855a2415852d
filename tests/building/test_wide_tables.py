"""On a phone the rows of a table are cards that name their columns; elsewhere and for screen readers it is a table."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitebuild.building import wide_tables

HEAD = "<thead>\n<tr>\n{}\n</tr>\n</thead>"
BODY = "<tbody>\n<tr>\n{}\n</tr>\n</tbody>"


def table(heads: str, *rows: str) -> LexborHTMLParser:
    """Return what a table becomes; heads and rows are words with bars between them."""
    head = HEAD.format("\n".join(f"<th>{each}</th>" for each in heads.split("|")))
    body = "".join(BODY.format("\n".join(f"<td>{each}</td>" for each in row.split("|"))) for row in rows)
    return LexborHTMLParser(wide_tables.boxed(f"<table>\n{head}\n{body}\n</table>", "表格", "："))


@pytest.mark.parametrize(
    ("heads", "row", "labels"),
    [
        pytest.param("对方说|你说", "甲|乙", [], id="two columns stay"),
        pytest.param("哪件|去哪|得什么", "甲|乙|丙", ["哪件：", "去哪：", "得什么："], id="three become cards"),
        pytest.param("<b>哪</b>件||x&lt;y", "甲|乙|丙", ["哪件：", "", "x<y："], id="marks, no head, signs"),
    ],
)
def test_a_cell_of_a_card_names_its_column(heads: str, row: str, labels: list[str]) -> None:
    html = table(heads, row)

    assert [cell.attributes["data-label"] for cell in html.css("td[data-label]")] == labels
    assert bool(html.css(".cards")) == bool(labels)


@pytest.mark.parametrize(
    ("row", "to_fill"),
    [
        pytest.param("1|||", True, id="a row with its number alone"),
        pytest.param("|||", True, id="an empty row"),
        pytest.param("甲|合同写的|6000|", False, id="a row with one cell to fill in"),
    ],
)
def test_only_rows_without_words_are_for_paper_alone(row: str, to_fill: bool) -> None:  # noqa: FBT001 - a row
    assert bool(table("记号|抄什么|例子|你的", row).css(".to-fill")) is to_fill


def test_a_card_names_no_roles_but_the_scope_of_its_heads() -> None:
    """ARIA in HTML forbids on a table the roles that it has by itself."""
    html = table("一|二|三", "甲|乙|丙")

    assert not html.css("table[role], table [role]")
    assert [head.attributes["scope"] for head in html.css("th")] == ["col"] * 3
