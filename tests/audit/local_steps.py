"""
Runs the steps of the workflows here, in their order, in a fresh clone: what a forge would be the first to run.

What belongs to the forge is stood in for: `gh`, `sudo` and `rsync` only note what they were asked, a push goes into a
folder, and artifacts lie in one. Steps that are run elsewhere in any case, and those that visit other hosts, are named
and left out. Conditions of steps are taken to be met.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .measure import Measure

VERSION = "0.0.1"
LEFT_OUT = {
    "make nightly": "takes hours",
    "links --external": "visits other hosts",
    "actions/deploy-pages": "is the forge's own",
}
"""What is left out, and why."""
INSTEAD = {"make test": "make site"}
"""What is run in the place of a command: the rest of that one is run before every merge."""
_STAND_INS = {
    "gh": 'echo "gh $*" >> "$ASKED"',
    "sudo": 'echo "sudo $*" >> "$ASKED"',
    "rsync": 'echo "rsync $*" >> "$ASKED"',
}
_KNOWN = {
    "github.server_url": "https://github.com",
    "github.repository": "somebody/handbook",
    "github.token": "no-token",
    "vars.SITE_URL": "https://handbook.example/",
}
"""What expressions stand for; others are empty, like a variable that is not set."""
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a job: where it stands, what it runs or uses, and why it was left out, if it was."""

    place: str
    what: str
    code: int = 0
    said: str = ""
    left_out: str = ""


def run(root: Path, folder: Path, names: tuple[str, ...] = ()) -> list[Step]:
    """Run the steps of all workflows of the last commit of `root`, or of those named, below `folder`."""
    place = _Place(root, folder)
    steps: list[Step] = []
    for path in sorted((root / ".github/workflows").glob("*.yml")):
        if not names or path.stem in names:
            found = yaml.safe_load(path.read_text(encoding="utf-8"))
            for name, job in found["jobs"].items():
                steps += place.job(f"{path.name}/{name}", job)
    return steps


class _Place:
    """A folder with a clone, stand-ins and artifacts; the environment of Python is kept from one clone to the next."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self.clone, self._temp = folder / "clone", folder / "temp"
        self._programs, self._artifacts = folder / "programs", folder / "artifacts"
        for each in (self._temp, self._programs, self._artifacts):
            each.mkdir(parents=True, exist_ok=True)
        for name, body in _STAND_INS.items():
            (self._programs / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            (self._programs / name).chmod(0o755)

    def job(self, name: str, job: Mapping[str, Any]) -> Iterator[Step]:
        """Run the steps of a job until one fails; give each."""
        self._fresh(checked_out=any("checkout" in step.get("uses", "") for step in job["steps"]))
        for number, step in enumerate(job["steps"], start=1):
            done = self._step(f"{name} {number}", step, job.get("env") or {})
            yield done
            if done.code:
                return

    def _fresh(self, *, checked_out: bool) -> None:
        kept = self._folder / "venv"
        if (self.clone / ".venv").is_dir():
            shutil.rmtree(kept, ignore_errors=True)
            (self.clone / ".venv").rename(kept)
        shutil.rmtree(self.clone, ignore_errors=True)
        if not checked_out:
            self.clone.mkdir()
            return
        subprocess.run(["git", "clone", "--quiet", str(self._root), str(self.clone)], check=True)
        # A push goes nowhere, and the release has something to say.
        nowhere = self._folder / "nowhere"
        shutil.rmtree(nowhere, ignore_errors=True)
        self._git("init", "--quiet", "--bare", str(nowhere))
        self._git("remote", "set-url", "origin", str(nowhere))
        changes = self.clone / "CHANGELOG.md"
        text = changes.read_text(encoding="utf-8").replace("\n## ", f"\n## {VERSION}\n\n- Tried.\n\n## ", 1)
        changes.write_text(text, encoding="utf-8")
        self._git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-am", "Try")
        if kept.is_dir():
            kept.rename(self.clone / ".venv")

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.clone, check=True, capture_output=True)

    def _step(self, place: str, step: Mapping[str, Any], env: Mapping[str, str]) -> Step:
        what = step.get("run") or step["uses"].partition("@")[0]
        what = INSTEAD.get(what, what)
        reason = next((why for each, why in LEFT_OUT.items() if each in what), "")
        if reason:
            return Step(place=place, what=what, left_out=reason)
        if "uses" in step:
            return self._used(place, what, step.get("with") or {})
        script = self._temp / "step.sh"
        script.write_text(what, encoding="utf-8")
        made = subprocess.run(
            ["bash", "-e", str(script)],
            cwd=self.clone,
            env=self._environment({**env, **(step.get("env") or {})}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        return Step(place=place, what=what, code=made.returncode, said=made.stdout[-2000:])

    def _used(self, place: str, what: str, given: Mapping[str, Any]) -> Step:
        """Do what an action would: the clone is there, artifacts are copied."""
        inside = Path(self._value(str(given.get("path", ""))))
        kept = self._artifacts / str(given.get("name", ""))
        path = inside if inside.is_absolute() else self.clone / inside
        if what.endswith("upload-artifact"):
            if not path.exists():
                return Step(place=place, what=what, code=1, said=f"{path} is not there")
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir()
            _copied(path, kept)
        elif what.endswith("download-artifact"):
            _copied(kept, path)
        return Step(place=place, what=what)

    def _environment(self, given: Mapping[str, str]) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if key in ("HOME", "LANG", "TMPDIR")}
        return {
            **own,
            "PATH": f"{self._programs}:{os.environ['PATH']}",
            "ASKED": str(self._folder / "asked.txt"),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REF_NAME": f"v{VERSION}",
            "GITHUB_STEP_SUMMARY": str(self._folder / "summary.md"),
            "RUNNER_TEMP": str(self._temp),
            **{key: self._value(str(value)) for key, value in given.items()},
        }

    def _value(self, text: str) -> str:
        known = {**_KNOWN, "runner.temp": str(self._temp)}
        return _EXPRESSION.sub(lambda found: known.get(found[1], ""), text)


def _copied(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copy2(source, target)


def faults(steps: list[Step]) -> list[str]:
    """Return what failed, a line each, with the end of what it said."""
    return [f"{each.place}: `{each.what.strip()}` ended with {each.code}: {each.said}" for each in steps if each.code]


def measures(steps: list[Step]) -> list[Measure]:
    """Return how many steps ran, how many were left out, and how many failed."""
    return [
        Measure(name="workflows, steps run here", value=sum(not each.left_out for each in steps)),
        Measure(name="workflows, steps left out", value=sum(bool(each.left_out) for each in steps)),
        Measure(name="workflows, steps that failed", value=sum(bool(each.code) for each in steps), most=0),
    ]
