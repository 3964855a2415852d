"""The faster renderer writes what Python-Markdown writes."""

import functools

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import ROOT
from sitebuild.text import fast_markdown, front_matter

EXTENSIONS = ("toc", "admonition", "attr_list", "tables", "md_in_html", "pymdownx.superfences")
PIECES = (
    *("# a", "b\n===", "H\n---", "- x", "1. y", "> q", "!!! note\n    z", "[TOC]", "***", "    code", "~~~\nx\n~~~"),
    *("<b>", "<br>", "<!-- c -->", "<script>a<b</script>", "<pre>x</pre>", "<p id=x markdown=1>", "</p>", "&amp;", "&"),
    *("<div markdown>", "</div>", "`c`", "```\nx\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "{#id .c}", '"q"', "\\*"),
    *("[l](x.md)", "[r]: http://x", "[r]", "![i](p)", "<http://e.x>", "*e*", "**s**", "_u_", "__v__", "text", "  \n"),
)


@functools.cache
def renderers() -> tuple[markdown.Markdown, markdown.Markdown]:
    library = markdown.Markdown(extensions=list(EXTENSIONS))
    vars(library.parser.blockprocessors["olist"])["LAZY_OL"] = False
    return fast_markdown.renderer(EXTENSIONS), library


def rendered(renderer: markdown.Markdown, text: str) -> tuple[str, object]:
    html = renderer.reset().convert(text)
    return html, vars(renderer).get("toc_tokens") if text.strip() else None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_rendered_as_the_library_renders_it(language: str) -> None:
    fast, slow = renderers()
    texts = [
        front_matter.body(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "docs" / language).rglob("*.md"))
    ]

    assert len(texts) > 100
    assert [text for text in texts if rendered(fast, text) != rendered(slow, text)] == []


@pytest.mark.parametrize("piece", [each for each in PIECES if each != "[TOC]"])
def test_every_construct_alone_and_within_text_is_rendered_alike(piece: str) -> None:
    fast, slow = renderers()

    for text in (piece, f"before\n\n{piece}\n\nafter", f"before {piece} after", f"- item\n\n    {piece}"):
        assert rendered(fast, text) == rendered(slow, text)


def test_emphasis_with_underscores_is_emphasis() -> None:
    assert fast_markdown.renderer(EXTENSIONS).convert("_u_") == "<p><em>u</em></p>"


def test_a_list_that_goes_on_after_something_else_goes_on_counting() -> None:
    """“4.” after a table is the fourth step; Python-Markdown alone would call it the first."""
    html = fast_markdown.renderer(EXTENSIONS).convert("1. a\n\n| b |\n|---|\n| c |\n\n2. d\n")

    assert '<ol start="2">' in html


def test_indented_code_is_code_in_the_first_text_of_a_renderer() -> None:
    text = "before\n\n    code\n"

    assert fast_markdown.renderer(EXTENSIONS).convert(text) == markdown.markdown(text, extensions=list(EXTENSIONS))


def test_a_page_may_show_its_contents() -> None:
    fast, slow = renderers()
    text = "[TOC]\n\n## a\n\n## b\n"

    assert '<div class="toc">' in rendered(fast, text)[0]
    assert rendered(fast, text) == rendered(slow, text)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", "\n", "\n\n"))), max_size=9))
def test_constructs_in_any_order_are_rendered_alike(pieces: list[tuple[str, str]]) -> None:
    fast, slow = renderers()
    text = "".join(piece + gap for piece, gap in pieces)

    assert rendered(fast, text) == rendered(slow, text)
