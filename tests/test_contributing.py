"""What the checks say can be looked up: every rule is explained, once, and nothing else is."""

import ast
import importlib
import inspect
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from making import ROOT
from sitebuild import checks
from sitebuild.cli import command_line, rules
from sitebuild.linkcheck import rules as link_rules
from sitebuild.model.rules.all_rules import GROUPS, RuleName
from sitebuild.model.rules.group import Group
from sitebuild.model.rules.link_checker import LinkRule

HAN = re.compile("[\u4e00-\u9fff]")
PACKAGE = ROOT / "scripts/sitebuild"
EXPLAINED = PACKAGE / "model/rules"
FINDINGS = (*(PACKAGE / "linkcheck").rglob("*.py"), PACKAGE / "building/built_html.py")
"""What makes findings of the link checker."""


def reported(code: str) -> set[str]:
    """Return the words in some code that may be what a problem is reported by; what is only compared is not."""
    tree = ast.parse(code)
    compared = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.Set) for part in ast.walk(node)
    }
    words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in compared]
    return {word.value for word in words if isinstance(word.value, str)}


def reported_by(modules: Iterable[Path]) -> set[str]:
    return {word for module in modules for word in reported(module.read_text(encoding="utf-8"))}


def checking(folder: str, argument: str, run: tuple[object, ...]) -> list[str]:
    """Return the modules below a folder of the package whose rule, a function of this argument, is not in `run`."""
    names = [path.relative_to(PACKAGE).with_suffix("").parts for path in (PACKAGE / folder).rglob("[!_]*.py")]
    left = []
    for module in (importlib.import_module(".".join(("sitebuild", *name))) for name in names):
        whole = getattr(module, "check", None)
        if whole and [*inspect.signature(whole).parameters] == [argument] and whole not in run:
            # A rule in parts, by what each looks at: each of them is applied.
            parts = [part for name, part in vars(module).items() if name.startswith("check_")]
            left += [] if parts and all(part in run for part in parts) else [module.__name__]
    return left


@pytest.mark.parametrize(
    ("folder", "argument", "run"),
    [
        ("checks", "content", (*checks.OF_PAGES, *checks.OF_DATA, *checks.ACROSS)),
        ("linkcheck/rules", "site", link_rules.RULES),
    ],
    ids=["checks", "linkcheck"],
)
def test_every_rule_that_is_written_is_applied(folder: str, argument: str, run: tuple[object, ...]) -> None:
    """A rule that was not added to the list would pass its own test and never be asked again."""
    assert checking(folder, argument, run) == []
    assert len(run) == len({*run}) > 0


def test_every_rule_is_explained_once_and_every_explanation_has_a_rule() -> None:
    """Whatever reports a problem is typed by RuleName, so mypy refuses a rule that is not here."""
    explained, typed = Counter(name for group in GROUPS for name in group.names), Counter(get_args(RuleName))

    assert explained - typed == Counter(), "add a Literal with these names to the rule type of their module"
    assert typed - explained == Counter(), "add a Group with these names to GROUPS of their module"


def test_every_rule_is_reported_somewhere() -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if not path.is_relative_to(EXPLAINED)]

    assert set(get_args(RuleName)) - reported_by(modules) == set()


def test_every_rule_of_the_link_checker_is_reported_by_it() -> None:
    """People may put up with those for a while, and with no other."""
    assert set(get_args(LinkRule)) - reported_by(FINDINGS) == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('yield Problem(path=path, rule="page-orphan", message=message)', True),
        ('rule = "page-orphan" if alone else "page-missing"', True),
        ('if problem.rule != "page-orphan": yield problem', False),
        ('_ABSENT = {"page-orphan", "page-missing"}', False),
        ('"""Reports page-orphan."""', False),
    ],
)
def test_a_rule_that_is_only_compared_counts_as_reported_by_nothing(code: str, found: bool) -> None:  # noqa: FBT001 - a column
    assert ("page-orphan" in reported(code)) is found


def test_the_table_is_that_of_the_rules() -> None:
    text = (ROOT / rules.TABLE_IN).read_text(encoding="utf-8")

    assert text == rules.renewed(text), "the table of rules is old; type: python scripts/build.py rules"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.names[0])
def test_every_rule_has_its_words_in_both_languages(group: Group) -> None:
    """Each in one line, without a full stop at its end, and with code between two backticks."""
    for text in (group.wants, group.mend):
        assert (bool(HAN.search(text.zh)), bool(HAN.search(text.en))) == (True, False)
        for words in text:
            assert words == words.strip().rstrip("。.") != ""
            assert ("\n" in words, words.count("`") % 2) == (False, 0)


TASKS = {
    "改一处错误": "Fix a mistake",
    "改号码、法条和期限": "Change a number, a law or a deadline",
    "加一个问题": "Add a question",
    "加一页": "Add a page",
    "给一页改名": "Rename a page",
    "翻译": "Translate",
    "开始一种新语言": "Start a new language",
    "加一张图": "Add a figure",
    "加一家公司": "Add a company",
}
"""What contributors do, by the headings of its sections."""
SCREEN = 40
"""So many lines are on a screen."""


def sections() -> dict[str, str]:
    text = (ROOT / rules.TABLE_IN).read_text(encoding="utf-8")
    parts = re.split(r"(?m)^#{1,3} (.+)$", re.sub(r"(?ms)^```.*?^```", "    code", text))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", [*TASKS, *TASKS.values()])
def test_each_task_is_one_screen_that_says_what_to_type_and_what_one_sees(name: str) -> None:
    section = sections()[name]
    assert len(section.strip().splitlines()) <= SCREEN
    assert "`" in section
    assert re.search("看到|检查|说`|列出|see|check|says|lists", section)


def test_each_task_is_named_on_the_page_for_contributors() -> None:
    """As many rows as tasks, in both languages."""
    for code in ("zh", "en"):
        page = (ROOT / f"docs/{code}/about/contribute.md").read_text(encoding="utf-8")
        rows = [line for line in page.split("{#each-task}")[1].split("\n## ")[0].splitlines() if line.startswith("| ")]
        assert len(rows) == len(TASKS) + 2


def test_every_command_that_contributing_names_is_there() -> None:
    text = (ROOT / rules.TABLE_IN).read_text(encoding="utf-8")
    assert set(re.findall(r"scripts/build\.py ([a-z-]+)", text)) <= set(command_line.COMMANDS)


def test_every_link_inside_contributing_leads_to_a_heading() -> None:
    """A forge makes the address of a heading of its words, in small letters, with hyphens for spaces."""
    text = (ROOT / rules.TABLE_IN).read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^#{1,6} (.+)$", text)
    there = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - there == set()
