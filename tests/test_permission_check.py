"""What an app asks for, ticked where it stands: of the words of refusal, those of exactly these are left."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from axe import PHONE
from sitebuild.model.content import Content
from visiting import listen

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
NOTED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };"


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_ticked_is_left_with_what_to_say_and_nothing_leaves_the_page(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    """From file://; the last box of a row says that a thing is off, and asks for nothing."""
    words = real_content.interface[code]
    page = chromium.new_context(viewport=PHONE).new_page()
    page.add_init_script(NOTED)
    page.goto((real_site / LANGUAGES[code] / "tools/permission-check/index.html").as_uri())
    asked_for, said = listen(page)
    rows = page.locator("tr:has(a[href^='#permission-'])")
    entries = page.locator("details.entry")
    before = entries.count()
    own = {
        key: rows.filter(has=page.locator(f"[href='#permission-{key}']")) for key in ("contacts", "autopay", "photos")
    }
    own["contacts"].get_by_role("checkbox").first.press("Space")
    own["autopay"].get_by_role("checkbox").first.press("Space")
    own["photos"].get_by_role("checkbox").last.press("Space")
    shown = [each.locator("[id]").first.get_attribute("id") for each in entries.all() if each.is_visible()]
    page.get_by_role("button", name=words["allow_copy"]).press("Enter")
    copied = str(page.evaluate("window.copied"))
    page.get_by_role("button", name=words["tool_clear"]).press("Enter")

    assert shown == ["permission-contacts", "permission-autopay"]
    assert len(copied.split("\n")) == 2
    assert copied.startswith("我不同意提供通讯录。" if code != "zh-Hant" else "我不同意提供")
    assert page.locator(".permission:checked").count() == 0
    assert entries.count() == before
    assert page.locator("#each-one").evaluate("each => each.closest('details').open") is False
    assert "□" not in "".join(page.locator("article td").all_inner_texts())
    # The browser fetches the sign of the tab when it likes.
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_a_script_the_boxes_are_there_to_be_printed(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto((real_site / "tools/permission-check/index.html").as_uri())

    assert page.locator("article td").get_by_text("□", exact=True).count() > 40
    assert page.locator(".permission").count() == 0
