"""The commands `explain` and `rules`: every rule in words, and the table of all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from making import write
from sitebuild.cli import links, main, rules
from sitebuild.cli.options import ExitCode
from sitebuild.model.problem import ToolError
from sitebuild.model.rules.all_rules import GROUPS

WAYS = {
    "explain": lambda rule, *language: main.main(["explain", rule, *language]),
    "links --explain": lambda rule, *language: links.main(["--explain", rule, *language]),
}
AROUND = f"# 甲\n\n{rules.BEGIN}\n{{0}}{rules.END}\n\n乙\n"


@pytest.mark.parametrize("explain", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("case-wrong", ("servers tell them apart", "或者大小写不同；改地址或加文件")),
        ("anchor-missing", ("bookmarks hold on to it", "标题后写`{#short-name}`")),
    ],
    ids=["of the link checker", "of a page"],
)
def test_a_rule_is_explained_in_the_language_that_is_spoken_and_in_both_where_none_is(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    explain: Callable[..., int],
    rule: str,
    words: tuple[str, str],
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    said = []
    for language in ((), ("--language", "en"), ("--language", "zh")):
        assert explain(rule, *language) == ExitCode.CLEAN
        said.append(capsys.readouterr().out)

    assert [each.startswith(f"{rule}\n") for each in said] == [True, True, True]
    assert [words[0] in each for each in said] == [True, True, False]
    assert [words[1] in each for each in said] == [True, False, True]


def test_every_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for name in (name for group in GROUPS for name in group.names):
        assert rules.explain(name) == ExitCode.CLEAN
        assert capsys.readouterr().out.startswith(f"{name}\n")


@pytest.mark.parametrize("explain", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    ("rule", "advice"),
    [("page-mising", "did you mean “page-missing”"), ("qqqq", "listed at the end of CONTRIBUTING.md")],
    ids=["a slip", "nothing like a rule"],
)
def test_an_unknown_rule_is_wrong_usage_and_the_nearest_are_named(
    capsys: pytest.CaptureFixture[str], explain: Callable[[str], int], rule: str, advice: str
) -> None:
    assert explain(rule) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert (out, f"there is no rule “{rule}”" in err, advice in err) == ("", True, True)


@pytest.mark.parametrize(
    ("table", "said"),
    [("", "written again"), ("\n| old |\n\n", "written again"), (f"\n{rules.table()}\n\n", "as before")],
    ids=["no table yet", "an old table", "the table of today"],
)
def test_the_table_is_written_between_its_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, said: str
) -> None:
    """What people wrote around it stays as it is."""
    write(tmp_path, {rules.TABLE_IN: AROUND.format(table)})

    assert main.main(["rules"], tmp_path) == ExitCode.CLEAN
    assert said in capsys.readouterr().out
    assert (tmp_path / rules.TABLE_IN).read_bytes().decode() == AROUND.format(f"\n{rules.table()}\n\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(AROUND.format(f"\n{rules.table()}\n\n"), "", id="the table of today"),
        pytest.param(AROUND.format("\n| old |\n\n"), "type: python scripts/build.py rules", id="an old table"),
        pytest.param("甲\n", "write two lines: ", id="no place for a table"),
        pytest.param(f"甲\n{rules.BEGIN}\n", f"write the line {rules.END} below this one", id="a table without an end"),
    ],
)
def test_a_pull_request_is_told_that_the_table_is_old(
    small: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """Whoever only builds the site is not."""
    write(small, {rules.TABLE_IN: text})
    line = text.partition(rules.BEGIN)[0].count("\n") + 1 if rules.BEGIN in text else 1

    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN
    assert main.main(["all", "--today", "2026-11-23"], small) == (ExitCode.PROBLEMS if message else ExitCode.CLEAN)
    said = capsys.readouterr().out
    assert (f"CONTRIBUTING.md:{line}:1: " in said, message in said) == (bool(message), True)


def test_a_table_that_cannot_be_read_is_a_tool_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="cannot be read"):
        rules.check(write(tmp_path, {rules.TABLE_IN: b"\xff"}))


@pytest.mark.parametrize("text", ["甲\n", f"{rules.BEGIN}\n", f"{rules.END}\n{rules.BEGIN}\n"])
def test_a_file_without_a_place_for_the_table_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write(tmp_path, {rules.TABLE_IN: text})

    assert main.main(["rules"], tmp_path) == ExitCode.PROBLEMS
    assert rules.BEGIN in capsys.readouterr().err
    assert (tmp_path / rules.TABLE_IN).read_text(encoding="utf-8") == text


def test_without_the_file_a_tool_has_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["rules"], tmp_path) == ExitCode.TOOL_FAILED
    assert "CONTRIBUTING.md: No such file or directory" in capsys.readouterr().err
