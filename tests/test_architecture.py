"""The drawing of the package, as a test: which folder stands on which floor, and how long a module may be."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from making import ROOT

PACKAGE = ROOT / "scripts/sitebuild"
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40

FLOORS: dict[str, int] = {
    "memo": 1,
    "model": 1,
    "text": 2,
    "reading": 3,
    "translation": 3,
    "addresses": 3,
    "linkcheck": 3,
    "checks": 4,
    "building": 4,
    "offline": 4,
    "paper": 5,
    "repairing": 5,
    "publishing": 6,
    "cli": 7,
}
"""A folder imports only from folders on lower floors; folders on one floor do not know each other."""
OPENING_NOTHING = ("model", "text")
"""Folders of plain values: what is in files is handed to them."""
_OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "subprocess"}
ABOVE = {"scripts/hooks.py": ("building",), "scripts/build.py": ("cli",)}
"""What MkDocs and people call, and the only folder each of them opens."""


def faults(package: Path) -> list[str]:
    """Return what breaks the drawing in a package, one line each: the module, then what is wrong."""
    return sorted(fault for path in package.rglob("*.py") for fault in _faults(package, path))


def _faults(package: Path, path: Path) -> Iterator[str]:
    module = path.relative_to(package).with_suffix("").as_posix()
    folder = module.split("/")[0]
    if "/" not in module:
        if module != "__init__":
            yield f"{module}: stands in no folder; move it into one of {', '.join(FLOORS)}"
        return
    if folder not in FLOORS:
        yield f"{module}: {folder} is no folder of the drawing; add its floor to FLOORS, or move the module"
        return
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    for other in sorted(_folders(tree, module)):
        if other != folder and FLOORS.get(other, 0) >= FLOORS[folder]:
            yield f"{module}: imports from {other}, which is not below {folder}"
    if any(name.startswith("mkdocs") for name in _libraries(tree)) and not path.name.startswith("mkdocs_"):
        yield f"{module}: knows MkDocs, so its name begins with mkdocs_"
    if folder != "cli" and _prints(tree):
        yield f"{module}: prints; return it, and let cli print it"
    if folder in OPENING_NOTHING and _names(tree) & _OPENING:
        yield f"{module}: opens files; let reading or cli hand it the text"
    yield from (f"{module}: {fault}" for fault in _too_long(text, tree))


def _too_long(text: str, tree: ast.AST) -> Iterator[str]:
    if (lines := len(text.splitlines())) > LONGEST_MODULE:
        yield f"has {lines} lines, at most {LONGEST_MODULE}; what does not fit in one sitting is two things"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.name} has {length} lines, at most {LONGEST_FUNCTION}"


def _folders(tree: ast.AST, module: str) -> set[str]:
    """Return the folders of the package that a module imports from, inside functions too."""
    package = module.split("/")[:-1]
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            ways = [alias.name.split(".") for alias in node.names]
            found |= {way[1] for way in ways if way[0] == "sitebuild" and len(way) > 1}
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level:
            way = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
        elif (node.module or "").split(".")[0] == "sitebuild":
            way = (node.module or "").split(".")[1:]
        else:
            continue
        named = [part for part in way if part]
        found |= {named[0]} if named else {alias.name for alias in node.names}
    return found


def _libraries(tree: ast.AST) -> set[str]:
    """Return the libraries that a module imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


def _names(tree: ast.AST) -> set[str]:
    """Return the names and attributes that a module uses, such as `open` and, for `path.read_text()`, `read_text`."""
    nodes = [*ast.walk(tree)]
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    return used | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _prints(tree: ast.AST) -> bool:
    """Tell whether a module uses `print`, called or handed on, or one of the streams of `sys`."""
    streams = {f"sys.{name}" for name in ("stdout", "stderr", "__stdout__", "__stderr__")}
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name | ast.ImportFrom)]
    used = {f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    used |= {ast.unparse(node) for node in nodes if not isinstance(node, ast.ImportFrom)}
    return bool(used & {"print", "builtins.print", *streams})


def test_every_module_stands_where_the_drawing_has_it() -> None:
    assert faults(PACKAGE) == []


PLANTED = {
    "words.py": ("", "words: stands in no folder"),
    "search/rows.py": ("", "search/rows: search is no folder of the drawing"),
    "model/page.py": ("from ..text import front_matter\n", "model/page: imports from text"),
    "reading/docs_folder.py": ("from ..translation import progress\n", "reading/docs_folder: imports from translation"),
    "checks/parity/x.py": ("from ...building import assets\n", "checks/parity/x: imports from building"),
    "linkcheck/rules/x.py": ("def f():\n    from ...checks import x\n", "linkcheck/rules/x: imports from checks"),
    "checks/anchors.py": ("from sitebuild.cli import main\n", "checks/anchors: imports from cli"),
    "checks/letters.py": ("import sitebuild.building.assets\n", "checks/letters: imports from building"),
    "building/x.py": ("from mkdocs_static_i18n import plugin\n", "building/x: knows MkDocs"),
    "translation/x.py": ("import sys\nsys.stderr.write('done')\n", "translation/x: prints"),
    "translation/y.py": ("from sys import stdout\n", "translation/y: prints"),
    "translation/z.py": ("show = print\n", "translation/z: prints"),
    "text/notation.py": ("def f(path):\n    return path.read_text()\n", "text/notation: opens files"),
    "building/assets.py": ("import mkdocs.utils\n", "building/assets: knows MkDocs"),
    "translation/progress.py": ("print('done')\n", "translation/progress: prints"),
    "text/long.py": ("x = 1\n" * 251, "text/long: has 251 lines"),
    "text/deep.py": ("def f():\n" + "    x = 1\n" * 40, "text/deep: f has 41 lines"),
}
FITTING = {
    "__init__.py": "",
    "model/page.py": "import re\n",
    "checks/parity/x.py": "from ...model.page import Page\nfrom ..anchors import check\nfrom . import y\n",
    "building/mkdocs_run.py": "from mkdocs.config import base\n",
    "cli/main.py": "from ..building import assets\nprint('done')\n",
    "text/long.py": "x = 1\n" * 250,
    "reading/repository.py": "def f(path, run):\n    return path.read_text() + run.stdout\n",
}


@pytest.mark.parametrize("place", sorted(PLANTED))
def test_a_module_out_of_place_is_refused(tmp_path: Path, place: str) -> None:
    text, fault = PLANTED[place]
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

    found = faults(tmp_path)

    assert [each for each in found if each.startswith(fault)] == found != []


def test_a_package_as_drawn_is_not_refused(tmp_path: Path) -> None:
    for place, text in FITTING.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert faults(tmp_path) == []


def test_a_second_file_that_knows_mkdocs_is_refused_in_the_real_package(tmp_path: Path) -> None:
    copy = tmp_path / "sitebuild"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    module = copy / "building/assets.py"
    module.write_text("from mkdocs.utils import get_relative_url\n" + module.read_text("utf-8"), encoding="utf-8")

    assert [fault.split(",")[0] for fault in faults(copy)] == ["building/assets: knows MkDocs"]


def _types(tree: ast.Module) -> Iterator[str]:
    """Yield the public classes and names of types that a module defines."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            is_variable = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "TypeVar"
            yield from (each.id for each in targets if isinstance(each, ast.Name) and not is_variable)


def test_one_name_means_one_type() -> None:
    """Whoever meets a name in two modules takes it for the same thing."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in _types(ast.parse(path.read_text(encoding="utf-8"))):
            if name[0].isupper() and not name.isupper():
                found.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())

    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_the_map_in_the_docstring_names_every_folder() -> None:
    """Whoever opens the package first reads that map: one sentence a folder, its floor beside it."""
    docstring = ast.get_docstring(ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))) or ""
    drawn = {line.split()[1]: int(line.split()[0]) for line in docstring.splitlines() if line[:1].isdigit()}

    assert drawn == FLOORS
    assert {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(FLOORS)


@pytest.mark.parametrize("file", sorted(ABOVE))
def test_what_people_and_mkdocs_call_opens_one_folder(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert _folders(tree, "x") == set(ABOVE[file])


def test_the_hook_file_only_names_functions() -> None:
    """What MkDocs calls lives in the package, where the other tests see it."""
    tree = ast.parse((ROOT / "scripts/hooks.py").read_text(encoding="utf-8"))

    assert [type(node) for node in tree.body] == [ast.Expr, ast.ImportFrom]
