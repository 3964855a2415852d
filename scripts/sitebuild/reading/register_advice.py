"""What an author types instead of a value that its register does not take."""

from pydantic_core import ErrorDetails

from ..model.message import Message

_ADVICE = {
    "missing": "this key is missing; add it",
    "extra_forbidden": "this key is not known; correct or delete it",
    "date_from_datetime_parsing": "write a date such as 2026-01-31",
    "date_parsing": "write a date such as 2026-01-31",
    "date_type": "write a date such as 2026-01-31",
    "string_pattern_mismatch": "this is not written as such a value is; write it like its neighbours",
    "int_type": "write a number in digits, without quotes",
    "float_type": "write a number in digits, without quotes",
    "bool_type": "write true or false",
    "list_type": 'write a list: ["…", "…"]',
    "tuple_type": 'write a list: ["…", "…"]',
    "model_type": "write lines of keys below this one, indented by two spaces",
    "model_attributes_type": "write lines of keys below this one, indented by two spaces",
    "dict_type": "write one form, or below the key a line for each form with its words",
    "string_type": "write text between double quotes",
    "string_too_short": "write something between the quotes, or delete the line",
}
"""What the author has to do, by pydantic's type of the error."""
_FORMS = {
    "fonts": "write names of fonts with commas between them, those with spaces between double quotes",
    "numbers": "write a phone number between double quotes, in digits and hyphens",
    "url": "write the whole address, beginning with https:// and without spaces",
    "mailbox": "write a mailbox such as name@host.cn",
    "articles": "write numbers of articles between double quotes, such as “47” or “253-1”",
    "moved": "write numbers of articles between double quotes, such as “47” or “253-1”",
}
"""How a value of a certain form is written, by its key."""


def of(fault: ErrorDetails, key: tuple[str | int, ...]) -> str:
    """Return what to type instead of a value of the wrong type or form."""
    if fault["type"] == "extra_forbidden":
        return "this key is not known; correct or delete it"
    if fault["type"] == "string_pattern_mismatch":
        kind = next((kind for part in reversed(key) for kind in _FORMS if kind == part), "")
        return _FORMS.get(kind, _ADVICE[fault["type"]])
    if fault["type"] == "value_error":
        return Message(fault["ctx"]["error"])
    return _ADVICE.get(fault["type"], fault["msg"])
