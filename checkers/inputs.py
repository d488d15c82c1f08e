"""The files that a command is about: read one at a time, never more of one than may be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkers.faults import Fault, UnusableDocument
from checkers.service import FILE_TYPES, JSON
from checkers.strict_json import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["STANDARD_INPUT", "are_several", "expanded", "read_bytes"]

STANDARD_INPUT: Final = "-"
#: Files that a folder holds for others' sake: hidden ones, and those that mark a form as open in Excel.
_NOT_MEANT: Final = (".", "~$")


def expanded(names: Sequence[str]) -> Iterator[str]:
    """Yield the files, and in the place of a folder all forms in it and in its folders, by name."""
    for name in names:
        forms = _forms_in(Path(name)) if _is_folder(name) else iter(())
        # A folder without forms stands for itself, so that it is told.
        yield next(forms, name)
        yield from forms


def are_several(names: Sequence[str]) -> bool:
    """Is this about more than one file, or may it be?"""
    return len(names) > 1 or any(map(_is_folder, names))


def read_bytes(name: str) -> tuple[str, bytes]:
    """Return a file's name and bytes, never many more than may be used.

    Raises:
        UnusableDocument: the file cannot be opened or read.
    """
    try:
        if name == STANDARD_INPUT:
            # By its number: Python gives a standard input that is closed no name.
            with open(0, "rb", closefd=False) as file:
                return f"-{JSON}", file.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return name, file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise UnusableDocument(Fault("$", "no_forms", {"allowed": ", ".join(FILE_TYPES)})) from error
    except (OSError, ValueError) as error:  # a ValueError where the name itself holds a null character
        raise UnusableDocument(Fault("$", "cannot_open", {})) from error


def _is_folder(name: str) -> bool:
    try:
        # A folder that is named like a form is a mistake, and is told as one.
        return name != STANDARD_INPUT and not name.lower().endswith(FILE_TYPES) and Path(name).is_dir()
    except ValueError:  # the name holds a null character
        return False


def _forms_in(folder: Path) -> Iterator[str]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        # A folder that cannot be opened stands for itself, so that it is told.
        yield str(folder)
        return
    for path in paths:
        if path.name.startswith(_NOT_MEANT):
            continue
        # A link to a folder may lead back to where we are.
        if path.is_dir() and not path.is_symlink():
            yield from _forms_in(path)
        elif path.name.lower().endswith(FILE_TYPES):
            yield str(path)
