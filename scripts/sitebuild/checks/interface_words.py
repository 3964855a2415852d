"""Rule: interface.yml has the same keys and placeholders in every language."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.problem import Problem
from ..text import grammar


def check(content: Content) -> Iterator[Problem]:
    """Report keys that are missing or unknown in a translation, and placeholders such as {date} that differ."""
    code = content.source_language.code
    original = content.interface.get(code, {})
    empty: dict[str, str] = {}
    for language in content.translations:
        path = f"docs/{language.code}/_data/interface.yml"
        words = content.interface.get(language.code, {})
        for key in sorted(original.keys() & words.keys()):
            if not original[key] and any(map(str.isalpha, words[key])):
                empty.setdefault(key, f"“{key}” is empty, and in {language.code} it is “{words[key]}”; write the words")
        for key in sorted(original.keys() - words.keys()):
            message = f"add the line “{key}: …”, which in {content.source_language.code} is “{original[key]}”"
            yield Problem(path=path, rule="interface-key-missing", message=message)
        for key in sorted(words.keys() - original.keys()):
            message = f"“{key}” is not used; delete the line"
            yield Problem(path=path, rule="interface-key-unknown", message=message)
        for key in sorted(words.keys() & original.keys()):
            if wrong := grammar.braces(words[key], original[key]):
                yield Problem(path=path, rule="interface-braces", message=f"{key}: {wrong}")
    for message in empty.values():
        yield Problem(path=f"docs/{code}/_data/interface.yml", rule="interface-key-missing", message=message)
