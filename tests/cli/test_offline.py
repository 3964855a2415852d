"""The command that makes the copies: what it writes, what it says, and what to type where it cannot."""

import hashlib
import shutil
from pathlib import Path

import pytest

from making import small_site, write
from once import once
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.offline import copies, kinds

ALL = [
    "LICENCES.txt",
    "SHA256SUMS",
    "handbook-en.epub",
    "handbook-site.zip",
    "handbook-zh-Hant.epub",
    "handbook.epub",
    "rescue-en.html",
    "rescue-zh-Hant.html",
    "rescue.html",
]


@pytest.fixture(scope="module")
def written(shared: Path, miniature: Path) -> Path:
    """Return the folder of the copies of the miniature site; tests only look at it."""

    def make(folder: Path) -> None:
        assert main.main(["offline", "--out", str(folder)], miniature) == ExitCode.CLEAN

    return once(shared / "small-copies", make)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_copies_lie_beside_the_list_of_their_hashes(written: Path) -> None:
    lines = (written / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {line[66:]: line[:64] for line in lines}

    assert names(written) == ALL
    assert listed == {
        name: hashlib.sha256((written / name).read_bytes()).hexdigest() for name in ALL if name != "SHA256SUMS"
    }


def test_the_kinds_that_can_be_typed_are_those_that_there_are(written: Path) -> None:
    assert {copies.kind_of(name) for name in names(written)} == set(kinds.KINDS)


def test_the_same_site_makes_the_same_bytes_wherever_it_lies(written: Path, miniature: Path, tmp_path: Path) -> None:
    """Times of files, the order of the disk and names of folders leave no trace."""
    root = small_site(tmp_path / "elsewhere")
    shutil.copytree(miniature / "site", root / "site", copy_function=shutil.copyfile)

    assert main.main(["offline", "--out", str(tmp_path / "out")], root) == ExitCode.CLEAN
    assert {name: (tmp_path / "out" / name).read_bytes() for name in ALL} == {
        name: (written / name).read_bytes() for name in ALL
    }


def test_one_kind_is_made_and_the_others_stay_in_the_list(
    miniature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is of the whole folder: what another command wrote into it counts too, what is gone does not."""
    write(tmp_path, {"booklet.pdf": "%PDF", "SHA256SUMS": f"{'a' * 64}  booklet.pdf\n{'b' * 64}  gone.pdf\n"})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")

    assert main.main(["offline", "--only", "rescue", "--out", str(tmp_path)], miniature) == ExitCode.CLEAN
    assert names(tmp_path) == sorted([*(name for name in ALL if "." not in name or name[0] in "rL"), "booklet.pdf"])
    listed = [line.split("  ")[1] for line in (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()]
    assert listed == ["LICENCES.txt", "booklet.pdf", "rescue-en.html", "rescue-zh-Hant.html", "rescue.html"]
    assert "2030年1月1日" in (tmp_path / "rescue.html").read_text("utf-8")
    assert f"{tmp_path / 'rescue.html'}: " in capsys.readouterr().out


def test_without_a_built_site_it_says_what_to_type(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["offline"], small) == ExitCode.USAGE
    assert "type `make site` (python scripts/build.py site)" in capsys.readouterr().err
    assert not (small / "dist").exists()


def test_a_site_older_than_its_pages_is_not_copied(
    small: Path, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(miniature / "site", small / "site")
    (small / "site/help/second/index.html").unlink()

    assert main.main(["offline", "--only", "epub"], small) == ExitCode.USAGE
    assert "site is older than docs/: it has no help/second/index.html" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_code_three_in_words(
    miniature: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"out": "a file"})

    assert main.main(["offline", "--only", "rescue", "--out", str(tmp_path / "out")], miniature) == ExitCode.TOOL_FAILED
    assert "name another folder: --out DIR" in capsys.readouterr().err


def test_an_unknown_kind_is_wrong_usage(small: Path) -> None:
    assert main.main(["offline", "--only", "pdf"], small) == ExitCode.USAGE
