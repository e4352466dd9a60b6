"""Where each measure stands: one group by what to do next, its alternatives with the best standing first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from measures_py.ask import State
from measures_py.verdict import Verdict

# The groups of the board by what to do next; the first alternative in this order speaks for its measure.
GROUPS = (
    Verdict.MAY_APPLY,
    Verdict.MET,
    Verdict.NEED_ANSWERS,
    Verdict.BLOCKED,
    Verdict.SERVICE,
    Verdict.NOT_APPLICABLE,
)
_RANK = {verdict: place for place, verdict in enumerate(GROUPS)}


class Standing(NamedTuple):
    """A measure with its limbs, best first; ties stay in the order of the notice."""

    measure: str
    limbs: tuple[State, ...]

    @property
    def group(self) -> Verdict:
        """The group that the measure is shown in: the verdict on its best limb."""
        return self.limbs[0].verdict


def standings(states: Iterable[State]) -> list[Standing]:
    """The measures of these limbs, in the order of the notice."""
    found: dict[str, list[State]] = {}
    for state in states:
        found.setdefault(state.limb.measure, []).append(state)
    return [Standing(id, tuple(sorted(limbs, key=lambda item: _RANK[item.verdict]))) for id, limbs in found.items()]


def grouped(found: Iterable[Standing]) -> dict[Verdict, list[Standing]]:
    """The measures of each group, every group in the order of the board, empty ones too."""
    groups: dict[Verdict, list[Standing]] = {group: [] for group in GROUPS}
    for item in found:
        groups[item.group].append(item)
    return groups
