"""Many files, checked by several processes: in the order given, a bounded number of them at a time.

Each process has a pipe of its own. Those of Python's pool share one, and where one of them ends in the middle
of an answer, as it does when memory runs out, the pool waits for the rest for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Self

from checkers.faults import Fault, UnusableDocument
from checkers.outcome import outcome_of, unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from checkers.outcome import Outcome, Wish

    Check = Callable[[str, Wish], Outcome]

__all__ = ["Crew", "cores"]

#: Files that a process takes at a time, and how many such takes a process may be ahead of what is printed.
_TAKE: Final = 8
_AHEAD: Final = 3
#: What Windows can wait for at once.
_MOST: Final = 61


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Processes that check files; leaving it, by whatever way, ends them all.

    Raises:
        OSError: no processes can be started here.
    """

    def __init__(self, jobs: int, wish: Wish, check: Check = outcome_of) -> None:
        """Start so many processes that `check` files."""
        self._wish = wish
        self._check = check
        self._hands: list[_Hand] = []
        try:
            for _ in range(min(jobs, _MOST)):
                self._hands.append(_Hand(check, wish))
        except OSError:
            self._end()
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every process, in the middle of a file if need be."""
        self._end()

    def outcomes(self, names: Iterable[str]) -> Iterator[Outcome]:
        """Yield what came of each file, in order."""
        rest = iter(names)
        new = map(_Job, iter(lambda: tuple(islice(rest, _TAKE)), ()))
        order: deque[_Job] = deque()
        again: deque[_Job] = deque()
        while True:
            for hand in self._hands:
                if hand.job is None:
                    self._give(hand, order, again, new)
            if order and order[0].outcomes is not None:
                yield from order[0].outcomes
                order.popleft()
                continue
            busy = {hand.connection: hand for hand in self._hands if hand.job is not None}
            if not busy:
                return
            for connection in wait(list(busy)):
                self._receive(busy[connection], order, again)  # type: ignore[index]  # what it was given

    def _give(self, hand: _Hand, order: deque[_Job], again: deque[_Job], new: Iterator[_Job]) -> None:
        if again:
            hand.take(again.popleft())
        elif len(order) < len(self._hands) * _AHEAD and (job := next(new, None)):
            order.append(job)
            hand.take(job)

    def _receive(self, hand: _Hand, order: deque[_Job], again: deque[_Job]) -> None:
        job = hand.job
        if job is None or hand.finished():
            return
        # The process has ended in the middle. It may have been any of its files: each is tried by itself.
        hand.end()
        self._hands[self._hands.index(hand)] = _Hand(self._check, self._wish)
        if len(job.names) == 1:
            ended = UnusableDocument(Fault("$", "ended", {}))
            job.outcomes = [unusable(job.names[0], ended, self._wish)]
            return
        parts = [_Job((name,)) for name in job.names]
        place = order.index(job)
        del order[place]
        for part in reversed(parts):
            order.insert(place, part)
        again.extend(parts)

    def _end(self) -> None:
        for hand in self._hands:
            hand.end()


class _Job:
    """Files that one process checks, and what came of them once that is known."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.outcomes: list[Outcome] | None = None


class _Hand:
    """One process, and what it is at."""

    def __init__(self, check: Check, wish: Wish) -> None:
        self.job: _Job | None = None
        self.connection, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(theirs, check, wish), daemon=True)
        with theirs, _uninterrupted():
            self._process.start()

    def take(self, job: _Job) -> None:
        """Let it check some files."""
        self.job = job
        try:
            self.connection.send(job.names)
        except OSError:
            # It has ended; that is found out where its answer is waited for.
            return

    def finished(self) -> bool:
        """Take its answer, or tell that it has ended without one."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            return False
        if isinstance(answer, Exception):
            raise answer
        if self.job is not None:
            self.job.outcomes = answer
        self.job = None
        return True

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.terminate()
        self._process.join()
        self.connection.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep Ctrl+C waiting; a process started meanwhile keeps it waiting for good, for this one ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, check: Check, wish: Wish) -> None:
    """Check what is sent until nobody sends any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        names: tuple[str, ...] = connection.recv()
        try:
            connection.send([check(name, wish) for name in names])
        except Exception as error:  # noqa: BLE001 - it is raised where it can be seen
            error.add_note(traceback.format_exc())
            connection.send(error)


def _end_with_parent() -> None:
    """End this process where the one that started it has ended, by whatever way."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
