"""The proof of the eligibility rules, for the build and the tests; never shipped to the browser.

    report = proof.run(rulebook(), CASES)

enumerates every combination of answers that a rule can tell apart, compares the engine with plain
evaluation of every completion, and breaks each rule in small ways to see that something notices.
"""

from measures_py.proof.cases import CASES, Example, read_cases
from measures_py.proof.report import Report, run

__all__ = ["CASES", "Example", "Report", "read_cases", "run"]
