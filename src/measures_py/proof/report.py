"""The whole proof: enumeration, cases and mutants of the rules, cases of the date rules, the calendar; with counts."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from measures_py.limbs import Limb
from measures_py.proof import dates
from measures_py.proof.cases import CASES, Example, failure, read_cases
from measures_py.proof.days import Comparison, compared
from measures_py.proof.mutants import Mutant, mutants
from measures_py.proof.states import Breach, Enumeration, enumerate_limb
from measures_py.rulebook import Rulebook, rulebook
from measures_py.store import Say, Store, store


@dataclass(frozen=True)
class Accepted:
    """A breakage that nothing notices: what it is, and why that is right."""

    what: Say
    why: Say


# Mutants that nothing notices, with the reason why that is right. Empty is the aim.
_BOTH_OPEN = Accepted(
    {"zh": "条件里的“全部”和“任一”互换", "en": "“all” and “any” exchanged in the conditions"},
    {
        "zh": "这两点都没有人能回答，所以“全部”和“任一”没有一个答案能分开；两点都照样列为公告没有列明。",
        "en": "Nobody can answer either point, so no answer tells “all” from “any”; both are still told as not listed "
        "in the notice.",
    },
)
ACCEPTED = {
    "m13 conditions: all and any exchanged": _BOTH_OPEN,
    "m15 conditions: all and any exchanged": _BOTH_OPEN,
}


@dataclass
class Broken:
    """What became of the mutants of one limb: how many of each kind there were, and who noticed."""

    kinds: Counter[str] = field(default_factory=Counter)
    by_case: Counter[str] = field(default_factory=Counter)
    by_check: Counter[str] = field(default_factory=Counter)
    accepted: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)


@dataclass
class Report:
    """What was checked, how much of it, how long it took, and everything that does not hold."""

    limbs: list[Enumeration]
    broken: dict[str, Broken]
    examples: list[Example]
    worked: list[dates.Worked]
    calendar: Comparison
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def states(self) -> int:
        """How many states were enumerated."""
        return sum(limb.states for limb in self.limbs)

    @property
    def mutants(self) -> int:
        """How many breakages were made."""
        return sum(broken.kinds.total() for broken in self.broken.values())

    @property
    def breaches(self) -> list[Breach]:
        """Every property that does not hold in some state."""
        return [breach for limb in self.limbs for breach in limb.breaches]

    @property
    def survivors(self) -> list[str]:
        """Every breakage that nothing notices and for which no reason is written."""
        return [name for broken in self.broken.values() for name in broken.survivors]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.breaches or self.failures or self.survivors or self.calendar.differ)


def run(known: Store | None = None, folder: Path = CASES, deadlines: Path = dates.CASES) -> Report:
    """The proof of a store, by default the project's own, with the cases in two folders."""
    known = known or store()
    book = rulebook(known)
    began = time.perf_counter()
    limbs = {limb.id: limb for limb in book.limbs}
    examples = read_cases(folder, book.facts)
    by_limb: dict[str, list[Example]] = {id: [] for id in limbs}
    for example in examples:
        by_limb[example.limb].append(example)
    report = Report(
        limbs=[enumerate_limb(limb, book) for limb in book.limbs],
        broken={item["id"]: _break(book, item, by_limb[item["id"]]) for item in known.eligibility["limbs"]},
        examples=examples,
        worked=dates.worked(deadlines, known),
        calendar=compared(known.calendar),
    )
    report.failures = [*_failures(book, limbs, examples), *_departures(report.worked, known)]
    report.seconds = time.perf_counter() - began
    return report


def _failures(book: Rulebook, limbs: dict[str, Limb], examples: list[Example]) -> list[str]:
    found = ((example, failure(book, limbs[example.limb], example)) for example in examples)
    return [f"{example.name}: {problem}" for example, problem in found if problem]


def _departures(worked: list[dates.Worked], known: Store) -> list[str]:
    found = ((case, dates.departure(case, known)) for case in worked)
    return [f"{case.id}: {problem}" for case, problem in found if problem]


def _break(book: Rulebook, item: dict[str, object], examples: list[Example]) -> Broken:
    units = {fact.id: "0.01" if fact.type == "money" else "1" for fact in book.facts.values()}
    clauses = [id for id in book.quotes if id.startswith(f"{item['measure']}.")]
    found = Broken()
    for mutant in mutants(item, clauses, units):
        found.kinds[mutant.kind] += 1
        name = f"{item['id']} {mutant.what}"
        if any(failure(book, mutant.limb, example) for example in examples):
            found.by_case[mutant.kind] += 1
        elif not _verbatim(book, mutant):
            found.by_check[mutant.kind] += 1
        else:
            (found.accepted if name in ACCEPTED else found.survivors).append(name)
    return found


def _verbatim(book: Rulebook, mutant: Mutant) -> bool:
    """Whether every leaf's words stand in the clause it names, as `measures check` demands."""
    return all(words in book.quotes[id]["zh"] for leaf in mutant.limb.leaves for id, words in leaf.quotes)
