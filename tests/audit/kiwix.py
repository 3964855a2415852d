"""The copy for Kiwix: made by its script, opened by libzim in a process of its own, and asked for words."""

import os
import sys
from pathlib import Path

from sitebuild.offline import kinds, zip_site
from sitebuild.offline.copies import Copy

from . import tools
from .measure import Measure

ROOT = Path(__file__).resolve().parents[2]
QUERIES = {
    "": ("通讯录", "砍头息", "征信"),
    "en/": ("credit report", "phone contacts", "collection calls"),
    "zh-Hant/": ("通訊錄", "砍頭息", "徵信"),
}
"""By the folder of a language, words that readers look for; a page of that folder has to be among the first found."""
MOST_MEGABYTES = 10
_FIRST = 10
_ASK = """
import sys
from libzim.reader import Archive
from libzim.search import Query, Searcher
archive = Archive(sys.argv[1])
print("whole" if archive.check() and archive.main_entry.get_item().path == "index.html" else "broken")
for words in sys.argv[2:]:
    found = Searcher(archive).search(Query().set_query(words))
    print(*found.getResults(0, {first}), sep="\\t")
"""


def audit(folder: Path, copies: list[Copy], work: Path) -> tuple[list[str], list[Measure]]:
    """Make the copy in `work` from the zip among the copies; return what is wrong, and what was measured."""
    work.mkdir(parents=True)
    packed, made = work / zip_site.NAME, work / "handbook.zim"
    packed.write_bytes(next(each for each in copies if each.kind == kinds.ZIP).make())
    environment = {**os.environ, "PYTHONPATH": str(tools.zim_library(folder))}
    tools.run_tool([sys.executable, str(ROOT / "scripts/zim.py"), str(packed), str(made)], environment)
    asked = [(prefix, words) for prefix, group in QUERIES.items() for words in group]
    program = _ASK.replace("{first}", str(_FIRST))
    said = tools.run_tool(
        [sys.executable, "-c", program, str(made), *(words for _, words in asked)], environment
    ).splitlines()
    state, *lines = said[-len(asked) - 1 :]
    wrong = [] if state == "whole" else ["the copy for Kiwix is not whole"]
    wrong += [
        f"Kiwix finds no page of /{prefix} for “{words}”"
        for (prefix, words), line in zip(asked, lines, strict=True)
        if not any(_is_in(prefix, path) for path in line.split("\t"))
    ]
    measures = [
        Measure(name="Kiwix, MB", value=made.stat().st_size / 1e6, most=MOST_MEGABYTES, digits=1),
        Measure(name="Kiwix, faults and words not found", value=len(wrong), most=0),
    ]
    return wrong, measures


def _is_in(prefix: str, path: str) -> bool:
    others = tuple(each for each in QUERIES if each and each != prefix)
    return bool(path) and path.startswith(prefix) and not path.startswith(others)
