"""The command `fix`: it says each line that it mends, and nothing else in the repository changes."""

import os
from pathlib import Path

import pytest

from making import change, fingerprints
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

ZH, EN = "docs/zh/help/first.md", "docs/en/help/first.md"
TODAY = ["--today", "2026-11-23"]


def text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode("utf-8")


@pytest.fixture
def slips(small: Path) -> Path:
    """Return the miniature site with slips that a Chinese keyboard makes, in two languages."""
    assert main.main(["translated", "docs/en"], small) == ExitCode.CLEAN
    with (small / ZH).open("a", encoding="utf-8") as file:
        file.write("\n记下三样,缺一不可：\n- 时间\n-号码\n")
    with (small / EN).open("a", encoding="utf-8") as file:
        file.write("\nNote three things，all of them:\n- the time\n")
    return small


def test_slips_are_mended_and_said(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = fingerprints(slips)
    capsys.readouterr()
    assert main.main(["fix"], slips) == ExitCode.CLEAN
    said = capsys.readouterr()
    lines = [line.split(": ", 1) for line in said.out.splitlines()]
    assert [Path(place).name.split(":")[0] for place, _ in lines] == ["first.md"] * 5
    assert "“记下三样,缺一不可：” → “记下三样，缺一不可：” [chinese-half-width]" in said.out
    assert "an empty line above [markup-empty-line]" in said.out
    assert said.err.endswith("5 lines mended; look at them: git diff\n")
    assert text(slips, ZH).endswith("\n记下三样，缺一不可：\n\n- 时间\n- 号码\n")
    assert text(slips, EN).endswith("\nNote three things, all of them:\n\n- the time\n")
    after = fingerprints(slips)
    assert {path for path in after if before.get(path) != after[path]} == {ZH, EN}


def test_mending_twice_is_mending_once(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["fix"], slips) == ExitCode.CLEAN
    before = fingerprints(slips)
    capsys.readouterr()
    assert main.main(["fix"], slips) == ExitCode.CLEAN
    assert fingerprints(slips) == before
    assert capsys.readouterr() == ("", "nothing to mend that is certain; what check says besides takes a person\n")


def test_a_dry_run_says_the_same_and_writes_nothing(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = fingerprints(slips)
    capsys.readouterr()
    assert main.main(["fix", "--dry-run"], slips) == ExitCode.CLEAN
    dry = capsys.readouterr()
    assert fingerprints(slips) == before
    assert dry.err.endswith("5 lines would be mended\n")
    assert main.main(["fix"], slips) == ExitCode.CLEAN
    assert capsys.readouterr().out == dry.out


def test_only_the_pages_that_are_named_are_mended(slips: Path) -> None:
    """As typed in the project, or with a folder."""
    assert main.main(["fix", str(slips / "docs/zh")], slips) == ExitCode.CLEAN
    assert "时间\n- 号码" in text(slips, ZH)
    assert "things，all" in text(slips, EN)
    assert main.main(["fix", EN], slips) == ExitCode.CLEAN
    assert "things, all" in text(slips, EN)


def test_a_name_that_is_no_page_is_refused(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = fingerprints(slips)
    assert main.main(["fix", "docs/zh", "docs/zh/helf"], slips) == ExitCode.USAGE
    assert "there is no page at docs/zh/helf" in capsys.readouterr().err
    assert fingerprints(slips) == before


def test_no_translation_grows_older(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Chinese text says the same with its comma in full width; what was older before stays older."""
    for path in (ZH, EN):
        with (small / path).open("a", encoding="utf-8") as file:
            file.write(
                "\n## 新 {#new-part}\n\n先打电话,再报警。\n" if path == ZH else "\n## New {#new-part}\n\nCall first.\n"
            )
    assert main.main(["translated", EN], small) == ExitCode.CLEAN
    recorded = text(small, EN)
    assert main.main(["fix"], small) == ExitCode.CLEAN
    assert text(small, EN) != recorded
    assert len(text(small, EN)) == len(recorded)
    capsys.readouterr()
    main.main(["check", *TODAY], small)
    assert "translation-older" not in capsys.readouterr().out
    change(small, ZH, "再报警", "再去报警")
    main.main(["check", *TODAY], small)
    assert "translation-older" in capsys.readouterr().out


def test_line_ends_and_the_sign_before_the_first_line_stay(small: Path) -> None:
    """Notepad writes both."""
    path = small / ZH
    path.write_bytes(b"\xef\xbb\xbf" + (path.read_text("utf-8") + "\n一,二\n").replace("\n", "\r\n").encode())
    assert main.main(["fix"], small) == ExitCode.CLEAN
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    assert raw.endswith("\r\n一，二\r\n".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_said(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = (slips / ZH).parent
    folder.chmod(0o500)
    try:
        before = fingerprints(slips)
        assert main.main(["fix"], slips) == ExitCode.TOOL_FAILED
        assert fingerprints(slips) == before
    finally:
        folder.chmod(0o700)
    assert capsys.readouterr().err.startswith("stopped: ")
