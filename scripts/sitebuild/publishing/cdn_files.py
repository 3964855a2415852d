"""The files that hosts such as Netlify and Cloudflare Pages read: `_headers` and `_redirects`, both line by line."""

from pathlib import Path

from . import host_table
from .host_table import HostTable


def headers(table: HostTable, site: Path) -> str:
    """Return `_headers`: what all answers have, then how long each part of a built site is kept."""
    blocks = [(f"{table.base}*", dict(table.headers))]
    blocks += [(pattern, {"Cache-Control": value}) for pattern, value in host_table.patterns(table, site)]
    return "".join(
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items()) for pattern, lines in blocks
    )


def redirects(table: HostTable) -> str:
    """
    Return `_redirects`: where old addresses lead, then the page 404 of each language's folder, the root's last.

    Netlify needs the last lines. Cloudflare Pages passes over them, and shows the nearest 404.html by itself.
    """
    lines = [f"{table.base}{old} {table.base}{new} 301" for old, new in table.moved.items()]
    lines += [f"{table.base}{folder}* {table.base}{table.not_found(folder)} 404" for folder in table.folders]
    return "".join(f"{line}\n" for line in [*lines, f"{table.base}* {table.base}{table.not_found('')} 404"])
