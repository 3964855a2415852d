"""The command `release`: all that is handed out, once and for all, or one line that says what to type first."""

import hashlib
import json
import os
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

from making import ROOT, fingerprints, small_site, write
from once import once
from sitebuild.building import replace_site
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.publishing import release_folder

VERSION = "1.2.3"
CHANGES = f"# 变化\n\n## {VERSION} · 2026-11-23\n\n- 加了一页。\n- A page was added.\n\n## 1.2.2\n\n- 以前的。\n"
MAKE = ["release", "--version", VERSION, "--no-paper"]
FOLDER = f"dist/release-{VERSION}"


def git(root: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    day = {"GIT_COMMITTER_DATE": "2026-11-23T08:00:00Z", "GIT_AUTHOR_DATE": "2026-11-23T08:00:00Z"}
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True, env={**os.environ, **day})


def committed(root: Path) -> Path:
    """Lay out the miniature site, in a repository, with what a release reads."""
    root.mkdir(parents=True)
    small_site(root)
    for name in (".gitignore", "requirements.txt", "paper-requirements.txt", "LICENSE", "LICENSE-CODE"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    write(root, {"CHANGELOG.md": CHANGES})
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "A commit")
    return root


@pytest.fixture(scope="module")
def released(shared: Path) -> Path:
    """Return the root of a miniature site of which a release was made; tests only look at it."""

    def make(root: Path) -> None:
        root.rmdir()
        assert main.main(MAKE, committed(root)) == ExitCode.CLEAN

    return once(shared / "released", make)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return committed(tmp_path / "site")


def test_everything_is_there_beside_its_checksums(released: Path) -> None:
    """As `sha256sum -c` reads it."""
    folder = released / FOLDER
    run = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    there = {path.name for path in folder.iterdir()}
    assert there >= {"handbook-web.zip", "handbook-site.zip", "handbook.epub", "rescue.html", "handbook.cdx.json"}
    assert there >= {"LICENCES.txt", "RELEASE.md", "BEFORE-THE-FIRST-RELEASE.md"}
    listed = {line[66:] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert listed == there - {"SHA256SUMS"}


def test_nothing_else_is_left_and_nothing_else_changes(released: Path) -> None:
    assert [path.name for path in (released / "dist").iterdir()] == [Path(FOLDER).name]
    assert not (released / replace_site.SITE).exists()


def test_the_same_commit_makes_the_same_bytes_on_another_path(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another day, and where there is an older site with files of somebody's own, too."""
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    other = committed(tmp_path / "elsewhere/by another name")
    write(other, {"site/own.txt": "x", "dist/handbook.epub": "older", "dist/downloads.json": "[]"})
    assert main.main(MAKE, other) == ExitCode.CLEAN
    assert fingerprints(other / FOLDER) == fingerprints(released / FOLDER)


def test_the_web_archive_is_what_a_server_needs(released: Path) -> None:
    with zipfile.ZipFile(released / FOLDER / "handbook-web.zip") as archive:
        names = archive.namelist()
        listed = archive.read("downloads/SHA256SUMS").decode()
    assert {"index.html", "404.html", "sitemap.xml", "_headers", "en/index.html", "downloads/handbook.epub"} <= {*names}
    digest = hashlib.sha256((released / FOLDER / "handbook.epub").read_bytes()).hexdigest()
    assert f"{digest}  handbook.epub" in listed


def test_the_bill_of_materials_keeps_to_its_schema(released: Path) -> None:
    text = (released / FOLDER / "handbook.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    wrong = text.replace('"scope": "required"', '"scope": "needed"', 1)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(wrong) is not None


def test_the_bill_names_what_it_is_made_of(released: Path) -> None:
    """Each package with the hashes that it is pinned by; of the site, the scripts and style sheets with theirs."""
    bill = json.loads((released / FOLDER / "handbook.cdx.json").read_text("utf-8"))
    parts = {each["name"]: each for each in bill["components"]}
    pinned = (ROOT / "requirements.txt").read_text("utf-8")
    theme = parts["mkdocs-material"]
    assert theme["scope"] == "required"
    assert all(f"sha256:{each['content']}" in pinned for each in theme["hashes"])
    assert "MIT" in json.dumps(theme["licenses"])
    assert parts["pyyaml"]["scope"] == "excluded"
    sheet = "assets/stylesheets/handbook.css"
    with zipfile.ZipFile(released / FOLDER / "handbook-web.zip") as archive:
        assert parts[sheet]["hashes"][0]["content"] == hashlib.sha256(archive.read(sheet)).hexdigest()
        own = {name for name in archive.namelist() if name.startswith("assets/") and name.endswith((".js", ".css"))}
    assert own <= parts.keys()
    assert "weasyprint" not in parts


def test_the_bill_names_licences_and_a_moment_that_there_are(released: Path) -> None:
    """The schema takes any text for both."""
    bill = json.loads((released / FOLDER / "handbook.cdx.json").read_text("utf-8"))
    said = [each for part in (bill["metadata"]["component"], *bill["components"]) for each in part.get("licenses", ())]
    expressions = {each["expression"] for each in said if "expression" in each}
    assert len(expressions) > 1
    assert [each for each in expressions if get_spdx_licensing().validate(each).errors] == []
    assert datetime.fromisoformat(bill["metadata"]["timestamp"]).date() == date(2026, 11, 23)


def test_the_release_says_what_changed_and_what_was_not_done(released: Path) -> None:
    text = (released / FOLDER / "RELEASE.md").read_text("utf-8")
    assert text.startswith(f"# {VERSION} · 2026-11-23\n")
    assert "- 加了一页。\n- A page was added.\n" in text
    assert "以前的" not in text
    missing = text.split("## 没有做的 · What was not done\n")[1].split("\n## ")[0]
    for words in (
        "没有印PDF",
        "没有设SITE_URL",
        "Nothing records that a person called the numbers",
        "没有访问过官方网址",
    ):
        assert words in missing


def test_a_person_with_a_live_line_gets_a_list(released: Path) -> None:
    """Of the registers, so nothing is forgotten when one of them grows."""
    lines = (released / FOLDER / "BEFORE-THE-FIRST-RELEASE.md").read_text("utf-8").splitlines()
    assert any(line.startswith("- [ ] 110 ") for line in lines)
    assert sum(line.startswith("- [ ] <https://") for line in lines) > 0
    counted = [int(line.rsplit(": ", 1)[1]) for line in lines if line.startswith("## ")]
    assert sum(counted) == sum(line.startswith("- [ ] ") for line in lines)


@pytest.mark.parametrize(
    ("version", "change", "said"),
    [
        pytest.param("v1", {}, "“v1” is no version; write one like 1.2.3", id="no version"),
        pytest.param("2.0.0", {}, "write a heading “## 2.0.0” there", id="no entry"),
        pytest.param("1.2", {}, "“1.2” is no version", id="two numbers"),
        pytest.param(VERSION, {"new.txt": "x"}, "not committed: new.txt; commit them", id="a new file"),
        pytest.param(VERSION, {"CHANGELOG.md": "x"}, "not committed: CHANGELOG.md", id="a changed file"),
    ],
)
def test_one_line_says_what_to_type_first(
    repository: Path, capsys: pytest.CaptureFixture[str], version: str, change: dict[str, str], said: str
) -> None:
    write(repository, change)
    assert main.main(["release", "--version", version], repository) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert not (repository / "dist").exists()


def test_a_problem_in_a_page_keeps_a_release_from_being_made(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was released before stays as it was."""
    write(repository, {f"{FOLDER}/earlier.txt": "x"})
    page = repository / "docs/zh/help/first.md"
    page.write_text(page.read_text("utf-8") + "\n##标题\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "-a", "-m", "A slip")
    assert main.main(MAKE, repository) == ExitCode.PROBLEMS
    said = capsys.readouterr()
    assert "docs/zh/help/first.md:" in said.out
    assert said.err.endswith("nothing was released; mend this first\n")
    assert [path.name for path in (repository / "dist").iterdir()] == [Path(FOLDER).name]
    assert fingerprints(repository / FOLDER).keys() == {"earlier.txt"}


def test_without_git_one_line_says_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, {"CHANGELOG.md": CHANGES})
    assert main.main(MAKE, small) == ExitCode.TOOL_FAILED
    assert capsys.readouterr().err.startswith("stopped: git status failed: ")


def test_half_a_release_never_takes_the_place_of_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, beside = write(tmp_path / "release", {"a.txt": "old"}), tmp_path / "beside"
    renamed = Path.rename

    def full(path: Path, to: Path) -> Path:
        if path.name == "made":
            raise OSError(28, "No space left on device")
        return renamed(path, to)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        release_folder.put({"b.txt": b"new"}, write(beside, {}), target)
    assert fingerprints(target).keys() == {"a.txt"}
    monkeypatch.undo()
    beside.joinpath("made/b.txt").unlink()
    release_folder.put({"c/b.txt": b"new"}, beside, target)
    assert fingerprints(target).keys() == {"c/b.txt", "SHA256SUMS"}


def test_what_is_overdue_on_the_day_is_said(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = str(int((date(2030, 1, 1) - date(1970, 1, 1)).total_seconds()))
    try:
        assert main.main(MAKE, repository) == ExitCode.CLEAN
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert "过了核对日期的条目" in capsys.readouterr().out
