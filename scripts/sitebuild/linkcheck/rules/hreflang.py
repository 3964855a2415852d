"""
The versions of a page in other languages name each other, and its links stay in its own language.

Search engines use alternate links (hreflang) only if both pages name each other and each names itself; x-default says
which version is for everybody else. A reader who has chosen a language should not lose it by following a link.
"""

from collections.abc import Iterator, Mapping

from ...model.message import Message
from .. import language_tags
from ..finding import Finding
from ..html_folder import Site
from ..html_page import HtmlPage

_DEFAULT = "x-default"


def check(site: Site) -> Iterator[Finding]:
    """Report versions that do not name a page in return, a missing x-default, and links to the wrong language."""
    languages = {path: page.language for path, page in site.pages.items() if page.language}
    for page in site.judged.values():
        if page.versions and page.path in site.public:
            yield from _check_versions(site, page)
            yield from _check_links(site, page, languages)


def _check_versions(site: Site, page: HtmlPage) -> Iterator[Finding]:
    path, versions = page.path, page.versions
    if not any(_is_default(code) for code in versions):
        message = Message("the page names its languages but no x-default; add the link")
        yield Finding(path, "hreflang-no-default", "", message)
    if path not in versions.values():
        yield Finding(path, "hreflang-without-itself", "", "the page does not name itself among its languages")
    for code, other in versions.items():
        there = site.pages.get(other)
        if there is None or _is_default(code):
            continue
        answers = site.public[other].versions if other in site.public else {}
        if path not in (file for language, file in answers.items() if not _is_default(language)):
            message = Message(
                "{address} is named as the version in {code} but does not name this page",
                address=site.address_of(other),
                code=code,
            )
            yield Finding(path, "hreflang-one-way", site.address_of(other), message)
        if there.language and not language_tags.are_compatible(there.language, code):
            message = Message(
                "{address} is named as {code} but says lang=“{language}”",
                address=site.address_of(other),
                code=code,
                language=there.language,
            )
            yield Finding(path, "hreflang-wrong-language", site.address_of(other), message)


def _check_links(site: Site, page: HtmlPage, languages: Mapping[str, str]) -> Iterator[Finding]:
    """
    Report links to a page in another language that exists in this one too.

    `languages` gives the lang of each page by its path. A link with hreflang
    changes the language on purpose.
    """
    own = page.language
    for reference, (path, _, _) in page.internal_references:
        language = languages.get(path, own) if path else own
        if language == own or reference.tag != "a" or reference.hreflang:
            continue
        there = site.public.get(path or "")
        if there is None or language_tags.is_same(own, language):
            continue
        better = language_tags.best(own, (code for code in there.versions if not _is_default(code)))
        if better is not None and there.versions[better] != path:
            message = Message(
                "“{address}” leads to {language}, though the page exists in {better}",
                address=reference.address,
                language=language,
                better=better,
            )
            yield Finding(page.path, "link-other-language", reference.address, message)


def _is_default(code: str) -> bool:
    return code.lower() == _DEFAULT
