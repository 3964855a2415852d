"""What stands at the same place of many pages is one fault."""

from sitebuild.linkcheck import repeated
from sitebuild.linkcheck.finding import Finding


def missing(path: str, address: str) -> Finding:
    return Finding(path, "page-missing", address, f"<a> leads to “{address}”")


def told(*findings: Finding) -> list[tuple[str, str]]:
    return [(each.first.path, each.message) for each in repeated.gather(findings)]


def test_one_address_at_every_depth_is_one_fault_with_a_count_and_three_examples() -> None:
    pages = ["a.html", "b/c.html", "b/d/e.html", "f.html"]
    faults = [missing(path, "../" * path.count("/") + "gone/") for path in pages]

    assert told(*faults) == [("a.html", "<a> leads to “gone/” (on 4 pages, such as a.html, b/c.html and b/d/e.html)")]


def test_two_pages_are_both_named() -> None:
    assert told(missing("a.html", "x"), missing("b.html", "x")) == [
        ("a.html", "<a> leads to “x” (on 2 pages: a.html and b.html)")
    ]


def test_two_addresses_are_two_faults_and_so_are_two_rules() -> None:
    other = Finding("a.html", "file-missing", "x", "<a> leads to “x”")

    assert len(told(missing("a.html", "x"), missing("a.html", "y"), other)) == 3


def test_an_address_that_names_the_page_itself_is_one_fault_on_all_of_them() -> None:
    """As a canonical link that was made on one machine."""
    faults = [missing(path, f"file:///home/x/{path}") for path in ("a.html", "b.html")]
    folders = [missing(f"{name}/index.html", f"http://localhost/{name}/") for name in "ab"]

    assert [len(each.paths) for each in repeated.gather(faults + folders)] == [2, 2]


def test_a_fault_that_stands_twice_on_one_page_is_on_one_page() -> None:
    assert told(missing("a/b.html", "x"), missing("a/b.html", "./x")) == [("a/b.html", "<a> leads to “x”")]
