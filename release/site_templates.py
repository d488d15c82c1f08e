"""MkDocs hook: what the theme's templates need to know about addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["on_env"]


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401 - MkDocs passes more than we need
    """Let `url` find the shared assets, and `theme_asset` the hashed names of the theme's own."""
    to_page = env.filters["url"]
    root = config.extra["root"]

    @pass_context
    def url(context: Context, path: str) -> str:
        """Return the address of a page or an asset, relative to the page being written."""
        return str(to_page(context, root + path if path.startswith("assets/") else path))

    def theme_asset(pattern: str) -> str:
        """Return the path of the theme's one file that matches `pattern`."""
        (found,) = {
            path.relative_to(folder).as_posix()
            for folder in map(Path, config.theme.dirs)
            for path in folder.glob(pattern)
        }
        return found

    env.filters["url"] = url
    env.globals["theme_asset"] = theme_asset
    return env
