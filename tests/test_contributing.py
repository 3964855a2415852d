"""What the checks say can be looked up: every rule is explained, and nothing else is."""

import re

from making import ROOT

# Words of this form in the code that are no rules.
NO_RULES = {
    "aria-label",
    "aria-labelledby",
    "channels-index",
    "companies-index",
    "faq-index",
    "glossary-index",
    "if-refused",
    "data-lines",
    "data-width",
    "http-equiv",
    "what-it-does",
    "when-not",
    "when-to-use",
    "laws-index",
    "no-referrer",
    "same-origin",
    "ls-files",
    "new-language",
    "rev-parse",
    "utf-8",
    "utf-8-sig",
    "x-default",
}
# Modules whose words of this form are values of the registers.
VALUES = {
    "register.py",
    "channel_index.py",
    "companies.py",
    "law_index.py",
    "external.py",
    "link_ledger.py",
    "link_visitor.py",
    "report.py",
}
BUILT = {f"{key}-{fault}" for key in ("title", "description") for fault in ("missing", "empty")} | {"reviewed-missing"}
"""Rules whose names the code puts together from a key and a fault."""


def test_every_rule_is_explained_and_every_explanation_has_a_rule() -> None:
    modules = [path for path in (ROOT / "scripts/sitebuild").rglob("*.py") if path.name not in VALUES]
    code = "".join(path.read_text(encoding="utf-8") for path in modules)
    rules = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+|mkdocs)"', code)) - NO_RULES | BUILT
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("# 检查说了什么")[-1]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]

    assert set(re.findall(r"`([a-z0-9-]+)`", "".join(first_cells))) == rules
