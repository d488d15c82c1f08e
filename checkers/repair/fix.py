"""From a team and its findings to the smallest repair, checked by the engine itself."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.case import Case
from checkers.engine import evaluate
from checkers.findings import Status
from checkers.kinds import Ask, decide
from checkers.repair.arena import groups_of
from checkers.repair.demands import Demands, is_target, no_one_answers_no, wanted
from checkers.repair.group import Budget
from checkers.repair.judge import Judge
from checkers.repair.moves import Moves
from checkers.repair.pairing import steps_of
from checkers.repair.search import fewest
from checkers.repair.sight import Sight
from checkers.repair.steps import BLANK, Step, applied
from checkers.rulebook import Given
from checkers.words import ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from checkers.findings import Finding
    from checkers.repair.demands import Wanted
    from checkers.rulebook import Rule, Rulebook

__all__ = ["Fix", "others", "smallest_fix", "strict_fix"]

#: Fields that say who somebody is.
_FACTS: Final = frozenset({"capacity", "side", "leading", "employed"})
#: What one search may try. A team of ordinary size needs a hundredth of it.
_BUDGET: Final = 600_000


class Fix(NamedTuple):
    """The steps of a repair; none where none is needed, None where nobody can help or the search gave up."""

    steps: tuple[Step, ...] | None
    gave_up: bool = False


def smallest_fix(case: Case, rulebook: Rulebook, findings: Collection[Finding]) -> Fix:
    """Return the fewest changes to the people after which no must that people can satisfy is unmet."""
    if not any(_is_unmet_must(finding) for finding in findings):
        return Fix(())
    rules = tuple(rule for rule in _rules(case, rulebook) if is_target(rule))
    sight = Sight(tuple(rule for rule in rules if not isinstance(rule.spec, Given)))
    sound = no_one_answers_no(rules)
    moves = Moves(sight, sound)
    unmet = [finding for finding in findings if _is_unmet_must(finding) and is_target(finding.rule)]
    hopeless = frozenset(
        (finding.rule.id, finding.subject)
        for finding in unmet
        if not isinstance(finding.rule.spec, Given) and not _helped(finding, case, sight, moves)
    )
    demands = Demands(sight.rules, wanted(findings) - hopeless, sound=sound)
    if demands.met_by(unmet):
        return Fix(None)
    return _searched(case, rulebook, demands, sight, moves)


def strict_fix(case: Case, rulebook: Rulebook, findings: Collection[Finding], unclear: Finding) -> Fix:
    """Return the fewest changes after which a rule holds read strictly, and no must is newly unmet."""
    rule, about = unclear.rule, (unclear.rule.id, unclear.subject)
    rules = tuple(
        one
        for one in _rules(case, rulebook)
        if one.id == rule.id or (is_target(one) and not isinstance(one.spec, Given))
    )
    sight = Sight(rules)
    moves = Moves(sight, ())
    fine = (finding for finding in findings if finding.status is not Status.UNMET)
    demands = Demands(rules, wanted(fine) | {about}, frozenset({about}))
    if not _helped(unclear, case, sight, moves):
        return Fix(None)
    return _searched(case, rulebook, demands, sight, moves)


def _searched(case: Case, rulebook: Rulebook, demands: Demands, sight: Sight, moves: Moves) -> Fix:
    """Search, see with the engine that what was found holds, and say what each step is good for."""
    try:
        groups = groups_of(case, sight, moves, demands)
        acts = fewest(groups, sight, Judge(sight, demands, case.team), Budget(_BUDGET))
    except TimeoutError:
        return Fix(None, gave_up=True)
    steps = steps_of(acts, moves)
    trial = _Trial(case, rulebook, demands)
    if not demands.met_by(trial.after(steps)):
        # The engine has the last word; a repair that it does not confirm is none.
        return Fix(None, gave_up=True)
    return Fix(tuple(trial.explained(steps)))


class _Trial:
    """Tries steps on the team, with the engine."""

    def __init__(self, case: Case, rulebook: Rulebook, demands: Demands) -> None:
        self._case = case
        self._rulebook = rulebook
        self._demands = demands
        ids = {rule.id for rule in demands.rules}
        self._ids = ids | {
            rule.id
            for rule in _rules(case, rulebook)
            if isinstance(rule.spec, Given) and rule.spec.field in demands.sound
        }

    def after(self, steps: Iterable[Step]) -> tuple[Finding, ...]:
        """Return the findings about the team after some steps."""
        case = Case(self._case.partnership, applied(self._case.team, steps))
        return evaluate(case, self._rulebook, lambda rule: rule.id in self._ids)

    def explained(self, steps: tuple[Step, ...]) -> Iterator[Step]:
        """Yield each step with the rules that are not satisfied without it, or that it satisfies alone."""
        before = self._missed(())
        for step in steps:
            without = self._missed(one for one in steps if one is not step)
            alone = before - self._missed((step,))
            helped = {rule for rule, _ in ((before & without) | alone) or before}
            yield step._replace(why=tuple(rule for rule in self._ordered() if rule in helped))

    def _missed(self, steps: Iterable[Step]) -> frozenset[Wanted]:
        return frozenset(
            (finding.rule.id, finding.subject)
            for finding in self.after(steps)
            if not self._demands.met_by([finding])
        )

    def _ordered(self) -> Iterator[str]:
        return (rule.id for rule in _rules(self._case, self._rulebook))


def _rules(case: Case, rulebook: Rulebook) -> tuple[Rule, ...]:
    """Return the rules about the people of the team."""
    return (*rulebook.group(case.team.component).rules, *rulebook.group("participants").rules)


def _is_unmet_must(finding: Finding) -> bool:
    return finding.status is Status.UNMET and finding.rule.strength == "must"


def _helped(finding: Finding, case: Case, sight: Sight, moves: Moves) -> bool:
    """Is there a team of which the rule does not say the same, whoever else would be lacking?"""
    place = next(number for number, rule in enumerate(sight.rules) if rule.id == finding.rule.id)
    most = max(sight.enough[sort] for sort in sight.of(place))
    partners = [None, *(partner.id for partner in case.partnership.partners)]
    for partner, number in product(partners, range(most + 1)):
        additions = moves.additions(external=partner is None)
        for chosen in (*((move,) for move in additions), additions):
            people = tuple(
                BLANK._replace(**moves.read(move.values), partner=partner, index=index * number + copy)
                for index, move in enumerate(chosen)
                for copy in range(number)
            )
            trial = Case(case.partnership, case.team._replace(participants=people, visits=None))
            status = decide(Ask(finding.rule, finding.subject, trial, {})).status
            if status not in (Status.UNMET, Status.UNCLEAR):
                return True
    return False


def others(
    case: Case, rulebook: Rulebook, steps: tuple[Step, ...], step: Step, strictly: Wanted | None = None
) -> tuple[Step, ...]:
    """Return what would serve as well in a step's place, without a new person: one step or none.

    `strictly` is a rule, and whom it concerns, that the steps satisfy read strictly.
    """
    rest = tuple(one for one in steps if one is not step)
    left = _left(case, rulebook, steps, strictly)
    return tuple(
        other._replace(why=step.why)
        for other in _candidates(case, step, rest)
        if _left(case, rulebook, (*rest, other), strictly) <= left
    )[:1]


def _candidates(case: Case, step: Step, rest: tuple[Step, ...]) -> Iterator[Step]:
    """Yield what might serve instead: the roles of somebody new given to one who is there, or a removal."""
    taken = {one.participant for one in rest}
    if step.op == "change" and _FACTS.intersection(step.values):
        yield Step(op="remove", participant=step.participant, values={})
    if step.op == "add" and step.values.get("roles"):
        for person in case.people(step.values["partner"]):
            roles = {*person.roles, *step.values["roles"]}
            if person.index not in taken and roles != set(person.roles):
                values = {"roles": [role for role in ROLES if role in roles]}
                yield Step(op="change", participant=person.index, values=values)


def _left(
    case: Case, rulebook: Rulebook, steps: Iterable[Step], strictly: Wanted | None
) -> frozenset[Wanted]:
    """Return the musts decided by people that are unmet after some steps; persons count as one."""
    after = Case(case.partnership, applied(case.team, steps))
    asked = strictly[0] if strictly else ""
    return frozenset(
        (finding.rule.id, finding.subject._replace(participant=None))
        for finding in evaluate(after, rulebook, lambda rule: rule.id == asked or is_target(rule))
        if finding.status is Status.UNMET
        or (finding.status is Status.UNCLEAR and (finding.rule.id, finding.subject) == strictly)
    )
