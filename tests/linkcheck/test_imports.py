"""The link checker serves any folder of HTML: of the rest of the package it knows next to nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from making import ROOT, write

PACKAGE = ROOT / "scripts/sitebuild"
KNOWN = {"model.message", "model.problem", "model.rules.link_checker", "model.yaml_document", "text.yaml_text"}
"""Message, Problem, the names of the rules, and what the list of allowances is read with."""


def foreign_imports(package: Path) -> Iterator[str]:
    """Yield the modules of other folders that the link checker imports, inside functions too."""
    for path in (package / "linkcheck").rglob("*.py"):
        depth = len(path.relative_to(package).parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level >= depth:
                module = node.module or ""
                yield from [module] if "." in module else [f"{module}.{alias.name}" for alias in node.names]


def test_the_link_checker_imports_problem_rules_and_yaml_and_nothing_else_of_ours() -> None:
    assert set(foreign_imports(PACKAGE)) == KNOWN


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("linkcheck/x.py", "from ..model import register_paths"),
        ("linkcheck/rules/x.py", "def f():\n    from ...model.register_paths import URLS"),
    ],
)
def test_an_import_of_another_module_is_seen(tmp_path: Path, path: str, line: str) -> None:
    write(tmp_path, {path: line, "linkcheck/y.py": "from .rules import x"})

    assert list(foreign_imports(tmp_path)) == ["model.register_paths"]
