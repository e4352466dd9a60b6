"""Where a data file departs from its shape, as findings in both languages."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from measures_py.authoring.findings import Finding
from measures_py.authoring.schema import Schema
from measures_py.authoring.source import Document, Path_

_compiled: dict[int, jsonschema_rs.Draft202012Validator] = {}


def violations(document: Document, schema: Schema) -> list[Finding]:
    """Every place where a document departs from its schema, one of the constants of `schema`."""
    validator = _compiled.get(id(schema)) or _compiled.setdefault(
        id(schema), jsonschema_rs.Draft202012Validator(schema)
    )
    return [finding for error in validator.iter_errors(document.data) for finding in _explain(document, schema, error)]


def _explain(document: Document, schema: Schema, error: jsonschema_rs.ValidationError) -> list[Finding]:
    path: Path_ = tuple(error.instance_path)
    name, kind = error.kind.name, error.kind.as_dict()
    if name == "additionalProperties":
        shape: Any = schema
        for part in error.schema_path[:-1]:
            shape = shape[part]
        known = list(shape["properties"])
        zh, en = f"未知的键；可用：{'、'.join(known)}", f"unknown key; known are: {', '.join(known)}"
        return [document.finding((*path, key), zh, en) for key in kind["unexpected"]]
    if name == "anyOf" and isinstance(error.instance, dict):
        inside = [sub for branch in kind["context"] for sub in branch if sub.kind.name != "const"]
        return [document.finding((*path, *sub.instance_path), *_message(sub)) for sub in inside]
    return [document.finding(path, *_message(error))]


def _message(error: jsonschema_rs.ValidationError) -> tuple[str, str]:
    """What is wrong and what was expected, in both languages."""
    kind, value = error.kind.as_dict(), error.instance
    match error.kind.name:
        case "required":
            missing = str(kind["property"])
            language = {"zh": ("缺中文", "the Chinese is missing"), "en": ("缺英文", "the English is missing")}
            return language.get(missing, (f"缺少键“{missing}”", f"the key “{missing}” is missing"))
        case "enum":
            allowed = ", ".join(str(item) for item in kind["options"])
            return f"值须为：{allowed}；现为 {value!r}", f"expected one of {allowed}; got {value!r}"
        case "pattern":
            form = kind["pattern"]
            return f"格式须为 {form}；现为 {value!r}", f"expected the form {form}; got {value!r}"
        case "minItems" | "minLength":
            return f"至少要有 {kind['limit']} 项", f"needs at least {kind['limit']} item(s)"
        case "type":
            form = ", ".join(kind["types"])
            return f"类型应为 {form}；现为 {value!r}", f"expected the type {form}; got {value!r}"
        case _:
            return f"值不合要求：{value!r}", f"not an allowed value: {value!r}"
