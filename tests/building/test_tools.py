"""The scripts of the tools: every part is used, pages load only their own, and all of them are light."""

from pathlib import Path

import brotli

from making import ROOT
from sitebuild.building import assets, tools

PARTS = ROOT / "overrides" / assets.SCRIPTS / tools.FOLDER
MOST = 30_000
"""What all tools and their sheet may weigh together in a language, compressed as hosts do."""


def test_every_part_is_in_a_tool() -> None:
    used = {part for tool in tools.TOOLS.values() for part in tool.parts}

    assert used.isdisjoint(tools.SHARED)
    assert {*used, *tools.SHARED} == {path.stem for path in PARTS.glob("*.js")}


def test_only_pages_with_a_tool_have_one() -> None:
    assert tools.address("en", "tools/true-cost.md") == "assets/tools/en-true-cost.js"
    assert tools.address("zh", "letters/access.md") == "assets/tools/zh-letter.js"
    assert tools.address("zh", "tools/dates.md") == "assets/tools/zh-dates.js"
    assert tools.address("zh", "tools/permission-check.md") == "assets/tools/zh-permissions.js"
    assert tools.address("zh-Hant", "tools/id-watermark.md") == "assets/tools/zh-Hant-mark.js"
    assert tools.address("zh", "tools/situation-picker.md") == "assets/tools/zh-picker.js"
    assert tools.address("zh", "help/index.md") == tools.address("zh", "letters/index.md") == ""


def test_readers_get_one_script_a_tool_and_one_for_all_without_types(miniature: Path) -> None:
    site = miniature / "site"
    made = {path.name: path.read_text(encoding="utf-8") for path in (site / "assets/tools").glob("*.js")}

    assert not (site / assets.SCRIPTS / tools.FOLDER).exists()
    assert {f"{code}-{name}.js" for code in ("zh", "en") for name in ("shared", *tools.TOOLS)} <= made.keys()
    assert not any("@param" in text or "/*given*/" in text or "/*words*/" in text for text in made.values())


def test_all_tools_together_are_light(real_site: Path) -> None:
    for code in ("zh", "en", "zh-Hant"):
        both = (real_site / assets.STYLES / "tools.css", real_site / tools.SHARED_SCRIPT.format(code=code))
        scripts = (real_site / "assets/tools").glob(f"{code}-[a-z]*.js")
        own = [path for path in scripts if path.name.removeprefix(f"{code}-").removesuffix(".js") in tools.TOOLS]
        assert len(own) == len(tools.TOOLS)
        assert sum(len(brotli.compress(path.read_bytes())) for path in (*both, *own)) <= MOST
