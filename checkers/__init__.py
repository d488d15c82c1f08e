"""Check the teams of a municipal partnership against the programme's rules. Standard library only."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
