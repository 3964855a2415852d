#!/bin/sh
# WeasyPrint 70.0: overflow-wrap and an inline element inside another one.
#
# Guess: with `overflow-wrap: anywhere` or `break-word` a word is cut only if it is too long for a whole line, as CSS
# Text 3 (section 5.2) says: where there is a space to break at, the line breaks there.
# Seen: so it is in a link that stands in a paragraph. In a link that stands in an emphasised sentence of the paragraph,
# the first word is cut where the line ends, although there is a space before it: the line is taken for empty there.
#
# Output seen (how many depends on the fonts that are there):
#   words cut at 60 widths: 0 in a link in a paragraph, in an emphasised sentence {'anywhere': 24, 'break-word': 24,
#   'normal': 0}
# Needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0) and any font.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet weasyprint==70.0
"$folder/venv/bin/python" - <<'PYTHON'
import weasyprint
from weasyprint.formatting_structure import boxes

WORDS = set("Write a letter under Measures for Consumers now".split())


def cut(before: str, after: str, wrap: str) -> int:
    """Return at how many widths a line holds a piece of a word."""
    sentence = f"<p>{before}Write a letter under <a>Measures for Consumers</a> now{after}"
    divs = "".join(f'<div style="width: {width}px">{sentence}</div>' for width in range(200, 320, 2))
    style = f"@page {{ size: 400px 9000px; margin: 0 }} p {{ margin: 0; font-size: 16px; overflow-wrap: {wrap} }}"
    document = weasyprint.HTML(string=f"<style>{style}</style>{divs}").render()
    found = [box for page in document.pages for box in page._page_box.descendants()]
    texts = [box.text for box in found if isinstance(box, boxes.TextBox)]
    return sum(not set(text.split()) <= WORDS for text in texts) // 2


plain = cut("", "", "anywhere")
nested = {wrap: cut("<em>", "</em>", wrap) for wrap in ("anywhere", "break-word", "normal")}
print(f"words cut at 60 widths: {plain} in a link in a paragraph, in an emphasised sentence {nested}")
assert plain == 0, "a link in a paragraph is cut now"
assert nested["anywhere"] and nested["break-word"], "a link in an emphasised sentence is no longer cut"
assert nested["normal"] == 0, "it is cut without overflow-wrap too"
PYTHON
echo "as seen: the first word of an inline element inside another one is cut before a space is tried"
