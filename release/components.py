"""What the site holds of others' work, with versions and licences: the list behind page, SBOM and licences.

Names and versions come from what was built and installed; `linked.toml` adds what no package tells of.
"""

from __future__ import annotations

import base64
import email
import hashlib
import json
import re
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from macros.components import LIST
from release import bundle, runtime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LINKED", "Component", "components", "licences", "write"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_MODULES: Final = _ROOT / "node_modules"
LINKED: Final = Path(__file__).resolve().parent / "linked.toml"
#: Copied as they come, beside the packages that are joined into scripts.
COPIED: Final = ("@fontsource-variable/source-sans-3", "@orama/stemmers", "ical.js", "minisearch")
_FONT: Final = "@fontsource-variable/source-sans-3"
_THEME: Final = "mkdocs-material"
_PYODIDE: Final = "pyodide"
_PYTHON: Final = "cpython"


class Component(NamedTuple):
    """Something of others' that the site holds, whole or in part."""

    name: str
    #: Empty where the part does not say it.
    version: str
    #: An SPDX expression.
    licence: str
    #: Where its source is to be had.
    source: str
    #: What it is part of: `python`, `script`, `look` or `data`.
    place: str
    #: Package URL, which is also its name among the others.
    purl: str
    #: The component that it lies in, by purl; empty where the site itself holds it.
    within: str = ""
    #: Of the package that it came in: an algorithm and the digest in base16.
    digest: tuple[str, str] | None = None
    #: The texts of its licence, as it carries them.
    texts: tuple[str, ...] = ()


def components() -> list[Component]:
    """Return all, by name; the scripts and the runtime are built already."""
    joined = json.loads(bundle.PACKAGES.read_text("utf-8"))
    # Of Pyodide comes its module, cut to size; no script of ours imports the package.
    npm = [_from_npm(name) for name in sorted({*joined, *COPIED, _PYODIDE})]
    pyodide = next(one for one in npm if one.name == _PYODIDE)
    found = [*npm, *_of_runtime(pyodide), *_from_wheels(), _theme(), *_linked(pyodide)]
    return sorted(found, key=lambda one: (one.name.lower(), one.version))


def write() -> list[Component]:
    """Write the list, without the licences' texts, for whoever makes a page of it; return it."""
    found = components()
    rows = [{name: getattr(one, name) for name in ("name", "version", "licence", "place")} for one in found]
    LIST.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return found


def licences(found: Iterable[Component]) -> str:
    """Return one text with each component, its licence and its source, and each licence's text once."""
    parts = ["What this site holds of others' work, each with its licence and its source.\n"]
    shown: dict[str, str] = {}
    for one in found:
        head = f"{one.name} {one.version}".strip()
        parts.append(f"{'=' * 78}\n{head}\nLicence: {one.licence}\nSource: {one.source}\n")
        for text in one.texts:
            parts.append(f"As {shown[text]}.\n" if text in shown else text)
            shown.setdefault(text, head)
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _from_npm(name: str) -> Component:
    folder = _MODULES / name
    about = json.loads((folder / "package.json").read_text("utf-8"))
    locked = json.loads((_ROOT / "package-lock.json").read_text("utf-8"))["packages"][f"node_modules/{name}"]
    kind, _, digest = locked["integrity"].partition("-")
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir()) if _is_licence(path.name)]
    return Component(
        name,
        about["version"],
        about["license"],
        _address(about["repository"]["url"]),
        "python" if name == _PYODIDE else "look" if name == _FONT else "script",
        f"pkg:npm/{quote(name, safe='/')}@{about['version']}",
        digest=(f"SHA-{kind.removeprefix('sha')}", base64.b64decode(digest).hex()),
        texts=tuple(texts),
    )


def _of_runtime(pyodide: Component) -> Iterator[Component]:
    """Name what Pyodide was made with; its own list says which versions."""
    about = json.loads((runtime.PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    python, emscripten = about["python"], about["platform"].removeprefix("emscripten_").replace("_", ".")
    for name, version, licence, place, tag in (
        ("CPython", python, "PSF-2.0", f"python/{_PYTHON}", f"v{python}"),
        ("Emscripten", emscripten, "MIT OR NCSA", "emscripten-core/emscripten", emscripten),
    ):
        purl = f"pkg:github/{place}@{tag}"
        yield Component(
            name, version, licence, f"https://github.com/{place}", "python", purl, within=pyodide.purl
        )


def _from_wheels() -> Iterator[Component]:
    """Name the packages for spreadsheets, from the wheels that they came in."""
    spdx = _toml()["spdx"]
    for wheel in runtime.optional_wheels():
        with zipfile.ZipFile(wheel) as archive:
            names = sorted(name for name in archive.namelist() if ".dist-info/" in name)
            read = {Path(name).name: archive.read(name).decode() for name in names}
        about = email.message_from_string(read["METADATA"])
        name = re.sub(r"[-_.]+", "-", about["Name"]).lower()
        links = dict(link.split(", ", 1) for link in about.get_all("Project-URL", ()))
        yield Component(
            about["Name"],
            about["Version"],
            spdx.get(name, about["License"]),
            links.get("Source") or about["Home-page"],
            "python",
            f"pkg:pypi/{name}@{about['Version']}",
            digest=("SHA-256", hashlib.sha256(wheel.read_bytes()).hexdigest()),
            texts=tuple(text for name, text in read.items() if _is_licence(name)),
        )


def _theme() -> Component:
    about = metadata.metadata(_THEME)
    links = dict(link.split(", ", 1) for link in about.get_all("Project-URL") or ())
    version = about["Version"]
    return Component(
        "Material for MkDocs",
        version,
        about["License-Expression"],
        links["Source"],
        "look",
        f"pkg:pypi/{_THEME}@{version}",
        texts=(_text_of(_THEME, "licenses/LICENSE"),),
    )


def _linked(pyodide: Component) -> Iterator[Component]:
    for part in _toml()["part"]:
        version = part.get("version", "")
        slug = re.sub(r"[^a-z0-9+.]+", "-", part["name"].lower()).strip("-")
        yield Component(
            part["name"],
            version,
            part["licence"],
            part["source"],
            part.get("place", "python"),
            f"pkg:generic/{quote(slug)}" + f"@{version}" * bool(version),
            within="" if part["in"] == "page" else pyodide.purl,
            texts=tuple(_text_of(*text) for text in part.get("texts", ())),
        )


def _toml() -> dict[str, Any]:
    return tomllib.loads(LINKED.read_text("utf-8"))


def _text_of(distribution: str, end: str) -> str:
    """Return an installed package's file.

    Raises:
        FileNotFoundError: it has none whose path ends so.
    """
    for file in metadata.files(distribution) or ():
        if file.as_posix().endswith(end):
            return file.read_text("utf-8")
    raise FileNotFoundError(f"{distribution} has no {end}")


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE"))


def _address(repository: str) -> str:
    return re.sub(r"^git(?:\+https)?://", "https://", repository).removesuffix(".git")
