"""Makes a page for every law of the register, in every language that has words for it; building/blocks fills it."""

import json
from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content, Language
from ..model.page import SECTION, FrontMatter, Heading, Marker, Page
from ..model.registers import Law, LawWords
from ..text import notation, references

_REGISTER = "laws"
_SOURCE = """---
title: {title}
description: {description}
reviewed: {reviewed}
---

<!-- {marker} -->
"""


def pages(content: Content) -> Iterator[Page]:
    """Yield the page of each law in each language, but for those that somebody wrote by hand."""
    for language in content.languages:
        for key, law in content.registers.laws.items():
            words = content.registers.words[language.code].laws.get(key)
            if words and not content.page(language.code, references.law_page(key)):
                yield _page(content, language, key, law, words)


def _page(content: Content, language: Language, key: str, law: Law, words: LawWords) -> Page:
    path = register_paths.words_path(_REGISTER, language.generated_from or language.code)
    describe = content.interface.get(language.code, {}).get("law_description", "{title}")
    description = describe.replace("{title}", words.title)
    source = _SOURCE.format(
        title=_quoted(words.title), description=_quoted(description), reviewed=law.checked, marker=notation.LAW
    )
    values = {"title": words.title, "description": description, "reviewed": law.checked}
    lines = content.registers.lines
    line = lines.get((path, key), 1)
    return Page(
        path=path,
        language=language.code,
        name=references.law_page(key),
        converted=bool(language.generated_from),
        law=key,
        source=source,
        front_matter=FrontMatter(values=values, lines=dict.fromkeys(values, line)),
        headings=tuple(
            Heading(
                line=lines.get((path, f"{key}.gists.{article}"), line),
                column=1,
                level=SECTION,
                text=article,
                anchor=references.article_anchor(key, article),
            )
            for article in law.articles
        ),
        markers=(Marker(line=line, column=1, name=notation.LAW),),
    )


def _quoted(text: str) -> str:
    """Return text as YAML between double quotes."""
    return json.dumps(text, ensure_ascii=False)
