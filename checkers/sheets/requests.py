"""What the page asks about spreadsheets, as JSON values, and what it is answered."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING, Any

from checkers.sheets.guess import guess
from checkers.sheets.loose import rows_in, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.sheets.guess import Guess

__all__ = ["guess_of"]


def guess_of(request: Mapping[str, Any]) -> Guess:
    """Propose participants for a pasted `text`, or for the file `name` with its bytes in `base64`.

    Raises:
        UnusableDocument: it holds no table that can be read.
    """
    if request.get("text") is not None:
        rows = rows_of(request["text"])
    else:
        rows = rows_in(request["name"], binascii.a2b_base64(request["base64"]))
    return guess(
        rows,
        request["language"],
        partners=request.get("partners") or (),
        fields=request.get("fields"),
        heading=request.get("heading"),
    )
