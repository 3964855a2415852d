"""Several files are written all or not at all: on a full disk, and by a command that is killed at any step."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from making import ROOT, write
from sitebuild.memo import all_or_none, atomic

_KILLED = """
import os, signal, sys
from pathlib import Path
from sitebuild.memo import all_or_none
left = int(sys.argv[2])
def dying(step):
    def one(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **named)
    return one
for name in ("replace", "unlink", "mkdir", "chmod", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
all_or_none.write_all(Path(sys.argv[1]), {"a.md": "新", "new/b.md": "新", "c.md": b"c"}, ["old.md"])
"""
OLD = {"a.md": "旧", "old.md": "走", "c.md": "旧"}
NEW = {"a.md": "新", "new/b.md": "新", "c.md": "c"}


def found(root: Path) -> dict[str, str]:
    """Return the text of every file, hidden ones too."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


@pytest.mark.skipif(os.name == "nt", reason="nobody is killed so there")
def test_whoever_is_killed_leaves_all_or_none_after_the_next_command(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    seen = []
    for steps in range(40):
        root = tmp_path / str(steps)
        write(root, OLD)
        run = subprocess.run([sys.executable, "-c", _KILLED, root, str(steps)], env=environment, check=False)
        done = all_or_none.finish(root)
        seen.append(found(root))
        assert seen[-1] in (OLD, NEW), steps
        assert sorted(done) in ([], ["a.md", "c.md", "new/b.md", "old.md"])
        if run.returncode == 0:
            break

    assert (OLD in seen, seen[-2:]) == (True, [NEW, NEW])


def test_a_full_disk_takes_back_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, OLD)
    put = atomic.put

    def second(made: Path, target: Path) -> None:
        if target.name == "b.md":
            raise OSError(28, "No space left on device", str(made))
        put(made, target)

    monkeypatch.setattr(atomic, "put", second)
    with pytest.raises(OSError, match=r"'new/b\.md'"):
        all_or_none.write_all(tmp_path, {"a.md": "新", "new/b.md": "新"}, ["old.md"])

    assert found(tmp_path) == OLD
    assert not (tmp_path / "new").exists()


def test_a_command_that_still_writes_is_left_alone(tmp_path: Path) -> None:
    """Its folder is claimed as long as it is alive; one without a claim is young."""
    write(tmp_path, {".writing-a/0": "新", ".writing-a/plan.json": json.dumps([["a.md"], []])})

    assert all_or_none.finish(tmp_path) == []
    assert (tmp_path / ".writing-a/0").is_file()


@pytest.mark.parametrize("path", ["../b.md", "/b.md"])
def test_a_plan_leaves_what_is_outside_alone(tmp_path: Path, path: str) -> None:
    """Whoever plants one in the project can change what is in the project already, and nothing else."""
    plan = json.dumps([[path], []])
    write(tmp_path, {"p/.writing-a/claim": "", "p/.writing-a/0": "新", "p/.writing-a/plan.json": plan})

    with pytest.raises(PermissionError):
        all_or_none.finish(tmp_path / "p")
