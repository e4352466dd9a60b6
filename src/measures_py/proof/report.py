"""The whole proof: enumeration, cases and mutants, with counts and time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from measures_py.limbs import Limb
from measures_py.proof.cases import CASES, Example, failure, read_cases
from measures_py.proof.mutants import mutants
from measures_py.proof.states import Breach, Enumeration, enumerate_limb
from measures_py.rulebook import Rulebook, rulebook
from measures_py.store import store

# Mutants that nothing notices, with the reason why that is right. Empty is the aim.
_BOTH_OPEN = "nobody can answer any of these leaves, so no answer tells all from any; both are listed as left open"
ACCEPTED = {
    "m13 conditions: all and any exchanged": _BOTH_OPEN,
    "m15 conditions: all and any exchanged": _BOTH_OPEN,
}


@dataclass
class Report:
    """What was checked, how much of it, how long it took, and everything that does not hold."""

    limbs: list[Enumeration] = field(default_factory=list)
    cases: int = 0
    failures: list[str] = field(default_factory=list)
    mutants: int = 0
    noticed_by_cases: int = 0
    accepted: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def states(self) -> int:
        """How many states were enumerated."""
        return sum(limb.states for limb in self.limbs)

    @property
    def breaches(self) -> list[Breach]:
        """Every property that does not hold in some state."""
        return [breach for limb in self.limbs for breach in limb.breaches]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.breaches or self.failures or self.survivors)


def run(book: Rulebook | None = None, folder: Path = CASES) -> Report:
    """The proof of a rulebook, by default the project's own, with the cases in a folder."""
    book = book or rulebook()
    began = time.perf_counter()
    report = Report(limbs=[enumerate_limb(limb, book) for limb in book.limbs])
    examples = read_cases(folder, book.facts)
    report.cases = len(examples)
    by_limb: dict[str, list[Example]] = {limb.id: [] for limb in book.limbs}
    limbs = {limb.id: limb for limb in book.limbs}
    for example in examples:
        by_limb[example.limb].append(example)
        if problem := failure(book, limbs[example.limb], example):
            report.failures.append(f"{example.name}: {problem}")
    _mutate(book, by_limb, report)
    report.seconds = time.perf_counter() - began
    return report


def _mutate(book: Rulebook, examples: dict[str, list[Example]], report: Report) -> None:
    units = {fact.id: "0.01" if fact.type == "money" else "1" for fact in book.facts.values()}
    for item in store().eligibility["limbs"]:
        clauses = [id for id in book.quotes if id.startswith(f"{item['measure']}.")]
        for mutant in mutants(item, clauses, units):
            report.mutants += 1
            name = f"{item['id']} {mutant.what}"
            if any(failure(book, mutant.limb, example) for example in examples[item["id"]]):
                report.noticed_by_cases += 1
            elif _verbatim(book, mutant.limb):
                (report.accepted if name in ACCEPTED else report.survivors).append(name)


def _verbatim(book: Rulebook, limb: Limb) -> bool:
    """Whether every leaf's words stand in the clause it names, as `measures check` demands."""
    return all(words in book.quotes[id]["zh"] for leaf in limb.leaves for id, words in leaf.quotes)
