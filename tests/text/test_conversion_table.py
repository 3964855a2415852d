"""The table of Traditional forms: which word decides, what stays open, and that it has every such character."""

import os
import subprocess
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitebuild.model.content import Content
from sitebuild.text import traditional_chinese
from sitebuild.text.conversion_table import Forms

TABLE: dict[str, Forms] = {
    "发": {"else": "發", "髮": "头发 理发", "發": "发送 头发送"},
    "复": {"復": "恢复 修复", "複": "复制 重复"},
    "里": {"else": "裡", "里": "公里"},
    "签": {"else": "簽"},
    "臺": {"else": "台"},
}


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        pytest.param("头发", "頭髮", id="a word"),
        pytest.param("从头发送起", "從頭發送起", id="a longer word around it"),
        pytest.param("发、头", "發、頭", id="the form everywhere else"),
        pytest.param("三公里的路里", "三公里的路裡", id="a form that is the Simplified character"),
        pytest.param("平台", "平台", id="a form that is replaced in what OpenCC writes"),
        pytest.param("标签", "標簽", id="no phrase of OpenCC"),
        pytest.param("恢复重复", "恢復重複", id="each by its word"),
        pytest.param("皇后30天后", "皇後30天後", id="a character that is not in the table"),
    ],
)
def test_the_longest_word_around_a_character_decides(text: str, converted: str) -> None:
    assert traditional_chinese.table(TABLE).converted(text) == converted


@pytest.mark.parametrize(
    ("text", "undecided"),
    [
        pytest.param("发送、头发、复制", [], id="decided words"),
        pytest.param("出发以后，发一封信", [], id="the form everywhere else"),
        pytest.param("从头发送", [], id="a longer word around two that meet"),
        pytest.param("复述", [(0, "复", ("復", "複"))], id="no word and no form for everywhere else"),
        pytest.param("写的复制", [], id="a word after others"),
        pytest.param("理发送货", [(1, "发", ("髮", "發"))], id="two words that meet"),
        pytest.param("一头白发", [(3, "发", ("發", "髮"))], id="a phrase of OpenCC"),
        pytest.param("故里", [(1, "里", ("裡", "里"))], id="a phrase that keeps the character"),
        pytest.param("标签", [], id="OpenCC's form for the character alone is no phrase"),
        pytest.param("電臺", [], id="Traditional text"),
        pytest.param("皇后", [], id="a character that is not in the table"),
    ],
)
def test_what_no_line_decides_is_found(text: str, undecided: list[tuple[int, str, tuple[str, ...]]]) -> None:
    found = traditional_chinese.table(TABLE).undecided(text)

    assert [(each.place, each.character, each.forms) for each in found] == undecided


def test_only_text_that_is_converted_has_to_be_decided() -> None:
    table = traditional_chinese.table(TABLE)
    page = '`复`\n```\n复\n```\n[复](复.md)\n<i title="复" class="复">'

    assert [page[each.place - 1] for each in traditional_chinese.undecided(page, table)] == ["[", '"']


@given(st.text("发头送理复制恢公里签臺台髮發複復裡邻后a，。\n"))
def test_converting_twice_changes_nothing(text: str) -> None:
    table = traditional_chinese.table(TABLE)
    converted = table.converted(text)

    assert len(converted) == len(text)
    assert table.converted(converted) == converted


def test_every_character_of_which_opencc_knows_several_forms_is_in_the_table(
    real_content: Content, tmp_path: Path
) -> None:
    """Whoever adds a page must not be the first to meet a character that nobody has thought of."""
    library = Path(opencc.__file__).parent / "clib"
    dictionary = tmp_path / "characters.txt"
    command: list[str | Path] = [library / "bin/opencc_dict", "-f", "ocd2", "-t", "text"]
    command += ["-i", library / "share/opencc/STCharacters.ocd2", "-o", dictionary]
    libraries = {"LD_LIBRARY_PATH": str(library / "lib64"), "DYLD_LIBRARY_PATH": str(library / "lib64")}
    subprocess.run(command, check=True, env=os.environ | libraries)
    lines = [line.split("\t") for line in dictionary.read_text(encoding="utf-8").splitlines()]
    several = {character for character, forms in lines if " " in forms}

    assert several
    assert several - real_content.registers.words["zh-Hant"].conversion.keys() == set()
