"""
Makes the copy for Kiwix out of the zip of the site: `python scripts/zim.py dist/handbook-site.zip dist/handbook.zim`.

It stands beside the build, which neither needs nor imports it, because libzim, which writes such files, is under the
GPL. It wants a virtual environment of its own:

    python3 -m venv .zim
    .zim/bin/python -m pip install --require-hashes -r scripts/zim-requirements.txt
"""

import argparse
import mimetypes
import re
import sys
import zipfile
from collections.abc import Mapping
from html import unescape
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

HELP = "libzim is missing; type: python -m pip install --require-hashes -r scripts/zim-requirements.txt"
LANGUAGES = {"zh": "zho", "en": "eng"}
"""As ISO 639-3 has them; the library of Kiwix lists a file under them."""
_HOME = "index.html"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
"""In characters, as the specification has it."""
FAILED = 1


def main(arguments: list[str] | None = None) -> int:
    """Make the file that the arguments name; say what is wrong in words, and end with another code than 0."""
    parser = argparse.ArgumentParser(description="Make the copy for Kiwix out of the zip of the site.")
    parser.add_argument("zip", type=Path, help="what `python scripts/build.py offline` made: dist/handbook-site.zip")
    parser.add_argument("out", type=Path, help="the file to write, such as dist/handbook.zim")
    options = parser.parse_args(arguments)
    try:
        count = write(read(options.zip), options.out)
    except ImportError:
        said = HELP
    except (OSError, zipfile.BadZipFile, KeyError):
        said = f"{options.zip} is no zip of the site; type `make offline`, then this again"
    else:
        sys.stdout.write(f"{options.out}: {count} files, {options.out.stat().st_size:,} bytes\n")
        return 0
    sys.stderr.write(f"{said}\n")
    return FAILED


def read(path: Path) -> dict[str, bytes]:
    """Return the files of the zip by their path below its one folder."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {str(PurePosixPath(*PurePosixPath(name).parts[1:])): archive.read(name) for name in names}


def write(files: Mapping[str, bytes], out: Path) -> int:
    """Write the files as a ZIM file with an index of all pages, and return how many they are."""
    writer: Any = import_module("libzim.writer")
    home = files[_HOME].decode()
    out.unlink(missing_ok=True)
    with writer.Creator(out).config_indexing(indexing=True, language=LANGUAGES["zh"]) as creator:
        creator.set_mainpath(_HOME)
        for name, value in _described(home).items():
            creator.add_metadata(name, value)
        for path, data in sorted(files.items()):
            creator.add_item(_item(writer, path, data))
    return len(files)


def _described(home: str) -> dict[str, str]:
    title, said = _first(_TITLE, home), _first(_DESCRIPTION, home)
    return {
        "Title": title[:_LONGEST_TITLE],
        "Description": (said or title)[:_LONGEST_DESCRIPTION],
        "Language": ",".join(LANGUAGES.values()),
        "Name": "handbook",
        "Creator": title[:_LONGEST_TITLE],
        "Publisher": title[:_LONGEST_TITLE],
    }


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return unescape(found[1]).strip() if found else ""


def _item(writer: Any, path: str, data: bytes) -> Any:  # noqa: ANN401 - a library that is not there when types are checked
    is_page = path.endswith(".html")
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = data.decode() if is_page else ""

    class Item(writer.Item):  # type: ignore[misc]
        def get_path(self) -> str:
            return path

        def get_title(self) -> str:
            return _first(_TITLE, text)

        def get_mimetype(self) -> str:
            return kind

        def get_contentprovider(self) -> Any:  # noqa: ANN401 - the same
            return writer.StringProvider(data)

        def get_hints(self) -> dict[Any, bool]:
            return {writer.Hint.FRONT_ARTICLE: is_page, writer.Hint.COMPRESS: True}

    return Item()


if __name__ == "__main__":
    sys.exit(main())
