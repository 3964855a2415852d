"""The command that begins a language, and what `check` says until the language is published."""

import os
from pathlib import Path

import pytest

import pseudo
from conftest import TODAY
from making import ROOT, change, fingerprints, write
from sitebuild.cli import main, report
from sitebuild.cli.options import ExitCode
from sitebuild.cli.preview import rebuild
from sitebuild.cli.preview.order import Order
from sitebuild.translation import scaffold
from sitebuild.translation.scaffold import Request, UsageError

TURKISH = ["new-language", "tr"]
FIRST = ["index.md", "help/first.md", "channels.md"]


def begun(root: Path) -> Path:
    """Begin a language, and return its folder."""
    assert main.main(TURKISH, root) == ExitCode.CLEAN
    return root / "docs/tr"


def translated(root: Path) -> Path:
    """Begin a language and translate its first set, in the letters of the accented pseudo-language."""
    folder = begun(root)
    for path in (folder / "_data").iterdir():
        path.write_text(pseudo.words(path.read_text("utf-8"), "en-XA"), encoding="utf-8")
    for name in FIRST:
        text = (root / "docs/en" / name).read_text("utf-8")
        write(folder, {name: pseudo.page(text, pseudo.accented)})
    return folder


def test_the_command_makes_the_folder_and_the_entry_and_says_what_to_do(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CLDR knows the name, the direction and the dates of most languages."""
    before = (small / "mkdocs.yml").read_text("utf-8").split("\n")

    folder = begun(small)

    said = capsys.readouterr().out.split("\n")
    assert "tr (Türkçe) is not published yet" in said[0]
    assert [line.strip().split(":")[0] for line in said[1:-1]] == [
        f"docs/tr/{name}"
        for name in (
            "_data/language.yml",
            "_data/interface.yml",
            *FIRST,
            "_data/channels.yml",
            "_data/grammar.yml",
            "_data/laws.yml",
            "_data/facts.yml",
            "_data/terms.yml",
        )
    ]
    assert "direction: ltr" in (folder / "_data/language.yml").read_text("utf-8")
    assert 'date_locale: "tr"' in (folder / "_data/grammar.yml").read_text("utf-8")
    after = (small / "mkdocs.yml").read_text("utf-8").split("\n")
    added = [line for line in after if line not in before or line in after[after.index("        - locale: tr") :][:3]]
    assert [line for line in after if line not in added or line in before] == before
    assert added[0].strip() == "- locale: tr"
    assert [path.name for path in small.iterdir() if path.name.startswith(".writing-")] == []


def test_a_language_written_from_the_right_and_fonts_are_noted(small: Path) -> None:
    fonts = '"Noto Naskh Arabic", Tahoma, sans-serif'
    assert main.main(["new-language", "ug", "--fonts", fonts], small) == ExitCode.CLEAN

    text = (small / "docs/ug/_data/language.yml").read_text("utf-8")
    assert "direction: rtl\nfonts: '\"Noto Naskh Arabic\", Tahoma, sans-serif'\n" in text
    assert main.main(["check"], small) == ExitCode.CLEAN


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        pytest.param(["en"], "is a language of mkdocs.yml already", id="a language that is there"),
        pytest.param(["EN"], "is no code that can be used", id="capitals"),
        pytest.param(["../x"], "is no code that can be used", id="a path"),
        pytest.param(["kmr"], "is no code that can be used", id="three letters"),
        pytest.param(["xx"], "add --name", id="a language that CLDR does not know"),
        pytest.param(["xx", "--name", "X"], "add --direction", id="without a direction"),
        pytest.param(["tr", "--name", "a\nb"], "on one line", id="a name of two lines"),
        pytest.param(["tr", "--fonts", "x;}"], "--fonts must be", id="a style sheet instead of fonts"),
        pytest.param(["de"], "docs/de is there already", id="a folder that is there"),
        pytest.param(["to"], "is a folder of pages", id="addresses that are taken"),
    ],
)
def test_what_cannot_be_made_is_code_two_and_changes_nothing(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    write(small, {"docs/de/x.txt": "x", "docs/zh/to/do.md": "x"})
    before = fingerprints(small)

    assert main.main(["new-language", *arguments], small) == ExitCode.USAGE

    assert word in capsys.readouterr().err
    assert fingerprints(small) == before


def test_a_failure_on_the_way_leaves_nothing_half_made(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is in place already when the disk refuses mkdocs.yml."""
    before = fingerprints(small)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)

    assert main.main(TURKISH, small) == ExitCode.TOOL_FAILED
    assert fingerprints(small) == before
    assert [path.name for path in small.iterdir() if path.name.startswith(".writing-")] == []


@pytest.mark.parametrize(
    "config",
    [
        "plugins:\n  - i18n:\n      languages: [{locale: zh, name: 中文}]\n",
        "plugins:\n  - i18n:\n      languages:\n        - {locale: zh, name: 中文}\n",
        "plugins: []\n",
    ],
    ids=["a list on one line", "an entry on one line", "no languages"],
)
def test_a_list_in_another_form_is_left_alone(config: str) -> None:
    with pytest.raises(UsageError, match="write it by hand"):
        scaffold.with_language(config, "tr", "Türkçe")


@pytest.mark.parametrize("end", ["\n", ""])
def test_an_entry_may_be_the_last_line_of_the_file(end: str) -> None:
    config = "plugins:\n  - i18n:\n      languages:\n        - locale: zh # source\n          name: 中文 # name" + end

    assert scaffold.with_language(config, "tr", 'T"').startswith(
        config.rstrip("\n") + '\n        - locale: tr\n          name: "T\\""\n          build: false'
    )


def test_a_copied_header_goes() -> None:
    """It spoke of English to those who translate from it."""
    text = scaffold.words("terms.yml", "# English words.\nx:\n  term: y\n", Request(code="tr"))

    assert "English words" not in text
    assert text.endswith("\nx:\n  term: y\n")


def test_an_unpublished_language_is_not_in_the_site_and_no_fault(
    small: Path, capsys: pytest.CaptureFixture[str], miniature: Path
) -> None:
    """Whoever translates a line a day never breaks the others' work."""
    folder = begun(small)
    change(small, "docs/tr/_data/interface.yml", 'menu: "Menu"\n', "")
    laws = (folder / "_data/laws.yml").read_text("utf-8")
    write(folder, {"_data/laws.yml": laws[: laws.index("gbt-1:")]})

    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN

    assert "tr (Türkçe) is not published yet" in capsys.readouterr().err
    assert fingerprints(small / "site") == fingerprints(miniature / "site")


def test_a_half_translated_page_is_no_fault_and_can_be_looked_at(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begun(small)
    change(small, "docs/tr/_data/interface.yml", 'menu: "Menu"\n', "")
    write(folder, {"help/first.md": (small / "docs/zh/help/first.md").read_text("utf-8")})
    assert main.main(["check", "--today", "2026-11-23"], small) == ExitCode.CLEAN
    assert "words-untranslated" not in capsys.readouterr().out
    (tmp_path / "shown").mkdir()
    made, early, shown = (tmp_path / name for name in ("made", "early", "shown"))
    order = Order(root=small, made=made, early=early, shown=shown, today=TODAY, languages=("tr",))

    answers = list(rebuild.rebuild(order))

    assert [report.errors(answer.problems) for answer in answers] == [[]]
    page = (tmp_path / "made/tr/help/first/index.html").read_text("utf-8")
    assert '<html lang="tr"' in page
    assert "菜单" in page, "a word without a translation is the source's"
    assert 'hreflang="tr"' in (tmp_path / "made/help/first/index.html").read_text("utf-8")
    change(small, "mkdocs.yml", "build: false", "build: true")
    assert main.main(["check", "--today", "2026-11-23"], small) == ExitCode.PROBLEMS
    assert "[words-untranslated]" in capsys.readouterr().out


def test_a_language_that_is_not_there_cannot_be_looked_at(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["edit", "--with", "tr"], small) == ExitCode.USAGE
    assert "only zh, en, zh-Hant; to begin it, type: python scripts/build.py new-language tr" in capsys.readouterr().err


def test_what_is_wrong_in_an_unpublished_language_is_reported(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(small)
    change(small, "docs/tr/help/first.md", "{#steps}", "{#adimlar}")
    change(small, "docs/tr/_data/grammar.yml", "{number}%", "{nummer}%")

    assert main.main(["check"], small) == ExitCode.PROBLEMS
    out = capsys.readouterr().out
    lines = (small / "docs/tr/help/first.md").read_text("utf-8").splitlines()
    heading = next(number for number, line in enumerate(lines, start=1) if "{#adimlar}" in line)
    assert f"docs/tr/help/first.md:{heading}:1: #adimlar is not a section" in out
    assert "unit_percent: “{nummer}” is not known here; write {number} in braces" in out


def test_a_new_language_is_not_compared_by_english_words(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They stand there as comments, to be taken over one by one; until then the check says what is not compared."""
    translated(small)
    path = "docs/tr/_data/parity.yml"
    lines = (small / path).read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == []
    assert '#question_mark: "?"' in lines
    change(small, "mkdocs.yml", "build: false", "build: true")
    change(small, path, '#question_mark: "?"', 'question_mark: "?"')

    assert main.main(["check"], small) == ExitCode.CLEAN
    unsaid = "ranges, dates, units, prohibitions, negations"
    assert f"{path}:1:1: note: this language does not say yet how it writes {unsaid}," in capsys.readouterr().out
    (small / path).unlink()
    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert f"{path}:1:1: this file is missing" in capsys.readouterr().out


def test_agreed_words_may_come_after_the_pages(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Until the language is published: the command lists the terms last."""
    folder = translated(small)
    terms = folder / "_data/terms.yml"
    terms.write_text((small / "docs/en/_data/terms.yml").read_text("utf-8"), encoding="utf-8")
    change(small, "docs/zh/help/first.md", "保存截图", "给个人信息处理者看截图")
    change(small, "docs/en/help/first.md", "Keep screenshots", "Show the personal information handler screenshots")

    assert main.main(["check"], small) == ExitCode.CLEAN
    assert "docs/tr/_data/terms.yml" in capsys.readouterr().err


def test_a_complete_first_set_can_be_published(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(small)

    assert main.main(["check"], small) == ExitCode.CLEAN
    assert "tr (Türkçe): the first set is complete; set “build: true”" in capsys.readouterr().err
    change(small, "mkdocs.yml", "build: false", "build: true")
    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN
    assert (small / "site/tr/help/first/index.html").is_file()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param(
            'menu: "Mééññûû"',
            'menu: "Menu"',
            "docs/tr/_data/interface.yml:4:1: translate “menu”: “Menu”, or write # same after it",
            id="a word still in English",
        ),
        pytest.param(
            'menu: "Mééññûû"',
            'menu: "菜单"',
            "docs/tr/_data/interface.yml:4:1: translate “menu”: “Menu”, or write # same after it",
            id="a word in Chinese",
        ),
        pytest.param(
            '  not_for: "',
            '  hours: "',
            "docs/tr/_data/channels.yml:7:1: add the text of “12110.not_for”: “If you can call, call [](phone:110).”",
            id="a text that is missing",
        ),
    ],
)
def test_a_published_language_without_its_first_set_is_an_error(
    small: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, line: str
) -> None:
    translated(small)
    change(small, line.split(":", maxsplit=1)[0], old, new)
    change(small, "mkdocs.yml", "build: false", "build: true")

    assert main.main(["check"], small) == ExitCode.PROBLEMS
    out = capsys.readouterr().out
    assert line in out
    assert out.count("[language-incomplete]") == 1


def test_a_word_that_reads_the_same_is_marked_and_let_stand(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = translated(small)
    path = folder / "_data/interface.yml"
    lines = path.read_text("utf-8").split("\n")
    lines[3] = 'menu: "Menu" # same'
    path.write_text("\n".join(lines), encoding="utf-8")

    assert main.main(["check"], small) == ExitCode.CLEAN
    assert "the first set is complete" in capsys.readouterr().err


def test_a_page_that_is_missing_or_only_copied_is_listed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = translated(small)
    (folder / "index.md").unlink()
    write(folder, {"help/first.md": (small / "docs/en/help/first.md").read_bytes()})

    assert main.main(["check"], small) == ExitCode.CLEAN
    said = capsys.readouterr().err
    assert "docs/tr/index.md: copy docs/zh/index.md to this place and translate it" in said
    assert "docs/tr/help/first.md: this page is still the text of docs/en/help/first.md; translate it" in said


def test_a_name_in_the_first_set_that_is_no_page_is_reported(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(small, "mkdocs.yml", "    - help/first.md\n    - channels.md", "    - help/frist.md\n    - channels.md")

    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert "first_translations names help/frist.md, which is no page" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["site.css", "print.css"])
def test_style_sheets_know_no_left_and_right(name: str) -> None:
    """They would be wrong in a script that runs from the right."""
    text = (ROOT / "overrides/assets/stylesheets" / name).read_text("utf-8")
    sided = [line for line in text.split("\n") if "-left" in line or "-right" in line or "align: left" in line]

    assert sided == []
