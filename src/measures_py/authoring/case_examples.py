"""What the examples of cases must keep beyond their shape: every answer is one that the engine takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from measures_py import case_request, facts
from measures_py.authoring import compile_rules
from measures_py.authoring.asked import as_request
from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document, Path_
from measures_py.facts import Fact
from measures_py.requests import Errors


def findings(files: Files) -> Iterator[Finding]:
    """Every answer that the engine would refuse, and every measure that does not exist."""
    if not files.complete:
        return
    known = facts.from_json(compile_rules.facts(files))
    document = files.case_examples
    measures = {item.data["id"] for item in files.measures}
    for index, firm in enumerate(document.data["firms"]):
        yield from _answers(document, ("firms", index, "answers"), firm["answers"], known)
    for measure, cases in document.data["measures"].items():
        if measure not in measures:
            yield document.finding(("measures", measure), f"没有 {measure}", f"there is no {measure}")
        for index, case in enumerate(cases):
            yield from _answers(document, ("measures", measure, index, "answers"), case["answers"], known)


def _answers(document: Document, path: Path_, given: dict[str, Any], known: dict[str, Fact]) -> Iterator[Finding]:
    errors = Errors()
    case_request.answers(answers(given, known), known, errors)
    for error in errors.found:
        fact = error["field"].removeprefix("answers.").partition("[")[0]
        yield document.finding(
            (*path, fact), f"{error['zh']}；现为 {error['got']}", f"{error['en']}; got {error['got']}"
        )


def answers(given: dict[str, Any], known: dict[str, Fact]) -> dict[str, Any]:
    """Answers kept in YAML as a request has them."""
    return as_request(given, {id: fact.type for id, fact in known.items()})
