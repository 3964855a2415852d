"""The command `edit`, as an author uses it: a real process, real files and an open browser."""

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from making import change, small_site
from sitebuild.building import security_headers
from sitebuild.cli import server as site_server
from sitebuild.cli.options import ExitCode
from sitebuild.cli.preview.order import Rebuilt
from sitebuild.cli.preview.server import OWN, with_script
from sitebuild.cli.preview.shown import Shown
from sitebuild.model.problem import Problem

SECONDS = 60
"""How long anything may take on a busy machine."""
MILLISECONDS = SECONDS * 1000
DAY = "2026-11-23"
FIRST = "docs/zh/help/first.md"
STRIP = "section[role=status]"


class Preview:
    """A running `edit`: its root, its address, and what it has said in the terminal."""

    def __init__(self, folder: Path) -> None:
        self.root = small_site(folder / "handbook")
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._log = folder / "terminal.txt"
        command = [sys.executable, str(self.root / "scripts/build.py"), "edit", "--port", "0", "--today", DAY]
        environment = {**os.environ, "TMPDIR": str(self.temporary), "PYTHONDONTWRITEBYTECODE": "1"}
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        self.address = self.line_with("the preview is at").split()[4].rstrip("/")

    @property
    def said(self) -> str:
        """All that stands in the terminal by now."""
        return self._log.read_text(encoding="utf-8")

    def line_with(self, words: str, after: int = 0) -> str:
        """Return the first line with these words after so many characters, once it is there."""
        until(lambda: words in self.said[after:], self)
        return next(line for line in self.said[after:].splitlines() if words in line)

    @contextlib.contextmanager
    def changed(self, name: str, text: str) -> Iterator[Path]:
        """Save a file with another text, by a rename as many editors do, and put the old one back at the end."""
        path = self.root / name
        before = path.read_bytes() if path.exists() else None
        said = len(self.said)
        new = path.with_name(f"{path.name}~")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
        try:
            yield path
        finally:
            self.line_with(f"{name}: ", said)
            said = len(self.said)
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
            self.line_with(f"{name}: ", said)

    def text(self, name: str) -> str:
        """Return the text of a file as it is now."""
        return (self.root / name).read_text(encoding="utf-8")

    def stop(self) -> int:
        """Press Ctrl-C; return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


def until(true: Callable[[], bool], preview: Preview) -> None:
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, preview.said
        time.sleep(0.02)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    running = Preview(tmp_path_factory.mktemp("edit"))
    yield running
    running.process.kill()
    running.process.wait()


@pytest.fixture
def browser(chromium: Browser) -> BrowserContext:
    """Return a browser whose windows are low, so that the small pages are longer than they."""
    context = chromium.new_context(viewport={"width": 500, "height": 250})
    context.set_default_timeout(MILLISECONDS)
    return context


def opened(browser: BrowserContext, preview: Preview, place: str) -> tuple[Page, list[str]]:
    """Return an open page, and a list that will say what is wrong in its console."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(preview.address + place)
    return page, said


def shows(page: Page, words: str) -> None:
    expect(page.locator("article")).to_contain_text(words, timeout=MILLISECONDS)


def top(page: Page) -> float:
    return float(page.evaluate("document.getElementById('steps').getBoundingClientRect().top"))


def test_an_open_page_follows_what_is_saved_and_keeps_its_place(preview: Preview, browser: BrowserContext) -> None:
    """Even where a paragraph was added above: the eyes stay on the line."""
    page, said = opened(browser, preview, "/help/first/")
    page.evaluate("document.getElementById('steps').scrollIntoView({behavior: 'instant'})")
    before = top(page)
    longer = preview.text(FIRST).replace("第一句话。\n", "第一句话。\n\n" + "另外一段话。\n\n" * 6)

    with preview.changed(FIRST, longer):
        shows(page, "另外一段话。")
        page.wait_for_load_state()
        page.wait_for_timeout(300)
        assert top(page) == pytest.approx(before, abs=2)
        assert page.evaluate("scrollY") > 0
    assert said == []
    line = preview.line_with(f"{FIRST}: ")
    assert "/help/first/" in line
    assert " s" in line


def test_a_law_changed_in_the_register_is_shown_on_its_page_at_once(preview: Preview, browser: BrowserContext) -> None:
    """It has no file of its own, and is made from the register whenever that is saved."""
    page, said = opened(browser, preview, "/laws/pipl/")
    register = "docs/zh/_data/laws.yml"

    with preview.changed(
        register, preview.text(register).replace("不再需要的信息应当删除。", "用不着的信息应当删掉。")
    ):
        shows(page, "用不着的信息应当删掉。")
    shows(page, "不再需要的信息应当删除。")
    assert said == []


def test_a_broken_save_keeps_the_last_good_page_and_says_what_to_type(
    preview: Preview, browser: BrowserContext
) -> None:
    page, _ = opened(browser, preview, "/help/first/")
    other, _ = opened(browser, preview, "/glossary/")
    broken = preview.text(FIRST).replace("第一句话。", "坏了的话<b>粗</b>打[](phone:<i>999</i>)。打12377。")
    line = broken[: broken.index("坏了")].count("\n") + 1

    with preview.changed(FIRST, broken):
        strip = page.locator(STRIP)
        expect(strip).to_contain_text(f"{FIRST}:{line}:", timeout=MILLISECONDS)
        expect(strip).to_contain_text("last good state")
        assert strip.locator("b, i, a, img").count() == 0
        assert "坏了的话" not in page.locator("article").inner_text()
        shows(page, "第一句话。")
        expect(other.locator(STRIP)).to_contain_text("not on this page", timeout=MILLISECONDS)
        assert f"{FIRST}:{line}:" in preview.said
    expect(page.locator(STRIP)).to_have_count(0, timeout=MILLISECONDS)
    expect(other.locator(STRIP)).to_have_count(0, timeout=MILLISECONDS)


def test_the_last_of_several_quick_saves_wins(preview: Preview, browser: BrowserContext) -> None:
    page, _ = opened(browser, preview, "/help/first/")
    before = preview.text(FIRST)
    path = preview.root / FIRST
    for number in range(5):
        path.write_text("", encoding="utf-8")
        path.write_text(before.replace("第一句话。", f"第{number}次保存。"), encoding="utf-8")
        time.sleep(0.15)

    shows(page, "第4次保存。")
    path.write_text(before, encoding="utf-8")
    shows(page, "第一句话。")
    expect(page.locator(STRIP)).to_have_count(0, timeout=MILLISECONDS)


def test_a_new_page_appears_and_goes_again(preview: Preview, browser: BrowserContext) -> None:
    """A page that is not translated shows the source; its translation takes its place, in all of many windows."""
    pages = [opened(browser, preview, "/en/help/second/")[0] for _ in range(8)]
    text = """---
title: Second step
description: What to do next, for a reader who has done the first step.
reviewed: 2026-11-02
translated:
  page: gmshmjkb
  when-english: thcdlslb
---

## When is there English? {#when-english .faq}

Once somebody has done it.
"""

    with preview.changed("docs/en/help/second.md", text):
        for page in pages:
            shows(page, "Once somebody has done it.")
    for page in pages:
        expect(page.locator("article")).not_to_contain_text("Once somebody has done it.", timeout=MILLISECONDS)


@pytest.mark.parametrize(
    ("name", "edit", "place"),
    [
        ("mkdocs.yml", ("nav:\n", "nav: [\n"), "mkdocs.yml:"),
        ("overrides/main.html", ("{% extends", "{% no-such-word %}{% extends"), '"overrides/main.html", line 2'),
        ("scripts/sitebuild/checks/anchors.py", ("def check", "def check:"), 'sitebuild/checks/anchors.py", line'),
        ("docs/zh/_data/facts.yml", ("reply-days:", "reply-days: {"), "docs/zh/_data/facts.yml:3:1: "),
    ],
    ids=["settings", "a template", "code", "a register"],
)
def test_what_cannot_be_built_at_all_is_said_on_every_page(
    preview: Preview, browser: BrowserContext, name: str, edit: tuple[str, str], place: str
) -> None:
    page, _ = opened(browser, preview, "/help/first/")

    with preview.changed(name, preview.text(name).replace(*edit, 1)):
        expect(page.locator(STRIP)).to_contain_text("last good state", timeout=MILLISECONDS)
        expect(page.locator(STRIP)).to_contain_text(place)
        shows(page, "第一句话。")
    expect(page.locator(STRIP)).to_have_count(0, timeout=MILLISECONDS)
    assert "Traceback" not in preview.said


def test_code_that_is_saved_is_used(preview: Preview, browser: BrowserContext) -> None:
    page, _ = opened(browser, preview, "/help/first/")
    name = "scripts/sitebuild/building/wide_tables.py"
    words = preview.text(name)

    with preview.changed(name, words.replace("return _TABLE.sub(", 'return "<p>new code</p>" + _TABLE.sub(')):
        shows(page, "new code")
    assert "code changed" in preview.said


def test_a_style_sheet_is_put_on_without_a_visit(preview: Preview, browser: BrowserContext) -> None:
    page, _ = opened(browser, preview, "/help/first/")
    name = "overrides/assets/stylesheets/site.css"

    with preview.changed(name, preview.text(name) + "\nbody { outline: 3px solid red }\n"):
        page.wait_for_function("() => getComputedStyle(document.body).outlineWidth == '3px'")


def test_the_script_is_in_answers_only_and_the_policy_of_the_pages_stays(preview: Preview) -> None:
    """What is published must not ask a server for its state."""
    with urllib.request.urlopen(f"{preview.address}/help/first/") as answer:  # noqa: S310 - our own server
        html = answer.read().decode()
    folders = [*preview.temporary.iterdir()]
    files = [path for path in (*preview.temporary.rglob("*"), *preview.root.glob("site/**/*")) if path.is_file()]

    assert f'<script src="{OWN}reload.js"' in html
    assert f'content="{security_headers.CONTENT}"' in html.replace("&#39;", "'")
    assert "script-src 'self'" in security_headers.CONTENT
    assert len(folders) == 1
    assert len(files) > 20
    assert [path for path in files if OWN.encode() in path.read_bytes()] == []


def test_connections_that_break_are_nobody_s_fault(preview: Preview, browser: BrowserContext) -> None:
    host, _, port = preview.address.removeprefix("http://").partition(":")
    for request in (f"{OWN}events", "/help/first/", f"{OWN}state?loaded=x&page=%ff", "/%00", "/../../etc/passwd"):
        for _ in range(3):
            with socket.create_connection((host, int(port))) as connection:
                connection.sendall(f"GET {request} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                # Zero seconds to say good-bye: the other side gets a reset.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    page, _ = opened(browser, preview, "/help/first/")

    with preview.changed(FIRST, preview.text(FIRST).replace("第一句话。", "还在。")):
        shows(page, "还在。")
    assert "Traceback" not in preview.said


def test_ctrl_c_ends_it_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """Also while it builds."""
    running = Preview(tmp_path)
    change(running.root, FIRST, "第一句话。", "正在建。")
    time.sleep(0.5)

    code = running.stop()

    assert code == ExitCode.CLEAN, running.said
    assert [*running.temporary.iterdir()] == []
    assert not (running.root / "site").exists()
    assert "Traceback" not in running.said
    assert running.said.endswith("stopped\n")


def test_a_taken_port_is_one_sentence_and_code_three(small: Path) -> None:
    with site_server.server(small, 0) as other:
        port = str(other.server_address[1])
        command = [sys.executable, str(small / "scripts/build.py"), "edit", "--port", port]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)

    assert run.returncode == ExitCode.TOOL_FAILED
    assert run.stdout == ""
    assert run.stderr.splitlines() == [f"stopped: port {port} cannot be used (Address already in use); try --port 8001"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (b"<body>a</body></html>", b'<body>a<script src="/-edit/reload.js" data-loaded="7"></script></body></html>'),
        (b"<p>a", b'<p>a<script src="/-edit/reload.js" data-loaded="7"></script>'),
    ],
    ids=["a page", "without an end"],
)
def test_the_script_stands_at_the_end_of_a_page(html: bytes, expected: bytes) -> None:
    assert with_script(html, 7) == expected


def test_a_page_of_an_earlier_preview_is_loaded_again(tmp_path: Path) -> None:
    """Its window may have been open for days."""
    shown = Shown(tmp_path)

    assert shown.state("/", loaded=1)["changed"]
    assert not shown.state("/", loaded=shown.file(tmp_path / "x")[0])["changed"]


def test_a_page_lists_the_first_of_thousands_of_problems(tmp_path: Path) -> None:
    shown = Shown(tmp_path)
    problems = tuple(Problem(path="a.md", line=line, rule="anchor-missing", message="x") for line in range(1, 2000))

    shown.publish(tmp_path, Rebuilt(problems=problems, sources={"index.html": "a.md"}))

    assert len(shown.state("/", 0)["here"]) == 51


def test_problems_go_from_process_to_process() -> None:
    problem = Problem(path="a.md", line=3, rule="anchor-missing", message="x", severity="note")

    assert pickle.loads(pickle.dumps(problem)) == problem  # noqa: S301 - our own
