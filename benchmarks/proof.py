"""How long the whole proof takes: `python -m benchmarks.proof`."""

from __future__ import annotations

import statistics

from benchmarks import record
from measures_py import proof

RUNS = 5


def main() -> None:
    """Measure, print and record."""
    reports = [proof.run() for _ in range(RUNS)]
    report = reports[-1]
    figures = {
        "seconds": round(statistics.median(report.seconds for report in reports), 2),
        "limbs": len(report.limbs),
        "states": report.states,
        "mutants": report.mutants,
        "cases": len(report.examples),
        "date_cases": len(report.worked),
    }
    print(figures)
    print(record.write("proof", {"unit": f"seconds, median of {RUNS}", "limit": 60, "figures": figures}))


if __name__ == "__main__":
    main()
