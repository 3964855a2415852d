"""Spares the engine what it asks Pango for before each line: how letters of a style are set, and how high a line is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

_OF_LETTERS = (
    "direction",
    "lang",
    "font_language_override",
    "font_family",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variant_caps",
    "font_variation_settings",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
"""All properties that WeasyPrint looks at before it sets a line."""
_SPACING = ("letter_spacing", "word_spacing")
_DRAWN = "text_decoration_line"
_KEPT, _HEIGHT, _WIDTHS = "_lettering", "_line_height", "_marker_widths"
"""Names for what is kept with a style, and with the fonts."""


class _Lettering(NamedTuple):
    """How letters are set: objects of Pango that any number of lines can share, and the features of the font."""

    key: tuple[Any, ...]
    context: Any
    language: Any
    font: Any
    features: bytes


@contextmanager
def kept() -> Iterator[None]:
    """
    Within it, what WeasyPrint makes for a line of text is made once for each style, and looks the same.

    It makes a context of Pango, a description of the font and a list of features for every line, and again when the
    line is drawn: that takes a third of the time of setting a text. What is kept is kept with the fonts and the styles
    of a file, and goes with them.
    """
    names = "weasyprint.text.line_break", "weasyprint.layout.inline", "weasyprint.layout.absolute"
    modules: list[Any] = [import_module(name) for name in names]
    lines, inline, absolute = modules
    set_up, height, width = lines.Layout.setup, inline.strut, absolute.shrink_to_fit
    lines.Layout.setup, inline.strut, absolute.shrink_to_fit = _set_up(set_up), _height(height), _width(width)
    try:
        yield
    finally:
        lines.Layout.setup, inline.strut, absolute.shrink_to_fit = set_up, height, width


def _set_up(plain: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    lines, ffi = import_module("weasyprint.text.line_break"), import_module("weasyprint.text.ffi")
    pango = ffi.pango

    def setup(layout: Any, style: Any) -> None:  # noqa: ANN401 - a library that is not there when types are checked
        # What is underlined is measured too; that is rare.
        kept = _lettering(lines, ffi, style) if style[_DRAWN] == "none" else None
        if kept is None:
            plain(layout, style)
            return
        layout.style, layout.language, layout.first_line_direction = style, kept.language, 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = ffi.ffi.gc(pango.pango_layout_new(kept.context), ffi.gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)  # noqa: FBT003 - a function of C
        pango.pango_layout_set_font_description(layout.layout, kept.font)
        if kept.features:
            # A line changes its list, so each has its own.
            found = ffi.ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
            pango.pango_attr_list_insert(found, pango.pango_attr_font_features_new(kept.features))
            pango.pango_layout_set_attributes(layout.layout, found)

    return setup


def _lettering(lines: Any, ffi: Any, style: Any) -> _Lettering | None:  # noqa: ANN401 - the same
    """Return how letters of a style are set; None for text of drawings, whose styles are no finished ones."""
    own = vars(style)
    if not hasattr(style, "parent_style"):
        return None
    if _KEPT not in own:
        key = tuple(tuple(each) if isinstance(each, list) else each for each in map(style.__getitem__, _OF_LETTERS))
        known = vars(style.font_config).setdefault(_KEPT, {})
        if key not in known:
            known[key] = _made(lines, ffi, style, key)
        own[_KEPT] = known[key]
    return own[_KEPT]  # type: ignore[no-any-return]


def _made(lines: Any, ffi: Any, style: Any, key: tuple[Any, ...]) -> _Lettering:  # noqa: ANN401 - the same
    """Ask WeasyPrint for the lettering of a style, and take it out of what it makes."""
    pango = ffi.pango
    context = ffi.ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), ffi.gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)  # noqa: FBT003 - a function of C
    pango.pango_context_set_base_dir(context, lines.PANGO_DIRECTION[style["direction"]])
    language = pango.pango_language_get_default()
    override = style["font_language_override"]
    if name := style["lang"] if override == "normal" else lines.LST_TO_ISO.get(override.lower(), override):
        pointer, _ = lines.unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    names = ("kerning", "variant_ligatures", "variant_position", "variant_caps", "variant_numeric")
    others = ("variant_alternates", "variant_east_asian", "feature_settings")
    features = lines.font_features(*(style[f"font_{each}"] for each in (*names, *others)))
    listed = ",".join(f"{name} {value}" for name, value in features.items()).encode()
    return _Lettering(key, context, language, lines.get_font_description(style), listed)


def _height(plain: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def strut(style: Any) -> Any:  # noqa: ANN401 - the same
        own = vars(style)
        if _HEIGHT not in own:
            own[_HEIGHT] = plain(style)
        return own[_HEIGHT]

    return strut


def _width(plain: Callable[[Any, Any, float], float]) -> Callable[[Any, Any, float], float]:
    """Measure what stands before an item of a list once: a book has thousands of the same."""

    def shrink_to_fit(context: Any, box: Any, available: float) -> float:  # noqa: ANN401 - the same
        texts = [each for each in box.descendants() if not hasattr(each, "children")] if box.is_outside_marker else []
        lettering = vars(texts[0].style).get(_KEPT) if len(texts) == 1 and hasattr(texts[0], "text") else None
        if lettering is None:
            return plain(context, box, available)
        known = vars(texts[0].style.font_config).setdefault(_WIDTHS, {})
        key = (lettering.key, texts[0].text, *map(texts[0].style.__getitem__, _SPACING))
        found = known.get(key, available)
        if found >= available:
            found = plain(context, box, available)
            if found < available:
                # With less room it would be narrower than it wants to be.
                known[key] = found
        return float(found)

    return shrink_to_fit
