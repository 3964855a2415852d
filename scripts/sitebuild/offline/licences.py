"""The list of what copies bundle and under which licence, with the texts that must go along."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

NAME = "LICENCES.txt"
THEME = "mkdocs-material"
"""The package whose style sheet is part of the site's."""
_TEXT, _CODE = "LICENSE", "LICENSE-CODE"
_LIST = """\
网贷个人信息保护手册 · Online Loan Privacy Handbook
离线副本里有什么、各是什么许可 · What the offline copies hold, and under which licence

{zip}
  文字和图 · text and figures: {rights}
  脚本和我们的样式 · scripts and our style sheets: MIT ({code}, below)
  样式表的一部分 · a part of the style sheet: Material for MkDocs {version}, MIT (below)
rescue*.html, *.epub
  文字、图和样式 · text, figures and style sheet: {rights}; 没有脚本，没有字体 · no script, no font

CC BY-SA 4.0: https://creativecommons.org/licenses/by-sa/4.0/legalcode
"""
_RULE = "\n" + "-" * 72 + "\n"


@dataclass(frozen=True)
class Licences:
    """The list and the texts, as one text."""

    text: str


def collect(root: Path, rights: str, name: str) -> Licences:
    """Return the licences of what copies of the project at `root` bundle; `name` is that of the zip."""
    listed = _LIST.format(zip=name, rights=rights, code=_CODE, version=metadata.version(THEME))
    texts = [listed, *_files(root, (_CODE,)), f"Material for MkDocs\n\n{_theme()}", *_files(root, (_TEXT,))]
    return Licences(_RULE.join(text.strip() + "\n" for text in texts))


def _files(root: Path, names: Iterable[str]) -> list[str]:
    paths = (root / name for name in names)
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]


def _theme() -> str:
    """Return the licence of the theme as its package brings it along."""
    found = [path for path in metadata.files(THEME) or () if path.name == "LICENSE"]
    return found[0].read_text(encoding="utf-8") if found else "MIT, Copyright (c) Martin Donath"
