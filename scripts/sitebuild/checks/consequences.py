"""
What is reported: one fault once, at its cause. What only follows from another fault is held back until that is mended.

A file that cannot be read is accused alone: nothing can be said of what depends on it. A page with a fault of its own
is not compared with its translations. What says the same in many places, or of one address in many languages, becomes
one problem with a count.
"""

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import get_args

from ..model.content import Content
from ..model.message import Message, counted
from ..model.problem import Problem
from ..model.register_paths import FOLDER
from ..model.rules import markup, registers, translations, writing
from . import following, gone_sections, said_once, same_line

_UNREADABLE = (
    "file-link",
    "file-empty",
    "file-not-utf8",
    "file-unreadable",
    "merge-unresolved",
    "line-too-long",
    "front-matter-missing",
    "front-matter-broken",
    "markup-unclosed",
    "fence-unclosed",
    "register-missing",
    "register-broken",
    "interface-broken",
)
"""What stands in the way of all that could be said of a file, the first of them first."""
_HIDING = frozenset(_UNREADABLE) - {"markup-unclosed", "fence-unclosed", "interface-broken"}
"""Those of them by which a page or a register counts as gone."""
_ENTRIES = frozenset({"register-entry-wrong"})
_ALONE = frozenset({"personal-data", "merge-unresolved", "file-kind", "file-name", "file-large", "file-link"})
"""What is reported however broken its file is, or others are."""
_OF_TRANSLATIONS = frozenset(get_args(translations.TranslationRule))
_SECTIONS = frozenset({"section-missing", "section-unknown-in-source", "section-order"})
_ACROSS = frozenset(
    {"url-removed", "first-page-unknown", "index-count", "language-incomplete", "nav-page-missing", "next-page-missing"}
    | {"link-broken", "anchor-unknown", "route-target", "page-outside-menu", "question-outside-menu"}
)
"""What may follow from a page that cannot be read."""
_NAMING = ("link-broken", "anchor-unknown", "first-page-unknown", "url-removed", "next-page-missing")
"""Rules whose messages name the page that something leads to."""
_OWN = (
    frozenset(get_args(markup.MarkupRule))
    | (frozenset(get_args(writing.WritingRule)) - frozenset(get_args(writing.ChineseTypography)))
    | frozenset(get_args(registers.TypedFacts))
    | frozenset(get_args(registers.References))
    | frozenset({"front-matter-key-doubled", "title-empty"})
)
"""Faults of a page by which its translations differ from it."""
_KEY = re.compile(r"“([^”]+)” is not in (?:docs/_data/)?([a-z]+)\.yml")
_INSTEAD = re.compile(r"^write “([^”]+)” instead of “")
_SIMILAR = 0.6


def causes(content: Content, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that an author has to mend first, sorted."""
    found = sorted(set(problems))
    found = _readable_only(found)
    found = following.without(_without_deleted_entries(found))
    found = _without_gone_pages(found)
    found = same_line.first(_without_compared(content, gone_sections.without(content, found)))
    found = _without_terms_said(found)
    return sorted(said_once.counted(said_once.links([*said_once.addresses(content, found)])))


def _readable_only(problems: Sequence[Problem]) -> list[Problem]:
    """Keep what does not follow from files or registers that cannot be read."""
    errors = [each for each in problems if each.severity == "error"]
    broken: dict[str, Problem] = {}
    for each in sorted(
        (each for each in errors if each.rule in _UNREADABLE), key=lambda each: _UNREADABLE.index(each.rule)
    ):
        broken.setdefault(each.path, each)
    registers_broken = any("/_data/" in path for path in broken) or any(each.rule in _ENTRIES for each in errors)
    if not broken and not registers_broken:
        return list(problems)
    pages = {_name(path) for path in broken}
    hidden = any(each.rule in _HIDING for each in broken.values())

    def stays(each: Problem) -> bool:
        if each.path in broken:
            return each == broken[each.path] or each.rule == "personal-data"
        if each.rule in _ALONE:
            return True
        if registers_broken:
            return each.rule in _ENTRIES
        return _name(each.path) not in pages and not (hidden and each.rule in _ACROSS)

    return [each for each in problems if stays(each)]


def _name(path: str) -> str:
    """Return the part of a page's path that is the same in all languages."""
    return path.split("/", 2)[-1] if path.startswith("docs/") and "/_data/" not in path else path


def _without_deleted_entries(problems: Sequence[Problem]) -> list[Problem]:
    """Report an entry that words and pages still name once, at the register that lacks it."""
    named: dict[tuple[str, str], list[Problem]] = {}
    for each in problems:
        if each.rule in ("register-words-unmatched", "reference-unknown", "authority-unknown") and (
            found := _KEY.search(each.message)
        ):
            named.setdefault((found[2], found[1]), []).append(each)
    gone = {entry for entry, found in named.items() if any(each.rule == "register-words-unmatched" for each in found)}
    left = [each for each in problems if not any(each in named[entry] for entry in gone)]
    for register, key in sorted(gone):
        used = [each for each in named[register, key] if each.rule == "reference-unknown"]
        near = [each for each in left if each.rule == "register-words-missing" and _is_named_anew(each, register, key)]
        if not used and not near and len(named[register, key]) == 1:
            left += named[register, key]
            continue
        left = [each for each in left if each not in near]
        places = (
            counted(
                len({each.path for each in used}),
                "used in {number} file: {path} line {line}",
                "used in {number} files, first in {path} line {line}",
                path=used[0].path,
                line=used[0].line,
            )
            if used
            else Message("still has its words")
        )
        message = Message(
            "“{key}” is not here any more, but {places}; put it back, or take it out everywhere",
            key=key,
            places=Message(places),
        )
        left.append(Problem(path=f"{FOLDER}/{register}.yml", rule="register-words-unmatched", message=message))
    return left


def _is_named_anew(problem: Problem, register: str, key: str) -> bool:
    return (
        problem.path.endswith(f"/{register}.yml")
        and difflib.SequenceMatcher(None, problem.named("key"), key).ratio() > _SIMILAR
    )


def _without_gone_pages(problems: Sequence[Problem]) -> list[Problem]:
    """Report a page that is gone once: links to it and lists that name it follow from that."""
    gone = {_name(each.path) for each in problems if each.rule == "translation-without-original"}
    # A page that is there, but under no name of a page.
    gone |= {f"{_name(each.path).rpartition('.')[0]}.md" for each in problems if each.rule == "file-kind"}
    gone |= {each.named("name") for each in problems if each.rule == "nav-page-missing"}
    if not gone:
        return list(problems)
    files = tuple(name.rpartition("/")[2] for name in gone)

    def follows(each: Problem) -> bool:
        if each.rule == "nav-page-missing":
            return any(each.named("name") in _name(other.path) for other in orphans)
        return each.rule in _NAMING and (
            any(name in each.message for name in files) or any(_stem(name) in each.message for name in gone)
        )

    orphans = [each for each in problems if each.rule == "translation-without-original"]
    return [each for each in problems if not follows(each)]


def _without_compared(content: Content, problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what follows from a fault of a page in the comparison with its translations."""
    source = f"docs/{content.source_language.code}/"
    faulty = {each.path for each in problems if each.severity == "error" and each.rule in _OWN}
    names = {_name(path) for path in faulty if path.startswith(source)}
    # An id that differs is missing on one side and unknown on the other; it is said once.
    unknown = {each.path for each in problems if each.rule == "section-unknown-in-source"}
    moved = {each.path for each in problems if each.rule == "section-order"}

    def stays(each: Problem) -> bool:
        if each.rule == "anchor-unknown":
            return each.path not in faulty and gone_sections.target(each)[0] not in map(_name, faulty)
        if each.rule == "url-removed":
            return each.path not in faulty and not any(_stem(name) in each.message for name in map(_name, faulty))
        if each.rule not in _OF_TRANSLATIONS or each.rule == "translation-without-original":
            return True
        if each.path in faulty or _name(each.path) in names:
            return False
        if each.path in moved:
            return each.rule in _SECTIONS
        return each.rule in _SECTIONS - {"section-missing"} if each.path in unknown else True

    return [each for each in problems if stays(each)]


def _without_terms_said(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out that a section nowhere says a word where the same word is to be written instead of another one."""
    wanted = {(each.path, found[1]) for each in problems if (found := _INSTEAD.search(each.message))}
    return [
        each
        for each in problems
        if each.rule != "term-missing"
        or not any(path == each.path and f"“{word}”" in each.message for path, word in wanted)
    ]


def _stem(name: str) -> str:
    """Return the beginning of a page's address, as it stands in a message."""
    return name.removesuffix(".md").removesuffix("index")
