"""The registers as open data: one JSON file each, with its JSON Schema and its licence."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..model.companies import Company, CompanyWords
from ..model.content import Content
from ..model.registers import Channel, ChannelWords, Fact, FactWords, Law, LawWords, Term, TermWords

FOLDER = "data"
LICENCE = "CC-BY-SA-4.0"
_MODELS: dict[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "laws": (Law, LawWords),
    "channels": (Channel, ChannelWords),
    "companies": (Company, CompanyWords),
    "facts": (Fact, FactWords),
    "terms": (Term, TermWords),
}


def files(content: Content, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file below /data/: UTF-8 JSON that ends with a line break."""
    for register in _MODELS:
        yield f"{register}.json", _text(_document(content, register, site_url))
        yield f"{register}.schema.json", _text(_schema(register, site_url))


def _document(content: Content, register: str, site_url: str) -> dict[str, Any]:
    values = getattr(content.registers, register)
    return {
        "$schema": f"{site_url}{FOLDER}/{register}.schema.json",
        "licence": LICENCE,
        "source": site_url,
        "entries": {
            key: {
                **value.model_dump(mode="json", exclude_none=True),
                "words": {
                    code: entries[key].model_dump(mode="json", exclude_none=True)
                    for code, words in content.registers.words.items()
                    if key in (entries := getattr(words, register))
                },
            }
            for key, value in values.items()
        },
    }


def _schema(register: str, site_url: str) -> dict[str, Any]:
    """Return the schema of a file: a register's values, with the words of each language below `words`."""
    model, words_model = _MODELS[register]
    entry, words = model.model_json_schema(), words_model.model_json_schema()
    entry["properties"]["words"] = {"type": "object", "additionalProperties": words}
    entry["required"] = [*entry.get("required", []), "words"]
    # What parts of an entry refer to is looked for at the top of the document.
    parts = {**entry.pop("$defs", {}), **words.pop("$defs", {})}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{site_url}{FOLDER}/{register}.schema.json",
        "title": register,
        "type": "object",
        "required": ["licence", "source", "entries"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "licence": {"const": LICENCE},
            "source": {"type": "string"},
            "entries": {"type": "object", "additionalProperties": entry},
        },
        **({"$defs": parts} if parts else {}),
    }


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
