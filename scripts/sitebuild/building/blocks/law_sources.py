"""Generates the list of the laws that one page cites."""

from ...model import citations
from ...model.content import Content
from ...model.page import Page
from .law_words import LawsInLanguage


def sources(content: Content, page: Page) -> str:
    """Return, as a Markdown list, the laws a page cites, each with its articles, number, date and official text."""
    cited: dict[str, list[str]] = {}
    for key, article in citations.of(page, content.registers):
        articles = cited.setdefault(key, [])
        if article and article not in articles:
            articles.append(article)
    laws = LawsInLanguage(content, page.language, page.name)
    return laws.expanded("\n".join(f"- {_item(laws, key, cited[key])}" for key in cited if key in laws.words))


def _item(laws: LawsInLanguage, key: str, articles: list[str]) -> str:
    """Return a law as one item of the list, with the articles that the page cites."""
    ordered = sorted(articles, key=lambda each: [int(part) for part in each.split("-")])
    target = f"{key}/{','.join(ordered)}" if ordered else key
    law, words = laws.laws[key], laws.words[key]
    full = [] if words.title in words.cite else [laws.full_title(law, words)]
    return laws.joined([f"[](law:{target}){laws.full_stop}", *full, *laws.facts(law, words)])
