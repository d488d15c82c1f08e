"""MkDocs hook: a content security policy in every page, made from what the page itself contains."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final, Literal

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

__all__ = ["on_post_page", "on_post_template", "on_startup", "policy_of"]

_CHARSET: Final = '<meta charset="utf-8">'
#: The elements that run Python in a worker.
_WITH_PYTHON: Final = ("team-checker", "visit-planner", "method-chooser")

# The live-reload script of `mkdocs serve` is added after us and would be blocked.
_is_serving = False


class _Page(HTMLParser):
    """Collects what a policy must allow, and what none of ours ever will."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.blocked: list[str] = []
        self.runs_python = False
        self._inline: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.runs_python |= tag in _WITH_PYTHON
        self.blocked += [f"<{tag} {name}>" for name in values if name == "style" or name.startswith("on")]
        if tag == "style":
            self._inline = self.styles
        elif tag == "script" and "src" not in values and "json" not in (values.get("type") or ""):
            self._inline = self.scripts
        if self._inline is not None:
            self._inline.append("")

    def handle_data(self, data: str) -> None:
        if self._inline is not None:
            self._inline[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._inline = None


def policy_of(html: str) -> str:
    """Return the policy for a page: its own origin, its own inline scripts by hash, and nothing else.

    Raises:
        PluginError: the page has an inline style or an inline event handler.
    """
    page = _Page()
    page.feed(html)
    page.close()
    if page.blocked:
        raise PluginError(f"the content policy blocks inline {', '.join(page.blocked)}")
    scripts = ["'self'", *_hashes(page.scripts)] + ["'wasm-unsafe-eval'"] * page.runs_python
    workers = ["'self'"] + ["blob:"] * page.runs_python
    directives = {
        "default-src": ["'none'"],
        "script-src": scripts,
        "style-src": ["'self'", *_hashes(page.styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": workers,
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:  # noqa: ANN401 - MkDocs passes more than we need
    """Remember whether pages are built or served."""
    global _is_serving  # noqa: PLW0603 - MkDocs tells a hook the command here only
    _is_serving = command == "serve"


def on_post_page(output: str, page: Page, **_: Any) -> str:  # noqa: ANN401 - as above
    """Write the policy into a page."""
    return _sealed(output, page.file.src_uri)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:  # noqa: ANN401 - as above
    """Write the policy into a page made from a template alone, as the 404 page is."""
    return _sealed(output_content, template_name) if template_name.endswith(".html") else output_content


def _sealed(html: str, name: str) -> str:
    if _is_serving:
        return html
    if html.count(_CHARSET) != 1:
        raise PluginError(f"{name}: the policy goes after {_CHARSET}, which must stand there once")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">'
    return html.replace(_CHARSET, _CHARSET + meta)


def _hashes(texts: list[str]) -> list[str]:
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
