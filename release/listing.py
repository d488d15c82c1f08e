"""List what a reader needs without a network, and write the service worker: `python -m release.listing`.

The last step of a build: `site/release.json` names every such file with its size and hash, and `site/sw.js`
bears the name of that listing, so that every release brings a service worker of its own.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from release import bundle

__all__ = ["listing", "write"]

SITE: Final = Path(__file__).resolve().parent.parent / "site"
_PAGE: Final = "index.html"
_FOLDERS: Final = ("assets/", "runtime/")
_DATA: Final = "search/index.json"
#: Pages and a script for the frames of other sites, which need a network to be shown.
_FRAMES: Final = ("embed/", "en/embed/")
#: Read by people who carry the files on, and pictures for a device's own menu; no page shows them.
_UNSHOWN: Final = ("LICENSE", "NOTICE", "icon-")
#: Needed from hosts alone whose scripts browsers refuse, and the service worker's is one of them.
_CLASSIC: Final = f"/{bundle.CLASSIC}"
_DIGITS: Final = 16


def listing(site: Path) -> dict[str, Any]:
    """Return a release's name and its files, a page by the address of its folder."""
    files: dict[str, Any] = {}
    for path in sorted(site.rglob("*")):
        uri = path.relative_to(site).as_posix()
        if path.is_file() and _is_needed(path, uri):
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
            files[uri.removesuffix(_PAGE)] = {"bytes": len(content), "sha256": digest}
    return {"release": _digest(files), "files": files}


def write(site: Path) -> str:
    """Write the listing and the service worker into a built site; return the release's name."""
    contents = listing(site)
    (site / "release.json").write_text(json.dumps(contents, separators=(",", ":")) + "\n", "utf-8")
    (site / "sw.js").write_text(bundle.service_worker(contents["release"]), "utf-8")
    return str(contents["release"])


def _is_needed(path: Path, uri: str) -> bool:
    if uri.startswith(_FRAMES) or path.name.startswith(_UNSHOWN) or _CLASSIC in uri:
        return False
    return path.name == _PAGE or uri.endswith(_DATA) or uri.startswith(_FOLDERS)


def _digest(files: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:_DIGITS]


if __name__ == "__main__":
    print(f"Release: {write(SITE)}")
