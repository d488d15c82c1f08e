"""What pages share: fonts, styles, scripts and images, in a folder named for what they hold.

A page names files of its own release only, so an open page never mixes two, and a host may let browsers keep
them for ever.
"""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File

from macros.scripts import RELEASE_FILE
from release import bundle, components
from release.sbom import sbom
from release.style import style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["name_of", "shared_files", "unshared_files"]

# Warnings count in a strict build.
_LOG: Final = logging.getLogger("mkdocs.hooks.shared_files")
_ROOT: Final = Path(__file__).parent.parent
_MODULES: Final = _ROOT / "node_modules"
_CALENDAR: Final = _MODULES / "ical.js"
_DATABASE: Final = _MODULES / "idb"
_FONTS: Final = _MODULES / "@fontsource-variable/source-sans-3/files"
#: As much of a digest as names a release.
_LENGTH: Final = 12

#: Joined into one, in this order, so that a page waits for one file.
_STYLES: Final = (
    "tokens",
    "fonts",
    "material",
    "header",
    "layout",
    "pages",
    "prose",
    "rules",
    "glossary",
    "methods",
    "figures",
    "situations",
    "start",
    "search",
    "whole",
    "embed",
    "offline",
    "print",
)

#: Folder of ours, which of its files, and their place below the release.
_SHARED: Final = (
    (_ROOT / "theme/images", "*", "images/"),
    (_ROOT / "theme/js", "*.js", "js/"),
    (_FONTS, "source-sans-3-latin-wght-normal.woff2", "fonts/"),
    (_MODULES / "minisearch/dist/es", "index.js", "search/minisearch/"),
    (_MODULES / "minisearch", "LICENSE.txt", "search/minisearch/"),
    (_MODULES / "@orama/stemmers/dist", "se.js", "search/stemmers/"),
    (_MODULES / "@orama/stemmers/dist", "en.js", "search/stemmers/"),
    (_MODULES / "@orama/stemmers", "LICENSE.md", "search/stemmers/"),
    (bundle.FOLDER, "*.js", "checker/"),
    (bundle.FOLDER, "*.css", "checker/"),
    (_CALENDAR / "dist", "ical.min.js", "ical/"),
    (_CALENDAR, "LICENSE", "ical/"),
    (_DATABASE, "LICENSE", "idb/"),
)
#: What keeps its address whatever it holds: the runtime, and the script that other sites name.
_UNSHARED: Final = (
    (_ROOT / "build/runtime", "*", "runtime/"),
    (bundle.WORKER_FOLDER, "*.bin", "runtime/"),
    (_ROOT / "theme", "embed.js", ""),
)


def shared_files(config: MkDocsConfig, theme: Path) -> list[File]:
    """Return all shared files in the folder of their release, and note its name.

    Args:
        config: of the build.
        theme: the theme's own style sheet, of which pages use a part.
    """
    parts = [(_ROOT / f"theme/css/{name}.css").read_text("utf-8") for name in _STYLES]
    files = {"css/site.css": style(theme.read_text("utf-8"), "\n".join(parts)).encode()}
    files |= {uri: path.read_bytes() for path, uri in _found(_SHARED)}
    files |= bundle.classic(files)
    release = name_of(files)
    RELEASE_FILE.write_text(release, "utf-8")
    return [
        File.generated(config, f"assets/{release}/{uri}", content=content) for uri, content in files.items()
    ]


def unshared_files(config: MkDocsConfig) -> list[File]:
    """Return what lies beside the shared files, under addresses that never change."""
    found = components.write()
    about = {
        "licences.txt": components.licences(found),
        "sbom.json": sbom(found, RELEASE_FILE.read_text("utf-8")),
    }
    return [
        *(File.generated(config, uri, abs_src_path=str(path)) for path, uri in _found(_UNSHARED)),
        *(File.generated(config, uri, content=text) for uri, text in about.items()),
    ]


def _found(places: Sequence[tuple[Path, str, str]]) -> Iterator[tuple[Path, str]]:
    for folder, pattern, place in places:
        paths = [path for path in sorted(folder.glob(pattern)) if path.is_file()]
        if not paths:
            _LOG.warning("nothing to copy: no %s in %s", pattern, folder)
        for path in paths:
            # MkDocs would take a Markdown file, as one library's licence is, for a page.
            yield path, place + path.relative_to(folder).as_posix().replace(".md", ".txt")


def name_of(files: dict[str, bytes]) -> str:
    """Return the name of a release that holds these files."""
    total = hashlib.sha256()
    for uri, content in sorted(files.items()):
        total.update(uri.encode() + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()[:_LENGTH]
