"""What fault runs share: a copy of the project in which every command has something to write, and what is expected."""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from making import change, fingerprints

COMMANDS: Mapping[str, Sequence[str]] = {
    "urls": ["urls"],
    "rules": ["rules"],
    "translated": ["translated", "docs/en/rights/delete.md"],
    "minor": ["minor", "docs/zh/rights/delete.md"],
    "new page": [
        *("new", "page", "rights/fresh.md", "--title", "新的一页"),
        *("--description", "写给想知道的人：先做什么。"),
    ],
    "new question": [
        *("new", "question", "rights/delete.md", "--id", "how-long-it-takes", "--ask", "删除要等多久才有答复？"),
        *("--answer", "先看回信。", "--in", "en", "How long does erasing take?", "See the answer first."),
    ],
    "rename": ["rename", "rights/delete.md", "rights/erase.md"],
    "new-language": ["new-language", "ja"],
    "offline": ["offline"],
    "paper": ["paper", "--lang", "en", "--only", "cards"],
    "site": ["site"],
}
"""Every command that writes; those of `_SITE` need a site that is built, or build it."""
SMALL = tuple(name for name in COMMANDS if name not in ("offline", "paper", "site"))
"""Those that write what people write."""
_SPOILT = ("Traceback", "Error:")
FAILED = 3


class Runs:
    """Runs the commands of a copy of the project, and gathers what went wrong."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.base = _copy(root, folder / "base")
        self.folder = folder
        self.wrong: list[str] = []
        self.left_out: list[str] = []
        self.number = 0

    def run(self, project: Path, name: str, before: Iterable[str | Path] = ()) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; `before` is what stands before Python, or between Python and the script."""
        command = [*before, sys.executable, "scripts/build.py", *COMMANDS[name]]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    def expect(self, what: str, *, right: bool) -> None:
        """Note one expectation."""
        self.number += 1
        if not right:
            self.wrong.append(what)
            sys.stderr.write(f"not met: {what}\n")

    def judge(self, what: str, run: subprocess.CompletedProcess[str]) -> None:
        """Expect of a run that it succeeded, or said in one line why the machine did not let it."""
        said = run.stdout + run.stderr
        self.expect(f"{what}: no traceback: {said[-300:]}", right=not any(each in said for each in _SPOILT))
        if run.returncode:
            lines = [line for line in run.stderr.splitlines() if line.startswith("stopped: ")]
            named = len(lines) == 1 and run.returncode == FAILED
            self.expect(f"{what}: one line, exit 3, not {run.returncode}: {said[-300:]}", right=named)

    def prepare(self) -> None:
        """Build the site, its copies and some paper, for commands to replace; say what cannot be made here."""
        self.expect("the first build succeeds", right=self.run(self.base, "site").returncode == 0)
        self.expect("copies are made", right=self.run(self.base, "offline").returncode == 0)
        made = self.run(self.base, "paper")
        if made.returncode:
            self.left_out.append(f"paper is left out: {made.stderr.strip()[-200:]}")

    def names(self) -> list[str]:
        """Return the commands that can be tried on this machine."""
        return [name for name in COMMANDS if name != "paper" or not self.left_out]


def _copy(root: Path, target: Path) -> Path:
    """Return a copy of the files of the project in which every command has something to write."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\0"):
        if name and not name.startswith("tests/"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)
    identity = ["-c", "user.name=audit", "-c", "user.email=audit@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "The project as it is."]):
        subprocess.run(["git", *arguments], cwd=target, check=True)
    page = target / "docs/zh/rights/delete.md"
    page.write_text(page.read_text("utf-8").replace("先挂断。", "先挂断电话。", 1), encoding="utf-8")
    urls = target / "docs/_data/urls.txt"
    urls.write_text("".join(urls.read_text("utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    change(target, "CONTRIBUTING.md", "`page-missing`", "`page-mising`")
    return target


def sources(project: Path) -> dict[str, str]:
    """Return a hash of every file that people write."""
    own = {name: (project / name).read_text("utf-8") for name in ("mkdocs.yml", "CONTRIBUTING.md")}
    return own | {name: value for name, value in fingerprints(project / "docs").items() if "/." not in f"/{name}"}


def made(project: Path) -> dict[str, str]:
    """Return a hash of every file of the site and of the copies beside it."""
    return {
        f"{folder}/{name}": value
        for folder in ("site", "dist")
        for name, value in fingerprints(project / folder).items()
        if (project / folder).is_dir()
    }


def leftovers(project: Path) -> list[str]:
    """Return what a run that has ended should have taken away."""
    return [
        path.relative_to(project).as_posix()
        for pattern in (".site-*", "**/.writing-*", "docs/**/.*-*", ".mkdocs.yml-*", "dist/**/.*", ".cache/.*-*")
        for path in project.glob(pattern)
    ]
