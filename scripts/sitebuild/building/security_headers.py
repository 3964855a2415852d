"""
What a page may load and what it tells others: one policy, for the pages themselves and for hosts.

Nothing comes from another host, nothing runs that is not a file of ours, and
a page that is left learns the next one nothing about where its reader was.
"""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    # Checkers that read robots.txt from inside a page ask as its scripts would; pictures may already be asked for here.
    "connect-src 'self'",
    "img-src 'self' data:",  # signs in style sheets are data: addresses
    "base-uri 'none'",
    "form-action 'none'",
)
CONTENT = "; ".join(_DIRECTIVES)
"""The Content-Security-Policy of every page, in its <meta> too, for hosts that send no headers of ours."""

HEADERS = {
    # A <meta> cannot forbid frames; only a header can.
    "Content-Security-Policy": f"{CONTENT}; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
FILE = "_headers"
"""Several hosts of static sites read this file: a pattern of paths, then its headers, indented."""


def headers_file() -> str:
    """Return the text of FILE, ending with a line break."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read, and here is the list of it."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
