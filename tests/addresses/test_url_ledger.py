"""The ledger of addresses: what was published once is found for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import content, found
from sitebuild.addresses import url_ledger
from sitebuild.model.content import Content

BODY = "## 一 {#one}\n\n### 二 {#two .faq}\n\n## 没有编号\n"
FILES = {"zh/index.md": "## 家 {#start}\n", "zh/rights/delete.md": BODY, "en/rights/delete.md": BODY}
LEDGER = "rights/delete/\nrights/delete/#one\n"


def test_pages_and_sections_of_every_language_are_listed() -> None:
    """The page that English lacks shows the source text there, so its address and sections count."""
    assert url_ledger.published(content(FILES), ["laws/#pipl"]) == [
        "./",
        "./#start",
        "en/",
        "en/#start",
        "en/rights/delete/",
        "en/rights/delete/#one",
        "en/rights/delete/#two",
        "laws/#pipl",
        "rights/delete/",
        "rights/delete/#one",
        "rights/delete/#two",
    ]


def test_the_whole_handbook_fits_the_ledger(real_content: Content) -> None:
    """An address that could be published but not read back would be lost at the next reading."""
    addresses = url_ledger.published(real_content)

    assert url_ledger.read(url_ledger.render(addresses)) == (addresses, [])


@pytest.mark.parametrize(
    "text",
    ["", LEDGER, LEDGER.rstrip("\n"), LEDGER.replace("\n", "\r\n"), "\ufeff" + LEDGER, "\n" + LEDGER, "./\n./#start\n"],
    ids=["no file", "as written", "no last line break", "Windows", "byte order mark", "empty line", "home page"],
)
def test_a_good_ledger_has_no_problems(text: str) -> None:
    assert url_ledger.read(text)[1] == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        pytest.param("rights/delete", 8, id="no last slash"),
        pytest.param("/rights/delete/", 1, id="from the root of the host"),
        pytest.param("https://site.example/a/", 1, id="with the host"),
        pytest.param("rights/../delete/", 8, id="a step up"),
        pytest.param("./delete/", 3, id="a step nowhere"),
        pytest.param("rights/delete/#", 15, id="a section without id"),
        pytest.param("rights/delete/#a#b", 17, id="two sections"),
        pytest.param("rights/delete/?print", 15, id="a query"),
        pytest.param("rights/ delete/", 8, id="a space"),
        pytest.param("rights/delete/ ", 15, id="a space at the end"),
        pytest.param("rights//", 8, id="an empty step"),
        pytest.param("<<<<<<< HEAD", 1, id="a merge that was left"),
        pytest.param("# 说明", 1, id="a comment"),
    ],
)
def test_a_line_that_is_no_address_is_reported_where_it_goes_wrong(line: str, column: int) -> None:
    """The lines after it keep their numbers."""
    lines, problems = url_ledger.read(f"a/\n{line}\nb/\n")

    assert (lines, [(each.line, each.column, each.rule) for each in problems]) == (
        ["a/", "", "b/"],
        [(2, column, "url-malformed")],
    )


@pytest.mark.parametrize(
    ("ledger", "redirects", "gone"),
    [
        pytest.param(["new/", "new/#one"], {}, [], id="published"),
        pytest.param([], {}, [], id="published and not listed yet"),
        pytest.param(["new/", "", "old/"], {}, [3], id="a page is gone"),
        pytest.param(["new/#gone"], {}, [1], id="a section is gone"),
        pytest.param(["old/", "old/#one"], {}, [1, 2], id="a page and its section are gone"),
        pytest.param(["old/"], {"old/": "new/"}, [], id="a page has moved"),
        pytest.param(["new/#gone"], {"new/#gone": "new/#one"}, [], id="a section has another id"),
        pytest.param(["new/#gone"], {"old/": "new/"}, [1], id="another page has moved"),
        pytest.param(["old/#one"], {"old/": "new/"}, [], id="a section has moved with its page"),
        pytest.param(["old/#gone"], {"old/": "new/"}, [1], id="a section was lost when its page moved"),
        pytest.param(["old/#gone"], {"old/": "new/#one"}, [], id="a page has become a section"),
        pytest.param(["en/old/"], {"old/": "new/"}, [1], id="only the source page has a redirect"),
    ],
)
def test_an_address_that_leads_nowhere_is_reported(
    ledger: list[str], redirects: dict[str, str], gone: list[int]
) -> None:
    """Somebody has printed it or sent it to a friend in trouble."""
    problems = list(url_ledger.check(ledger, ["new/", "new/#one"], redirects))

    assert found(problems) == [("docs/_data/urls.txt", line, "url-removed") for line in gone]


def test_the_message_says_what_to_type() -> None:
    (problem,) = url_ledger.check(["old/"], [], {})

    assert problem.message == (
        "“old/” was published and is gone: put it back, or add a line "
        "“old/: {to: …, since: …, reason: …}” to docs/_data/redirects.yml"
    )


@given(st.lists(st.text(max_size=9) | st.sampled_from(["b/", "a/#x", "./", "", "a/"])))
def test_reading_never_fails_and_nothing_read_is_forgotten(lines: list[str]) -> None:
    addresses, _ = url_ledger.read("\n".join(lines))
    again, problems = url_ledger.read(url_ledger.render([*addresses, "new/"]))

    assert (again, problems) == (sorted({*filter(None, addresses), "new/"}), [])
