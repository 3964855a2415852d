"""The menu is complete in every language."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem

_CONFIG = "mkdocs.yml"


def check(content: Content) -> Iterator[Problem]:
    """Report section names without translation: MkDocs would show them in the source language."""
    names = [guide.name for guide in content.guides if guide.name]
    for language in content.translations:
        for name in names:
            if name not in language.sections:
                message = f"add “{name}: …” to the nav_translations of the language {language.code}"
                yield Problem(path=_CONFIG, rule="section-untranslated", message=message)
        for name in language.sections:
            if name not in names:
                message = f"“{name}” in the nav_translations of {language.code} is no section of nav; delete it"
                yield Problem(path=_CONFIG, rule="section-unknown", message=message)
