"""The proof of the rules, for the build and the tests; never shipped to the browser.

    report = proof.run()

enumerates every combination of answers that an eligibility rule can tell apart, compares the engine
with plain evaluation of every completion, breaks each rule in small ways to see that something
notices, and holds the date rules and the calendar against what was worked out by hand.
"""

from measures_py.proof.cases import CASES, Example, read_cases
from measures_py.proof.mutants import KINDS
from measures_py.proof.report import Report, run

__all__ = ["CASES", "KINDS", "Example", "Report", "read_cases", "run"]
