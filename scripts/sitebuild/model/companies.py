"""
Who stands behind a lending product (docs/_data/companies.yml), and what a language says of it.

A company's name is a fact, not an accusation. A number or mailbox stands here only with the year of the source that
prints it; until a maintainer has opened the live site or app (`live_checked`), nothing in an entry can be dialled.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .strict import Mailbox, Number, StrictModel, Text, Url

CompanyKind = Literal["bank", "consumer-finance", "micro-loan", "guarantee", "introduces"]
"""What the operator is; the last is a platform that only introduces borrowers to lenders."""
Door = Literal["bank", "micro-loan", "introduces", "local-finance"]
"""Which door a company opens, in the order of the index: a stop of routes.yml or an entry of channels.yml."""
Confidence = Literal["high", "medium"]
Year = Annotated[int, Field(ge=2000, le=2100)]
"""The year that a source speaks of, which readers see beside what it says."""


class _Contact(StrictModel):
    """A way to reach a company, and the source that prints it."""

    source: Text
    year: Year
    confidence: Confidence


class AppOperator(_Contact):
    """Who operates the app that a lender's product sits in; the words name the app."""

    operator: Text


class ServiceLine(_Contact):
    """Numbers that answer for a product, or the channel (channels.yml) that has them; the words say whose they are."""

    numbers: tuple[Number, ...] = ()
    channel: Text | None = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if bool(self.numbers) == bool(self.channel):
            raise ValueError("write either numbers, or the channel that has them")
        return self


class PrivacyContact(_Contact):
    """Where a request about personal information goes; without a mailbox the words say how."""

    mailbox: Mailbox | None = None


class Website(StrictModel):
    """The official site; `year` is left out where its sources have no date."""

    url: Url
    source: Text
    year: Year | None = None
    confidence: Confidence


class Company(StrictModel):
    """
    The operator of one or more products: the lender, or whoever introduces them.

    `operator` is the official name as the register of companies writes it, in Chinese; `products` and
    `former_products` are keys, whose names each language's words give. `source_type` is `company` for what the
    company itself published and `list` for tables that others keep.
    """

    products: tuple[Text, ...] = Field(min_length=1)
    former_products: tuple[Text, ...] = ()
    operator: Text
    kind: CompanyKind
    door: Door
    former_names: tuple[Text, ...] = ()
    app_operator: AppOperator | None = None
    website: Website | None = None
    service: ServiceLine | None = None
    privacy: PrivacyContact | None = None
    source: Text
    source_type: Literal["official", "company", "press", "list"]
    year: Year
    checked: date
    review_by: date
    live_checked: date | None = None
    """The day on which a maintainer compared the entry with the live site or app; a number can be dialled then."""
    confidence: Confidence

    @property
    def contacts(self) -> tuple[AppOperator | Website | ServiceLine | PrivacyContact, ...]:
        """What is known besides the operator, each with its own source."""
        return tuple(filter(None, (self.app_operator, self.website, self.service, self.privacy)))

    @property
    def dialled(self) -> tuple[str, ...]:
        """Its own numbers, if somebody has compared them with the live site or app."""
        return self.service.numbers if self.service and self.live_checked else ()


class CompanyWords(StrictModel):
    """
    A company in a language; `products` names every product as people say it.

    `operator` is left out in the source language, where the official name is the name. `app`, `service` and
    `privacy` say which app, whose line and whose contact it is, where the entry has them.
    """

    products: dict[str, Text]
    operator: Text | None = None
    short: tuple[Text, ...] = ()
    """Shorter forms of the operator's name; pages refer to the register instead of typing one beside a product."""
    app: Text | None = None
    service: Text | None = None
    privacy: Text | None = None
    note: Text | None = None


def awaiting_live_check(companies: Mapping[str, Company]) -> list[str]:
    """Return the entries that nobody has compared with a live site or app yet, in the order of the register."""
    return [key for key, company in companies.items() if company.live_checked is None]
