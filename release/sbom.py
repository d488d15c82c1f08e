"""The list of components as a CycloneDX document, which tools that watch for known faults can read.

The same site gives the same bytes: it has no time, and its serial number is made of what it says.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from release.components import Component

__all__ = ["sbom"]

_SITE: Final = "partnerskapsguiden"
#: By place; all else is a library.
_KINDS: Final = {"data": "data"}
_UNSTATED: Final = "NOASSERTION"
_OTHER: Final = "LicenseRef-"


def sbom(found: Sequence[Component], release: str) -> str:
    """Return the document of a release that holds these components."""
    held = [one.purl for one in found if not one.within]
    #: What was linked into another's file is listed as far as that file tells.
    opaque = sorted({one.within for one in found if one.within})
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _SITE,
                "name": _SITE,
                "version": release,
                "licenses": [{"license": {"id": name}} for name in ("EUPL-1.2", "CC-BY-4.0")],
            }
        },
        "components": [_component(one) for one in found],
        "dependencies": [
            {"ref": _SITE, "dependsOn": sorted(held)},
            *(
                {"ref": outer, "dependsOn": sorted(one.purl for one in found if one.within == outer)}
                for outer in opaque
            ),
        ],
        "compositions": [{"aggregate": "incomplete", "dependencies": opaque}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    return json.dumps({**document, "serialNumber": serial.urn}, ensure_ascii=False, indent=1) + "\n"


def _component(one: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": _KINDS.get(one.place, "library"), "bom-ref": one.purl, "name": one.name}
    if one.version:
        entry["version"] = one.version
    if one.digest:
        algorithm, digest = one.digest
        entry["hashes"] = [{"alg": algorithm, "content": digest}]
    if one.licence != _UNSTATED:
        entry["licenses"] = [_licence(one.licence)]
    entry["purl"] = one.purl
    entry["externalReferences"] = [{"type": "vcs", "url": one.source}]
    return entry


def _licence(expression: str) -> dict[str, Any]:
    if expression.startswith(_OTHER):
        return {"license": {"name": expression.removeprefix(_OTHER).replace("-", " ")}}
    return {"expression": expression} if " " in expression else {"license": {"id": expression}}
