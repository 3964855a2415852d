"""A fault of a data file is reported where the entry stands that it names."""

from pathlib import Path

import pytest

from making import change
from sitebuild.checks import positions
from sitebuild.cli import main
from sitebuild.model.message import Message
from sitebuild.model.problem import Problem

PATH = "docs/en/_data/interface.yml"
TEXT = "home: Home\ncall:\n  now: Call now\n"


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (Message("“{key}” is not used; delete the line", key="home"), (1, 1)),
        (Message("{name}: {message}", name="call.now", message=Message("no problems")), (3, 3)),
        (Message("{message} (also in line {lines})", message=Message("{key}: x", key="call"), lines="9"), (2, 1)),
        (Message("“{key}” is not used; delete the line", key="gone"), (1, 1)),
        (Message("{key}: {message}", key="call", message=Message("now must not be empty")), (3, 3)),
        ("write the words", (1, 1)),
    ],
)
def test_an_entry_that_is_there_is_named_by_its_place(message: str, place: tuple[int, int]) -> None:
    problem = Problem(path=PATH, rule="interface-key-unknown", message=message)

    (found,) = positions.found([problem], {PATH: TEXT})
    assert (found.line, found.column) == place


def test_an_entry_that_is_missing_is_named_by_the_one_before_it() -> None:
    lacking = Problem(path=PATH, rule="interface-key-missing", message=Message("add the line “{key}: …”", key="menu"))
    texts = {PATH: TEXT, "docs/zh/_data/interface.yml": "home: 首页\ncall: 打\nmenu: 菜单\n"}

    (found,) = positions.found([lacking], texts)
    assert (found.line, found.column) == (2, 1)


def test_what_knows_its_place_keeps_it() -> None:
    known = Problem(path=PATH, line=2, column=4, rule="chinese-gap", message=Message("{key}: x", key="home"))

    assert list(positions.found([known], {PATH: TEXT})) == [known]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("\nmenu: ", "\nmenus: Menu\nmenu: ", "interface-key-unknown"),
        ("\nmenu: ", "\nmenu: Menu\nmenu: ", "register-key-doubled"),
        ("\nmenu: ", "\nmenu: 12 # ", "interface-broken"),
    ],
)
def test_words_around_the_pages_are_accused_on_their_line(
    small: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, rule: str
) -> None:
    """Once, too."""
    words = (small / PATH).read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(words, start=1) if text.startswith("menu: "))
    change(small, PATH, old, new)

    assert main.main(["check", "--today", "2026-11-23"], small) == 1
    said = capsys.readouterr().out.splitlines()
    at = line + (rule == "register-key-doubled")
    assert [each.split(" ")[0] for each in said if each.endswith(f"[{rule}]")] == [f"{PATH}:{at}:1:"], said
