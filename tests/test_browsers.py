"""The finder of a Chromium for the tests."""

from __future__ import annotations

from pathlib import Path

from release import browsers


def test_a_named_chromium_comes_first(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/mine/chrome")
    assert browsers.find() == Path("/opt/mine/chrome")


def test_a_chromium_on_the_path_comes_next(monkeypatch, tmp_path):
    chromium = tmp_path / "chromium"
    chromium.write_text("#!/bin/sh\n")
    chromium.chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browsers.find() == chromium
