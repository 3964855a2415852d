"""Generates the index of channels: the whole register, grouped by need, the most urgent need first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    by_need = sorted(known, key=lambda item: NEEDS.index(item[1].need))
    for need, group in groupby(by_need, key=lambda item: item[1].need):
        blocks.append(f"## {interface[f'need_{need}']} {{#need-{need}}}")
        for key, channel in group:
            note = interface["entry_older"] if ("channels", key) in older else ""
            blocks.append(_entry(content, code, key, note))
            if channel.numbers:
                blocks.append(_calls(interface, key, channel, [*channel.numbers][:1]))
    return references.expand("\n\n".join(blocks), registers, code, references.CHANNELS)


def finder(content: Content, code: str) -> str:
    """Return, as Markdown, the ways into the index: every number, and every need."""
    words, channels = content.registers.words[code].channels, content.registers.channels
    needs = sorted({channel.need for key, channel in channels.items() if key in words}, key=NEEDS.index)
    return f"{_by_number(content, code)}\n\n{_by_need(content.interface[code], needs)}"


def _entry(content: Content, code: str, key: str, note: str) -> str:
    """Return a channel, folded: what it is for, what to have ready, and its numbers but the first as buttons."""
    interface, channel = content.interface[code], content.registers.channels[key]
    lines = _lines(content, code, key, channel)
    details = "\n".join(f"- **{label}**{interface['label_colon']}{text}" for label, text in lines)
    others = [*channel.numbers][1:]
    body = [note, details, _calls(interface, key, channel, others) if others else ""]
    name = content.registers.words[code].channels[key].name
    return folding.entry(name, references.channel_anchor(key), "\n\n".join(filter(None, body)))


def _calls(interface: Mapping[str, str], key: str, channel: Channel, names: Sequence[str]) -> str:
    """Return numbers of a channel, by their names, as buttons that dial."""
    wording = interface["channel_text" if channel.dial == "sms" else "channel_call"]
    items = "\n".join(f"- [{wording}](phone:{key}/{name})" for name in names)
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


def _by_need(interface: Mapping[str, str], needs: Iterable[Need]) -> str:
    """Return a link to each group."""
    links = " ".join(f"[{interface[f'need_{need}']}](#need-{need})" for need in needs)
    return f"## {interface['channels_by_need']} {{#by-need}}\n\n{links}\n{{.ways}}"


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
