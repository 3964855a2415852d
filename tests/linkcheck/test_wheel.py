"""The link checker can be installed alone: offline, with the packages that it names and no others."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from link_rows import page
from making import ROOT, write

PROJECT = ROOT / "scripts/linkcheck"
NO_NETWORK = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "GITHUB"))}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment | NO_NETWORK, timeout=120
    )


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a fresh environment, in which the wheel and what it names are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    venv.create(folder / "venv", symlinks=os.name != "nt")
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    built = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", folder, PROJECT, folder=folder)
    assert built.returncode == 0, built.stderr
    wheel = next(folder.glob("*.whl"))
    done = run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", wheel, folder=folder)
    assert done.returncode == 0, done.stderr
    here = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).stdout.strip()
    )
    for wanted in tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]:
        lend(re.match(r"[\w.-]+", wanted)[0], here)  # type: ignore[index]
    return programs


def lend(package: str, folder: Path) -> None:
    """Link the modules of an installed package into a folder of packages."""
    found = importlib.metadata.distribution(package)
    for name in {Path(file).parts[0] for file in found.files or ()} - {".."}:
        place = folder / name
        if not place.exists():
            place.symlink_to(Path(str(found.locate_file(name))))


@pytest.mark.parametrize("command", [["handbook-linkcheck"], ["python", "-m", "handbook_linkcheck"]])
def test_the_wheel_checks_a_folder(programs: Path, tmp_path: Path, command: list[str]) -> None:
    write(tmp_path, {"public/index.html": page('<a href="gone.html">x</a><select><option>y</select>')})
    write(tmp_path, {"public/a.css": "p{background:url(gone.png)}", "linkcheck.toml": 'site = "public"\n'})

    program, *rest = command
    made = run(programs / program, *rest, "--profile", "links", folder=tmp_path)

    assert made.returncode == 1, made.stderr
    assert [line.rpartition(" ")[2] for line in made.stdout.splitlines()] == ["[file-missing]", "[page-missing]"]


def test_the_wheel_has_help_rules_exceptions_and_another_language(programs: Path, tmp_path: Path) -> None:
    """Each of them takes modules or files of its own."""
    write(tmp_path, {"site/index.html": page('<a href="gone.html">x</a>', '<meta charset="gbk">')})
    write(tmp_path, {"e.yml": "- rule: page-missing\n  page: index.html\n  reason: x\n  until: 2100-01-01\n"})
    program = programs / "handbook-linkcheck"

    shown = [run(program, *words, folder=tmp_path) for words in (["--help"], ["--explain", "page-missing"])]
    excused = run(program, "--profile", "links", "--exceptions", "e.yml", "--today", "2026-12-01", folder=tmp_path)
    chinese = run(program, "--profile", "links", "--language", "zh", folder=tmp_path)

    assert [made.returncode for made in shown] == [0, 0]
    assert "handbook-linkcheck" in shown[0].stdout
    assert "--external" not in shown[0].stdout
    assert (excused.returncode, excused.stdout) == (0, ""), excused.stderr
    assert chinese.returncode == 1
    assert re.search("[一-鿿]{4}", chinese.stdout)


def test_the_wheel_is_the_same_whenever_it_is_built(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        done = run(
            sys.executable,
            "-c",
            f"import build_wheel_of_linkcheck as b; b.build_wheel(r'{tmp_path / name}')",
            folder=PROJECT,
        )
        assert done.returncode == 0, done.stderr
        made.append(next((tmp_path / name).glob("*.whl")).read_bytes())

    assert made[0] == made[1]
