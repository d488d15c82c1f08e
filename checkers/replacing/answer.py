"""A partnership file and a proposed replacement -> `replacement/1`: what changes, and what to write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypedDict

from checkers.case import Case
from checkers.engine import evaluate
from checkers.faults import Fault, UnusableDocument
from checkers.reading import read
from checkers.replacing.comparing import compared
from checkers.replacing.letter import load_letter
from checkers.replacing.message import message
from checkers.replacing.proposal import read_proposal
from checkers.replacing.swap import entered, entry_of, swapped
from checkers.report import SourceJson, finding_json, verdict
from checkers.rulebook import LANGUAGES, load
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.findings import Finding
    from checkers.replacing.comparing import Change
    from checkers.replacing.letter import Piece
    from checkers.rulebook import Rulebook

__all__ = ["FORMAT", "ChangeJson", "QuestionJson", "ReplacementJson", "replace"]

FORMAT: Final = "replacement/1"


class ChangeJson(TypedDict):
    """One rule that stands otherwise after the replacement than before."""

    rule: str
    partner: str | None
    participant: int | None
    visit: int | None
    #: Whom it is about, as sentences call them.
    who: str
    strength: str
    direction: str
    before: str
    after: str
    title: str
    message: str
    advice: str
    source: SourceJson


class QuestionJson(TypedDict):
    """One of the source's own questions on a replacement, and how it stands."""

    rule: str
    title: str
    question: str
    status: str
    advice: str
    source: SourceJson


class ReplacementJson(TypedDict):
    """The answer: both verdicts, what changes, the questions, the message, and the file after."""

    format: str
    language: str
    #: The team's verdicts, this replacement's own steps left out.
    before: str
    after: str
    changes: list[ChangeJson]
    #: How many findings are the same.
    unchanged: int
    questions: list[QuestionJson]
    #: The partnership's other teams, by name, in which somebody of the same name and partner takes part.
    elsewhere: list[str]
    #: By language: stretches of text, and whether each is a blank.
    letter: dict[str, list[Piece]]
    #: Which of the team's replacements this one is in the file after.
    entry: int
    document: dict[str, Any]


def replace(text: str, language: str, place: int, proposed: str) -> ReplacementJson:
    """Say what a replacement changes in the team at `place`; `proposed` is the proposal as JSON text.

    Raises:
        UnusableDocument: the file, or the proposal, cannot be read; holds every fault found.
    """
    rulebook = load()
    before = _case(text, place, rulebook)
    proposal = read_proposal(proposed, before.team, load_letter().causes)
    document: dict[str, Any] = json.loads(text.removeprefix("\ufeff"))
    entry = entry_of(document, place, proposal.leaves) if proposal.entry is None else proposal.entry
    written = entered(swapped(document, place, proposal), place, entry, proposal)
    after = _case(json.dumps(written), place, rulebook)
    # The steps of this very replacement are asked for; they say nothing on the team.
    own = len(after.replacements) - 1 if entry is None else entry
    earlier, _ = _apart(evaluate(before, rulebook), entry)
    later, steps = _apart(evaluate(after, rulebook), own)
    changes, unchanged = compared(earlier, later)
    wording = Wording(rulebook, language)
    return ReplacementJson(
        format=FORMAT,
        language=language,
        before=verdict(earlier),
        after=verdict(later),
        changes=[_change(change, before, after, wording) for change in changes],
        unchanged=unchanged,
        questions=[_question(finding, after, wording) for finding in steps if finding.rule.is_question],
        elsewhere=_elsewhere(before, proposal.leaves, rulebook, language),
        letter={each: message(proposal, before, after, rulebook, each) for each in LANGUAGES},
        entry=own,
        document=written,
    )


def _case(text: str, place: int, rulebook: Rulebook) -> Case:
    partnership = read(text, rulebook.questions)
    if place not in range(len(partnership.teams)):
        components = ", ".join(team.component for team in partnership.teams)
        raise UnusableDocument(Fault("teams", "no_such_team", {"value": place, "allowed": components or "–"}))
    return Case(partnership, partnership.teams[place])


def _apart(findings: Iterable[Finding], entry: int | None) -> tuple[list[Finding], list[Finding]]:
    """Return the findings on the team, and those on one entry of its replacements."""
    team: list[Finding] = []
    steps: list[Finding] = []
    for finding in findings:
        own = entry is not None and finding.subject.replacement == entry
        (steps if own else team).append(finding)
    return team, steps


def _change(change: Change, before: Case, after: Case, wording: Wording) -> ChangeJson:
    case = before if change.gone else after
    words = finding_json(change.finding, case, wording)
    return ChangeJson(
        rule=words["rule"],
        partner=words["partner"],
        participant=words["participant"],
        visit=words["visit"],
        who=wording.subject(change.finding.subject, case),
        strength=words["strength"],
        direction=change.direction,
        before=change.before,
        after=change.after,
        title=words["title"],
        # What was said of somebody who is no longer asked about does not hold any more.
        message="" if change.gone else words["message"],
        advice="" if change.gone else words["advice"],
        source=words["source"],
    )


def _question(finding: Finding, case: Case, wording: Wording) -> QuestionJson:
    words = finding_json(finding, case, wording)
    return QuestionJson(
        rule=finding.rule.id,
        title=words["title"],
        question=finding.rule.question(wording.language),
        status=words["status"],
        advice=words["advice"],
        source=words["source"],
    )


def _elsewhere(case: Case, index: int, rulebook: Rulebook, language: str) -> list[str]:
    """Return the other teams in which somebody of this name and partner takes part."""
    person = case.team.participants[index]
    if not person.name:
        return []
    return [
        rulebook.group(team.component).name(language)
        for team in case.partnership.teams
        if team is not case.team
        and any(one.name == person.name and one.partner == person.partner for one in team.participants)
    ]
