"""MkDocs hook: what the theme's templates need to know: addresses, and the notice on every page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup

from checkers.rulebook import load
from macros.guide import Guide
from macros.notice import banner

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["on_env"]


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401 - MkDocs passes more than we need
    """Let `url` find shared assets and `theme_asset` the theme's own; `notice_banner` says what we know."""
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

    @pass_context
    def notice_banner(context: Context) -> Markup:
        """Return the line on the programme's future, with its link as seen from the page being written."""
        up = "../" * context["page"].url.count("/")
        return Markup(banner(Guide(load(), config.extra["lang"], up, {})))  # noqa: S704 - our own template, escaped there

    env.filters["url"] = url
    env.globals["notice_banner"] = notice_banner
    env.globals["theme_asset"] = theme_asset
    return env
