"""
Compares a page, or a text of a register, with its translation, and reports what differs.

    section_pair    a section and its translation, cut into blocks, and matched block by block
    quantities      finds numbers in running text, as values that are equal in every language
    references, numbers, negations, structure, terms    one kind of difference each
    patterns        everything that is prepared once per language

Each of the five is a function from a Pair to Differences. This module runs them
and turns the differences into problems, except those for which the translation
states a reason: `<!-- differs: 30-days: reason -->`.
"""

from collections.abc import Iterator, Mapping

from ...model.message import Message
from ...model.page import OPENING, Page, Section
from ...model.parity_patterns import NEGATIONS, NUMBERS, QUESTIONS
from ...model.problem import Problem
from ...model.rules.all_rules import RuleName
from ...text.references import find
from ...translation import section_age
from . import negations, numbers, references, structure, terms
from .patterns import LanguagePatterns
from .section_pair import Difference, Pair, SectionText

__all__ = ["LanguagePatterns", "Pair", "SectionText", "compare", "compare_texts", "text"]


def compare(original: Page, translation: Page, languages: Mapping[str, LanguagePatterns]) -> Iterator[Problem]:
    """
    Report what differs in the sections of a translation, and comments `differs` without reason or without use.

    What differs in a section whose source has changed since is a note, because its translator has not seen it yet;
    not so where one line of it tells readers to do what the same line of the source forbids.
    """
    older = {each.key for each in section_age.older(translation, original)}
    sections = {section.anchor: section for section in original.sections}
    source, target = languages[original.language], languages[translation.language]
    for section in translation.sections:
        if section.anchor in sections:
            pair = Pair(SectionText(original, sections[section.anchor]), SectionText(translation, section))
            is_older = (section.anchor or OPENING) in older
            yield from _problems(pair, [*_differences(pair, source, target)], is_older=is_older)


def compare_texts(pair: Pair, source: LanguagePatterns, target: LanguagePatterns) -> Iterator[Problem]:
    """Report the errors of a translated register text; there are no notes and no comments `differs` for these."""
    for each in _text_differences(pair, source, target):
        if each.severity == "error":
            message = Message("{message}; correct the one that is wrong", message=Message(each.message))
            yield Problem(path=pair.translation.page.path, line=each.line, rule=each.rule, message=message)


def text(path: str, line: int, language: str, content: str) -> SectionText:
    """Return a text of a register as if it were a section; `path` and `line` say where it stands, for messages."""
    page = Page(path=path, language=language, name=path, references=tuple(find(content, line)))
    return SectionText(page, Section(anchor="", line=line, text=content))


def _text_differences(pair: Pair, source: LanguagePatterns, target: LanguagePatterns) -> Iterator[Difference]:
    yield from references.differences(pair)
    if source.says(NUMBERS) and target.says(NUMBERS):
        yield from numbers.differences(pair, source.quantities, target.quantities)
    if source.says(NEGATIONS) and target.says(NEGATIONS):
        yield from negations.prohibition_lost(pair, source.words, target.words)


def _differences(pair: Pair, source: LanguagePatterns, target: LanguagePatterns) -> Iterator[Difference]:
    yield from references.differences(pair)
    if source.says(NUMBERS) and target.says(NUMBERS):
        yield from numbers.differences(pair, source.quantities, target.quantities)
    yield from negations.boxes(pair)
    if source.says(NEGATIONS) and target.says(NEGATIONS):
        yield from negations.differences(pair, source.words, target.words)
    yield from structure.steps(pair)
    yield from structure.markers(pair)
    if source.says(QUESTIONS) and target.says(QUESTIONS):
        yield from structure.questions(pair, source.words, target.words)
    yield from terms.differences(pair, source.terms, target.terms)


def _problems(pair: Pair, found: list[Difference], *, is_older: bool) -> Iterator[Problem]:
    """Report differences without a stated reason, and faults of the comments that state reasons."""
    path = pair.translation.page.path
    explained = {exemption.subject for exemption in pair.translation.exemptions if exemption.reason}
    said = {each.subject for each in found} - explained
    for each in found:
        if each.subject not in explained and each.other not in said:
            yield Problem(
                path=path,
                line=each.line,
                column=each.column,
                rule=each.rule,
                message=_advice(each, is_older=is_older),
                severity="note" if is_older and not each.allows else each.severity,
            )
    needed = {each.subject for each in found}
    for exemption in pair.translation.exemptions:
        if not exemption.reason:
            message = Message("say why this differs: <!-- differs: {subject}: reason -->", subject=exemption.subject)
        elif exemption.subject not in needed:
            message = Message(
                "“{subject}” does not differ in this section; delete the comment", subject=exemption.subject
            )
        else:
            continue
        rule: RuleName = "exemption-unused" if exemption.reason else "exemption-without-reason"
        yield Problem.at(path, exemption, rule, message)._replace(severity="note" if is_older else "error")


def _advice(difference: Difference, *, is_older: bool) -> Message:
    """Return what to do about a difference; who forbids something new in the source need not know other languages."""
    if is_older and difference.allows:
        return Message(
            "{message}; readers are told to do it: correct it, or write what is newly forbidden as a line of its own",
            message=Message(difference.message),
        )
    return Message(
        "{message}; correct it, or give the reason: <!-- differs: {subject}: reason -->",
        message=Message(difference.message),
        subject=difference.subject,
    )
