"""What a change costs, as one number: of two repairs with as many steps the cheaper one is proposed.

The number's digits are counts, the weightiest first, so adding up costs adds up each count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["cost"]

#: What is to be had as little of as possible, the worst first: what the text leaves open afterwards, people
#: who change partner, then the fields that are set (a role is more easily changed than a capacity).
_COUNTED: Final = (
    "unclear",
    "unknown",
    "moved",
    "capacity",
    "side",
    "employed",
    "sound",
    "leading",
    "roles",
    "each_role",
    # People with a name rather than people without one.
    "named",
    # Elsewhere than at the Swedish partner, whom our advice calls first.
    "abroad",
    # How far down a value stands among those that serve equally.
    "rank",
)
#: More than the participants of any file, times the largest rank.
_BITS: Final = 18
#: The last digit: the places in the file of those concerned, so that the first ones are.
_PLACE_BITS: Final = 24
_WEIGHTS: Final = {name: 1 << (_PLACE_BITS + _BITS * digit) for digit, name in enumerate(reversed(_COUNTED))}


def cost(place: int = 0, /, **counts: int) -> int:
    """Return the cost of what is counted, done to the person in `place`."""
    return place + sum(_WEIGHTS[name] * number for name, number in counts.items() if number)
