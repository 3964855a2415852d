"""
Finds a browser for the tests, or fetches one: python tests/browser.py.

First what is there (CHROME_PATH, Chromium, Chrome, Playwright's own), then
Playwright's download, then the Debian package where this user may install it.
Before all of them, but for CHROME_PATH, comes the same Chromium without a
window, its headless shell: a browser makes a whole window for each context, and
to open a page in a new one takes it three times as long.
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
_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_DOWNLOAD_SECONDS = 300
_SHELL_SECONDS = 120
"""How long the download of the shell may take where a browser is there: without it, all tests take minutes more."""
_SOUGHT = Path(sys.prefix) / ".headless-shell-sought"
"""Tells that this environment has tried to get the shell; whoever has no network waits for that once."""
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


def quickest() -> str | None:
    """Return the path of the browser that tests run in: the one of CHROME_PATH, the headless shell, or any."""
    if os.environ.get("CHROME_PATH"):
        return find()
    on_path = (shutil.which(name) for name in _SHELLS)
    return next((place for place in on_path if place), None) or _own_shell() or find()


def _own_shell() -> str | None:
    """Return the headless shell that Playwright has downloaded beside its browser, or None."""
    with sync_playwright() as playwright:
        place = Path(playwright.chromium.executable_path)
    # …/ms-playwright/chromium-1234/chrome-linux/chrome, and beside it chromium_headless_shell-1234/…/headless_shell
    browser = next((each for each in place.parents if each.name.startswith("chromium-")), place)
    beside = browser.with_name(browser.name.replace("chromium-", "chromium_headless_shell-"))
    found = (each for each in beside.glob("*/*") if each.stem.replace("-", "_").endswith("headless_shell"))
    return next((str(each) for each in found if each.is_file()), None)


def seek_shell() -> None:
    """Get the headless shell once for this environment, where it is not there and can be had."""
    place = quickest()
    if not place or os.environ.get("CHROME_PATH") or "headless" in Path(place).name or _SOUGHT.exists():
        return
    if place.startswith("/usr/bin/"):
        install("chromium-headless-shell")
    if quickest() == place:
        _try([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"], seconds=_SHELL_SECONDS)
    _SOUGHT.touch()


def fetch() -> str | None:
    """Download Playwright's browser with its shell, or install Debian's; return the quickest's path, or None."""
    _try([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find():
        install("chromium", "chromium-headless-shell")
    if not find():
        install("chromium")
    return quickest()


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


def _try(command: list[str], environment: dict[str, str] | None = None, seconds: int = _DOWNLOAD_SECONDS) -> None:
    print("installing:", " ".join(command[-4:]), flush=True)
    try:
        subprocess.run(command, env=environment, timeout=seconds, capture_output=True, check=False)
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
    seek_shell()
    place = quickest() or fetch()
    print(f"browser: {place}" if place else HELP, file=sys.stdout if place else sys.stderr)
    return 0 if place else 1


if __name__ == "__main__":
    sys.exit(main())
