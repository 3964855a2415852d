"""The offices that letters are written to, and the companies that they watch over."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.companies import Company
from ...model.content import Content


class Office(NamedTuple):
    """An office as the form of a letter gets it: what it is found by, to whom a letter goes, and what readers know."""

    names: list[str]
    companies: list[int]
    """Which companies of the register it watches over, by their places in it."""
    addressee: str
    known_as: str


def offices(content: Content, code: str) -> Iterator[Office]:
    """Yield every channel that letters are written to, in the words of a language."""
    registers, words = content.registers, content.registers.words[code].channels
    for key, channel in registers.channels.items():
        if channel.addressee and key in words:
            companies = [
                place
                for place, company in enumerate(registers.companies.values())
                if _office_of(content, company) == key
            ]
            yield Office([words[key].name, channel.addressee], companies, channel.addressee, words[key].name)


def _office_of(content: Content, company: Company) -> str:
    """Return the first channel behind a company's door that letters are written to; empty if there is none."""
    stop = content.registers.routes.get(company.door)
    doors = stop.doors if stop else (company.door,)
    channels = content.registers.channels
    return next((door for door in doors if door in channels and channels[door].addressee), "")
