"""The text of a page → the text of a copy that can stand beside it, with a title, anchors and questions of its own."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

_ANCHOR = re.compile(r"\{#([\w-]+)")
_HERE = re.compile(r"\]\(#([\w-]+)\)")
_HEADING = re.compile(r"^(#{1,6} .*?)(\s*\{#([\w-]+).*)$", re.MULTILINE)
_TITLE = re.compile(r"^(title: *)(.*)$", re.MULTILINE)
_RECORDED = re.compile(r"^(?:translated|minor):.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
"""What was noted of the sections of the page, which are other sections now."""
_END = re.compile(r"[\"'”’）)》」？?！!。.…]*\Z")
_HAN = re.compile(r"[一-鿿，。？！：；（）《》“”]")


def shared_anchors(texts: Iterable[str]) -> set[str]:
    """Return the anchors that several pages have, such as that of the sources: a copy has them as well."""
    seen = Counter(anchor for text in texts for anchor in set(_ANCHOR.findall(text)))
    return {anchor for anchor, number in seen.items() if number > 1}


def copied(text: str, tag: str, shared: Collection[str]) -> str:
    """Return a page with `tag` in its title, in its anchors but for the `shared` ones, and in their headings."""
    _, head, body = text.split("---\n", 2)
    head = _RECORDED.sub("", head)
    head = _TITLE.sub(lambda line: line[1] + _tagged(line[2], tag), head, count=1)
    body = _HEADING.sub(lambda line: (line[1] if line[3] in shared else _tagged(line[1], tag)) + line[2], body)
    body = _ANCHOR.sub(lambda found: found[0] if found[1] in shared else f"{found[0]}-{tag}", body)
    body = _HERE.sub(lambda link: link[0] if link[1] in shared else f"](#{link[1]}-{tag})", body)
    return f"---\n{head}---\n{body}"


def _tagged(words: str, tag: str) -> str:
    """Return words with a tag before their last punctuation; no space parts it from a Chinese character."""
    end = _END.search(words)
    place = end.start() if end else len(words)
    gap = "" if _HAN.match(words[place - 1 : place]) else " "
    return f"{words[:place]}{gap}{tag}{words[place:]}"
