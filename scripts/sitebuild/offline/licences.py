"""The list of what copies bundle and under which licence, with the texts that must go along."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

NAME = "LICENCES.txt"
_THEME, _CHARACTERS = "mkdocs-material", "opencc"
_OTHERS = {_THEME: "Material for MkDocs", _CHARACTERS: "OpenCC"}
"""Packages of which something is in the zip, with the names that people know."""
_TEXT, _CODE = "LICENSE", "LICENSE-CODE"
_LIST = """\
网贷个人信息保护手册 · Online Loan Privacy Handbook
离线副本里有什么、各是什么许可 · What the offline copies hold, and under which licence

{zip}
  文字和图 · text and figures: {rights}
  脚本和我们的样式 · scripts and our style sheets: MIT ({code}, below)
  样式表的一部分 · a part of the style sheet: Material for MkDocs {version}, MIT (below)
  搜索里的繁简字对 · pairs of Traditional and Simplified characters in search: OpenCC, Apache-2.0 (below)
rescue*.html, *.epub
  文字、图和样式 · text, figures and style sheet: {rights}; 没有脚本，没有字体 · no script, no font

CC BY-SA 4.0: https://creativecommons.org/licenses/by-sa/4.0/legalcode
"""
_RULE = "\n" + "-" * 72 + "\n"


@dataclass(frozen=True)
class Licences:
    """The list and the texts, as one text."""

    text: str


def collect(root: Path, rights: str, archive: str) -> Licences:
    """Return the licences of what copies of the project at `root` bundle; `archive` is the name of the zip."""
    listed = _LIST.format(zip=archive, rights=rights, code=_CODE, version=metadata.version(_THEME))
    texts = [
        listed,
        *_files(root, (_CODE,)),
        *(f"{title}\n\n{_package(name)}" for name, title in _OTHERS.items()),
        *_files(root, (_TEXT,)),
    ]
    return Licences(_RULE.join(text.strip() + "\n" for text in texts))


def _files(root: Path, names: Iterable[str]) -> list[str]:
    paths = (root / name for name in names)
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]


def _package(name: str) -> str:
    """Return the licence of a package, as it brings it along."""
    found = [path for path in metadata.files(name) or () if path.name == "LICENSE" and ".dist-info" in path.as_posix()]
    return found[0].read_text(encoding="utf-8") if found else ""
