"""Reading and checking the pages, as every command that needs them does it."""

from collections.abc import Mapping, Sequence

from .. import checks
from ..addresses import files
from ..checks import personal_data
from ..linkcheck import allowlist
from ..model.content import Content
from ..model.problem import Problem
from ..model.register_paths import LINK_EXCEPTIONS
from ..reading import docs_folder
from ..reading.mkdocs_config import Settings
from ..translation import readiness


def read(site: Settings) -> tuple[Content, list[Problem]]:
    """Return all content of the site, and what cannot be read of it."""
    return docs_folder.read(site.root, site.docs, site.languages, site.guides)


def check(site: Settings, content: Content, unread: Sequence[Problem], texts: Mapping[str, str]) -> list[Problem]:
    """
    Return what is to mend in content, with what could not be read of it; sorted, each once.

    `texts` are the texts of all files of the repository, by their paths.
    """
    personal = [problem for path, text in texts.items() for problem in personal_data.check(path, text)]
    kept = files.check(site.root, content.published)
    _, unfit = allowlist.load(site.root / LINK_EXCEPTIONS, LINK_EXCEPTIONS)
    found = readiness.without_expected_gaps(content, [*unread, *checks.run(content)])
    return sorted({*found, *personal, *kept, *unfit, *readiness.check(content, site.first, texts)})
