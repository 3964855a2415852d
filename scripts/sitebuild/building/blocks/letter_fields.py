"""Generates the blanks of letters, `{{ company }}` → a visible blank with its name, and the tables explaining them."""

import re

from ...model.content import Content
from ...model.letter_fields import LetterFieldWords
from ...model.page import Page
from ...text import markdown_text, notation, references


def expand(text: str, content: Content, language: str) -> str:
    """Return Markdown with every blank replaced by HTML; one that is not in the register is left unchanged."""
    words, colon = content.registers.words[language].fields, content.interface[language].get("label_colon", "")

    def shown(found: re.Match[str]) -> str:
        name = found[1]
        if name not in words:
            return found[0]
        return f'<span class="blank" data-field="{name}">{markdown_text.escape(label(words[name], colon))}</span>'

    return notation.BLANK.sub(shown, text)


def label(words: LetterFieldWords, colon: str) -> str:
    """Return a blank as letters show it: its name, and what its words remind of, in Chinese brackets."""
    return f"【{words.label}{colon}{words.hint}】" if words.hint else f"【{words.label}】"


def table(content: Content, page: Page, marker: str) -> str:
    """Return a table of all blanks (marker `table: fields`), or of one group (`table: fields-you`), as Markdown."""
    group = marker.partition("fields-")[2]
    words, interface = content.registers.words[page.language].fields, content.interface[page.language]
    heads = (interface["field_name"], interface["field_write"], interface["field_example"])
    shown = [
        words[key] for key, blank in content.registers.fields.items() if key in words and group in ("", blank.group)
    ]
    text = markdown_text.table(heads, [(each.label, each.write, each.example) for each in shown])
    return references.expand(text, content.registers, page.language, page.name)
