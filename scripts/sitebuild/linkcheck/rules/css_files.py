"""Every file that a style sheet names with url() or @import is in the site, and none comes from another host."""

import posixpath
from collections.abc import Iterator

from .. import address
from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report url() and @import that lead nowhere or to another host."""
    for path, addresses in site.stylesheets.items():
        for each in addresses:
            if each.startswith(("data:", "#")) or not each:
                continue
            if address.is_external(each, site.url):
                message = f"the sheet would fetch “{each}” from another host; put the file into the site"
                yield Finding(path, "foreign-file", each, message)
            elif address.resolve(each, posixpath.dirname(path), "", site.files, site.root).path is None:
                message = f"the sheet needs “{each}”, which is not in the site; correct it or add the file"
                yield Finding(path, "file-missing", each, message)
