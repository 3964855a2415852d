"""Names with hashes: what names a file follows, what changes has another name, and nothing else."""

import re
from pathlib import Path

import pytest

from making import fingerprints, write
from sitebuild.publishing import hashed_names

SITE = {
    "assets/stylesheets/handbook.css": "p { color: red }",
    "assets/stylesheets/search.css": "dialog { color: red }",
    "assets/javascripts/handbook.js": 'go("assets/x")',
    "assets/javascripts/filter.js": 'load(new URL("search.js",own))',
    "assets/javascripts/search.js": 'h=JSON.parse("{}");load("zh")',
    "assets/javascripts/search-chinese.js": "language()",
    "assets/search/zh.js": "rows()",
    "assets/search/zh-dialog.js": 'load("../stylesheets/search.css","../javascripts/search.js")',
    "assets/images/icon.svg": "<svg/>",
    "index.html": '<link href="assets/stylesheets/handbook.css"> <a data-search="assets/search/zh-dialog.js">',
    "a/b/index.html": '<p>assets/stylesheets/handbook.css</p> <script src="../../assets/javascripts/filter.js">',
    "404.html": '<link href="/handbook/assets/stylesheets/handbook.css">',
}


def renamed(folder: Path, **changed: str) -> dict[str, str]:
    """Rename in a copy of SITE with some texts changed, and return the new text of each file by its old path."""
    site = {**SITE, **{path: text for path, text in SITE.items() if path in changed}, **changed}
    named = hashed_names.rename(write(folder, site))
    return {path: (folder / named.get(path, path)).read_text("utf-8") for path in site}


def test_pages_and_scripts_name_files_that_are_there(tmp_path: Path) -> None:
    texts = renamed(tmp_path)

    for path, text in texts.items():
        folder = "assets/x" if path.startswith("assets") else ("a/b" if path.startswith("a/") else "")
        for place in re.findall(r'"(?:/handbook/)?([^"\\ ]+\.[0-9a-f]{12}\.(?:css|js))"', text):
            near = {tmp_path / folder / place, tmp_path / "assets/javascripts" / place}
            assert [file for file in near if file.resolve().is_file()], (path, place)
    assert len(re.findall(r"\.[0-9a-f]{12}\.", "".join(texts.values()))) == 9
    assert "<p>assets/stylesheets/handbook.css</p>" in texts["a/b/index.html"]


def test_the_engine_of_search_has_a_table_of_its_files(tmp_path: Path) -> None:
    text = renamed(tmp_path)["assets/javascripts/search.js"]

    assert re.search(r'\\"search-chinese\\":\\"search-chinese\.[0-9a-f]{12}\.js\\"', text)
    assert re.search(r'\\"../search/zh\\":\\"../search/zh\.[0-9a-f]{12}\.js\\"', text)
    assert "dialog" not in text


def test_what_changes_has_another_name_and_so_has_what_names_it(tmp_path: Path) -> None:
    before = hashed_names.rename(write(tmp_path / "before", SITE))
    after = hashed_names.rename(write(tmp_path / "after", {**SITE, "assets/search/zh.js": "rows(2)"}))

    assert {path for path in before if before[path] != after[path]} == {
        "assets/search/zh.js",
        "assets/javascripts/search.js",
        "assets/javascripts/filter.js",
        "assets/search/zh-dialog.js",
    }


def test_the_same_site_has_the_same_names_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a", SITE)
    write(tmp_path / "b", SITE)
    hashed_names.rename(tmp_path / "a")
    hashed_names.rename(tmp_path / "b")
    first = fingerprints(tmp_path / "a")

    assert fingerprints(tmp_path / "b") == first
    assert hashed_names.rename(tmp_path / "a") == {}
    assert fingerprints(tmp_path / "a") == first


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"assets/javascripts/search.js": "load()"}, "no table"),
        (
            {
                "assets/javascripts/handbook.js": 'load("letter.js")',
                "assets/javascripts/letter.js": 'load("handbook.js")',
            },
            "name each other",
        ),
    ],
    ids=["no table", "a circle"],
)
def test_what_cannot_be_renamed_is_said_before_anything_is_changed(
    tmp_path: Path, changed: dict[str, str], said: str
) -> None:
    write(tmp_path, {**SITE, **changed})
    before = fingerprints(tmp_path)

    with pytest.raises(ValueError, match=said):
        hashed_names.rename(tmp_path)
    assert fingerprints(tmp_path) == before
