"""
Generates the index of questions: as Markdown for the page, as faq.json for programs, as JSON-LD for search engines.

All three contain the question and the first sentence of its answer. Questions are headings marked with `.faq`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from ...model.content import Content, Guide
from ...model.page import Page, Question
from ...model.phrase import Phrase
from ...text import markdown_text
from . import folding


@dataclass(frozen=True, kw_only=True)
class IndexedQuestion:
    """A question in the index; `link` is relative to the folder in docs/, `route` to the language's home page."""

    guide: Guide
    anchor: str
    question: Phrase
    answer: Phrase
    link: str
    route: str


def entries(content: Content, code: str) -> Iterator[IndexedQuestion]:
    """Yield the questions of a language in the order of the menu; those without id or first sentence are left out."""
    for guide, page, question in content.questions(code):
        if question.heading.anchor and question.opening.runs:
            yield _entry(guide, page, question, question.heading.anchor)


def index(content: Content, code: str, site_url: str) -> str:
    """
    Return the index as Markdown: the questions of each section of the menu, folded, then JSON-LD.

    `site_url` ends with a slash. Links are relative to the language folder, so
    that MkDocs checks them like links in pages; therefore the page with the
    marker must be directly in that folder.
    """
    blocks, interface = [], content.interface[code]
    for guide, group in groupby(entries(content, code), key=lambda entry: entry.guide):
        listed = list(group)
        items = "\n\n".join(_item(entry, interface["faq_onward"]) for entry in listed)
        if not guide.name:
            blocks.append(items)
            continue
        name = interface["faq_group"].format(group=content.guide_name(guide, code), number=len(listed))
        blocks.append(folding.folded(f"<h2>{escape(name)}</h2>", items, kind="group", anchor=_guide_id(guide)))
    blocks.append(f'<script type="application/ld+json">{_for_script(structured(content, code, site_url))}</script>')
    return "\n\n".join(blocks)


def published(content: Content, code: str, site_url: str) -> str:
    """Return the text of faq.json; the addresses in it are absolute, and `site_url` ends with a slash."""
    language = content.language(code)
    questions = [
        {
            "id": entry.anchor,
            "guide": content.guide_name(entry.guide, code),
            "question": entry.question.plain,
            "answer": entry.answer.plain,
            "url": _url(site_url, language.prefix, entry),
        }
        for entry in entries(content, code)
    ]
    document = {"language": code, "licence": "CC-BY-SA-4.0", "questions": questions}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def structured(content: Content, code: str, site_url: str) -> dict[str, object]:
    """Return the index as a schema.org FAQPage (https://schema.org/FAQPage)."""
    language = content.language(code)
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": code,
        "mainEntity": [
            {
                "@type": "Question",
                "@id": _url(site_url, language.prefix, entry),
                "url": _url(site_url, language.prefix, entry),
                "name": entry.question.plain,
                "acceptedAnswer": {"@type": "Answer", "text": entry.answer.plain},
            }
            for entry in entries(content, code)
        ],
    }


def _item(entry: IndexedQuestion, onward: str) -> str:
    """Return a question that opens to its answer, and a link to the steps, which says `onward`."""
    return folding.folded(
        markdown_text.as_html(entry.question),
        f"{markdown_text.as_markdown(entry.answer)} [{onward}]({entry.link})",
        kind="question",
    )


def _entry(guide: Guide, page: Page, question: Question, anchor: str) -> IndexedQuestion:
    return IndexedQuestion(
        guide=guide,
        anchor=anchor,
        question=question.wording,
        answer=question.opening,
        link=f"{page.name}#{anchor}",
        route=f"{page.route}#{anchor}",
    )


def _url(site_url: str, prefix: str, entry: IndexedQuestion) -> str:
    return f"{site_url}{prefix}{entry.route}"


def _guide_id(guide: Guide) -> str:
    """Return a section id that all languages share: the folder of the guide's first page."""
    return f"guide-{guide.pages[0].split('/')[0].removesuffix('.md')}"


def _for_script(document: dict[str, object]) -> str:
    """Return JSON that cannot end the script element it stands in."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
