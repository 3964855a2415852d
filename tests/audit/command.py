"""Which look follows which; one table at the end. Exit code 0: all targets met, 1: one is missed, 3: a tool failed."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

import browser as finder
from offline_copies import wanted
from sitebuild.addresses import files
from sitebuild.building import mkdocs_build
from sitebuild.building.mkdocs_build import SiteBuild
from sitebuild.model.content import Content
from sitebuild.model.problem import ToolError
from sitebuild.model.scorecard import RecordedAudit, RecordedSearch
from sitebuild.publishing import host_table, hosted
from sitebuild.reading import docs_folder, mkdocs_config

from . import (
    books,
    calendar_files,
    container,
    engine_types,
    faults,
    first_view,
    kiwix,
    letter_files,
    load,
    local_steps,
    log_files,
    markup,
    object_store,
    paper,
    recorded,
    rivals,
    scores,
    search,
    search_cost,
    stock,
    tools,
    true_rates,
    workflows,
)
from .measure import Measure, table
from .server import serving

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".audit"
_PUBLISHED = "https://handbook.example/"
"""The address that the site is put on hosts for."""
MET, MISSED, TOOL_FAILED = 0, 1, 3
_PARTS = {
    "search": "search beside other engines",
    "tools": "what the tools of pages save",
    "faults": "what is left when the machine fails",
    "hosting": "what is put on hosts",
    "paper": "what is printed",
    "copies": "the e-books and the copy for Kiwix",
}
_SAID = ("none: everything", *(f"{name}: {said}" for name, said in _PARTS.items()), "record: keep the scores")


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Audit the site as it would be built now; print what is to be mended and the table.

    `arguments` defaults to those of this process. With the name of a part only that is looked at; with `record` too,
    the scores of search are recorded: later ones are compared with them, and the scorecard of the site shows them, with
    the figures of paper and of accessibility if those were looked at.
    """
    parser = argparse.ArgumentParser(prog="python tests/audit/run.py", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", type=_named, help="; ".join(_SAID))
    asked = parser.parse_args(arguments).parts
    part = next((each for each in _PARTS if each in asked), "")
    try:
        found = _audit(part, record="record" in asked)
    except ToolError as error:
        print(f"stopped: {error}", file=sys.stderr)
        return TOOL_FAILED
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return TOOL_FAILED
    print(table(found))
    return MET if all(each.met for each in found) else MISSED


def _named(part: str) -> str:
    # With `choices`, argparse before 3.12 refuses to be given no part at all.
    if part not in (*_PARTS, "record"):
        raise argparse.ArgumentTypeError(f"no part is called {part}; there are {', '.join((*_PARTS, 'record'))}")
    return part


def _audit(part: str, *, record: bool) -> list[Measure]:
    if part == "faults":
        return _faults()
    if part == "hosting":
        site = _empty("site")
        return _hosting(site, _build(site, _PUBLISHED))
    if part in ("paper", "copies"):
        # These need neither a browser nor the checkers of pages.
        own = _empty("site")
        content = _build(own, "")
        return _paper(own, content) if part == "paper" else [*_books(own, content), *_kiwix(own, content)]
    _say("installing the checkers")
    tools.install(FOLDER)
    chromium = finder.find()
    if not chromium:
        raise ToolError(finder.HELP)
    own, other = _empty("site"), _empty("stock")
    if part == "search":
        with serving(own) as address:
            return [*_types(), *_search(chromium, own, address, _build(own, address), record=record)]
    if part == "tools":
        with serving(own) as address:
            return [*_types(), *_filled_in(chromium, address, _build(own, address))]
    with serving(own) as address, serving(other / "site") as stock_address:
        content = _build(own, address)
        stock.build(ROOT, other, content, stock_address)
        printed, scored = _paper(own, content), _scores(chromium, address)
        if record:
            accessible = [each for each in scored if "accessibility" in each.name]
            _record(paper=recorded.audit(printed, _today()), accessibility=recorded.audit(accessible, _today()))
        return [
            *_markup(own),
            *_books(own, content),
            *_kiwix(own, content),
            *printed,
            *_first_view(chromium, address, stock_address),
            *scored,
            *_types(),
            *_filled_in(chromium, address, content),
            *_workflows(),
            *_steps(),
            *_faults(),
            *_search(chromium, own, address, content, record=record),
            *_hosting(own, content),
        ]


def _empty(name: str) -> Path:
    """Return the path of a folder to build into; what an earlier audit left there is removed."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _build(site: Path, address: str) -> Content:
    """Build the site for the address at which it is looked at, which its canonical links name."""
    _say("building the site")
    os.environ["SITE_URL"] = address
    plan = mkdocs_config.load(ROOT)
    read, _ = docs_folder.read(plan.root, plan.docs, plan.languages, plan.guides)
    content = read.published
    problems = mkdocs_build.build(SiteBuild(root=ROOT, site=site, content=content, today=datetime.now(tz=UTC).date()))
    if problems:
        raise ToolError(f"the site does not build ({problems[0].message}); type: make site")
    return content


def _markup(site: Path) -> list[Measure]:
    _say("checking the markup")
    found = markup.errors(FOLDER, site)
    _list(found)
    return _told(markup.measures(found, len(list(site.rglob("*.html")))))


def _hosting(site: Path, content: Content) -> list[Measure]:
    _say("putting the site on hosts")
    out = _empty("hosted")
    hosted.make(ROOT, site, out, host_table.of_content(content, _PUBLISHED, files.moved(ROOT, content)))
    found, number = object_store.faults(FOLDER, out / hosted.WEB)
    found += container.faults(_empty("container"), out)
    _list(found)
    servers = _empty("servers")
    servers.mkdir()
    return _told([*object_store.measures(found, number), *load.measures(servers, out)])


def _books(site: Path, content: Content) -> list[Measure]:
    _say("making and checking the e-books")
    paths = books.write(_empty("books"), wanted(site, content))
    found = [fault for path in paths for fault in books.faults(FOLDER, path)]
    _list(found)
    return _told(books.measures(found, len(paths)))


def _kiwix(site: Path, content: Content) -> list[Measure]:
    _say("making the copy for Kiwix and asking it")
    found, measures = kiwix.audit(FOLDER, [*wanted(site, content)], _empty("kiwix"))
    _list(found)
    return _told(measures)


def _paper(site: Path, content: Content) -> list[Measure]:
    _say("printing everything and reading it")
    found, measures = paper.audit(site, content, _empty("paper"))
    _list(found)
    return _told(measures)


def _faults() -> list[Measure]:
    _say("killing builds, filling disks")
    found, measures = faults.audit(ROOT, _empty("faults"))
    _list(found)
    return _told(measures)


def _first_view(chromium: str, address: str, stock_address: str) -> list[Measure]:
    _say("looking at a guide on a slow line")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(finder.FLAGS))
        own = first_view.view(browser, address + first_view.PLACE)
        plain = first_view.view(browser, stock_address + first_view.PLACE)
        browser.close()
    return _told(first_view.measures(own, plain))


def _scores(chromium: str, address: str) -> list[Measure]:
    found = []
    for place in scores.PLACES:
        _say(f"Lighthouse, three times: /{place}")
        reports = scores.runs(FOLDER, chromium, address + place)
        _list(scores.faults(place, reports))
        found += _told(scores.measures(place, reports))
    return found


def _types() -> list[Measure]:
    _say("checking the types of the search engine and the tools")
    found = engine_types.errors(FOLDER, ROOT)
    _list(found)
    return _told(engine_types.measures(found))


def _filled_in(chromium: str, address: str, content: Content) -> list[Measure]:
    _say("filling the tools in, and reading what they save")
    folder = _empty("saved")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(finder.FLAGS))
        found = true_rates.apart(browser, FOLDER)
        letters = letter_files.saved(browser, address, content, folder)
        logs = log_files.saved(browser, address, content, folder)
        dates = calendar_files.saved(browser, address, content, folder)
        browser.close()
    wrong = letter_files.faults(letters, FOLDER, folder / "printed"), log_files.faults(logs, FOLDER, folder / "read")
    differing = calendar_files.faults(dates, FOLDER)
    _list([*wrong[0], *wrong[1], *differing])
    found += letter_files.measures(wrong[0], len(letters))
    found += log_files.measures(wrong[1], len(logs))
    return _told([*found, *calendar_files.measures(differing, len(dates))])


def _workflows() -> list[Measure]:
    _say("checking the workflows")
    found, misread = workflows.faults(FOLDER, ROOT), workflows.misread(FOLDER, ROOT)
    _list([*found, *misread])
    return _told(workflows.measures(found, misread))


def _steps() -> list[Measure]:
    _say("running the steps of the workflows in a fresh clone")
    steps = local_steps.run(ROOT, _empty("steps"))
    _list([f"{each.place}: left out, it {each.left_out}" for each in steps if each.left_out])
    _list(local_steps.faults(steps))
    return _told(local_steps.measures(steps))


def _search(chromium: str, site: Path, address: str, content: Content, *, record: bool) -> list[Measure]:
    _say("asking the search engine, Pagefind and MiniSearch the same queries")
    codes = {language.code: language.prefix for language in content.languages}
    copy = _empty("pagefind")
    rivals.prepare(FOLDER, site, copy)
    with sync_playwright() as playwright, serving(copy) as copied:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(finder.FLAGS))
        page = browser.new_page()
        others = rivals.scores(page, copied, FOLDER, codes)
        own = search.scores(page, address)
        found = search.measures(own, others)
        found += [each for code in codes for each in search_cost.sizes(site, code)]
        found += [each for code in codes for each in search_cost.times(browser, address, code)]
        browser.close()
    if record:
        search.RECORDED.write_text(search.record(own), encoding="utf-8", newline="\n")
        _record(search=recorded.search(search.recorded(), _today()))
    return _told(found)


def _record(**parts: RecordedSearch | RecordedAudit) -> None:
    """Note what the scorecard of the site says of this audit."""
    recorded.write(ROOT, **parts)


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _told(measures: list[Measure]) -> list[Measure]:
    """Tell the figures at once: the whole audit takes minutes."""
    for each in measures:
        _say("  ".join(cell for cell in each.cells() if cell))
    return measures


def _list(faults: list[str]) -> None:
    for fault in faults:
        print(fault, flush=True)


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)
