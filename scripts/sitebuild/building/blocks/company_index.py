"""The register of companies as a page: grouped by the door that a company opens, each found by a product's name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ...model.companies import Company, CompanyWords, Confidence, Door
from ...model.content import Content
from ...model.registers import Words
from ...text import formatting, references
from ...translation import register_age
from . import folding

DOORS: tuple[Door, ...] = get_args(Door)


def index(content: Content, code: str) -> str:
    """Return every company that has words in the language, with what is known of it, as Markdown."""
    companies, words = content.registers.companies, content.registers.words[code].companies
    older = register_age.older(content, code)
    speech = _Speech(content, code)
    blocks: list[str] = []
    for door in DOORS:
        group = [key for key, company in companies.items() if company.door == door and key in words]
        if group:
            blocks += [f"## {speech.interface[f'door_{door}']} {{#door-{door}}}", speech.advice(door)]
        for key in group:
            own, chinese = speech.names(key, companies[key].products)
            note = speech.interface["entry_older"] if ("companies", key) in older else ""
            lines = speech.lines(key, companies[key])
            shown = "\n".join(f"- **{label}**{speech.interface['label_colon']}{text}" for label, text in lines)
            body = "\n\n".join(filter(None, [chinese, note, shown]))
            blocks.append(folding.entry(own, references.company_anchor(key), body))
    return references.expand("\n\n".join(blocks), content.registers, code, references.COMPANIES)


@dataclass(frozen=True)
class _Speech:
    """How a language speaks of companies: names in the source language stand beside its own, and are marked."""

    content: Content
    code: str

    @property
    def interface(self) -> Mapping[str, str]:
        return self.content.interface[self.code]

    @property
    def words(self) -> Words:
        return self.content.registers.words[self.code]

    @property
    def foreign(self) -> bool:
        """Whether the official names are in another language than this one."""
        return self.code != self.content.source_language.code and self.words.to_own_script is None

    def advice(self, door: Door) -> str:
        """Return what to do at a door: the advice of its stop, or its channel."""
        channel = self.interface["door_by_channel"].format(channel=f"[](channel:{door})")
        return (self.words.routes[door].text if door in self.words.routes else channel) + self.interface["full_stop"]

    def lines(self, key: str, company: Company) -> Iterator[tuple[str, str]]:
        """Yield label and text of each line about a company."""
        words = self.words.companies[key]
        yield self.interface["company_operator"], self.operator(words, company)
        if host := company.app_operator:
            aged = self.as_of(host.year, host.confidence)
            yield self.interface["company_app"].format(app=words.app), self.official(host.operator) + aged
        if company.former_products:
            names = " ".join(filter(None, self.names(key, company.former_products)))
            yield self.interface["company_former_products"], names
        if company.former_names:
            names = self.interface["list_comma"].join(map(self.official, company.former_names))
            yield self.interface["company_former_names"], names
        yield from self.contacts(words, company)
        if words.note:
            yield self.interface["company_note"], words.note
        yield self.interface["company_checked"], self.checked(company)

    def operator(self, words: CompanyWords, company: Company) -> str:
        """Return the operator's name, the official one too where the language has its own, and what it is."""
        name = formatting.operator(company, words, self.words.to_own_script)
        official = f" {self.official(company.operator)}" if words.operator else ""
        kind = self.interface["company_kind"].format(kind=self.interface[f"company_kind_{company.kind}"])
        return f"{name}{official}{kind}{self.as_of(company.year, company.confidence)}"

    def contacts(self, words: CompanyWords, company: Company) -> Iterator[tuple[str, str]]:
        """Yield site, service line and privacy contact, as far as they are known: whose, of which year."""
        if site := company.website:
            yield self.interface["channel_site"], f"<{site.url}>" + self.as_of(site.year, site.confidence)
        if line := company.service:
            numbers = self.interface["list_comma"].join(self.numbers(company))
            said = self.interface["company_whose"].format(contact=numbers, whose=words.service)
            yield self.interface["company_service"], said + self.as_of(line.year)
        if contact := company.privacy:
            whose = self.interface["company_whose"].format(contact=contact.mailbox, whose=words.privacy)
            said = whose if contact.mailbox else words.privacy or ""
            yield self.interface["company_privacy"], said + self.as_of(contact.year)

    def numbers(self, company: Company) -> Iterator[str]:
        """Yield the numbers of the service line: plain text, until somebody has compared them with what is live."""
        line = company.service
        if line and line.channel:
            number = self.content.registers.channels[line.channel].numbers["main"]
            yield f"[](phone:{line.channel})" if company.live_checked else number
        for number in line.numbers if line else ():
            yield f"[{number}](tel:{formatting.digits(number)})" if number in company.dialled else number

    def as_of(self, year: int | None, confidence: Confidence = "medium") -> str:
        """Return the year of a source and, unless it is sure, that a reader confirms in the app what it says."""
        name = "company_as_of" if confidence == "high" else "company_confirm"
        return self.interface[name if year else "company_undated"].format(year=year)

    def checked(self, company: Company) -> str:
        """Return when an entry was checked, against what, how far to trust it, and when it is due again."""
        live = company.live_checked
        how = self.interface["company_live"].format(day=self.day(live)) if live else self.interface["company_offline"]
        trust = self.interface[f"confidence_{company.confidence}"]
        due = self.interface["company_review"].format(confidence=trust, day=self.day(company.review_by))
        return f"{self.day(company.checked)}{how}{due}"

    def names(self, key: str, products: tuple[str, ...]) -> tuple[str, str]:
        """Return what products are called in this language, and in the source language where that is another."""
        source, joint = self.content.source_language.code, self.interface["list_comma"]
        entries = {code: self.content.registers.words[code].companies.get(key) for code in (self.code, source)}
        spoken = {
            code: [entry.products[each] for each in products if each in entry.products] if entry else []
            for code, entry in entries.items()
        }
        chinese = self.official(self.content.interface[source]["list_comma"].join(spoken[source]))
        return joint.join(spoken[self.code]), chinese if self.foreign else ""

    def official(self, name: str) -> str:
        """Return a name of the source language in this language's script, or marked as foreign."""
        if self.words.to_own_script:
            return self.words.to_own_script(name)
        return f'<span lang="{self.content.source_language.code}">{name}</span>' if self.foreign else name

    def day(self, value: date) -> str:
        return formatting.day(value, self.words.grammar)
