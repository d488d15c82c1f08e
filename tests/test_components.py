"""What the site holds of others' work is listed, with versions and licences, on a page and as an SBOM."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
import zstandard
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

from macros.interface import interface
from release import bundle, runtime, shared_files
from release.components import LINKED, Component, components, licences
from release.sbom import sbom

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
PARTS = tomllib.loads(LINKED.read_text("utf-8"))["part"]
NPM_FOLDER = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)")


class Page(HTMLParser):
    """What a page's tables say, row by row, and where its links lead."""

    def __init__(self, path):
        super().__init__()
        self.rows, self.links = [[]], []
        self._cell = None
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self._cell = ""
        elif tag == "a":
            self.links.append(dict(attrs).get("href", ""))

    def handle_data(self, data):
        if self._cell is not None:
            self._cell += data

    def handle_endtag(self, tag):
        if tag == "td":
            self.rows[-1].append(self._cell.strip())
            self._cell = None


@pytest.fixture(scope="module")
def found():
    return components()


@pytest.fixture(scope="module")
def document():
    return json.loads((SITE / "sbom.json").read_text("utf-8"))


def one(**changed):
    values = {
        "name": "a",
        "version": "1",
        "licence": "MIT",
        "source": "https://example.org/a",
        "place": "script",
    }
    return Component(**(values | {"purl": "pkg:generic/a@1"} | changed))


def locked(name):
    """Return the version that a package's lock names, npm's or pip's."""
    kind, _, rest = name.removeprefix("pkg:").partition("/")
    path, _, version = rest.replace("%40", "@").rpartition("@")
    if kind == "npm":
        lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
        return version, lock[f"node_modules/{path}"]["version"]
    text = "".join((ROOT / f"requirements/{lock}.txt").read_text("utf-8") for lock in ("build", "runtime"))
    return version, re.search(rf"^{re.escape(path)}==(\S+)", text, re.MULTILINE)[1]


def test_the_sbom_is_valid_by_the_schema(document):
    assert document["specVersion"] == "1.6"
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document)) is None


def test_what_the_schema_refuses_is_seen(document):
    wrong = document | {"components": [{"type": "library"}]}
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(wrong)) is not None


def test_every_package_joined_into_a_script_is_listed(document):
    joined = json.loads(bundle.PACKAGES.read_text("utf-8"))
    assert {"idb", "fzstd"} <= set(joined)
    assert set(joined) <= {part["name"] for part in document["components"]}


def test_every_package_copied_into_the_site_is_listed(document):
    copied = {
        found[1]
        for folder, _, _ in shared_files._SHARED  # noqa: SLF001 - what is copied stands there alone
        if (found := NPM_FOLDER.search(folder.as_posix()))
    }
    assert {"minisearch", "ical.js"} <= copied
    assert copied <= {part["name"] for part in document["components"]}


def test_every_package_of_the_runtime_is_listed(document):
    manifest = json.loads(runtime.MANIFEST.read_text("utf-8"))
    listed = {part["purl"]: part for part in document["components"]}
    for name, package in manifest["lock"]["packages"].items():
        assert f"pkg:pypi/{name}@{package['version']}" in listed
    assert f"pkg:npm/pyodide@{manifest['pyodide']}" in listed
    assert f"pkg:github/python/cpython@v{manifest['python']}" in listed


def test_every_version_is_the_one_in_the_lock(found):
    packages = [part for part in found if part.purl.startswith(("pkg:npm", "pkg:pypi"))]
    assert len(packages) >= 12
    for part in packages:
        version, wanted = locked(part.purl)
        assert part.version == version == wanted


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["name"])
def test_what_no_package_tells_of_is_really_there(part):
    """Found in what is shipped, packed as it is."""
    pattern, unpack = {
        "module": ("runtime/pyodide.asm-*.bin", zstandard.decompress),
        "script": ("runtime/worker-*.bin", gzip.decompress),
        "page": ("components/inception/index.html", bytes),
    }[part["in"]]
    (file,) = SITE.glob(pattern)
    content = unpack(file.read_bytes())
    assert part["seen"].encode() in content
    if part["in"] == "module" and "version" in part:
        assert part["version"].encode() in content


def test_every_licence_is_one_that_spdx_knows(found):
    known = get_spdx_licensing()
    for part in found:
        if part.licence != "NOASSERTION" and not part.licence.startswith("LicenseRef-"):
            assert known.validate(part.licence).errors == [], part.name


def test_the_page_lists_each_part_with_its_licence_in_both_languages(found):
    for language, root in (("sv", SITE), ("en", SITE / "en")):
        page = Page(root / "about/hosting/index.html")
        rows = {row[0]: row[1] for row in page.rows if len(row) > 1}
        words = interface(language, "components.toml")
        for part in found:
            shown = rows[f"{part.name} {part.version}".strip()]
            assert shown in (part.licence, words["unstated"], words["public_domain"])
        for file in ("sbom.json", "licences.txt"):
            (link,) = {link for link in page.links if link.endswith(f"/{file}")}
            assert (root / "about/hosting" / link).resolve() == SITE / file


def test_the_licences_texts_are_those_that_the_parts_bring(found):
    text = (SITE / "licences.txt").read_text("utf-8")
    assert text == licences(found)
    for part in found:
        assert f"\n{part.name} {part.version}".rstrip() + "\n" in text
    for package in ("fzstd", "@noble/hashes", "idb", "@fontsource-variable/source-sans-3"):
        assert (ROOT / "node_modules" / package / "LICENSE").read_text("utf-8").strip() in text


def test_a_text_that_two_parts_share_stands_once():
    text = licences([one(texts=("Do as you like.",)), one(name="b", texts=("Do as you like.",))])
    assert text.count("Do as you like.") == 1
    assert "As a 1." in text


def test_the_site_gives_the_same_sbom_again_and_another_site_another(found, document):
    release = document["metadata"]["component"]["version"]
    assert sbom(found, release) == (SITE / "sbom.json").read_text("utf-8")
    assert json.loads(sbom(found[1:], release))["serialNumber"] != document["serialNumber"]
    assert "timestamp" not in document["metadata"]


def test_a_part_without_version_or_stated_licence_is_told_without():
    part = json.loads(sbom([one(version="", licence="NOASSERTION", purl="pkg:generic/a")], "r"))[
        "components"
    ][0]
    assert not {"version", "licenses", "hashes"} & part.keys()


def test_every_reference_leads_to_a_part(document):
    refs = [part["bom-ref"] for part in document["components"]]
    assert len(refs) == len(set(refs))
    known = {*refs, document["metadata"]["component"]["bom-ref"]}
    reached = {ref for entry in document["dependencies"] for ref in entry["dependsOn"]}
    assert reached == set(refs)
    assert {entry["ref"] for entry in document["dependencies"]} <= known


def test_a_hash_is_that_of_the_package(found):
    part = next(part for part in found if part.name == "openpyxl")
    (wheel,) = [wheel for wheel in runtime.optional_wheels() if wheel.name.startswith("openpyxl")]
    assert part.digest == ("SHA-256", hashlib.sha256(wheel.read_bytes()).hexdigest())


def test_no_copy_for_use_without_a_network_holds_them():
    listed = json.loads((SITE / "release.json").read_text("utf-8"))["files"]
    assert not {"sbom.json", "licences.txt"} & listed.keys()
