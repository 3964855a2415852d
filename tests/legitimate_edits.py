"""Twenty edits of the handbook that anybody may make, one after the other; they know no sentence of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sitebuild.reading import clock

SOURCES = re.compile(r"^## .*\{#sources\}$", re.MULTILINE)
HEADING = re.compile(r"^## (.*[^？?\s]) \{#(?!sources)([a-z0-9-]+)\}$", re.MULTILINE)
PAGES = Path("docs/zh/accounts")
"""The folder of pages that no register and no other page needs in a certain form."""
ADDED = {
    "a paragraph": "这一段是新写的，先看清楚，再往下做。",
    "a list": "要准备的东西：\n\n- 身份证\n- 手机\n    - 旧手机也带上",
    "a table": "| 情况 | 怎么做 |\n| :--- | --- |\n| 丢了 | 挂失 |\n| 被盗 | 报案 |",
    "a box": '!!! note "先记一条"\n    写在纸上，不拍照。',
    "a section in Chinese only": "## 新写的一节 {#newly-written}\n\n一节新写的话，别的语言还没有。",
    "a question in Chinese only": (
        "## 新写的问题，别的语言还没有，可以吗？ {#newly-asked .faq}\n\n可以，译文的读者会看到一行说明，通往中文原文。"
    ),
    "a quotation over two lines": "他可能说：“先把这一笔处理完。\n处理完，再谈别的。”\n先挂断。",
    "an example that is plainly invented": "例如“【某平台】您尾号0000的账户有一笔订单”，来自106\\*\\*\\*\\*0000。",
}
"""What is added to a Chinese page, above its sources."""
NEW_PAGE = """---
title: 新写的一页，别的语言还没有
description: 给想看新写的一页的人：它只有中文，别的语言的读者会先看到一句说明，接着是标明语言的中文原文。
reviewed: {today}
---

这一页只有中文。

## 先做什么 {{#first-steps}}

先看清楚，再往下做。

## 依据 {{#sources}}

- 先看清楚：做法建议，非法律规定。
"""
Edit = Callable[[Path], None]
"""Changes the files of a copy of the handbook, given its root."""


def edits(root: Path) -> Mapping[str, Edit]:
    """Return the edits by what they are; each of those of pages has a page of its own."""
    pages = iter(sorted(path.relative_to(root) for path in (root / PAGES).glob("*.md") if path.stem != "index"))
    english = Path("docs/en") / PAGES.relative_to("docs/zh")
    found: dict[str, Edit] = {}
    for page, group in zip(pages, _groups(), strict=False):
        found |= {name: _above_sources(page, text) for name, text in group.items()}
        last = page
    return {
        **found,
        "a link, a number and an article of the registers": _above_sources(last, _references(root, last)),
        "the day of a review": _replacing(last, r"^reviewed: .*$", f"reviewed: {clock.today()}"),
        "another title": _replacing(last, r"^(title: [^\n\"]*)$", r"\1，再看一遍"),
        "another heading": _replacing(last, HEADING.pattern, r"## \1，再看一遍 {#\2}"),
        "words that readers search by": _replacing(
            last, HEADING.pattern + r"(\n<!-- search: .*? -->)?", r"## \1 {#\2}\n<!-- search: 一个没人写过的搜索词 -->"
        ),
        "an English sentence": _replacing(
            english / last.name, r"^(## .*\{#sources\})$", r"This sentence is new.\n\n\1"
        ),
        "a page in Chinese only": _new_page,
        "a value of the facts, with the day when somebody looked": _replacing(
            Path("docs/_data/facts.yml"),
            r"^  value: (\d+)\n((?:  .*\n)*?)  checked: .*$",
            lambda found: f"  value: {int(found[1]) + 1}\n{found[2]}  checked: {clock.today()}",
        ),
        "the words of a channel": _replacing(
            Path("docs/zh/_data/channels.yml"), r"^(  not_for: \".*)。\"$", r'\1，也是这样。"'
        ),
        "the meaning of a term": _replacing(
            Path("docs/zh/_data/terms.yml"), r"^(  definition: \".*)。\"$", r'\1，就是这个意思。"'
        ),
        "a word of the interface": _replacing(
            Path("docs/zh/_data/interface.yml"), r"^edit: \".*\"$", 'edit: "改一改这一页"'
        ),
        "two pages of the menu changed about": _replacing(
            Path("mkdocs.yml"), r"^(      - accounts/(?!index).*\n)(      - accounts/.*\n)", r"\2\1"
        ),
    }


def _groups() -> Iterator[Mapping[str, str]]:
    """Yield what is added to each of some pages."""
    texts = [*ADDED.items()]
    return (dict(texts[place : place + 3]) for place in range(0, len(texts), 3))


def _above_sources(page: Path, text: str) -> Edit:
    return _replacing(page, SOURCES.pattern, lambda found: f"{text}\n\n{found[0]}")


def _replacing(name: Path, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Edit:
    """Return an edit of the first place that a pattern finds in a file."""

    def edit(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        assert changed != text, f"{name} has no place for this edit any more: {pattern}"
        (root / name).write_text(changed, encoding="utf-8")

    return edit


def _references(root: Path, page: Path) -> str:
    """Return a sentence with a link and two references; each is the first of its kind."""
    other = min(path.name for path in (root / PAGES).glob("*.md") if path.name not in ("index.md", page.name))
    section = HEADING.search((root / PAGES / other).read_text(encoding="utf-8"))
    laws = (root / "docs/_data/laws.yml").read_text(encoding="utf-8")
    law = re.search(r"^([a-z0-9-]+):\n(?:  .*\n)*?  articles: \[\"(\d+)\"", laws, re.MULTILINE)
    assert section
    assert law
    return f"看[另一页]({other}#{section[2]})，打[](phone:110)，依据是[](law:{law[1]}/{law[2]})。"


def _new_page(root: Path) -> None:
    (root / PAGES / "newly-written.md").write_text(NEW_PAGE.format(today=clock.today()), encoding="utf-8")
    _replacing(Path("mkdocs.yml"), r"^(      - accounts/index\.md\n)", r"\1      - accounts/newly-written.md\n")(root)
