"""The participant form as a spreadsheet: written, read back, and made out of a loose list."""

from __future__ import annotations
