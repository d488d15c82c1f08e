"""The finder of a Chromium for the tests."""

from __future__ import annotations

from pathlib import Path

from release import browsers


def test_a_named_chromium_comes_first(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/mine/chrome")
    assert browsers.find() == Path("/opt/mine/chrome")

    assert browsers.find_windowless() == Path("/opt/mine/chrome")


def test_a_chromium_on_the_path_comes_next_and_one_without_windows_before_it(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("chromium", "chromium-headless-shell"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        assert browsers.find() == tmp_path / "chromium"
        assert browsers.find_windowless() == program
