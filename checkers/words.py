"""The stable words of the partnership file and the report."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CAPACITIES",
    "EMPLOYED_BY_DEFAULT",
    "GENDERS",
    "METHODS",
    "PLAN_TEXTS",
    "PROGRAMME_TICKS",
    "ROLES",
    "SIDES",
    "SWEDEN",
]

CAPACITIES: Final = (
    "politician",
    "civil_servant",
    "civil_society",
    "academia",
    "business",
    "municipal_association",
    "other",
)
#: Who counts as employed by the partner where nobody says otherwise.
EMPLOYED_BY_DEFAULT: Final = ("civil_servant",)
SIDES: Final = ("majority", "opposition", "neither")
ROLES: Final = ("coordinator", "project_manager", "contact")
GENDERS: Final = ("woman", "man", "other")
#: Peer-learning methods; each has a page of this name in the toolbox.
METHODS: Final = (
    "study-visit",
    "site-visit",
    "peer-visit",
    "benchmarking",
    "mentoring",
    "work-shadowing",
    "peer-assessment",
    "workshop",
    "peer-assist",
    "action-learning-set",
)
#: What can be written in a visit's plan, and what an item of its programme can be ticked as.
PLAN_TEXTS: Final = ("learn", "skills", "methods", "challenges", "reflection", "home")
PROGRAMME_TICKS: Final = ("reflection",)
#: ISO 3166-1 alpha-2 code of the country whose partner is the Swedish one.
SWEDEN: Final = "SE"
