"""One careless edit at a time, through the real command: one message, on its line, that says what to type."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from making import HEAD, change, small_site, write
from once import once
from sitebuild.cli import main

FIRST, ENGLISH, HOME = "docs/zh/help/first.md", "docs/en/help/first.md", "docs/zh/index.md"
FACTS, CHANNELS, LAWS = "docs/_data/facts.yml", "docs/_data/channels.yml", "docs/_data/laws.yml"
WORDS = "docs/zh/_data/interface.yml"
BODY = 21
"""The line at which `adding` puts a text."""
LONGEST = 240
Edit = Callable[[Path], object]


def replacing(old: str, new: str, name: str = FIRST) -> Edit:
    return lambda root: change(root, name, old, new)


def adding(text: str) -> Edit:
    return lambda root: change(root, FIRST, "1. 记下", f"{text}\n\n1. 记下")


def as_bytes(edit: Callable[[bytes], bytes], name: str = FIRST) -> Edit:
    return lambda root: (root / name).write_bytes(edit((root / name).read_bytes()))


def making(name: str, data: str | bytes) -> Edit:
    return lambda root: write(root, {name: data})


def linked(root: Path) -> None:
    (root / FIRST).rename(root / "elsewhere.md")
    (root / FIRST).symlink_to(root / "elsewhere.md")


def with_tabs(root: Path) -> None:
    for name, box in ((FIRST, '\n!!! note "手机"\n\t不要转账。\n'), (ENGLISH, '\n!!! note "Phone"\n\tDo not pay.\n')):
        write(root, {name: (root / name).read_text("utf-8") + box})


def swapped(root: Path) -> None:
    """Swap two names in the translation; in the source that makes the translation older, which is a note."""
    for old, new in (("{#signs", "{#x"), ("{#call", "{#signs"), ("{#x", "{#call")):
        change(root, ENGLISH, old, new)


ACCEPTED: dict[str, Edit] = {
    "ends of lines of Windows": as_bytes(lambda text: text.replace(b"\n", b"\r\n")),
    "a byte order mark": as_bytes(lambda text: b"\xef\xbb\xbf" + text),
    "spaces in an address": replacing("[链接](#call)", "[链接]( #call )"),
    "a link to the page itself": replacing("[链接](#call)", "[链接](first.md#call)"),
    "a nested list": adding("- 一\n    - 二"),
    "a table": adding("| 一 | 二 |\n|---|:---:|\n| 甲 | `a|b` |"),
    "a quotation of several paragraphs": adding("> 一\n>\n> 二"),
    "words in another language": adding('写<span lang="en">Hello</span>。'),
    "a box with the indent of a tab": with_tabs,
    "a title of a standard with a space": adding("《信息安全技术 个人信息安全规范》里也写着。"),
    "numbers and a day that no translation has yet": adding("约10分钟，3月5日再看一遍，费率是95%。"),
    "an account that is masked": adding("例如转到6222××××0000。"),
    "a link whose words are its host": adding("到[www.gov.cn](https://www.gov.cn/)看。"),
    "a price in dollars": adding("会费US$5，年费US$50，a=1。"),
    "a known class": adding('<div class="calls" markdown>\n\n- 一\n\n</div>'),
}
REFUSED: dict[str, tuple[Edit, str, int, str]] = {
    "a quotation mark left open in front matter": (
        replacing("title: 第一步", 'title: "第一步'), FIRST, 2, "front-matter-broken"),
    "an indent in front matter": (replacing("description:", "  description:"), FIRST, 3, "front-matter-broken"),
    "a full-width colon in front matter": (replacing("reviewed: ", "reviewed："), FIRST, 4, "front-matter-broken"),
    "a tab in front matter": (replacing("description: ", "\tdescription: "), FIRST, 3, "front-matter-broken"),
    "a colon in a title": (replacing("title: 第一步", "title: 第一步: 打电话"), FIRST, 2, "front-matter-broken"),
    "curly quotation marks in front matter": (replacing("title: 第一步", "title: “第一步”"), FIRST, 2, "title-empty"),
    "a key twice": (replacing("reviewed:", "title: 又\nreviewed:"), FIRST, 4, "front-matter-key-doubled"),
    "a list for a title": (replacing("title: 第一步", "title: [第一步]"), FIRST, 2, "title-empty"),
    "an unknown key": (replacing("reviewed:", "author: 某人\nreviewed:"), FIRST, 4, "front-matter-key-unknown"),
    "no front matter": (as_bytes(lambda text: text.split(b"---\n", 2)[2]), FIRST, 1, "front-matter-missing"),
    "an empty line first": (as_bytes(lambda text: b"\n" + text), FIRST, 2, "front-matter-missing"),
    "slashes in a date": (replacing("2026-11-02", "2026/11/02"), FIRST, 4, "reviewed-not-a-date"),
    "a day in the future": (replacing("2026-11-02", "2036-12-31"), FIRST, 4, "day-impossible"),
    "full-width brackets": (replacing("[链接](#call)", "[链接]（#call）"), FIRST, 17, "markup-full-width"),
    "a merge that is not finished": (
        replacing("1. 记下时间。", "<<<<<<< HEAD\n1. 记下时间。\n=======\n1. 写下时间。\n>>>>>>> branch"),
        FIRST, BODY, "merge-unresolved"),
    "a folder of no language": (making("docs/fr/a.md", f"{HEAD}文字。\n"), "docs/fr", 1, "folder-unknown"),
    "a name twice": (replacing("{#steps}", "{#law}"), FIRST, 24, "anchor-doubled"),
    "a fact that is used and gone": (
        replacing("reply-days:", "reply-day:", FACTS), FACTS, 1, "register-words-unmatched"),
    "code that does not end": (adding("```\n代码"), FIRST, BODY, "fence-unclosed"),
    "a picture that is not there": (replacing("circle.svg", "cirle.svg", HOME), HOME, 10, "link-broken"),
    "a cell too many": (adding("| 一 | 二 |\n|---|---|\n| 甲 | 乙 | 丙 |"), FIRST, BODY + 2, "table-malformed"),
    "a table with full-width signs": (adding("｜一｜二｜\n｜---｜---｜\n｜甲｜乙｜"), FIRST, BODY, "markup-full-width"),
    "a list nested by two spaces": (adding("- 一\n  - 二"), FIRST, BODY + 1, "markup-indent"),
    "a list glued to a sentence": (adding("要准备：\n- 身份证"), FIRST, BODY + 1, "markup-empty-line"),
    "a comment that does not end": (adding("<!-- 草稿"), FIRST, BODY, "markup-unclosed"),
    "a misspelt marker": (replacing("<!-- sources -->", "<!-- souces -->"), FIRST, 30, "markup-unknown"),
    "a misspelt kind of reference": (replacing("(fact:", "(fakt:"), FIRST, 26, "markup-unknown"),
    "a full-width bracket at the end of a reference": (
        replacing("(fact:reply-days)", "(fact:reply-days）"), FIRST, 26, "markup-unclosed"),
    "a misspelt fact": (replacing("fact:reply-days", "fact:reply-dayz"), FIRST, 26, "reference-unknown"),
    "an article that the law has not": (replacing("pipl/13,47", "pipl/13,99"), FIRST, 26, "reference-unknown"),
    "a heading that skips a level": (
        replacing("## 做什么", "#### 做什么"), FIRST, 19, "heading-skips-level"),
    "a full-width sign of a heading": (replacing("## 做什么", "＃＃ 做什么"), FIRST, 19, "markup-full-width"),
    "no space in a heading": (replacing("## 做什么", "##做什么"), FIRST, 19, "markup-spacing"),
    "no space before a name": (replacing("做什么 {#", "做什么{#"), FIRST, 19, "markup-spacing"),
    "a name in Chinese": (replacing("{#steps}", "{#步骤}"), FIRST, 19, "anchor-malformed"),
    "a name without its sign": (replacing("{#steps}", "{-steps}"), FIRST, 19, "html-forbidden"),
    "another name in a translation": (
        replacing("{#steps}", "{#stepz}", ENGLISH), ENGLISH, 25, "section-unknown-in-source"),
    "bold that does not end": (replacing("保存截图。", "**保存截图。"), FIRST, 22, "markup-unclosed"),
    "a box whose text is not indented": (adding('!!! warning "先别急"\n先挂断。'), FIRST, BODY + 1, "box-malformed"),
    "a box with an indent of two": (adding('!!! danger "危险"\n  先挂断。'), FIRST, BODY + 1, "box-malformed"),
    "a box of an unknown kind": (adding('!!! tip "好"\n    先挂断。'), FIRST, BODY, "box-malformed"),
    "a link by name without its line": (replacing("[链接](#call)", "[链接][call]"), FIRST, 17, "markup-unclosed"),
    "a footnote": (replacing("保存截图。", "保存截图[^1]。\n\n[^1]: 见说明。"), FIRST, 22, "markup-foreign"),
    "an invisible sign": (replacing("(#call)", "(#\u200bcall)"), FIRST, 17, "character-invisible"),
    "a zero byte": (replacing("保存截图", "保存\0截图"), FIRST, 22, "character-invisible"),
    "a path of Windows": (replacing("(#call)", "(..\\index.md)"), FIRST, 17, "markup-foreign"),
    "an answer that is missing": (
        replacing("有人身危险先打[](phone:110)，没有危险先联系银行。\n然后记下时间。\n", ""),
        FIRST, 10, "answer-missing"),
    "a typed number": (replacing("[](phone:110)，没有", "110，没有"), FIRST, 12, "hotline-typed"),
    "an ID that may be somebody's": (
        replacing("截图。", "截图" + "11010519491231" + "002X。"), FIRST, 22, "personal-data"),
    "the same in full-width digits": (
        replacing("截图。", "截图" + "１１０１０５１９４９１２３１" + "００２Ｘ。"), FIRST, 22, "personal-data"),
    "a sign after an address": (
        replacing("保存截图。", "保存截图，https://www.gov.cn/。"), FIRST, 22, "address-glued-to-chinese"),
    "a line without an end": (adding("字" * 6000), FIRST, BODY, "line-too-long"),
    "brackets without an end": (adding("[" * 3000 + "]" * 3000), FIRST, BODY, "line-too-long"),
    "an empty file": (as_bytes(lambda _: b""), FIRST, 1, "file-empty"),
    "no text at all": (as_bytes(lambda _: bytes(range(256)) * 20), FIRST, 2, "file-not-utf8"),
    "a page in GBK": (as_bytes(lambda text: text.decode().encode("gbk")), FIRST, 2, "file-not-utf8"),
    "a symbolic link": (linked, FIRST, 1, "file-link"),
    "a page that is gone": (
        lambda root: (root / "docs/zh/help/second.md").unlink(), "mkdocs.yml", 33, "nav-page-missing"),
    "a page that is gone, and its translation is not": (
        lambda root: (root / FIRST).unlink(), ENGLISH, 1, "translation-without-original"),
    "capitals in a name": (
        making("docs/zh/help/Third.md", f"{HEAD}文字。\n"), "docs/zh/help/Third.md", 1, "file-name"),
    "a space in a name": (making("docs/zh/help/a b.md", f"{HEAD}文字。\n"), "docs/zh/help/a b.md", 1, "file-name"),
    "a page twice in the menu": (
        replacing("      - help/second.md\n", "      - help/second.md\n" * 2, "mkdocs.yml"),
        "mkdocs.yml", 34, "nav-page-doubled"),
    "a picture": (making("docs/assets/qr.png", b"\x89PNG" * 9), "docs/assets/qr.png", 1, "file-kind"),
    "a style in a drawing": (
        making("docs/assets/circle.svg", '<svg viewBox="0 0 1 1">\n<style></style>\n</svg>\n'),
        "docs/assets/circle.svg", 2, "drawing-forbidden"),
    "a document of a text processor": (making("docs/zh/help/a.docx", b"PK"), "docs/zh/help/a.docx", 1, "file-kind"),
    "a quotation mark left open in a register": (
        replacing('main: "110"', 'main: "110', CHANNELS), CHANNELS, 5, "register-broken"),
    "quotation marks inside of a text": (
        replacing('source: "', 'source: "甲"', FACTS), FACTS, 6, "register-broken"),
    "words for a number": (replacing("value: 20", "value: twenty", FACTS), FACTS, 3, "fact-value"),
    "a number below zero": (replacing("value: 20", "value: -20", FACTS), FACTS, 3, "fact-value"),
    "a sign behind a number": (replacing("value: 20", "value: 20%", FACTS), FACTS, 3, "fact-value"),
    "a day that no month has": (
        replacing("checked: 2026-11-01", "checked: 2026-13-01", FACTS), FACTS, 8, "register-broken"),
    "a law from before the state": (
        replacing("issued: ", "issued: 1926-01-01 # ", LAWS), LAWS, 6, "day-impossible"),
    "a number without quotation marks": (
        replacing('main: "12363"', "main: 12363", CHANNELS), CHANNELS, 25, "register-entry-wrong"),
    "letters in a number": (
        replacing('main: "12363"', 'main: "12363a"', CHANNELS), CHANNELS, 25, "register-entry-wrong"),
    "a space in an address": (
        replacing("www.pbc.gov.cn", "www.pbc gov.cn", CHANNELS), CHANNELS, 26, "register-entry-wrong"),
    "an empty register": (making(FACTS, ""), FACTS, 1, "register-missing"),
    "a register that is gone": (lambda root: (root / FACTS).unlink(), FACTS, 1, "register-missing"),
    "words of a register in GBK": (
        as_bytes(lambda text: text.decode().encode("gbk"), "docs/zh/_data/facts.yml"),
        "docs/zh/_data/facts.yml", 1, "file-not-utf8"),
    "a tab in the settings": (replacing("nav:\n", "nav:\n\t- a.md\n", "mkdocs.yml"), "mkdocs.yml", 18, "mkdocs"),
    "bold with full-width stars": (adding("＊＊先截图＊＊再挂断。"), FIRST, BODY, "markup-full-width"),
    "a full-width backtick": (adding("写成｀代码｀。"), FIRST, BODY, "markup-full-width"),
    "a quotation with a closing bracket": (adding("》先截图。"), FIRST, BODY, "markup-full-width"),
    "a link in brackets of titles": (adding("看【第二页】（second.md）。"), FIRST, BODY, "markup-full-width"),
    "a link the other way round": (adding("看(第二页)[second.md]。"), FIRST, BODY, "markup-foreign"),
    "a link with a title in curly marks": (adding("看[第二页](second.md “看这里”)。"), FIRST, BODY, "markup-foreign"),
    "a link to a page as it is published": (adding("看[第二页](second.html)。"), FIRST, BODY, "link-broken"),
    "a link to a folder": (adding("看[第二页](second/)。"), FIRST, BODY, "link-broken"),
    "a link to a host that nobody knows": (
        adding("看[这个网站](https://refund.example.cn/)。"), FIRST, BODY, "domain-unlisted"),
    "a picture of another host": (adding("![图](https://pictures.example.cn/a.png)"), FIRST, BODY, "domain-unlisted"),
    "a table out of a spreadsheet": (adding("信息\t能删吗\n通讯录\t能"), FIRST, BODY, "markup-foreign"),
    "a sign of a word processor": (adding("\uf0b7 先截图"), FIRST, BODY, "character-invisible"),
    "a face of a messenger": (adding("先截图[微笑]再挂断。"), FIRST, BODY, "chinese-half-width"),
    "straight quotation marks": (adding('他说"先还一半"，不要信。'), FIRST, BODY, "chinese-half-width"),
    "a space between two words": (adding("先 挂断，再报警。"), FIRST, BODY, "chinese-gap"),
    "a space that is none": (adding("先挂断\u3000再报警。"), FIRST, BODY, "chinese-gap"),
    "full-width letters": (adding("打开ＡＰＰ看一看。"), FIRST, BODY, "markup-full-width"),
    "Chinese punctuation in English": (
        replacing("Note the time.", "Note，the time.", ENGLISH), ENGLISH, 27, "markup-full-width"),
    "a box with two signs": (adding('!! warning "先别急"\n\n    先挂断。'), FIRST, BODY, "box-malformed"),
    "search words in Chinese brackets": (
        replacing("reviewed:", "search: 【存证】\nreviewed:"), FIRST, 4, "search-word-empty"),
    "an article without its law": (adding("第四十七条写着，你可以要求删除。"), FIRST, BODY, "article-typed"),
    "two names of sections changed about": (swapped, ENGLISH, 16, "section-order"),
    "a name of a section that links lead to": (
        replacing("{#call .faq}", "{#Call .faq}"), FIRST, 10, "anchor-malformed"),
    "a page twice in its file": (as_bytes(lambda text: text * 2), FIRST, 31, "front-matter-broken"),
    "a page without a text": (as_bytes(lambda text: text[: text.index(b"---\n", 4) + 4]), FIRST, 5, "file-empty"),
    "a page of another ending": (
        lambda root: (root / FIRST).rename(root / "docs/zh/help/first.txt"), "docs/zh/help/first.txt", 1, "file-kind"),
    "a page that is not in the menu": (
        making("docs/zh/help/third.md", f"{HEAD}文字。\n"), "docs/zh/help/third.md", 1, "page-outside-menu"),
    "a register of an unknown name": (
        making("docs/_data/hotlines.yml", "a: 1\n"), "docs/_data/hotlines.yml", 1, "file-kind"),
    "a fact without its unit": (replacing("  unit: days\n", "", FACTS), FACTS, 3, "fact-value"),
    "a blank of a fact that has another name": (
        replacing("{fine}", "{fin}", "docs/zh/_data/facts.yml"), "docs/zh/_data/facts.yml", 6, "fact-text"),
    "a host with its scheme": (
        replacing("gov.cn:", '"https://gov.cn":', "docs/_data/domains.yml"),
        "docs/_data/domains.yml", 2, "domain-unknown"),
    "a word of the interface that is empty": (
        replacing('menu: "菜单"', 'menu: ""', WORDS), WORDS, 2, "interface-key-missing"),
    "a word of the interface that is gone": (replacing('menu: "菜单"\n', "", WORDS), WORDS, 1, "interface-key-missing"),
    "a setting of another name": (replacing("plugins:", "plugin:", "mkdocs.yml"), "mkdocs.yml", 51, "mkdocs"),
    "a comment with full-width signs": (adding("<！-- 草稿 --＞"), FIRST, BODY, "markup-unclosed"),
    "a marker in Chinese": (replacing("<!-- sources -->", "<!-- 依据 -->"), FIRST, 30, "markup-unknown"),
    "a space in a reference": (replacing("fact:reply", "fact: reply"), FIRST, 26, "markup-spacing"),
    "steps that are numbered in another way": (adding("1、先挂断。\n2、再报警。"), FIRST, BODY, "markup-full-width"),
    "a link without the ending of the file": (adding("看[第二页](second)。"), FIRST, BODY, "link-broken"),
    "a picture on somebody's own computer": (adding("![图](C:\\图.svg)"), FIRST, BODY, "markup-foreign"),
    "a comment that begins with a full-width sign": (adding("<！-- 草稿 -->"), FIRST, BODY, "markup-unclosed"),
    "bold by low lines": (adding("先__挂断__再报警。"), FIRST, BODY, "markup-foreign"),
    "a note to oneself": (adding("TODO：依据还没查。"), FIRST, BODY, "markup-foreign"),
    "a channel of a messenger": (adding("频道在t.me/bangnihuankuan。"), FIRST, BODY, "contact-typed"),
    "a website without a link": (adding("到www.creditfix.cn查。"), FIRST, BODY, "contact-typed"),
    "an article in Chinese digits": (replacing("pipl/13,47", "pipl/十三"), FIRST, 26, "reference-unknown"),
    "articles with a Chinese comma": (replacing("pipl/13,47", "pipl/13、47"), FIRST, 26, "reference-unknown"),
    "Chinese on an English page": (
        replacing("Note the time.", "先记下时间。", ENGLISH), ENGLISH, 27, "words-untranslated"),
    "a plugin": (replacing("plugins:\n", "plugins:\n  - search\n", "mkdocs.yml"), "mkdocs.yml", 52, "mkdocs"),
    "a page of the menu without its ending": (
        replacing("- help/second.md", "- help/second", "mkdocs.yml"), "mkdocs.yml", 33, "nav-page-missing"),
    "a full-width sign in the menu": (
        replacing("      - help/second.md", "      － help/second.md", "mkdocs.yml"), "mkdocs.yml", 33, "mkdocs"),
    "a formula": (adding("月息用$r = 12\\%$来算。"), FIRST, BODY, "markup-foreign"),
    "a question without its mark": (
        replacing("？ {#call .faq}", " {#call .faq}"), FIRST, 10, "question-mark-missing"),
    "a messenger in a description": (
        replacing("description: ", "description: 加微信kefu8888，"), FIRST, 3, "contact-typed"),
    "a link that shows another address": (
        adding("到[www.pbc.gov.cn](https://www.court.gov.cn/)举报。"), FIRST, BODY, "contact-typed"),
    "an account to pay into": (
        adding("保证金打到6228 4800 1234 5678 918，户名张某。"), FIRST, BODY, "contact-typed"),
    "an account to pay into, in English": (
        replacing("Note the time.", "Pay into account 6228480012345678918.", ENGLISH), ENGLISH, 27, "contact-typed"),
    "a script of another host": (
        replacing("plugins:\n", "extra_javascript:\n  - https://cdn.example.com/a.js\nplugins:\n", "mkdocs.yml"),
        "mkdocs.yml", 51, "mkdocs"),
    "a sign that reads as a tag": (adding("C<D、1+1>1。"), FIRST, BODY, "html-forbidden"),
    "a Chinese comma in a list of a register": (
        replacing('articles: ["13", "47"]', 'articles: ["13"，"47"]', LAWS), LAWS, 9, "register-broken"),
    "empty settings": (making("mkdocs.yml", ""), "mkdocs.yml", 1, "mkdocs"),
}  # fmt: skip


@pytest.fixture(scope="session")
def known(shared: Path) -> Path:
    """Return a miniature site that has been checked once, so that each row works out its own edit only."""

    def make(root: Path) -> None:
        assert main.main(["check", "--today", "2026-11-23"], small_site(root)) == 0

    return once(shared / "malformed", make)


@pytest.fixture
def site(known: Path, tmp_path: Path) -> Path:
    """Return a copy of that site that a row may spoil; what no row touches is only linked."""
    for name in ("docs", ".cache"):
        shutil.copytree(known / name, tmp_path / name)
    shutil.copy(known / "mkdocs.yml", tmp_path)
    for name in ("scripts", "overrides"):
        (tmp_path / name).symlink_to(known / name)
    return tmp_path


@pytest.mark.parametrize("name", REFUSED)
def test_a_careless_edit_has_one_message_on_its_line(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Whoever made the slip reads one line, not what follows from it in files that they never touched."""
    edit, path, line, rule = REFUSED[name]
    edit(site)

    code = main.main(["check", "--today", "2026-11-23"], site)

    said = [each for each in capsys.readouterr().out.splitlines() if ": note: " not in each]
    read = [re.match(r"(.*?):(\d+):\d+: .*\[(.*)\]$", each) for each in said]
    places = [(found[1], int(found[2]), found[3]) for found in read if found]
    assert (code, places) == (1, [(path, line, rule)]), said
    assert len(said[0]) <= LONGEST, f"{said[0]} is too long to be read"
    main.main(["check", "--today", "2026-11-23", "--language", "zh"], site)
    chinese = capsys.readouterr().out.splitlines()[0].rpartition(" [")[0]
    assert re.search("[\u4e00-\u9fff]", chinese), chinese
    assert not re.search("(?: [a-z]{2,}){3}", re.sub("`[^`]*`|“[^”]*”|[a-z]+: .*", "", chinese)), (
        f"{chinese}: not all is Chinese"
    )


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_right_is_accepted(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    ACCEPTED[name](site)

    assert main.main(["check", "--today", "2026-11-23"], site) == 0, capsys.readouterr().out
