"""The command `links`: any folder of HTML, offline."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from making import ROOT, aside, served, write
from sitebuild.cli import links as links_command
from sitebuild.cli import report
from sitebuild.cli.options import ExitCode
from sitebuild.linkcheck import html_folder, rules
from sitebuild.linkcheck.html_folder import load
from sitebuild.model.problem import Problem
from sitebuild.model.register_paths import LINK_EXCEPTIONS

LIBRARIES = ("mkdocs", "pydantic", "markdown", "httpx", "yaml", "dataclasses", "selectolax")
SLOW = (*LIBRARIES, "sitebuild.model.rules.all_rules")
"""Modules for which nobody should wait who only checks a folder of well-formed pages."""
PAGE = '<!doctype html><html lang="{0}"><head>{1}</head><body><h1>x</h1>{2}</body></html>'
HOME = '<html lang="zh"><head><title>t</title></head><h1>x</h1><a href="{0}">x</a>'


def test_a_folder_without_faults_is_code_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"index.html": HOME.format("#")})

    assert links_command.main(["--site", str(tmp_path)]) == ExitCode.CLEAN
    assert capsys.readouterr().err.startswith("1 page: no problems in ")


@pytest.mark.parametrize("form", report.FORMATS)
def test_a_fault_is_code_one_in_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    write(tmp_path, {"index.html": HOME.format("gone/")})

    assert links_command.main(["--site", str(tmp_path), "--format", form]) == ExitCode.PROBLEMS
    assert "page-missing" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["--site", "no-such-folder"], ["--format", "xml"], ["--explain", "no-such-rule"], ["--url", "http://["]],
)
def test_wrong_usage_is_code_two(arguments: list[str]) -> None:
    assert links_command.main(arguments) == ExitCode.USAGE


def test_a_rule_is_explained_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The explanation has the words of CONTRIBUTING.md, so there is one."""
    assert links_command.main(["--explain", "case-wrong"]) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert said.startswith("case-wrong\n")
    assert "An address leads nowhere, or is spelt with other capitals" in said
    assert "An address leads nowhere, or is spelt with other capitals" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_command_does_not_wait_for_mkdocs(tmp_path: Path) -> None:
    """Checking a folder must not cost the time of loading a site generator."""
    write(tmp_path, {"index.html": PAGE.format("zh", "<title>x</title>", "")})
    code = "import sys; sys.argv[1:] = sys.argv[2:]; import runpy; runpy.run_path('scripts/build.py', run_name='x');"
    code += " from sitebuild.cli import links; links.main(sys.argv[1:]);"
    code += f" print([name for name in {SLOW} if name in sys.modules])"

    arguments = [sys.executable, "-c", code, "x", "--site", str(tmp_path)]
    environment = {"PYTHONPATH": str(ROOT / "scripts"), "PATH": ""}
    run = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=True, env=environment)

    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("typed", [["links"], ["--root", ".", "links"], ["--root=.", "links"]])
def test_the_command_loads_nothing_slow_however_it_is_typed(tmp_path: Path, typed: list[str]) -> None:
    """The interpreter itself lists what is imported, one module at the end of each line."""
    write(tmp_path, {"index.html": PAGE.format("zh", "<title>x</title>", "")})
    program = [sys.executable, "-X", "importtime", str(ROOT / "scripts/build.py"), *typed, "--site", str(tmp_path)]

    run = subprocess.run(program, capture_output=True, text=True, check=False)

    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}
    assert (run.returncode, loaded & {*SLOW, "sitebuild.cli.main"}) == (ExitCode.CLEAN, set())
    assert "sitebuild.linkcheck.parallel" in loaded


@pytest.mark.parametrize("root", [["--root", "{}"], ["--root={}"]])
def test_a_root_before_the_command_is_the_handbook_that_is_checked(tmp_path: Path, root: list[str]) -> None:
    """Its site/ is the folder, and its own list of allowances holds for that."""
    allowance = "- {rule: page-missing, page: docs/zh/index.md, reason: x, until: 2026-11-23}\n"
    write(tmp_path, {"site/index.html": HOME.format("gone/"), "docs/zh/index.md": "", LINK_EXCEPTIONS: allowance})
    program = [sys.executable, str(ROOT / "scripts/build.py"), *(part.format(tmp_path) for part in root), "links"]

    runs = [
        subprocess.run([*program, "--today", today], capture_output=True, text=True, check=False)
        for today in ("2026-11-23", "2026-11-24")
    ]

    assert [(run.returncode, run.stdout.count("[page-missing]")) for run in runs] == [
        (ExitCode.CLEAN, 0),
        (ExitCode.PROBLEMS, 1),
    ]


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "scripts/build.py"), "links", *arguments]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has such files")
def test_what_no_host_could_serve_is_no_file(tmp_path: Path) -> None:
    """A link to nothing cannot be read, and reading a pipe that nobody fills would never end."""
    (tmp_path / "broken.html").symlink_to("nowhere")
    (tmp_path / "round").symlink_to(".")
    os.mkfifo(tmp_path / "pipe.html")
    write(tmp_path, {"index.html": HOME.format("broken.html") + '<a href="pipe.html">x</a>'})

    run = subprocess.run(command("--site", str(tmp_path)), capture_output=True, text=True, check=False, timeout=60)

    assert (run.returncode, run.stdout.count("[page-missing]"), run.stderr[:7]) == (
        ExitCode.PROBLEMS,
        2,
        "1 page:",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
@pytest.mark.parametrize("form", report.FORMATS)
def test_a_file_whose_name_is_no_text_is_reported(tmp_path: Path, form: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.html")).write_text("<p>x</p>", encoding="utf-8")

    run = subprocess.run(command("--site", str(tmp_path), "--format", form), capture_output=True, check=False)

    assert (run.returncode, b"Traceback" in run.stderr) == (ExitCode.PROBLEMS, False)
    assert b"title-missing" in run.stdout


def test_whoever_stops_reading_sees_no_traceback(tmp_path: Path) -> None:
    """As when a long list is sent to `head`."""
    write(tmp_path, {"index.html": "".join(f'<a href="gone-{number}/">x</a>' for number in range(5_000))})

    with subprocess.Popen(command("--site", str(tmp_path)), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator may read everything, so the system's refusal is planted."""

    def refused(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    write(tmp_path, {"index.html": HOME.format("#")})
    monkeypatch.setattr(html_folder, "_bytes", refused)

    assert links_command.main(["--site", str(tmp_path), "--url", "https://site.example/"]) == ExitCode.TOOL_FAILED
    assert f"{tmp_path}/index.html: Permission denied" in capsys.readouterr().err


def test_sarif_names_rule_file_line_and_column() -> None:
    """Code-scanning services place the problem where the author wrote it."""
    problem = Problem(path="docs/zh/甲.md", line=3, column=9, rule="link-broken", message="“x” leads nowhere")

    document = json.loads(report.render([problem], "sarif"))

    (run,) = document["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert document["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "link-broken"
    assert place["artifactLocation"]["uri"] == "docs/zh/%E7%94%B2.md"
    assert place["region"] == {"startLine": 3, "startColumn": 9}


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("index.html", "docs/zh/index.md"),
        ("a/b/index.html", "docs/zh/a/b.md"),
        ("a/index.html", "docs/zh/a/index.md"),
        ("en/index.html", "docs/en/index.md"),
        ("en/a/index.html", "docs/en/a.md"),
        ("en/a/index.html", "en/a/index.html"),
        ("en/missing/index.html", "docs/zh/missing.md"),
    ],
)
def test_a_page_of_the_handbook_is_known_by_its_text(path: str, known: str) -> None:
    """Where its texts were not read, its path in the site tells."""
    site, texts = {"index.html", "en/index.html"}, {"docs/en/index.md", "docs/en/a.md"}

    names = links_command.known_as(path, {"zh", "en"}, site, texts)

    assert known in names
    assert not [name for name in names if name.startswith(("docs/zh/en", "docs/en/en"))]


def test_external_links_are_visited_and_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On this machine's own server; the ledger holds what it answered."""
    write(tmp_path / "there", {"index.html": "x"})
    (tmp_path / "docs/_data").mkdir(parents=True)
    with served(tmp_path / "there") as address:
        write(tmp_path / "site", {"index.html": HOME.format(f"{address}/")})

        code = aside(links_command.main)(
            ["--site", str(tmp_path / "site"), "--url", "https://site.example/", "--external", "--today", "2026-11-23"],
            tmp_path,
        )

    ledger = json.loads((tmp_path / "docs/_data/external-links.json").read_text(encoding="utf-8"))
    assert code == ExitCode.CLEAN
    assert f"{address}/" in json.dumps(ledger)
    assert capsys.readouterr().out


def test_a_dead_network_leaves_the_ledger_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise two weeks without a network would call every link dead."""
    write(tmp_path / "site", {"index.html": HOME.format("http://127.0.0.1:9/")})

    code = aside(links_command.main)(
        ["--site", str(tmp_path / "site"), "--url", "https://site.example/", "--external"], tmp_path
    )

    assert code == ExitCode.TOOL_FAILED
    assert "is the network up?" in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()


def large_site(folder: Path) -> Path:
    """Write a site with faults between pages that different processes may read."""
    url = "https://site.example/"
    pages = {}
    for number in range(120):
        other, language = (number * 7 + 5) % 120, "en" if number % 2 else "zh"
        head = [
            f"<title>{number // 4}</title>",
            f'<link rel="canonical" href="{url}p{other}/">',
            f'<link rel="alternate" hreflang="en" href="{url}p{other}/">',
            f'<link rel="alternate" hreflang="zh" href="{url}p{number}/">',
        ]
        if number in (3, 26):
            head.append(f'<meta http-equiv="refresh" content="0; url=../p{other}/">')
        if number % 40 == 4:
            head.append('<meta name="robots" content="noindex">')
        links = f'<a href="../missing-{number}/">x</a> <a href="../p{other}/#s{number % 3}">y</a>'
        pages[f"p{number}/index.html"] = PAGE.format(language, "".join(head), f'<p id="s1"></p><p id="s2">{links}</p>')
    pages["alone/index.html"] = PAGE.format("zh", "<title>x</title>", "")
    home = PAGE.format("zh", f'<title>x</title><link rel="canonical" href="{url}">', "")
    sitemap = f"<urlset><loc>{url}p1/</loc><loc>{url}p4/</loc><loc>{url}gone/</loc></urlset>"
    return write(folder, {"index.html": home, "sitemap.xml": sitemap, **pages})


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    """A large site is read by two processes, and neither misses what the pages of the other have to do with its own."""
    large_site(tmp_path)

    run = subprocess.run(
        command("--site", str(tmp_path), "--format", "json"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    alone = [(each.path, each.rule, each.message) for each in rules.run(load(tmp_path))]
    assert [(each["path"], each["rule"], each["message"]) for each in json.loads(run.stdout)] == alone
    assert {rule for _, rule, _ in alone} >= {
        "anchor-unknown",
        "canonical-elsewhere",
        "hreflang-one-way",
        "hreflang-wrong-language",
        "link-other-language",
        "link-to-noindex",
        "link-to-redirect",
        "page-missing",
        "page-orphan",
        "redirect-chain",
        "sitemap-dead-link",
        "sitemap-noindex",
        "sitemap-without-page",
        "title-doubled",
    }


def test_a_process_that_dies_takes_no_findings_along(tmp_path: Path) -> None:
    """Where memory is short, the system may stop one of the two."""
    large_site(tmp_path)
    program = (
        "import os, sys; from pathlib import Path; from sitebuild.linkcheck import parallel;"
        "parallel._run_child = lambda *_: os.abort();"
        "print(len(parallel.check(Path(sys.argv[1]))[1]))"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path)]

    run = subprocess.run(
        arguments, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    )

    assert (run.returncode, run.stdout.strip()) == (0, str(len(rules.run(load(tmp_path)))))


FAULTY = '<a href="gone/">x</a>'


def test_a_fault_on_every_page_is_one_problem_for_people_and_all_of_them_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {f"{name}.html": PAGE.format("zh", f"<title>{name}</title>", FAULTY) for name in "abcde"}
    write(tmp_path, {**pages, "index.html": PAGE.format("zh", "<title>x</title>", "")})

    arguments = ["--site", str(tmp_path), "--only", "page-missing", "--format"]
    said = {form: (links_command.main([*arguments, form]), capsys.readouterr()) for form in report.FORMATS}

    assert {code for code, _ in said.values()} == {ExitCode.PROBLEMS}
    line = "a.html:1:1: <a> leads to “gone/”, which is not in the site; correct it or add the file"
    assert said["text"][1].out == f"{line} (on 5 pages, such as a.html, b.html and c.html) [page-missing]\n"
    assert said["text"][1].err.startswith("6 pages: 5 problems in 5 files, shown as 1 in ")
    assert len(said["github"][1].out.splitlines()) == 1
    assert len(json.loads(said["json"][1].out)) == 5
    assert len(json.loads(said["sarif"][1].out)["runs"][0]["results"]) == 5


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--profile", "links"], {"page-missing"}),
        (["--only", "title-missing,alt-missing"], {"title-missing"}),
        (["--profile", "links", "--skip", "page-missing"], set()),
        (["--config", "{}/own.toml"], {"title-missing"}),
        (["--config", "{}/own.toml", "--only", "page-missing"], {"page-missing"}),
    ],
)
def test_the_rules_that_are_wanted_are_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], rules: set[str]
) -> None:
    write(tmp_path / "site", {"index.html": PAGE.format("zh", "", FAULTY)})
    write(tmp_path, {"own.toml": 'site = "site"\nonly = ["title-missing"]\n'})

    code = links_command.main(
        ["--site", str(tmp_path / "site"), "--format", "json", *(each.format(tmp_path) for each in arguments)]
    )

    assert {each["rule"] for each in json.loads(capsys.readouterr().out)} == rules
    assert code == (ExitCode.PROBLEMS if rules else ExitCode.CLEAN)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("linkcheck.toml", 'site = "public"\nprofile = "links"\n'),
        ("pyproject.toml", '[tool.linkcheck]\nsite = "public"\nprofile = "links"\n'),
    ],
)
def test_settings_lie_where_the_command_is_run(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, {name: text, "public/index.html": PAGE.format("zh", "", FAULTY)})

    run = subprocess.run(command(), cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout.count("[page-missing]"), run.stdout.count("[title-missing]")) == (1, 1, 0)


@pytest.mark.parametrize(
    "arguments",
    [["--only", "no-such-rule"], ["--config", "none.toml"], ["--config", "{}/bad.toml"], ["--url", "h.example"]],
)
def test_settings_that_cannot_be_meant_are_code_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    write(tmp_path, {"bad.toml": "only = 1\n", "index.html": HOME.format("#")})

    code = links_command.main(["--site", str(tmp_path), *(each.format(tmp_path) for each in arguments)])

    assert (code, capsys.readouterr().out) == (ExitCode.USAGE, "")


def test_one_entry_excuses_a_fault_of_a_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = '- {rule: page-missing, page: "*", address: "gone/", reason: x, until: 2026-11-23}\n'
    faulty = PAGE.format("zh", "<title>x</title>", '<a href="../gone/">x</a>')
    write(tmp_path, {"list.yml": entry, "site/a/index.html": faulty, "site/b/index.html": faulty})

    code = links_command.main(
        [
            *("--site", str(tmp_path / "site"), "--profile", "links"),
            *("--exceptions", str(tmp_path / "list.yml"), "--today", "2026-11-23"),
        ]
    )

    assert (code, capsys.readouterr().out) == (ExitCode.CLEAN, "")


def test_a_host_that_leaves_html_away_is_told_by_an_option(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": HOME.format("guide"), "guide.html": PAGE.format("zh", "<title>g</title>", "")})

    codes = [links_command.main(["--site", str(tmp_path), *more]) for more in ([], ["--without-html"])]

    assert codes == [ExitCode.PROBLEMS, ExitCode.CLEAN]


def test_somebody_at_a_terminal_is_told_how_far_a_long_run_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {f"{number}.html": PAGE.format("zh", "<title>x</title>", "") for number in range(3)})
    monkeypatch.setattr(links_command, "_WORTH_TELLING", 0.0)

    for is_terminal, told in ((False, False), (True, True)):
        monkeypatch.setattr(sys.stderr, "isatty", lambda is_terminal=is_terminal: is_terminal)
        links_command.main(["--site", str(tmp_path)])
        assert ("2 of 3 pages read\r" in capsys.readouterr().err) is told
