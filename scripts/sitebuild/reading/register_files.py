"""Parses the texts of the register files into Registers, and reports each fault with its line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ..model import register_paths
from ..model.character_forms import CharacterForms
from ..model.companies import Company, CompanyWords
from ..model.figure_words import FigureWords
from ..model.language_words import LanguageWords
from ..model.letter_fields import LetterField, LetterFieldWords
from ..model.message import Message
from ..model.parity_patterns import ParityPatterns
from ..model.permissions import Permission, PermissionWords
from ..model.plans import Risk, RiskWords, Situation, SituationWords
from ..model.problem import Problem
from ..model.register_paths import value_path, words_path
from ..model.registers import (
    Channel,
    ChannelWords,
    Fact,
    FactWords,
    Law,
    LawWords,
    Registers,
    Term,
    TermWords,
    Words,
)
from ..model.routes import RouteStep, RouteStepWords
from ..model.yaml_document import Document, Key, Position
from ..text import yaml_text
from . import register_advice

Model = TypeVar("Model", bound=BaseModel)


def read(texts: Mapping[str, str], codes: Sequence[str]) -> tuple[Registers, list[Problem]]:
    """
    Return the registers, and the faults.

    `texts` gives the texts of the files by their paths (see register_paths); a missing file is an empty register.
    `codes` are the codes of all languages.
    """
    files = _Files(texts)
    registers = Registers(
        laws=files.entries(value_path("laws"), Law),
        channels=files.entries(value_path("channels"), Channel),
        companies=files.entries(value_path("companies"), Company),
        facts=files.entries(value_path("facts"), Fact),
        terms=files.entries(value_path("terms"), Term),
        fields=files.entries(value_path("fields"), LetterField),
        routes=files.entries(value_path("routes"), RouteStep),
        permissions=files.entries(value_path("permissions"), Permission),
        plans=files.entries(value_path("plans"), Situation),
        risks=files.entries(value_path("risks"), Risk),
        domains=tuple(files.document(value_path(register_paths.DOMAINS))),
        words={code: _words(files, code) for code in codes},
        lines=dict(_lines(files, codes)),
    )
    for register in register_paths.WITH_WORDS:
        for code, words in registers.words.items():
            path = words_path(register, code)
            if words.generated:
                needless = list(files.needless(path))
                # What is to be deleted need not be mended.
                files.problems = [each for each in files.problems if not needless or each.path != path] + needless
            elif register != register_paths.FIGURES:  # a figure is a file of its own, not an entry
                files.problems += files.unmatched(value_path(register), path)
    return registers, files.problems


def _words(files: "_Files", code: str) -> Words:
    """Return the words of all registers in a language."""
    return Words(
        language=files.one(words_path(register_paths.LANGUAGE, code), LanguageWords),
        laws=files.entries(words_path("laws", code), LawWords),
        channels=files.entries(words_path("channels", code), ChannelWords),
        companies=files.entries(words_path("companies", code), CompanyWords),
        facts=files.entries(words_path("facts", code), FactWords),
        terms=files.entries(words_path("terms", code), TermWords),
        fields=files.entries(words_path("fields", code), LetterFieldWords),
        routes=files.entries(words_path("routes", code), RouteStepWords),
        permissions=files.entries(words_path("permissions", code), PermissionWords),
        plans=files.entries(words_path("plans", code), SituationWords),
        risks=files.entries(words_path("risks", code), RiskWords),
        figures=files.entries(words_path(register_paths.FIGURES, code), FigureWords),
        grammar=files.texts_of(words_path(register_paths.GRAMMAR, code)),
        conversion=_conversion(files, code),
        parity=files.one(words_path(register_paths.PARITY, code), ParityPatterns),
    )


def _conversion(files: "_Files", code: str) -> dict[str, dict[str, str]]:
    entries = files.entries(words_path(register_paths.CONVERSION, code), CharacterForms)
    return {character: entry.root for character, entry in entries.items()}


def _lines(files: "_Files", codes: Sequence[str]) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield ((path of the file, keys from the top joined by dots), line) for every key."""
    for register in (
        *register_paths.WITH_WORDS,
        register_paths.GRAMMAR,
        register_paths.CONVERSION,
        register_paths.DOMAINS,
    ):
        for path in (value_path(register), *(words_path(register, code) for code in codes)):
            for key, position in files.positions(path).items():
                yield (path, ".".join(map(str, key))), position.line


class _Files:
    """The register files, each parsed once, and the problems found while parsing."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.problems: list[Problem] = []
        self._documents: dict[str, Document] = {}

    def document(self, path: str) -> Mapping[str, object]:
        """Return the entries of a file as plain values."""
        if path not in self._documents:
            self._documents[path] = self._parse(path)
        value = self._documents[path].value
        return value if isinstance(value, dict) else {}

    def positions(self, path: str) -> Mapping[Key, Position]:
        """Return the position of every key of a file."""
        self.document(path)
        return self._documents[path].positions

    def line(self, path: str, key: str) -> int:
        """Return the line of an entry."""
        return self._documents[path].position((key,)).line

    def entries(self, path: str, model: type[Model]) -> dict[str, Model]:
        """Return the valid entries of a file by key; an invalid one is left out and becomes a problem."""
        entries = {}
        for key, value in self.document(path).items():
            try:
                entries[key] = model.model_validate_json(json.dumps(value, default=_plain))
            except ValidationError as error:
                self.problems += self._faults(path, (key,), error)
        return entries

    def one(self, path: str, model: type[Model]) -> Model | None:
        """Return a file whose whole content is one model; None if it is missing or invalid."""
        document = self.document(path)
        try:
            return model.model_validate_json(json.dumps(document, default=_plain)) if path in self.texts else None
        except ValidationError as error:
            self.problems += self._faults(path, (), error)
            return None

    def texts_of(self, path: str) -> dict[str, str]:
        """Return a file that maps keys to texts; a value that is not a text is left out and becomes a problem."""
        entries = self.document(path)
        for key, value in entries.items():
            if not isinstance(value, str):
                message = Message("{key}: put the text between double quotes", key=key)
                line = self.line(path, key)
                self.problems.append(Problem(path=path, line=line, rule="register-entry-wrong", message=message))
        return {key: value for key, value in entries.items() if isinstance(value, str)}

    def unmatched(self, value_file: str, words_file: str) -> Iterator[Problem]:
        """Report entries without words, and words without an entry."""
        values, words = self.document(value_file), self.document(words_file)
        lost = next(
            (each for each, other in ((value_file, words), (words_file, values)) if other and self._is_lost(each)), ""
        )
        if lost:
            what = Message("empty" if lost in self.texts else "missing")
            message = Message(
                "this file is {what}; put it back (git checkout -- {lost}), or copy it from another language",
                what=what,
                lost=lost,
            )
            yield Problem(path=lost, rule="register-missing", message=message)
            return
        for key in values:
            if key not in words:
                yield Problem(
                    path=words_file, rule="register-words-missing", message=Message("add the words of “{key}”", key=key)
                )
        for key in words:
            if key not in values:
                message = Message(
                    "“{key}” is not in {value_file}; add it there, or delete these words",
                    key=key,
                    value_file=value_file,
                )
                line = self.line(words_file, key)
                yield Problem(path=words_file, line=line, rule="register-words-unmatched", message=message)

    def _is_lost(self, path: str) -> bool:
        """Tell whether a file has no entries though it could be read."""
        return not self.document(path) and not any(each.path == path for each in self.problems)

    def needless(self, words_file: str) -> Iterator[Problem]:
        """Report a file of words in a converted language, where it would have no effect."""
        if words_file in self.texts:
            message = Message(
                "delete this file: its words are converted; correct them in {conversion}.yml beside it",
                conversion=register_paths.CONVERSION,
            )
            yield Problem(path=words_file, rule="words-generated", message=message)

    def _faults(self, path: str, key: tuple[str, ...], error: ValidationError) -> Iterator[Problem]:
        for fault in error.errors(include_url=False):
            full_key = (*key, *fault["loc"])
            shown = ".".join(str(part) for part in full_key)
            advice = register_advice.of(fault, full_key)
            position = self._documents[path].position(full_key)
            yield Problem.at(
                path,
                position,
                "register-entry-wrong",
                Message("{shown}: {advice}", shown=shown, advice=Message(advice)),
            )

    def _parse(self, path: str) -> Document:
        try:
            document = yaml_text.parse(self.texts.get(path, ""))
        except yaml_text.UnreadableError as fault:
            message = Message("this line cannot be read: {fault}", fault=Message(fault))
            self.problems.append(Problem.at(path, fault.position, "register-broken", message))
            return Document()
        if document.value is not None and not isinstance(document.value, dict):
            message = Message("the file must be keys, each with its entry")
            self.problems.append(Problem(path=path, rule="register-broken", message=message))
        self.problems += [
            Problem.at(path, position, "register-key-doubled", Message("“{name}” stands twice; delete one", name=name))
            for name, position in document.doubled
        ]
        return document


def _plain(value: object) -> str:
    """Return as text a value that YAML has and JSON has not, such as a date."""
    return value.isoformat() if isinstance(value, date) else str(value)
