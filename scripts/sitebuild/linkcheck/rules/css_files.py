"""Style sheets find their pictures, fonts and further sheets."""

import posixpath
from collections.abc import Iterator

from .. import address
from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report url() and @import that lead nowhere or to another host."""
    for place, addresses in site.sheets.items():
        for each in addresses:
            if each.startswith(("data:", "#")) or not each:
                continue
            if address.outside(each, site.url):
                message = f"the sheet would fetch “{each}” from another host; put the file into the site"
                yield Finding(place, "foreign-file", each, message)
            elif address.resolve(each, posixpath.dirname(place), "", site.files, site.root).place is None:
                message = f"the sheet needs “{each}”, which is not in the site; correct it or add the file"
                yield Finding(place, "file-missing", each, message)
