#!/bin/sh
# webencodings 0.6.1, which maps labels to decoders by the Encoding Standard: pages labelled gbk or gb2312.
#
# Guess: they are decoded as the standard says (section 10.1.1: GBK's decoder is gb18030's decoder), as every browser
# does; the package itself maps the labels of other such families (shift_jis, big5, euc-kr) to the larger codec.
# Seen: they are decoded with Python's own gbk, which knows neither signs of four bytes nor the euro sign nor rare
# characters of names: each becomes U+FFFD. An official page in gb2312 that names somebody called 䶮 is read wrongly, and
# a section whose id holds such a sign is not found.
#
# Output seen (label, sign in the bytes of GB 18030, what comes out):
#   gbk U+4DAE → U+FFFD U+FFFD   gbk U+20AC → U+FFFD U+FFFD   gb18030 U+4DAE → U+4DAE   gb18030 U+20AC → U+20AC
#   gbk U+3AE0, four bytes → U+FFFD 1 U+FFFD 8
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet webencodings==0.6.1
"$folder/venv/bin/python" - <<'PYTHON'
import webencodings

for sign in ("\u4dae", "\u20ac", "\u3ae0"):
    for label in ("gbk", "gb2312", "gb18030"):
        text, _ = webencodings.decode(sign.encode("gb18030"), label)
        print(label, f"U+{ord(sign):04X}", "→", ascii(text))
        assert (text == sign) == (label == "gb18030"), f"{label} has changed"
PYTHON
echo "as seen: gbk and gb2312 are decoded without the signs that only GB 18030 has"
