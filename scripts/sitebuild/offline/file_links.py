"""Links of a page as they must be where no server adds index.html: in a folder that somebody unpacked."""

import posixpath
import re

from .built_site import HOME, BuiltSite

_TAG = re.compile(r"<(?:a|link|area|meta)\b[^>]*>")
_HREF = re.compile(r'(\shref=")([^"]*)(?=")')
_REFRESH = re.compile(r'(http-equiv="refresh" content="\d+; url=)([^"]*)(?=")')
_POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=")([^"]*)(?=")')
_FOR_ENGINES = re.compile(r'<(?:link rel="(?:canonical|alternate)"|meta (?:property="og:|name="twitter:))[^>]*>\n?')
_WHOLE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_SELF = "'self'"


def adapted(html: str, place: str, site: BuiltSite) -> str:
    """
    Return the HTML of the page at `place`: links that end in a folder name its index.html, the policy allows files.

    What search engines and other sites are told of the address goes: a copy has none.
    """
    folder = posixpath.dirname(place)

    def link(found: re.Match[str]) -> str:
        return found[1] + named(found[2], folder, site)

    def tag(found: re.Match[str]) -> str:
        text = found[0]
        if not text.startswith("<meta"):
            return _HREF.sub(link, text)
        # Every file is an origin of its own in some browsers, and 'self' then is nothing.
        text = _POLICY.sub(lambda policy: policy[1] + policy[2].replace(_SELF, f"{_SELF} file:"), text)
        return _REFRESH.sub(link, text)

    return _TAG.sub(tag, _FOR_ENGINES.sub("", html))


def named(written: str, folder: str, site: BuiltSite) -> str:
    """Return an address on a page in `folder` with the index.html that a server would add; others as they are."""
    path = re.split(r"[?#]", written, maxsplit=1)[0]
    if not path.endswith(("/", ".")) or _WHOLE.match(path):
        return written
    found = site.target(folder, written).path
    if not found or not found.endswith(HOME):
        return written
    return f"{path.removesuffix('/')}/{HOME}{written[len(path) :]}"
