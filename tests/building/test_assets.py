"""The files beside the pages."""

import sys

import pytest

from sitebuild.building import short_scripts
from sitebuild.memo.store import Table


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("  // Why.\n  go();\n", "go();\n"),
        ("go(); // not a line of its own\n", "go(); // not a line of its own\n"),
        ('var place = "https://example.org/";\n', 'var place = "https://example.org/";\n'),
    ],
)
def test_readers_get_scripts_without_what_is_for_authors(
    monkeypatch: pytest.MonkeyPatch, written: str, sent: str
) -> None:
    """On a machine that nothing better is made for."""
    monkeypatch.setitem(sys.modules, "minify", None)

    assert short_scripts.short(written, Table(None)) == sent


@pytest.mark.parametrize("sign", ["\\u2028", "\\u2029"])
def test_a_sign_that_ends_a_line_in_old_engines_stays_an_escape(sign: str) -> None:
    assert short_scripts.short(f'go(said.split("{sign}"));', Table(None)) == f'go(said.split("{sign}"))\n'


def test_names_inside_a_script_are_short_and_those_outside_stay() -> None:
    script = "function handbook(words) {\n  // Why.\n  var counted = words.length;\n  return counted * counted;\n}\n"

    sent = short_scripts.short(script, Table(None))

    assert sent.startswith("function handbook(")
    assert "counted" not in sent
    assert len(sent) < len(script) / 2


def test_a_script_is_shortened_once() -> None:
    table = Table(None)
    first = short_scripts.short("go(1);", table)

    assert short_scripts.short("go(1);", table) is first


def test_a_script_runs_where_it_ran_as_it_was_written() -> None:
    """Phones of ten years ago know neither template literals nor a catch without a name."""
    script = 'var lines = "a\\nb\\nc";\ntry { go(lines); } catch (error) { stop(); }\n'

    sent = short_scripts.short(script, Table(None))

    assert "`" not in sent


def test_what_is_no_script_is_told_with_its_place() -> None:
    with pytest.raises(ValueError, match="line 2"):
        short_scripts.short('go(\n"', Table(None))
