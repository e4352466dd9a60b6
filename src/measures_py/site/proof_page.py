"""What the proof page shows beyond the proof itself: coverage, the rules by name, and the recorded time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from measures_py.model import Measure, Text
from measures_py.site import proof_words
from measures_py.site.proof import Covered, Proof, Proven, coverage, record
from measures_py.site.rules import Rules


@dataclass(frozen=True, slots=True)
class Row:
    """One rule with its counts, and the measure it belongs to; `title` is None where the measure has one limb."""

    measure: Measure
    title: Text | None
    proven: Proven

    @property
    def broken(self) -> int:
        """How often the rule was broken."""
        return sum(self.proven.kinds.values())

    @property
    def noticed(self) -> int:
        """How often that was noticed, by a case or by the check."""
        return sum(self.proven.by_case.values()) + sum(self.proven.by_check.values())


def values(proof: Proof, rules: Rules) -> dict[str, Any]:
    """The names that the page's template uses."""
    covered = coverage(rules)
    timed = record()
    return {
        "p": proof_words,
        "rows": list(rows(proof, rules)),
        "covered": covered,
        "asking": counted(covered),
        "date_rules": [(rules.known.rules[id].title, id, count) for id, count in proof.dates.items()],
        "timed": {**timed["machine"], "seconds": timed["figures"]["seconds"], "measured": timed["measured"]},
    }


def rows(proof: Proof, rules: Rules) -> Iterator[Row]:
    """The rules in the order of the notice."""
    limbs = {limb.id: limb for limb in rules.book.limbs}
    for proven in proof.limbs:
        title = limbs[proven.id].title
        measure = rules.notice.measure(limbs[proven.id].measure)
        yield Row(measure, Text(title["zh"], title["en"]) if title else None, proven)


def counted(covered: list[Covered]) -> dict[str, int]:
    """How many clauses ask something, and what became of them."""
    used, waived, none = (sum(len(getattr(item, name)) for item in covered) for name in ("used", "waived", "none"))
    return {"asking": used + waived + none, "used": used, "waived": waived, "none": none}
