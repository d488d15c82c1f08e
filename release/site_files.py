"""MkDocs hook: which files the site holds beside its pages.

Fonts, styles, scripts, the checker and its Python runtime are copied once, by the Swedish build at the root;
the English pages point up to them.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.files import File

from release import bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["on_env", "on_files"]

# Warnings count in a strict build.
_LOG: Final = logging.getLogger("mkdocs.hooks.site_files")
_ROOT: Final = Path(__file__).parent.parent
_MODULES: Final = _ROOT / "node_modules"
_CALENDAR: Final = _MODULES / "ical.js"
_DATABASE: Final = _MODULES / "idb"
_FONTS: Final = _MODULES / "@fontsource-variable/source-sans-3/files"

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
    "print",
)

#: Folder of ours, which of its files, and their place in the site.
_SHARED: Final = (
    (_ROOT / "theme/images", "*", "assets/images/"),
    (_ROOT / "theme/js", "*.js", "assets/js/"),
    (_FONTS, "source-sans-3-latin-wght-*.woff2", "assets/fonts/"),
    (_MODULES / "minisearch/dist/es", "index.js", "assets/search/minisearch/"),
    (_MODULES / "minisearch", "LICENSE.txt", "assets/search/minisearch/"),
    (_MODULES / "@orama/stemmers/dist", "se.js", "assets/search/stemmers/"),
    (_MODULES / "@orama/stemmers/dist", "en.js", "assets/search/stemmers/"),
    (_MODULES / "@orama/stemmers", "LICENSE.md", "assets/search/stemmers/"),
    (bundle.FOLDER, "*.js", "assets/checker/"),
    (bundle.FOLDER, "*.css", "assets/checker/"),
    (_CALENDAR / "dist", "ical.min.js", "assets/ical/"),
    (_CALENDAR, "LICENSE", "assets/ical/"),
    (_DATABASE, "LICENSE", "assets/idb/"),
    (_ROOT / "build/runtime", "**/*", "runtime/"),
)
#: All that pages use of the theme's own files.
_THEME_STYLES: Final = "assets/stylesheets/main."


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep the theme's files that pages use, and add our own to the build at the root."""
    at_root = not config.extra["root"]
    if at_root:
        bundle.build()
    for file in list(files):
        if file.src_uri.startswith("assets/") and not (at_root and _is_used(file.src_uri)):
            files.remove(file)
    if at_root:
        files.append(_style_sheet(config))
        for file in _shared_files(config):
            files.append(file)
    _check_languages(files, config)
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401 - MkDocs passes more than we need
    """Leave out the sitemap, whose addresses are absolute, and all 404 pages but the one that hosts serve."""
    # Not before now: MkDocs copies a template that is not listed here when it collects the files.
    config.theme.static_templates.discard("sitemap.xml")
    if config.extra["root"]:
        config.theme.static_templates.discard("404.html")
    return env


def _is_used(uri: str) -> bool:
    return uri.startswith(_THEME_STYLES) and not uri.endswith(".map")


def _style_sheet(config: MkDocsConfig) -> File:
    parts = [(_ROOT / f"theme/css/{name}.css").read_text("utf-8") for name in _STYLES]
    return File.generated(config, "assets/css/site.css", content="\n".join(parts))


def _shared_files(config: MkDocsConfig) -> Iterator[File]:
    for folder, pattern, place in _SHARED:
        paths = [path for path in sorted(folder.glob(pattern)) if path.is_file()]
        if not paths:
            _LOG.warning("nothing to copy: no %s in %s", pattern, folder)
        for path in paths:
            # MkDocs would take a Markdown file, as one library's licence is, for a page.
            uri = place + path.relative_to(folder).as_posix().replace(".md", ".txt")
            yield File.generated(config, uri, abs_src_path=str(path))


def _check_languages(files: Files, config: MkDocsConfig) -> None:
    """Every page of one language exists in the other, under the same path."""
    other = Path(config.docs_dir).parent / config.extra["other"]["lang"]
    for file in files.documentation_pages():
        if not (other / file.src_uri).is_file():
            _LOG.warning("%s has no page %s", other, file.src_uri)
