"""
The form of the true cost: its sums against others made here, and the form itself in a real browser.

The sums are asked of the parts of the script as they are, thousands in one call.
"""

import json
import re
from collections.abc import Sequence
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

import axe
from axe import PHONE
from schedules import all_schedules, asked
from shapes import Judged
from sitebuild.building import tool_values
from sitebuild.model.content import Content
from visiting import listen

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
SENT = """all => all.map(typed => {
    const form = document.querySelector(".tool form")
    form.reset()
    for (const [name, text] of Object.entries({kind: "equal", ...typed})) {
      const field = document.querySelector(`#_cost-${name}`)
      // The browser itself refuses what is no choice and no date.
      field.value = text
      field.dispatchEvent(new Event("change"))
    }
    form.requestSubmit()
    const faults = [...document.querySelectorAll(".tool__fault")].map(each => each.textContent).join("")
    return faults + document.querySelector(".tool__result").textContent })"""
"""Types into the form and sends it, again and again; tells the faults and the result."""
TYPED: dict[str, str] = {"amount": "10000", "taken": "300", "fees": "500", "payment": "933.33", "count": "12"}
WORKED = [
    # What the pages work out on paper, and what a spreadsheet says; in percent.
    ({"kind": "equal", "amount": "10000", "fees": "500", "payment": "933.33", "count": "12"}, "31.54", "36.52"),
    ({"kind": "equal", "amount": "10000", "payment": "933.33", "count": "12"}, "21.46", "23.70"),
    ({"kind": "rate", "amount": "1万", "rate": "1%", "count": "12"}, "21.46", "23.70"),
    ({"kind": "equal", "amount": "6000元", "fees": "200", "payment": "550", "count": "12"}, "24.55", "27.51"),
    ({"kind": "interest", "amount": "10,000", "interest": "150", "count": "12"}, "18.00", "19.56"),
    ({"kind": "once", "amount": "1000", "final": "1020", "days": "365"}, "1.98", "2.00"),
    ({"kind": "once", "amount": "3000", "taken": "300", "final": "3000", "days": "30"}, "135.29", "260.34"),
    ({"kind": "list", "amount": "１０００", "list": "0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n1120"}, "11.39", "12.00"),
    ({"kind": "equal", "amount": "1000", "payment": "510", "count": "2", "each": "7"}, "70.93", "99.20"),
    (
        {"kind": "list", "amount": "1000", "paidOut": "2026-01-01", "list": "2026-07-02 550\n2026年12月31日 550元"},
        "12.88",
        "13.67",
    ),
]

ON_PAPER: list[dict[str, str]] = [
    {"kind": "equal", "amount": "6000", "fees": "200", "payment": "550", "count": "12"},
    {"kind": "equal", "amount": "10000", "payment": "933.33", "count": "12"},
    {"kind": "equal", "amount": "10000", "fees": "500", "payment": "933.33", "count": "12"},
    {"kind": "rate", "amount": "10000", "rate": "1", "count": "12"},
    {"kind": "interest", "amount": "10000", "interest": "150", "count": "12"},
    {"kind": "once", "amount": "3000", "taken": "300", "final": "3000", "days": "30"},
    {"kind": "equal", "amount": "1000", "payment": "510", "count": "2", "each": "7"},
    {**TYPED, "kind": "equal", "guarantee": "20"},
    {"kind": "equal", "amount": "5000", "payment": "450", "count": "12", "insurance": "10", "member": "199"},
    {"kind": "list", "amount": "1000", "paidOut": "2026-01-01", "list": "2026-07-02 550\n2026-12-31 550"},
]
"""The examples of the page, as they are typed into the form."""


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Return the shapes that axe has judged here."""
    return Judged()


@pytest.fixture
def form(chromium: Browser, real_address: str) -> Page:
    """Return the page of the form on a phone, whose printer does nothing."""
    page = chromium.new_context(viewport=PHONE).new_page()
    page.add_init_script("window.print = () => {}")
    page.goto(f"{real_address}/tools/true-cost/")
    return page


def rest_of(content: Content, key: str) -> str:
    """Return what the form says in Chinese behind the last name in braces."""
    return content.interface["zh"][key].rpartition("}")[2]


def compute(page: Page, typed: dict[str, str]) -> str:
    """Fill the form in by keyboard, send it, and return what it says."""
    for name, text in typed.items():
        page.locator(f"#_cost-{name}").fill(text)
    page.keyboard.press("Enter")
    return page.locator(".tool__result").inner_text()


# --- the sums --------------------------------------------------------------------------------


def over(received: Decimal, payments: Sequence[tuple[Decimal, Decimal]], nominal: Decimal) -> Decimal:
    """Return what payments are worth at a nominal yearly rate in percent, less what was received."""
    month = 1 / (1 + nominal / 1200)
    return sum((paid * month**at for at, paid in payments), -received)


def test_the_rate_of_two_thousand_schedules_of_eight_kinds_is_right_to_a_hundredth_of_a_point(
    chromium: Browser,
) -> None:
    """Worth falls as the rate rises, so the only root lies between two rates at which it is above and below nothing."""
    schedules = all_schedules()
    found = asked(chromium, [typed for typed, _, _ in schedules])

    wrong = []
    step = Decimal("0.005")
    with localcontext() as context:
        context.prec = 24
        for (typed, received, payments), answer in zip(schedules, found, strict=True):
            nominal = 100 * Decimal(answer["rate"].get("nominal", 0))
            bracketed = over(received, payments, nominal - step) > 0 > over(received, payments, nominal + step)
            effective = 100 * ((1 + nominal / 1200) ** 12 - 1)
            if not (bracketed and abs(100 * Decimal(answer["rate"]["effective"]) / effective - 1) < step / 1000):
                wrong.append((typed, answer))
    assert wrong == []


def test_worked_examples(chromium: Browser) -> None:
    found = asked(chromium, [typed for typed, _, _ in WORKED])

    assert [(f"{each['rate']['nominal']:.2%}", f"{each['rate']['effective']:.2%}") for each in found] == [
        (f"{nominal}%", f"{effective}%") for _, nominal, effective in WORKED
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_ten_examples_on_paper_are_what_the_form_says(chromium: Browser, real_site: Path, code: str) -> None:
    """Every figure that is typed stands in its row, and the row says what comes out."""
    page = LexborHTMLParser((real_site / LANGUAGES[code] / "tools/true-cost/index.html").read_text(encoding="utf-8"))
    tables = [[[cell.text() for cell in row.css("th, td")] for row in table.css("tr")] for table in page.css("table")]
    rows = next(table for table in tables if len(table) == len(ON_PAPER) + 1)[1:]

    for row, typed, said in zip(rows, ON_PAPER, asked(chromium, ON_PAPER), strict=True):
        plan, rate = json.loads(said["plan"]), said["rate"]
        figures = [f"{rate[name]:.2%}" for name in ("nominal", "effective")]
        sums = [float(cell.replace(",", "")) for cell in row[2:4]]
        assert sums == [pytest.approx(plan[name], abs=0.005) for name in ("received", "total")], row
        assert row[4:] == figures
        # The third names what it has in common with the second.
        words = row[1] + (rows[1][1] if row[0] == "3" else "")
        # Days are written in words.
        given = re.sub(r"\d+-\d+-\d+", "", " ".join(each for name, each in typed.items() if name != "kind"))
        assert numbers(given) <= numbers(words), row


def numbers(text: str) -> set[float]:
    """Return the numbers of a text."""
    return {float(each.replace(",", "")) for each in re.findall(r"[\d,]*\d(?:\.\d+)?", re.sub("[万萬]", "0000", text))}


READ = [
    # An amount as people write it, and what it is; none where it might be something else.
    ("5千", 5000),
    ("10k", 10_000),
    ("1.2萬", 12_000),
    ("10000块钱", 10_000),
    ("人民币 1,234,567.5 元整", 1_234_567.5),
    ("\u202d10 000\u202c", 10_000),
    ("10000\u200b", 10_000),
    ("￥ 500", 500),
    ("10 000,50", None),
    ("1,5", None),
    ("1. 550", None),
    ("1万2千", None),
]


def test_amounts_are_read_as_people_write_them_and_never_as_something_else(chromium: Browser) -> None:
    found = asked(chromium, [{"kind": "equal", "amount": text, "payment": "1", "count": "2期"} for text, _ in READ])

    plans = [json.loads(each["plan"]) for each in found]
    assert [plan and plan["amount"] for plan in plans] == [amount for _, amount in READ]


LINES = [
    ("2026-07-02,550\n2026-12-31，550", [550, 550]),
    ("2026年7月2日550元\n2026 年 12 月 31 号 1.50", [550, 1.5]),
    ("2026.7.2 -100\n2026/12/31：1200", [-100, 1200]),
    ("1 550\n2 550", 1),
    ("1. 550\n2. 550", 1),
    ("550\n550 550", 2),
    ("550\n550, 550", 2),
    ("7月2日 550\n12月31日 550", 1),
    ("2026-07-02 550\n2026-02-30 550\n0026-12-31 550", 2),
]
"""A list of payments, and what is read: the sums, or the first line that cannot be read."""


@pytest.mark.parametrize(("text", "read"), LINES)
def test_a_line_of_a_list_is_one_payment_and_the_first_that_is_not_is_named(
    chromium: Browser, text: str, read: list[float] | int
) -> None:
    (found,) = asked(chromium, [{"kind": "list", "amount": "1000", "paidOut": "2026-01-01", "list": text}])

    if isinstance(read, int):
        assert [fault.get("line") for fault in found["faults"]] == [read]
    else:
        assert [each["sum"] for each in json.loads(found["plan"])["payments"]] == read


def test_a_fee_is_not_charged_after_the_last_instalment(chromium: Browser) -> None:
    (found,) = asked(chromium, [TYPED | {"kind": "equal", "member": "199", "memberAt": "13"}])

    assert found["faults"] == [{"field": "memberAt", "fault": "large"}]


def test_several_rates_or_none_are_said_to_be_so(chromium: Browser) -> None:
    found = asked(
        chromium,
        [
            # 1,000 received, 2,300 paid, 1,320 received again: 10 % and 20 % a month.
            {"kind": "list", "amount": "1000", "list": "2300\n-1320"},
            {"kind": "list", "amount": "1000", "list": "1100\n-100\n200"},
            {"kind": "list", "amount": "1000", "list": "-500\n-500"},
            {"kind": "equal", "amount": "1000", "payment": "100", "count": "10"},
            {"kind": "once", "amount": "1000", "final": "1000000", "days": "1"},
        ],
    )

    assert [each["rate"]["kind"] for each in found] == ["several", "one", "none", "none", "high"]


def degenerate() -> list[dict[str, str]]:
    """Return what nobody should type, in every field of every kind."""
    whole = {"amount": "1000", "payment": "100", "count": "12", "rate": "1", "interest": "10", "final": "1100"}
    whole |= {"days": "30", "list": "600\n600", "kind": "equal"}
    bad = [
        "",
        "abc",
        "-1",
        "0",
        "1e999",
        "NaN",
        "Infinity",
        "99999999999999999999",
        "1..2",
        "一千",
        "1.5.2",
        "💰",
        "0x10",
    ]
    kinds = {"equal": ["payment", "count"], "rate": ["rate", "count"], "interest": ["interest", "count"]}
    kinds |= {"once": ["final", "days"], "list": ["list"]}
    made = [
        whole | {"kind": kind, name: text}
        for kind, names in kinds.items()
        for name in [*names, "amount"]
        for text in bad
    ]
    made += [whole | {name: text} for name in ("taken", "fees", "guarantee", "member", "each") for text in bad]
    made += [
        whole | {"paidOut": one, "firstDue": other} for one in ("", "x", "2026-02-30") for other in ("2026-01-01", "y")
    ]
    made += [
        whole | {"paidOut": "2026-05-01", "firstDue": "2026-01-01"},
        {},
        {"kind": "toString"},
        whole | {"fees": "1000"},
    ]
    most = "1000000000"
    made += [
        whole
        | {"kind": kind, "amount": amount, "payment": most, "interest": most, "final": most, "count": count, **extra}
        for kind in kinds
        for amount in ("0.01", most)
        for count in ("1", "600")
        for extra in ({"days": "1"}, {"days": "36500", "each": "36500"}, {"rate": "1000", "each": "1", "member": most})
    ]
    made += [whole | {"paidOut": "0001-01-01", "firstDue": "9999-12-31"}, whole | {"memberAt": "600"}]
    made += [whole | {"kind": "list", "list": text} for text in ("2026-01-01 5\n7", "\n", "1\nx", "9" * 30, "1;" * 700)]
    return made


def test_two_hundred_degenerate_inputs_get_a_sentence_and_never_nan(chromium: Browser, real_content: Content) -> None:
    typed = degenerate()
    found = asked(chromium, typed)

    assert len(typed) >= 200
    for each, answer in zip(typed, found, strict=True):
        keys = {f"cost_fault_{fault['fault']}" for fault in answer["faults"]}
        if answer["rate"]:
            keys = {f"cost_rate_{answer['rate']['kind']}"} - {"cost_rate_one"}
            assert not re.search("NaN|Infinity|null", json.dumps(answer)), each
        assert keys <= real_content.interface["zh"].keys(), each
        assert answer["faults"] or answer["rate"], each


def test_what_the_form_says_of_degenerate_inputs_holds_no_nan(form: Page) -> None:
    """Every one is typed into the form and sent: there is a fault beside a field or a result, in whole sentences."""
    said = form.evaluate(SENT, degenerate())

    assert [typed for typed, text in zip(degenerate(), said, strict=True) if not text.strip()] == []
    assert [text for text in said if re.search(r"NaN|Infinity|undefined|null|\{\w+\}|e\+\d", text)] == []


# --- the form --------------------------------------------------------------------------------


@pytest.mark.by_day("zh-Hant")
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_form_tells_the_rates_the_limits_and_what_to_write_and_fits_a_phone(
    chromium: Browser, real_site: Path, real_content: Content, judged: Judged, code: str
) -> None:
    """From file://, as a reader has it who keeps a copy: nothing is asked for, nothing is kept, axe finds nothing."""
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto((real_site / LANGUAGES[code] / "tools/true-cost/index.html").as_uri())
    asked_for, said = listen(page)
    address = page.url
    screen = axe.Screen(page)

    page.locator(".tool summary").click()
    page.locator("#_cost-count").focus()
    page.keyboard.press("Enter")
    wrong = page.locator(".tool [aria-invalid=true]").count(), axe.judge(screen, judged)
    text = compute(page, {"guarantee": "20", **TYPED})

    assert wrong == (3, [])
    assert "42.27%" in text
    assert "51.51%" in text
    for fact, _ in tool_values.LIMITS.values():
        assert real_content.registers.words[code].facts[fact].label in text
    sentence = page.locator(".tool blockquote [lang=zh]").inner_text()
    assert rest_of(real_content, "cost_sentence") in sentence
    assert "9700" in sentence
    assert axe.judge(screen, judged) == []
    screen.resize(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    # The browser fetches the sign of the tab when it likes.
    assert {url for url in asked_for if not url.endswith("icon.svg")} == set()
    assert (page.url, said) == (address, [])
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_fault_is_named_beside_its_field_which_has_the_focus(form: Page, real_content: Content) -> None:
    compute(form, {"amount": "一千", "payment": "100", "count": "12.5"})

    assert form.evaluate("document.activeElement.id") == "_cost-amount"
    assert rest_of(real_content, "cost_fault_number") in form.locator("#_cost-amount-fault").inner_text()
    assert rest_of(real_content, "cost_fault_whole") in form.locator("#_cost-count-fault").inner_text()
    assert form.locator(".tool__result").is_hidden()


def test_a_percentage_is_no_sum_of_yuan(form: Page, real_content: Content) -> None:
    """“2%” of a loan, read as two yuan, would be nothing of its cost."""
    compute(form, {"amount": "10000", "payment": "500", "count": "24", "fees": "2%"})

    assert rest_of(real_content, "cost_fault_number") in form.locator("#_cost-fees-fault").inner_text()
    assert form.locator(".tool__result").is_hidden()


def test_the_result_is_copied_and_printed_alone_and_cleared(form: Page, real_content: Content) -> None:
    words = real_content.interface["zh"]
    form.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    shown = compute(form, TYPED)
    form.get_by_role("button", name=words["tool_copy"]).click()
    copied = str(form.evaluate("window.copied"))
    form.get_by_role("button", name=words["tool_print"]).click()
    form.emulate_media(media="print")
    printed = form.locator(".sheet").inner_text()
    form.evaluate("dispatchEvent(new Event('afterprint'))")
    form.emulate_media(media="screen")
    form.get_by_role("button", name=words["tool_clear"]).click()

    assert all(line in shown for line in copied.split("\n"))
    assert words["cost_nominal"].partition("{")[0] in printed
    assert form.locator(".tool__result").inner_text() == ""
    assert form.evaluate("[...document.querySelectorAll('.tool input')].every(each => each.value === '')")


def test_a_result_is_marked_as_old_once_a_number_has_changed_and_cannot_be_taken_along(
    form: Page, real_content: Content
) -> None:
    said = real_content.interface["zh"]["cost_old"]
    compute(form, TYPED)
    form.locator("#_cost-payment").press("1")
    old = form.locator(".tool__result").inner_text()
    buttons = form.locator(".tool__result button").count()
    new = compute(form, {"payment": "900"})

    assert old.startswith(said)
    assert buttons == 0
    assert said not in new
    assert form.locator(".tool__old").count() == 0
    assert form.locator(".tool__result button").count() > 2


def test_leaving_leaves_no_figure_behind(form: Page) -> None:
    form.context.route("https://www.cma.gov.cn/**", lambda route: route.fulfill(body="<title>weather</title>"))
    compute(form, TYPED)
    form.locator("[data-leave]").click()
    form.wait_for_url("https://www.cma.gov.cn/")
    form.go_back()

    assert "10000" not in form.content()


def test_on_paper_and_without_a_script_the_page_is_the_form_to_write_on(
    chromium: Browser, real_address: str, form: Page
) -> None:
    compute(form, TYPED)
    form.emulate_media(media="print")
    plain = chromium.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{real_address}/tools/true-cost/")

    assert form.locator(".tool").is_hidden()
    assert form.locator("article table").first.is_visible()
    assert plain.locator(".tool").count() == 0
    assert plain.locator("article table").count() == 4


def test_only_its_page_loads_the_form_and_it_is_light(real_site: Path) -> None:
    with_form = {
        path.relative_to(real_site).as_posix()
        for path in real_site.rglob("*.html")
        if "-true-cost.js" in path.read_text(encoding="utf-8")
    }

    assert with_form == {f"{prefix}tools/true-cost/index.html" for prefix in LANGUAGES.values()}
