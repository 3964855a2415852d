"""The copies that tests look at, in an edition that never changes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from making import ROOT
from sitebuild.model.content import Content
from sitebuild.offline import built_site, copies, licences, zip_site
from sitebuild.offline.copies import Copy
from sitebuild.offline.edition import Edition

EDITION = Edition(moment=datetime(2026, 11, 23, tzinfo=UTC), version="abc123456", rights="CC BY-SA 4.0")


def wanted(site: Path, content: Content) -> Iterator[Copy]:
    """Yield the copies of a site, not yet made."""
    bundled = licences.collect(ROOT, EDITION.rights, zip_site.NAME)
    return copies.of_site(built_site.open_site(site), content, EDITION, bundled)
