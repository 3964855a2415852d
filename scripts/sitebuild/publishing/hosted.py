"""What is put on a host: the site with hashed names and compressed copies, and the settings of servers beside it."""

import shutil
import tempfile
from pathlib import Path

from ..building import security_headers
from . import cdn_files, compress, hashed_names, servers
from .host_table import FOR_HOSTS, HostTable

WEB = "www"
"""The folder that a host serves: the site stands in it at the path of its address."""
_AS_THEY_ARE = ("Containerfile", "container.conf")


def make(root: Path, site: Path, out: Path, table: HostTable) -> int:
    """
    Write what is put on a host into the folder `out`, in the place of what is there; return the number of its files.

    `root` is the project, `site` the built site, which is only read. OSError if something cannot be written: then
    `out` is as before.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
        made = Path(folder) / "made"
        web(site, made / WEB, table)
        for name, text in servers.settings(root, table).items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        for name in _AS_THEY_ARE:
            shutil.copyfile(root / servers.FOLDER / name, made / name)
        number = sum(path.is_file() for path in made.rglob("*"))
        if out.exists():
            out.rename(Path(folder) / "old")
        made.rename(out)
    return number


def is_built_for(site: Path, site_url: str) -> bool:
    """Tell whether the folder `site` holds a site that was built for an address."""
    robots = site / "robots.txt"
    return robots.is_file() and robots.read_text(encoding="utf-8") == security_headers.robots(site_url)


def web(site: Path, target: Path, table: HostTable) -> None:
    """Write the folder that a host serves into the new folder `target`; see `make`."""
    place = target / table.base.strip("/")
    shutil.copytree(site, place)
    for name in FOR_HOSTS:
        (place / name).unlink(missing_ok=True)
    hashed_names.rename(place)
    # These stand where the host looks for them, which is above a site below a folder.
    texts = (cdn_files.headers(table, place), cdn_files.redirects(table))
    for name, text in zip(FOR_HOSTS, texts, strict=True):
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    compress.compress(target)
