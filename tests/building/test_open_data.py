"""The registers as open data: valid by their own schema, and the same as the pages."""

import json
from pathlib import Path

import jsonschema
import pytest

from making import change
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

REGISTERS = ["laws", "channels", "companies", "facts", "terms"]


@pytest.mark.parametrize("register", REGISTERS)
def test_the_data_is_valid_by_the_published_schema(real_site: Path, register: str) -> None:
    """Whoever reuses a phone number can check what they got."""
    data = json.loads((real_site / f"data/{register}.json").read_text(encoding="utf-8"))
    schema = json.loads((real_site / f"data/{register}.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["licence"] == "CC-BY-SA-4.0"
    assert data["$schema"] == schema["$id"]


@pytest.mark.parametrize("register", REGISTERS)
def test_the_schema_refuses_what_is_not_registered(real_site: Path, register: str) -> None:
    """A schema that accepts everything proves nothing."""
    schema = json.loads((real_site / f"data/{register}.schema.json").read_text(encoding="utf-8"))
    data = json.loads((real_site / f"data/{register}.json").read_text(encoding="utf-8"))
    next(iter(data["entries"].values()))["colour"] = "red"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_one_number_changed_in_the_register_changes_everywhere(small: Path) -> None:
    """Every page, every language, every file: that is what the register is for."""
    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN
    change(small, "docs/_data/channels.yml", 'main: "12363"', 'main: "12399"')

    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN

    for place in ("help/first", "en/help/first", "channels", "en/channels"):
        html = (small / "site" / place / "index.html").read_text(encoding="utf-8")
        assert 'href="tel:12399"' in html
        assert 'href="tel:12363"' not in html
    data = json.loads((small / "site/data/channels.json").read_text(encoding="utf-8"))
    assert data["entries"]["12363"]["numbers"] == {"main": "12399"}
