"""
The command of the container, where no image can be built: as nobody, on a disk that can only be read but for /tmp.

The machine's own nginx stands for that of the image, which is the same of Debian 12. Only root may set this up.
"""

import http.client
import os
import shutil
import subprocess
import time
from pathlib import Path

import container
from servers import HAS_BROTLI

_SCRIPT = """
mount --make-rprivate /
mkdir -p {made}/etc/nginx {made}/srv
cp -r /etc/nginx/. {made}/etc/nginx/
mount --bind {made}/etc/nginx /etc/nginx
mount --bind {made}/srv /srv
mount -o remount,bind,ro /
mount -o remount,bind,ro /etc/nginx
mount -o remount,bind,ro /srv
mount -t tmpfs tmpfs /tmp
exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set=-all {command}
"""
_PORT = 8080


def faults(folder: Path, hosted: Path) -> list[str]:
    """Return what is wrong with how the command runs; `folder` is where it is laid out."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("setpriv") or not HAS_BROTLI:
        return ["only root on Linux, with nginx and its module for brotli, can try the container: it is left out"]
    lines = container.read((hosted / "Containerfile").read_text(encoding="utf-8"))
    container.lay_out(lines, hosted, folder)
    script = _SCRIPT.format(made=folder, command=" ".join(container.command(lines)))
    process = subprocess.Popen(
        ["unshare", "--mount", "sh", "-ec", script], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        found = list(_asked())
    finally:
        process.terminate()
        said = process.communicate(timeout=20)[1]
    return [*found, *(f"container: {line}" for line in said.splitlines())]


def _asked() -> list[str]:
    """Ask for a page, the page 404 and a compressed page; return what is not as it should be."""
    found = []
    for path, status, coding in (("/", 200, "br"), ("/en/none/", 404, ""), ("/en/", 200, "gzip")):
        answer = _answer(path, coding)
        if answer != (status, coding):
            found.append(f"container: {path} is answered {answer}")
    return found


def _answer(path: str, coding: str) -> tuple[int, str]:
    for _ in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", _PORT, timeout=10)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": coding or "identity"})
            answer = connection.getresponse()
            answer.read()
        except OSError:
            time.sleep(0.1)
        else:
            return answer.status, answer.getheader("Content-Encoding") or ""
        finally:
            connection.close()
    return 0, ""
