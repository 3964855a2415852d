"""Generates the index of channels: the whole register, grouped by need, the most urgent need first."""

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from ...model.content import Content
from ...model.registers import Channel, ChannelWords, Need
from ...text import formatting, references
from ...translation import register_age

NEEDS: tuple[Need, ...] = get_args(Need)
"""The order of the groups."""
FIELDS = ("handles", "not_for", "bring", "hours", "cost", "reply", "foreigners", "abroad", "app")
"""The keys of a channel's words that are shown, in this order, where they are known."""


def index(content: Content, code: str) -> str:
    """Return, as Markdown, every channel that has words in the language; `code` is the language."""
    registers, interface = content.registers, content.interface[code]
    words = registers.words[code].channels
    older = register_age.older(content, code)
    known = [(key, channel) for key, channel in registers.channels.items() if key in words]
    blocks: list[str] = []
    for need, group in groupby(
        sorted(known, key=lambda item: NEEDS.index(item[1].need)), key=lambda item: item[1].need
    ):
        blocks.append(f"## {interface[f'need_{need}']} {{#need-{need}}}")
        for key, channel in group:
            blocks.append(f"### {words[key].name} {{#{references.channel_anchor(key)}}}")
            if ("channels", key) in older:
                blocks.append(interface["entry_older"])
            lines = _lines(content, code, key, channel)
            blocks.append("\n".join(f"- **{label}**{interface['label_colon']}{text}" for label, text in lines))
    return references.expand("\n\n".join(blocks), registers, code, references.CHANNELS)


def _lines(content: Content, code: str, key: str, channel: Channel) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of each line about a channel."""
    interface = content.interface[code]
    if channel.numbers:
        numbers = interface["list_comma"].join(f"[](phone:{key}/{name})" for name in channel.numbers)
        yield interface["channel_number"], numbers
    if channel.url:
        yield interface["channel_site"], f"<{channel.url}>"
    words: ChannelWords = content.registers.words[code].channels[key]
    for name in FIELDS:
        if text := getattr(words, name):
            yield interface[f"channel_{name}"], text
    yield interface["channel_checked"], formatting.day(channel.checked, content.registers.words[code].grammar)
