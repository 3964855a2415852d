"""One fault in the finished site."""

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
"""Where a fault is reported that no page's text holds."""


class Finding(NamedTuple):
    """
    What is wrong in one file.

    `place` is the file, relative to the site; `target` is the address or text
    as the file has it, by which the author's line is found.
    """

    place: str
    rule: Rule
    target: str
    message: str
