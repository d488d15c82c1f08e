"""The checker in the frame of another site: as high as its content, and silent about all else."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.hosting import served
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
#: Keeps what comes to the page, from wherever.
LISTENS = "<script>var heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>"


def snippet(language, guide):
    """Return the line that the page on hosting gives, with the guide's own address in it."""
    text = (ROOT / f"site/{'en/' if language == 'en' else ''}about/hosting/index.html").read_text("utf-8")
    (code,) = re.findall(r'<code class="language-html">(.*?)</code>', text, re.DOTALL)
    return re.sub(r"https://[^/]+/", guide, html.unescape(code))


@pytest.fixture
def host(tmp_path):
    """Another site, whose only page is written by the test."""
    with served(tmp_path) as address:
        yield tmp_path / "index.html", address


@pytest.fixture
def visit(chromium, host):
    """Write the other site's page, open it, and take down all that is asked of any server."""
    context = chromium.new_context(viewport={"width": 900, "height": 700}, reduced_motion="reduce")
    context.asked = []
    context.on("request", lambda request: context.asked.append((request.url, request.post_data)))
    file, address = host

    def open_page(body):
        file.write_text(
            f"<!doctype html><meta charset=utf-8><title>Intranet</title><h1>Intranet</h1>{body}", "utf-8"
        )
        page = context.new_page()
        page.goto(address)
        return page

    open_page.asked = context.asked
    yield open_page
    context.close()


def framed(page):
    """Return the checker's frame, once it is there."""
    frame = page.frame_locator("iframe")
    frame.locator(".checker-app").wait_for()
    return frame


_LOOKS = 50


def fits(page, before=0):
    """Wait until the frame has been made another height than before, as high as its content."""
    wait_for(
        page,
        "(before) => { const { height } = document.querySelector('iframe'); return height != before; }",
        str(before),
    )
    # What is in the frame may still be growing: an answer comes after the change that it is about.
    for _ in range(_LOOKS):
        page.wait_for_timeout(300)
        height = int(page.locator("iframe").get_attribute("height"))
        content = page.frame_locator("iframe").locator(".pg-embed").bounding_box()["height"]
        if 0 <= height - content < 2:
            return height
    raise AssertionError(f"the frame is {height} px high, its content {content} px")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_documented_line_makes_a_frame_that_is_as_high_as_its_content(visit, site, language):
    page = visit(LISTENS + snippet(language, site))
    frame = framed(page)
    expect(frame.locator("html")).to_have_attribute("lang", language)
    assert page.locator("iframe").get_attribute("title")
    before = fits(page, 900)
    frame.locator("[data-action=example]").click()
    frame.locator("team-checker[state=ready][verdict=unmet]").wait_for()
    filled = fits(page, before)
    assert filled > before
    frame.locator("[data-action=undo]").last.click()
    fits(page, filled)


def test_nothing_that_is_entered_leaves_the_frame(visit, site, host):
    page = visit(LISTENS + snippet("sv", site))
    frame = framed(page)
    frame.locator("[data-action=add-person]").first.click()
    frame.locator("[data-path*=name]").last.fill("Hemliga Hedvig")
    frame.locator("team-checker[state=ready][verdict]").wait_for()
    wait_for(page, "() => heard.length > 1")
    heard = page.evaluate("heard")
    assert all(message.keys() == {"type", "height"} for message in heard)
    assert {(type(one["height"]), one["type"]) for one in heard} == {(int, "partnership-guide:height")}
    assert all(url.startswith((site, host[1], "blob:")) for url, _ in visit.asked)
    assert not [url for url, body in visit.asked if body or "Hedvig" in url]


@pytest.mark.parametrize(
    "origin", [None, "", "*", "/", "null", "example.org", "javascript:1", "HOST/", "HOST/page", "SITE"]
)
def test_a_page_whose_origin_is_not_the_declared_one_is_told_nothing(visit, site, host, origin):
    declared = origin and origin.replace("HOST/", host[1]).replace("SITE", site.rstrip("/"))
    query = "" if declared is None else f"?origin={declared}"
    page = visit(f'{LISTENS}<iframe src="{site}embed/inception/{query}" width=600 height=400></iframe>')
    framed(page).locator("[data-action=example]").click()
    page.frame_locator("iframe").locator("team-checker[verdict]").wait_for()
    assert page.evaluate("heard") == []


def test_the_frame_obeys_nobody_but_the_guide(visit, site, host, tmp_path):
    """Neither the page itself nor another frame of the guide's origin sets the height."""
    (tmp_path / "liar.html").write_text(
        "<script>parent.postMessage({ type: 'partnership-guide:height', height: 77 }, '*')</script>", "utf-8"
    )
    other = f'<iframe src="{host[1]}liar.html"></iframe>'
    page = visit(LISTENS + snippet("sv", site) + other)
    page.frame_locator("iframe[title]").locator(".checker-app").wait_for()
    page.evaluate("postMessage({ type: 'partnership-guide:height', height: 78 }, '*')")
    wait_for(page, "() => heard.filter(({ height }) => height === 77 || height === 78).length === 2")
    wait_for(page, "() => document.querySelector('iframe[title]').height !== '900'")
    assert page.locator("iframe[title]").get_attribute("height") not in ("77", "78")


def test_links_open_beside_the_page(visit, site):
    page = visit(snippet("sv", site))
    frame = framed(page)
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Läs om förberedelsen").click()
    assert opened.value.url == f"{site}components/inception/"
    assert opened.value.evaluate("window.opener") is None
    frame.locator("[data-action=example]").click()
    frame.locator("team-checker[verdict=unmet]").wait_for()
    with page.expect_popup() as source:
        frame.locator(".checker-source a:visible").first.click()
    assert "/embed/" not in source.value.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_takes_the_scheme_it_is_given(visit, site, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    page = visit(snippet("sv", site).replace("async", f'data-scheme="{scheme}" async'))
    page.emulate_media(color_scheme=other)
    assert (
        framed(page).locator("body").get_attribute("data-md-color-scheme")
        == ({"light": "default", "dark": "slate"}[scheme])
    )


def test_a_link_made_in_a_frame_leads_to_the_guide_itself(visit, site):
    """Its dialog opens in sight, however high the frame is."""
    page = visit(snippet("sv", site))
    frame = framed(page)
    frame.locator("[data-action=example]").click()
    frame.locator("[data-action=share]").click()
    assert 0 < frame.locator(".checker-share").bounding_box()["y"] < page.viewport_size["height"]
    frame.locator("[data-action=share-make]").press("Enter")
    assert frame.locator("#checker-share-link").input_value().startswith(f"{site}check/?component=inception#")


def test_a_line_without_a_component_says_so_and_shows_nothing(visit, site):
    page = visit("")
    with page.expect_event("pageerror") as fault:
        page.add_script_tag(url=f"{site}embed.js")
    assert "data-component" in str(fault.value)
    expect(page.locator("iframe")).to_have_count(0)
