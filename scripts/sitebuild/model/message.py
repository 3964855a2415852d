"""A sentence for an author, in English, of which the commands can say the same in another language."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Self

_TYPED = re.compile(r"(?:python |docs/)[^“”]*|[A-Za-z0-9_./#-]{1,60}")
"""What somebody types as it stands: a command, a path, the name of an entry."""
_FEW = 4
"""So many texts of a list are said where it would be too long."""


# A text, so that whoever compares, sorts or searches messages need not know more.
class Message(str):
    """
    An English sentence that knows what it was made of.

    The template stands where the sentence is made, with names in braces as in `str.format`, whose values follow by
    name; braces that are text are doubled. A value is a text, a number, another message, or a list of texts, which is
    joined by commas. An exception stands for the message that it was raised with.

        Message("“{key}” is not in {file}; add it", key=key, file=path)

    Other languages have a template of their own for each English one, see scripts/messages; one without values stands
    there as it is, so a text that is a whole sentence needs no Message around it. Pickled, it is its parts: what is
    remembered is in no language.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str | Exception, /, **values: object) -> Self:  # noqa: D102 - the class says it
        if isinstance(template, Exception):
            template = template.args[0] if isinstance(next(iter(template.args), None), str) else str(template)
        if isinstance(template, cls):
            return template
        kept = {name: _plain(value) for name, value in values.items()}
        made = super().__new__(cls, _filled(template, kept, _english))
        made.template = template
        made.values = kept
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        return (self.template,), dict(self.values)

    def __getstate__(self) -> None:
        """Return nothing: the arguments say all."""

    def changed(self, change: Callable[[str], str]) -> "Message":
        """Return the message with each text among its values changed."""
        return Message(self.template, **{name: _changed(value, change) for name, value in self.values.items()})


def shortened(message: Message, most: int) -> Message:
    """
    Return a message in which no value is longer than so many characters: what is cut ends with “…”.

    What is typed as it stands is left whole: paths, names, commands. Of a list the first of its texts stay.
    """

    def cut(value: object) -> object:
        if isinstance(value, Message):
            return shortened(value, most)
        if isinstance(value, tuple):
            kept = tuple(map(cut, value[:_FEW]))
            return (*kept, "…") if len(value) > _FEW else kept
        if isinstance(value, str) and len(value) > most and not _TYPED.fullmatch(value):
            return f"{value[:most].rstrip()}…"
        return value

    return Message(message.template, **{name: cut(value) for name, value in message.values.items()})


def counted(number: int, one: str, more: str, /, **values: object) -> Message:
    """Return a message with the template for one or for more; the number is `{number}`."""
    return Message(one if number == 1 else more, number=number, **values)


def either(names: Iterable[str]) -> str:
    """Return names as a message offers them: “a” or “b”."""
    return one_of(f"“{name}”" for name in names)


def one_of(texts: Iterable[str]) -> str:
    """Return texts as a message offers them: a or b; “nothing” if there are none."""
    *others, last = [*texts] or [Message("nothing")]
    for other in reversed(others):
        last = Message("{name} or {others}", name=other, others=last)
    return last


def translated(text: str, templates: Mapping[str, str], separator: str) -> str:
    """
    Return a message in the language of some templates, by the English ones; raise KeyError if they lack one.

    `separator` stands between the texts of a list.
    """

    def said(value: object) -> object:
        if isinstance(value, Message):
            return translated(value, templates, separator)
        return separator.join(map(str, map(said, value))) if isinstance(value, tuple) else value

    template, values = (text.template, text.values) if isinstance(text, Message) else (text, {})
    return _filled(templates[template] if template else "", values, said)


def _filled(template: str, values: Mapping[str, object], said: Callable[[object], object]) -> str:
    return template.format(**{name: said(value) for name, value in values.items()}) if values else template


def _english(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _plain(value: object) -> object:
    """Return a value as it is kept: nothing that a store could not read, or that could change afterwards."""
    if isinstance(value, BaseException) and value.args and isinstance(value.args[0], Message):
        return value.args[0]
    if isinstance(value, str | int | float):
        return value
    return tuple(map(_plain, value)) if isinstance(value, list | tuple) else str(value)


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, Message):
        return value.changed(change)
    if isinstance(value, tuple):
        return tuple(_changed(each, change) for each in value)
    return change(value) if isinstance(value, str) else value
