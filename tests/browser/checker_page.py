"""What a reader does in the checker, in words of the tests."""

from __future__ import annotations

import json
from typing import Any, Final

_FOCUSED: Final = """() => {
  const { id, dataset } = document.activeElement;
  return [id, dataset.path ?? "", dataset.action ?? "", dataset.index ?? ""].join(" ");
}"""
#: What does something with the store of partnerships, in one transaction.
_STORE: Final = """async ([method, values]) => {
  const asked = indexedDB.open("partnership-guide:partnerships", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("partnerships", { keyPath: "id" });
  const database = await new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    const transaction = database.transaction("partnerships", "readwrite");
    const request = transaction.objectStore("partnerships")[method](...values);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    return JSON.stringify(request.result ?? null);
  } finally {
    database.close();
  }
}"""
#: More than any page has places to stop at before its tool and within it.
_TABS: Final = 400


class CheckerPage:
    """A page with a checker on it, or another element that keeps the same document."""

    name = "team-checker"

    def __init__(self, page: Any) -> None:
        self.page = page
        self.element = page.locator(self.name)
        self.page.wait_for_selector(f"{self.name} .checker-app:not([aria-busy])")

    def field(self, *path: str | int) -> Any:
        """Return the control at a place in the partnership file."""
        wanted = json.dumps(path, separators=(",", ":"), ensure_ascii=False)
        return self.page.locator(f"[data-path='{wanted}']")

    def person(self, number: int, name: str) -> Any:
        """Return a field of a participant of the first team."""
        return self.field("teams", 0, "participants", number, name)

    def action(self, name: str) -> Any:
        """Return the first button that does something."""
        return self.page.locator(f"[data-action={name}]").first

    def choose(self, value: str, *path: str | int) -> None:
        """Choose one of a row of radio buttons, or a box."""
        self.field(*path).and_(self.page.locator(f"[data-choice='{value}']")).check()

    def tab_to(self, *words: str) -> None:
        """Press Tab until the focus is on what has all the words in its id, place or action."""
        for _ in range(_TABS):
            self.page.keyboard.press("Tab")
            if all(word in self.page.evaluate(_FOCUSED) for word in words):
                return
        raise AssertionError(f"no way by keyboard to {' '.join(words)}")

    def expect_verdict(self, verdict: str) -> None:
        """Wait until the verdict is painted."""
        self.page.wait_for_selector(f"{self.name}[state=ready][verdict={verdict}]")

    def status(self, rule: str, partner: str | None = None) -> str | None:
        """Return the status of a rule's finding."""
        where = f"[data-partner={partner}]" if partner else ":not([data-participant])"
        status: str | None = self.page.locator(f"[data-rule='{rule}']{where}").first.get_attribute(
            "data-status"
        )
        return status

    def stored(self) -> dict[str, Any] | None:
        """Return the document on the desk as the browser keeps it, when it has kept it."""
        entry = self.entry()
        return entry and entry["document"]

    def entry(self) -> dict[str, Any] | None:
        """Return the partnership on the desk as the browser keeps it, when it has kept it."""
        self.page.wait_for_selector(f"{self.name}[kept]", state="attached")
        current = self.page.evaluate("sessionStorage.getItem('partnership-guide:open')")
        return next((entry for entry in self.shelf() if entry["id"] == current), None)

    def shelf(self) -> list[dict[str, Any]]:
        """Return every partnership that the browser keeps."""
        found: list[dict[str, Any]] = self.in_store("getAll")
        return found

    def put(self, entry: dict[str, Any]) -> None:
        """Put a partnership into the browser's store, past the page."""
        self.in_store("put", {"title": None, "changed": "2026-11-24T10:00:00.000Z"} | entry)

    def replace(self, document: dict[str, Any]) -> None:
        """Put another document in the place of the one on the desk, past the page, and load the page anew."""
        entry = self.entry()
        assert entry is not None
        self.put(entry | {"document": document, "version": entry["version"] + 1})
        self.page.reload()

    def in_store(self, method: str, *values: object) -> Any:
        """Call a method of the browser's store of partnerships."""
        return json.loads(self.page.evaluate(_STORE, [method, list(values)]))
