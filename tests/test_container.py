"""The Containerfile: what it is made of, and that it neither runs as root nor writes anywhere but /tmp."""

from pathlib import Path

import pytest

import container
from making import ROOT, write

TEXT = (ROOT / "hosting/Containerfile").read_text("utf-8")
SETTINGS = (ROOT / "hosting/container.conf").read_text("utf-8")


def test_it_runs_as_nobody_with_a_command_of_words() -> None:
    lines = container.read(TEXT)
    named = [line.name for line in lines]

    assert named.count("FROM") == named.count("USER") == named.count("CMD") == 1
    assert dict(lines)["USER"] == "65534:65534"
    # What is copied after the user is set would still be root's, but what runs after it would not.
    assert "RUN" not in named[named.index("USER") :]
    assert container.command(lines) == ["nginx", "-e", "stderr", "-c", "/etc/nginx/container.conf"]
    assert int(dict(lines)["EXPOSE"]) > 1024


def test_what_it_copies_is_what_the_build_writes_beside_it() -> None:
    copied = [line.words.split()[0] for line in container.read(TEXT) if line.name == "COPY"]
    assert copied == ["container.conf", "nginx.conf", "www"]


def test_all_that_nginx_writes_is_below_tmp() -> None:
    lines = [line.strip(" ;") for line in SETTINGS.splitlines()]
    written = [line.split()[1] for line in lines if line.startswith("pid ") or "_temp_path" in line]
    assert len(written) == 6
    assert all(place.startswith("/tmp/") for place in written)  # noqa: S108 - the one place that a container has


def test_its_changes_fit_the_settings_of_nginx(tmp_path: Path) -> None:
    """A line that sed does not find stays as it is, and says nothing."""
    settings = (ROOT / "hosting/nginx.conf").read_text("utf-8")
    context = write(tmp_path / "context", {"nginx.conf": settings, "container.conf": SETTINGS, "www/index.html": "x"})
    container.lay_out(container.read(TEXT), context, tmp_path / "root")

    changed = (tmp_path / "root/etc/nginx/handbook.conf").read_text("utf-8")
    assert "    listen 8080;" in changed
    assert "    brotli_static on;" in changed
    assert (tmp_path / "root/srv/handbook/www/index.html").read_text("utf-8") == "x"


def test_an_instruction_that_nobody_checks_is_refused() -> None:
    with pytest.raises(ValueError, match="ADD"):
        container.read("FROM x\nADD https://other.example/y /\n")
