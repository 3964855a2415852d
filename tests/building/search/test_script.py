"""The parts of the engine become one script."""

from pathlib import Path

from making import ROOT
from sitebuild.building import assets
from sitebuild.building.search import script

PARTS = ROOT / "overrides" / assets.SCRIPTS / script.FOLDER


def test_every_part_is_in_the_script_and_in_no_other_place() -> None:
    assert sorted(script.PARTS) == sorted(path.stem for path in PARTS.glob("*.js"))


def test_comments_about_types_are_left_out_and_nothing_else() -> None:
    parts = dict.fromkeys(script.PARTS, "")
    parts["folding"] = "/** @type {string} */\nvar a = function (/** @type {number} */ b) {\n  return b; // kept\n};\n"

    made = script.joined(parts)

    assert "@type" not in made
    assert "var a = function (b) {\n  return b; // kept\n};\n" in made


def test_readers_get_one_script(miniature: Path) -> None:
    scripts = miniature / "site" / assets.SCRIPTS

    assert not (scripts / script.FOLDER).exists()
    assert "handbookSearch" in (miniature / "site" / assets.SEARCH).read_text(encoding="utf-8")
    assert (miniature / "site/assets/search/zh.js").is_file()
