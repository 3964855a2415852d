"""What several tests share: the miniature site and the real one, each built once, and a browser."""

import functools
import os
from collections.abc import Hashable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, Page, sync_playwright

import browser as finder
from making import ROOT, served, small_site
from once import once
from sitebuild.building import mkdocs_build, stylesheet
from sitebuild.building.mkdocs_build import SiteBuild
from sitebuild.building.stylesheet import Names
from sitebuild.cli import main, speech
from sitebuild.cli.options import ExitCode
from sitebuild.memo import store as memo
from sitebuild.model.content import Content
from sitebuild.reading import docs_folder
from sitebuild.reading import mkdocs_config as mkdocs_settings

# The same examples every time: a pull request must not fail by chance. Slow machines get the time they need.
settings.register_profile("handbook", deadline=None, derandomize=True, max_examples=50)
# New examples every night, as many as a night is long, none of which may take longer than a reader waits:
# chosen by --hypothesis-profile nightly, which wins over the line below.
settings.register_profile("nightly", deadline=timedelta(seconds=10), max_examples=100_000, print_blob=True)
settings.load_profile("handbook")

# What a forge or a publisher sets must not change what the tests expect.
for name in ("CONTACT_URL", "GITHUB_ACTIONS", "REPO_URL", "SITE_URL", "SOURCE_DATE_EPOCH"):
    os.environ.pop(name, None)
# Some images of containers set it: each command that a test starts would compile all of the program again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Tests read what is said in English, whoever runs them; those of other languages choose theirs.
os.environ["LC_ALL"] = "en_US.UTF-8"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the night the rows of a test that `by_day` does not name: what one language shows, others mostly do."""
    for item in items:
        marker, row = item.get_closest_marker("by_day"), getattr(item, "callspec", None)
        if marker and row and not {*marker.args} & {*filter(_is_hashable, row.params.values())}:
            item.add_marker(pytest.mark.nightly)


def _is_hashable(value: object) -> bool:
    return isinstance(value, Hashable)


TODAY = date(2026, 11, 23)
"""The day that facts are judged by in tests, so that no test grows old."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of this run that all processes know; `once` fills its folders."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin in English, whatever the one before spoke."""
    monkeypatch.setattr(speech, "_chosen", "en")


@pytest.fixture(scope="session", autouse=True)
def sheets() -> Iterator[None]:
    """Combine the same style sheets once a process: it is half of a small build's time, and depends on nothing else."""
    combine = stylesheet.combined

    @functools.cache
    def known(sheets: tuple[str, ...], used: Names) -> str:
        return combine(sheets, used)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "combined", lambda sheets, used: known(tuple(sheets), used))
        yield


@pytest.fixture(scope="session")
def miniature(shared: Path) -> Path:
    """Return the root of the miniature site, built; tests only look at it."""

    def make(root: Path) -> None:
        assert main.main(["site", "--today", TODAY.isoformat()], small_site(root)) == ExitCode.CLEAN

    return once(shared / "miniature", make)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the root of a miniature site that a test may change; it is not built yet."""
    return small_site(tmp_path)


@functools.cache
def _real_content() -> Content:
    site, store = mkdocs_settings.load(ROOT), memo.of_project(ROOT)
    return docs_folder.read(site.root, site.docs, site.languages, site.guides, store)[0]


@pytest.fixture(scope="session")
def real_content() -> Content:
    """Return the handbook's own content."""
    return _real_content()


@pytest.fixture(scope="session")
def real_site(shared: Path) -> Path:
    """
    Return the handbook itself, built into a folder of its own; tests only look at it.

    `make test` has just built it, so most of it is remembered; building/test_cache.py holds that to a cold build.
    """

    def make(folder: Path) -> None:
        content, store = _real_content().published, memo.of_project(ROOT)
        plan = SiteBuild(root=ROOT, site=folder / "site", content=content, today=TODAY, store=store)
        assert mkdocs_build.build(plan) == []

    return once(shared / "real", make) / "site"


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """Serve the handbook as `make serve` does, and return its address without the last slash."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def running_chromium() -> Iterator[Browser]:
    """Return a browser that runs as long as this process tests; tests ask for `chromium`."""
    place = finder.quickest()
    assert place, finder.HELP
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=place, args=list(finder.FLAGS))
        yield running
        running.close()


@pytest.fixture
def chromium(running_chromium: Browser) -> Iterator[Browser]:
    """Return a running browser; whatever a test opens in it is closed at its end."""
    yield running_chromium
    for context in running_chromium.contexts:
        for page in context.pages:
            _left(page)
        context.close()


def _left(page: Page) -> None:
    """Go to an empty page: to close one that is on its way to another may never be done (playwright issue 42366)."""
    for _ in range(3):
        try:
            page.goto("about:blank")
        except Error:  # where it went came in between
            continue
        return
