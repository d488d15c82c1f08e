"""Ask Lighthouse what it says of the built pages, as a phone would open them: `make lighthouse`.

Four scores of 100, what was sent, how far the page jumped, and when its largest part was painted. One page of
each kind is asked three times and stands with its medians; the others once.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from release import browsers  # noqa: E402 - a script's own folder comes first on the path
from tests.bench.host import hosting  # noqa: E402 - as above
from tests.bench.lines import LINES  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["KINDS", "Audit", "audits", "listening", "pages"]

_RUNNER: Final = Path(__file__).with_name("lighthouse.mjs")
_CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_RUNS: Final = 3
#: One page of each kind, by its address in Swedish.
KINDS: Final = (
    "",
    "about/privacy/",
    "apply/",
    "check/",
    "components/",
    "components/inception/",
    "embed/inception/",
    "glossary/",
    "learning/visit/",
    "print/",
    "toolbox/",
    "toolbox/study-visit/",
)


@dataclass(frozen=True)
class Audit:
    """What Lighthouse said of a page: scores and what spoils them by category, and what it counted."""

    address: str
    scores: dict[str, float]
    faults: dict[str, list[str]]
    bytes: float
    requests: float
    shift: float
    largest_paint: float | None

    def as_text(self, page: str) -> str:
        """Return the row for the terminal."""
        scores = "".join(f"{self.scores[name]:>8.0f}" for name in _CATEGORIES)
        spoilt = " ".join(
            fault for name in _CATEGORIES if self.scores[name] < 100 for fault in self.faults[name]
        )
        return (
            f"/{page:<34}{scores}{self.bytes / 1000:>8.1f}{self.requests:>10.0f}{self.shift:>8.3f}"
            f"{self.largest_paint:>8.0f}  {spoilt}"
        ).rstrip()


def pages(folder: Path = ROOT / "site") -> list[str]:
    """Return the address of every built page, relative to the site."""
    found = [path.parent.relative_to(folder).as_posix() for path in sorted(folder.rglob("index.html"))]
    return ["" if page == "." else f"{page}/" for page in found]


@contextmanager
def listening() -> Iterator[int]:
    """Give the port of a new Chromium with a profile of its own, for as long as the context lasts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *(str(browsers.find()), *browsers.ARGUMENTS, "--headless=new", f"--user-data-dir={profile}"),
            *("--remote-debugging-address=127.0.0.1", "--remote-debugging-port=0", "about:blank"),
        ]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as browser:
            try:
                yield _port_of(browser, Path(profile) / "DevToolsActivePort")
            finally:
                browser.terminate()


def audits(port: int, addresses: Sequence[str], settings: dict[str, Any] | None = None) -> Iterator[Audit]:
    """Give what Lighthouse says of each address, as soon as it has said it."""
    command = ["node", str(_RUNNER), str(port), json.dumps(settings or {}), *addresses]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
        assert run.stdout
        for line in run.stdout:
            yield Audit(**json.loads(line))
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command)


def _port_of(browser: subprocess.Popen[bytes], note: Path) -> int:
    while browser.poll() is None:
        if note.is_file() and (text := note.read_text("utf-8")):
            return int(text.split()[0])
        time.sleep(0.05)
    raise SystemExit("Chromium has ended before it listened")


def _median(runs: Sequence[Audit]) -> Audit:
    def middle(name: str) -> Any:
        return statistics.median(getattr(run, name) for run in runs)

    return Audit(
        runs[0].address,
        {name: statistics.median(run.scores[name] for run in runs) for name in _CATEGORIES},
        {name: sorted({fault for run in runs for fault in run.faults[name]}) for name in _CATEGORIES},
        *map(middle, ("bytes", "requests", "shift", "largest_paint")),
    )


def main() -> None:
    """Ask about every page, or some, and print the table."""
    parser = argparse.ArgumentParser(description="Ask Lighthouse what it says of the built pages.")
    parser.add_argument("pages", nargs="*", help="addresses relative to the site; all, if none is said")
    parser.add_argument("--kinds", action="store_true", help="one page of each kind and language alone")
    parser.add_argument("--runs", type=int, help="3 for one page of each kind, else 1, if not said")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    kinds = [f"{language}{page}" for language in ("", "en/") for page in KINDS]
    told: dict[str, Any] = {}
    titles = (*_CATEGORIES[:1], "access.", "best", "seo", "kB", "requests", "shift", "paint")
    print(f"{'':<32}{titles[0]:>11}" + "".join(f"{title:>8}" for title in titles[1:5]), end="")
    print(f"{titles[5]:>10}{titles[6]:>8}{titles[7]:>8}")
    with hosting(ROOT / "site", LINES["loopback"], "gzip") as host, listening() as port:
        for page in options.pages or (kinds if options.kinds else pages()):
            runs = options.runs or (_RUNS if page in kinds else 1)
            audit = _median(list(audits(port, [f"{host.address}{page}"] * runs)))
            print(audit.as_text(page), flush=True)
            told[f"/{page}"] = {name: value for name, value in asdict(audit).items() if name != "address"}
    if options.json:
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
