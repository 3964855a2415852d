"""One fault in a folder of HTML."""

from typing import Literal, NamedTuple

Rule = Literal[
    "address-empty",
    "address-glued",
    "address-insecure",
    "address-javascript",
    "address-local",
    "address-malformed",
    "address-without-scheme",
    "alt-missing",
    "anchor-unknown",
    "canonical-doubled",
    "canonical-elsewhere",
    "canonical-relative",
    "case-wrong",
    "domain-unlisted",
    "feed-dead-link",
    "file-missing",
    "foreign-file",
    "h1-count",
    "hreflang-no-default",
    "hreflang-one-way",
    "hreflang-without-itself",
    "hreflang-wrong-language",
    "id-doubled",
    "json-broken",
    "lang-missing",
    "lang-wrong",
    "link-other-language",
    "link-to-noindex",
    "link-to-redirect",
    "link-without-words",
    "mail-malformed",
    "markdown-address",
    "markdown-left",
    "metadata-missing",
    "metadata-relative",
    "page-missing",
    "page-orphan",
    "phone-malformed",
    "phone-unregistered",
    "redirect-chain",
    "redirect-loop",
    "sitemap-dead-link",
    "sitemap-foreign",
    "sitemap-noindex",
    "sitemap-without-page",
    "title-doubled",
    "title-missing",
    "window-without-rel",
]
"""Everything that the link checker can object to; CONTRIBUTING.md explains each."""
TEMPLATES = "overrides"
"""The path by which faults are known that come from a template: no page's own text holds them."""


class Finding(NamedTuple):
    """
    One fault in one file.

    `path` is the file below the site's folder, with forward slashes. `excerpt`
    is the address or text that is wrong, just as the file has it, so that the
    author's line can be found by it; it is empty if something is missing.
    `message` says what to do, without a final full stop.
    """

    path: str
    rule: Rule
    excerpt: str
    message: str
