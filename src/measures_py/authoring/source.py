"""YAML as people wrote it: every scalar as text, every value with its line.

YAML guesses types (`no`, `on`, `1_000`, dates); nothing here does. A value is a str, a list or a
dict, and `lines` tells where each one begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from measures_py.authoring.findings import Finding

Path_ = tuple[str | int, ...]


class _Text(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the fast one, where there is one
    """Reads the structure and leaves every scalar as it stands: no types are guessed, so none are looked for."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Types by path are not asked for."""

    def ascend_resolver(self) -> None:
        """Types by path are not asked for."""


@dataclass(frozen=True)
class Document:
    """One YAML file: its data and the line on which each value begins."""

    file: str
    data: Any
    lines: dict[Path_, int]

    @cached_property
    def mappings(self) -> tuple[tuple[Path_, dict[str, Any]], ...]:
        """Every mapping of the document with its path, outermost first."""
        return tuple(_walk(self.data, ()))

    def line(self, path: Path_) -> int:
        """The line of a value, or of the nearest thing around it that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def finding(self, path: Path_, zh: str, en: str) -> Finding:
        """A finding about the value at `path`."""
        return Finding(self.file, self.line(path), self.key(path), zh, en)

    def key(self, path: Path_) -> str:
        """The path as people read it; list items that have an id are named by it."""
        names: list[str] = []
        value = self.data
        for part in path:
            value = _child(value, part)
            own = _identity(value)
            if own:
                names = [own]
            elif isinstance(part, int):
                names.append(f"[{part + 1}]")
            else:
                names.append(part)
        root = _identity(self.data)
        if root and (not names or not names[0].startswith(root)):
            names.insert(0, root)
        return ".".join(names).replace(".[", "[") or "(file)"


def _child(value: Any, part: str | int) -> Any:
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _identity(value: Any) -> str:
    found = value.get("id", "") if isinstance(value, dict) else ""
    return found if isinstance(found, str) else ""


def once(documents: Iterable[Document]) -> Iterator[Finding]:
    """Each document has an id and a reference of its own, and the id is its file's name."""
    seen: dict[str, str] = {}
    for document in documents:
        for key in ("id", "ref"):
            own = document.data[key]
            if own in seen:
                yield document.finding((key,), f"重复，已在 {seen[own]}", f"already used in {seen[own]}")
            seen[own] = document.file
        if Path(document.file).stem != document.data["id"]:
            wanted = f"{document.data['id']}.yml"
            yield document.finding(("id",), f"文件名应为 {wanted}", f"the file should be named {wanted}")


def read(path: Path, root: Path) -> tuple[Document, list[Finding]]:
    """The document in a file, named relative to `root`, and what is wrong with its YAML."""
    name = path.relative_to(root).as_posix()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return Document(name, {}, {}), [
            Finding(name, line, "(file)", f"YAML 无法读取：{error.problem}", f"not readable as YAML: {error.problem}")
        ]
    except UnicodeDecodeError as error:
        return Document(name, {}, {}), [
            Finding(name, 1, "(file)", f"不是 UTF-8：{error.reason}", f"not UTF-8: {error.reason}")
        ]
    document = Document(name, {}, {})
    findings: list[Finding] = []
    data = _value(node, (), document.lines, findings, name)
    return Document(name, data, document.lines), findings


def _value(node: yaml.Node | None, path: Path_, lines: dict[Path_, int], out: list[Finding], file: str) -> Any:
    if node is None:
        return {}
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), lines, out, file) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, item in node.value:
            name = str(key.value)
            if name in result:
                out.append(Finding(file, key.start_mark.line + 1, name, "键重复", "this key is given twice"))
            result[name] = _value(item, (*path, name), lines, out, file)
            lines[(*path, name)] = key.start_mark.line + 1
        return result
    return str(node.value).rstrip("\n")


def _walk(value: Any, path: Path_) -> Iterator[tuple[Path_, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from _walk(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
