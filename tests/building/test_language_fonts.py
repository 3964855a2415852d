"""The fonts of each language."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from making import EN, ZH
from sitebuild.building import language_fonts
from sitebuild.model.language_words import LanguageWords


def test_a_language_that_names_fonts_gets_a_rule_and_the_special_comes_last() -> None:
    """`:lang(zh)` is true of zh-Hant too, so the later rule must be the narrower."""
    languages = (replace(ZH, code="zh-Hant", fonts='"PingFang TC"'), replace(ZH, fonts='"PingFang SC"'), EN)

    sheet = language_fonts.text(languages)

    assert [line for line in sheet.split("\n") if line.startswith("[")] == [
        "[lang]:lang(zh) {",
        "[lang]:lang(zh-Hant) {",
    ]
    assert sheet.count('font-family: "PingFang TC";') == 1


@pytest.mark.parametrize(
    ("fonts", "good"),
    [
        ('system-ui, -apple-system, "PingFang SC", MiSans, sans-serif', True),
        ("Noto Sans Arabic, serif", True),
        ('"微软雅黑", sans-serif', True),
        ("x; } body { display: none", False),
        ('"x</style>"', False),
        ("url(https://fonts.example/x)", False),
        ('"unclosed', False),
        ("a,,b", False),
    ],
)
def test_fonts_cannot_carry_anything_else_into_the_style_sheet(fonts: str, good: bool) -> None:  # noqa: FBT001 - a row
    try:
        LanguageWords(site_name="x", fonts=fonts)
    except ValidationError:
        assert not good
    else:
        assert good
