"""The part of mkdocs.yml that decides how large the site is, and writing it again with more pages or languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CONFIG = "mkdocs.yml"
_CONVERTED = re.compile(r"^generated_from:", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Leaves values with tags such as !ENV as the nodes they are, so that they can be written again."""


class _Dumper(yaml.SafeDumper):
    """Writes such nodes."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, node: node)
_Dumper.add_multi_representer(yaml.Node, lambda _dumper, node: node)


@dataclass(frozen=True, kw_only=True)
class Language:
    """A published language, which people translate, or which the build converts from another."""

    code: str
    is_source: bool
    is_converted: bool


def read(root: Path) -> dict[str, Any]:
    """Return the settings of the site at `root`; OSError or YAMLError if there are none."""
    settings: dict[str, Any] = yaml.load((root / CONFIG).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe
    return settings


def write(root: Path, settings: dict[str, Any]) -> None:
    """Write mkdocs.yml; its comments are lost."""
    text = yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    (root / CONFIG).write_text(text, encoding="utf-8")


def page_names(settings: dict[str, Any]) -> list[str]:
    """Return the pages of the menu in its order, each a path inside the folder of a language."""
    return list(_names(settings["nav"]))


def with_copies(entry: Any, copies: Mapping[str, Sequence[str]]) -> Any:
    """Return the menu, or a part of it, with the copies of each page behind it."""
    if isinstance(entry, dict):
        return {name: with_copies(child, copies) for name, child in entry.items()}
    if isinstance(entry, list):
        grown = []
        for child in entry:
            grown.append(with_copies(child, copies))
            named = next(_names(child), "") if not isinstance(child, dict) or len(list(_names(child))) == 1 else ""
            grown += copies.get(named, ())
        return grown
    return entry


def i18n(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of the i18n plugin."""
    plugins = (entry for entry in settings["plugins"] if isinstance(entry, dict))
    found: dict[str, Any] = next(entry["i18n"] for entry in plugins if "i18n" in entry)
    return found


def languages(root: Path, settings: dict[str, Any]) -> list[Language]:
    """Return the published languages of the site at `root`."""
    return [
        Language(
            code=entry["locale"],
            is_source=bool(entry.get("default")),
            is_converted=_CONVERTED.search(_words(root, entry["locale"])) is not None,
        )
        for entry in i18n(settings)["languages"]
        if entry.get("build", True)
    ]


def _words(root: Path, code: str) -> str:
    path = root / "docs" / code / "_data/language.yml"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _names(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for child in entry:
            yield from _names(child)
    elif isinstance(entry, dict):
        for child in entry.values():
            yield from _names(child)
