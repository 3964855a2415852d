"""The net: a sign of markup that readers see is found on the built page, code is not."""

from pathlib import Path

import pytest

from making import page, write
from sitebuild.building import left_markup
from sitebuild.memo.store import Store


def found(html: str, tmp_path: Path) -> list[str]:
    site = write(tmp_path, {"a/index.html": f"<main><article>{html}</article></main>"})
    return [problem.rule for problem in left_markup.check(site, {"a/index.html": page("文字")}, Store())]


@pytest.mark.parametrize(
    "html",
    [
        "<p>别**转账</p>",
        "<p>!!! warning</p>",
        "<p>[链接]（a.md）</p>",
        "<p>甲\n- 乙</p>",
        "<p>### 标题</p>",
        "<p>甲{#b}</p>",
        "<p>&lt;div class=x&gt;</p>",
        "<p>甲[^1]</p>",
        "<p>&lt;!-- 草稿 --&gt;</p>",
        "<p>| 一 |\n|---|</p>",
    ],
)
def test_signs_that_show_are_found(html: str, tmp_path: Path) -> None:
    assert found(html, tmp_path) == ["markup-published"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>写<code>**</code>和<code>&lt;b&gt;</code></p>",
        "<pre>## 标题\n- 一</pre>",
        "<p>A &amp; B &lt;c&gt;，3 - 2，#1</p>",
        "<ul>\n<li>一</li>\n</ul>",
        "<p>1.5</p>",
    ],
)
def test_what_is_meant_to_show_is_accepted(html: str, tmp_path: Path) -> None:
    assert found(html, tmp_path) == []
