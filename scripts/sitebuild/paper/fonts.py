"""Fonts of the paper: from the packages of paper-requirements.txt, with just the characters that are used."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..memo import atomic
from ..model.message import Message
from ..model.problem import ToolError

HELP = Message(
    "paper needs packages of its own; type: .venv/bin/python -m pip install --require-hashes -r paper-requirements.txt"
)
"""What to type where WeasyPrint or the fonts are missing."""
WEIGHTS = {"Regular": 400, "Bold": 700}
_ADDED = "".join(map(chr, range(0x20, 0x7F))) + "·–•◦▪"
_VERSION = "2"
"""Raise it when fonts are made in another way, so that those kept in .cache/ are made again."""


@dataclass(frozen=True, kw_only=True)
class Face:
    """
    A font family of the paper: its name in style sheets, and the variable font that it is made from.

    `package` and `file` say where that lies; `axes` sets the axes but the weight.
    """

    family: str
    package: str
    file: str
    axes: tuple[tuple[str, float], ...] = ()


_HAN = "justmytype_intl_cjk"
SIMPLIFIED = Face(family="Paper SC", package=_HAN, file="fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
TRADITIONAL = Face(family="Paper TC", package=_HAN, file="fonts/ofl/notosanstc/NotoSansTC[wght].ttf")
# A little narrower than it comes: a page holds an eighth more, and reads no worse.
LATIN = Face(
    family="Paper Latin", package="fontpkg_noto_sans", file="files/NotoSans[wdth,wght].ttf", axes=(("wdth", 87.5),)
)
_CLOSING = "，。、；：）》】」』〕”’！？"
_OPENING = "（《【「『〔“‘"


def of_language(code: str) -> tuple[Face, ...]:
    """Return the families for text of a language, the first one first."""
    if code.startswith("zh-Hant"):
        return TRADITIONAL, SIMPLIFIED, LATIN
    if code.startswith("zh"):
        return SIMPLIFIED, LATIN
    return LATIN, SIMPLIFIED


def style(faces: Iterable[Face], text: str, folder: Path) -> str:
    """
    Return the style sheet that names the fonts, made into `folder` with the characters of `text` if not there yet.

    Raise ToolError, which says what to type, if a package is missing.
    """
    rules = []
    for face in faces:
        for name, weight in WEIGHTS.items():
            path = _made(face, name, "".join(sorted(set(text))), folder)
            rules.append(
                f'@font-face {{ font-family: "{face.family}"; font-weight: {weight}; src: url("{path.as_uri()}"); }}'
            )
    return "\n".join(rules)


def lacking(faces: Iterable[Face], text: str) -> set[str]:
    """Return the characters of `text` that none of the families has: a reader would see an empty box."""
    known: set[int] = set()
    for face in faces:
        with _tools("ttLib").TTFont(found(face), lazy=True) as font:
            known |= font.getBestCmap().keys()
    return {character for character in text if ord(character) not in known and character.isprintable()}


def found(face: Face) -> Path:
    """Return the file that a family is made from; raise ToolError, which says what to type, if it is missing."""
    spec = find_spec(face.package)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / face.file).is_file():
            return Path(place) / face.file
    raise ToolError(HELP)


def _tools(module: str) -> Any:  # noqa: ANN401 - a library that is not there when types are checked
    """Return a module of fontTools, which is there where paper is made, and only there."""
    try:
        return import_module(f"fontTools.{module}")
    except ImportError as error:
        raise ToolError(HELP) from error


def _made(face: Face, name: str, characters: str, folder: Path) -> Path:
    source = found(face)
    known_by = hashlib.sha256(f"{_VERSION} {face} {source.stat().st_size} {characters}".encode()).hexdigest()[:16]
    path = folder / f"{face.family.replace(' ', '')}-{name}-{known_by}.ttf"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(path, _cut(face, source, WEIGHTS[name], characters))
    return path


def _cut(face: Face, source: Path, weight: int, characters: str) -> bytes:
    """Return the font with these characters and one weight; in Chinese, pairs of marks stand closer."""
    subset = _tools("subset")
    options = subset.Options(layout_features=["ccmp", "locl", "kern", "mark"], notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    # What lists are marked by and what the foot of a page is joined with stands in no text of the site.
    cutter.populate(text=characters + _ADDED)
    file = io.BytesIO()
    with _tools("ttLib").TTFont(source, recalcTimestamp=False) as font:
        cutter.subset(font)
        _tools("varLib.instancer").instantiateVariableFont(font, {**dict(face.axes), "wght": weight}, inplace=True)
        if face is not LATIN:
            _close_up(font)
        font.save(file)
    return file.getvalue()


def _close_up(font: Any) -> None:  # noqa: ANN401 - the same
    """Give a font the feature `chws`, which takes the empty half of a mark away where two marks meet."""
    glyphs = font.getBestCmap()
    closing = " ".join(glyphs[ord(mark)] for mark in _CLOSING if ord(mark) in glyphs)
    opening = " ".join(glyphs[ord(mark)] for mark in _OPENING if ord(mark) in glyphs)
    if not closing or not opening:
        return
    rules = f"""
        @closing = [{closing}];
        @opening = [{opening}];
        feature chws {{
            pos @closing <0 0 -500 0> @closing;
            pos @closing <0 0 -500 0> @opening;
            pos @opening @opening' <-500 0 -500 0>;
        }} chws;
    """
    _tools("feaLib.builder").addOpenTypeFeaturesFromString(font, rules)
