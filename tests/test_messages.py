"""Every sentence that the code can say to an author is there in Chinese, with the same values."""

import functools
import pickle
import re
import string
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import messages
from making import ROOT, write
from sitebuild.cli import speech
from sitebuild.memo import plain_values
from sitebuild.model.message import Message, counted, either, one_of, shortened, translated

CHINESE = ROOT / "scripts/messages/zh"
HAN = "\u4e00-\u9fff"
LONGEST = 240
_CODE = re.compile(r"`[^`]*`|<[^<>]*>|\[[^\]]*\]\([^)]*\)|\{\{.*?\}\}|“[^”]*”|\"[^\"]*\"")
_TYPED = (
    *('!!! warning "…"', "!!!", "的;", '["…", "…"]', "'\"Noto Sans Arabic\", sans-serif'"),
    *("--site 文件夹", "--exceptions 文件", "--config 文件", "--out 文件夹", "--name “…”", "--in en"),
    *("--direction ltr", "--direction rtl"),
)
"""What is typed just so, with half-width signs and spaces."""


@functools.cache
def files() -> dict[str, dict[str, str]]:
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(CHINESE.glob("*.toml"))}


@functools.cache
def known() -> dict[str, str]:
    return {english: chinese for file in files().values() for english, chinese in file.items()}


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


TEMPLATES = {each.text: each for each in (*messages.lone(), *messages.made())}
WITH_VALUES = sorted(text for text, each in TEMPLATES.items() if each.has_values)


def test_every_sentence_of_the_code_is_there_in_chinese() -> None:
    """Add the line to the file of scripts/messages/zh that has the name of the module's folder."""
    lacking = [f"{each.module}:{each.line}: {each.text}" for each in TEMPLATES.values() if each.text not in known()]

    assert lacking == []


def test_nothing_is_there_that_nobody_says() -> None:
    assert sorted(known().keys() - TEMPLATES.keys()) == []


def test_each_stands_once_in_the_file_of_a_folder_that_says_it() -> None:
    said: dict[str, set[str]] = {}
    for each in (*messages.lone(), *messages.made()):
        said.setdefault(each.text, set()).add(each.module.split("/")[0])
    times = Counter(english for file in files().values() for english in file)

    assert [english for english, number in times.items() if number > 1] == []
    assert [each for name, file in files().items() for each in file if name not in said[each]] == []


def test_no_sentence_is_glued_together() -> None:
    """An f-string is English for ever; a Message with values can be said in any language."""
    assert [f"{each.module}:{each.line}: {each.text}" for each in messages.glued()] == []


@pytest.mark.parametrize("text", WITH_VALUES)
def test_both_have_the_same_values(text: str) -> None:
    assert names(known()[text]) == names(text)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_no_sentence_is_too_long_to_be_read(code: str) -> None:
    """Values are as long as the longest of their kind: an address, a name with its folder."""
    # What can be pasted follows on lines of its own.
    filled = {
        english: re.sub(r"\{\w+[^{}]*\}", "value-of-12-", chinese if code == "zh" else english).partition("\n")[0]
        for english, chinese in known().items()
        if not english.startswith("Check any folder")
    }

    assert [text for text in filled.values() if len(text) > LONGEST] == []


_PATH = "docs/en/rights/what-they-may-not-ask-for.md"
_KNOWN = {
    **dict.fromkeys(("path", "page", "file", "original", "source", "domains_file"), _PATH),
    **dict.fromkeys(("line", "there", "noted", "number"), 1234),
    "command": "python scripts/build.py",
    "called": "#what-they-may-not-ask",
    "section": "what-they-may-not-ask",
    "now": "mgcccfmh",
    "minor": "mgcccfmh krsjcgtj",
    "key_of_minor": "minor",
    "part": "#reply",
}
"""Values that are of one kind only, as long as ours are."""


def _filled(english: str) -> Message:
    """Return a message whose values are as long as somebody may type them."""
    numbers = re.findall(r"\{(\w+):[^{}]*[dfX,]\}", english)
    typed = dict.fromkeys(names(english), f"很长的一句话{'，还没有完' * 40}")
    return Message(english, **{**typed, **_KNOWN, **dict.fromkeys(numbers, 12345)})


@pytest.mark.parametrize("code", ["zh", "en"])
def test_long_values_are_cut(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "_chosen", code)
    said = [(text, speech.fitting(_filled(text)).partition("\n")[0]) for text in WITH_VALUES]

    assert [text for text, shown in said if len(shown) > LONGEST] == []


@pytest.mark.parametrize("file", files())
def test_chinese_is_written_as_chinese_is(file: str) -> None:
    for chinese in files()[file].values():
        text = _CODE.sub("码", functools.reduce(lambda text, typed: text.replace(typed, "码"), _TYPED, chinese))
        assert re.findall(rf"[{HAN}][,;?!] ?|[{HAN}][:] |[{HAN}]\.(?=\s|$)", text) == [], chinese
        assert re.findall(rf"[{HAN}] +[A-Za-z0-9]|[A-Za-z0-9] +[{HAN}]", re.sub(r" (?=MB|KB)", "", text)) == [], chinese
        assert re.search(rf"[{HAN}]", chinese) or not re.search(r"[a-z]{3}", re.sub(r"\{\w+[^{}]*\}", "", chinese)), (
            chinese
        )


def test_a_message_is_its_parts_wherever_it_is_kept() -> None:
    kept = Message("{key}: {message}", key="a", message=counted(2, "{number} page", "{number} pages"))

    for copy in (pickle.loads(pickle.dumps(kept)), plain_values.load(plain_values.dump([kept]))[0]):  # noqa: S301 - ours
        assert copy == "a: 2 pages"
        assert isinstance(copy, Message)
        assert (copy.template, dict(copy.values)) == (kept.template, dict(kept.values))
        assert copy.values["message"].template == "{number} pages"  # type: ignore[attr-defined]  # a Message


@pytest.mark.parametrize(
    ("message", "english", "chinese"),
    [
        (counted(1, "{number} page", "{number} pages"), "1 page", "1页"),
        (counted(2, "{number} page", "{number} pages"), "2 pages", "2页"),
        (Message("write {names}", names=either(["a", "b", "c"])), "write “a” or “b” or “c”", "写“a”或“b”或“c”"),
        (Message("write {names}", names=one_of([])), "write nothing", "写无"),
        (Message("the kinds are {known}", known=["a", "b"]), "the kinds are a, b", "能用的有a、b"),
        (
            Message("nothing was made: {error}", error=ValueError(Message("no word"))),
            "nothing was made: no word",
            "什么也没有做：空着",
        ),
        (Message("nothing was made: {error}", error=ValueError("{x}")), "nothing was made: {x}", "什么也没有做：{x}"),
        (Message("{name}: {message}", name="{x}", message=Message("no problems")), "{x}: no problems", "{x}：没有问题"),
        (Message("no problems"), "no problems", "没有问题"),
        (Message(""), "", ""),
    ],
)
def test_values_are_said_in_the_same_language(message: Message, english: str, chinese: str) -> None:
    assert message == english
    assert translated(message, known(), "、") == chinese


def test_what_is_a_value_is_never_translated() -> None:
    """Somebody's heading may be a sentence of ours."""
    said = Message("“{text}” needs an id: add {{#short-english-name}} at the end of the line", text="no problems")

    assert translated(said, known(), "、") == "“no problems”没有短名：在行末加上{#short-english-name}这样的英文短名"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ('say("x")\nyield Problem(message=f"write {name} here, or delete it")', "glued"),
        ('yield Problem(message="write the name here, or delete it")', "lone"),
        ('yield Problem(message=Message("write {name} here, or delete it", name=name))', "made"),
        ('speech.note("x" if a else "write it")', "made"),
    ],
)
def test_a_new_sentence_is_found_however_it_is_made(tmp_path: Path, code: str, kind: str) -> None:
    write(tmp_path, {"checks/x.py": code})

    assert [each.module for each in getattr(messages, kind)(tmp_path)] != []


def test_a_file_that_lacks_a_sentence_is_looked_up_in_the_others() -> None:
    """The file of the commands is read alone as long as it says all."""
    speech.choose("zh")

    assert speech.said("no problems") == "没有问题"
    assert speech.said(Message("“{name}” stands twice; delete one", name="a")) == "“a”写了两次；删掉一个"


def test_what_is_typed_is_never_cut() -> None:
    path = "docs/en/rights/what-they-may-not-ask-for.md"
    message = Message(
        "{path} says “{text}” in {line}", path=path, text="很长" * 200, line=["甲", "乙", "丙", "丁", "戊"]
    )

    assert shortened(message, 4) == f"{path} says “很长很长…” in 甲, 乙, 丙, 丁, …"
