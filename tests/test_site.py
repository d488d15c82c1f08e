"""The built site, read from its files: anchors, links, policies, languages and sources."""

from __future__ import annotations

import json
import re
import struct
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.exceptions import PluginError

from checkers.rulebook import load
from macros.scripts import release
from macros.sources import register
from release.listing import listing
from release.shared_files import name_of
from release.site_policy import policy_of

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
BOOK = load()
CHARSET = '<meta charset="utf-8">'
SOURCES = {BOOK.address, *(address for source in register().values() for address in source.addresses)}
#: The elements that run Python in a worker.
WITH_PYTHON = ("team-checker", "visit-planner", "method-chooser")
#: Directives that fall back to default-src, where a policy does not say them.
FETCHING = {"connect-src", "font-src", "frame-src", "img-src", "media-src", "object-src", "manifest-src"}
#: What each page may fetch and send to, but for scripts, styles and workers.
ALLOWED = (
    dict.fromkeys(("object-src", "frame-src", "media-src", "base-uri", "form-action"), "'none'")
    | dict.fromkeys(("connect-src", "font-src", "manifest-src"), "'self'")
    | {"img-src": "'self' data:"}
)
POLICY = '<meta http-equiv="Content-Security-Policy" content="'


class Page(HTMLParser):
    """What the tests ask of one built page."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.text = path.read_text("utf-8")
        self.ids = Counter()
        self.tags = Counter()
        self.classes = Counter()
        self.links = []
        self.languages = []
        self.described = False
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags[tag] += 1
        self.ids.update([values["id"]] if "id" in values else [])
        self.classes.update((values.get("class") or "").split())
        self.links += [(tag, values[name], values) for name in ("href", "src") if name in values]
        if "lang" in values:
            self.languages.append((tag, values["lang"]))
        self.described |= tag == "meta" and values.get("name") == "description" and bool(values["content"])

    @property
    def uri(self):
        """The page's address below its language's root."""
        return self.path.parent.relative_to(self.root).as_posix()

    @property
    def language(self):
        return "en" if self.path.is_relative_to(SITE / "en") else "sv"

    @property
    def root(self):
        return SITE / "en" if self.language == "en" else SITE


PAGES = {path: Page(path) for path in sorted(SITE.rglob("index.html"))}
#: Where the pages lie that other sites show in a frame.
FRAMED = "embed/"


def each(pages):
    return pytest.mark.parametrize("page", pages, ids=lambda page: f"{page.language}/{page.uri}")


each_page = each(PAGES.values())
each_page_of_the_guide = each([page for page in PAGES.values() if not page.uri.startswith(FRAMED)])
each_framed_page = each([page for page in PAGES.values() if page.uri.startswith(FRAMED)])


def anchors(page):
    """Return what a link may lead to: not a title's own words, nor a word's explanation."""
    title = re.search(r'<h1 id="([^"]+)"', page.text)
    tips = {name for name in page.ids if name.startswith("tip-")}
    return page.ids.keys() - tips - ({title[1]} if title else set())


def target(page, link):
    """Return the file and the fragment that a relative link leads to."""
    parts = urlsplit(link)
    path = Path(page.path.parent, unquote(parts.path)).resolve() if parts.path else page.path
    return (path / "index.html" if path.is_dir() else path), parts.fragment


def test_the_site_is_built_in_both_languages():
    addresses = {
        language: {page.uri for page in PAGES.values() if page.language == language}
        for language in ("sv", "en")
    }
    assert len(addresses["sv"]) > len(BOOK.groups)
    assert addresses["sv"] == addresses["en"]


def test_both_languages_have_the_same_sources():
    files = [
        {path.relative_to(docs) for path in docs.rglob("*") if path.is_file()}
        for docs in (ROOT / "docs/sv", ROOT / "docs/en")
    ]
    assert files[0] == files[1]


@pytest.mark.parametrize("group", BOOK.groups, ids=lambda group: group.id)
@pytest.mark.parametrize("root", [SITE, SITE / "en"], ids=["sv", "en"])
def test_every_rule_has_exactly_one_paragraph_on_its_groups_page(root, group):
    page = PAGES[root / group.page / "index.html"]
    assert {rule.anchor: page.ids[rule.anchor] for rule in group.rules} == {
        rule.anchor: 1 for rule in group.rules
    }
    assert all(rule.source.page == f"{group.page}#{rule.anchor}" for rule in group.rules)


@each_page
def test_ids_are_unique(page):
    assert not [name for name, times in page.ids.items() if times > 1]


@each_page
def test_every_link_is_relative_and_leads_somewhere_but_those_to_sources(page):
    broken = []
    for _, link, values in page.links:
        if values.get("rel") == "external noreferrer" and link in SOURCES:
            continue
        file, fragment = target(page, link)
        absolute = urlsplit(link).scheme or link.startswith("/")
        if absolute or not file.is_file() or (fragment and not PAGES[file].ids[fragment]):
            broken.append(link)
    assert not broken


@each_page_of_the_guide
def test_the_language_link_leads_to_the_same_page(page):
    other = {"sv": "en", "en": "sv"}[page.language]
    (link,) = [link for _, link, values in page.links if values.get("hreflang") == other]
    there = PAGES[target(page, link)[0]]
    assert (there.language, there.uri) == (other, page.uri)


@pytest.mark.parametrize("uri", sorted({page.uri for page in PAGES.values()} - {"print"}))
def test_both_languages_have_the_same_anchors(uri):
    """The whole guide on one page is made of the other pages, their titles' words too."""
    swedish, english = (anchors(PAGES[root / uri / "index.html"]) for root in (SITE, SITE / "en"))
    assert swedish
    assert swedish == english


@each_page
def test_the_page_and_its_swedish_quotes_say_their_language(page):
    assert page.languages[0] == ("html", page.language)
    assert {language for tag, language in page.languages if tag in {"q", "cite"}} <= {"sv"}
    assert page.tags["q"] == len([tag for tag, _ in page.languages if tag == "q"])


@each_page
def test_the_page_has_a_heading_a_description_and_its_source(page):
    assert page.tags["h1"] == 1
    assert page.described
    assert page.classes["pg-source"] >= 1


def effective(policy):
    """Return what a policy says of what could carry data out, by itself or by its default."""
    said = dict(part.split(" ", 1) for part in policy.split("; "))
    return {name: said.get(name, said["default-src"] if name in FETCHING else None) for name in ALLOWED}


@each_page
def test_the_policy_comes_first_and_holds_for_the_page(page):
    head, _, rest = page.text.partition(CHARSET)
    assert "<meta" not in head
    assert rest.startswith(POLICY)
    policy, _, after = rest.removeprefix(POLICY).partition('">')
    assert policy == policy_of(head + CHARSET + after)
    assert "unsafe-inline" not in policy
    runs_python = any(page.tags[tag] for tag in WITH_PYTHON)
    assert effective(policy) == ALLOWED
    assert ("'wasm-unsafe-eval'" in policy) == ("blob:" in policy) == runs_python


@pytest.mark.parametrize("tag", ["<p style='color: red'>", "<img onerror='alert()'>"])
def test_the_policy_refuses_a_page_with_anything_inline(tag):
    with pytest.raises(PluginError, match="blocks inline"):
        policy_of(f"<!doctype html>{tag}")


@each_page
def test_the_policy_allows_no_evaluation_but_of_webassembly_and_no_script_of_another_origin(page):
    policy = page.text.partition(POLICY)[2].partition('">')[0]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src ")).split()[1:]
    known = re.compile(r"'self'|'wasm-unsafe-eval'|'sha256-[A-Za-z0-9+/]{43}='")
    assert [source for source in scripts if not known.fullmatch(source)] == []


def test_the_checker_stands_on_every_components_pages_and_on_its_own():
    checkers = {(page.language, page.uri) for page in PAGES.values() if page.tags["team-checker"]}
    components = ("inception", "project", "steering", "expansion", "dissemination")
    pages = ["check", *(folder + name for folder in ("components/", FRAMED) for name in components)]
    assert checkers == {(language, page) for language in ("sv", "en") for page in pages}


@each_framed_page
def test_a_page_for_a_frame_is_a_tool_alone_and_opens_links_beside_it(page):
    assert page.tags["team-checker"] == 1
    assert not page.tags["nav"] + page.tags["header"] + page.tags["footer"] + page.classes["pg-search"]
    assert '<base target="_blank">' in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    full = page.uri.replace(FRAMED, "components/")
    (link,) = [link for _, link, values in page.links if values.get("rel") == "noopener"]
    assert PAGES[target(page, link)[0]].uri == full


@each_page_of_the_guide
def test_no_page_of_the_guide_leads_to_one_for_a_frame(page):
    assert not [link for _, link, _ in page.links if FRAMED in link]


def test_a_missing_page_is_answered_in_both_languages():
    page = Page(SITE / "404.html")
    assert page.languages == [("html", "sv"), ("section", "en")]
    assert [link for tag, link, _ in page.links if tag == "a"] == ["/", "/en/"]
    assert POLICY in page.text
    assert not (SITE / "en/404.html").exists()


@each_page
def test_the_page_names_shared_files_of_one_release_only(page):
    named = [
        target(page, link)[0].relative_to(SITE) for tag, link, _ in page.links if tag in ("link", "script")
    ]
    files = [file.parts for file in named if file.suffix not in (".html", ".webmanifest")]
    assert files
    assert {parts[:2] for parts in files} == {("assets", release())}


@each_page
def test_each_module_is_there_as_a_classic_script_too(page):
    modules = [target(page, link)[0] for tag, link, values in page.links if values.get("type") == "module"]
    assert modules
    for module in modules:
        classic = module.parent.with_name("classic") / module.name
        assert b"import.meta" not in classic.read_bytes()


@pytest.mark.parametrize(("language", "name"), [("sv", "Partnerskapsguiden"), ("en", "Partnership Guide")])
def test_the_guide_can_be_installed_in_each_language(language, name):
    """Below any path: its addresses are relative, and its icons are as large as they say."""
    root = {"sv": SITE, "en": SITE / "en"}[language]
    manifest = json.loads((root / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["lang"], manifest["start_url"]) == (name, language, "./")
    assert (root / manifest["scope"]).resolve() == SITE
    sizes = {}
    for icon in manifest["icons"]:
        header = (root / icon["src"]).read_bytes()[:24]
        assert header.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", header[16:])
        assert icon["sizes"] == f"{width}x{height}"
        sizes[icon["purpose"], width] = icon
    assert sizes.keys() == {("any", 192), ("any", 512), ("maskable", 512)}
    for page in PAGES.values():
        links = [link for _, link, values in page.links if values.get("rel") == "manifest"]
        assert len(links) == (0 if page.uri.startswith(FRAMED) else 1)


def test_the_listing_holds_all_that_is_needed_without_a_network():
    contents = json.loads((SITE / "release.json").read_text("utf-8"))
    assert contents == listing(SITE)
    assert contents["release"] in (SITE / "sw.js").read_text("utf-8")
    pages = {
        f"{page.path.parent.relative_to(SITE).as_posix()}/".removeprefix("./") for page in PAGES.values()
    }
    shown = {page for page in pages if not page.startswith((FRAMED, f"en/{FRAMED}"))}
    assert {name for name in contents["files"] if not name or name.endswith("/")} == shown
    runtime = {f"runtime/{path.name}" for path in SITE.glob("runtime/*.bin")}
    assert len(runtime) == 8
    assert {"search/index.json", "en/search/index.json", *runtime} <= contents["files"].keys()
    unneeded = ("LICENSE", "NOTICE", "/classic/")
    assert not [name for name in contents["files"] if any(part in name for part in unneeded)]


def test_the_release_is_named_for_all_that_lies_in_it():
    """The name can be made again from the folder, and one byte changed makes another."""
    folder = SITE / "assets" / release()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    assert name_of(files) == release()
    assert name_of(files | {"css/site.css": files["css/site.css"] + b" "}) != release()


def test_nothing_is_shipped_that_no_page_asks_for():
    files = {path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()}
    assert not [
        name for name in files if name.endswith(".map") or "sitemap" in name or name.startswith("en/assets/")
    ]
    assert {
        "404.html",
        "embed.js",
        "search/index.json",
        "en/search/index.json",
    } <= files
