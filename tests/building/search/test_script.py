"""The parts of the engine become one script for all, and one for what only one language needs."""

from pathlib import Path

from making import ROOT
from sitebuild.building import assets
from sitebuild.building.search import script

PARTS = ROOT / "overrides" / assets.SCRIPTS / script.FOLDER
NAMES = (*script.PARTS, *script.CHINESE, *script.ENGLISH)


def test_every_part_is_in_the_script_and_in_no_other_place() -> None:
    assert sorted(NAMES) == sorted(path.stem for path in PARTS.glob("*.js"))


def test_comments_about_types_are_left_out_and_nothing_else() -> None:
    parts = dict.fromkeys(NAMES, "")
    parts["folding"] = "/** @type {string} */\nvar a = function (/** @type {number} */ b) {\n  return b; // kept\n};\n"

    made = script.joined(parts).first

    assert "@type" not in made
    assert "var a = function (b) {\n  return b; // kept\n};\n" in made


def test_what_only_one_language_needs_is_handed_to_the_engine() -> None:
    parts = {name: f"{name};\n" for name in NAMES}

    made = script.joined(parts)

    assert "regional;" not in made.first
    assert "sounds;\nregional;\nchinese;\n" in made.chinese
    assert 'handbookSearch.language("zh", ' in made.chinese
    assert "english;\n" in made.english
    assert 'handbookSearch.language("en", ' in made.english


def test_readers_get_three_scripts_and_rows_in_three_files(miniature: Path) -> None:
    scripts = miniature / "site" / assets.SCRIPTS

    assert not (scripts / script.FOLDER).exists()
    for name in assets.ENGINE:
        assert "handbookSearch" in (miniature / "site" / name).read_text(encoding="utf-8")
    for name in ("zh", "zh-more", "zh-text"):
        assert (miniature / f"site/assets/search/{name}.js").is_file()
