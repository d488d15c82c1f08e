"""Count what a reader's visits cost in bytes and requests: `python tests/bench/byte_table.py [--write]`.

By group of files, so that none needs to be known by name: what belongs to the page, and what only Python
needs. `macros/data/bytes.toml` holds the figures that nothing may outgrow; a page shows some of them.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from release import browsers  # noqa: E402 - a script's own folder comes first on the path
from tests.bench.host import Sent, hosting  # noqa: E402 - as above
from tests.bench.lines import LINES  # noqa: E402 - as above
from tests.bench.subjects import (  # noqa: E402 - as above
    RUNTIME,
    SAVING_UNTIL_ENGAGED,
    engage,
    open_quietly,
    settle,
)

if TYPE_CHECKING:
    from tests.bench.host import Host, Tally

__all__ = ["COMPRESSIONS", "PAGES", "ROOT", "TABLE", "committed", "counted", "outgrown"]

#: By page: the steps that are counted there.
_VISIT: Final = "visit"
_VERDICT: Final = "verdict"
#: The same page opened again by the same reader, until a verdict.
_AGAIN: Final = "again"
_STEPS: Final = {
    "": (_VISIT,),
    "components/inception/": (_VISIT, _VERDICT, _AGAIN),
    "toolbox/": (_VISIT,),
    "check/": (_VISIT,),
}
#: These may start Python by themselves where the line costs nothing; so they are visited over one that does.
_WITH_CHECKER: Final = ("components/inception/", "check/")
PAGES: Final = {f"{language}{page}": steps for language in ("", "en/") for page, steps in _STEPS.items()}
COMPRESSIONS: Final = ("none", "gzip")
TABLE: Final = ROOT / "macros/data/bytes.toml"
#: So long a page is left alone after its verdict, in milliseconds, to begin to keep what it keeps.
_PAUSE: Final = 4000
#: So much more than the table says is nothing to speak of.
_TOLERANCE: Final = 0.05
_HEAD: Final = """\
# What pages cost: a first visit; from a reader's first turn to the checker until the verdict; the same page
# and a verdict again. From a host that does not compress, and from one that has gzip.
# Renewed by `python tests/bench/byte_table.py --write`.
"""

#: By step and by group: what was sent.
Counts = dict[str, dict[str, Sent]]


def counted(browser: Any, host: Host, page_path: str) -> Counts:
    """Count each step on a page of a host that serves the built site, in a new profile."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    address = f"{host.address}{page_path}"
    if page_path.endswith(_WITH_CHECKER):
        context.add_init_script(SAVING_UNTIL_ENGAGED)
        open_quietly(page, address, host.tally)
    else:
        host.tally.clear()
        page.goto(address)
        settle(host.tally, page)
    counts = {_VISIT: _by_group(host.tally.by_path())}
    if _VERDICT in PAGES[page_path]:
        counts[_VERDICT] = _by_group(engage(page, host.tally)[1])
        page.wait_for_timeout(_PAUSE)
        settle(host.tally, page)
        counts[_AGAIN] = _by_group(_opened_again(page, address, host.tally))
    context.close()
    return counts


def _opened_again(page: Any, address: str, tally: Tally) -> dict[str, Sent]:
    page.goto("about:blank")
    open_quietly(page, address, tally)
    opened = tally.by_path()
    return opened | {path: opened.get(path, Sent()) + sent for path, sent in engage(page, tally)[1].items()}


def committed() -> dict[tuple[str, str], Counts]:
    """Read the table, by page and compression."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        (path.removeprefix("/"), compression): {
            step: {group: Sent(**sent) for group, sent in groups.items()} for step, groups in steps.items()
        }
        for path, compressions in table.items()
        for compression, steps in compressions.items()
    }


def outgrown(now: Counts, before: Counts) -> list[str]:
    """Return a line for each figure that has grown beyond what is nothing to speak of."""
    return [
        f"{step}, {group}: {measure} {old} → {new}" + (f" (+{new / old - 1:.1%})" if old else "")
        for step, groups in now.items()
        for group, sent in groups.items()
        for measure in ("bytes", "requests")
        if (new := getattr(sent, measure)) > (old := getattr(before[step][group], measure)) * (1 + _TOLERANCE)
    ]


def _by_group(paths: dict[str, Sent]) -> dict[str, Sent]:
    groups = {"page": Sent(), "runtime": Sent()}
    for path, sent in paths.items():
        groups["runtime" if f"/{RUNTIME}" in path else "page"] += sent
    return groups


def _as_toml(table: dict[tuple[str, str], Counts]) -> str:
    lines = [_HEAD]
    for (path, compression), counts in table.items():
        for step, groups in counts.items():
            lines.append(f'["/{path}".{compression}.{step}]')
            lines += [
                f"{group} = {{ bytes = {sent.bytes}, requests = {sent.requests} }}"
                for group, sent in groups.items()
            ]
            lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or write it anew."""
    table: dict[tuple[str, str], Counts] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=list(browsers.ARGUMENTS))
        for compression in COMPRESSIONS:
            with hosting(ROOT / "site", LINES["loopback"], compression) as host:
                for path in PAGES:
                    table[path, compression] = counted(browser, host, path)
        browser.close()
    if "--write" in sys.argv[1:]:
        TABLE.write_text(_as_toml(table), encoding="utf-8")
    else:
        print(_as_toml(table))


if __name__ == "__main__":
    main()
