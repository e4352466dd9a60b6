"""Which figures of a case are only an example: told apart from the reader's own in every answer and file."""

from __future__ import annotations

from typing import Any

from measures_py.requests import TYPES, Errors

type Names = tuple[str, ...]


def names(given: Any, where: str, errors: Errors) -> Names:
    """The inputs that a request names as an example; the error is noted when it is no list of names."""
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(name, str) for name in given):
        errors.add(where, "wrong_type", given, *TYPES["list"])
        return ()
    return tuple(given)


def apart(cases: Any, errors: Errors) -> tuple[Any, list[Names]]:
    """The cases of a request without what says which of their figures are an example, and that for each."""
    if not isinstance(cases, list):
        return cases, []
    found = [
        names(case.get("example") if isinstance(case, dict) else None, f"cases[{index}].example", errors)
        for index, case in enumerate(cases)
    ]
    bare = [{key: case[key] for key in case if key != "example"} if isinstance(case, dict) else case for case in cases]
    return bare, found


def marked(answer: dict[str, Any], examples: Names) -> dict[str, Any]:
    """The answer, the provenance of those figures changed from the reader to an example."""
    for entry in answer["inputs"]:
        if entry["name"] in examples and entry["provenance"]["kind"] == "caller":
            entry["provenance"] = {"kind": "example"}
    return answer
