"""Settings that must not be lost: each was chosen for a reason that a later hand may not know."""

import re
from typing import Any

import pytest
import yaml

from making import ROOT
from sitebuild.reading import mkdocs_config


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without looking at the environment."""


def _default(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    """Return mkdocs.yml as it is written."""
    loaded = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    assert isinstance(loaded, dict)
    return loaded


def test_every_validation_is_a_warning_and_warnings_fail(config: dict[str, Any]) -> None:
    """A page outside the menu or a dead section must never be published."""
    assert config["strict"] is True
    assert config["validation"] == {
        "nav": dict.fromkeys(["omitted_files", "not_found", "absolute_links"], "warn"),
        "links": dict.fromkeys(["not_found", "anchors", "absolute_links", "unrecognized_links"], "warn"),
    }


def test_fonts_and_instant_loading_stay_off(config: dict[str, Any]) -> None:
    """Fonts ask another host; instant loading breaks the language links."""
    assert config["theme"]["font"] is False
    assert "features" not in config["theme"]


def test_the_plugins_are_named_without_search(config: dict[str, Any]) -> None:
    assert [name for plugin in config["plugins"] for name in plugin] == ["i18n"]


def test_the_menu_has_pages_without_titles(config: dict[str, Any]) -> None:
    """A title in the menu would stay in the source language."""

    def pages(entry: object, depth: int = 0) -> bool:
        if isinstance(entry, str):
            return True
        if isinstance(entry, dict):
            return depth < 2 and all(isinstance(child, list) and pages(child, depth + 1) for child in entry.values())
        return isinstance(entry, list) and all(pages(child, depth) for child in entry)

    assert pages(config["nav"])


def test_the_source_is_at_the_root_and_the_languages_have_folders() -> None:
    site = mkdocs_config.load(ROOT)

    assert [language.prefix for language in site.languages if language.is_source] == [""]
    assert [(each.code, each.prefix) for each in site.languages[:3]] == [
        ("zh", ""),
        ("en", "en/"),
        ("zh-Hant", "zh-Hant/"),
    ]
    assert all(each.prefix == f"{each.code}/" for each in site.languages[1:])


def test_every_page_of_the_menu_exists_in_chinese_and_english() -> None:
    """Further languages begin with the pages of `first_translations`."""
    site = mkdocs_config.load(ROOT)
    pages = [name for guide in site.guides for name in guide.pages]

    assert [(code, name) for code in ("zh", "en") for name in pages if not (site.docs / code / name).is_file()] == []


def test_the_locks_agree() -> None:
    """The tests run with the very packages that build the site."""
    pinned = {
        name: set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "paper-requirements.txt", "tests/requirements.txt")
    }

    assert pinned["requirements.txt"] | pinned["paper-requirements.txt"] <= pinned["tests/requirements.txt"]


@pytest.mark.parametrize("name", ["requirements.txt", "paper-requirements.txt", "tests/requirements.txt"])
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(r"^(?!#)(\S.*?)(?= \\$|$)", text, re.MULTILINE)

    assert packages
    assert all("==" in package for package in packages)
    assert len(re.findall(r"^\S+==.* \\\n    --hash=sha256:", text, re.MULTILINE)) == len(packages)
