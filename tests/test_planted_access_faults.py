"""Whatever axe would find on any page is found, though colours are judged on few: one fault of each kind, planted."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

import axe
import visiting
from making import served, write
from shapes import Judged
from sitebuild.building import assets
from visiting import Visitor

View = tuple[int, str]
Change = Callable[[str], str]
PHONE: list[View] = [(360, "light"), (360, "dark")]
DESK: list[View] = [(1280, "light"), (1280, "dark")]
LIGHT = [PHONE[0], DESK[0]]
"""Where all rules are run but those of colours."""


class Fault(NamedTuple):
    """An element, how the sheet shows it, and which rule of axe objects to it in which views."""

    html: str
    css: str
    rule: str
    views: list[View]


def faint(media: str, views: list[View]) -> Fault:
    """Return words that only some screens show too faint."""
    css = f"article .ID{{background:#fff;color:#000}}@media {media}{{article .ID{{color:#999}}}}"
    return Fault("<p class='ID' id='ID'>words</p>", css, "color-contrast", views)


def shown(media: str, html: str, rule: str, views: list[View]) -> Fault:
    """Return an element that only some screens show at all."""
    return Fault(html, f"#ID{{display:none}}@media {media}{{#ID{{display:block}}}}", rule, views)


BARE = "<input id='ID'>"
FAULTS = {
    "light": faint("(prefers-color-scheme:light)", LIGHT),
    "dark": faint("(prefers-color-scheme:dark)", [PHONE[1], DESK[1]]),
    "phone": faint("(max-width:400px)", PHONE),
    "desk": faint("(min-width:1000px)", DESK),
    "night": faint("(min-width:1000px) and (prefers-color-scheme:dark)", DESK[1:]),
    "enhanced": Fault(
        "<p class='ID' id='ID'>words</p>",
        "article .ID{background:#fff;color:#666}",
        "color-contrast-enhanced",
        PHONE + DESK,
    ),
    "link": Fault(
        "<p class='around-ID'>words around <a class='ID' id='ID' href='.'>words</a> and after</p>",
        "article .around-ID{background:#fff;color:#000}article .ID{color:#333;text-decoration:none}",
        "link-in-text-block",
        PHONE + DESK,
    ),
    "unlabelled": shown("(max-width:400px)", BARE, "label", PHONE[:1]),
    "nameless": shown("(min-width:1000px)", "<button id='ID'></button>", "button-name", DESK[:1]),
    "picture": Fault("<img id='ID' src='/assets/images/card.png' width=9>", "", "image-alt", LIGHT),
    "skip": Fault("<h6 id='ID'>words</h6>", "", "heading-order", LIGHT),
    "wordless": Fault("<a id='ID' href='.'></a>", "", "link-name", LIGHT),
    "small": Fault(
        "<div><button id='ID'>a</button><button>b</button></div>",
        "#ID,#ID+button{width:9px;height:9px;min-height:0;padding:0;margin:0;border:0;overflow:hidden}",
        "target-size",
        LIGHT,
    ),
    "list": Fault("<ul id='ID'><p>words</p></ul>", "", "list", LIGHT),
    "role": Fault("<p id='ID' role='nothing'>words</p>", "", "aria-roles", LIGHT),
    "landmark": Fault("<nav id='ID'>words</nav><nav>words</nav>", "", "landmark-unique", LIGHT),
}


def planted(html: str) -> str:
    """Return a page with every fault at the end of its text."""
    elements = "".join(fault.html.replace("ID", f"planted-{name}") for name, fault in FAULTS.items())
    assert html.count("</article>") == 1
    return html.replace("</article>", f"{elements}</article>")


def found(chromium: Browser, site: Path, place: str, change: Change) -> list[axe.Finding]:
    """Return what axe finds on a changed page whose shapes have all been judged; its sheet has the faults' rules."""
    css = "".join(fault.css.replace("ID", f"planted-{name}") for name, fault in FAULTS.items())
    sheet = (site / assets.SHEET).read_text(encoding="utf-8") + css
    file = site / place.removeprefix("/")
    before = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    bodies = iter((before, after))
    context = chromium.new_context(reduced_motion="reduce")
    with served(site) as address:
        visitor = Visitor(context, address, Judged())
        headers = {"content_type": "text/html; charset=utf-8"}
        visitor.page.route(address + place, lambda route: route.fulfill(body=next(bodies), **headers))
        visitor.page.route(f"**/{assets.SHEET}", lambda route: route.fulfill(body=sheet, content_type="text/css"))
        assert visitor.look(address + place).axe == []
        seen = visitor.look(address + place)
    return seen.axe


def named(findings: list[axe.Finding]) -> dict[str, dict[str, list[View]]]:
    """Return the faults that findings name, each with the rules that object to it, each with its views."""
    result: dict[str, dict[str, list[View]]] = {}
    for width, scheme, rule, elements in findings:
        for name in FAULTS:
            if any(f"#planted-{name}" in each for each in elements):
                result.setdefault(name, {}).setdefault(rule, []).append((width, scheme))
    return result


EXPECTED = {name: {fault.rule: fault.views} for name, fault in FAULTS.items()}
KINDS = {
    "home": "",
    "help": "help/first-hour/",
    "guide": "platforms/true-cost/",
    "letter": "letters/delete/",
    "index": "glossary/",
    "long index": "faq/",
    "register": "laws/pipl/",
    "tool": "tools/evidence-log/",
}
SOME = {
    ("home", ""),
    ("help", "en/"),
    ("guide", "zh-Hant/"),
    ("letter", ""),
    ("index", "en/"),
    ("tool", "zh-Hant/"),
}
"""A page of each kind and two of each language; all the others, and the longest, at night."""
PAGES = [
    pytest.param(
        f"/{language}{place}",
        id=f"{kind} {language or 'zh/'}",
        marks=[] if (kind, language) in SOME else pytest.mark.nightly,
    )
    for kind, place in KINDS.items()
    for language in ("", "en/", "zh-Hant/")
]


@pytest.mark.parametrize("place", [*PAGES, pytest.param("/404.html", id="not found")])
def test_all_faults_are_found_on_a_page_whose_own_shapes_have_been_judged(
    chromium: Browser, real_site: Path, place: str
) -> None:
    """In one scheme or both, on a phone, on a desk, or on both: where they are, and nowhere else."""
    assert named(found(chromium, real_site, place, planted)) == EXPECTED


def test_a_notice_for_an_untranslated_page_is_a_page_like_others(chromium: Browser, miniature: Path) -> None:
    assert named(found(chromium, miniature / "site", "/en/help/second/", planted)) == EXPECTED


def related(html: str) -> str:
    """Return a page where a label points elsewhere and two places have one name: no element has another shape."""
    menu, contents = re.findall(r'<nav class="(?:menu|toc)" aria-label="([^"]+)"', html)
    return html.replace('for="_menu"', 'for="nothing"').replace(f'"{contents}"', f'"{menu}"')


@pytest.mark.parametrize("language", ["", "en/", "zh-Hant/"])
def test_faults_between_elements_are_found_though_no_shape_is_new(
    chromium: Browser, real_site: Path, language: str
) -> None:
    seen = found(chromium, real_site, f"/{language}help/first-hour/", related)

    assert {(each.width, each.rule) for each in seen} == {
        (360, "label"),
        (360, "landmark-unique"),
        (1280, "landmark-unique"),
    }


def test_pages_that_send_a_browser_on_are_left_out(tmp_path: Path) -> None:
    moved = '<html lang="en"><meta http-equiv="refresh" content="0; url=../">'
    write(tmp_path, {"index.html": "<p>x</p>", "404.html": "<p>x</p>", "old/index.html": moved, "a/index.html": "<p>"})

    assert visiting.places(tmp_path) == ["/404.html", "/a/", "/"]
