"""How old a translation is: hashes of sections, and what readers, checks and tables say about one change."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from making import change, page, write
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.model.content import Content
from sitebuild.text import fingerprint, yaml_text
from sitebuild.translation import progress, section_age

DAY = ["--today", "2026-11-23"]
ZH, EN = "docs/zh/help/first.md", "docs/en/help/first.md"
SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@given(st.text(), st.lists(st.tuples(st.integers(0, 200), st.sampled_from(SPACES))))
@example("先打110。\n", [(0, "\u3000"), (3, "\r"), (6, "\u2028")])
def test_white_space_never_changes_a_hash(text: str, spaces: list[tuple[int, str]]) -> None:
    spaced = text
    for place, space in spaces:
        spaced = spaced[:place] + space + spaced[place:]

    assert fingerprint.of(spaced) == fingerprint.of(text)


@given(st.text())
def test_a_hash_is_text_for_yaml(text: str) -> None:
    """A hash that YAML read as a number or a truth value could not be pasted."""
    made = fingerprint.of(text)

    assert fingerprint.is_one(made)
    assert yaml_text.parse(made).value == made


@given(st.integers(0, 999), st.integers(0, 999))
def test_another_number_is_another_hash(one: int, other: int) -> None:
    assert (fingerprint.of(f"满{one}日") == fingerprint.of(f"满{other}日")) == (one == other)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        pytest.param("3天", "5天", ["one"], id="a number in a section"),
        pytest.param("第一句。", "开头。", ["page"], id="the opening"),
        pytest.param("title: 标题", "title: 别的", ["page"], id="the title"),
        pytest.param("一句话，", "一段话，", ["page"], id="the description"),
        pytest.param("reviewed: 2026-11-01", "reviewed: 2026-11-02", [], id="the day of the review"),
        pytest.param("等3天。\n", "等\n    3天。\n\n\n", [], id="wrapped anew"),
        pytest.param("## 甲 {#one}", "### 甲 {#one}", ["one"], id="another level"),
        pytest.param("## 乙 {#two}", "## 丙 {#two}", ["two"], id="a heading"),
    ],
)
def test_a_change_reaches_only_its_section(old: str, new: str, changed: list[str]) -> None:
    text = page("第一句。\n\n## 甲 {#one}\n\n等3天。\n\n## 乙 {#two}\n\n完。\n")
    after = page("", head=text.source.replace(old, new, 1))

    before, now = section_age.hashes(text), section_age.hashes(after)
    assert text.source != after.source
    assert list(now) == ["page", "one", "two"]
    assert [key for key in now if now[key] != before[key]] == changed


@pytest.mark.parametrize(
    ("before", "was", "made"),
    [
        ((), "old", ("now", "old")),
        (("old", "older"), "old", ("now", "old", "older")),
        (("now", "older"), "old", ("now", "older", "old")),
        (("other", "older"), "old", ("now", "old")),
        (("mid", "old"), "old", ("now", "mid", "old")),
        (("now", "old"), "old", ("now", "old")),
    ],
    ids=["first", "a second slip", "another translation", "after a real change", "not committed", "again"],
)
def test_a_minor_change_is_carried_on(before: tuple[str, ...], was: str, made: tuple[str, ...]) -> None:
    assert section_age.extended_minor_line(before, was, "now") == made


def older_notes(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, int, str]]:
    """Return place and first words of every note that `check --format json` printed."""
    notes = [each for each in json.loads(capsys.readouterr().out) if each["severity"] == "note"]
    return [(each["path"], each["line"], each["message"].split(".md line")[0]) for each in notes]


def banner(root: Path, place: str) -> LexborHTMLParser | None:
    article = LexborHTMLParser((root / "site" / place).read_text(encoding="utf-8")).css_first("article div.age")
    return LexborHTMLParser(article.html or "") if article else None


def test_one_number_makes_one_section_older_everywhere(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check, the page and the table tell the same truth, and the build is not stopped; the number is named too."""
    change(small, ZH, "2. 保存截图。", "2. 保存3张截图。")

    assert main.main(["site", *DAY, "--format", "json"], small) == ExitCode.CLEAN
    original = ZH.removesuffix(".md")
    assert older_notes(capsys) == [(EN, 25, f"“3” of {original}"), (EN, 25, f"#steps is older than {original}")]

    shown = banner(small, "en/help/first/index.html")
    assert shown is not None
    assert "these sections has changed" in shown.text()
    assert [(node.attributes["href"], node.attributes.get("hreflang"), node.text()) for node in shown.css("a")] == [
        ("#steps", None, "What to do"),
        ("../../../help/first/#steps", "zh", "做什么"),
    ]
    assert [node.attributes["lang"] for node in shown.css("[hreflang]")] == ["zh"]
    told = [place for place in (small / "site").rglob("index.html") if 'class="age"' in place.read_text("utf-8")]
    assert sorted(place.relative_to(small / "site").as_posix() for place in told) == [
        "en/help/first/index.html",
        "en/help/second/index.html",
    ]

    assert main.main(["status", *DAY, "--format", "json"], small) == ExitCode.CLEAN
    rows = {row["part"]: row for row in json.loads(capsys.readouterr().out)["translations"]}
    assert rows["help"] == {"language": "en", "part": "help", "current": 0, "older": 1, "missing": 1}
    assert sum(row["older"] for row in rows.values()) == 1


def test_an_older_opening_is_called_by_the_page_s_title(small: Path) -> None:
    change(small, ZH, "第一句话。", "第一段话。")

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN
    shown = banner(small, "en/help/first/index.html")
    assert shown is not None
    assert [(node.attributes["href"], node.text()) for node in shown.css("a")] == [("../../../help/first/", "第一步")]
    assert "First step" in shown.text()


@pytest.mark.parametrize(
    ("old", "new"),
    [("2. 保存截图。", "2.  保存\n    截图。\n\n"), ("reviewed: 2026-11-02", "reviewed: 2026-11-20")],
    ids=["white space", "only compared with its sources"],
)
def test_what_changes_no_words_makes_nothing_older(
    small: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    change(small, ZH, old, new)

    assert main.main(["check", *DAY, "--format", "json"], small) == ExitCode.CLEAN
    assert older_notes(capsys) == []


def test_a_renamed_page_is_called_a_move(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody should translate again what is there under its old name."""
    (small / ZH).rename(small / "docs/zh/help/start.md")

    assert main.main(["check", *DAY], small) == ExitCode.PROBLEMS
    lines = capsys.readouterr().out.splitlines()
    assert (
        f"{EN}:1:1: {EN} belongs to docs/zh/help/start.md now;"
        " move it to docs/en/help/start.md [translation-moved]" in lines
    )
    assert [line for line in lines if "[translation-without-original]" in line] == []


def test_a_translation_of_nothing_is_no_move(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, {"docs/en/help/other.md": (small / EN).read_text(encoding="utf-8").replace("page: ", "page: b")})

    assert main.main(["check", *DAY], small) == ExitCode.PROBLEMS
    assert "docs/en/help/other.md:1:1: there is no docs/zh/help/other.md" in capsys.readouterr().out


def without_translation(small: Path, name: str) -> None:
    """Delete an English page; those that a language must have before it is published are not to be missed lightly."""
    config = (small / "mkdocs.yml").read_text(encoding="utf-8")
    write(small, {"mkdocs.yml": config.replace(f"\n    - {name}.md\n", "\n")})
    (small / f"docs/en/{name}.md").unlink()


@pytest.mark.parametrize("name", ["help/first", "laws", "index", "faq"])
def test_without_a_translation_the_site_tells_the_truth(small: Path, name: str) -> None:
    """Any English page may be deleted: readers get the Chinese text, marked as Chinese, and crawlers nothing."""
    without_translation(small, name)
    route = "" if name == "index" else f"{name}/"

    assert main.main(["all", *DAY], small) == ExitCode.CLEAN

    site = small / "site"
    html = LexborHTMLParser((site / f"en/{route}index.html").read_text(encoding="utf-8"))
    text = html.css_first('article > div[lang="zh"][dir="ltr"]')
    assert text is not None
    assert (html.root.attributes["lang"] if html.root else None) == "en"
    assert html.css_first('meta[name="robots"][content^="noindex"]') is not None
    assert [*html.css("link[hreflang]"), *html.css("link[rel=canonical]")] == []
    assert {node.attributes["lang"] for node in html.css(".toc li span")} <= {"zh"}
    note = html.css_first("article p.age")
    assert note is not None
    assert note.text().startswith("This page has not been translated into English yet.")
    original = LexborHTMLParser((site / f"{route}index.html").read_text(encoding="utf-8"))
    assert [node.attributes["hreflang"] for node in original.css("link[hreflang]")] == [
        "zh",
        "x-default",
        "zh-Hant",
    ]
    assert f"<loc>http://127.0.0.1:8000/en/{route}</loc>" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    asked = json.loads((site / "en/faq.json").read_text(encoding="utf-8"))["questions"]
    assert [each["url"] for each in asked if name == "help/first"] == []
    assert not [each for each in asked if "先打" in each["question"]]


def test_links_in_a_text_without_translation_stay_in_the_reader_s_language(small: Path) -> None:
    """Its markers and references speak the language of the text, and lead to pages of the reader's."""
    without_translation(small, "help/first")

    assert main.main(["all", *DAY], small) == ExitCode.CLEAN
    html = LexborHTMLParser((small / "site/en/help/first/index.html").read_text(encoding="utf-8"))
    links = {node.text(): node.attributes["href"] for node in html.css('article > div[lang="zh"] a')}
    assert links["《个人信息保护法》第十三条、第四十七条"] == "../../laws/pipl/#pipl-13"


def test_an_older_entry_of_a_register_says_so_in_its_index(small: Path) -> None:
    """In the reader's language, at that entry and nowhere else."""
    change(small, "docs/zh/_data/channels.yml", "人身危险。", "人身有危险。")
    change(small, "docs/zh/_data/laws.yml", "管别人怎么用你的信息。", "管谁能用你的信息。")
    change(small, "docs/zh/_data/terms.yml", 'definition: "', 'definition: "就是')

    assert main.main(["site", *DAY], small) == ExitCode.CLEAN
    sentence = "The Chinese text of this entry has changed since it was translated."
    page = (small / "site/en/laws/pipl/index.html").read_text(encoding="utf-8")
    assert page.count(sentence) == 1
    assert sentence not in (small / "site/en/laws/psap/index.html").read_text(encoding="utf-8")
    for name, anchor in (("channels", "channel-110"), ("glossary", "handler")):
        html = (small / f"site/en/{name}/index.html").read_text(encoding="utf-8")
        assert html.count(sentence) == 1, name
        heading, _, after = html.partition(sentence)[0].rpartition(" id=")
        assert after.startswith(f'"{anchor}"'), (name, heading[-80:])
        assert sentence not in (small / f"site/{name}/index.html").read_text(encoding="utf-8")


def test_status_is_one_table_a_language(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["status", *DAY], small) == ExitCode.CLEAN
    assert capsys.readouterr().out.splitlines() == [
        "English (en)   current  older  missing",
        "(top)                6      0        0",
        "help                 1      0        1",
        "interface.yml        1      0        0",
        "grammar.yml          1      0        0",
        "language.yml         1      0        0",
        "laws.yml             4      0        0",
        "channels.yml         5      0        0",
        "facts.yml            2      0        0",
        "terms.yml            1      0        0",
        "all                 22      0        1",
        "",
        "繁體中文 (zh-Hant): converted from zh by every build; written by hand: 0",
    ]


def test_the_handbook_s_translations_are_counted(real_content: Content) -> None:
    rows = progress.rows(real_content)
    pages = len([*real_content.written.pages_in(real_content.source_language.code)])

    for language in real_content.translated:
        mine = [row for row in rows if row.language == language.code and not row.part.endswith(".yml")]
        assert sum(row.current + row.older + row.missing for row in mine) == pages


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs/en/_data/translated.yml": b"\xff"}, "docs/en/_data/translated.yml:1:1: the file is not saved as UTF-8"),
        ({"docs/en/_data/translated.yml": "laws: ["}, "docs/en/_data/translated.yml:1:8: this line cannot be read"),
        ({"docs/en/_data/translated.yml": "laws:\n  a: b\n  a: c\n"}, "“a” stands twice; delete one"),
        ({"docs/en/_data/translated.yml": "laws: bcdfghjk\n"}, "“laws” has no words in 中文; delete the line"),
        (
            {"docs/en/index.md": "---\ntranslated:\n  page: a\n  page: b\n---\n\n一句话。\n"},
            "docs/en/index.md:4:3: “page” stands",
        ),
        (
            {"docs/en/index.md": "---\ntitle: x\ntranslated:\n- a\n---\n\nA sentence.\n"},
            "docs/en/index.md:3:1: add the line “  page: ",
        ),
        (
            {"docs/en/index.md": "---\nminor:\n  page: a\n---\n\nA sentence.\n"},
            "docs/en/index.md:2:1: “minor” is not known",
        ),
        (
            {"docs/zh/index.md": "---\ntranslated: {}\n---\n\n一句话。\n"},
            "docs/zh/index.md:2:1: “translated” is not known",
        ),
        (
            {"docs/zh/index.md": "---\nminor: 7\n---\n\n## x {#page}\n"},
            "docs/zh/index.md:5:1: “page” is what translations",
        ),
    ],
)
def test_what_is_broken_is_reported_on_its_line(
    small: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str | bytes], said: str
) -> None:
    write(small, files)

    assert main.main(["check", *DAY], small) == ExitCode.PROBLEMS
    assert said in capsys.readouterr().out


def test_a_section_that_is_not_translated_yet_is_named_to_readers(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever adds a section or a question in Chinese need not write the others; their readers learn of it."""
    added = (
        "## 新的一节 {#new}\n\n一句话。\n\n## 还要问吗？ {#ask .faq}\n\n先问清楚对方是哪一家公司，再决定还不还。\n\n"
    )
    change(small, ZH, "## 做什么 {#steps}", f"{added}## 做什么 {{#steps}}")

    assert main.main(["all", *DAY, "--format", "json"], small) == ExitCode.CLEAN
    said = json.loads(capsys.readouterr().out)
    assert [(each["severity"], each["rule"], each["path"]) for each in said] == [("note", "section-missing", EN)] * 2

    shown = banner(small, "en/help/first/index.html")
    assert shown is not None
    assert "have not been translated yet" in shown.text()
    assert [(node.attributes["href"], node.attributes["lang"], node.text()) for node in shown.css("a")] == [
        ("../../../help/first/#new", "zh", "新的一节"),
        ("../../../help/first/#ask", "zh", "还要问吗？"),
    ]
    assert "ask" not in (small / "site/en/faq.json").read_text(encoding="utf-8")
    assert banner(small, "help/first/index.html") is None
    assert banner(small, "zh-Hant/help/first/index.html") is None

    assert main.main(["translated", EN], small) == ExitCode.CLEAN
    assert "new" not in (small / EN).read_text(encoding="utf-8").partition("\n---\n")[0], "it would count as lost"
