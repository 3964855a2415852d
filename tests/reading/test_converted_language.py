"""A language that is converted from another: complete, stable, and overruled by what somebody wrote."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from making import HEAD, change, write
from sitebuild import checks
from sitebuild.cli import main
from sitebuild.cli.options import ExitCode
from sitebuild.model import register_paths
from sitebuild.model.content import Content
from sitebuild.reading import converted_language, docs_folder, mkdocs_config
from sitebuild.text.traditional_chinese import is_traditional

DAY = ["--today", "2026-11-23"]
HUMAN = ("title", "alt", "aria-label", "content")


def html(root: Path, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((root / place).read_text(encoding="utf-8"))


def test_there_is_a_page_for_every_page_and_an_entry_for_every_entry(real_content: Content) -> None:
    words = real_content.registers.words

    assert [page.name for page in real_content.pages_in("zh-Hant")] == [
        page.name for page in real_content.pages_in("zh")
    ]
    assert [page.route for _, page, _ in real_content.questions("zh-Hant")] == [
        page.route for _, page, _ in real_content.questions("zh")
    ]
    for register in register_paths.WITH_WORDS:
        assert list(getattr(words["zh-Hant"], register)) == list(getattr(words["zh"], register))
    assert real_content.interface["zh-Hant"].keys() == real_content.interface["zh"].keys()
    names = [real_content.language(code).site_name for code in ("zh", "zh-Hant")]
    assert len({len(name) for name in names}) == 1
    assert len(set(names)) == len(names)


def test_sections_and_links_are_those_of_the_source(real_content: Content) -> None:
    for page in real_content.pages_in("zh-Hant"):
        original = real_content.page("zh", page.name)
        assert original
        assert [each.anchor for each in page.sections] == [each.anchor for each in original.sections]
        assert [each.target for each in page.links] == [each.target for each in original.links]
        assert [each.target for each in page.references] == [each.target for each in original.references]
        assert page.front_matter.values.keys() == original.front_matter.values.keys()
        assert page.path == original.path


def test_converting_twice_changes_nothing(real_content: Content) -> None:
    """Else a correction by hand would drift away when somebody converts it again."""
    words = real_content.registers.words["zh-Hant"]
    to_own_script = words.to_own_script
    assert to_own_script
    texts = [page.source for page in real_content.pages_in("zh-Hant")]
    texts += [
        repr(getattr(words, each.name)) for each in fields(words) if each.name not in ("to_own_script", "conversion")
    ]
    texts += [*real_content.interface["zh-Hant"].values()]
    texts += [
        to_own_script(word)
        for forms in words.conversion.values()
        for words_of in forms.values()
        for word in words_of.split()
    ]

    assert [text for text in texts if converted_language.converted(text, to_own_script) != text] == []


def test_no_simplified_character_is_left_on_any_page(real_site: Path) -> None:
    """But in words that are marked as another language."""
    left: dict[str, str] = {}
    for path in (real_site / "zh-Hant").rglob("*.html"):
        root = LexborHTMLParser(path.read_text(encoding="utf-8")).root
        assert root
        assert root.attributes["lang"] == "zh-Hant"
        text = "".join(dict.fromkeys(own_text(root)))
        if found := "".join(each for each in dict.fromkeys(text) if not is_traditional(each)):
            left[path.relative_to(real_site).as_posix()] = found
    faq = json.loads((real_site / "zh-Hant/faq.json").read_text(encoding="utf-8"))

    assert left == {}
    assert is_traditional(json.dumps(faq, ensure_ascii=False))


def own_text(node: LexborNode) -> list[str]:
    """Return the texts below a node, and the attributes for people, that are in the page's own language."""
    found = []
    child = node.child
    while child is not None:
        if child.is_text_node:
            found.append(child.text(deep=False))
        elif child.is_element_node and child.attributes.get("lang", "zh-Hant") == "zh-Hant":
            found += [child.attributes.get(name) or "" for name in HUMAN]
            found += own_text(child)
        child = child.next
    return found


def test_a_converted_page_is_a_page_like_any_other(miniature: Path) -> None:
    """In its own name, its own index, the sitemap and the head: no notice, nothing kept from search engines."""
    site = miniature / "site"
    page = html(site, "zh-Hant/help/second/index.html")
    title, description = page.css_first("title"), page.css_first("meta[name=description]")

    assert title
    assert description
    assert title.text() == "第二頁 · 小網站"
    assert "用來檢查" in (description.attributes["content"] or "")
    assert page.css_first("meta[name=robots]") is None
    canonical = page.css_first("link[rel=canonical]")
    assert canonical
    assert canonical.attributes["href"] == "http://127.0.0.1:8000/zh-Hant/help/second/"
    assert [node.attributes["hreflang"] for node in page.css("link[hreflang]")] == ["zh", "x-default", "zh-Hant"]
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert 'hreflang="zh-Hant" href="http://127.0.0.1:8000/zh-Hant/help/second/"' in sitemap
    questions = json.loads((site / "zh-Hant/faq.json").read_text(encoding="utf-8"))["questions"]
    assert "什麼時候有英文？" in [each["question"] for each in questions]
    laws = json.loads((site / "data/laws.json").read_text(encoding="utf-8"))["entries"]
    assert laws["pipl"]["words"]["zh-Hant"]["title"] == "個人信息保護法"


def test_what_somebody_wrote_wins(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page, a word around the pages, the name of a section: each alone, the rest is converted."""
    question = "## 甚麼時候有英文？ {#when-english .faq}"
    page = f"{HEAD}\n{question}\n\n手寫的答案比轉換的長，依據是[](law:pipl/47)，號碼是[](phone:110)。\n"
    write(
        small,
        {
            "docs/zh-Hant/help/second.md": page,
            "docs/zh-Hant/_data/interface.yml": 'menu: "選單"\n',
            "docs/zh-Hant/_data/language.yml": 'generated_from: zh\nsections:\n  help: "幫手"\n',
        },
    )

    assert main.main(["translated", "docs/zh-Hant/help/second.md"], small) == ExitCode.CLEAN
    assert main.main(["site", *DAY], small) == ExitCode.CLEAN, capsys.readouterr().out

    second = html(small / "site", "zh-Hant/help/second/index.html")
    article, menu, button = (second.css_first(each) for each in ("article", "nav.menu", ".menu__label"))
    assert article
    assert menu
    assert button
    assert "手寫的答案" in article.text()
    assert "《個人信息保護法》第四十七條" in article.text()
    assert "幫手" in menu.text()
    assert button.text() == "選單"
    assert "手寫的答案" in (small / "site/zh-Hant/faq.json").read_text(encoding="utf-8")
    assert "手寫的答案" not in (small / "site/zh-Hant/help/first/index.html").read_text(encoding="utf-8")


def test_a_fault_is_reported_once_and_in_the_file_that_somebody_wrote(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(small, "docs/zh/help/second.md", "## ", "[死路](gone.md)\n\n## ")

    assert main.main(["site", "--format", "json", *DAY], small) == ExitCode.PROBLEMS
    found = [(each["path"], each["rule"]) for each in json.loads(capsys.readouterr().out)]
    assert found == [("docs/zh/help/second.md", "link-broken")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [], id="nothing wrong"),
        pytest.param({"laws.yml": "pipl: {}\n"}, ["words-generated"], id="words of a register"),
        pytest.param(
            {"language.yml": "generated_from: en\n"},
            ["generated-from-unknown", "interface-key-missing"],
            id="another source",
        ),
        pytest.param({"interface.yml": 'gone: "x"\n'}, ["interface-key-unknown"], id="a word that is not used"),
        pytest.param({"conversion.yml": "臺: 台\n发:\n  else: 發\n  髮: 头发\n"}, [], id="a good form"),
        pytest.param({"conversion.yml": "臺: 1\n"}, ["register-entry-wrong"], id="a form that is no text"),
    ],
)
def test_what_the_folder_of_a_converted_language_may_hold(
    small: Path, files: dict[str, str], expected: list[str]
) -> None:
    write(small, {f"docs/zh-Hant/_data/{name}": text for name, text in files.items()})
    site = mkdocs_config.load(small)
    content, problems = docs_folder.read(site.root, site.docs, site.languages, site.guides)

    assert sorted({each.rule for each in problems + checks.run(content)} - {"interface-missing"}) == expected
