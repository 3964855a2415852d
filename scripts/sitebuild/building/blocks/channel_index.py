"""Generates the index of channels: the whole register, grouped by need, the most urgent need first."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from typing import get_args

from ...model.content import Content
from ...model.registers import Channel, ChannelWords, Need
from ...text import formatting, references
from ...translation import register_age
from . import folding

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
            if channel.numbers:
                blocks.append(_calls(interface, key, channel))
            lines = _lines(content, code, key, channel)
            details = "\n".join(f"- **{label}**{interface['label_colon']}{text}" for label, text in lines)
            blocks.append(folding.folded(escape(interface["channel_more"]), details))
    return references.expand("\n\n".join([_by_number(content, code), *blocks]), registers, code, references.CHANNELS)


def _calls(interface: Mapping[str, str], key: str, channel: Channel) -> str:
    """Return the numbers of a channel as buttons that dial."""
    wording = interface["channel_text" if channel.dial == "sms" else "channel_call"]
    items = "\n".join(f"- [{wording}](phone:{key}/{name})" for name in channel.numbers)
    return f'<div class="calls" markdown>\n\n{items}\n\n</div>'


def _by_number(content: Content, code: str) -> str:
    """Return all numbers, ordered as numbers are, each with a link to its channel."""
    words = content.registers.words[code].channels
    numbers = sorted(
        (formatting.digits(number), number, key)
        for key, channel in content.registers.channels.items()
        if key in words
        for number in channel.numbers.values()
    )
    links = " ".join(f"[{number}](#{references.channel_anchor(key)})" for _, number, key in numbers)
    return f"## {content.interface[code]['channels_by_number']} {{#by-number}}\n\n{links}\n{{.ways}}"


def _lines(content: Content, code: str, key: str, channel: Channel) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of each line about a channel."""
    interface = content.interface[code]
    if channel.url:
        yield interface["channel_site"], f"<{channel.url}>"
    words: ChannelWords = content.registers.words[code].channels[key]
    for name in FIELDS:
        if text := getattr(words, name):
            yield interface[f"channel_{name}"], text
    yield interface["channel_checked"], formatting.day(channel.checked, content.registers.words[code].grammar)
