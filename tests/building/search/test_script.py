"""The parts of the engine become two scripts."""

from pathlib import Path

from making import ROOT
from sitebuild.building import assets
from sitebuild.building.search import script

PARTS = ROOT / "overrides" / assets.SCRIPTS / script.FOLDER


def test_every_part_is_in_the_script_and_in_no_other_place() -> None:
    assert sorted((*script.PARTS, *script.CHINESE)) == sorted(path.stem for path in PARTS.glob("*.js"))


def test_comments_about_types_are_left_out_and_nothing_else() -> None:
    parts = dict.fromkeys((*script.PARTS, *script.CHINESE), "")
    parts["folding"] = "/** @type {string} */\nvar a = function (/** @type {number} */ b) {\n  return b; // kept\n};\n"

    made = script.joined(parts).first

    assert "@type" not in made
    assert "var a = function (b) {\n  return b; // kept\n};\n" in made


def test_what_only_chinese_needs_is_handed_to_the_engine() -> None:
    parts = {name: f"{name};\n" for name in (*script.PARTS, *script.CHINESE)}

    made = script.joined(parts)

    assert "regional;" not in made.first
    assert made.chinese.startswith("handbookSearch.chinese(function (folding) {")
    assert "sounds;\nregional;\n" in made.chinese


def test_readers_get_two_scripts_and_rows_in_two_files(miniature: Path) -> None:
    scripts = miniature / "site" / assets.SCRIPTS

    assert not (scripts / script.FOLDER).exists()
    assert "handbookSearch" in (miniature / "site" / assets.SEARCH).read_text(encoding="utf-8")
    assert "handbookSearch" in (miniature / "site" / assets.CHINESE).read_text(encoding="utf-8")
    for name in ("zh", "zh-more", "zh-text"):
        assert (miniature / f"site/assets/search/{name}.js").is_file()
