"""A page that is built by itself is the page that a whole build makes, to the byte."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import TODAY
from making import change, small_site
from sitebuild.building import mkdocs_build
from sitebuild.building.mkdocs_build import SiteBuild
from sitebuild.building.mkdocs_single_pages import SinglePages
from sitebuild.memo.store import Store
from sitebuild.model.content import Content
from sitebuild.reading import docs_folder, mkdocs_config

Edit = Callable[[Path], object]
FIRST, ENGLISH = "docs/zh/help/first.md", "docs/en/help/first.md"


def changing(name: str, old: str, new: str) -> Edit:
    return lambda root: change(root, name, old, new)


def appending(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


EDITS: dict[str, Edit] = {
    "a sentence": changing(FIRST, "第一句话。", "另外一句话。"),
    "a section": appending(FIRST, "\n## 新的一节 { #another }\n\n又一句话。\n"),
    "a translation": appending(ENGLISH, "\nOne more sentence.\n"),
    "a template": appending("overrides/partials/footer.html", "<p>新</p>\n"),
    "a word around the pages": changing("docs/zh/_data/interface.yml", 'reviewed: "', 'reviewed: "新'),
}
"""What an author saves; titles and addresses stay."""


def read(root: Path) -> Content:
    site = mkdocs_config.load(root)
    return docs_folder.read(site.root, site.docs, site.languages, site.guides)[0].published


def is_first(name: str, _: str) -> bool:
    return name == "help/first.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SinglePages]:
    """Return the root of a small site, and what has been made ready for it."""
    folder = tmp_path_factory.mktemp("single")
    root = small_site(folder / "handbook")
    pages = SinglePages(root, folder / "early", TODAY)
    assert list(pages.prepare(read(root), Store())) == ["zh", "en", "zh-Hant"]
    return root, pages


@pytest.fixture
def root(site: tuple[Path, SinglePages]) -> Iterator[Path]:
    """Return the root, in which everything is as it was when a test is over."""
    root, pages = site
    before = {path: path.read_bytes() for name in ("docs", "overrides") for path in (root / name).rglob("*.*")}
    yield root
    for path, content in before.items():
        if path.read_bytes() != content:
            path.write_bytes(content)
    list(pages.prepare(read(root), Store()))


@pytest.fixture
def ready(site: tuple[Path, SinglePages]) -> SinglePages:
    """Return what has been made ready for the site as it was before an edit."""
    return site[1]


@pytest.mark.parametrize("name", EDITS)
def test_a_single_page_is_what_a_whole_build_makes(root: Path, ready: SinglePages, tmp_path: Path, name: str) -> None:
    EDITS[name](root)
    content = read(root)

    made = ready.build(content, is_first)
    plan = SiteBuild(root=root, site=tmp_path / "whole", content=content, today=TODAY, forgiving=True)
    mkdocs_build.build(plan, processes=1)

    assert list(made) == [f"{language}help/first/index.html" for language in ("", "en/", "zh-Hant/")]
    assert {each: (root.parent / "early" / each).read_text(encoding="utf-8") for each in made} == {
        each: (tmp_path / "whole" / each).read_text(encoding="utf-8") for each in made
    }


def test_another_title_is_left_to_a_whole_build(root: Path, ready: SinglePages) -> None:
    """All pages show it in their menus; what was kept serves again once it is made ready anew."""
    change(root, FIRST, "title: ", "title: 新")
    content = read(root)

    assert list(ready.build(content, is_first)) == []
    assert list(ready.prepare(content, Store())) == ["zh", "en", "zh-Hant"]
    assert len(ready.build(content, is_first)) == 3
    assert list(ready.prepare(content, Store())) == [], "it is ready"


def test_nothing_is_built_before_it_is_ready(root: Path, tmp_path: Path) -> None:
    assert list(SinglePages(root, tmp_path / "early", TODAY).build(read(root), is_first)) == []


def test_a_page_that_mkdocs_warns_of_or_that_shows_markup_is_left_out(root: Path, ready: SinglePages) -> None:
    change(root, FIRST, "第一句话。", "见[那一页](nowhere.md)。")
    change(root, ENGLISH, "\n## ", "\nThis is **not closed.\n\n## ")

    assert list(ready.build(read(root), is_first)) == []


def test_a_template_that_fails_is_left_to_a_whole_build(root: Path, ready: SinglePages) -> None:
    appending("overrides/partials/footer.html", "{{ nobody.knows.this }}")(root)

    assert list(ready.build(read(root), is_first)) == []
