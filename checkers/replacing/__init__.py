"""Replacing one person of a team by another: what changes by it, and what to write to ICLD."""

from __future__ import annotations

from checkers.replacing.answer import replace

__all__ = ["replace"]
