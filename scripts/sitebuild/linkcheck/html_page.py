"""What one HTML file says of itself and what it leads to."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from .address import Target
from .address_attributes import HtmlReference

ADDRESS_PROPERTIES = (
    "og:url",
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "og:video",
    "og:video:url",
    "og:video:secure_url",
    "og:audio",
    "og:audio:url",
    "og:audio:secure_url",
    "twitter:image",
    "twitter:image:src",
    "twitter:player",
)
"""The names of <meta> whose content is an address."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


class HtmlPage:
    """
    What one HTML file says of itself and what it leads to.

    All addresses are as the file has them, without escapes and without what
    `address.cleaned` drops. `internal_references` and `versions` are filled in
    by the site, which knows where an address leads; all else by `page_reader`.
    """

    # No dataclass: the link checker would wait for that module longer than for fifty pages. What a page does not say
    # is said by the class: of tens of thousands of pages each would else have a dozen empty lists.

    language = title = ""
    """The lang of <html>, and the text of <title>; empty if the page has none."""
    base = ""
    """
    The href of the first <base> that has one; the site makes of it the path from the root of the host that other
    addresses are joined to, empty if they are joined to the page's own. It may name another host.
    """
    has_base = has_foreign_base = False
    redirect = ""
    """Where a <meta http-equiv="refresh"> leads; empty if the page is no redirect."""
    redirect_seconds = 0
    reads_fragment = False
    """Whether a script of the page looks at its fragment, as it does to take it along to another page."""
    noindex = noindex_without_follow = False
    """What <meta name="robots"> says; the second is a page that is not meant to be found even by links."""
    h1_count = 0
    ids: AbstractSet[str] = frozenset()
    """What a fragment can name: ids, and names of <a>."""
    duplicate_ids: Sequence[str] = ()
    references: Sequence[HtmlReference] = ()
    """
    Each distinct reference once: those of tags in their order, then those of styles. On a page of a site these are only
    those whose spelling may be wrong; `internal_references` are only links, sections, and what leads nowhere.
    """
    internal_references: Sequence[tuple[HtmlReference, Target]] = ()
    canonical_links: Sequence[HtmlReference] = ()
    manifests: Sequence[str] = ()
    feeds: Sequence[str] = ()
    """The addresses of its web app manifests, and of its feeds."""
    maps: AbstractSet[str] = frozenset()
    used_maps: Sequence[str] = ()
    """What a usemap can name, which are names and ids of <map>; and what is named by one."""
    versions: Mapping[str, str] = _NOTHING
    """The files of the page in other languages, by the hreflang of its alternate links."""
    metadata: Mapping[str, str] = _NOTHING
    """The content of each <meta> that holds an address, by its property or name in small letters."""
    json_ld: Sequence[str] = ()
    """The text of each JSON-LD script."""
    links_without_name: Sequence[str] = ()
    images_without_alt: Sequence[str] = ()
    unsafe_new_windows: Sequence[str] = ()
    """
    Addresses: of links without text, label or picture that has one; of pictures; of links with target="_blank" and
    neither noopener nor noreferrer.
    """
    unresolved_markdown: Sequence[str] = ()
    """Markdown links that were published as they were typed."""

    def __init__(self, path: str) -> None:
        """Begin with nothing known but the path below the site's folder."""
        self.path = path


_OF_AN_OUTLINE = frozenset(
    (
        "base",
        "canonical_links",
        "has_foreign_base",
        "ids",
        "language",
        "noindex",
        "noindex_without_follow",
        "path",
        "reads_fragment",
        "redirect",
        "redirect_seconds",
        "title",
        "versions",
    )
)


def outline(page: HtmlPage) -> HtmlPage:
    """Return a smaller page with what the rules ask about a page when they judge another one."""
    known = HtmlPage(page.path)
    vars(known).update((name, value) for name, value in vars(page).items() if name in _OF_AN_OUTLINE)
    return known
