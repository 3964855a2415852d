"""
The models of the registers: laws, channels, companies, facts and terms, with their words in each language.

A value stands once in docs/_data/; its words stand in docs/<language>/_data/.
A key that the model does not have is an error. The JSON Schema files that the
site publishes beside its open data are generated from these models.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import Field

from .companies import Company, CompanyWords
from .figure_words import FigureWords
from .language_words import LanguageWords
from .letter_fields import LetterField, LetterFieldWords
from .parity_patterns import ParityPatterns
from .permissions import Permission, PermissionWords
from .plans import Risk, RiskWords, Situation, SituationWords
from .routes import RouteStep, RouteStepWords
from .strict import Article, Number, StrictModel, Text, Url

Kind = Literal[
    "law",
    "administrative-regulation",
    "departmental-rule",
    "judicial-interpretation",
    "normative-document",
    "national-standard",
    "self-regulation",
]
Status = Literal["in-force", "unconfirmed", "amended", "repealed", "draft", "expired"]
Need = Literal[
    "danger",
    "money",
    "police",
    "finance",
    "credit",
    "data",
    "telecom",
    "look-up",
    "law",
    "support",
    "abroad",
    "industry",
]
"""What a channel is needed for, in the order in which the index of channels shows the groups."""
Unit = Literal[
    "days",
    "working-days",
    "hours",
    "months",
    "years",
    "percent",
    "yuan",
    "times",
    "people",
    "records",
    "characters",
    "clock",
    "date",
]
SOFT_KINDS: tuple[Kind, ...] = ("national-standard", "self-regulation")
"""Kinds without legal force: a recommended standard, an association's guideline."""
CITABLE: tuple[Status, ...] = ("in-force", "unconfirmed")
"""A law with one of these may be cited; `unconfirmed` means that its validity could not be verified."""


class _Sourced(StrictModel):
    """Where a value comes from, when it was last compared with the source, and when that is due again."""

    source: Text
    source_type: Literal["statute", "official", "standard", "press", "handbook"]
    checked: date
    review_by: date
    confidence: Literal["high", "medium"]


class Law(_Sourced):
    """A legal instrument: a law, regulation, judicial interpretation or standard."""

    official_title: Text
    kind: Kind
    number: Text | None = None
    issued: date | None = None
    effective: date | None = None
    status: Status
    superseded_by: Text | None = None
    moved: dict[Article, Article] = Field(default_factory=dict)
    """For a superseded instrument: the successor's article by the old article."""
    articles: tuple[Article, ...] = ()
    """Articles that pages may cite, such as `47` or `253-1`."""
    url: Url | None = None

    @property
    def binding(self) -> bool:
        """Whether it has legal force; a recommended standard does not."""
        return self.kind not in SOFT_KINDS


class LawWords(StrictModel):
    """A legal instrument in one language: `cite` is its name in a citation, `gists` a summary by article."""

    title: Text
    cite: Text
    issuer: Text
    what: Text
    note: Text | None = None
    gists: dict[str, Text] = Field(default_factory=dict)


class Channel(_Sourced):
    """
    A hotline, office or site; `numbers` is empty, or has `main` and perhaps others, by name.

    `addressee` is to whom a letter is written that goes there, in Chinese.
    """

    need: Need
    addressee: Text | None = None
    numbers: dict[str, Number] = Field(default_factory=dict)
    dial: Literal["tel", "sms"] = "tel"
    url: Url | None = None


class ChannelWords(StrictModel):
    """A channel in one language; None stands for what is not known."""

    name: Text
    handles: Text
    not_for: Text | None = None
    bring: Text | None = None
    hours: Text | None = None
    cost: Text | None = None
    reply: Text | None = None
    foreigners: Text | None = None
    abroad: Text | None = None
    app: Text | None = None


class Fact(_Sourced):
    """A number fixed by a rule: `value` (two for a range) with `unit`, or several `values` used in one sentence."""

    value: int | float | Text | tuple[int, int] | None = None
    unit: Unit | None = None
    values: dict[str, int | float | Text] = Field(default_factory=dict)
    authority: tuple[Text, ...] = ()


class FactWords(StrictModel):
    """A fact in one language; `text` is the sentence for a fact with several values, with `{name}` for each."""

    label: Text
    text: Text | None = None


class Term(_Sourced):
    """A technical term; `law` is the article that defines it, if one does."""

    law: Text | None = None


class TermWords(StrictModel):
    """A term in one language; `avoid` lists words that pages must not use instead of it."""

    term: Text
    definition: Text
    hanzi: Text | None = None
    pinyin: Text | None = None
    avoid: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    """Other forms in which pages may use the term, such as “open a case” for “case filing”."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """
    The words of all registers in one language.

    `grammar` holds the patterns for citations, numbers and units. `conversion` holds the forms of each character in a
    converted language, as in CharacterForms. `to_own_script` converts text of the source language into this language's
    script; it is None for a language that has to be translated.
    """

    language: LanguageWords | None = None
    laws: Mapping[str, LawWords] = field(default_factory=dict)
    channels: Mapping[str, ChannelWords] = field(default_factory=dict)
    companies: Mapping[str, CompanyWords] = field(default_factory=dict)
    facts: Mapping[str, FactWords] = field(default_factory=dict)
    terms: Mapping[str, TermWords] = field(default_factory=dict)
    fields: Mapping[str, LetterFieldWords] = field(default_factory=dict)
    routes: Mapping[str, RouteStepWords] = field(default_factory=dict)
    permissions: Mapping[str, PermissionWords] = field(default_factory=dict)
    plans: Mapping[str, SituationWords] = field(default_factory=dict)
    risks: Mapping[str, RiskWords] = field(default_factory=dict)
    figures: Mapping[str, FigureWords] = field(default_factory=dict)
    grammar: Mapping[str, str] = field(default_factory=dict)
    parity: ParityPatterns | None = None
    conversion: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    to_own_script: Callable[[str], str] | None = None

    @property
    def generated(self) -> bool:
        """Whether the words are converted from another language instead of translated."""
        return bool(self.language and self.language.generated_from)


@dataclass(frozen=True, kw_only=True)
class Registers:
    """
    All registers, and their words by language code.

    `domains` are the hosts that the handbook may link to, including their
    subdomains. `lines` gives the line of each key, by (path of the file, keys
    from the top joined by dots), such as `12378` or `12378.reply`.
    """

    laws: Mapping[str, Law] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    fields: Mapping[str, LetterField] = field(default_factory=dict)
    routes: Mapping[str, RouteStep] = field(default_factory=dict)
    permissions: Mapping[str, Permission] = field(default_factory=dict)
    plans: Mapping[str, Situation] = field(default_factory=dict)
    risks: Mapping[str, Risk] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
