#!/bin/sh
# WeasyPrint 70.0: leaders in a table of contents.
#
# Guess: `leader(".")` draws one run of dots for each line, so that a contents with leaders costs about what one without
# does.
# Seen: every dot is a text box of its own. A contents of 300 lines has some fifty times the boxes; in a book with long
# indexes most of its boxes were dots, and they took a third of the time of writing it.
#
# Output seen (the number of dots depends on the fonts that are there):
#   text boxes for 300 lines: 601 without leaders, 32,701 with them
# Needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet weasyprint==70.0
"$folder/venv/bin/python" - <<'PYTHON'
import weasyprint
from weasyprint.formatting_structure import boxes

LINES = 300


def text_boxes(between: str) -> int:
    lines = "".join(f'<p><a href="#end">Chapter</a></p>' for _ in range(LINES))
    style = f"p {{ margin: 0 }} a::after {{ content: {between} target-counter(attr(href), page) }}"
    document = weasyprint.HTML(string=f"<style>{style}</style>{lines}<h1 id=end>End</h1>").render()
    found = (box for page in document.pages for box in page._page_box.descendants())
    return sum(isinstance(box, boxes.TextBox) for box in found)


without, leaders = text_boxes(""), text_boxes('leader(".")')
print(f"text boxes for {LINES} lines: {without:,} without leaders, {leaders:,} with them")
assert without < 3 * LINES, "a line without a leader has more boxes now"
assert leaders > 20 * without, "a leader is no longer a box for each dot"
PYTHON
echo "as seen: each dot of a leader is a text box"
