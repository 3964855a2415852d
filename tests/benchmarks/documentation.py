"""
Other people's sites, for links.py: documentation packages of Debian, and a site of the stock theme of Material.

apt fetches the packages into a temporary folder and dpkg unpacks them; on another system there are none.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks import links

SITES = {
    "material": "",
    "python3.11-doc": "usr/share/doc/python3.11/html",
    "debian-handbook": "usr/share/doc/debian-handbook/html",
    "postgresql-doc-15": "usr/share/doc/postgresql-doc-15/html",
    "git-doc": "usr/share/doc/git-doc",
    "debian-reference-zh-cn": "usr/share/debian-reference",
    "kicad-doc-zh": "usr/share/doc/kicad",
    "mkdocs-doc": "usr/share/doc/mkdocs/html",
    "rust-doc": "usr/share/doc/rust-doc/html",
}
"""The site of the stock theme; packages of Debian 12, and the folder of HTML in each."""
_LARGE = 10_000
"""A site of so many pages is checked once, and may take longer."""
_LIMIT = 600.0


def report(name: str, work: Path, beside: "links.Tool", rounds: int) -> None:
    """Make a site in a working folder, run our checker and another one on it in turn, and print a table."""
    folder = work / name
    folder.mkdir()
    site = _material(folder) if name == "material" else _unpacked(name, folder)
    if site is None:
        sys.stdout.write(f"### {name}: it cannot be fetched or built here\n\n")
        return
    pages = sum(1 for _ in site.rglob("*.html"))
    rounds = 1 if pages >= _LARGE else rounds
    tools = [links.own_tool("--profile", "links"), _without_remap(beside)]
    runs = links.measure(tools, site, rounds, _LIMIT)
    sys.stdout.write(f"### {name}, {pages} pages, medians of {rounds} rounds\n\n{links.table(tools, runs)}\n\n")
    sys.stdout.flush()
    shutil.rmtree(folder)


def _without_remap(tool: "links.Tool") -> "links.Tool":
    """Return lychee without the address at which the handbook is served."""
    if "--remap" not in tool.command:
        return tool
    at = tool.command.index("--remap")
    return replace(tool, command=tool.command[:at] + tool.command[at + 2 :])


def _material(folder: Path) -> Path | None:
    """Build the handbook's Chinese and English texts as they are with the stock theme; nobody fetches fonts."""
    settings = {
        "site_name": "stock",
        "docs_dir": str(links.ROOT / "docs"),
        "site_dir": str(folder / "site"),
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["attr_list", "tables", "admonition"],
        # The front matter has a key of that name which means something else.
        "plugins": [],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))
    built = subprocess.run(command, capture_output=True, check=False)
    return None if built.returncode else folder / "site"


def _unpacked(package: str, folder: Path) -> Path | None:
    """Fetch a package and unpack it into a folder; return the site in it, or None if it cannot be had."""
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        return None
    fetched = subprocess.run(["apt-get", "download", package], cwd=folder, capture_output=True, check=False)
    archive = next(folder.glob("*.deb"), None)
    if fetched.returncode or archive is None:
        return None
    subprocess.run(["dpkg", "-x", str(archive), str(folder / "files")], check=True)
    site = folder / "files" / SITES[package]
    return site if site.is_dir() else None
