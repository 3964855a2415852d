"""
Builds the wheel of the link checker (PEP 517), with the standard library alone.

The wheel holds the command `links` and whatever it imports out of the package sitebuild, which know each other by
relative names, under another name of the package; and what the commands say in other languages.
"""

import ast
import base64
import hashlib
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_SOURCE = _HERE.parent / "sitebuild"
_MESSAGES = _HERE.parent / "messages"
_PACKAGE = "handbook_linkcheck"
_COMMAND = "cli/links_alone.py"
_MAIN = f"""import sys

from {_PACKAGE}.cli.links_alone import main

sys.exit(main())
"""
_WHEEL = "Wheel-Version: 1.0\nGenerator: handbook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build_wheel(wheel_directory: str, config_settings: object = None, metadata_directory: str | None = None) -> str:
    """Write the wheel into a folder, and return its name; PEP 517 names what is given."""
    del config_settings, metadata_directory
    project = tomllib.loads((_HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = f"{_PACKAGE}-{project['version']}"
    info = f"{name}.dist-info"
    files = {f"{_PACKAGE}/{path.relative_to(_SOURCE).as_posix()}": path.read_bytes() for path in sorted(_modules())}
    for path in sorted(_MESSAGES.rglob("*.toml")):
        files[f"{_PACKAGE}/messages/{path.relative_to(_MESSAGES).as_posix()}"] = path.read_bytes()
    files[f"{_PACKAGE}/__main__.py"] = _MAIN.encode()
    files[f"{info}/METADATA"] = _metadata(project).encode()
    files[f"{info}/WHEEL"] = _WHEEL.encode()
    commands = "".join(f"{command} = {place}\n" for command, place in project["scripts"].items())
    files[f"{info}/entry_points.txt"] = f"[console_scripts]\n{commands}".encode()
    files[f"{info}/licenses/LICENSE-CODE"] = (_HERE.parents[1] / "LICENSE-CODE").read_bytes()
    files[f"{info}/RECORD"] = "".join(_records(files, f"{info}/RECORD")).encode()
    wheel = f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory, wheel), "w", zipfile.ZIP_DEFLATED) as archive:
        for name_in_it, content in files.items():
            # The same files give the same wheel.
            archive.writestr(zipfile.ZipInfo(name_in_it), content, zipfile.ZIP_DEFLATED)
    return wheel


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    """Refuse: the sources are the repository."""
    del sdist_directory, config_settings
    raise NotImplementedError("build a wheel; the sources are the repository")


def _metadata(project: dict[str, Any]) -> str:
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Requires-Python: {project['requires-python']}",
    ]
    lines += [f"Requires-Dist: {each}" for each in project["dependencies"]]
    return "\n".join(lines) + "\n"


def _records(files: dict[str, bytes], record: str) -> Iterator[str]:
    """Yield a line for each file: its hash, without the padding, and its size."""
    for path, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        yield f"{path},sha256={digest},{len(content)}\n"
    yield f"{record},,\n"


def _modules() -> set[Path]:
    """Return the command, all modules that it or one of them imports, and the __init__.py of their folders."""
    waiting, found = [_SOURCE / _COMMAND], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in found or not path.is_file():
            continue
        found.add(path)
        waiting += _imported(path)
        waiting += [folder / "__init__.py" for folder in path.parents if folder.is_relative_to(_SOURCE)]
    return found


def _imported(path: Path) -> Iterator[Path]:
    """Yield what may be the files of the modules that a module imports by relative names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            module = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for place in (module, *(module / alias.name for alias in node.names)):
                yield from (place.with_suffix(".py"), place / "__init__.py")
