"""The parts of `make benchmark` that measure nothing: larger copies of a site, the page that changes, the tables."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils import yaml as mkdocs_yaml

from benchmarks import paper
from benchmarks.builds import growth, handbook, settings, tables
from benchmarks.builds.copied_page import copied, shared_anchors
from benchmarks.builds.handbook import Handbook
from benchmarks.builds.measure import Case, Result, measure
from benchmarks.builds.tables import Measured
from making import ROOT, aside, small_site, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

DAY = "2026-11-23"
PAGE = """---
title: "My ID has leaked"
translated:
  page: abc
  first: def
reviewed: 2026-11-01
---

See [below](#keep) and [the sources](#sources).

## What to keep? {#keep .faq}

## Sources {#sources}
"""
COPY = """---
title: "My ID has leaked copy-a"
reviewed: 2026-11-01
---

See [below](#keep-copy-a) and [the sources](#sources).

## What to keep copy-a? {#keep-copy-a .faq}

## Sources {#sources}
"""


@pytest.fixture
def book(tmp_path: Path) -> Handbook:
    return Handbook(root=small_site(tmp_path / "site"), name="this tree", day=DAY)


def loaded(root: Path) -> Any:
    """Return the settings as MkDocs reads them."""
    with (root / "mkdocs.yml").open("rb") as file:
        return mkdocs_yaml.yaml_load(file)


def no_problems(book: Handbook) -> bool:
    return aside(main.main)(["check", "--today", DAY], book.root) == ExitCode.CLEAN


def test_a_copy_of_a_page_has_a_title_questions_and_anchors_of_its_own_and_shares_what_is_shared() -> None:
    assert copied(PAGE, "copy-a", shared_anchors([PAGE, "## Sources {#sources}\n"])) == COPY


def test_no_space_parts_a_tag_from_chinese() -> None:
    assert "\ntitle: 标题copy-a\n" in copied("---\ntitle: 标题\n---\n", "copy-a", set())
    assert "# 怎么办copy-a？ {#b-copy-a}" in copied("---\n---\n# 怎么办？ {#b}\n", "copy-a", set())


def test_settings_are_written_as_they_were_with_their_tags(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": (ROOT / "mkdocs.yml").read_bytes()})
    before = loaded(tmp_path)

    settings.write(tmp_path, settings.read(tmp_path))

    assert loaded(tmp_path) == before
    assert "!ENV" in (tmp_path / "mkdocs.yml").read_text("utf-8")


def test_a_site_with_more_languages_has_no_problems(book: Handbook) -> None:
    """What a copy's patterns do not find there needs no reason in it."""
    for code, line in {"zh": "15日内回答。", "en": "Answers come within 15 days."}.items():
        with (book.root / "docs" / code / "help/first.md").open("a", encoding="utf-8") as page:
            page.write(f"\n{line} <!-- typed: test -->\n")

    growth.add_languages(book, 5)

    assert len(book.languages) == 5
    assert no_problems(book)


def test_a_site_with_more_pages_has_no_problems(book: Handbook) -> None:
    before = book.names
    said: list[str] = []

    fit = growth.add_pages(book, 20, before, said.append)

    assert len(book.names) == len(set(book.names)) == 20
    assert set(before) - set(fit) >= {"faq.md", "laws.md"}, "an index can stand once only"
    assert any("faq.md" in line for line in said)
    assert no_problems(book)


def test_a_changing_page_is_another_each_time_and_no_rule_objects(book: Handbook) -> None:
    page = handbook.changing_page(book, "help/first.md")
    texts = []
    for _ in range(2):
        page.change()
        texts.append(page.path.read_text("utf-8"))

    assert len({page.text, *texts}) == 3
    assert no_problems(book)
    page.restore()
    assert page.path.read_text("utf-8") == page.text


def test_pages_are_written_out_with_every_marker_filled_and_those_of_laws_too(book: Handbook, tmp_path: Path) -> None:
    number = book.write_out(tmp_path / "pages")

    texts = {path: path.read_text("utf-8") for path in (tmp_path / "pages").rglob("*.md")}
    assert len(texts) == number > book.pages, "pages of laws are in no menu"
    assert {path.relative_to(tmp_path / "pages").parts[0] for path in texts} == {"zh", "en", "zh-Hant"}
    assert not any("{{" in text or "](law:" in text for text in texts.values())
    assert not (book.root / "mkdocs-written-out.yml").exists()


def test_a_copy_of_the_tree_holds_what_is_not_committed_and_nothing_that_git_ignores(tmp_path: Path) -> None:
    tree = write(tmp_path / "tree", {".gitignore": "/.cache/\n", "a.md": "old", ".cache/x": "", "new.md": "new"})
    for words in (["init", "--quiet"], ["add", ".gitignore", "a.md"]):
        subprocess.run(["git", *words], cwd=tree, check=True)
    write(tree, {"a.md": "changed"})

    root = handbook.copy(tree, tmp_path / "copy").root

    assert (root / "a.md").read_text("utf-8") == "changed"
    assert (root / "new.md").is_file()
    assert not (root / ".cache").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_the_memory_of_a_process_and_its_child_is_added_up() -> None:
    child = "import time; held = bytearray(40 << 20); time.sleep(0.8)"
    parent = f"import subprocess, sys; held = bytearray(40 << 20); subprocess.run([sys.executable, '-c', {child!r}])"
    # In a process of its own: this one may hold a browser.
    measures = "\n".join(
        (
            "import subprocess, sys",
            "from benchmarks.builds.memory import Sampler",
            "with Sampler() as memory:",
            f"    subprocess.run([sys.executable, '-c', {parent!r}], check=True)",
            "print(memory.peak)",
        )
    )
    run = subprocess.run(
        [sys.executable, "-c", measures], cwd=ROOT / "tests", capture_output=True, text=True, check=True
    )

    assert 80 < float(run.stdout) < 140


def test_a_run_that_fails_or_writes_too_few_pages_does_not_count(tmp_path: Path) -> None:
    def case(what: str, code: str, pages: int) -> Case:
        command = (sys.executable, "-c", code)
        return Case(
            tool="x", what=what, command=command, folder=tmp_path, pages=pages, prepare=lambda: None, written=tmp_path
        )

    cases = [case("good", "open('a.html', 'w')", 1), case("few", "", 2), case("bad", "raise SystemExit('why')", 1)]
    results = measure([cases], 2, lambda _: None, warm_up=False)

    assert [len(result.walls) for result in results.values()] == [2, 1, 1]
    assert [result.failure for result in results.values()] == ["", "wrote 1 of 2 pages", "failed with exit code 1: why"]
    assert [result.wall is None for result in results.values()] == [False, True, True]


def measured(title: str, pages: int, *walls: tuple[str, str, float]) -> Measured:
    """Return results of one size: tool, case, and seconds; a commit has half the pages."""
    results = {}
    for tool, what, wall in walls:
        number = pages // 2 if tool == "abc" else pages
        case = Case(tool=tool, what=what, command=(), folder=Path(), pages=number, prepare=lambda: None)
        results[case.name] = Result(case=case, walls=[wall], cpus=[wall])
    return Measured(
        title=title, languages=1, pages=pages, rounds=1, own="this tree", against="abc", load=0, results=results
    )


def test_tables_show_ratios_to_the_same_case_and_the_growth_a_page() -> None:
    small = measured(
        "today",
        100,
        ("this tree", "all, cold", 1.0),
        ("abc", "all, cold", 2.0),
        ("plain MkDocs", "all languages", 4.0),
    )
    large = measured("300 pages", 300, ("this tree", "all, cold", 6.0))

    rows = [line.split(" | ") for line in tables.of_one_size(small).splitlines()[4:]]
    assert rows[0] == ["| this tree: all, cold", "1.00", "1.00", "–", "10.0", "0.25", "–", "0.50", "0.50", "0.25 |"]
    assert [row[5] for row in rows] == ["0.25", "0.50", "1.00"]
    assert "| 300 pages | 300 | 3.00 | 6.0 | 20.0 (2.00) |" in tables.of_growth([small, large])


def test_the_text_for_typst_is_plain_and_means_nothing_to_it() -> None:
    html = (
        "<h2>A #1</h2><p>one <b>two</b></p><ol><li>x</li></ol><table><tr><td>a</td><td>b</td></tr></table><svg>y</svg>"
    )

    text = paper.typst_text([html], ["NotoSans"], "en").partition("none)\n")[2]

    assert text.split() == [
        "#heading(level:",
        '2)[#"A',
        '#1";',
        "]",
        '#"one";',
        '#strong[#"two";',
        "]",
        '#enum([#"x";',
        "],)",
        "#table(columns:",
        "2,",
        '[#"a";',
        '],[#"b";',
        "],)",
    ]


def test_the_ratio_to_typst_is_one_of_processor_seconds() -> None:
    def run(seconds: float) -> paper.Run:
        return paper.Run(wall=9, processor=seconds, memory=100, pages=10, megabytes=1)

    lines = paper.table({paper.OURS: [run(6)], paper.OTHER: [run(2)]}).splitlines()
    assert lines[2] == "| booklet | 9.0 | 6.0 | 10 | 0.600 | 100 | 1.0 | 3.0 |"
    assert "it cannot be installed" in paper.table({paper.OURS: [run(6)]})
