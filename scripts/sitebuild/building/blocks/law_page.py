"""Generates the page of a law: what it is and whether it is in force, what each article means, which pages cite it."""

from collections.abc import Iterator
from html import escape

from ...model.content import Content
from ...model.page import Page
from ...model.registers import Law, LawWords
from ...text import formatting, references
from ...translation import register_age
from . import folding
from .law_words import LawsInLanguage


def text(content: Content, page: Page) -> str:
    """Return, as Markdown, all of the page of a law below its title."""
    return "\n\n".join(filter(None, _blocks(content, page)))


def _blocks(content: Content, page: Page) -> Iterator[str]:
    key = page.law
    laws = LawsInLanguage(content, page.language, page.name)
    law, words, interface = laws.laws[key], laws.words[key], laws.interface
    if register_age.is_older(content, page.language, ("laws", key)):
        yield interface["entry_older"]
    yield laws.expanded(words.what)
    yield laws.expanded("\n".join(f"- {fact}" for fact in _facts(laws, law, words) if fact))
    yield laws.expanded("\n".join(f"- {each}" for each in _moved(laws, law)))
    # Of a law with articles below, these are only the pages that name no article.
    yield _cited_by(content, page, "", "law_cited_whole" if law.articles else "law_cited_by")
    if law.articles:
        yield interface["law_gists"] if law.url else interface["law_gists_unlinked"]
    for article in law.articles:
        yield f"## {laws.heading(article)} {{#{references.article_anchor(key, article)}}}"
        yield laws.expanded(words.gists.get(article, ""))
        yield _cited_by(content, page, article, "law_cited_by")


def _facts(laws: LawsInLanguage, law: Law, words: LawWords) -> Iterator[str]:
    """Yield what is known of the law as a whole, each with what it is."""
    interface = laws.interface

    def named(key: str, value: str) -> str:
        return f"{interface[key]}{interface['label_colon']}{value}" if value else ""

    official = laws.foreign(law.official_title)
    yield named("law_full_title", "" if official == words.title else official)
    yield named("law_kind", interface[f"law_kind_{law.kind}"])
    yield named("law_force", laws.force(law))
    yield named("law_issuer", words.issuer)
    yield named("law_number", laws.number(law, words))
    if law.issued:
        yield named("law_issued", formatting.day(law.issued, laws.grammar))
    if law.superseded_by and law.superseded_by in laws.words:
        title = f"[{laws.words[law.superseded_by].title}]({_link(references.law_page(law.superseded_by))})"
        yield interface["law_superseded"].format(law=title)
    yield words.note or ""
    yield laws.official(law)


def _moved(laws: LawsInLanguage, law: Law) -> Iterator[str]:
    """Yield a sentence for each article that the law which took this one's place has under another number."""
    now = laws.laws.get(law.superseded_by or "")
    for old, new in law.moved.items():
        known = now is not None and new in now.articles
        shown = f"[](law:{law.superseded_by}/{new})" if known else laws.heading(new)
        yield laws.interface["law_moved"].format(old=laws.heading(old), new=shown)


def _cited_by(content: Content, page: Page, article: str, words: str) -> str:
    """Return the pages that cite an article, or the law as a whole, folded under `words`; empty if there are none."""
    pages = content.citing[page.language].get((page.law, article), ())
    if not pages:
        return ""
    links = "\n".join(f"- [{each.title}]({_link(each.name)})" for each in pages)
    summary = content.interface[page.language][words].format(number=len(pages))
    return folding.folded(escape(summary), links, kind="cited")


def _link(name: str) -> str:
    """Return the path of a page from the page of a law."""
    return references.relative_path(name, references.LAWS.removesuffix(".md"))
