#!/bin/sh
# Python-Markdown 3.11.3: an ordered list that begins with another number than 1.
#
# Guess: the program's own option `--no_lazy_ol` (“Observe number of first item of ordered lists”), and the keyword
# `lazy_ol=False` that it hands on, let a list begin with the number that its author wrote.
# Seen: both are taken without a word and do nothing; a list that goes on after a table or a quotation is numbered from
# 1 again. The extension `sane_lists` observes the number, with other rules for lists too; so does the attribute LAZY_OL
# of the block processor, alone.
#
# Output seen:
#   option: <ol>  keyword: <ol>  sane_lists: <ol start="4">  attribute: <ol start="4">
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet markdown==3.11.3
"$folder/venv/bin/python" - <<'PYTHON'
import subprocess
import sys

import markdown

TEXT = "4. Note the number.\n5. Keep the receipt.\n"


def begins(html: str) -> str:
    return html.partition(">")[0] + ">"


program = [sys.executable, "-m", "markdown", "--no_lazy_ol"]
option = begins(subprocess.run(program, input=TEXT, capture_output=True, text=True, check=True).stdout)
keyword = begins(markdown.markdown(TEXT, lazy_ol=False))
sane = begins(markdown.markdown(TEXT, extensions=["sane_lists"]))
renderer = markdown.Markdown()
renderer.parser.blockprocessors["olist"].LAZY_OL = False
attribute = begins(renderer.convert(TEXT))
print("option:", option, " keyword:", keyword, " sane_lists:", sane, " attribute:", attribute)
assert option == keyword == "<ol>", "the option or the keyword is heard now"
assert sane == attribute == '<ol start="4">', "the extension or the attribute is not heard any more"
PYTHON
echo "as seen: --no_lazy_ol and lazy_ol=False change nothing"
