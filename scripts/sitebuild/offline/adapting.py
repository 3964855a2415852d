"""What every copy without scripts changes in a page: nothing to press, nothing folded, no attribute for a script."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from .xhtml import Attributes

Lead = Callable[[str], str | None]
"""Gets an address as a page has it; returns the one to write, or None if the copy has no such place."""

_LEFT_OUT = frozenset({"button", "script", "style", "input", "template", "form"})
_OPEN = {"details": "div", "summary": "div"}
"""What readers fold on screens, and what it becomes where it is always open."""
_SHEET_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """
    Says how elements of a page are written in a copy; `xhtml.written` takes its method `adapt`.

    `lead` says where links lead. `classes` are those that the copy's style sheet knows: others are left out.
    `prefix` begins every id, so that pages can stand in one file. `left_out` are the nodes that are left out, as
    `nodes` returns them; with `bare` false, so are entries of lists that only name a page which the copy does not have.
    With `xml` true the languages of parts are said in XML's way too, and SVG names what it is.
    """

    lead: Lead
    classes: frozenset[str]
    prefix: str = ""
    left_out: frozenset[int] = frozenset()
    bare: bool = True
    xml: bool = False

    def adapt(self, node: LexborNode, attributes: Attributes) -> str | None:
        """Return the name to write for an element, and change its attributes; see xhtml.Adapt."""
        tag = node.tag or ""
        if tag in _LEFT_OUT or "hidden" in attributes or node.mem_id in self.left_out:
            return None
        if not self.bare and tag in ("li", "ul") and self._is_bare(node):
            return None
        for name in [name for name in attributes if name.startswith("data-") or name == "tabindex"]:
            del attributes[name]
        self._shorten(tag, attributes)
        if tag == "a":
            return self._link(attributes)
        return _OPEN.get(tag, tag)

    def _is_bare(self, node: LexborNode) -> bool:
        """Tell whether an entry, or each of a list, is nothing but a link to where the copy has nothing."""
        if node.tag == "ul":
            entries = node.css("li")
            return bool(entries) and all(self._is_bare(each) for each in entries)
        links = node.css("a[href]")
        if len(links) != 1 or self.lead(links[0].attributes.get("href") or "") is not None:
            return False
        return node.text(strip=True) == links[0].text(strip=True)

    def _shorten(self, tag: str, attributes: Attributes) -> None:
        kept = [each for each in attributes.pop("class", "").split() if each in self.classes]
        if tag in _OPEN:
            attributes.pop("open", None)
            attributes.pop("name", None)
            kept = [*(each for each in (tag,) if each in self.classes), *kept]
        if kept:
            attributes["class"] = " ".join(kept)
        for name in ("id", "aria-labelledby"):
            if name in attributes and self.prefix:
                attributes[name] = " ".join(self.prefix + each for each in attributes[name].split())
        if self.xml and "lang" in attributes:
            attributes["xml:lang"] = attributes["lang"]
        if self.xml and tag == "svg":
            attributes["xmlns"] = "http://www.w3.org/2000/svg"

    def _link(self, attributes: Attributes) -> str:
        """Return the name of a link, which is its text alone where the copy has no such place."""
        found = self.lead(attributes.pop("href", ""))
        for name in ("rel", "hreflang", "aria-current"):
            attributes.pop(name, None)
        if found is None:
            return "span" if attributes else ""
        attributes["href"] = found
        return "a"


def nodes(root: LexborNode, selector: str) -> frozenset[int]:
    """Return what tells apart the nodes below `root` that a CSS selector finds."""
    return frozenset(node.mem_id for node in root.css(selector))


def classes(sheet: str) -> frozenset[str]:
    """Return the classes that a style sheet names."""
    return frozenset(_SHEET_CLASS.findall(sheet))
