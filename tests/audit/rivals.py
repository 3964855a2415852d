"""Other engines on the same pages and queries: Pagefind as it comes, and MiniSearch on our rows."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page

from sitebuild.building.search.files import FOLDER as ROWS

from . import tools
from .search import SETS, Query, Score, queries

PAGEFIND, MINISEARCH = "pagefind", "minisearch"
_HERE = Path(__file__).parent
_POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
_MINISEARCH = """([texts, queries]) => {
  let rows, more;
  const catcher = {rows: (code, value) => { rows = value; }, more: (code, value) => { more = value; }};
  for (const text of texts) new Function("handbookSearch", text)(catcher);
  return rivals.minisearch(rows, more, queries);
}"""
_FETCH = "places => Promise.all(places.map(place => fetch(place).then(answer => answer.text())))"


def prepare(folder: Path, site: Path, copy: Path) -> None:
    """Copy the finished site without its policy, which Pagefind's wasm does not fit into, and index it."""
    shutil.copytree(site, copy, dirs_exist_ok=True)
    (copy / "_headers").unlink(missing_ok=True)
    for path in copy.rglob("*.html"):
        path.write_text(_POLICY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    program = tools.place(folder, PAGEFIND, "lib/runner/bin.cjs")
    tools.run_tool(["node", str(program), "--site", str(copy), "--quiet"])


def scores(page: Page, address: str, folder: Path, codes: Mapping[str, str]) -> dict[str, dict[tuple[str, str], Score]]:
    """Return the scores of each rival by set and language; `codes` are the beginnings of addresses by language."""
    found: dict[str, dict[tuple[str, str], Score]] = {PAGEFIND: {}, MINISEARCH: {}}
    for name in SETS:
        asked = queries(name)
        for code in dict.fromkeys(each.language for each in asked):
            own = [each for each in asked if each.language == code]
            _open(page, address + codes[code], folder)
            texts = [each.text for each in own]
            said = page.evaluate("([base, queries]) => rivals.pagefind(base, queries)", [address + codes[code], texts])
            found[PAGEFIND][name, code] = _counted(own, said)
            rows = page.evaluate(_FETCH, [f"{address}{ROWS}/{name}.js" for name in (code, f"{code}-more")])
            found[MINISEARCH][name, code] = _counted(own, page.evaluate(_MINISEARCH, [rows, texts]))
    return found


def _open(page: Page, address: str, folder: Path) -> None:
    page.goto(address)
    page.add_script_tag(path=str(tools.place(folder, MINISEARCH, "dist/umd/index.js")))
    page.add_script_tag(path=str(_HERE / "rivals.js"))


def _counted(own: Sequence[Query], said: Sequence[Sequence[str]]) -> Score:
    score = Score()
    for query, places in zip(own, said, strict=True):
        score.add(query, places)
    return score
