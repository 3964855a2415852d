#!/bin/sh
# selectolax 1.0.2 (lexbor): does a node match a selector?
#
# Expected of LexborNode.css_matches, as of Element.matches in a browser: it asks about the node itself.
# Seen: it is true as well where only something inside the node matches, and node.css() finds the node itself, which
# querySelectorAll does not. Asking which of several nodes is the one with a class so answers with all around it too.
# What helps: compare mem_id with the nodes that the root's css() finds.
#
# Output seen (css_matches(".x"), css_matches("p"), ids that css("div") finds):
#   <div id=a><p class=x>  True, True, ["a"]; by the DOM standard's matches and querySelectorAll: false, false, []
#   <div id=b>             False, False, ["b"]
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet selectolax==1.0.2
"$folder/venv/bin/python" - <<'PYTHON'
from selectolax.lexbor import LexborHTMLParser

page = LexborHTMLParser('<div id="a"><p class="x">words</p></div><div id="b">words</div>')
found = {
    name: (node.css_matches(".x"), node.css_matches("p"), [each.attributes["id"] for each in node.css("div")])
    for name in "ab"
    for node in page.css(f"#{name}")
}
print(found)
expected = {"a": (True, True, ["a"]), "b": (False, False, ["b"])}
assert found == expected, f"it has changed: {found} instead of {expected}"
PYTHON
echo "as seen: css_matches is true of what is inside, css() finds the node itself"
