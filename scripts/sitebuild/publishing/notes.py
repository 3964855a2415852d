"""What a release says of itself: its version, what changed, what is in it, and what was not done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..building import overdue
from ..model.companies import awaiting_live_check
from ..model.content import Content
from . import live_list

NAME = "RELEASE.md"
_LOCAL = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Made:
    """What was made: the commit, the day, the address that the site was built for, and whether PDF files were."""

    version: str
    commit: str
    day: date
    site_url: str
    has_paper: bool
    visited: str = ""
    """The day on which official pages were last visited by the program, empty if they never were."""


def not_done(content: Content, made: Made) -> list[str]:
    """Return what was not done, a line each, in Chinese and English."""
    lines = []
    if not made.has_paper:
        lines.append(
            "没有印PDF（没有Pango，或者写了--no-paper） · No PDF files were made (no Pango, or --no-paper was typed)"
        )
    if _LOCAL in made.site_url or "localhost" in made.site_url:
        lines.append(
            f"没有设SITE_URL：规范链接和网站地图写的是{made.site_url} · SITE_URL was not set: canonical links and the "
            f"sitemap name {made.site_url}"
        )
    numbers = sum(len(each) for each in live_list.items(content).values())
    lines.append(
        f"没有记录说有人拨打过号码、打开过官方网页：{live_list.NAME}里有{numbers}条 · "
        f"Nothing records that a person called the numbers and opened the official pages: {numbers} lines"
    )
    lines.append(
        f"程序上一次访问官方网址：{made.visited} · The program last visited official addresses on {made.visited}"
        if made.visited
        else "程序没有访问过官方网址 · The program did not visit official addresses"
    )
    if waiting := awaiting_live_check(content.registers.companies):
        lines.append(f"没有在官网或者App上对过的公司：{len(waiting)} · Companies not compared live: {len(waiting)}")
    if late := overdue.overdue(content, made.day):
        lines.append(f"过了核对日期的条目：{len(late)} · Entries past their review date: {len(late)}")
    return lines


def text(made: Made, changes: str, missing: Sequence[str], files: Mapping[str, int]) -> str:
    """Return the notes; `files` gives the size of each file in bytes."""
    rows = "".join(f"| {name} | {size:,} |\n" for name, size in sorted(files.items()))
    left = "".join(f"- {line}\n" for line in missing)
    return (
        f"# {made.version} · {made.day.isoformat()}\n\ncommit {made.commit}\n\n"
        f"## 变化 · What changed\n\n{changes}\n"
        f"## 没有做的 · What was not done\n\n{left}\n"
        f"## 文件 · Files\n\nsha256sum -c SHA256SUMS\n\n| file | bytes |\n| --- | ---: |\n{rows}"
    )
