"""What a person with a live line does once before the first release: every number and official page, to tick."""

from collections.abc import Iterator, Mapping

from ..model.content import Content
from ..model.register_paths import value_path

NAME = "BEFORE-THE-FIRST-RELEASE.md"
_HEAD = """\
# 第一次发布以前，由能上网、能打电话的人做一遍
# What a person with a live line does once before the first release

写这份清单的程序没有打过电话，也没有打开过网页。
每一条对过以后打勾；不对的，改登记表里的那一行，写上`checked`和`source`。

The program that wrote this list has called no number and opened no page.
Tick what you have compared; where something differs, change its line in the register, with `checked` and `source`.
"""


def items(content: Content) -> Mapping[str, list[str]]:
    """Return what is to be looked at, by heading: numbers and pages of the registers, each as a line."""
    registers = content.registers
    return {
        f"打这些号码 · Call these numbers ({value_path('channels')})": [
            f"{number} {_name(content, key)}{'' if part == 'main' else f' ({part})'}"
            for key, channel in registers.channels.items()
            for part, number in channel.numbers.items()
        ],
        f"公司的客服号码 · Service numbers of companies ({value_path('companies')})": [
            f"{number} {company.operator}"
            for company in registers.companies.values()
            for number in (company.service.numbers if company.service else ())
        ],
        f"打开官方网页，对条文和名称 · Open the official pages of laws ({value_path('laws')})": [
            f"<{law.url}> {law.official_title}" for law in registers.laws.values() if law.url
        ],
        f"打开投诉和查询网站 · Open the sites of channels ({value_path('channels')})": [
            f"<{channel.url}> {_name(content, key)}" for key, channel in registers.channels.items() if channel.url
        ],
        f"打开公司的官网或者App · Open the sites or apps of companies ({value_path('companies')}, live_checked)": [
            f"{company.operator}{f' <{company.website.url}>' if company.website else ''}"
            for company in registers.companies.values()
            if company.live_checked is None
        ],
    }


def text(content: Content) -> str:
    """Return the list as Markdown, in Chinese and English."""
    return "\n".join([_HEAD, *_sections(items(content))])


def _sections(listed: Mapping[str, list[str]]) -> Iterator[str]:
    for heading, lines in listed.items():
        yield f"## {heading}: {len(lines)}\n"
        yield "".join(f"- [ ] {line}\n" for line in lines)


def _name(content: Content, key: str) -> str:
    words = content.registers.words.get(content.source_language.code)
    return words.channels[key].name if words and key in words.channels else key
