"""
How fast the link checker is on other people's sites, beside lychee: python tests/benchmarks/documentation.py.

The sites are documentation packages of Debian, which apt fetches into a temporary folder and dpkg unpacks; on another
system there are none. Medians are printed, of one run for a site of tens of thousands of pages.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))

from benchmarks.links import Tool, lychee, measure, table  # noqa: E402 - found only now

SITES = {
    "python3.11-doc": "usr/share/doc/python3.11/html",
    "debian-handbook": "usr/share/doc/debian-handbook/html",
    "postgresql-doc-15": "usr/share/doc/postgresql-doc-15/html",
    "git-doc": "usr/share/doc/git-doc",
    "debian-reference-zh-cn": "usr/share/debian-reference",
    "kicad-doc-zh": "usr/share/doc/kicad",
    "mkdocs-doc": "usr/share/doc/mkdocs/html",
    "rust-doc": "usr/share/doc/rust-doc/html",
}
"""Packages of Debian 12, and the folder of HTML in each."""
_LARGE = 10_000
"""A site of so many pages is checked once."""


def main() -> int:
    """Fetch the packages, run both tools on each in turn, and print one table per site."""
    parser = argparse.ArgumentParser(description="Measure the link checker on documentation packages of Debian.")
    parser.add_argument("--sites", nargs="+", choices=SITES, default=list(SITES), help="which packages")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each tool; medians are printed")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds counts from 1")
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        sys.exit("the packages come with apt-get and dpkg; run this on Debian or Ubuntu")
    with tempfile.TemporaryDirectory(prefix="documentation-") as name:
        work = Path(name).resolve()
        tools = [own_tool(), without_remap(lychee(work / "lychee"))]
        for package in options.sites:
            site = unpacked(package, work / package)
            if site is None:
                sys.stdout.write(f"### {package}: apt-get cannot fetch it\n\n")
                continue
            pages = sum(1 for _ in site.rglob("*.html"))
            rounds = 1 if pages >= _LARGE else options.rounds
            runs = measure(tools, site, rounds)
            sys.stdout.write(f"### {package}, {pages} pages, medians of {rounds} rounds\n\n{table(tools, runs)}\n\n")
            sys.stdout.flush()
            shutil.rmtree(work / package)
    return 0


def own_tool() -> Tool:
    """Return our own command."""
    command = (sys.executable, str(ROOT / "scripts/build.py"), "links", "--site", "{site}")
    return Tool(name="build.py links", command=command, finished=(0, 1))


def without_remap(tool: Tool) -> Tool:
    """Return lychee without the address at which the handbook is served."""
    if "--remap" not in tool.command:
        return tool
    at = tool.command.index("--remap")
    return Tool(
        name=tool.name,
        version=tool.version,
        command=tool.command[:at] + tool.command[at + 2 :],
        finished=tool.finished,
        missing=tool.missing,
    )


def unpacked(package: str, folder: Path) -> Path | None:
    """Fetch a package and unpack it into a folder; return the site in it, or None if it cannot be had."""
    folder.mkdir()
    fetched = subprocess.run(["apt-get", "download", package], cwd=folder, capture_output=True, check=False)
    archive = next(folder.glob("*.deb"), None)
    if fetched.returncode or archive is None:
        return None
    subprocess.run(["dpkg", "-x", str(archive), str(folder / "files")], check=True)
    site = folder / "files" / SITES[package]
    return site if site.is_dir() else None


if __name__ == "__main__":
    sys.exit(main())
