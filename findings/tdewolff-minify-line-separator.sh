#!/bin/sh
# tdewolff-minify 2.24.12: a string that holds U+2028 as an escape, in a script for old engines.
#
# Guess: `js-version: 5` keeps the result a script of that edition (the option keeps template literals out of it, for
# which later editions would be needed), so an escape that the edition needs stays an escape.
# Seen: "\u2028" and "\u2029" become the signs themselves, whatever edition is asked for. Up to ECMAScript 2018 both end
# a line, also within a string: such an engine (Chrome to 65, Safari to 11.1, WebViews of those years) refuses the whole
# script, and every tool in it. In a regular expression the escape stays. A newline in a string stays an escape too.
#
# Output seen (js-version 5, read by esprima 4.0.1, a parser of ECMAScript 2017):
#   a.split("\u2028") → the sign itself: refused      a.split(/\u2028/) → as written: read      "b\nc" → as written: read
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet tdewolff-minify==2.24.12 esprima==4.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import esprima
import minify

minify.config({"js-version": 5})


def read(script: str) -> bool:
    try:
        esprima.parseScript(script)
    except esprima.Error:
        return False
    return True


for written, is_read in ((r'a.split("\u2028")', False), (r"a.split(/\u2028/)", True), (r'a("b\nc")', True)):
    short = minify.string("text/javascript", written)
    print(written, "→", ascii(short), "read" if read(short) else "refused")
    assert read(written), "the script was not valid as written"
    assert read(short) == is_read, f"it has changed: {ascii(short)}"
PYTHON
echo "as seen: U+2028 is written as the sign itself, for every edition"
