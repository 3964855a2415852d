"""The settings of nginx and Caddy: the files in hosting/, with what the table says in the place of their marks."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from . import host_table
from .host_table import HostTable

FOLDER = "hosting"
"""The folder of the settings, below the root of the project."""
_MARK = re.compile(r"(?m)^([ \t]*)@@([a-z-]+)@@\n")


def settings(root: Path, table: HostTable) -> dict[str, str]:
    """Return the settings by the names of their files; `root` is the project. ValueError for a mark nobody knows."""
    return {
        name: filled((root / FOLDER / name).read_text(encoding="utf-8"), table, lines) for name, lines in _FILES.items()
    }


def filled(text: str, table: HostTable, lines: Mapping[str, Callable[[HostTable], Iterator[str]]]) -> str:
    """Return settings with lines in the place of each mark, indented as it is."""

    def fill(match: re.Match[str]) -> str:
        if match[2] not in lines:
            raise ValueError(f"@@{match[2]}@@ is not known; write one of {', '.join(lines)}")
        return "".join(f"{match[1]}{line}\n" for line in lines[match[2]](table))

    return _MARK.sub(fill, text)


def _kept(table: HostTable) -> dict[str, list[str]]:
    """Return the beginnings of paths on the host by how long what is there is kept."""
    found: dict[str, list[str]] = {}
    for start, value in table.kept.items():
        found.setdefault(value, []).append(f"{table.base}{start}")
    return found


def _nginx_kept(table: HostTable) -> Iterator[str]:
    yield f'default "{host_table.MINUTES}";'
    for value, starts in _kept(table).items():
        yield from (f'"~^{re.escape(start)}" "{value}";' for start in starts)


def _nginx_gone(table: HostTable) -> Iterator[str]:
    yield f"default {table.base}{table.not_found('')};"
    for folder in table.folders:
        yield f'"~^{re.escape(table.base + folder)}" {table.base}{table.not_found(folder)};'


def _nginx_moved(table: HostTable) -> Iterator[str]:
    yield 'default "";'
    yield from (f'"{table.base}{old}" "{table.base}{new}";' for old, new in table.moved.items())


def _nginx_headers(table: HostTable) -> Iterator[str]:
    yield from (f'add_header {name} "{value}" always;' for name, value in table.headers.items())


def _nginx_hidden(_: HostTable) -> Iterator[str]:
    yield from (f"location = /{name} {{ return 404; }}" for name in host_table.FOR_HOSTS)


def _caddy_headers(table: HostTable) -> Iterator[str]:
    yield from (f'{name} "{value}"' for name, value in table.headers.items())


def _caddy_kept(table: HostTable) -> Iterator[str]:
    kept = _kept(table)
    for number, (value, starts) in enumerate(kept.items(), 1):
        yield f"@kept{number} path {' '.join(f'{start}*' for start in starts)}"
        yield f'header @kept{number} Cache-Control "{value}"'
    yield f"@others not path {' '.join(f'{start}*' for starts in kept.values() for start in starts)}"
    yield f'header @others Cache-Control "{host_table.MINUTES}"'


def _caddy_moved(table: HostTable) -> Iterator[str]:
    yield from (f"redir {table.base}{old} {table.base}{new} 301" for old, new in table.moved.items())


def _caddy_hidden(_: HostTable) -> Iterator[str]:
    yield f"@hidden path {' '.join(f'/{name}' for name in host_table.FOR_HOSTS)}"


def _caddy_gone(table: HostTable) -> Iterator[str]:
    yield f'header Cache-Control "{host_table.MINUTES}"'
    places = [f"{table.base}{folder}*" for folder in table.folders]
    for number, (folder, place) in enumerate(zip(table.folders, places, strict=True), 1):
        yield f"@gone{number} {{"
        yield "\texpression {err.status_code} == 404"
        yield f"\tpath {place}"
        yield "}"
        yield f"rewrite @gone{number} {table.base}{table.not_found(folder)}"
    yield "@gone {"
    yield "\texpression {err.status_code} == 404"
    yield from ([f"\tnot path {' '.join(places)}"] if places else [])
    yield "}"
    yield f"rewrite @gone {table.base}{table.not_found('')}"


_NGINX: Mapping[str, Callable[[HostTable], Iterator[str]]] = {
    "kept": _nginx_kept,
    "gone": _nginx_gone,
    "moved": _nginx_moved,
    "headers": _nginx_headers,
    "hidden": _nginx_hidden,
}
_CADDY: Mapping[str, Callable[[HostTable], Iterator[str]]] = {
    "headers": _caddy_headers,
    "kept": _caddy_kept,
    "moved": _caddy_moved,
    "hidden": _caddy_hidden,
    "gone": _caddy_gone,
}
_FILES = {"nginx.conf": _NGINX, "Caddyfile": _CADDY}
