"""The proof as its page shows it: worked out anew when rules, engine or cases changed, else taken from the cache."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from measures_py import proof
from measures_py.authoring.compile import compiled
from measures_py.authoring.read import Files
from measures_py.authoring.rule_files import COVERED
from measures_py.model import Clause, Measure, Waiver
from measures_py.proof.dates import CASES as DEADLINES
from measures_py.proof.report import ACCEPTED, Report
from measures_py.site.assets import PROJECT
from measures_py.site.bytecode import PACKAGE, run_time_modules
from measures_py.site.kept import kept, state
from measures_py.site.rules import Rules
from measures_py.store import Say, Store

RECORD = PROJECT / "benchmarks" / "results" / "proof.json"


@dataclass(frozen=True, slots=True)
class Proven:
    """The counts of one limb; `accepted` are breakages that nothing notices, each with what it is and why."""

    id: str
    facts: int
    states: int
    reached: dict[str, int]
    cases: int
    kinds: dict[str, int]
    by_case: dict[str, int]
    by_check: dict[str, int]
    accepted: list[dict[str, Say]]


@dataclass(frozen=True)
class Proof:
    """What a run found: counts per limb, cases per clause and per date rule, days compared, and what does not hold.

    `counterexamples` are pairs of what was found and the finder's fragment with the answers that show it.
    """

    limbs: list[Proven]
    clauses: dict[str, int]
    dates: dict[str, int]
    days: int
    counts: int
    first: str
    last: str
    counterexamples: list[list[str]]
    troubles: list[str]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.counterexamples or self.troubles)

    @cached_property
    def totals(self) -> dict[str, int]:
        """The counts of all limbs together."""
        return {
            "limbs": len(self.limbs),
            "states": sum(limb.states for limb in self.limbs),
            "cases": sum(limb.cases for limb in self.limbs),
            "mutants": sum(sum(limb.kinds.values()) for limb in self.limbs),
            "by_case": sum(sum(limb.by_case.values()) for limb in self.limbs),
            "by_check": sum(sum(limb.by_check.values()) for limb in self.limbs),
            "accepted": sum(len(limb.accepted) for limb in self.limbs),
            "dates": sum(self.dates.values()),
        }

    @cached_property
    def kinds(self) -> dict[str, tuple[int, int, int]]:
        """Of each kind of breakage: how many there were, how many a case noticed, how many the check of quotes."""
        return {
            kind: (
                _sum(self.limbs, "kinds", kind),
                _sum(self.limbs, "by_case", kind),
                _sum(self.limbs, "by_check", kind),
            )
            for kind in proof.KINDS
        }

    def told(self) -> Iterator[str]:
        """Everything that does not hold, a line each."""
        yield from (f"{what}: finder.html#{fragment}" for what, fragment in self.counterexamples)
        yield from self.troubles


def _sum(limbs: list[Proven], name: str, kind: str) -> int:
    return sum(getattr(limb, name).get(kind, 0) for limb in limbs)


def proven(files: Files, known: Store) -> Proof:
    """The proof of these files with the project's own cases; `known` is the store compiled from them."""
    cases = [*sorted(proof.CASES.glob("*.yml")), *sorted(DEADLINES.glob("*.yml"))]
    code = run_time_modules() | _sources(PACKAGE / "proof") | _sources(Path(__file__).parent, Path(__file__).name)
    stated = [compiled(files), *([path.name, path.read_text(encoding="utf-8")] for path in cases)]
    stated += [[name, state(content)] for name, content in code.items()]
    content = kept("proof", json.dumps(stated).encode(), lambda: _worked(known))
    data = json.loads(content)
    return Proof(**{**data, "limbs": [Proven(**limb) for limb in data["limbs"]]})


def _sources(folder: Path, pattern: str = "*.py") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob(pattern))}


def _worked(known: Store) -> bytes:
    return json.dumps(asdict(summary(proof.run(known))), ensure_ascii=False).encode("utf-8")


def summary(report: Report) -> Proof:
    """What the page and the build need of a report."""
    clauses: Counter[str] = Counter()
    for example in report.examples:
        clauses.update((example.because or frozenset()) | (example.left_open or frozenset()))
    limbs = []
    for limb in report.limbs:
        broken = report.broken[limb.limb]
        accepted = [{"what": ACCEPTED[name].what, "why": ACCEPTED[name].why} for name in broken.accepted]
        cases = sum(example.limb == limb.limb for example in report.examples)
        reached = {verdict.value: count for verdict, count in limb.reached.items()}
        counted = (dict(broken.kinds), dict(broken.by_case), dict(broken.by_check))
        limbs.append(Proven(limb.limb, limb.facts, limb.states, reached, cases, *counted, accepted))
    return Proof(
        limbs,
        dict(clauses),
        dict(Counter(case.rule for case in report.worked)),
        report.calendar.days,
        report.calendar.counts,
        report.calendar.first,
        report.calendar.last,
        [[f"{breach.limb}: {breach.what}", breach.fragment] for breach in report.breaches],
        [*report.failures, *report.survivors, *report.calendar.differ],
    )


@dataclass(frozen=True)
class Covered:
    """The clauses of one measure that ask something: those a rule uses, those waived with a reason, and any left."""

    measure: Measure
    used: tuple[Clause, ...]
    waived: tuple[Waiver, ...]
    none: tuple[Clause, ...]


def coverage(rules: Rules) -> list[Covered]:
    """What became of every condition, undertaking, consent, unlisted term and time limit, measure by measure."""
    used = {id for limb in rules.book.limbs for leaf in limb.leaves for id, _ in leaf.quotes}
    found = []
    for measure in rules.notice.measures:
        asking = [clause for clause in measure.clauses if clause.role in COVERED]
        waived = {waiver.clause for waiver in measure.waivers}
        left = tuple(clause for clause in asking if clause.id not in used | waived)
        found.append(Covered(measure, tuple(c for c in asking if c.id in used), measure.waivers, left))
    return found


def record() -> dict[str, Any]:
    """How long the proof took, as `benchmarks/proof.py` last wrote it down, with the machine and the day."""
    found: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found
