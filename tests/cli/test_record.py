"""The commands `translated` and `minor`: what they write, what they refuse, and that nothing else changes."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import change, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.text import front_matter, front_matter_writer

ZH, EN = "docs/zh/help/first.md", "docs/en/help/first.md"
RECORD = "docs/en/_data/translated.yml"


def git(root: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def committed(small: Path) -> Path:
    """Return the miniature site in a repository of its own, with everything committed."""
    git(small, "init", "-q")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "all")
    return small


def notes(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main.main(["check"], root) == ExitCode.CLEAN
    return [line.split(" Mend")[0] for line in capsys.readouterr().out.splitlines()]


def test_a_translation_brought_up_to_date_is_noted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(small, ZH, "保存截图", "保存三张截图")
    before = (small / EN).read_text(encoding="utf-8").splitlines()

    assert main.main(["translated", EN], small) == ExitCode.CLEAN
    assert capsys.readouterr().out == f"{EN}: steps noted\n"
    after = (small / EN).read_text(encoding="utf-8").splitlines()
    assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [9]
    assert notes(small, capsys) == []
    assert main.main(["translated", EN], small) == ExitCode.CLEAN
    assert capsys.readouterr().err == "everything is noted already\n"


def test_the_line_that_the_check_names_can_be_written_by_hand(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever has no Python copies it out of the check's answer."""
    change(small, ZH, "保存截图", "保存三张截图")
    assert main.main(["check"], small) == ExitCode.CLEAN
    said = capsys.readouterr().out
    line = said.split("write “")[1].split("”")[0]
    old = next(each for each in (small / EN).read_text("utf-8").splitlines() if each.startswith("  steps: "))

    change(small, EN, old, f"  {line}")
    assert notes(small, capsys) == []


def test_the_block_that_the_check_prints_can_be_pasted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (small / EN).read_text(encoding="utf-8")
    block = text[text.index("translated:") : text.index("---", 4)]
    change(small, EN, block, "")

    assert main.main(["check"], small) == ExitCode.PROBLEMS
    assert f"paste these lines above the second ---\n{block} [translation-unrecorded]\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "entry"),
    [
        ("channels", "人身危险。", "“110”"),
        ("laws", "管别人怎么用你的信息。", "“pipl”"),
        ("interface", "菜单", "this file"),
        ("grammar", "个工作日", "this file"),
    ],
)
def test_entries_of_the_registers_are_noted_too(
    small: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, entry: str
) -> None:
    change(small, f"docs/zh/_data/{name}.yml", old, f"改过{old}")

    assert [line.split(" note: ")[1].split(" is older")[0] for line in notes(small, capsys)] == [entry]
    assert main.main(["translated", f"docs/en/_data/{name}.yml"], small) == ExitCode.CLEAN
    assert notes(small, capsys) == []


def test_only_what_was_looked_at_is_noted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Noting a whole page would say that its other section is up to date too."""
    change(small, ZH, "保存截图", "保存三张截图")
    change(small, ZH, "然后记下时间", "然后记下两个时间")
    change(small, "docs/zh/_data/channels.yml", "人身危险。", "人身有危险。")

    assert main.main(["translated", f"{EN}#steps", "docs/en/_data/channels.yml#12363"], small) == ExitCode.CLEAN
    assert capsys.readouterr().out == f"{EN}: steps noted\n"
    assert [line.split(" note: ")[1].split(" is older")[0] for line in notes(small, capsys)] == ["“110”", "#call"]
    assert main.main(["translated", f"{EN}#call", "docs/en/_data/channels.yml#110"], small) == ExitCode.CLEAN
    assert notes(small, capsys) == []


def test_a_folder_stands_for_all_its_translations(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / RECORD).unlink()
    change(small, ZH, "保存截图", "保存三张截图")
    change(small, "docs/zh/index.md", "再看", "然后看")

    assert main.main(["translated", str(small / "docs/en")], small) == ExitCode.CLEAN
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [EN, "docs/en/index.md", RECORD]
    assert notes(small, capsys) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["translated"], "required: files"),
        (["translated", "docs/en/gone.md"], "there is no page, register or folder docs/en/gone.md"),
        (["translated", EN, ZH], f"{ZH} is the source text; name a translation, such as {EN}"),
        (["translated", "mkdocs.yml"], "there is no page, register or folder mkdocs.yml"),
        (["translated", f"{EN}#stesp"], f"{EN} has no stesp; it has page, call, signs, steps, law"),
        (["translated", "docs/en/_data/laws.yml#x"], "docs/en/_data/laws.yml has no x; it has pipl"),
        (["minor", f"{ZH}#x"], f"{ZH} has no x; it has page, call"),
        (["minor", EN], f"{EN} is no source page; name one of docs/zh/"),
        (["minor", "docs/en/_data/laws.yml"], "docs/en/_data/laws.yml is no source page"),
    ],
)
def test_wrong_files_are_wrong_usage_in_words(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """And the right ones beside them are left alone."""
    change(small, ZH, "保存截图", "保存三张截图")
    before = (small / EN).read_bytes()

    assert main.main(arguments, small) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert (small / EN).read_bytes() == before


def test_a_page_whose_sections_differ_is_refused(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(small, EN, "{#steps}", "{#what}")
    before = (small / EN).read_bytes()

    assert main.main(["translated", EN], small) == ExitCode.PROBLEMS
    assert "[section-missing]" in capsys.readouterr().out
    assert (small / EN).read_bytes() == before


@pytest.mark.parametrize("text", [b"\xff", b"title: x\n", b"---\ntitle: x\n", b"---\ntitle: [\n---\n"])
def test_a_page_that_cannot_be_read_is_refused(small: Path, text: bytes) -> None:
    write(small, {EN: text})

    assert main.main(["translated", EN], small) != ExitCode.CLEAN
    assert (small / EN).read_bytes() == text


def test_a_mended_slip_makes_nothing_older(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice, because the second slip is found when the first is committed."""
    for old, new in (("保存截图", "存下截图"), ("存下截图", "存好截图")):
        change(committed, ZH, old, new)
        assert notes(committed, capsys)
        assert main.main(["minor", ZH], committed) == ExitCode.CLEAN
        assert capsys.readouterr().out == f"{ZH}: steps noted\n"
        assert notes(committed, capsys) == []
        git(committed, "commit", "-qam", "slip")
    assert main.main(["minor", ZH], committed) == ExitCode.CLEAN
    assert "no section differs from the last commit" in capsys.readouterr().err


def test_the_line_for_a_slip_can_be_written_by_hand(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(small, ZH, "保存截图", "存下截图")
    assert main.main(["check"], small) == ExitCode.CLEAN
    line = capsys.readouterr().out.split("” below")[0].split("slip: “")[-1]

    change(small, ZH, "reviewed:", f"minor:\n{line}\nreviewed:")
    assert notes(small, capsys) == []


def test_a_real_change_after_a_slip_counts(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mark is bound to the text it was made for, and the check says to take it out."""
    change(committed, ZH, "保存截图", "存下截图")
    assert main.main(["minor", ZH], committed) == ExitCode.CLEAN
    change(committed, ZH, "存下截图", "存下三张截图")

    older, outdated = (line.split(": note: ")[1] for line in notes(committed, capsys))
    assert older == f"#steps is older than {ZH} line 21."
    assert outdated == (
        "#steps has changed again, so this line says nothing any more; delete it, or, if you mended another slip,"
        f" type python scripts/build.py minor {ZH}#steps [minor-outdated]"
    )


def test_without_git_the_command_says_what_to_do(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["minor", ZH], small) == ExitCode.TOOL_FAILED
    assert "check prints the line to write" in capsys.readouterr().err


def test_a_new_page_has_no_slips(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(committed, {"docs/zh/help/new.md": (committed / "docs/zh/help/second.md").read_bytes()})

    assert main.main(["minor", "docs/zh/help/new.md"], committed) == ExitCode.CLEAN
    assert "this page is new" in capsys.readouterr().err


HEADS = st.lists(
    st.sampled_from(['description: "甲：乙"', "# 说明", "", "translated:\n  old: bcdfghjk", "author:\n  - 甲"]),
    unique=True,
)


@given(
    HEADS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.text(alphabet="---\n 文a:{}", max_size=40),
)
def test_only_the_key_s_own_lines_change(head: list[str], newline: str, mark: str, body: str) -> None:
    """Byte for byte: line endings, comments, the order of keys, the text."""
    text = "\n".join(["---", "title: 标题", *head, "---", body]).replace("\n", newline)

    new = front_matter_writer.with_lines(mark + text, "translated", {"page": "bcdfghjk", "one": "tsrqpnml"})

    block = "translated:\n  page: bcdfghjk\n  one: tsrqpnml\n".replace("\n", newline)
    assert new.count(block) == 1
    old_block = "translated:\n  old: bcdfghjk\n".replace("\n", newline)
    assert new.replace(block, "", 1) == (mark + text).replace(old_block, "", 1)
    again = front_matter_writer.with_lines(new, "translated", {"page": "bcdfghjk", "one": "tsrqpnml"})
    assert again == new


def test_a_front_matter_that_is_not_understood_is_left_to_its_author() -> None:
    with pytest.raises(front_matter_writer.UnwritableError):
        front_matter_writer.with_lines('---\n{"title": "x"}\n---\n', "translated", {"page": "bcdfghjk"})
    assert front_matter.parse("", '---\n{"title": "x"}\n---\n')[1] == []
