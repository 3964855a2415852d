"""
Bytes → text in the encoding that the file itself names, as browsers find it.

The encoding standard (encoding.spec.whatwg.org) says what a label means; the HTML standard where a page may have it: a
byte order mark, else a <meta> in its first 1,024 bytes, else, as browsers do, an XML declaration. A page without any is
in UTF-8.
"""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"))
_LOOKED_AT = 1024
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_DECLARATION = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"'>]+)", re.IGNORECASE)
_UTF_8 = (b"utf-8", b"utf8", b"")


def html_in_utf_8(html: bytes) -> bytes:
    """Return a page in UTF-8 without a byte order mark; most pages are returned as they are."""
    if html[:1] in (b"\xef", b"\xfe", b"\xff") and any(html.startswith(mark) for mark, _ in _MARKS):
        return decode(html, b"").encode()
    start = html[:_LOOKED_AT]
    if b"charset" not in start and not start.startswith(b"<?xml") and b"charset" not in start.lower():
        return html
    found = _META.search(_COMMENT.sub(b"", start)) or _DECLARATION.match(start)
    if not found or found[1].strip().lower() in _UTF_8:
        return html
    return decode(html, found[1]).encode()


def decode(content: bytes, label: bytes) -> str:
    """Return bytes as text: a byte order mark says how they are encoded, or else the label; an unknown one is UTF-8."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, errors="replace")
    # Loaded here, because most files are in UTF-8.
    import webencodings  # noqa: PLC0415

    found = webencodings.lookup(label.decode("ascii", errors="replace"))
    # A file whose label could be read as ASCII is not in UTF-16.
    if found is None or found.name.startswith("utf-16"):
        return content.decode(errors="replace")
    # By the standard GBK is read as GB 18030, which holds it; webencodings 0.6 reads it as Python's own, smaller GBK.
    decoder = codecs.lookup("gb18030") if found.name == "gbk" else found.codec_info
    text: str = decoder.decode(content, "replace")[0]
    return text
