"""Rule: interface.yml has the same keys and placeholders in every language."""

import re
from collections.abc import Iterator, Sequence

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..text import grammar

_BRACES = re.compile(r"\{[^{}]*[^\x00-\x7f{}][^{}]*\}")
"""A name in braces in other letters than those of the code, which knows what it fills in by that name."""


def check(content: Content) -> Iterator[Problem]:
    """Report keys that are missing or unknown in a translation, and placeholders such as {date} that differ."""
    code = content.source_language.code
    original = content.interface.get(code, {})
    empty: dict[str, str] = {}
    translated = {key for key, words in original.items() if _BRACES.search(words)}
    yield from _names_translated(content, sorted(translated))
    for language in content.translations:
        path = f"docs/{language.code}/_data/interface.yml"
        words = content.interface.get(language.code, {})
        for key in sorted(original.keys() & words.keys()):
            if not original[key] and any(map(str.isalpha, words[key])):
                empty.setdefault(
                    key,
                    Message(
                        "“{key}” is empty, and in {code} it is “{words}”; write the words",
                        key=key,
                        code=language.code,
                        words=words[key],
                    ),
                )
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
        for key in sorted((words.keys() & original.keys()) - translated):
            if wrong := grammar.braces(words[key], original[key]):
                yield Problem(
                    path=path, rule="interface-braces", message=Message("{key}: {wrong}", key=key, wrong=Message(wrong))
                )
    for lacking in empty.values():
        yield Problem(path=f"docs/{code}/_data/interface.yml", rule="interface-key-missing", message=lacking)


def _names_translated(content: Content, keys: Sequence[str]) -> Iterator[Problem]:
    """Report words of the source whose names in braces are not those that the code fills in."""
    code = content.source_language.code
    for key in keys:
        others = (content.interface.get(each.code, {}).get(key, "") for each in content.translated)
        names = sorted({name for words in others for name in re.findall(r"\{[a-z_]+\}", words)})
        message = Message("{key}: write {names} in braces, untranslated", key=key, names=names or ["{…}"])
        yield Problem(path=f"docs/{code}/_data/interface.yml", rule="interface-braces", message=message)
