"""What a page leaves out on paper, and how closely it is printed."""

import pytest

from sitebuild.building import brief_print

EXTRA = ' class="extra"'


@pytest.mark.parametrize(
    ("html", "left_out"),
    [
        pytest.param('<h2 id="sources">x</h2>\n<ul>\n<li>y</li>\n</ul>\n<p>z</p>', 3, id="sources, up to the end"),
        pytest.param('<h2 class="faq" id="a">x</h2>\n<p>y</p>\n<h2 id="b">z</h2>\n<p>w</p>', 2, id="up to a heading"),
        pytest.param('<h2 id="a">x</h2><p>y</p>', 0, id="what to do"),
        pytest.param('<p><a href="x">where it leads</a>.</p>', 1, id="a line that is all link"),
        pytest.param('<p>What to do first, then see <a href="x">this</a>.</p>', 0, id="a line that says more"),
        pytest.param('<p><a href="tel:110">110</a></p>', 0, id="a number to call"),
        pytest.param(
            '<details class="more">\n<summary><h2 class="faq" id="a">x</h2></summary>\n<p>y</p>\n</details>',
            1,
            id="questions that are folded",
        ),
        pytest.param(
            '<details class="more">\n<summary><h2 id="a">x</h2></summary>\n</details>', 0, id="what is folded"
        ),
        pytest.param('<div>\n<h2 id="sources">x</h2>\n</div>', 0, id="inside something else"),
    ],
)
def test_what_to_do_is_printed_and_what_it_rests_on_is_not(html: str, left_out: int) -> None:
    assert brief_print.marked(html, "help/a.md").count('class="extra') == left_out
    assert (
        brief_print.marked(html, "help/a.md").replace('class="extra ', 'class="').replace(' class="extra"', "") == html
    )


def test_what_is_not_needed_first_is_printed_where_there_is_room() -> None:
    folded = '<details class="more">\n<summary><h2 id="a">x</h2></summary>\n<p>y</p>\n</details>\n'
    short, long = "<p>一</p>\n", f"<p>{'一' * 3600}</p>\n"

    assert "extra" not in brief_print.marked(short + folded, "help/a.md")
    assert '<details class="extra more">' in brief_print.marked(long + folded, "help/a.md")


def test_all_articles_of_a_law_are_printed() -> None:
    html = f'<p>{"一" * 3600}</p>\n<details class="more">\n<summary><h2 id="a">x</h2></summary>\n<p>y</p>\n</details>\n'

    assert brief_print.marked(html, "laws/pipl.md") == html


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        ("一" * 1100, ""),
        ("一" * 1300, "dense"),
        ("一" * 1700, ""),
        ("一" * 2400, ""),
        ("一" * 2600, "dense"),
        ("一" * 3200, "dense denser"),
        ("a" * 4000, ""),
        ("a" * 5000, "dense"),
        ("a" * 6000, ""),
        ("a" * 7500, "dense"),
    ],
)
def test_what_needs_a_little_more_than_its_sheets_is_printed_more_closely(signs: str, kind: str) -> None:
    assert brief_print.density(f"<p>{signs}</p>") == kind
    assert brief_print.density(f"<p>a</p><p{EXTRA}>{signs}</p>") == ""
