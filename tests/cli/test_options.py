"""Which command was typed, as far as it must be known before anything slow is loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitebuild.cli import links, main
from sitebuild.cli.options import ExitCode, links_arguments


@pytest.mark.parametrize(
    ("typed", "arguments", "root"),
    [
        pytest.param("links", [], None, id="alone"),
        pytest.param("links --site x", ["--site", "x"], None, id="with arguments"),
        pytest.param("links --root x", ["--root", "x"], None, id="a root behind it belongs to it"),
        pytest.param("--root . links --site x", ["--site", "x"], ".", id="behind a root"),
        pytest.param("--root=a=b links", [], "a=b", id="behind a root in one word"),
        pytest.param("--root links links", [], "links", id="behind a root of the same name"),
        pytest.param("--root a --root=b links", [], "b", id="the last root counts, as argparse has it"),
    ],
)
def test_the_command_links_is_recognised_with_what_belongs_to_it(
    typed: str, arguments: list[str], root: str | None
) -> None:
    assert links_arguments(typed.split()) == (arguments, Path(root) if root else None)


@pytest.mark.parametrize("typed", ["", "check", "--root", "--root .", "--root links", "--root=links", "-h links"])
def test_any_other_command_is_left_to_the_parser(typed: str) -> None:
    assert links_arguments(typed.split()) is None


@pytest.mark.parametrize("run", [links.main, lambda typed: main.main(["check", *typed])], ids=["links", "check"])
def test_what_is_no_day_is_answered_with_an_example(
    capsys: pytest.CaptureFixture[str], run: Callable[[list[str]], int]
) -> None:
    assert run(["--today", "2026-13-01"]) == ExitCode.USAGE
    assert "“2026-13-01” is no day; write one like 2026-01-31" in capsys.readouterr().err
