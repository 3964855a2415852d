"""What is worked out once for all languages is what MkDocs itself would have worked out for each."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files

from sitebuild.building import assets, mkdocs_speed
from sitebuild.reading import mkdocs_config

ROOT = Path(__file__).resolve().parents[2]


def test_of_a_theme_the_same_files_are_copied_as_by_mkdocs_but_for_its_assets(tmp_path: Path) -> None:
    config = mkdocs_config.configuration(ROOT, tmp_path)
    theme: Any = config.theme
    by_mkdocs, ours = Files([]), Files([])
    by_mkdocs.add_files_from_theme(theme.get_env(), config)
    mkdocs_speed.prepare(config)
    ours.add_files_from_theme(theme.get_env(), config)

    own = Path(theme.custom_dir)
    unused = {file.src_uri for file in by_mkdocs if file.src_uri.startswith(assets.FOLDER)} - {
        path.relative_to(own).as_posix() for path in own.rglob("*")
    }
    assert unused, "the theme brings files along that no page uses"
    assert {file.src_uri for file in ours} == {file.src_uri for file in by_mkdocs} - unused
