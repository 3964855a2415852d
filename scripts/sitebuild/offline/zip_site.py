"""The whole site as a zip: unpacked anywhere, it is read, searched and printed without a server."""

import posixpath
from collections.abc import Iterator

from ..model.content import Content
from .built_site import HOME, BuiltSite
from .edition import Edition, ZipEntry, content_hash, zipped
from .file_links import adapted
from .licences import Licences
from .words import CopyWords, made

NAME = "handbook-site.zip"
FOLDER = "handbook"
"""The folder that unpacking makes, whatever the program does."""
READ_ME, LICENCES = "README.txt", "LICENCES.txt"
_FOR_SERVERS = ("404.html", "_headers", "faq.json", "robots.txt", "security.txt", "sitemap.xml", "sitemap.xml.gz")
_FOR_OTHERS = ("data/", "downloads/", "assets/images/card.png")
"""Open data, what is printed, and the picture that other sites show of an address: no page links to them."""
_WINDOWS = {"encoding": "utf-8-sig"}


def make(site: BuiltSite, content: Content, edition: Edition, licences: Licences) -> bytes:
    """Return the zip of a built site."""
    files = dict(_files(site))
    hashed = content_hash(*(f"{path}\n{data.hex()}" for path, data in files.items()))
    texts = {READ_ME: read_me(content, edition, hashed), LICENCES: licences.text}
    # Old programs on Windows want its line ends, and a sign that this is UTF-8.
    for name, text in texts.items():
        files[name] = text.replace("\n", "\r\n").encode(**_WINDOWS)
    entries = (ZipEntry(f"{FOLDER}/{path}", data) for path, data in sorted(files.items()))
    return zipped(entries, edition.moment)


def read_me(content: Content, edition: Edition, hashed: str) -> str:
    """Return what to do with the zip, in every language, the first of them first."""
    return "\n\n".join(
        _read_me(content, CopyWords(content, language.code), edition, hashed) for language in content.languages
    )


def _read_me(content: Content, words: CopyWords, edition: Edition, hashed: str) -> str:
    language = content.language(words.code)
    lines = [
        language.site_name,
        words.say("offline_unpack", file=f"{FOLDER}/{language.prefix}{HOME}"),
        made(words, edition, hashed),
        words.say("offline_licences", rights=edition.rights, file=LICENCES),
        words.say("trust"),
    ]
    return "\n".join(lines) + "\n"


def _files(site: BuiltSite) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of what readers need of the site."""
    for path in site.files:
        if posixpath.basename(path) in _FOR_SERVERS or path.startswith(_FOR_OTHERS):
            continue
        is_page = path.endswith(".html")
        yield path, adapted(site.text(path), path, site).encode() if is_page else (site.folder / path).read_bytes()
