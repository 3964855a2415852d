"""The register of companies as a page: grouped by the door that a company opens, each found by a product's name."""

from collections.abc import Iterator
from typing import get_args

from ...model.companies import Company, CompanyWords, Door
from ...model.content import Content
from ...text import formatting, references
from ...translation import register_age

DOORS: tuple[Door, ...] = get_args(Door)
_UNSURE = "medium"


def index(content: Content, code: str) -> str:
    """Return every company that has words in the language, with what is known of it, as Markdown."""
    registers, interface = content.registers, content.interface[code]
    words = registers.words[code].companies
    older = register_age.older(content, code)
    blocks: list[str] = []
    for door in DOORS:
        group = [key for key, company in registers.companies.items() if company.door == door and key in words]
        if group:
            blocks += [f"## {interface[f'door_{door}']} {{#door-{door}}}", _advice(content, code, door)]
        for key in group:
            company = registers.companies[key]
            names = _names(content, code, key, company.products)
            blocks.append(f"### {names} {{#{references.company_anchor(key)}}}")
            if code != content.source_language.code and not registers.words[code].generated:
                source = content.source_language.code
                blocks.append(_foreign(content, _names(content, source, key, company.products)))
            if ("companies", key) in older:
                blocks.append(interface["entry_older"])
            lines = _lines(content, code, key, company)
            blocks.append("\n".join(f"- **{label}**{interface['label_colon']}{text}" for label, text in lines))
    return references.expand("\n\n".join(blocks), registers, code, references.COMPANIES)


def _advice(content: Content, code: str, door: Door) -> str:
    """Return what the door is: the advice of its stop, or its channel."""
    words, interface = content.registers.words[code], content.interface[code]
    text = words.routes[door].text if door in words.routes else f"[](channel:{door})"
    return text + interface["full_stop"]


def _lines(content: Content, code: str, key: str, company: Company) -> Iterator[tuple[str, str]]:
    """Yield label and text of each line about a company."""
    interface, words = content.interface[code], content.registers.words[code].companies[key]
    yield interface["company_operator"], _operator(content, code, words, company)
    if company.app_operator:
        shown = _chinese(content, code, company.app_operator.operator)
        aged = _as_of(content, code, company.app_operator.year, confirm=company.app_operator.confidence == _UNSURE)
        yield interface["company_app"].format(app=words.app), shown + aged
    if company.former_products:
        yield interface["company_former_products"], _named(content, code, key, company.former_products)
    if company.former_names:
        names = interface["list_comma"].join(_chinese(content, code, name) for name in company.former_names)
        yield interface["company_former_names"], names
    yield from _contacts(content, code, words, company)
    if words.note:
        yield interface["company_note"], words.note
    yield interface["company_checked"], _checked(content, code, company)


def _operator(content: Content, code: str, words: CompanyWords, company: Company) -> str:
    """Return the operator's name, in Chinese too where the language has its own, with what it is and of which year."""
    interface = content.interface[code]
    name = formatting.operator(company, words, content.registers.words[code].to_own_script)
    official = f" {_foreign(content, company.operator)}" if words.operator else ""
    kind = interface["company_kind"].format(kind=interface[f"company_kind_{company.kind}"])
    return f"{name}{official}{kind}{_as_of(content, code, company.year, confirm=company.confidence == _UNSURE)}"


def _contacts(content: Content, code: str, words: CompanyWords, company: Company) -> Iterator[tuple[str, str]]:
    """Yield site, service line and privacy contact, as far as they are known: whose, of which year."""
    interface = content.interface[code]
    if site := company.website:
        yield (
            interface["channel_site"],
            f"<{site.url}>" + _as_of(content, code, site.year, confirm=site.confidence == _UNSURE),
        )
    if line := company.service:
        numbers = interface["list_comma"].join(_numbers(content, company))
        said = f"{numbers}{interface['label_colon']}{words.service}"
        yield interface["company_service"], said + _as_of(content, code, line.year, confirm=True)
    if contact := company.privacy:
        said = interface["label_colon"].join(filter(None, [contact.mailbox, words.privacy]))
        yield interface["company_privacy"], said + _as_of(content, code, contact.year, confirm=True)


def _numbers(content: Content, company: Company) -> Iterator[str]:
    """Yield the numbers of the service line: plain text, until somebody has compared them with what is live."""
    line = company.service
    if line and line.channel:
        if company.live_checked:
            yield f"[](phone:{line.channel})"
        else:
            yield content.registers.channels[line.channel].numbers["main"]
    elif line:
        for number in line.numbers:
            yield f"[{number}](tel:{formatting.digits(number)})" if number in company.dialled else number


def _as_of(content: Content, code: str, year: int | None, *, confirm: bool) -> str:
    """Return how old the source is and, where a reader might rely on it too far, to confirm it in the app."""
    name = ("company_confirm" if confirm else "company_as_of") if year else "company_undated"
    return content.interface[code][name].format(year=year)


def _checked(content: Content, code: str, company: Company) -> str:
    """Return when the entry was checked, how far to trust it, and when it is due again."""
    interface, grammar = content.interface[code], content.registers.words[code].grammar
    live = company.live_checked
    how = interface["company_live"].format(day=formatting.day(live, grammar)) if live else interface["company_offline"]
    said = interface["company_review"].format(
        confidence=interface[f"confidence_{company.confidence}"], day=formatting.day(company.review_by, grammar)
    )
    return f"{formatting.day(company.checked, grammar)}{how}{said}"


def _names(content: Content, code: str, key: str, products: tuple[str, ...]) -> str:
    words = content.registers.words[code].companies
    joint = content.interface[code]["list_comma"]
    return joint.join(words[key].products[each] for each in products if key in words and each in words[key].products)


def _named(content: Content, code: str, key: str, products: tuple[str, ...]) -> str:
    """Return names of products, in Chinese too where the language has its own."""
    names, source = _names(content, code, key, products), content.source_language.code
    if code == source or content.registers.words[code].generated:
        return names
    return f"{names} {_foreign(content, _names(content, source, key, products))}"


def _chinese(content: Content, code: str, name: str) -> str:
    """Return an official name in the language's own script, or marked as that of the source language."""
    words = content.registers.words[code]
    if words.to_own_script:
        return words.to_own_script(name)
    return name if code == content.source_language.code else _foreign(content, name)


def _foreign(content: Content, text: str) -> str:
    return f'<span lang="{content.source_language.code}">{text}</span>'
