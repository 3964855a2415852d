"""
What the registers hold: laws, channels, companies, facts and terms, each value once.

Values stand in docs/_data/, their words per language in docs/<language>/_data/.
The models are the schema: a key that is not here is an error, and the JSON
Schema published beside the open data is made from them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .companies import Company, CompanyWords
from .figure_words import FigureWords
from .letter_fields import LetterField, LetterFieldWords
from .parity_patterns import ParityPatterns
from .routes import RouteStep, RouteStepWords
from .strict import StrictModel, Text

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
"""What a reader in trouble needs a channel for, in the order in which they look for it."""
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
"""Kinds that bind nobody by law: a recommended standard, an association's guideline."""
CITABLE: tuple[Status, ...] = ("in-force", "unconfirmed")
"""Pages may cite these; of the second it could not be found out whether it is in force now."""
_FONT = r"""(?:"[\p{L}\p{N} _.-]+"|-?[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*)"""
FONTS = rf"^{_FONT}(?:, ?{_FONT})*$"
"""A list of font families that can be put into a style sheet as it is: nothing in it can end the rule."""


class _Sourced(StrictModel):
    """Where a value comes from, who says so, and how long it may be trusted unseen."""

    source: Text
    source_type: Literal["statute", "official", "standard", "press", "handbook"]
    checked: date
    review_by: date
    confidence: Literal["high", "medium"]


class Law(_Sourced):
    """An instrument: a law, a rule, an interpretation, a standard."""

    official_title: Text
    kind: Kind
    number: Text | None = None
    issued: date | None = None
    effective: date | None = None
    status: Status
    superseded_by: Text | None = None
    moved: dict[str, str] = Field(default_factory=dict)
    """Articles of a superseded text, each with its successor's article."""
    articles: tuple[str, ...] = ()
    """Articles that pages may cite, such as `47` or `253-1`."""
    url: Text | None = None

    @property
    def binding(self) -> bool:
        """Whether it binds by law; a recommended standard does not."""
        return self.kind not in SOFT_KINDS


class LawWords(StrictModel):
    """An instrument in a language; `cite` is how a sentence names it."""

    title: Text
    cite: Text
    issuer: Text
    what: Text
    note: Text | None = None
    gists: dict[str, Text] = Field(default_factory=dict)


class Channel(_Sourced):
    """A hotline, office or site; `numbers` has at least `main` where there is a number to dial."""

    need: Need
    numbers: dict[str, Text] = Field(default_factory=dict)
    dial: Literal["tel", "sms"] = "tel"
    url: Text | None = None


class ChannelWords(StrictModel):
    """A channel in a language; what is not known is left out."""

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
    """A number that a rule fixes: one value with its unit, or several that a sentence carries."""

    value: int | float | Text | tuple[int, int] | None = None
    unit: Unit | None = None
    values: dict[str, int | float | Text] = Field(default_factory=dict)
    authority: tuple[Text, ...] = ()


class FactWords(StrictModel):
    """A fact in a language; `text` is the sentence form, with `{name}` for each of its values."""

    label: Text
    text: Text | None = None


class Term(_Sourced):
    """A word of the trade, and the article that defines it, if one does."""

    law: Text | None = None


class TermWords(StrictModel):
    """A term in a language, and the words that pages must not use for it."""

    term: Text
    definition: Text
    hanzi: Text | None = None
    pinyin: Text | None = None
    avoid: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    """Other forms in which pages may use the term, such as “open a case” for “case filing”."""


class LanguageWords(StrictModel):
    """
    What a language says of itself: the handbook's name, the sections of the menu, its script and its fonts.

    A language with `generated_from` is converted from that language, and takes from it what it does not say.
    """

    generated_from: Text | None = None
    site_name: Text | None = None
    direction: Literal["ltr", "rtl"] | None = None
    fonts: Annotated[str, StringConstraints(pattern=FONTS)] = ""
    """Font families of the reader's system as CSS writes them; fetching one would ask another host."""
    sections: dict[str, Text] = Field(default_factory=dict)
    """Names of the sections of the menu, by their key in `nav` of mkdocs.yml."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """
    The words of all registers in one language, and its grammar of citations, numbers and units.

    `conversion` is the list of terms of a generated language, and `to_own_script` writes text of the source language
    as this language does; it is missing where the two are different languages.
    """

    language: LanguageWords | None = None
    laws: Mapping[str, LawWords] = field(default_factory=dict)
    channels: Mapping[str, ChannelWords] = field(default_factory=dict)
    companies: Mapping[str, CompanyWords] = field(default_factory=dict)
    facts: Mapping[str, FactWords] = field(default_factory=dict)
    terms: Mapping[str, TermWords] = field(default_factory=dict)
    fields: Mapping[str, LetterFieldWords] = field(default_factory=dict)
    routes: Mapping[str, RouteStepWords] = field(default_factory=dict)
    figures: Mapping[str, FigureWords] = field(default_factory=dict)
    grammar: Mapping[str, str] = field(default_factory=dict)
    parity: ParityPatterns | None = None
    conversion: Mapping[str, str] = field(default_factory=dict)
    to_own_script: Callable[[str], str] | None = None

    @property
    def generated(self) -> bool:
        """Whether the words are converted from those of another language."""
        return bool(self.language and self.language.generated_from)


@dataclass(frozen=True, kw_only=True)
class Registers:
    """
    All registers, and their words by language.

    `domains` are the hosts that the handbook may link to, their subdomains
    too; `lines` is the line of each entry and each of its keys, by (path of its
    file, way to it): `12378`, `12378.reply`.
    """

    laws: Mapping[str, Law] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    fields: Mapping[str, LetterField] = field(default_factory=dict)
    routes: Mapping[str, RouteStep] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
