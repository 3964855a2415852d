"""The engine of search in a real browser, on the handbook's own rows: what readers type leads where it should."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from making import ROOT
from sitebuild.building import assets, short_scripts
from sitebuild.building.search import files, script
from sitebuild.memo.store import Store
from sitebuild.model.content import Content
from sitebuild.text import yaml_text

ASK = """async ([code, queries]) => {
  const engine = await new Promise(ready => handbookSearch.open(code, "", ready));
  const found = [];
  for (const query of queries) {
    const answer = await new Promise(done => engine.query(query, answer => answer.last && done(answer)));
    found.push(WANTED);
  }
  return found;
}"""
WHOLE, CRISES, ADDRESSES = "answer", "answer.crisis", "answer.results.slice(0, 3).map(each => each.address)"
"""What a test wants of each answer: thousands of whole ones take a browser long to hand over."""
PARTS = ROOT / "overrides" / assets.SCRIPTS / script.FOLDER
FIRST = 3


@pytest.fixture(scope="session")
def shelf(real_content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with nothing but the engine, the rows of all languages and an empty page."""
    folder = tmp_path_factory.mktemp("shelf")
    engine = script.joined({path.stem: path.read_text(encoding="utf-8") for path in PARTS.glob("*.js")})
    (folder / assets.SCRIPTS).mkdir(parents=True)
    for name, text in zip(assets.ENGINE, engine, strict=True):
        (folder / name).write_text(short_scripts.short(text, Store().table("script")), encoding="utf-8")
    (folder / files.FOLDER).mkdir()
    for name, text in files.files(real_content.published, engine, Store()):
        (folder / files.FOLDER / name).write_text(text, encoding="utf-8")
    page = f'<!doctype html><meta charset="utf-8"><title>x</title><script src="{assets.SEARCH}"></script>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def page(chromium: Browser, shelf: Path) -> Page:
    """Open the empty page from the disk, where no server answers."""
    opened = chromium.new_page()
    opened.goto((shelf / "index.html").as_uri())
    return opened


def ask(page: Page, query: str, code: str = "zh") -> dict[str, Any]:
    answer: dict[str, Any] = asked(page, [query], code, WHOLE)[0]
    return answer


def asked(page: Page, queries: list[str], code: str, wanted: str) -> list[Any]:
    """Return what is wanted of the last answer to each query: many are asked in one go, for the sake of time."""
    answers: list[Any] = page.evaluate(ASK.replace("WANTED", wanted), [code, queries])
    return answers


def places(answer: dict[str, Any]) -> list[str]:
    return [each["sectionAddress"] or each["address"] for each in answer["results"]]


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_every_search_word_of_an_author_finds_its_page(page: Page, real_content: Content, code: str) -> None:
    words = [
        (word, written.route)
        for written in real_content.pages_in(code)
        for listed in written.search_words
        for word in listed.words
    ]
    answers = asked(page, [word for word, _ in words], code, ADDRESSES)

    lost = [
        f"{word} ({route}): {first}" for (word, route), first in zip(words, answers, strict=True) if route not in first
    ]
    assert lost == []


CRISIS: Any = yaml_text.parse((ROOT / "tests/search/crisis.yml").read_text(encoding="utf-8")).value


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
def test_words_of_danger_show_whom_to_call_and_harmless_ones_do_not(page: Page, code: str) -> None:
    rows = [row for row in CRISIS if row["language"] == code]
    answers = asked(page, [row["query"] for row in rows], code, CRISES)

    wrong = [
        (row["query"], row["shows"], shown)
        for row, shown in zip(rows, answers, strict=True)
        if (row["shows"] == "none" and shown) or (row["shows"] not in ["none", *shown])
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("query", "code", "number"),
    [
        pytest.param("12378", "zh", "12378", id="as it is"),
        pytest.param("１２３７８", "zh", "12378", id="full-width digits"),
        pytest.param("12 378", "zh", "12378", id="with a gap"),
        pytest.param("12738", "zh", "12378", id="two digits swapped"),
        pytest.param("call 12356 now", "en", "12356", id="in a sentence"),
        pytest.param("12321", "zh", "010-12321", id="without the code of its city"),
        pytest.param("一二三七八", "zh", "12378", id="in Chinese numerals"),
        pytest.param("幺幺零", "zh", "110", id="as it is spoken"),
    ],
)
def test_a_typed_number_can_be_called_and_its_channel_comes_first(
    page: Page, query: str, code: str, number: str
) -> None:
    answer = ask(page, query, code)

    assert number in [each["number"] for each in answer["calls"]]
    assert answer["results"][0]["kind"] == "channel"


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        pytest.param("个人信息保护法第四十七条", "zh", "laws/pipl/#pipl-47", id="in words"),
        pytest.param("个保法47条", "zh", "laws/pipl/#pipl-47", id="with a short name"),
        pytest.param("民法典 677", "zh", "laws/civil-code/#civil-code-677", id="without a word for article"),
        pytest.param("個人資訊保護法 第47條 個人信息保護法", "zh-Hant", "laws/pipl/#pipl-47", id="Traditional"),
        pytest.param("PIPL article 47", "en", "laws/pipl/#pipl-47", id="English"),
    ],
)
def test_an_article_that_is_named_comes_first(page: Page, query: str, code: str, place: str) -> None:
    assert places(ask(page, query, code))[0] == place


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        pytest.param("催收上门", "催收上門", "zh", id="Traditional on Simplified pages"),
        pytest.param("催收上门", "催收上门", "zh-Hant", id="Simplified on Traditional pages"),
        pytest.param("征信", "zhengxin", "zh", id="pinyin"),
        pytest.param("法律援助", "fa lv yuan zhu", "zh", id="pinyin with spaces"),
        pytest.param("律师函", "律师涵", "zh", id="a character that sounds the same"),
        pytest.param("花呗", "花贝", "zh", id="a product that sounds the same"),
        pytest.param("未成年人借网贷", "我才17岁借了网贷", "zh", id="an age"),
        pytest.param("收到催收短信", "收到討債簡訊", "zh-Hant", id="words of Taiwan"),
        pytest.param("收到律师函", "收到律師信點算", "zh", id="words of Hong Kong"),
        pytest.param("网贷合同找不到", "大陸 網路貸款 合約 找不到", "zh-Hant", id="words of elsewhere"),
        pytest.param("催收打给亲戚", "催收打给我舅舅", "zh", id="kin"),
        pytest.param("外国人被催收威胁", "我係韓國人俾收數佬恐嚇", "zh-Hant", id="a nationality"),
        pytest.param("app wants my contacts", "app demands my address book", "en", id="other English words"),
        pytest.param("催收天天打电话", "请问一下，催收天天打电话怎么办？谢谢！", "zh", id="a polite question"),
        pytest.param("collection calls", "collectoin calls", "en", id="letters swapped"),
        pytest.param("delete my data", "please, how can I delete my data?", "en", id="an English question"),
        pytest.param("credit report", "ＣＲＥＤＩＴ　ＲＥＰＯＲＴ", "en", id="full-width letters"),
    ],
)
def test_it_is_found_however_it_is_written(page: Page, one: str, other: str, code: str) -> None:
    wanted = ask(page, one, code)["results"][0]["address"]

    assert wanted in [each["address"] for each in ask(page, other, code)["results"][:FIRST]]


@pytest.mark.parametrize(
    ("query", "code", "page_first"),
    [
        pytest.param("打12378一直是忙音", "zh", "reporting/financial-regulators/", id="why nobody answers it"),
        pytest.param("在台灣怎麼撥打12378", "zh-Hant", "reporting/passports-and-abroad/", id="how to dial it"),
    ],
)
def test_who_asks_about_a_number_gets_the_page_first_and_can_still_call(
    page: Page, query: str, code: str, page_first: str
) -> None:
    answer = ask(page, query, code)

    assert answer["results"][0]["address"] == page_first
    assert "12378" in [each["number"] for each in answer["calls"]]


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        pytest.param("什么是助贷", "zh", "glossary/#loan-facilitation-platform", id="what is it"),
        pytest.param("小额贷款公司是干嘛的", "zh", "glossary/#micro-loan-company", id="what is it for"),
        pytest.param("受案回执即係咩", "zh-Hant", "glossary/#acceptance-receipt", id="Cantonese"),
        pytest.param("what is LPR", "en", "glossary/#lpr", id="an abbreviation"),
        pytest.param("meaning of debt assignment", "en", "glossary/#debt-assignment", id="meaning of"),
    ],
)
def test_who_asks_what_a_word_means_gets_it_explained_first(page: Page, query: str, code: str, place: str) -> None:
    assert places(ask(page, query, code))[0] == place


@pytest.mark.parametrize(
    ("query", "code", "kind"),
    [
        pytest.param("助贷平台乱扣费", "zh", "term", id="a word and a trouble"),
        pytest.param("what is the penalty for early repayment", "en", "term", id="no word that is explained"),
    ],
)
def test_who_asks_something_else_gets_no_word_explained_first(page: Page, query: str, code: str, kind: str) -> None:
    assert ask(page, query, code)["results"][0]["kind"] != kind


@pytest.mark.parametrize(
    ("query", "code", "place"),
    [
        pytest.param("要求平台删我资料的信", "zh", "letters/delete/#letter", id="a letter"),
        pytest.param("征信异议申请书范本", "zh", "letters/credit-objection/#letter", id="a form"),
        pytest.param("要求刪除個資的信怎麼寫", "zh-Hant", "letters/delete/#letter", id="as in Taiwan"),
        pytest.param("letter asking them to delete my data", "en", "letters/delete/#letter", id="English"),
    ],
)
def test_who_wishes_for_a_letter_gets_it_first(page: Page, query: str, code: str, place: str) -> None:
    assert places(ask(page, query, code))[0] == place


@pytest.mark.parametrize(
    ("query", "code"),
    [
        pytest.param("收到律师函怎么办", "zh", id="a letter that was received"),
        pytest.param("催收发微信骂我", "zh", id="a message"),
        pytest.param("got a letter from a lawyer", "en", id="English"),
    ],
)
def test_who_received_a_letter_gets_none_to_copy(page: Page, query: str, code: str) -> None:
    assert not ask(page, query, code)["results"][0]["address"].startswith("letters/")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        pytest.param("2016年借的网贷还要还吗", "zh", id="Chinese"),
        pytest.param("七年前借的钱又来催", "zh", id="years ago"),
        pytest.param("collector calls about a loan from 2016", "en", id="English"),
    ],
)
def test_a_year_long_gone_means_an_old_debt(page: Page, query: str, code: str) -> None:
    assert ask(page, query, code)["results"][0]["address"] == "collection/old-debts/"


def test_traditional_pages_mark_words_as_they_are_written_there(page: Page) -> None:
    answer = ask(page, "上门", "zh-Hant")

    assert "上門" in answer["results"][0]["marks"]


def test_a_query_is_text_and_runs_nothing(page: Page) -> None:
    query = '<script>document.title="planted"</script><img src=x onerror=alert(1)>'

    assert ask(page, query)["crisis"] == []
    assert page.title() == "x"
    assert page.locator("img").count() == 0


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("催收打电话" * 80, id="four hundred characters"),
        pytest.param("a" * 400, id="one long word"),
        pytest.param("", id="nothing"),
        pytest.param("  。？！ 　", id="signs only"),
        pytest.param("\ud800 \u0000 [(*+?", id="signs that mean something elsewhere"),
        pytest.param("🙏🏻🙏🏻 怎么办", id="pictures"),
        pytest.param("的了吗", id="words of a question only"),
    ],
)
def test_anything_may_be_typed(page: Page, query: str) -> None:
    answer = ask(page, query)

    assert len(answer["results"]) <= 10
    assert answer["nothing"] or answer["results"]


def test_what_no_row_has_is_said(page: Page) -> None:
    answer = ask(page, "量子纠缠")

    assert answer["unknown"]


def test_results_are_one_a_page_and_at_most_ten(page: Page) -> None:
    addresses = [each["address"] for each in ask(page, "催收")["results"]]

    assert len(addresses) == len(set(addresses)) == 10


def test_a_query_asks_for_the_engine_and_the_rows_and_no_more(page: Page) -> None:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright takes no built-in function
    page.reload()
    ask(page, "征信报告怎么查")
    names = [Path(each.url).name for each in requests if each.resource_type == "script"]

    assert names == ["search.js", "zh.js", "search-chinese.js", "zh-more.js"]
    assert page.url.endswith("index.html")


TYPING = """code => new Promise(done => {
  for (let opened = 0; opened < 2; opened += 1) handbookSearch.open(code, "", engine => {
    for (const query of ["量子纠缠收费", "量子纠缠收费站", "量子纠缠收费站甲"]) engine.query(query, () => {});
    engine.query("量子纠缠收费站甲乙", answer => answer.last && setTimeout(done, 100, answer));
  });
})"""


def test_the_whole_text_is_asked_for_once_however_much_is_typed(page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(Path(request.url).name))
    page.evaluate(TYPING, "zh")
    page.wait_for_timeout(500)

    assert requested == ["zh.js", "search-chinese.js", "zh-more.js", "zh-text.js"]


ONLY_FIRST = "zh-more.js", "zh-text.js"
STEPS = """query => new Promise(done => {
  const steps = [];
  handbookSearch.open("zh", "", engine => engine.query(query, answer => {
    steps.push(answer.last);
    if (answer.last) done(steps);
  }));
})"""


@pytest.mark.parametrize("query", ["催收打给我妈", "量子纠缠收费站"])
def test_it_is_told_which_answer_is_the_last(page: Page, query: str) -> None:
    *before, last = page.evaluate(STEPS, query)

    assert last
    assert not any(before)


def test_without_the_rest_of_the_rows_the_first_still_answer(chromium: Browser, shelf: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(shelf, tmp_path / "shelf")
    for name in ONLY_FIRST:
        (folder / files.FOLDER / name).unlink()
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())

    found = places(ask(page, "催收上门"))
    assert "help/threats-and-visits/" in found[:FIRST]
    assert not any("#" in each for each in found if each.startswith("help/"))


@pytest.mark.parametrize(
    ("query", "text", "fits"),
    [
        pytest.param("第四十七条", "个人信息保护法 46条 47条", True, id="an article"),
        pytest.param("art. 47", "PIPL 46条 47条", True, id="an article in English"),
        pytest.param("个人信息保护法 第47条", "个人信息保护法 47条", True, id="with the name of its law"),
        pytest.param("第四十七条", "民法典 147条 47-1条", False, id="another one that ends alike"),
    ],
)
def test_a_box_finds_the_law_that_has_an_article(page: Page, query: str, text: str, fits: bool) -> None:  # noqa: FBT001 - a row
    assert page.evaluate("([query, text]) => handbookSearch.matcher(query)(text)", [query, text]) == fits


def test_without_the_whole_text_the_rows_still_answer(chromium: Browser, shelf: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(shelf, tmp_path / "shelf")
    (folder / files.FOLDER / "zh-text.js").unlink()
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())

    assert ask(page, "量子纠缠收费站")["crisis"] == []


@pytest.mark.parametrize(
    ("query", "code", "nothing"),
    [
        pytest.param("红烧肉做法", "zh", True, id="a recipe"),
        pytest.param("演唱會門票", "zh-Hant", True, id="tickets"),
        pytest.param("football world cup final", "en", True, id="sport"),
        pytest.param("催收打我妈电话", "zh", False, id="collectors"),
        pytest.param("个保法47条", "zh", False, id="an article"),
        pytest.param("12738", "zh", False, id="a mistyped number"),
    ],
)
def test_what_the_handbook_does_not_know_is_said_to_be_the_nearest_only(
    page: Page,
    query: str,
    code: str,
    nothing: bool,  # noqa: FBT001 - a row
) -> None:
    assert ask(page, query, code)["nothing"] == nothing


def test_languages_without_rows_answer_nothing(page: Page) -> None:
    assert page.evaluate('new Promise(done => handbookSearch.open("xx", "", engine => done(engine)))') is None


def test_rows_are_the_same_in_every_build(real_content: Content, shelf: Path) -> None:
    engine = script.joined({path.stem: path.read_text(encoding="utf-8") for path in PARTS.glob("*.js")})

    for name, text in files.files(real_content.published, engine, Store()):
        assert (shelf / files.FOLDER / name).read_text(encoding="utf-8") == text


def test_rows_hold_every_page_that_is_written_and_no_other(real_content: Content, shelf: Path) -> None:
    for code in ("zh", "en"):
        text = (shelf / files.FOLDER / f"{code}.js").read_text(encoding="utf-8")
        more = (shelf / files.FOLDER / f"{code}-more.js").read_text(encoding="utf-8")
        rows, rest = (json.loads(each.partition(",")[2].rpartition(")")[0]) for each in (text, more))

        written = [each.route for each in real_content.pages_in(code) if not each.law]
        assert rows["pages"][0].split("\n") == written
        assert len(rest["anchors"].split("\n")) == len(rest["words"].split("\n")) == len(written)
        assert "sources" not in re.split(r"[\n\t]", rest["anchors"])
