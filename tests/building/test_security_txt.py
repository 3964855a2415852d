"""The file security.txt: from CONTACT_URL, and only with it."""

from datetime import date
from pathlib import Path

import pytest

from sitebuild.building import security_txt
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

DAY = date(2026, 11, 23)


def test_it_says_whom_to_tell_until_when() -> None:
    assert security_txt.text("help@handbook.example", "https://handbook.example/", ["zh", "en"], DAY) == (
        "Contact: mailto:help@handbook.example\n"
        "Expires: 2027-05-22T00:00:00Z\n"
        "Preferred-Languages: zh, en\n"
        "Canonical: https://handbook.example/.well-known/security.txt\n"
    )


@pytest.mark.parametrize("contact", ["https://forms.example/tell", "mailto:help@handbook.example"])
def test_an_address_stands_as_it_is(contact: str) -> None:
    assert f"Contact: {contact}\n" in security_txt.text(contact, "", ["zh"], DAY)


@pytest.mark.parametrize("contact", ["", "http://forms.example/tell"])
def test_without_a_contact_that_is_allowed_there_is_none(contact: str) -> None:
    assert security_txt.text(contact, "https://handbook.example/", ["zh"], DAY) == ""


def test_below_a_folder_no_place_is_claimed() -> None:
    """The file belongs to the root of the host, which is somebody else's there."""
    assert "Canonical" not in security_txt.text("a@b.example", "https://pages.example/handbook/", ["zh"], DAY)


def test_the_build_writes_it_when_a_contact_is_set(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT_URL", "help@handbook.example")

    assert main.main(["site", "--today", DAY.isoformat()], small) == ExitCode.CLEAN
    written = (small / "site" / security_txt.FILE).read_text("utf-8")
    assert written.splitlines()[:2] == ["Contact: mailto:help@handbook.example", "Expires: 2027-05-22T00:00:00Z"]
    assert "Preferred-Languages: zh, en, zh-Hant\n" in written


def test_the_build_writes_none_without(miniature: Path) -> None:
    assert not (miniature / "site/.well-known").exists()
