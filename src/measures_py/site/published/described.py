"""Small words for writing a JSON Schema in which everything is described and nothing else is allowed."""

from __future__ import annotations

from typing import Any

type Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
TEXT_OR_NULL: Schema = {"type": ["string", "null"], "minLength": 1}
INTEGER: Schema = {"type": "integer"}
YES_NO: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "A day, ISO 8601."}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def record(description: str, /, **properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def array(item: Schema, description: str) -> Schema:
    """A list of such items."""
    return {"description": description, "type": "array", "items": item}


def ref(name: str) -> Schema:
    """What is defined under this name."""
    return {"$ref": f"#/$defs/{name}"}


def form(pattern: str, description: str) -> Schema:
    """A text of this form."""
    return {"type": "string", "pattern": f"^{pattern}$", "description": description}


def enum(description: str, *values: str) -> Schema:
    """One of these texts."""
    return {"enum": [str(value) for value in values], "description": description}


def loosened(shape: Schema, *optional: str) -> Schema:
    """The same record with some keys that may be absent."""
    return {**shape, "required": [key for key in shape["required"] if key not in optional]}
