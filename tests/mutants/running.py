"""Runs tests against mutants, each in a process of its own.

It is forked when all tests are collected and have passed once. A mutant's tests are those that call its
function. The one that found the last mutants of the function comes first, then the quick ones. A test that
takes ten times its processor time, and two seconds, counts as never ending.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from _pytest.runner import runtestprotocol

from tests.mutants.making import running_function

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import CodeType

    import pytest

    from tests.mutants.making import Mutant

__all__ = ["Result", "Trial"]

_SLOWER: Final = 10
_SECONDS: Final = 2.0
_MEMORY: Final = 3 << 30


class Result(NamedTuple):
    """What became of a mutant."""

    place: str
    change: str
    #: `killed`, `timeout` or `survived`.
    status: str
    #: The test that found it.
    test: str | None


class Trial:
    """A pytest plugin that tries mutants instead of reporting tests."""

    def __init__(self, mutants: Iterable[Mutant], jobs: int, to: Path | None) -> None:
        self._mutants = list(mutants)
        self._jobs = jobs
        self._items: list[pytest.Item] = []
        self._to = to.open("a", encoding="utf-8") if to else None
        self._seconds: dict[str, float] = {}
        self._callers: dict[str, list[pytest.Item]] = defaultdict(list)
        self._finders: dict[str, Counter[str]] = defaultdict(Counter)
        self.results: list[Result] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests once as they are, then those of each mutant."""
        self._items = session.items
        self._look()
        # What is there is no rubbish, and a child that does not touch it need not copy it.
        gc.collect()
        gc.freeze()
        running: dict[int, tuple[Mutant, int]] = {}
        for number, mutant in enumerate(self._mutants, 1):
            while len(running) >= self._jobs:
                self._collect(running)
            pid, pipe = self._start(mutant)
            running[pid] = mutant, pipe
            if number % 100 == 0:
                _tell(f"{number} of {len(self._mutants)} mutants begun, {self._survived()} survived")
        while running:
            self._collect(running)
        return True

    def _survived(self) -> int:
        return sum(result.status == "survived" for result in self.results)

    def _look(self) -> None:
        """Learn which tests call which functions, and how long they take."""
        places = {
            running_function(mutant.module, mutant.function).__code__: mutant.place
            for mutant in self._mutants
        }
        began = time.monotonic()
        for item in self._items:
            called: set[CodeType] = set()

            def note(frame: Any, event: str, _argument: object, called: set[CodeType] = called) -> None:
                if event == "call":
                    called.add(frame.f_code)

            start = time.process_time()
            sys.setprofile(note)
            try:
                reports = runtestprotocol(item, log=False, nextitem=None)
            finally:
                sys.setprofile(None)
            if not all(report.passed for report in reports):
                raise SystemExit(f"fails without any mutant: {item.nodeid}\n{reports}")
            self._seconds[item.nodeid] = time.process_time() - start
            for code in called & places.keys():
                self._callers[places[code]].append(item)
        _tell(f"{len(self._items)} tests pass without mutants, in {time.monotonic() - began:.0f} s")

    def _start(self, mutant: Mutant) -> tuple[int, int]:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid:
            os.close(writing)
            return pid, reading
        os.close(reading)
        # Whatever happens here, pytest must not go on in two processes.
        try:
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            for line in self._tried(mutant):
                os.write(writing, f"{line}\n".encode())
            os._exit(0)
        finally:
            os._exit(1)

    def _tried(self, mutant: Mutant) -> Iterator[str]:
        """Yield the change, then each test's place before it is run, and `killed` where it fails.

        All of it must fit into a pipe that nobody reads before the end.
        """
        yield json.dumps(mutant.change)
        mutant.apply()
        finders = self._finders[mutant.place]
        for item in sorted(
            self._callers[mutant.place], key=lambda item: (-finders[item.nodeid], self._seconds[item.nodeid])
        ):
            yield str(self._items.index(item))
            signal.setitimer(signal.ITIMER_PROF, _SECONDS + _SLOWER * self._seconds[item.nodeid])
            # Whatever a mutant raises, interrupts and exits too, is a way to be found.
            try:
                passed = all(report.passed for report in runtestprotocol(item, log=False, nextitem=None))
            except BaseException:  # noqa: BLE001 - see above
                passed = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            if not passed:
                yield "killed"
                return

    def _collect(self, running: dict[int, tuple[Mutant, int]]) -> None:
        """Wait for one mutant; one whose process was ended by a signal has never come to an end by itself."""
        pid, status, usage = os.wait4(-1, 0)
        mutant, pipe = running.pop(pid)
        with os.fdopen(pipe, encoding="utf-8") as lines:
            change, *tests = lines.read().splitlines()
        killed = tests[-1:] == ["killed"]
        ended = os.waitstatus_to_exitcode(status)
        last = tests[-2] if killed else tests[-1] if ended and tests else None
        test = None if last is None else self._items[int(last)].nodeid
        if test is not None:
            self._finders[mutant.place][test] += 1
        if ended > 0:
            raise RuntimeError(f"{mutant.place}: could not be tried")
        what = "killed" if killed else "timeout" if ended < 0 else "survived"
        result = Result(mutant.place, json.loads(change), what, test)
        self.results.append(result)
        if self._to:
            seconds = round(usage.ru_utime + usage.ru_stime, 2)
            print(json.dumps((*result, seconds), ensure_ascii=False), file=self._to, flush=True)


def _tell(line: str) -> None:
    with contextlib.suppress(OSError):
        os.write(_TERMINAL, f"{line}\n".encode())


#: Where the terminal was before pytest began to capture.
_TERMINAL: Final = os.dup(1)
