#!/bin/sh
# WeasyPrint 70.0: two columns that are longer than a page, side by side.
#
# Guess: `display: flex` breaks both columns over the pages side by side, as `display: grid`, a table and floats do, and
# as Chromium 156 prints the same page.
# Seen: the second column of a flex row begins on the page on which the first one ends. No text is lost and nothing is
# said, but what belongs together stands pages apart, and the print is nearly twice as long.
#
# Output seen, lines of the left and of the right column on each page:
#   grid: (38, 38) (38, 38) (38, 38) (6, 6)
#   flex: (38, 0) (38, 0) (38, 0) (6, 38) (0, 38) (0, 38) (0, 6)
# Needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0). How many lines fit depends on the fonts that are there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet weasyprint==70.0 pypdf==7.1.1
"$folder/venv/bin/python" - <<'PYTHON'
import io

import weasyprint
from pypdf import PdfReader

LINES = 120


def pages(row: str) -> list[tuple[int, int]]:
    left, right = ("".join(f"<p>{side}{number}</p>" for number in range(LINES)) for side in ("left", "right"))
    html = (
        f"<style>@page {{ size: A5; margin: 10mm }} p {{ margin: 0 }} .row {{ {row} }}</style>"
        f'<div class="row"><div style="width: 50%">{left}</div><div style="width: 50%">{right}</div></div>'
    )
    printed = PdfReader(io.BytesIO(weasyprint.HTML(string=html).write_pdf()))
    texts = [page.extract_text() for page in printed.pages]
    return [(text.count("left"), text.count("right")) for text in texts]


grid, flex = pages("display: grid; grid-template-columns: 1fr 1fr"), pages("display: flex")
print("grid:", *grid)
print("flex:", *flex)
assert all(left == right for left, right in grid), "grid no longer keeps the columns beside each other"
assert flex[0][1] == 0 < flex[0][0], "flex has both columns on the first page now"
assert len(flex) > len(grid), "flex takes no more pages than grid now"
assert [sum(side) for side in zip(*flex)] == [LINES, LINES], "flex loses text now"
PYTHON
echo "as seen: a long flex row prints its second column after the first"
