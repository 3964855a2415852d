"""The finished HTML: every row is a page that fails, or one that passes."""

from pathlib import Path

import pytest

from making import EN, HEAD, ZH, read, write
from sitebuild import published
from sitebuild.content import Content

SITE = "https://site.example/handbook/"
FILES = {
    "b/index.html": '<html lang="zh"><head><title>乙</title></head><h1>乙</h1><p id="there"><a name="old"></a>',
    "x.png": "",
    "x y.png": "",
    "说明.html": '<html lang="zh"><head><title>说明</title></head><h1>说明</h1><p id="这里">',
    "style.css": "",
}


def check(folder: Path, body: str, **files: str) -> list[tuple[str, int, str]]:
    """Return file, line and rule of what is found in a page with this body, written on its seventh line."""
    page, _ = read(HEAD + body)
    html = f'<html lang="zh"><head><title>甲</title></head><body><h1>甲</h1>{body}</body>'
    write(folder, {**FILES, "a/index.html": html, **files})
    content = Content(languages=(ZH, EN), pages=(page,))
    return [(each.path, each.line, each.rule) for each in published.check(folder, content, SITE)]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        pytest.param('<a href="../b/">乙</a>', None, id="a page"),
        pytest.param('<a href="../b">乙</a>', None, id="a page without the slash"),
        pytest.param('<a href="../gone/">丙</a>', "page-missing", id="a page that is gone"),
        pytest.param('<a href="../B/">乙</a>', "page-missing", id="the wrong case"),
        pytest.param('<a href="../b/#there">乙</a>', None, id="a section"),
        pytest.param('<a href="../b/#old">乙</a>', None, id="a named anchor"),
        pytest.param('<a href="../b/#gone">乙</a>', "anchor-unknown", id="a section that is gone"),
        pytest.param('<a href="#gone">甲</a>', "anchor-unknown", id="a section of this page that is gone"),
        pytest.param('<p id="here"></p><a href="#here">甲</a>', None, id="a section of this page"),
        pytest.param('<a href="#">甲</a>', None, id="the top of the page"),
        pytest.param('<a href="../%E8%AF%B4%E6%98%8E.html#%E8%BF%99%E9%87%8C">x</a>', None, id="percent signs"),
        pytest.param('<a href="../说明.html#这里">x</a>', None, id="the same in Chinese"),
        pytest.param('<a href="/handbook/b/">乙</a>', None, id="from the root of the site"),
        pytest.param('<a href="/b/">乙</a>', "page-missing", id="from the root of the host"),
        pytest.param('<a href="../../../b/">乙</a>', "page-missing", id="above the site"),
        pytest.param('<a href="../b/?print">乙</a>', None, id="a query"),
        pytest.param('<a href="https://www.cac.gov.cn/">x</a><a href="tel:110">110</a>', None, id="elsewhere"),
        pytest.param('<img src="../x.png" alt="">', None, id="a picture"),
        pytest.param('<img src="../x%20y.png" alt="">', None, id="a picture with a space"),
        pytest.param('<img src="../gone.png" alt="">', "file-missing", id="a picture that is gone"),
        pytest.param('<img src="../x.png" srcset="../x.png 1x, ../gone.png 2x" alt="">', "file-missing", id="srcset"),
        pytest.param('<script src="../gone.js"></script>', "file-missing", id="a script"),
        pytest.param('<link rel="stylesheet" href="../style.css">', None, id="a style sheet"),
        pytest.param('<link rel="stylesheet" href="../gone.css">', "file-missing", id="a style sheet that is gone"),
        pytest.param("<h1>又一个</h1>", "h1-count", id="a second title"),
        pytest.param('<!-- <a href="../gone/">丙</a> -->', None, id="inside a comment"),
    ],
)
def test_what_a_browser_would_miss_is_found(tmp_path: Path, body: str, rule: str | None) -> None:
    """A dead link in a crisis guide costs a reader the minute that mattered."""
    assert check(tmp_path, body) == ([("docs/zh/a.md", 7, rule)] if rule else [])


def test_a_fault_of_the_template_is_reported_there(tmp_path: Path) -> None:
    """The author of a page cannot mend what the page does not say."""
    page = '<html lang="zh"><head><title>丙</title></head><h1>丙</h1><a href="gone/">x</a>'

    assert check(tmp_path, "正文。", **{"c/index.html": page}) == [("overrides", 1, "page-missing")]


@pytest.mark.parametrize(
    ("place", "lang", "rules"),
    [
        ("en/c/index.html", "en", []),
        ("en/c/index.html", "zh", ["lang-wrong"]),
        ("c/index.html", "en", ["lang-wrong"]),
    ],
    ids=["English under /en/", "Chinese under /en/", "English at the root"],
)
def test_the_language_is_the_one_of_the_address(tmp_path: Path, place: str, lang: str, rules: list[str]) -> None:
    """A screen reader speaks the language that the page claims."""
    html = f'<html lang="{lang}"><head><title>C</title></head><h1>C</h1>'

    assert [rule for _, _, rule in check(tmp_path, "正文。", **{place: html})] == rules


def test_a_title_belongs_to_one_page_of_a_language(tmp_path: Path) -> None:
    html = '<html lang="{}"><head><title>乙</title></head><h1>乙</h1>'
    files = {"c/index.html": html.format("zh"), "en/c/index.html": html.format("en")}

    assert [rule for _, _, rule in check(tmp_path, "正文。", **files)] == ["title-doubled"]


def test_a_page_that_was_not_published_is_reported(tmp_path: Path) -> None:
    page, _ = read(HEAD + "正文。")

    problems = published.check(tmp_path, Content(languages=(ZH, EN), pages=(page,)), SITE)

    assert [(each.path, each.rule) for each in problems] == [("docs/zh/a.md", "page-unpublished")]
