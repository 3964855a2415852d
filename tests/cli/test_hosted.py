"""The command `hosted`: what it writes, and what it says where it writes nothing."""

import shutil
from pathlib import Path

import pytest

from making import fingerprints
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

ADDRESS = "https://pages.example/handbook/"


@pytest.fixture
def built(small: Path, miniature: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a miniature project with its site, as if it had been built for ADDRESS."""
    shutil.copytree(miniature / "site", small / "site")
    shutil.copytree(Path(__file__).parents[2] / "hosting", small / "hosting")
    robots = small / "site/robots.txt"
    robots.write_text(f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n", "utf-8")
    monkeypatch.setenv("SITE_URL", ADDRESS)
    return small


def test_it_writes_the_site_and_the_settings_beside_it(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = fingerprints(built / "site")

    assert main.main(["hosted"], built) == ExitCode.CLEAN
    out = built / "dist/hosted"
    assert sorted(path.name for path in out.iterdir()) == [
        "Caddyfile",
        "Containerfile",
        "container.conf",
        "nginx.conf",
        "www",
    ]
    assert (out / "www/handbook/en/404.html.br").is_file()
    assert sorted(path.name for path in (out / "www").iterdir()) == ["_headers", "_redirects", "handbook"]
    assert '"~^/handbook/en/" /handbook/en/404.html;' in (out / "nginx.conf").read_text("utf-8")
    assert "@@" not in "".join(path.read_text("utf-8") for path in out.iterdir() if path.is_file())
    assert "hosting/README.md says where they go" in capsys.readouterr().out
    assert fingerprints(built / "site") == site


def test_it_makes_the_same_bytes_again_and_elsewhere(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere/out"
    assert main.main(["hosted"], built) == ExitCode.CLEAN
    (built / "dist/hosted/www/old.html").write_text("of a page that is gone", "utf-8")
    first = fingerprints(built / "dist/hosted")
    assert main.main(["hosted", "--out", str(other)], built) == ExitCode.CLEAN
    assert main.main(["hosted"], built) == ExitCode.CLEAN

    del first["www/old.html"]
    assert fingerprints(built / "dist/hosted") == fingerprints(other) == first
    assert [path.name for path in (built / "dist").iterdir()] == ["hosted"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "set the address of the site"),
        ("https://other.example/", "type: SITE_URL=https://other.example/ make site"),
    ],
    ids=["no address", "built for another"],
)
def test_it_says_what_to_type_first(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str, said: str
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    if not address:
        monkeypatch.delenv("SITE_URL")

    assert main.main(["hosted"], built) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert not (built / "dist").exists()


def test_a_folder_that_cannot_be_written_to_is_named(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")

    assert main.main(["hosted", "--out", str(taken / "out")], built) == ExitCode.TOOL_FAILED
    assert "name another folder: --out DIR" in capsys.readouterr().err
