"""
Finds a browser for the tests, or fetches one: python tests/browser.py.

First what is there (CHROME_PATH, Chromium, Chrome, Playwright's own), then
Playwright's download, then the Debian package where this user may install it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_DOWNLOAD_SECONDS = 300
HELP = (
    "No browser was found and none could be fetched. Install Chromium or Chrome"
    " (Debian and Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to the program."
)
DRIVER_HELP = (
    "Playwright, which drives the browser, does not start."
    " On Debian and Ubuntu it needs a library: sudo apt-get install libatomic1"
)


def find() -> str | None:
    """Return the path of a browser on this machine, or None; CHROME_PATH goes first."""
    named = os.environ.get("CHROME_PATH")
    if named:
        return named if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in _NAMES)
    installed = (place for place in _PLACES if Path(place).is_file())
    return next((place for place in on_path if place), None) or next(installed, None) or _own()


def _own() -> str | None:
    """Return the browser that Playwright has downloaded, or None."""
    with sync_playwright() as playwright:
        place = playwright.chromium.executable_path
    return place if Path(place).is_file() else None


def fetch() -> str | None:
    """Download Playwright's browser, or install Debian's; return its path, or None."""
    _try([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find():
        install("chromium")
    return find()


def driver_starts() -> bool:
    """Tell whether Playwright itself runs; a bare Debian lacks a library that it needs."""
    run = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False)
    return run.returncode == 0


def install(*packages: str) -> None:
    """Install Debian packages if this user may."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _try(["apt-get", "update"], environment)
        _try(["apt-get", "install", "--yes", "--no-install-recommends", *packages], environment)


def _try(command: list[str], environment: dict[str, str] | None = None) -> None:
    print("installing:", " ".join(command[-4:]), flush=True)
    try:
        subprocess.run(command, env=environment, timeout=_DOWNLOAD_SECONDS, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"installing: that did not work ({error.__class__.__name__})", flush=True)


def main() -> int:
    """Print the browser that the tests will use; return 0, or 1 if there is none."""
    if os.environ.get("CHROME_PATH") and not find():
        print("CHROME_PATH names no file; correct it or unset it", file=sys.stderr)
        return 1
    if not driver_starts():
        install("libatomic1")
    if not driver_starts():
        print(DRIVER_HELP, file=sys.stderr)
        return 1
    place = find() or fetch()
    print(f"browser: {place}" if place else HELP, file=sys.stdout if place else sys.stderr)
    return 0 if place else 1


if __name__ == "__main__":
    sys.exit(main())
