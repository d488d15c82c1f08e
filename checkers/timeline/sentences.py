"""What there is to say about a time line, in Swedish or English, from the rulebook's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Status
from checkers.months import length
from checkers.rulebook import Companion
from checkers.wording import Wording, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checkers.model import Visit
    from checkers.rulebook import Rulebook
    from checkers.timeline.lanes import Lane, Missing
    from checkers.timeline.remarks import Remark
    from checkers.timeline.stretches import Stretch

__all__ = ["Sentences"]


class Sentences:
    """Tells of lanes, visits and remarks in one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        """Speak `language` (`sv` or `en`) with the rulebook's sentences."""
        self._rulebook = rulebook
        self._wording = Wording(rulebook, language)

    def lane(self, lane: Lane) -> Iterator[str]:
        """Yield a sentence for all that is drawn in a lane."""
        yield self.days(lane)
        if lane.team.application is not None:
            component = self._wording.component(lane.team.component)
            yield self._say("application", what=component, start=lane.team.application)
        for visit in lane.case.visits:
            yield self.visit(visit, lane)
        for remark in lane.remarks:
            yield self._remark(remark, lane)
            for gap in remark.gaps:
                yield self.gap(remark, gap)

    def name(self, lane: Lane) -> str:
        """Return what to call a team: its component, with a number where there are several."""
        name = self._rulebook.group(lane.team.component).name(self._wording.language)
        return name if lane.number is None else self._say("numbered", team=name, number=lane.number)

    def days(self, lane: Lane) -> str:
        """Return from when to when the team works."""
        team = lane.team
        if team.start is None and team.end is None and not any(one.visit is None for one in lane.missing):
            return self._say("unsaid", what=self.name(lane))
        return self._days(self.name(lane), team.start, team.end)

    def missing(self, lane: Lane, missing: Missing) -> str:
        """Return that a day is still to be entered."""
        what = self.name(lane)
        if missing.visit is not None:
            what = self._say("visit", team=what, number=missing.visit + 1)
        return self._say(missing.field, what=what)

    def visit(self, visit: Visit, lane: Lane) -> str:
        """Return where and when a visit is made."""
        partners = lane.case.partnership.partners
        hosts = [partner.id for partner in partners if visit.country and partner.country == visit.country]
        number, team = visit.index + 1, self.name(lane)
        if hosts:
            names = self._wording.listed(self._wording.partner(host, lane.case) for host in hosts)
            what = self._say("visit_host", team=team, number=number, place=names)
        elif visit.country:
            what = self._say("visit_country", team=team, number=number, place=visit.country)
        else:
            what = self._say("visit", team=team, number=number)
        return self._days(what, visit.start, visit.end)

    def words(self, remark: Remark, lane: Lane) -> Words:
        """Return a remark's title, message and advice."""
        if remark.finding is not None:
            return self._wording.finding(remark.finding, lane.case)
        number = (remark.visit or 0) + 1
        return Words(
            title=self._say("outside", number=number),
            message=self._say("outside_message"),
            advice=self._say("outside_advice"),
        )

    def gap(self, remark: Remark, gap: Stretch) -> str:
        """Return from when to when something is lacking."""
        spec = remark.finding and remark.finding.rule.spec
        what = self._wording.component(spec.component) if isinstance(spec, Companion) else ""
        if gap.start == gap.end:
            return self._say("gap_day", what=what, start=gap.start)
        days = self._length(gap.start, gap.end)
        return self._say("gap", what=what, start=gap.start, end=gap.end, length=days)

    def _remark(self, remark: Remark, lane: Lane) -> str:
        words = self.words(remark, lane)
        return self._say(
            "remark",
            team=self.name(lane),
            status=self._status(remark).lower(),
            title=words.title,
            message=words.message,
        )

    def _status(self, remark: Remark) -> str:
        """Return how a remark stands; a rule that nobody must follow is not broken, it is worth noting."""
        finding = remark.finding
        if finding is None or finding.rule.strength != "must" or finding.status is Status.MET:
            return self._say("note")
        return self._wording.say(f"status.{finding.status}")

    def _days(self, what: str, start: date | None, end: date | None) -> str:
        if start is not None and start == end:
            return self._say("day", what=what, start=start)
        if start is not None and end is not None:
            return self._say("days", what=what, start=start, end=end, length=self._length(start, end))
        if start is not None:
            return self._say("from", what=what, start=start)
        return self._say("open", what=what) if end is None else self._say("until", what=what, end=end)

    def _length(self, start: date, end: date) -> str:
        return self._wording.time(*length(start, end))

    def _say(self, phrase: str, **values: str | int | date) -> str:
        return self._wording.say(
            f"timeline.{phrase}",
            **{name: value if isinstance(value, int) else str(value) for name, value in values.items()},
        )
