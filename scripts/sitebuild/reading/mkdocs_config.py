"""Reads the settings, languages and menu in mkdocs.yml with MkDocs' own loader."""

import difflib
import logging
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from ..memo import store as memo
from ..memo.store import Store
from ..model.content import Guide, Language
from ..model.message import Message
from ..model.problem import Problem, ToolError
from ..text import yaml_text

if TYPE_CHECKING:
    # A check of pages that knows the settings already need not wait for MkDocs.
    from mkdocs.config.defaults import MkDocsConfig

CONFIG, HOOKS = "mkdocs.yml", "scripts/hooks.py"
_Plain: TypeAlias = tuple[str, str, tuple[Language, ...], tuple[Guide, ...], tuple[str, ...], str]
_ADDRESS = re.compile(r"https?://[^\s/]")
_VARIABLE = re.compile(r"\b[A-Z_][A-Z0-9_]+\b")
_PLUGINS = ("i18n",)
_SETTING = re.compile(r"([A-Za-z_]+)\s*[:：]")
_INHERIT = re.compile(r"(?m)^INHERIT:")
FIRST = "first_translations"
"""The key below `extra` that lists the pages to translate first."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """
    The part of mkdocs.yml that the package uses.

    `root`, the repository, and `docs` are absolute paths; `site_url` ends with
    a slash; `first` are the names of the pages, or of folders with a slash at
    the end, that a language must have before it is published; `rights` is the
    licence of the text.
    """

    root: Path
    docs: Path
    site_url: str
    languages: tuple[Language, ...]
    guides: tuple[Guide, ...]
    first: tuple[str, ...] = ()
    rights: str = ""

    def plain(self) -> _Plain:
        """Return the settings as what memo can store, wherever the repository lies."""
        return (
            os.path.relpath(self.docs, self.root),
            self.site_url,
            self.languages,
            self.guides,
            self.first,
            self.rights,
        )

    @classmethod
    def from_plain(cls, root: Path, plain: _Plain) -> "Settings":
        """Return the settings of what `plain` made."""
        docs, site_url, languages, guides, first, rights = plain
        folders = {"root": root, "docs": root / docs}
        return cls(**folders, site_url=site_url, languages=languages, guides=guides, first=first, rights=rights)


def load(root: Path, store: Store | None = None) -> Settings:
    """
    Return the settings in `root`/mkdocs.yml; raise ToolError if the file cannot be read.

    MkDocs is not asked again if `store` remembers what it said of the same file.
    """
    table = (store or Store()).table("settings")
    return Settings.from_plain(root, table.remember(depends_on(root), lambda: of_config(_load(root)).plain()))


class UnreadableConfigError(Exception):
    """mkdocs.yml, or a variable that it names, cannot be understood; `problem` says where and what to type."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.problem = Problem(path=CONFIG, line=line, column=column, rule="mkdocs", message=message)


def depends_on(root: Path) -> bytes:
    """Return a hash of mkdocs.yml, the variables and the files that it may name; empty if not all are known."""
    try:
        text = (root / CONFIG).read_text(encoding="utf-8")
        hooks = (root / HOOKS).read_text(encoding="utf-8") if (root / HOOKS).is_file() else ""
        files = [sorted(path.name for path in (root / folder).iterdir()) for folder in ("", "scripts")]
    except (OSError, UnicodeDecodeError):
        return b""
    if _INHERIT.search(text):
        return b""
    variables = {name: os.environ.get(name) for name in _VARIABLE.findall(text)}
    shown = [name for names in files for name in names if not name.startswith((".", "_")) and name != "site"]
    return memo.key(text, hooks, repr((variables, shown)))


def configuration(root: Path, site: Path) -> "MkDocsConfig":
    """Return MkDocs' own configuration for a build into `site`; raise ToolError if mkdocs.yml cannot be read."""
    config = _load(root, {"site_dir": str(site), "strict": True})
    config.plugins.on_startup(command="build", dirty=False)
    return config


def _load(root: Path, settings: Mapping[str, Any] = MappingProxyType({})) -> "MkDocsConfig":
    from mkdocs.config import load_config  # noqa: PLC0415 - loaded only where it is asked
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - the same

    _understood(root)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(str(root / CONFIG), **settings)
    except (MkDocsException, FileNotFoundError) as error:
        _unknown_setting(root)
        raise ToolError(Message("{config} cannot be read: {error}", config=CONFIG, error=error)) from error
    finally:
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)
    _unknown_plugin(root, config)
    _loading(root, config)
    return config


def _loading(root: Path, config: "MkDocsConfig") -> None:
    """Raise UnreadableConfigError if mkdocs.yml names scripts or sheets: what pages load is made by the build."""
    for name in ("extra_javascript", "extra_css"):
        if config[name]:
            text = (root / CONFIG).read_text(encoding="utf-8")
            found = re.search(rf"(?m)^{name}\b", text)
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            message = Message("“{name}” is not used here: pages load nothing else; take it out", name=name)
            raise UnreadableConfigError(message, line)


def _unknown_plugin(root: Path, config: "MkDocsConfig") -> None:
    """Raise UnreadableConfigError if mkdocs.yml has a plugin beside those of the handbook."""
    for name in config.plugins:
        if name not in (*_PLUGINS, *config.hooks):
            text = (root / CONFIG).read_text(encoding="utf-8")
            said = name.rpartition("/")[2]
            found = re.search(rf"(?m)^ *- *[\"']?(?:[\w-]+/)?{re.escape(said)}\b", text)
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            raise UnreadableConfigError(
                Message("the plugin “{name}” is not used here, and may ask other hosts; take the line out", name=said),
                line,
            )


def _unknown_setting(root: Path) -> None:
    """Raise UnreadableConfigError if mkdocs.yml has a setting that MkDocs does not know."""
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415 - loaded only where it is asked

    known = [name for name, _ in MkDocsConfig()._schema]  # noqa: SLF001 - MkDocs names them nowhere else
    text = (root / CONFIG).read_text(encoding="utf-8") if (root / CONFIG).is_file() else ""
    for number, line in enumerate(text.split("\n"), start=1):
        if (found := _SETTING.match(line)) and found[1] not in known:
            near = difflib.get_close_matches(found[1], known, 1)
            message = Message("“{name}” is no setting of MkDocs; delete it", name=found[1])
            if near:
                message = Message(
                    "“{name}” is no setting of MkDocs; did you mean “{near}”?", name=found[1], near=near[0]
                )
            raise UnreadableConfigError(message, number)


def _understood(root: Path) -> None:
    """Raise UnreadableConfigError if mkdocs.yml is no YAML, or a variable is no address: MkDocs names no line."""
    for name in ("SITE_URL", "REPO_URL", "CONTACT_URL"):
        value = os.environ.get(name)
        if value is not None and not value.strip():
            del os.environ[name]  # set to nothing is not set: MkDocs would take it for an address
        elif value and not (_ADDRESS.match(value) or (name == "CONTACT_URL" and "@" in value)):
            raise UnreadableConfigError(
                Message("{name} must begin with https://, not be “{value}”", name=name, value=value)
            )
    try:
        text = (root / CONFIG).read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        raise UnreadableConfigError("the file is not saved as UTF-8; save it again with the encoding UTF-8") from error
    if not text.strip():
        raise UnreadableConfigError(Message("the file is empty; put it back: git checkout -- {config}", config=CONFIG))
    merged = re.search(r"(?m)^(?:<{7}|>{7}) ", text)
    if merged:
        line = text.count("\n", 0, merged.start()) + 1
        raise UnreadableConfigError(
            "a merge is not finished: keep one of the texts, delete the lines of <, = and >", line
        )
    try:
        yaml_text.syntax(text)
    except yaml_text.UnreadableError as fault:
        position = fault.position
        raise UnreadableConfigError(
            Message("this line cannot be read: {fault}", fault=Message(fault)), position.line, position.column
        ) from fault


def of_config(config: "MkDocsConfig") -> Settings:
    """Return the settings from a configuration that MkDocs has loaded; raise ToolError without the i18n plugin."""
    return Settings(
        root=Path(config.config_file_path).parent,
        docs=Path(config.docs_dir),
        site_url=config.site_url or "",
        languages=tuple(_languages(config)),
        guides=tuple(_guides(config.nav or [])),
        first=tuple(str(entry) for entry in config.extra.get(FIRST) or ()),
        rights=config.copyright or "",
    )


def _languages(config: "MkDocsConfig") -> Iterator[Language]:
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise ToolError(Message("{config} does not name the i18n plugin, so there are no languages", config=CONFIG))
    for entry in plugin.config.languages:
        yield Language(code=entry.locale, name=entry.name, is_source=bool(entry.default), published=bool(entry.build))


def _guides(nav: list[object]) -> Iterator[Guide]:
    for entry in nav:
        if isinstance(entry, str):
            yield Guide(name="", pages=(entry,))
        elif isinstance(entry, dict):
            for name, children in entry.items():
                yield Guide(name=str(name), pages=tuple(_pages(children)))


def _pages(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for child in entry:
            yield from _pages(child)
    elif isinstance(entry, dict):
        for child in entry.values():
            yield from _pages(child)
