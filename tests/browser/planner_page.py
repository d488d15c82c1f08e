"""What a reader does in the visit planner, in words of the tests."""

from __future__ import annotations

from typing import Any

from tests.browser.checker_page import CheckerPage


class PlannerPage(CheckerPage):
    """A page with the visit planner on it."""

    name = "visit-planner"

    def plan(self, *path: str | int) -> Any:
        """Return a field of the plan of the first team's first visit."""
        return self.field("teams", 0, "visits", 0, "plan", *path)

    def visit(self, *path: str | int) -> Any:
        """Return a field of the first team's first visit."""
        return self.field("teams", 0, "visits", 0, *path)

    def part(self, name: str) -> Any:
        """Return the line about a part of the plan in the plan in brief."""
        return self.page.locator(f"[data-part='{name}']")

    def expect_part(self, name: str, tone: str) -> None:
        """Wait until a part of the plan stands so."""
        self.page.wait_for_selector(f"[data-part='{name}'][data-tone={tone}]")

    def stored_visit(self, index: int = 0) -> dict[str, Any]:
        """Return a visit of the first team as the browser keeps it."""
        document = self.stored()
        assert document is not None
        found: dict[str, Any] = document["teams"][0]["visits"][index]
        return found
