"""The savings levers as the engine reads them: what they share put in its place, dates of the laws looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from measures_py.authoring.asked import as_request, field, say
from measures_py.authoring.read import Files

type Href = Callable[[str, list[str]], str]
type Record = dict[str, Any]


def levers(files: Files, href: Href) -> Record:
    """What `savings.lever.levers` reads: the levers by their reference, sentences where there is none, words."""
    shared = files.levers_shared.data
    laws = {item["id"]: document.data for document in files.background for item in document.data["provisions"]}
    found = [_lever(document.data, shared, laws, href) for document in files.levers]
    return {
        "levers": sorted(found, key=lambda lever: str(lever["ref"])),
        "explained": {id: say(item) for id, item in sorted(files.no_levers.data.items())},
        "words": {key: say(item) for key, item in files.levers_words.data.items()},
    }


def resolved(items: list[Record], shared: list[Record], key: str) -> list[Record]:
    """The records, those that only name a shared one replaced by it; a name that is not shared is left out."""
    known = {item[key]: item for item in shared}
    found = (known.get(item["use"]) if "use" in item else item for item in items)
    return [item for item in found if item]


def _lever(item: Record, shared: Record, laws: dict[str, Record], href: Href) -> Record:
    def cite(id: str, basis: str) -> Record:
        return {"id": id, "basis": basis, "href": href(id, item["measures"])}

    said = shared["assumptions"]
    return {
        "id": item["id"],
        "ref": item["ref"],
        "measures": item["measures"],
        "per": item["per"],
        "main": item["main"],
        "title": say(item["title"]),
        "formula": say(item["formula"]),
        "inputs": [_input(entry) for entry in resolved(item["inputs"], shared["inputs"], "name")],
        "needs": item.get("needs", []),
        "constants": [_constant(entry, cite, laws) for entry in item.get("constants", ())],
        "lines": [_line(entry) for entry in resolved(item["lines"], shared["lines"], "id")],
        "cites": [cite(entry["id"], entry["basis"]) for entry in item["cites"]],
        "assumptions": [say(said[entry["use"]] if "use" in entry else entry) for entry in item["assumptions"]],
        "caveats": [say(entry) for entry in item["caveats"]],
        "excludes": [
            {"lever": entry["lever"], "why": say(entry["why"]), "unless": entry.get("unless")}
            for entry in item.get("excludes", ())
        ],
        "texts": {key: say(text) for key, text in item.get("texts", {}).items()},
        "example": example(item, shared),
    }


def example(item: Record, shared: Record) -> Record:
    """The example's inputs as a request has them; a data file keeps every value as text."""
    # A figure stays as people type it.
    kinds = {entry["name"]: entry["type"] for entry in resolved(item["inputs"], shared["inputs"], "name")}
    asked = {name: kind for name, kind in kinds.items() if kind == "yes_no"}
    return as_request(item["example"]["inputs"], asked)


def _input(item: Record) -> Record:
    return field(item) | {
        "ranged": item.get("ranged", "yes") == "yes" and item["type"] in ("money", "rate", "number", "integer"),
        "at_most": item.get("at_most", ""),
        "free": item.get("free", ""),
        "calls_for": item.get("calls_for", []),
        "otherwise": item.get("otherwise", ""),
    }


def _constant(item: Record, cite: Callable[[str, str], Record], laws: dict[str, Record]) -> Record:
    id = item.get("cite", "")
    law = laws.get(id)
    bases = {"notice": "in_notice", "law": "verified_law", "assumption": "our_assumption"}
    checked = next(entry["verified"] for entry in law["provisions"] if entry["id"] == id) if law else {}
    return {
        "name": item["name"],
        "value": item["value"],
        "unit": "" if item["unit"] == "none" else item["unit"],
        "label": say(item["label"]),
        "from": item["from"],
        "cite": cite(id, bases[item["from"]]) if id else None,
        "since": law["in_force"]["from"] if law else "",
        "verified": checked.get("on", ""),
        "how": checked.get("how", ""),
        "why": say(item["why"]) if "why" in item else None,
    }


def _line(item: Record) -> Record:
    return {
        "id": item["id"],
        "label": say(item["label"]),
        "formula": say(item["formula"]),
        "numbers": item["numbers"],
        "unit": "" if item["unit"] == "none" else item["unit"],
        "cites": item.get("cites", []),
    }
