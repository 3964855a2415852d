"""An address that was published once keeps working."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from making import change, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode

DAY = ["--today", "2026-11-23"]
MOVED = 'help/second/:\n  to: "help/third/"\n  since: 2026-11-23\n  reason: "better name"\n'


@pytest.fixture
def renamed(small: Path) -> Path:
    """Return the miniature site, its addresses noted, after a page was renamed."""
    assert main.main(["urls", *DAY], small) == ExitCode.CLEAN
    (small / "docs/zh/help/second.md").rename(small / "docs/zh/help/third.md")
    for name in ("mkdocs.yml", "docs/zh/index.md", "docs/en/index.md"):
        change(small, name, "help/second.md", "help/third.md")
    return small


def test_a_renamed_page_without_redirect_is_reported(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody may have printed the address, or sent it to a friend in trouble."""
    assert main.main(["check", *DAY], renamed) == ExitCode.PROBLEMS

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "[url-removed]" in line]
    assert all(line.startswith("docs/_data/urls.txt:") for line in lines if " note: " not in line)


def test_a_redirect_is_a_real_page_that_leads_on(renamed: Path) -> None:
    """It works on any static host, without scripts, in every language."""
    english = MOVED.replace("help/", "en/help/")
    write(renamed, {"docs/_data/redirects.yml": MOVED + english})

    assert main.main(["site", *DAY], renamed) == ExitCode.CLEAN

    for place, lang in (("help/second", "zh"), ("en/help/second", "en"), ("zh-Hant/help/second", "zh-Hant")):
        page = LexborHTMLParser((renamed / "site" / place / "index.html").read_text(encoding="utf-8"))
        refresh = page.css_first('meta[http-equiv="refresh"]')
        assert refresh is not None
        assert (refresh.attributes["content"] or "").endswith("help/third/")
        assert page.css_first(f'html[lang="{lang}"]') is not None
        assert page.css_first('a[href$="help/third/"]') is not None


def test_new_addresses_are_no_problem_until_they_are_noted(small: Path) -> None:
    """A writer without Python adds a page; a maintainer notes its address later."""
    assert main.main(["urls", *DAY], small) == ExitCode.CLEAN
    change(small, "docs/zh/help/second.md", "## 什么时候", "## 新的一节 {#brand-new}\n\n正文。\n\n## 什么时候")

    assert main.main(["check", *DAY], small) == ExitCode.CLEAN
    assert main.main(["urls", *DAY], small) == ExitCode.CLEAN
    assert "help/second/#brand-new" in (small / "docs/_data/urls.txt").read_text(encoding="utf-8").splitlines()
