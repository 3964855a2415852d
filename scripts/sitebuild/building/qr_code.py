"""The address of a page as paper shows it: a QR code to scan, and letters to type."""

import io
import re
from dataclasses import dataclass

import segno

_LOCAL = re.compile(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)")
"""Where a site is while somebody works on it: nobody else can go there, so paper does not send them."""


@dataclass(frozen=True, kw_only=True)
class OnPaper:
    """An address without its scheme, as people type it, and the QR code of the whole as an SVG."""

    address: str
    code: str


def on_paper(address: str) -> OnPaper | None:
    """Return how paper shows the address of a page; None for one on somebody's own machine, or none at all."""
    if not address or _LOCAL.match(address):
        return None
    return OnPaper(address=address.split("://", 1)[-1], code=svg(address))


def svg(address: str) -> str:
    """Return the QR code of an address as an SVG without a size; 15 % of it may be lost on the way through copiers."""
    file = io.BytesIO()
    # Without a border: what stands around the code is white.
    segno.make_qr(address, error="m").save(
        file, kind="svg", xmldecl=False, svgns=False, nl=False, omitsize=True, border=0, svgclass="qr", lineclass=None
    )
    return file.getvalue().decode("utf-8")
