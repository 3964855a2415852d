"""
Our style sheets in one, without the rules that no page uses.

Readers on slow lines wait for every kilobyte of style. A selector stays if
everything that it names (elements, classes, ids) occurs in some page; states,
attributes and what is inside :is(), :not() or :has() are not judged, so that
a rule is kept wherever there is doubt. A custom property stays if anything
refers to it.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_GROUPING = ("media", "supports", "layer", "container")
_NAMED = ("keyframes", "-webkit-keyframes")
_TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>", re.IGNORECASE)
_CLASSES = re.compile(r"\sclass=\"([^\"]*)\"")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_LITERAL = re.compile(r'"([\w -]+)"')
_WORD = re.compile(r"[\w-]+")
_REFERRED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, kw_only=True)
class Names:
    """What pages are made of: names of elements in small letters, classes and ids."""

    elements: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]


def names(pages: Iterable[str], scripts: Iterable[str] = ()) -> Names:
    """
    Return what occurs in the HTML of some pages; attributes stand between double quotes, as templates write them.

    Every word between double quotes in `scripts` counts as an element and a class, for they make some.
    """
    made = {word for script in scripts for literal in _LITERAL.findall(script) for word in literal.split()}
    elements: set[str] = set(made)
    classes: set[str] = set(made)
    ids: set[str] = set()
    for tag, attributes in {found.groups() for html in pages for found in _TAG.finditer(html)}:
        elements.add(tag.lower())
        for several in _CLASSES.findall(attributes):
            classes.update(several.split())
        ids.update(_ID.findall(attributes))
    return Names(elements=frozenset(elements), classes=frozenset(classes), ids=frozenset(ids))


def mentioned(sheets: Iterable[str], used: Names) -> Names:
    """Return those of the names that sheets may mention: of the others the sheets know nothing, whoever has them."""
    words = {word for sheet in sheets for word in _WORD.findall(sheet)}
    lower = {word.lower() for word in words}

    def kept(names: frozenset[str], known: set[str]) -> frozenset[str]:
        # A sheet writes other signs with a backslash, so such a name is not found as a word.
        return frozenset(name for name in names if name in known or not _WORD.fullmatch(name))

    return Names(elements=kept(used.elements, lower), classes=kept(used.classes, words), ids=kept(used.ids, words))


def combined(sheets: Sequence[str], used: Names) -> str:
    """Return several style sheets as one, in their order, without comments, unused rules and unused properties."""
    css = "".join(_render(_rules(sheet), used) for sheet in sheets)
    while True:
        needed = set(_REFERRED.findall(css))
        shorter = "".join(_without_properties(_rules(css), needed))
        if shorter == css:
            return css
        css = shorter


@functools.lru_cache(maxsize=4)
def _rules(css: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return rules


def _render(rules: Iterable[Node], used: Names) -> str:
    return "".join(part for rule in rules if (part := _rule(rule, used)))


def _rule(rule: Node, used: Names) -> str:
    if isinstance(rule, QualifiedRule):
        kept = [selector for selector in _selectors(rule.prelude) if _occurs(selector, used)]
        content = _declarations(rule.content) if kept else ""
        return f"{','.join(_text(selector) for selector in kept)}{{{content}}}" if content else ""
    # The encoding is told by the host; two sheets may not both begin with it.
    return _at_rule(rule, used) if isinstance(rule, AtRule) and rule.lower_at_keyword != "charset" else ""


def _at_rule(rule: AtRule, used: Names) -> str:
    head = f"@{rule.at_keyword} {_text(rule.prelude)}"
    if rule.content is None:
        return f"{head};"
    if rule.lower_at_keyword in _GROUPING:
        inner = _render(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used)
        return f"{head}{{{inner}}}" if inner else ""
    content = _text(rule.content) if rule.lower_at_keyword in _NAMED else _declarations(rule.content)
    return f"{head}{{{content}}}"


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """Cut a list of selectors at its commas."""
    selector: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _occurs(selector: Sequence[Node], used: Names) -> bool:
    """Tell whether all elements, classes and ids that a selector names occur; what follows a colon is a state."""
    before = ""
    for token in selector:
        if not _known(token, before, used):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _known(token: Node, before: str, used: Names) -> bool:
    """Tell whether a token of a selector, after another, names something that occurs or does not name anything."""
    if token.type == "hash":
        return token.value in used.ids
    if token.type != "ident" or before == ":":
        return True
    return token.value in used.classes if before == "." else token.lower_value in used.elements


def _declarations(content: Sequence[Node]) -> str:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(_declaration(each) for each in parsed if isinstance(each, Declaration))


def _declaration(each: Declaration) -> str:
    important = "!important" if each.important else ""
    return f"{each.name}:{_text(each.value)}{important}"


def _without_properties(rules: Iterable[Node], needed: set[str]) -> Iterator[str]:
    """Yield rules as text, without custom properties that nothing needs."""
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPING and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            body = "".join(_without_properties(inner, needed))
            if body:
                yield f"@{rule.at_keyword} {_text(rule.prelude)}{{{body}}}"
        elif isinstance(rule, QualifiedRule):
            parsed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            kept = [
                _declaration(each)
                for each in parsed
                if isinstance(each, Declaration) and (not each.name.startswith("--") or each.name in needed)
            ]
            if kept:
                yield f"{_text(rule.prelude)}{{{';'.join(kept)}}}"
        else:
            yield rule.serialize()


def _text(tokens: Sequence[Node]) -> str:
    """Return tokens as text, comments left out and spaces folded."""
    text = tinycss2.serialize([token for token in tokens if token.type != "comment"])
    return re.sub(r"\s+", " ", text).strip()
