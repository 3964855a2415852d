"""In which language the commands speak: what was typed, then the machine's, then each page's."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from making import HEAD, ROOT, write
from sitebuild.cli import links, main, speech
from sitebuild.cli.options import LinksArguments, links_arguments

CHINESE, ENGLISH = "短名", "needs an id"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "de_DE.UTF-8"}, ""),
        ({"LANG": "enm"}, ""),
        ({"LANG": "zh_CN.UTF-8", "GITHUB_ACTIONS": "true"}, ""),
    ],
)
def test_the_language_of_the_machine_is_the_one_that_posix_reads(variables: dict[str, str], language: str) -> None:
    assert speech.of_machine(variables) == language


@pytest.mark.parametrize(
    ("typed", "language", "rest"),
    [
        (["check"], "", ["check"]),
        (["--language", "zh", "check"], "zh", ["check"]),
        (["check", "--language", "en", "--base", "x"], "en", ["check", "--base", "x"]),
        (["check", "--language=zh"], "zh", ["check"]),
        (["check", "--language", "fr"], "", ["check", "--language", "fr"]),
        (["check", "--language"], "", ["check", "--language"]),
    ],
)
def test_the_language_may_be_typed_anywhere(typed: list[str], language: str, rest: list[str]) -> None:
    assert speech.taken(typed) == (language, rest)


def test_it_may_be_typed_before_links_too() -> None:
    assert links_arguments(["--language", "zh", "links", "--site", "x"]) == LinksArguments(
        ["--language", "zh", "--site", "x"], None
    )


@pytest.mark.parametrize(
    ("locale", "typed", "words"),
    [
        ("C.UTF-8", [], (CHINESE, ENGLISH)),
        ("zh_CN.UTF-8", [], (CHINESE, CHINESE)),
        ("en_US.UTF-8", [], (ENGLISH, ENGLISH)),
        ("en_US.UTF-8", ["--language", "zh"], (CHINESE, CHINESE)),
        ("zh_CN.UTF-8", ["--language", "en"], (ENGLISH, ENGLISH)),
    ],
)
def test_what_was_typed_goes_before_the_machine_and_that_before_the_page(
    small: Path, monkeypatch: pytest.MonkeyPatch, locale: str, typed: list[str], words: tuple[str, str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    for code in ("zh", "en"):
        write(small, {f"docs/{code}/help/first.md": HEAD + "正文。\n\n## 甲\n"})

    for form in ("text", "github"):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            assert main.main(["check", "--format", form, *typed], small) == 1
        lines = [line for line in printed.getvalue().splitlines() if "anchor-missing" in line]
        for code, said in zip(("zh", "en"), words, strict=True):
            assert [said in line for line in lines if f"docs/{code}/" in line] == [True]


def test_what_was_remembered_in_one_language_is_said_in_another(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The store must not answer in the language of who asked first."""
    write(small, {"docs/zh/help/wrong.md": HEAD + "正文。\n\n## 没有\n"})
    said = []
    for language in ("zh", "en", "zh"):
        assert main.main(["check", "--language", language], small) == 1
        said.append(capsys.readouterr())

    assert said[0].out == said[2].out
    assert "“没有”没有短名" in said[0].out
    assert "“没有” needs an id" in said[1].out
    assert "要改" in said[0].err
    assert "problem" in said[1].err


def test_links_speaks_chinese_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"index.html": '<html lang="zh"><title>甲</title><h1>甲</h1><a href="x.html">乙</a>'})

    assert links.main(["--site", str(tmp_path), "--profile", "links", "--language", "zh"]) == 1

    said = capsys.readouterr()
    assert "<a>通到“x.html”，网站里没有；改对，或者加上文件 [page-missing]" in said.out
    assert said.err.startswith("1页：1个文件里有1处要改，用了")


@pytest.mark.parametrize("command", ["check", "links", "new"])
def test_the_help_is_in_the_language_that_is_spoken(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--language", "zh", command, "--help"]) == 0

    assert "提示用什么语言" in capsys.readouterr().out.replace("\n" + " " * 24, "")


def test_doctor_speaks_chinese_before_anything_is_installed() -> None:
    """It is what somebody types who has nothing yet."""
    command = [sys.executable, "-S", str(ROOT / "scripts/build.py"), "doctor"]
    run = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "LC_ALL": "zh_CN.UTF-8"}
    )

    assert "好　　　Python" in run.stdout, run.stderr
    assert "Traceback" not in run.stderr


def test_nothing_of_it_is_loaded_for_who_reads_english() -> None:
    code = (
        "import sys; sys.path.insert(0, 'scripts'); from sitebuild.cli import speech; "
        "speech.choose('en'); speech.said('no problems'); print('tomllib' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert run.stdout == "False\n"


def test_a_sentence_that_nobody_translated_is_said_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a library or the system says has no Chinese."""
    speech.choose("zh")
    printed = io.StringIO()
    monkeypatch.setattr(sys, "stdout", printed)

    speech.tell("stopped: {error}", error=OSError(5, "Input/output error"))

    assert printed.getvalue() == "停下了：[Errno 5] Input/output error\n"
