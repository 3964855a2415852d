"""A build that remembers an earlier one publishes and reports the same, to the byte, as one that remembers nothing."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest

from conftest import TODAY
from making import ROOT, change, fingerprints, small_site, write
from once import once
from sitebuild.building import mkdocs_speed
from sitebuild.building.replace_site import SITE
from sitebuild.cli import stages
from sitebuild.memo import version
from sitebuild.memo.store import FOLDER, Store
from sitebuild.model.problem import Problem, ToolError
from sitebuild.reading import mkdocs_config

Edit = Callable[[Path], object]
Outcome = tuple[list[Problem] | str, dict[str, str]]
"""The problems, or what stopped the build; a hash of every file of the site, none if it was not published."""

DRAWING = '<svg viewBox="0 0 200 80"><text x="100" y="40" data-width="180" data-lines="2">{door}</text></svg>\n'
DRAWN = 'door:\n  title: "门"\n  description: "一扇门。"\n  labels: {door: "门"}\n'
LOST = "---\ntitle: 丢了\ndescription: 这一页不在菜单里，没有人找得到。\nreviewed: 2026-11-01\n---\n\n一句话。\n"
MOVED = 'help/first/#before: {to: "help/first/#steps", since: 2026-11-02, reason: "小节改了名"}\n'


LEFT = 'help/first/#gone: {to: "help/second/#when-english", since: 2026-11-02, reason: "搬到那一页"}\n'
MOVED_PAGE = 'help/old/: {to: "help/second/", since: 2026-11-02, reason: "改了名"}\n'


@pytest.fixture(scope="module")
def built(shared: Path) -> Path:
    """Return the root of a small site with a figure, a moved section, a licence and a cache; tests copy it."""

    def make(root: Path) -> None:
        small_site(root)
        write(
            root,
            {
                "docs/_data/figures/door.svg": DRAWING,
                "docs/zh/_data/figures.yml": DRAWN,
                "docs/en/_data/figures.yml": DRAWN.replace("门", "door").replace("一扇", "A "),
                "docs/_data/redirects.yml": MOVED,
            },
        )
        adding("docs/en/_data/translated.yml", "figures:\n  door: tcdjlbhh\n")(root)
        change(root, "docs/zh/help/second.md", "这一页只有中文。", "这一页只有中文。\n\n<!-- figure: door -->")
        assert build(root)[1], "the small site is published"

    return once(shared / "cached", make)


@pytest.fixture(scope="module")
def before(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return what a build of the small site says and publishes when nothing has been edited."""
    return build(copy(built, tmp_path_factory.mktemp("before")))


def copy(built: Path, folder: Path) -> Path:
    """Return the root of a copy of the small site, with what its build remembered."""
    root = folder / "cached"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns(SITE))
    return root


def build(root: Path, today: date = TODAY, *, remembers: bool = True) -> Outcome:
    """Build as the command does, and tell what came out."""
    site = root / SITE
    shutil.rmtree(site, ignore_errors=True)
    store = Store(root / FOLDER if remembers else None)
    try:
        work = stages.read(root, store, convert=True)
        problems = stages.build(work, today) if stages.is_readable(work) else stages.check(work, today)
    except ToolError as error:
        return str(error).replace(str(root), ""), {}
    store.save()
    return problems, fingerprints(site)


def in_file(name: str, old: str, new: str) -> Edit:
    return lambda root: change(root, name, old, new)


def adding(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, encoding="utf-8")

    return edit


def swapping(one: str, other: str) -> Edit:
    def edit(root: Path) -> None:
        first, second = (root / one).read_bytes(), (root / other).read_bytes()
        (root / one).write_bytes(second)
        (root / other).write_bytes(first)

    return edit


def renaming(root: Path) -> None:
    (root / "docs/zh/help/second.md").rename(root / "docs/zh/help/third.md")
    change(root, "mkdocs.yml", "help/second.md", "help/third.md")
    for code in ("zh", "en"):
        change(root, f"docs/{code}/index.md", "help/second.md", "help/third.md")


def converting(root: Path) -> None:
    change(root, "docs/zh-Hant/_data/conversion.yml", "联系统一 联系 ", "联系统一 ")
    change(root, "docs/zh-Hant/_data/conversion.yml", "关系 干系", "关系 联系 干系")


def translating(root: Path) -> None:
    text = (root / "docs/zh/help/second.md").read_text(encoding="utf-8")
    write(root, {"docs/en/help/second.md": re.sub("[\u4e00-\u9fff]+", "words ", text)})


FIRST, SECOND, INDEX = "docs/zh/help/first.md", "docs/zh/help/second.md", "docs/zh/index.md"
EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "a sentence": in_file(FIRST, "然后记下时间。", "然后记下时间和地点。"),
    "a sentence of a translation": in_file("docs/en/help/first.md", "Then note the time.", "Then write down the time."),
    "a heading that another page links to, removed": in_file(FIRST, "## 先打哪个电话？ {#call .faq}\n", ""),
    "the id of a heading that another page links to": in_file(FIRST, "{#call .faq}", "{#whom .faq}"),
    "the words of a heading": in_file(FIRST, "## 做什么 {#steps}", "## 接着做什么 {#steps}"),
    "a heading put before another": in_file(FIRST, "## 做什么", "## 新的 {#new}\n\n一句话。\n\n## 做什么"),
    "a title": in_file(FIRST, "title: 第一步", "title: 头一步"),
    "the title of a translation": in_file("docs/en/help/first.md", "title: First step", "title: Step one"),
    "the title of a page without translation": in_file(SECOND, "title: 第二页", "title: 第二张"),
    "a description": in_file(FIRST, "写给刚出事的人", "写给刚出了事的人"),
    "the day of a review": in_file(FIRST, "reviewed: 2026-11-02", "reviewed: 2026-11-05"),
    "a note of changes": in_file(FIRST, "2026-11-02", "2026-11-02\nchanges:\n  2026-11-02: 改了一句"),
    "a question added": adding(SECOND, "\n## 还有别的吗？ {#more .faq}\n\n没有别的了，这里只是再问一次，看看索引。\n"),
    "a question asked twice": adding(SECOND, "\n## 先打哪个电话？ {#again .faq}\n\n先打报警电话，别的事再联系银行。\n"),
    "the answer to a question": in_file(SECOND, "有人翻译了这一页以后", "等有人翻译了这一页以后"),
    "a law cited on one more page": adding(SECOND, "\n## 依据 {#law}\n\n见[](law:psap/50)。\n\n<!-- sources -->\n"),
    "a phone number typed": adding(SECOND, "\n打12363。\n"),
    "a link that leads nowhere": in_file(INDEX, "help/second.md", "help/nowhere.md"),
    "a link to no section": in_file(INDEX, "help/first.md#call", "help/first.md#nowhere"),
    "front matter broken": in_file(FIRST, "title: 第一步", "title: [第一步"),
    "front matter without a title": in_file(FIRST, "title: 第一步\n", ""),
    "a page emptied": lambda root: write(root, {SECOND: ""}),
    "a page not in UTF-8": lambda root: write(root, {SECOND: "第二页".encode("gb18030")}),
    "a page renamed": renaming,
    "a page deleted": lambda root: (root / SECOND).unlink(),
    "a translation deleted": lambda root: (root / "docs/en/help/first.md").unlink(),
    "a page translated": translating,
    "two pages swapped": swapping(FIRST, SECOND),
    "a page outside the menu": adding("docs/zh/help/lost.md", LOST),
    "a page in the other script by hand": lambda root: write(
        root, {"docs/zh-Hant/help/second.md": (root / SECOND).read_text("utf-8").replace("这一页", "這一頁")}
    ),
    "the order of the menu": in_file("mkdocs.yml", "  - faq.md\n  - channels.md\n", "  - channels.md\n  - faq.md\n"),
    "an option of mkdocs.yml": in_file("mkdocs.yml", "copyright: CC BY-SA 4.0", "copyright: CC BY 4.0"),
    "an extension of Markdown": in_file("mkdocs.yml", "  - attr_list", "  - sane_lists"),
    "the section with the emergency line": in_file("mkdocs.yml", "emergency: []", "emergency: [help]"),
    "where corrections are proposed": in_file("mkdocs.yml", '!ENV [REPO_URL, ""]', '"https://forge.example/x/"'),
    "a language no longer published": in_file("mkdocs.yml", "h\n          build: true", "h\n          build: false"),
    "the value of a fact": in_file("docs/_data/facts.yml", "value: 20", "value: 15"),
    "the words of a fact": in_file("docs/en/_data/facts.yml", "Time to answer", "Time for an answer"),
    "a phone number": in_file("docs/_data/channels.yml", '"12110010"', '"12110011"'),
    "an entry checked later": in_file("docs/_data/terms.yml", "checked: 2026-11-01", "checked: 2026-11-09"),
    "an entry overdue": in_file("docs/_data/terms.yml", "review_by: 2027-11-01", "review_by: 2026-11-20"),
    "the name of a law": in_file("docs/zh/_data/laws.yml", 'cite: "《个人信息保护法》"', 'cite: "《个保法》"'),
    "what an article says": in_file("docs/en/_data/laws.yml", "must be deleted.", "must be erased."),
    "the title of a law": in_file("docs/zh/_data/laws.yml", 'title: "治安管理处罚法"', 'title: "治安处罚法"'),
    "a law repealed": in_file("docs/_data/laws.yml", "11-01\n  status: in-force", "11-01\n  status: repealed"),
    "a register broken": in_file("docs/_data/terms.yml", "handler:", "handler: ["),
    "a term": in_file("docs/en/_data/terms.yml", 'term: "personal information handler"', 'term: "information handler"'),
    "the record of a translation": in_file("docs/en/_data/translated.yml", "handler: dbjrtslh", "handler: bbbbbbbb"),
    "a word of the interface": in_file("docs/zh/_data/interface.yml", "not_advice:", "not_advice: 改过了 #"),
    "the name of a section": in_file("docs/zh/_data/language.yml", "求助", "求救"),
    "the name of the site": in_file("docs/en/_data/language.yml", "Small site", "Smaller site"),
    "the fonts of a language": adding("docs/en/_data/language.yml", "fonts: Georgia, serif\n"),
    "a form of the conversion table": converting,
    "the words of a figure": in_file("docs/zh/_data/figures.yml", "一扇门", "一扇大门"),
    "a drawing": in_file("docs/_data/figures/door.svg", 'y="40"', 'y="44"'),
    "an address moved": adding("docs/_data/redirects.yml", MOVED_PAGE),
    "a section no longer moved": in_file("docs/_data/redirects.yml", MOVED, ""),
    "a section that left its page": adding("docs/_data/redirects.yml", LEFT),
    "an address once published": adding("docs/_data/urls.txt", "gone/\n"),
    "a tolerated link": adding("docs/_data/link-exceptions.yml", "- rule: page-missing\n"),
    "a template": in_file("overrides/partials/footer.html", "<footer class", '<footer data-new="1" class'),
    "the template of the page 404": in_file("overrides/404.html", "<article class", '<article data-new="1" class'),
    "a style sheet": adding("overrides/assets/stylesheets/site.css", "\n.foot { color: red; }\n"),
    "a script": adding("overrides/assets/javascripts/handbook.js", "\nwindow.more = 1;\n"),
    "a picture": in_file("docs/assets/circle.svg", "<svg", "<svg "),
    "a picture deleted": lambda root: (root / "docs/assets/circle.svg").unlink(),
    "a number of a real person": adding("docs/zh/help/second.md", f"\n打138{0:08}。\n"),
}  # fmt: skip


# Each builds twice. By day every other one, at night all.
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.nightly] if at % 3 else []) for at, name in enumerate(EDITS)]
)
def test_after_an_edit_a_warm_build_is_a_cold_one(built: Path, before: Outcome, tmp_path: Path, name: str) -> None:
    root = copy(built, tmp_path)
    EDITS[name](root)

    warm, cold = build(root), build(root, remembers=False)

    assert warm == cold
    assert (cold == before) is (name == "nothing")


def test_what_was_remembered_of_two_states_is_not_mixed(built: Path, before: Outcome, tmp_path: Path) -> None:
    """An author goes back and forth between two versions."""
    root = copy(built, tmp_path)
    change(root, FIRST, "title: 第一步", "title: 头一步")
    after = build(root)
    change(root, FIRST, "title: 头一步", "title: 第一步")
    assert build(root) == before
    change(root, FIRST, "title: 第一步", "title: 头一步")
    assert build(root) == after != before


def test_on_another_day_facts_are_judged_by_that_day(built: Path, before: Outcome, tmp_path: Path) -> None:
    root = copy(built, tmp_path)
    later = date(2026, 12, 24)

    assert build(root, later) == build(root, later, remembers=False) != before


def test_other_hooks_or_variables_are_another_site(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process runs the hooks that it has loaded, so no edit above can tell."""
    root = copy(built, tmp_path)
    known = {mkdocs_config.depends_on(root)}
    change(root, "scripts/hooks.py", "    on_page_content,\n", "")
    known.add(mkdocs_config.depends_on(root))
    monkeypatch.setenv("SITE_URL", "https://handbook.example/")
    known.add(mkdocs_config.depends_on(root))

    assert len(known) == 3


def test_templates_of_pages_ask_for_no_other_page() -> None:
    """A finished page is known by the titles and addresses of the others, not by what else is on them."""
    templates = list((ROOT / "overrides").rglob("*.html"))

    assert [path.name for path in templates if re.search(r"(?<![\w./])content\.", path.read_text("utf-8"))] == []


def test_nothing_is_rendered_twice(
    built: Path, before: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this the others would pass with a cache that never knows anything."""
    root = copy(built, tmp_path)
    # Words around the pages are rendered for each language; this is the renderer of pages alone.
    monkeypatch.setattr(mkdocs_speed, "_renderer", None)

    assert build(root) == before


def test_another_program_believes_nothing(
    built: Path, before: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy(built, tmp_path)
    monkeypatch.setattr(version, "of_program", lambda: b"another program!")
    rendered = []
    convert = markdown.Markdown.convert

    def noted(*given: Any) -> str:
        rendered.append(given)
        return convert(*given)

    monkeypatch.setattr(markdown.Markdown, "convert", noted)

    assert build(root) == before
    assert rendered


@pytest.mark.parametrize("harm", ["cut off", "emptied", "a bit changed", "foreign", "a folder", "unreadable folder"])
def test_a_damaged_cache_is_as_good_as_none(built: Path, before: Outcome, tmp_path: Path, harm: str) -> None:
    root = copy(built, tmp_path)
    for path in sorted((root / FOLDER).iterdir()):
        content = path.read_bytes()
        half = len(content) // 2
        if harm == "a folder":
            path.unlink()
            path.mkdir()
        elif harm != "unreadable folder":
            changed = {
                "cut off": content[:half],
                "emptied": b"",
                "a bit changed": content[:half]
                + bytes(each ^ 1 for each in content[half : half + 1])
                + content[half + 1 :],
                "foreign": b"not ours at all",
            }
            path.write_bytes(changed[harm])
    if harm == "unreadable folder":
        shutil.rmtree(root / FOLDER)
        (root / FOLDER).write_text("a file where the folder should be", encoding="utf-8")

    assert build(root) == before
