"""The command `rename`: everything that leads to a page leads to its new name, and nothing else changes."""

import subprocess
from pathlib import Path

import pytest

from making import change, fingerprints, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.memo import atomic

OLD, NEW = "help/first.md", "help/begin.md"
REDIRECTS = "docs/_data/redirects.yml"
TODAY = ["--today", "2026-11-23"]
HELP = "  - help:\n      - help/first.md\n      - help/second.md\n"
RIGHTS = "  - rights:\n      - rights/one.md # the first\n"


@pytest.fixture
def published(small: Path) -> Path:
    """Return the miniature site, whose addresses are noted; English and Traditional Chinese lead to the page too."""
    assert main.main(["urls"], small) == ExitCode.CLEAN
    return small


def git(root: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True)


def text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode("utf-8")


def checked(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the check says of a site that has no problem; notes are said too."""
    capsys.readouterr()
    assert main.main(["check", *TODAY], root) == ExitCode.CLEAN
    return capsys.readouterr().out


def test_a_page_gets_another_name_in_all_languages(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files, menu, links and lists follow; the old addresses lead to the new ones, and no translation grows older."""
    assert main.main(["rename", OLD, NEW, *TODAY], published) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert "docs/zh/help/first.md → docs/zh/help/begin.md\n" in said
    assert "docs/en/help/first.md → docs/en/help/begin.md\n" in said
    assert "[第一步](help/begin.md#call)" in text(published, "docs/zh/index.md")
    assert "      - help/begin.md\n      - help/second.md\n" in text(published, "mkdocs.yml")
    assert "    - help/begin.md\n" in text(published, "mkdocs.yml").split("first_translations:")[1]
    assert not (published / "docs/zh" / OLD).exists()
    assert text(published, REDIRECTS).splitlines()[-2:] == [
        'help/first/: {to: help/begin/, since: 2026-11-23, reason: "the page has another name"}',
        'en/help/first/: {to: en/help/begin/, since: 2026-11-23, reason: "the page has another name"}',
    ]
    assert {"zh-Hant/help/begin/", "en/help/begin/#steps"} <= set(text(published, "docs/_data/urls.txt").split())
    assert checked(published, capsys) == ""


def test_a_page_named_back_has_no_redirect_left_over(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What led to the page before leads there still, in one step."""
    old = "gone/: {to: help/first/#call, since: 2026-01-01, reason: x}\n"
    write(published, {REDIRECTS: old})
    assert main.main(["rename", OLD, NEW], published) == ExitCode.CLEAN
    assert "gone/: {to: help/begin/#call, since: 2026-01-01, reason: x}" in text(published, REDIRECTS)
    assert main.main(["rename", NEW, OLD, "--reason", "后悔了"], published) == ExitCode.CLEAN
    lines = text(published, REDIRECTS).splitlines()
    assert lines[0] == old.strip()
    assert [line.split(":")[0] for line in lines[1:]] == ["help/begin/", "en/help/begin/"]
    assert lines[1].endswith('reason: "后悔了"}')
    assert checked(published, capsys) == ""


def test_a_page_moves_to_another_part_of_the_menu(published: Path) -> None:
    """Its own links, too, are written from where it lies now."""
    write(published, {"docs/zh/rights/one.md": text(published, "docs/zh/help/second.md").replace("when-", "this-")})
    change(published, "mkdocs.yml", HELP, HELP + RIGHTS)
    for code in ("zh", "en"):
        change(published, f"docs/{code}/_data/language.yml", "sections:\n", "sections:\n  rights: R\n")
    change(
        published,
        "docs/zh/help/first.md",
        "[链接](#call)",
        "[链接](second.md#when-english)和[圆](../../assets/circle.svg)",
    )
    assert main.main(["rename", "docs/zh/help/first.md", "rights/first"], published) == ExitCode.CLEAN
    assert "      - rights/one.md # the first\n      - rights/first.md\n" in text(published, "mkdocs.yml")
    moved = text(published, "docs/zh/rights/first.md")
    assert "[链接](../help/second.md#when-english)和[圆](../../assets/circle.svg)" in moved
    assert "](../rights/first.md" not in moved


def test_what_was_older_than_its_source_stays_older(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(published, "docs/zh/index.md", "先看[第一步]", "先仔细看[第一步]")
    before = checked(published, capsys)
    assert "index.md" in before
    assert main.main(["rename", OLD, NEW], published) == ExitCode.CLEAN
    assert checked(published, capsys).split("older")[0] == before.split("older")[0]


def test_a_change_noted_as_minor_stays_minor(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line below `minor` begins with the hash of the present text, which has the link in it."""
    git(published, "init", "-q")
    git(published, "add", "-A")
    git(published, "commit", "-qm", "all")
    change(published, "docs/zh/index.md", "先看[第一步]", "先看一看[第一步]")
    assert main.main(["minor", "docs/zh/index.md"], published) == ExitCode.CLEAN
    assert checked(published, capsys) == ""
    noted = text(published, "docs/zh/index.md")
    assert main.main(["rename", OLD, NEW], published) == ExitCode.CLEAN
    assert checked(published, capsys) == ""
    assert text(published, "docs/zh/index.md").split("minor:")[1] != noted.split("minor:")[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("help/none.md", NEW, "there is no page docs/zh/help/none.md", id="no such page"),
        pytest.param(OLD, "help/second.md", "docs/zh/help/second.md is there already", id="a name that is taken"),
        pytest.param(OLD, "begin.md", "is no name: folder,", id="no folder"),
        pytest.param(OLD, "help/Begin Now.md", "is no name: folder,", id="capitals and a space"),
        pytest.param(OLD, "../begin.md", "is no name: folder,", id="outside"),
        pytest.param(OLD, "other/begin.md", "has no page of other/", id="a part that the menu has not"),
        pytest.param("faq.md", "help/faq.md", "is the first page of a part", id="a page that the build fills"),
        pytest.param("index.md", "help/home.md", "is the first page of a part", id="the home page"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    published: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    before = fingerprints(published / "docs")
    assert main.main(["rename", old, new], published) == ExitCode.USAGE
    error = capsys.readouterr().err
    assert error.startswith("nothing was renamed: ")
    assert said in error
    assert error.count("\n") == 1
    assert fingerprints(published / "docs") == before


def test_a_page_that_the_code_knows_keeps_its_name(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first hour is printed as a sheet, so its name stands in the code too."""
    config = text(published, "mkdocs.yml")
    write(published, {"docs/zh/help/first-hour.md": text(published, "docs/zh/help/second.md").replace("when-", "now-")})
    write(
        published,
        {
            "mkdocs.yml": config.replace(
                "      - help/second.md\n", "      - help/second.md\n      - help/first-hour.md\n"
            )
        },
    )
    assert main.main(["rename", "help/first-hour.md", NEW], published) == ExitCode.USAGE
    assert "the code knows help/first-hour.md by its name (scripts/" in capsys.readouterr().err


def test_a_full_disk_leaves_everything_as_it_was(
    published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a renaming would be a day's work to take back."""
    before = fingerprints(published / "docs")
    put, done = atomic.put, []

    def put_three(made: Path, target: Path) -> None:
        done.append(target)
        if len(done) == 4:
            raise OSError(28, "No space left on device", str(target))
        put(made, target)

    monkeypatch.setattr(atomic, "put", put_three)
    assert main.main(["rename", OLD, NEW], published) == ExitCode.TOOL_FAILED
    assert capsys.readouterr().err.endswith("the disk is full; nothing was changed there\n")
    assert fingerprints(published / "docs") == before


def test_what_still_names_the_page_is_listed(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Prose and tests are for a person to look at."""
    write(published, {"NOTES.md": "一\n见 docs/zh/help/first.md\n"})
    assert main.main(["rename", OLD, NEW], published) == ExitCode.CLEAN
    assert capsys.readouterr().err == "still the old name, look at each: NOTES.md:2\n"
