"""The rules that carry the requirements, and the statuses that each can give besides `met` and `unmet`."""

from __future__ import annotations

from typing import Final

__all__ = ["CORE", "ENCOURAGED", "MUST", "SHOULD"]

_UNKNOWN: Final = frozenset({"unknown"})
_UNCLEAR: Final = frozenset({"unclear"})
_NOT_APPLICABLE: Final = frozenset({"not_applicable"})
_NOTHING_MORE: Final = frozenset[str]()

MUST: Final = {
    "inception.politicians": _UNKNOWN,
    "inception.civil-servants": _UNKNOWN,
    "inception.coordinator": _UNKNOWN | _UNCLEAR,
    "inception.coordinator-counts": _UNKNOWN | _NOT_APPLICABLE,
    "inception.main-contact": _NOTHING_MORE,
    "inception.tool": _UNKNOWN,
    "project.civil-servants": _UNKNOWN,
    "project.manager": _UNKNOWN | _UNCLEAR,
    "project.contact": _NOTHING_MORE,
    "project.duration": _UNKNOWN,
    "project.goal-capacity": _UNKNOWN,
    "project.goal-effect": _UNKNOWN,
    "project.core-areas": _UNKNOWN,
    "project.tool-before": _UNKNOWN,
    "project.exchange-identified": _UNKNOWN,
    "project.steering-group-exists": _UNKNOWN,
    "project.steering-group-period": _UNKNOWN,
    "steering.majority": _UNKNOWN,
    "steering.opposition": _UNKNOWN | _NOT_APPLICABLE,
    "steering.leading-officials": _UNKNOWN,
    "steering.coordinator-named": _NOTHING_MORE,
    "steering.coordinator-employed": _UNKNOWN | _NOT_APPLICABLE,
    "steering.coordinator-member": _NOTHING_MORE,
    "steering.swedish-contact": _UNKNOWN,
    "expansion.participants": _UNKNOWN | _UNCLEAR,
    "expansion.coordinator": _UNKNOWN | _UNCLEAR,
    "expansion.contact": _NOTHING_MORE,
    "expansion.steering-group-exists": _UNKNOWN,
    "expansion.duration": _UNKNOWN,
    "expansion.tool": _UNKNOWN,
    "dissemination.participants": _NOTHING_MORE,
    "dissemination.manager": _UNCLEAR,
    "dissemination.contact": _NOTHING_MORE,
    "dissemination.dialogue": _UNKNOWN,
    "participants.code-of-conduct": _UNKNOWN,
    "participants.approved-costs": _UNKNOWN | _NOT_APPLICABLE,
    "replacement.justified": _UNKNOWN,
    "replacement.proposal": _UNKNOWN,
    "replacement.approved": _UNKNOWN,
    "replacement.new-form": _UNKNOWN,
}

SHOULD: Final = {
    "inception.majority-opposition": _UNKNOWN | _NOT_APPLICABLE,
    "steering.visits": _UNKNOWN,
    "steering.task-anchoring": _UNKNOWN,
    "steering.task-steering": _UNKNOWN,
    "steering.task-agenda2030": _UNKNOWN,
    "steering.task-quality": _UNKNOWN,
    "steering.task-perspectives": _UNKNOWN,
    "steering.task-sustainability": _UNKNOWN,
    "steering.task-dissemination": _UNKNOWN,
    "exchange.budget": _UNKNOWN,
    "exchange.well-planned": _UNKNOWN,
    "exchange.learning-elements": _UNKNOWN,
    "exchange.tip-expectations": _UNKNOWN,
    "exchange.tip-methods": _UNKNOWN,
    "exchange.tip-challenges": _UNKNOWN,
    "exchange.tip-reflection": _UNKNOWN,
    "exchange.tip-communicate": _UNKNOWN,
    "participants.profile": _UNKNOWN,
    "participants.motivation": _NOTHING_MORE,
    "participants.gender": _UNKNOWN,
    "participants.continuity": _UNKNOWN,
}

ENCOURAGED: Final = {
    "project.others-encouraged": _UNKNOWN,
    "participants.diversity": _UNKNOWN,
}

CORE: Final = MUST | SHOULD | ENCOURAGED
