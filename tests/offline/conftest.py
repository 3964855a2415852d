"""The copies of the handbook, made once for all tests of this folder."""

import zipfile
from pathlib import Path

import pytest

from offline_copies import wanted
from once import once
from sitebuild.model.content import Content
from sitebuild.offline import zip_site


@pytest.fixture(scope="session")
def made(shared: Path, real_site: Path, real_content: Content) -> Path:
    """Return the folder of the copies, the zip among them unpacked; tests only look at it."""

    def make(folder: Path) -> None:
        for each in wanted(real_site, real_content.published):
            (folder / each.name).write_bytes(each.make())
        with zipfile.ZipFile(folder / zip_site.NAME) as archive:
            archive.extractall(folder)

    return once(shared / "copies", make)
