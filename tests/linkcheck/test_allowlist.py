"""The list of allowances: each entry excuses one finding, says why, and ends on a day."""

from datetime import date
from pathlib import Path

import pytest

from making import change, write
from sitebuild.cli import links, main
from sitebuild.cli.options import ExitCode
from sitebuild.linkcheck import allowlist
from sitebuild.linkcheck.finding import Finding
from sitebuild.model.register_paths import LINK_EXCEPTIONS, TEMPLATES

TODAY = date(2026, 11, 23)
HOME = '<html lang="zh"><title>t</title><h1>x</h1><a href="gone/">x</a><a href="lost/">x</a>'
GONE, LOST = "gone/", "lost/"
REASON = '  reason: "it comes back"\n'
LINE = "- {{rule: page-missing, page: index.html, reason: x, until: {0}}}"
MISSING = "index.html:1:1: <a> leads to “{0}”, which is not in the site; correct it or add the file [page-missing]"
ENDED = (
    "this ended on {0}: mend what it excused and delete the entry,"
    " or look again and write a later day with its reason [exception-expired]"
)
REASON_WANTED = "reason: write between double quotes why it cannot be mended now"
UNUSED = "there is no page-missing of “{0}” in {1} any more; delete the entry, or correct it [exception-unused]"


def entry(page: str = "index.html", address: str = GONE, until: str = "2026-11-23") -> str:
    return f'- rule: page-missing\n  page: {page}\n  address: "{address}"\n{REASON}  until: {until}\n'


def judged(text: str) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Return the addresses that are left of two dead links, and line, column and rule of what is wrong in a list."""
    allowances, unfit = allowlist.read("list.yml", text)
    dead = [Finding("index.html", "page-missing", address, "message") for address in (GONE, LOST)]
    left, unused = allowlist.apply(dead, allowances, lambda finding: {finding.path, "docs/zh/index.md"}, TODAY)
    return [each.excerpt for each in left], [(each.line, each.column, each.rule) for each in [*unfit, *unused]]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("", [GONE, LOST], id="no file"),
        pytest.param("# none\n[]\n", [GONE, LOST], id="an empty list"),
        pytest.param(entry(), [LOST], id="a match"),
        pytest.param(entry("docs/zh/index.md"), [LOST], id="the page by its text"),
        pytest.param(entry().replace('  address: "gone/"\n', ""), [], id="the whole page"),
        pytest.param(entry() + entry(address=LOST), [], id="two entries"),
    ],
)
def test_an_entry_excuses_what_it_names_and_nothing_else(text: str, left: list[str]) -> None:
    assert judged(text) == (left, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(entry(until="2026-11-22"), (5, 3, "exception-expired"), id="one day late"),
        pytest.param(entry("a.html"), (1, 3, "exception-unused"), id="another page"),
        pytest.param(entry(address="gone"), (1, 3, "exception-unused"), id="another address"),
        pytest.param(entry(address="../gone/"), (1, 3, "exception-unused"), id="another way up"),
        pytest.param(entry().replace("page-missing", "id-doubled"), (1, 3, "exception-unused"), id="another rule"),
        pytest.param(entry().replace("page-missing", "page-mising"), (1, 3, "exception-rule-unknown"), id="no rule"),
        pytest.param(
            entry().replace("page-missing", "hotline-typed"), (1, 3, "exception-rule-unknown"), id="a rule of texts"
        ),
        pytest.param(entry().replace(REASON, ""), (1, 3, "exception-key-missing"), id="no reason"),
        pytest.param(entry().replace("it comes back", " "), (4, 3, "exception-value-wrong"), id="a blank reason"),
        pytest.param(entry().replace("  until: 2026-11-23\n", ""), (1, 3, "exception-key-missing"), id="no last day"),
        pytest.param(entry(until="soon"), (5, 3, "exception-value-wrong"), id="a day in words"),
        pytest.param(LINE.format("2026-11-23 10:00:00"), (1, 53, "exception-value-wrong"), id="an hour"),
        pytest.param(LINE.format("2026-13-01"), (1, 60, "exception-broken"), id="no such day"),
        pytest.param(entry() + "  by: me\n", (6, 3, "exception-key-unknown"), id="a key too many"),
        pytest.param("- index.html\n", (1, 3, "exception-broken"), id="an entry in one word"),
        pytest.param("\nrule: page-missing\n", (2, 1, "exception-broken"), id="no list"),
        pytest.param("- rule: [", (1, 10, "exception-broken"), id="no YAML"),
        pytest.param(entry(address="1").replace('"1"', "1"), (3, 3, "exception-value-wrong"), id="a number"),
    ],
)
def test_an_entry_that_excuses_nothing_is_an_error_at_its_place(text: str, fault: tuple[int, int, str]) -> None:
    """An excuse that nobody needs would hide the next fault at its place."""
    assert judged(text) == ([GONE, LOST], [fault])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(entry() * 2, (6, 3, "exception-unused"), id="the same twice"),
        pytest.param(entry(until="2026-11-22") + entry(), (5, 3, "exception-expired"), id="an old one and a new one"),
        pytest.param(entry() + "  rule: page-missing\n", (6, 3, "exception-key-doubled"), id="a key twice"),
    ],
)
def test_what_stands_beside_an_entry_that_excuses_is_an_error(text: str, fault: tuple[int, int, str]) -> None:
    assert judged(text) == ([LOST], [fault])


@pytest.mark.parametrize(("page", "left"), [(TEMPLATES, 0), ("docs/zh/a.md", 2)])
def test_a_fault_of_a_template_is_excused_on_every_page(page: str, left: int) -> None:
    """A template writes an address differently at every depth, and the fault is reported once."""
    allowances, _ = allowlist.read("list.yml", entry(page, "../gone/"))
    dead = [Finding(f"{up}x.html", "page-missing", f"{up}gone/", "message") for up in ("../", "../../")]

    found, _ = allowlist.apply(dead, allowances, lambda _: {TEMPLATES}, TODAY, everywhere=TEMPLATES)

    assert len(found) == left


BOTH = entry() + entry(address=LOST)
FOREIGN = [
    pytest.param(BOTH, "2026-11-23", [], id="excused"),
    pytest.param(
        BOTH,
        "2026-11-24",
        [
            MISSING.format(GONE),
            MISSING.format(LOST),
            *(f"{{file}}:{line}:3: {ENDED.format('2026-11-23')}" for line in (5, 10)),
        ],
        id="expired",
    ),
    pytest.param(
        BOTH + entry(address="found/"),
        "2026-11-23",
        [f"{{file}}:11:3: {UNUSED.format('found/', 'index.html')}"],
        id="unused",
    ),
    pytest.param(
        entry() + entry(address=LOST).replace(REASON, ""),
        "2026-11-23",
        [
            MISSING.format(LOST),
            f"{{file}}:6:3: this entry has no {REASON_WANTED} [exception-key-missing]",
        ],
        id="no reason",
    ),
]


@pytest.mark.parametrize(("text", "today", "lines"), FOREIGN)
def test_any_folder_may_have_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, today: str, lines: list[str]
) -> None:
    write(tmp_path, {"site/index.html": HOME, "list.yml": text})
    file = tmp_path / "list.yml"
    options = ["--site", str(tmp_path / "site"), "--exceptions", str(file), "--today", today]

    code = links.main(options, tmp_path / "elsewhere")

    assert code == (ExitCode.PROBLEMS if lines else ExitCode.CLEAN)
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        line.replace("{file}", file.as_posix()) for line in lines
    )


def test_a_list_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"site/index.html": HOME})
    options = ["--site", str(tmp_path / "site"), "--exceptions", str(tmp_path / "no.yml")]

    assert links.main(options, tmp_path) == ExitCode.USAGE
    assert "--exceptions FILE" in capsys.readouterr().err


def test_the_handbook_s_list_is_not_for_other_folders(tmp_path: Path) -> None:
    whole_page = entry("docs/zh/index.md").replace('  address: "gone/"\n', "")
    write(tmp_path, {"site/index.html": HOME, "docs/zh/index.md": "", LINK_EXCEPTIONS: whole_page})
    write(tmp_path / "other", {"index.html": HOME})
    today = ["--today", "2026-11-23"]

    assert links.main(["--site", str(tmp_path / "site"), *today], tmp_path) == ExitCode.CLEAN
    assert links.main(["--site", str(tmp_path / "other"), *today], tmp_path) == ExitCode.PROBLEMS


FIRST = "docs/zh/help/first.md"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(entry(FIRST, "../gone/"), "", id="excused"),
        pytest.param(
            entry(FIRST, "../gone/", "2026-11-22"),
            f"{LINK_EXCEPTIONS}:5:3: {ENDED.format('2026-11-22')}",
            id="expired",
        ),
        pytest.param(
            entry(FIRST, "../lost/"), f"{LINK_EXCEPTIONS}:1:3: {UNUSED.format('../lost/', FIRST)}", id="unused"
        ),
        pytest.param(
            entry(FIRST, "../gone/").replace("it comes back", ""),
            f"{LINK_EXCEPTIONS}:4:3: {REASON_WANTED} [exception-value-wrong]",
            id="no reason",
        ),
    ],
)
def test_the_handbook_s_own_build_reads_its_list(
    small: Path, capsys: pytest.CaptureFixture[str], text: str, line: str
) -> None:
    """An author copies file and address from the message, which names the Markdown."""
    plant(small)
    write(small, {LINK_EXCEPTIONS: text})

    code = main.main(["site", "--today", "2026-11-23"], small)

    said = [each for each in capsys.readouterr().out.splitlines() if " note: " not in each]
    assert said[:1] == ([line] if line else [])
    assert code == (ExitCode.PROBLEMS if line else ExitCode.CLEAN)


def plant(small: Path) -> None:
    """Let a page lead to where nothing is: `check` sees links in Markdown, so a template makes one."""
    change(small, FIRST, "1. ", "旧页在`../gone/`。\n\n1. ")
    dead = '{% if page.url == "help/first/" %}<a href="../gone/">旧页</a>{% endif %}'
    change(small, "overrides/partials/content.html", '{% include "partials/crumbs.html" %}', dead)


def test_what_the_build_excused_is_excused_in_its_site(small: Path) -> None:
    """And the list itself is published nowhere."""
    plant(small)
    write(small, {LINK_EXCEPTIONS: entry(FIRST, "../gone/")})
    assert main.main(["site", "--today", "2026-11-23"], small) == ExitCode.CLEAN

    codes = [main.main(["links", "--today", today], small) for today in ("2026-11-23", "2026-11-24")]

    assert codes == [ExitCode.CLEAN, ExitCode.PROBLEMS]
    assert list((small / "site").rglob("link-exceptions*")) == []
