"""The smallest repair of a team: the fewest changes to its people after which no must is unmet.

`demands` says what a repair must reach, `sight` what the rules can tell of a person, `moves` what can be
done with one, `group` finds each partner's repairs, `search` puts them together, and `fix` turns the best
into steps.
"""

from __future__ import annotations

from checkers.repair.fix import Fix, smallest_fix, strict_fix
from checkers.repair.steps import Step, StepJson, applied

__all__ = ["Fix", "Step", "StepJson", "applied", "smallest_fix", "strict_fix"]
