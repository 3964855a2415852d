"""nginx and Caddy with the settings that the project writes, as README.md in hosting/ says to set them up."""

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

SERVERS = ("nginx", "caddy")
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
HAS_BROTLI = _BROTLI.is_file()
"""Whether nginx has its module for files that were compressed beforehand with brotli."""
_KINDS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(server: str, hosted: Path, folder: Path, port: int) -> list[str]:
    """
    Return the command that serves `www` in `hosted` at a port; its settings are kept in `folder`.

    They are those in `hosted`, with what README.md tells to change.
    """
    name = {"nginx": "nginx.conf", "caddy": "Caddyfile"}[server]
    text = (hosted / name).read_text("utf-8").replace("/srv/handbook/www", str(hosted / "www"))
    if server == "caddy":
        text = "{\n\tadmin off\n}\n" + text.replace("handbook.example {", f"http://127.0.0.1:{port} {{")
        (folder / name).write_text(text, "utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / name)]
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    if HAS_BROTLI:
        text = text.replace("# brotli_static on;", "brotli_static on;")
    return nginx(text, folder)


def nginx(text: str, folder: Path) -> list[str]:
    """Return the command that runs nginx with what stands in its `http` part, one worker for each core."""
    # A folder of a test can be read by its owner only, and nginx gives root's rights away.
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = f"{user}daemon off;\nworker_processes auto;\npid {folder}/pid;\nerror_log stderr;\n"
    # Debian's own line for it is relative to the folder that -p replaces.
    modules = f"load_module {_BROTLI};\n" if HAS_BROTLI else ""
    events = "events {\nworker_connections 1024;\n}\n"
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in _KINDS)
    basis = "include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\nsendfile on;\ntcp_nopush on;\n"
    (folder / "nginx.conf").write_text(f"{modules}{main}{events}http {{\n{basis}{places}{text}}}\n", "utf-8")
    return ["nginx", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]


@contextlib.contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a server whose data are kept in a folder until it answers at a port, give its process, and end it."""
    process = started(command, folder, port)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def started(command: list[str], folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """Start a server and return its process when it answers at a port."""
    own = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    errors = folder / "errors"
    with errors.open("ab") as file:
        process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=file, start_new_session=True)
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return process
        assert process.poll() is None, errors.read_text("utf-8")
        time.sleep(0.1)
    raise AssertionError(f"{command[0]} does not answer")
