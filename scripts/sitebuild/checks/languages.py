"""Rule: language.yml of every language names the handbook and every section of the menu."""

from collections.abc import Iterator

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Report a missing language.yml, names of sections that are missing or unknown, and a wrong generated_from."""
    keys = [guide.name for guide in content.guides if guide.name]
    for language in content.languages:
        path = register_paths.words_path(register_paths.LANGUAGE, language.code)
        if language.generated_from and language.generated_from != content.source_language.code:
            message = Message(
                "write generated_from: {code}; no other language can be converted", code=content.source_language.code
            )
            yield Problem(path=path, rule="generated-from-unknown", message=message)
            continue
        if not language.site_name and not language.generated_from:
            message = Message(
                "this file is missing or lacks site_name; copy it from another language and translate the texts"
            )
            yield Problem(path=path, rule="language-missing", message=message)
            continue
        for key in keys:
            if key not in language.sections and not language.generated_from:
                message = Message("add “{key}: …” under sections: the name of that section of the menu", key=key)
                yield Problem(path=path, rule="section-untranslated", message=message)
        for key in language.sections:
            if key not in keys and not (language.generated_from and key in content.source_language.sections):
                message = Message("“{key}” under sections is no section of nav in mkdocs.yml; delete it", key=key)
                yield Problem(path=path, rule="section-unknown", message=message)
