"""
The notice that stands where a page has not been translated.

A reader who chose a language is told so in that language and shown the way to
the source; the source text is never passed off as a translation.
"""

from html import escape

from .content import Content
from .page import Page


def notice(content: Content, code: str, page: Page, address: str) -> str:
    """
    Return the notice (HTML) for a page that `code` lacks.

    `address` leads from the notice to the page in the source language.
    """
    words, source = content.interface[code], content.source.code
    title = f'<span lang="{source}">{escape(page.title)}</span>'
    link = f'<a href="{escape(address)}" hreflang="{source}">{escape(words["untranslated_link"])} {title}</a>'
    return f"<p>{escape(words['untranslated_text'])}</p>\n<p>{link}</p>\n"
