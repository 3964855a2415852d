#!/bin/sh
# openxml-audit 0.8.0, which checks Office files by the rules of Microsoft's Open XML SDK: text in the wrong place.
#
# Guess: a paragraph with text outside its runs is objected to, because the schema of WordprocessingML (ISO/IEC 29500,
# CT_P) lets a paragraph hold elements alone; what python-docx makes is not objected to.
# Seen: the other way round. Loose text passes, though python-docx, like other readers, then shows nothing of it: a
# letter could lose its sentences and still be called valid. An unknown element, a wrong order and a wrong value are
# found. The document that python-docx 1.2.0 begins with has two errors, of a part that only Word 2010 reads.
#
# Output seen:
#   as made: 2 errors, “甲” is read; loose text: the same 2 errors, nothing is read; unknown element: 3 errors
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet openxml-audit==0.8.0 python-docx==1.2.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import zipfile

import docx
import openxml_audit

document = docx.Document()
document.add_paragraph("甲")
document.save("made.docx")
PARAGRAPH, PART = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "word/document.xml"


def seen(body: str) -> tuple[int, str]:
    """Return how many errors are found, and what python-docx reads, with this in the place of the paragraph."""
    with zipfile.ZipFile("made.docx") as made, zipfile.ZipFile("changed.docx", "w") as changed:
        for name in made.namelist():
            content = made.read(name).decode() if name == PART else made.read(name)
            assert name != PART or PARAGRAPH in content
            changed.writestr(name, content.replace(PARAGRAPH, body) if name == PART else content)
    errors = openxml_audit.OpenXmlValidator().validate("changed.docx").errors
    return len(errors), "".join(each.text for each in docx.Document("changed.docx").paragraphs)


as_made, loose, unknown = seen(PARAGRAPH), seen("<w:p>甲</w:p>"), seen(f"{PARAGRAPH}<w:unknown/>")
print("as made:", as_made, " loose text:", loose, " unknown element:", unknown)
assert as_made == (2, "甲"), "python-docx's own document is judged otherwise now"
assert loose == (2, ""), "loose text is found now, or read"
assert unknown == (3, "甲"), "an unknown element is judged otherwise now"
PYTHON
echo "as seen: text outside of runs is not objected to"
