"""The drawing of the package, as a test: who may import whom, and how long a module may be."""

import ast
from pathlib import Path

import pytest

from making import ROOT

PACKAGE = ROOT / "scripts/sitebuild"
LONGEST = 250

# Bottom first. A module imports only from rows above its own, never sideways.
LAYERS: tuple[set[str], ...] = (
    {"problem", "phrase", "yaml_text", "parity_words", "parts", "fingerprint", "policy", "tables", "stylesheet"},
    {"register", "assets"},
    {"page", "prose", "traditional", "wording"},
    {"content", "front_matter", "references", "register_text", "personal_data"},
    {
        "settings",
        "source",
        "running_text",
        "repository",
        "open_data",
        "url_ledger",
        "staleness",
        "register_age",
        "front_matter_text",
        "grammar",
        "blanks",
        "routing",
        "drawings",
    },
    {"generated"},
    {
        "reader",
        "faq",
        "law_index",
        "channel_index",
        "glossary",
        "age_notice",
        "progress",
        "languages_sheet",
        "redirects",
    },
    {"parity.pair", "parity.quantities"},
    {"parity.numbers", "parity.references", "parity.structure", "parity.terms", "parity.warnings"},
    {"parity.language"},
    {"parity"},
    {"expiry", "addresses", "publication"},
    {"new_language"},
    {
        "checks.anchors",
        "checks.avoided_terms",
        "checks.chinese_prose",
        "checks.conversions",
        "checks.figures",
        "checks.front_matter",
        "checks.interface",
        "checks.languages",
        "checks.letters",
        "checks.links",
        "checks.marks",
        "checks.parity",
        "checks.parity_registers",
        "checks.questions",
        "checks.register_ages",
        "checks.register_references",
        "checks.registers",
        "checks.routes",
        "checks.section_ages",
        "checks.translations",
        "checks.typed_facts",
    },
    {"links", "links.finding", "links.address"},
    {"links.tags", "links.nesting"},
    {"links.plain", "links.parsed"},
    {"links.document"},
    {"links.site", "links.source", "links.exceptions"},
    {
        "links.rules.hreflang",
        "links.rules.ids",
        "links.rules.metadata",
        "links.rules.pages",
        "links.rules.reach",
        "links.rules.schemes",
        "links.rules.sheets",
        "links.rules.sitemap",
        "links.rules.targets",
        "links.rules.words",
    },
    {"links.rules"},
    {"links.halves"},
    {"checks", "markers", "published"},
    {"events", "generator", "serving", "report", "link_ledger"},
    {"link_visitor"},
    {"external"},
    {"links_cli"},
    {"recording_cli", "new_language_cli"},
    {"cli"},
)
KNOWS_MKDOCS = {"settings", "events"}
"""With generator, which only calls it by name, the whole price of changing the generator."""
PRINTS = {"cli", "links_cli", "recording_cli", "new_language_cli"}

LAYER_OF = {module: row for row, layer in enumerate(LAYERS) for module in layer}


def _modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found[name] = path
    return found


MODULES = _modules()


def _imports(module: str) -> set[str]:
    """Return the modules of the package that a module imports, inside functions too."""
    path = MODULES[module]
    package = [*module.split("."), "x"] if path.name == "__init__.py" else module.split(".")
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [*package[: -node.level], *(node.module.split(".") if node.module else [])]
            found |= {".".join([*base, alias.name]) for alias in node.names} | {".".join(base)}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sitebuild"):
            found.add((node.module or "").removeprefix("sitebuild.").removeprefix("sitebuild"))
    return (found & set(MODULES)) - {module}


def _outside(module: str) -> set[str]:
    """Return the libraries that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


def test_every_module_has_a_place() -> None:
    """A new module is added to the drawing, or it is not added."""
    assert set(MODULES) == set(LAYER_OF)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_down(module: str) -> None:
    """A module imports only from lower layers, so a change never spreads sideways."""
    too_high = {name for name in _imports(module) if LAYER_OF[name] >= LAYER_OF[module]}

    assert not too_high


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_a_few_modules_know_mkdocs(module: str) -> None:
    assert ("mkdocs" in _outside(module)) == (module in KNOWS_MKDOCS)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_stay_short(module: str) -> None:
    """What does not fit in one sitting is two things."""
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_the_command_prints(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}

    assert ("print" in calls) == (module in PRINTS)


def test_the_map_in_the_docstring_names_every_module() -> None:
    """Whoever opens the package first reads that map."""
    docstring = ast.get_docstring(ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))) or ""
    words = set(docstring.replace("checks.*", "checks").split())

    assert {module for module in MODULES if "." not in module} <= words


def test_the_hook_file_only_names_functions() -> None:
    """What MkDocs calls lives in the package, where the other tests see it."""
    tree = ast.parse((ROOT / "scripts/hooks.py").read_text(encoding="utf-8"))

    assert [type(node) for node in tree.body] == [ast.Expr, ast.ImportFrom]
