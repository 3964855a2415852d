"""A fault of our own that nobody thought of is one line, unless somebody asks for all of it."""

from pathlib import Path

import pytest

from making import small_site
from sitebuild.cli import main, stages
from sitebuild.cli.options import ExitCode


def _broken(*_: object, **__: object) -> None:
    raise KeyError("unit_")


def test_a_fault_of_the_tool_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever writes pages cannot mend it, and should know what to do."""
    monkeypatch.setattr(stages, "check", _broken)

    code = main.main(["check"], small_site(tmp_path))

    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("stopped: ")]
    assert code == ExitCode.TOOL_FAILED
    assert len(said) == 1
    assert "KeyError 'unit_', in test_unexpected.py" in said[0]
    assert "undo your last change" in said[0]


def test_whoever_asks_gets_the_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "check", _broken)
    monkeypatch.setenv("TRACEBACK", "1")

    with pytest.raises(KeyError):
        main.main(["check"], small_site(tmp_path))
