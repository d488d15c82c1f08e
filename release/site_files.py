"""MkDocs hook: which files the site holds beside its pages.

They are copied once, by the Swedish build at the root; the English pages point up to them.
"""

from __future__ import annotations

import logging
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from release import bundle
from release.shared_files import shared_files, unshared_files

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["on_env", "on_files"]

# Warnings count in a strict build.
_LOG: Final = logging.getLogger("mkdocs.hooks.site_files")
#: All that pages use of the theme's own files.
_THEME_STYLE: Final = "assets/stylesheets/main.*.css"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put aside the theme's files, and add what pages use to the build at the root."""
    theirs = [file for file in files if file.src_uri.startswith("assets/")]
    for file in theirs:
        files.remove(file)
    if not config.extra["root"]:
        bundle.build()
        (theme,) = (Path(str(file.abs_src_path)) for file in theirs if fnmatch(file.src_uri, _THEME_STYLE))
        for file in [*shared_files(config, theme), *unshared_files(config)]:
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


def _check_languages(files: Files, config: MkDocsConfig) -> None:
    """Every page of one language exists in the other, under the same path."""
    other = Path(config.docs_dir).parent / config.extra["other"]["lang"]
    for file in files.documentation_pages():
        if not (other / file.src_uri).is_file():
            _LOG.warning("%s has no page %s", other, file.src_uri)
