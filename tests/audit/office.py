"""LibreOffice, which opens the files that the tools of the pages save."""

import os
import shutil
from pathlib import Path

from sitebuild.paper import fonts

from . import tools

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
<alias binding="same"><family>SimSun</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
"""
"""A machine without Chinese fonts has those that the paper is made with; they are higher than the usual ones."""


def converted(files: list[Path], kind: str, folder: Path, *options: str) -> list[Path]:
    """Open files and save them as another kind into `folder`, without a window; return the new paths."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = folder / "fonts.conf"
    lists.write_text(_FONTS.format(fonts=_fonts(folder), cache=folder / "fonts-cache"), encoding="utf-8")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", kind, "--outdir", str(folder)]
    command = ["soffice", own, "--headless", "--norestore", *options, *target, *map(str, files)]
    tools.run_tool(command, {**os.environ, "FONTCONFIG_FILE": str(lists)})
    return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


def _fonts(folder: Path) -> Path:
    """Return a folder with the fonts of the paper alone: the package has hundreds of others."""
    own = folder / "fonts"
    own.mkdir(exist_ok=True)
    for face in (fonts.SIMPLIFIED, fonts.LATIN):
        source = fonts.found(face)
        shutil.copyfile(source, own / source.name)
    return own
