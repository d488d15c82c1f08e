"""Where a browser refuses the guide's modules: classic scripts do their work, or each tool says why not."""

from __future__ import annotations

import pytest

from macros.words import word
from tests.browser.axe import violations
from tests.hosts.conftest import SITE
from tests.hosts.servers import typeless

pytestmark = pytest.mark.browser

PREFIXES = {"sv": "", "en": "en/"}
#: By page: its tools, and what each is called.
TOOLS = {
    "components/inception/": {"team-checker": "checker"},
    "check/": {"team-checker": "checker", "offline-copy": "button"},
    "learning/visit/": {"visit-planner": "planner"},
    "toolbox/": {"method-chooser": "chooser"},
    "about/privacy/": {"offline-copy": "button", "erase-data": "button"},
    "embed/inception/": {"team-checker": "checker"},
}
each_page = pytest.mark.parametrize("path", TOOLS)
each_language = pytest.mark.parametrize("language", PREFIXES)


def told(page, tool):
    """Return what a tool's place says of why it does not start."""
    found = page.locator(f"{tool} > [data-refused]:visible")
    found.first.wait_for()
    return found.all_inner_texts()


def sentence(kind, tool, language):
    return word(f"refused.{kind}", language).format(tool=word(f"refused.{tool}", language))


@each_language
@each_page
@pytest.mark.parametrize("kind", ["", "text/plain"])
def test_from_a_host_that_knows_no_types_each_tool_starts_all_the_same(serve, context, kind, path, language):
    host = serve(typeless, kind=kind)
    page = context.new_page()
    page.goto(f"{host.address}{PREFIXES[language]}{path}")
    for tool in TOOLS[path]:
        page.locator(f"{tool}:defined").wait_for(state="attached")
    assert page.locator("html.no-js, [data-refused]:visible").count() == 0


@each_language
@each_page
def test_a_host_that_lets_no_browser_guess_types_is_told_what_to_do(serve, context, path, language):
    host = serve(typeless, kind="application/octet-stream", headers=["X-Content-Type-Options=nosniff"])
    page = context.new_page()
    page.goto(f"{host.address}{PREFIXES[language]}{path}")
    for tool, name in TOOLS[path].items():
        help_text = word("refused.server", language)
        assert told(page, tool) == [f"{sentence('host', name, language)} {help_text}"]
    # As for readers without scripts: nothing invites to what does not answer.
    assert page.locator("html.no-js").count() == 1
    way = page.locator("[data-refused=host]:visible a").first
    page.goto(way.evaluate("link => link.href"))
    assert page.locator("#server").is_visible()


@each_language
@each_page
def test_from_the_disk_each_tool_says_why_it_does_not_start(context, path, language):
    page = context.new_page()
    page.goto(f"{SITE.as_uri()}/{PREFIXES[language]}{path}index.html")
    for tool, name in TOOLS[path].items():
        assert told(page, tool) == [sentence("disk", name, language)]
    assert page.locator(".pg-search:visible, .pg-scheme:visible").count() == 0
    # Styles come from the disk as well, and the list of what is asked for is there to go through by hand.
    assert page.evaluate("document.styleSheets.length") > 0
    assert violations(page) == []


def test_from_the_disk_links_lead_to_pages(context):
    page = context.new_page()
    page.goto(f"{SITE.as_uri()}/index.html")
    page.locator("#main details[open] a[href*='components/inception/']").first.click()
    page.wait_for_url("**/components/inception/index.html")
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url("**/en/components/inception/index.html")
    assert page.locator("h1").inner_text()
    page.locator("#main a[href*='#']:visible").first.click()
    assert page.locator("h1").count() == 1


def test_where_scripts_start_nothing_is_told(serve, context):
    host = serve(typeless, kind="text/javascript")
    page = context.new_page()
    page.goto(f"{host.address}learning/visit/")
    page.locator("visit-planner .checker-app").wait_for()
    assert page.locator("[data-refused]:visible").count() == 0
