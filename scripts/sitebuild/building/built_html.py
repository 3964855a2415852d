"""
The finished HTML of the handbook: the link checker on its own content, reported where the author wrote it.

MkDocs has checked the links that authors write in Markdown; this looks at
what only a reader's browser or a crawler would notice.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ..linkcheck import allowlist, parallel
from ..linkcheck.allowlist import Allowance
from ..linkcheck.finding import Finding
from ..linkcheck.html_folder import Listed
from ..linkcheck.html_page import HtmlPage
from ..memo.store import Store
from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from . import left_markup, source_positions


def check(  # noqa: PLR0913 - four say what is looked at, one how, one what need not be
    site: Path,
    content: Content,
    site_url: str,
    allowances: Sequence[Allowance],
    today: date,
    *,
    store: Store | None = None,
) -> list[Problem]:
    """
    Return what is wrong in the finished site, and the allowances that excuse nothing.

    `site_url` tells which path it will be served under; in pages that `store` remembers no markup is sought again.
    """
    sources = _sources(content)
    loaded, findings = parallel.check(site, site_url, _listed(content))
    for page in loaded.pages.values():
        findings += _language(page, content)
    left, unused = allowlist.apply(
        findings,
        allowances,
        lambda finding: source_positions.names(finding, sources),
        today,
        everywhere=register_paths.TEMPLATES,
    )
    problems = [*source_positions.problems(left, sources), *unused, *left_markup.check(site, sources, store or Store())]
    problems += [
        Problem(
            path=page.path,
            rule="page-unpublished",
            message=Message("this page is not in the site as {path}", path=path),
        )
        for path, page in sources.items()
        if path not in loaded.pages
    ]
    return sorted(problems)


def _listed(content: Content) -> Listed:
    """Return the numbers and domains that the registers have."""
    of_channels = (number for channel in content.registers.channels.values() for number in channel.numbers.values())
    of_companies = (number for company in content.registers.companies.values() for number in company.dialled)
    numbers = frozenset(re.sub("[^0-9+]", "", number) for number in (*of_channels, *of_companies))
    domains_file = register_paths.value_path(register_paths.DOMAINS)
    return Listed(numbers, tuple(content.registers.domains), domains_file)


def _language(page: HtmlPage, content: Content) -> Iterator[Finding]:
    code = next(
        (language.code for language in content.translations if page.path.startswith(language.prefix)),
        content.source_language.code,
    )
    if page.language and page.language != code:
        message = Message(
            "{path} says lang=“{language}” but is published as {code}; mend the template",
            path=page.path,
            language=page.language,
            code=code,
        )
        yield Finding(page.path, "lang-wrong", "", message)


def _sources(content: Content) -> dict[str, Page]:
    """Return the page that each HTML file was made from."""
    return {f"{content.language(page.language).prefix}{page.route}index.html": page for page in content.pages}
