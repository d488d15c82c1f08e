"""The toolbox's methods as data: one TOML file with Swedish and English text, and the values read from it."""

from __future__ import annotations

from checkers.methods.loader import load
from checkers.methods.model import Method, OtherName, Sheet, Statement
from checkers.methods.questions import Question, Questions, load_questions

__all__ = ["Method", "OtherName", "Question", "Questions", "Sheet", "Statement", "load", "load_questions"]
