"""A screen reader would spell out Chinese with an English voice, unless the page says that it is Chinese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


def _language(node: LexborNode | None) -> str:
    """Return the language that a node is in: what the nearest element around it says."""
    while node is not None:
        if code := node.attributes.get("lang"):
            return code
        node = node.parent
    return ""


def _texts(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Yield every text below a node that readers get, with the element that holds it."""
    for element in node.css("*"):
        if element.tag == "script":
            continue
        for child in element.iter(include_text=True):
            if child.tag == "-text":
                yield element, child.text_content or ""


def _unmarked(html: str) -> list[str]:
    """Return the Chinese on a page that no element marks as Chinese, and all Chinese in attributes."""
    root = LexborHTMLParser(html).root
    assert root is not None
    in_text = [
        word for element, text in _texts(root) if not _language(element).startswith("zh") for word in HAN.findall(text)
    ]
    in_attributes = [
        f"{name}={word}"
        for element in root.css("*")
        for name, value in element.attributes.items()
        # What is copied and sent is Chinese on every page; a cell's head is said by the table itself.
        if name not in ("data-copy", "data-label")
        for word in HAN.findall(value or "")
    ]
    return in_text + in_attributes


@pytest.mark.parametrize(
    "html",
    [
        '<html lang="en"><title>Loans</title><p>Say <span lang="zh">报警</span>, bàojǐng.</p></html>',
        '<html lang="en"><p lang="zh-CN">请给我<b>回执</b>。</p></html>',
    ],
)
def test_marked_chinese_is_right(html: str) -> None:
    assert _unmarked(html) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="en"><p>Say 报警.</p></html>', ["报警"]),
        ('<html lang="en"><title>网贷</title></html>', ["网贷"]),
        ('<html lang="zh"><p lang="en">回执</p></html>', ["回执"]),
        (
            '<html lang="en"><img alt="回执"><meta name="description" content="投诉"></html>',
            ["alt=回执", "content=投诉"],
        ),
        ('<html lang="en"><span lang="zh" title="立案">立案</span></html>', ["title=立案"]),
    ],
)
def test_unmarked_chinese_is_found(html: str, found: list[str]) -> None:
    assert _unmarked(html) == found


def test_english_pages_mark_every_chinese_word_and_have_none_in_attributes(real_site: Path) -> None:
    pages = sorted((real_site / "en").rglob("*.html"))
    unmarked = {
        path.relative_to(real_site).as_posix(): found
        for path in pages
        if (found := _unmarked(path.read_text(encoding="utf-8")))
    }

    assert pages
    assert unmarked == {}
