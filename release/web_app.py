"""MkDocs hook: a manifest in each language, so that the guide can stand among a device's own programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.files import File

from macros.scripts import release

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["on_files"]

_NAME: Final = "manifest.webmanifest"
#: The header's ground, and the paper; as in theme/css/tokens.css.
_COLOURS: Final = {"theme_color": "#083b52", "background_color": "#ffffff"}
#: theme/images/favicon.svg as pictures; the last one fills its square, for devices that cut icons to a shape.
_ICONS: Final = (
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("icon-maskable-512.png", 512, "maskable"),
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the language's manifest; all its addresses are relative, so that it holds below any path."""
    root = config.extra["root"]
    manifest: dict[str, Any] = {
        "name": config.site_name,
        "short_name": config.site_name,
        "description": config.site_description,
        "lang": config.extra["lang"],
        "dir": "ltr",
        "start_url": "./",
        # A reader who changes languages stays in the same window.
        "scope": root or "./",
        "display": "standalone",
        **_COLOURS,
        "icons": [
            {
                "src": f"{root}assets/{release()}/images/{name}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in _ICONS
        ],
    }
    files.append(
        File.generated(config, _NAME, content=json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    )
    return files
