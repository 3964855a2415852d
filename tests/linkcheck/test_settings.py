"""Which rules are asked, and what a file of settings may say."""

import re

import pytest

from making import ROOT
from sitebuild.cli import links_options
from sitebuild.linkcheck import settings
from sitebuild.linkcheck.settings import LinkSettings, SettingsError

ALL = """
site = "public"
url = "https://site.example/docs/"
profile = "links"
only = ["page-missing"]
skip = ["case-wrong"]
exceptions = "exceptions.yml"
without-html = true
"""


def test_every_setting_is_read() -> None:
    read = settings.read(ALL, is_table=False)

    assert read == LinkSettings(
        "public",
        "https://site.example/docs/",
        "links",
        ("page-missing",),
        ("case-wrong",),
        "exceptions.yml",
        without_html=True,
    )


def test_a_table_of_pyproject_says_the_same_and_the_rest_of_it_nothing() -> None:
    other = '[project]\nname = "x"\n'

    assert settings.read(f"{other}[tool.linkcheck]\n{ALL}", is_table=True) == settings.read(ALL, is_table=False)
    assert settings.read(other, is_table=True) == LinkSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site = ", "this is no TOML"),
        ("sight = 1", "“sight” is not known; write one of site, url, profile, only, skip, exceptions, without-html"),
        ("site = 1", 'site must be a text: site = "…"'),
        ('only = "page-missing"', 'only must be a list of rules: only = ["page-missing"]'),
        ('skip = ["page-mising"]', "no rule “page-mising”; did you mean “page-missing”?"),
        ('profile = "strict"', "profile must be one of all, links"),
        ("without-html = 1", "without-html must be true or false"),
    ],
)
def test_what_cannot_be_meant_is_said_with_the_way_out(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        settings.read(text, is_table=False)


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="must be a table"):
        settings.read("[tool]\nlinkcheck = 1", is_table=True)


@pytest.mark.parametrize(
    ("wanted", "asked", "not_asked"),
    [
        (LinkSettings(), "title-missing", None),
        (LinkSettings(profile="links"), "page-missing", "title-missing"),
        (LinkSettings(only=("h1-count",)), "h1-count", "page-missing"),
        (LinkSettings(skip=("h1-count",)), "page-missing", "h1-count"),
        (LinkSettings(profile="links", skip=("case-wrong",)), "page-missing", "case-wrong"),
    ],
)
def test_only_the_rules_that_are_wanted_are_asked(wanted: LinkSettings, asked: str, not_asked: str | None) -> None:
    rules = settings.chosen(wanted)

    assert asked in rules
    assert not_asked not in rules


def test_the_profile_for_links_asks_nothing_about_taste() -> None:
    """Whoever tries the checker on a site of theirs sees what is dead, not how we write."""
    taste = {"title-doubled", "h1-count", "foreign-file", "foreign-hint", "address-insecure", "sitemap-without-page"}

    assert not taste & set(settings.LINKS)
    assert set(settings.LINKS) < set(settings.RULES)


def test_the_page_for_other_projects_names_every_option_and_the_rules_of_the_profile() -> None:
    page = (ROOT / "scripts/sitebuild/linkcheck/README.md").read_text(encoding="utf-8")
    typed = re.findall(r"--[a-z-]+", links_options.parser().format_usage())
    line = next(line for line in page.splitlines() if line.startswith("Those of `--profile links` are "))

    assert [each for each in typed if f"`{each}" not in page] == ["--no-without-html", "--today"]
    assert set(re.findall("`([a-z-]+)`", line.partition(". ")[0])) == set(settings.LINKS)
