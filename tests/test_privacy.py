"""The policy is in force, and a reader can leave; that no page asks another host stands in test_every_page."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from making import served
from sitebuild.building import security_headers
from sitebuild.model.content import Content

PHONE = ViewportSize(width=360, height=740)


def test_the_policy_forbids_what_is_not_ours(chromium: Browser, tmp_path: Path, real_site: Path) -> None:
    """A planted inline script, style and foreign picture do nothing: the policy is in force, not only written down."""
    html = (real_site / "index.html").read_text(encoding="utf-8")
    planted = (
        "<script>document.title='planted'</script><p id=x style='color:red'>x</p>"
        "<img src='http://127.0.0.1:9/x.png' alt=''></body>"
    )
    (tmp_path / "index.html").write_text(html.replace("</body>", planted), encoding="utf-8")
    with served(tmp_path) as address:
        page = chromium.new_page()
        failed: dict[str, str | None] = {}
        page.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
        page.route("**/assets/**", lambda route: route.fulfill(body=""))
        page.goto(address)
        colour = page.evaluate("getComputedStyle(document.getElementById('x')).color")

        assert page.title() != "planted"
        assert colour != "rgb(255, 0, 0)"
        assert failed == {"http://127.0.0.1:9/x.png": "csp"}


def test_hosts_get_the_same_policy(real_site: Path) -> None:
    text = (real_site / security_headers.FILE).read_text(encoding="utf-8")

    assert text.startswith("/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in text
    assert "frame-ancestors 'none'" in text
    assert "  Referrer-Policy: no-referrer\n" in text
    assert f'content="{security_headers.CONTENT}"' in (real_site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["click", "keys"])
def test_leaving_shows_nothing_and_takes_the_page_out_of_the_way_back(
    chromium: Browser, real_address: str, way: str
) -> None:
    context = chromium.new_context(viewport=PHONE)
    context.route("https://www.cma.gov.cn/**", lambda route: route.fulfill(body="<title>weather</title>"))
    page = context.new_page()
    page.goto(f"{real_address}/about/method/")
    page.goto(f"{real_address}/help/first-hour/")

    if way == "click":
        page.locator("[data-leave]").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.cma.gov.cn/")
    page.go_back()

    assert page.url == f"{real_address}/about/method/"
    assert page.locator("h1").is_visible()


def test_leaving_works_without_a_script(chromium: Browser, real_address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{real_address}/help/first-hour/")

    link = page.locator("[data-leave]")
    assert link.get_attribute("href") == "https://www.cma.gov.cn/"
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_a_plain_title_tells_nobody_and_stays_while_reading(
    chromium: Browser, real_address: str, real_content: Content
) -> None:
    title = real_content.interface["zh"]["plain_title"]
    page = chromium.new_context(viewport=ViewportSize(width=1280, height=900)).new_page()
    page.goto(f"{real_address}/help/first-hour/?plain")
    assert page.title() == title

    page.locator(".doors a[href*='channels/']").click()
    page.wait_for_url(f"{real_address}/channels/?plain")

    assert page.title() == title
    page.goto(f"{real_address}/channels/")
    assert page.title() != title


def test_pages_say_what_they_are_to_those_who_share_them(real_site: Path) -> None:
    """Title, description, picture and address; the picture is there."""
    html = (real_site / "en/help/first-hour/index.html").read_text(encoding="utf-8")

    for name in ("og:title", "og:description", "og:url", "og:image", "og:site_name"):
        assert f'property="{name}"' in html, name
    assert (real_site / "assets/images/card.png").stat().st_size < 100_000
    assert (real_site / "robots.txt").read_text(encoding="utf-8").endswith("sitemap.xml\n")
    assert json.loads((real_site / "faq.json").read_text(encoding="utf-8"))["questions"]
