"""Rule: interface.yml has the same keys and placeholders in every language."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import grammar


def check(content: Content) -> Iterator[Problem]:
    """Report keys that are missing or unknown in a translation, and placeholders such as {date} that differ."""
    original = content.interface.get(content.source_language.code, {})
    for language in content.translations:
        path = f"docs/{language.code}/_data/interface.yml"
        words = content.interface.get(language.code, {})
        for key in sorted(original.keys() - words.keys()):
            message = Message(
                "add the line “{key}: …”, which in {code} is “{original}”",
                key=key,
                code=content.source_language.code,
                original=original[key],
            )
            yield Problem(path=path, rule="interface-key-missing", message=message)
        for key in sorted(words.keys() - original.keys()):
            message = Message("“{key}” is not used; delete the line", key=key)
            yield Problem(path=path, rule="interface-key-unknown", message=message)
        for key in sorted(words.keys() & original.keys()):
            if wrong := grammar.braces(words[key], original[key]):
                yield Problem(
                    path=path, rule="interface-braces", message=Message("{key}: {wrong}", key=key, wrong=Message(wrong))
                )
