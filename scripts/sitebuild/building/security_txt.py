"""Whom to tell of a weakness of the site, in the form of RFC 9116: whoever finds one asks for this file first."""

from collections.abc import Sequence
from datetime import date, timedelta

FILE = ".well-known/security.txt"
"""Where RFC 9116 has it, from the root of the host."""
_DAYS = 180
"""So long it is true: the RFC asks for less than a year, and the site is built again every night."""


def text(contact: str, site_url: str, codes: Sequence[str], today: date) -> str:
    """
    Return the text of FILE; empty without a contact that the RFC allows, which is a mailbox or begins with https.

    `codes` are those of the languages that answers may be in, `today` is the day of the build.
    """
    address = contact if contact.startswith(("https://", "mailto:")) else f"mailto:{contact}"
    if not contact or address.removeprefix("mailto:").startswith("http:"):
        return ""
    lines = [
        f"Contact: {address}",
        f"Expires: {(today + timedelta(_DAYS)).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(codes)}",
        # A copy elsewhere is not signed, so this says which one to believe; the RFC has no other place than the root.
        *([f"Canonical: {site_url}{FILE}"] if site_url.startswith("https://") and site_url.count("/") == 3 else []),  # noqa: PLR2004 - https://host/
    ]
    return "".join(f"{line}\n" for line in lines)
