"""Which rules are asked, and what a file of settings says: TOML of its own, or a table in pyproject.toml."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, get_args

from ..model.message import Message
from .finding import Rule

RULES: tuple[str, ...] = get_args(Rule)
LINKS: tuple[Rule, ...] = (
    "page-missing",
    "file-missing",
    "case-wrong",
    "metadata-missing",
    "anchor-unknown",
    "address-malformed",
    "address-glued",
    "address-local",
    "scheme-unknown",
    "mail-malformed",
    "phone-malformed",
    "redirect-loop",
    "sitemap-dead-link",
    "feed-dead-link",
)
"""The rules by which a link is dead or a file missing; all others say how a site should be."""
PROFILES: Mapping[str, tuple[str, ...]] = {"all": RULES, "links": LINKS}
FILE, TABLE_IN, TABLE = "linkcheck.toml", "pyproject.toml", "linkcheck"
"""The file of settings; and the file in which they may stand too, as its table [tool.linkcheck]."""


class LinkSettings(NamedTuple):
    """What is checked and how; None stands for what nobody has said."""

    site: str | None = None
    url: str | None = None
    profile: str | None = None
    only: tuple[str, ...] | None = None
    skip: tuple[str, ...] | None = None
    exceptions: str | None = None
    without_html: bool | None = None


class SettingsError(Exception):
    """The text says what to correct."""


def read(text: str, *, is_table: bool) -> LinkSettings:
    """
    Return what a text of TOML says; raise SettingsError.

    `is_table` is true for the text of pyproject.toml, in which the settings are
    a table; without it, nothing is said.
    """
    if is_table and TABLE not in text:
        return LinkSettings()
    # Loaded here, because most people have no such file.
    import tomllib  # noqa: PLC0415

    try:
        values: object = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(Message("this is no TOML ({error}); correct it", error=error)) from error
    for key in ("tool", TABLE) if is_table else ():
        values = values.get(key, {}) if isinstance(values, dict) else {}
    if not isinstance(values, dict):
        raise SettingsError(Message("{table} must be a table: begin it with [tool.{table}]", table=TABLE))
    found = {name.replace("-", "_"): value for name, value in values.items()}
    for name, value in found.items():
        if wrong := _wrong(name, value):
            raise SettingsError(wrong)
    typed: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    return LinkSettings(**typed)


def _wrong(name: str, value: object) -> str:
    """Return what is wrong with one setting, or nothing."""
    if name not in LinkSettings._fields:
        known = ", ".join(each.replace("_", "-") for each in LinkSettings._fields)
        return Message("“{name}” is not known; write one of {known}, or delete the line", name=name, known=known)
    if name in ("only", "skip"):
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            return Message('{name} must be a list of rules: {name} = ["page-missing"]', name=name)
        return unknown(value)
    if name == "without_html":
        return "" if isinstance(value, bool) else "without-html must be true or false"
    if not isinstance(value, str):
        return Message('{name} must be a text: {name} = "…"', name=name)
    return (
        Message("profile must be one of {profiles}", profiles=[*PROFILES])
        if name == "profile" and value not in PROFILES
        else ""
    )


def unknown(rules: Iterable[str]) -> str:
    """Return what to say of the first of these names that is no rule, or nothing."""
    for name in rules:
        if name not in RULES:
            # Loaded here, because most names are right.
            import difflib  # noqa: PLC0415

            near = difflib.get_close_matches(name, RULES, 1)
            meant = (
                Message("did you mean “{near}”?", near=near[0])
                if near
                else Message("their names stand in brackets at the end of messages")
            )
            return Message("the link checker has no rule “{name}”; {meant}", name=name, meant=Message(meant))
    return ""


def chosen(settings: LinkSettings) -> Collection[str]:
    """Return the rules that are asked: those of the profile, or only those that are named, without those to skip."""
    wanted = settings.only if settings.only is not None else PROFILES[settings.profile or "all"]
    return frozenset(wanted) - frozenset(settings.skip or ())
