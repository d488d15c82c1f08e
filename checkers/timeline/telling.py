"""A time line -> `timeline/1`: plain JSON values with finished sentences in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from checkers.timeline.lanes import lay_out
from checkers.timeline.sentences import Sentences

if TYPE_CHECKING:
    from datetime import date

    from checkers.model import Partnership, Visit
    from checkers.report import SourceJson
    from checkers.rulebook import Rule, Rulebook
    from checkers.timeline.lanes import Lane
    from checkers.timeline.remarks import Remark

__all__ = ["FORMAT", "LaneJson", "RemarkJson", "TimelineJson", "make_timeline"]

FORMAT: Final = "timeline/1"


class GapJson(TypedDict):
    """Days on which what a rule asks for is lacking."""

    start: str
    end: str
    text: str


class MissingJson(TypedDict):
    """A day that has not been entered, of the team or of a visit: the field, and a sentence."""

    visit: int | None
    field: str
    text: str


class VisitJson(TypedDict):
    """A visit, by its place in the team's list."""

    visit: int
    country: str | None
    start: str | None
    end: str | None
    text: str


class RemarkJson(TypedDict):
    """A finding of a rule on time; or, with `rule` and `source` null, a remark of the guide's own."""

    rule: str | None
    visit: int | None
    status: str
    strength: str
    title: str
    message: str
    advice: str
    source: SourceJson | None
    gaps: list[GapJson]


class LaneJson(TypedDict):
    """A team, by its place in the file; `words` says in sentences all that its lane shows."""

    team: int
    component: str
    name: str
    application: str | None
    start: str | None
    end: str | None
    text: str
    missing: list[MissingJson]
    visits: list[VisitJson]
    remarks: list[RemarkJson]
    words: list[str]


class TimelineJson(TypedDict):
    """A partnership's teams, earliest first."""

    format: str
    rulebook: str
    language: str
    start: str | None
    end: str | None
    teams: list[LaneJson]


def make_timeline(partnership: Partnership, rulebook: Rulebook, language: str) -> TimelineJson:
    """Put a partnership on a time line and tell of it in a language."""
    line = lay_out(partnership, rulebook)
    sentences = Sentences(rulebook, language)
    return TimelineJson(
        format=FORMAT,
        rulebook=rulebook.version,
        language=language,
        start=_day(line.span.start if line.span else None),
        end=_day(line.span.end if line.span else None),
        teams=[_lane(lane, sentences) for lane in line.lanes],
    )


def _lane(lane: Lane, sentences: Sentences) -> LaneJson:
    team = lane.team
    return LaneJson(
        team=lane.place,
        component=team.component,
        name=sentences.name(lane),
        application=_day(team.application),
        start=_day(team.start),
        end=_day(team.end),
        text=sentences.days(lane),
        missing=[
            MissingJson(visit=missing.visit, field=missing.field, text=sentences.missing(lane, missing))
            for missing in lane.missing
        ],
        visits=[_visit(visit, lane, sentences) for visit in lane.case.visits],
        remarks=[_remark(remark, lane, sentences) for remark in lane.remarks],
        words=list(sentences.lane(lane)),
    )


def _visit(visit: Visit, lane: Lane, sentences: Sentences) -> VisitJson:
    return VisitJson(
        visit=visit.index,
        country=visit.country,
        start=_day(visit.start),
        end=_day(visit.end),
        text=sentences.visit(visit, lane),
    )


def _remark(remark: Remark, lane: Lane, sentences: Sentences) -> RemarkJson:
    words = sentences.words(remark, lane)
    finding = remark.finding
    return RemarkJson(
        rule=finding.rule.id if finding else None,
        visit=remark.visit,
        status=finding.status if finding else "unmet",
        strength=finding.rule.strength if finding else "information",
        title=words.title,
        message=words.message,
        advice=words.advice,
        source=_source(finding.rule) if finding else None,
        gaps=[
            GapJson(start=str(gap.start), end=str(gap.end), text=sentences.gap(remark, gap))
            for gap in remark.gaps
        ],
    )


def _source(rule: Rule) -> SourceJson:
    return {"section": rule.source.section, "quote": rule.source.quote, "page": rule.source.page}


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)
