"""Words in alphabetical order, Chinese ones by their pinyin."""

import pytest

from sitebuild.text import alphabet


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        pytest.param("催收", "C", id="Chinese"),
        pytest.param("《网络安全法》", "W", id="book title marks"),
        pytest.param("網絡安全法", "W", id="Traditional characters"),
        pytest.param("阿里巴巴", "A", id="the first of the alphabet"),
        pytest.param("做", "Z", id="the last"),
        pytest.param("榕树贷款", "R", id="a rare character"),
        pytest.param("App", "A", id="Latin letters"),
        pytest.param("“état”", "E", id="an accent, between marks"),
        pytest.param("Ещё", "Е", id="another alphabet"),
        pytest.param("개인정보", "ㄱ", id="Hangul"),
        pytest.param("“까다로운”", "ㄱ", id="a doubled consonant, between marks"),
        pytest.param("ガス", "カ", id="kana"),
        pytest.param("12378", alphabet.OTHER, id="digits"),
        pytest.param("囍", alphabet.OTHER, id="a rare character without a letter"),
        pytest.param("", alphabet.OTHER, id="nothing"),
    ],
)
def test_every_text_has_a_letter(text: str, letter: str) -> None:
    assert alphabet.letter(text) == letter


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("我的征信", "Z"),
        ("怎么投诉", "T"),
        ("我", "W"),
        ("How can my lender", "L"),
        ("Howard", "H"),
        ("A", "A"),
    ],
)
def test_words_that_say_nothing_do_not_count_at_the_beginning(text: str, letter: str) -> None:
    assert alphabet.letter(text, ["我的", "我", "怎么", "how", "can", "my", "a"]) == letter


def test_texts_are_sorted_by_letter_and_sound() -> None:
    texts = ["征信", "催收", "App", "信用卡", "查询", "银行", "暴力", "ABC"]

    assert sorted(texts, key=alphabet.order) == ["ABC", "App", "暴力", "查询", "催收", "信用卡", "银行", "征信"]
