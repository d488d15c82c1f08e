"""MkDocs hook: what the theme's templates need to know: addresses, and the notice on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import pass_context
from markupsafe import Markup

from checkers.rulebook import load
from macros.guide import Guide
from macros.notice import banner
from macros.scripts import release

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["on_env"]

#: Templates and the configuration name shared files from here; the folder of the release comes in between.
_ASSETS: Final = "assets/"


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401 - MkDocs passes more than we need
    """Let `url` find shared assets; `notice_banner` says what we know."""
    to_page = env.filters["url"]
    root = config.extra["root"]

    @pass_context
    def url(context: Context, path: str) -> str:
        """Return the address of a page or an asset, relative to the page being written."""
        shared = path.startswith(_ASSETS)
        place = f"{root}{_ASSETS}{release()}/{path.removeprefix(_ASSETS)}" if shared else path
        return str(to_page(context, place))

    @pass_context
    def notice_banner(context: Context) -> Markup:
        """Return the line on the programme's future, with its link as seen from the page being written."""
        up = "../" * context["page"].url.count("/")
        return Markup(banner(Guide(load(), config.extra["lang"], up, {})))  # noqa: S704 - our own template, escaped there

    env.filters["url"] = url
    env.globals["notice_banner"] = notice_banner
    return env
