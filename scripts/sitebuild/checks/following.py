"""What follows from another fault of a register, of the menu or of a file's name is held back until that is mended."""

import re
from collections.abc import Iterator, Sequence

from ..model.message import Message, counted
from ..model.problem import Problem
from ..model.register_paths import value_path

_IN_FILE = {
    "route-unreached": "route-unknown",
    "title-missing": "front-matter-key-unknown",
    "description-missing": "front-matter-key-unknown",
    "reviewed-missing": "front-matter-key-unknown",
}
"""Rules, and the rule in the same file from which they follow."""
_IN_ENTRY = {"plan-empty": "plan-target"}
"""The same for rules of the same line."""
_ANYWHERE = {
    "route-words": "route-target",
    "question-outside-menu": "nav-page-missing",
    "section-unknown": "nav-page-missing",
    "page-outside-menu": "nav-page-missing",
}
"""The same for rules of other files."""
_DOMAINS = value_path("domains")
_OTHER_NAME = ("file-kind", "folder-named-like-page")
_SOURCE_WORDS = "docs/zh/_data/interface.yml"
_SOURCE_FOLDER = _SOURCE_WORDS.rpartition("/")[0]


def without(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those that follow from others in the registers."""
    rules = {each.rule for each in problems}
    files = {(each.path, each.rule) for each in problems}
    places = {(each.path, each.line, each.rule) for each in problems}
    left = [
        each
        for each in problems
        if (each.path, _IN_FILE.get(each.rule)) not in files
        and (each.path, each.line, _IN_ENTRY.get(each.rule)) not in places
        and _ANYWHERE.get(each.rule) not in rules
    ]
    left = list(_words_put_back(_without_names(_written_first(left))))
    if any(each.path == _DOMAINS and each.rule == "domain-unknown" for each in left):
        left = [
            each for each in left if each.path == _DOMAINS or each.rule not in ("domain-unknown", "domain-unlisted")
        ]
    unmatched = (each for each in left if each.rule == "gist-unmatched")
    for key, article in sorted({(each.named("key"), each.named("article")) for each in unmatched}):
        left = _without_article(left, key, article)
    return left


def _written_first(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out that a translation lacks the words of an entry that the source has not written yet."""
    source = {
        (each.path.rpartition("/")[2], each.message)
        for each in problems
        if each.rule == "register-words-missing" and each.path.startswith(_SOURCE_FOLDER)
    }
    return [
        each
        for each in problems
        if each.rule != "register-words-missing"
        or each.path.startswith(_SOURCE_FOLDER)
        or (each.path.rpartition("/")[2], each.message) not in source
    ]


def _without_names(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what is said of a file that has another name to get first."""
    named = {each.path for each in problems if each.rule == "file-name"}
    stems = {_stem(each.path) for each in problems if each.rule in _OTHER_NAME}
    return [
        each
        for each in problems
        if (each.path not in named or each.rule in ("file-name", "personal-data"))
        and (each.rule != "translation-without-original" or _stem(each.path) not in stems)
    ]


def _stem(path: str) -> str:
    """Return the name of a page's file without its language and what follows the last dot."""
    return path.split("/", 2)[-1].rpartition(".")[0]


def _words_put_back(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the problems; a word that several languages have and the source has not is reported at the source."""
    kept: dict[str, list[Problem]] = {}
    for each in problems:
        if each.rule == "interface-key-unknown" and each.path.startswith("docs/"):
            kept.setdefault(each.message, []).append(each)
    for each in problems:
        same = kept.get(each.message, [])
        if len(same) <= 1:
            yield each
        elif each == same[0]:
            others = sorted(other.path for other in same)
            message = Message("add the line “{key}: …”, which {others} have", key=each.named("key"), others=others)
            yield Problem(path=_SOURCE_WORDS, rule="interface-key-missing", message=message)


def _without_article(problems: Sequence[Problem], key: str, article: str) -> list[Problem]:
    """Report an article that is gone from its law once, if something still names it."""
    named = re.compile(
        rf"“{re.escape(key)}” has no article {re.escape(article)} in |law:{re.escape(key)}/\S*\b{re.escape(article)}\b"
        rf"|#{re.escape(key)}-{re.escape(article)}”|^{re.escape(key)}: article {re.escape(article)} is not in "
    )
    follow = [each for each in problems if named.search(each.message)]
    used = [each for each in follow if each.rule in ("reference-unknown", "authority-unknown")]
    if not used:
        return list(problems)
    first = next((each for each in used if each.rule == "reference-unknown"), used[0])
    message = counted(
        len({each.path for each in used}),
        "article {article} of “{key}” is not here any more, but used in {path} line {line}; put it back, or take it "
        "out there",
        "article {article} of “{key}” is not here any more, but used in {number} files, first in {path} line {line}; "
        "put it back, or take it out everywhere",
        article=article,
        key=key,
        path=first.path,
        line=first.line,
    )
    gone = Problem(path=value_path("laws"), rule="gist-unmatched", message=message)
    return [*(each for each in problems if each not in follow), gone]
