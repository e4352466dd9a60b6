"""Confirming that an English text was made from the Chinese beside it: writing its `of` hash.

Edits only the `of` value, in place, so that comments and layout of the file stay as people wrote
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from measures_py.authoring.read import DATA, PROJECT, read_files
from measures_py.authoring.source import Document, Path_
from measures_py.model import digest


def confirm(names: list[str], folder: Path = DATA) -> list[str]:
    """The keys of the fields whose hash was written: those named, or under a named id or file."""
    files, _ = read_files(folder)
    stale: dict[str, list[tuple[Document, Path_, str]]] = {}
    for document, path, item in files.bilingual:
        if item.get("of") != digest(item["zh"]) and _named(document, path, names):
            stale.setdefault(document.file, []).append((document, path, digest(item["zh"])))
    root = PROJECT if folder.is_relative_to(PROJECT) else folder
    for name, fields in stale.items():
        file = root / name if (root / name).exists() else folder.parent / name
        _write(file, {path: value for _, path, value in fields})
    return [document.key(path) for fields in stale.values() for document, path, _ in fields]


def _named(document: Document, path: Path_, names: list[str]) -> bool:
    key, stem = document.key(path), Path(document.file).stem
    return any(name in (key, stem, "all") or key.startswith(name + ".") for name in names)


def _write(file: Path, hashes: dict[Path_, str]) -> None:
    content = file.read_text(encoding="utf-8")
    edits = sorted(_edits(yaml.compose(content, Loader=yaml.SafeLoader), (), hashes, content), reverse=True)
    for start, end, replacement in edits:
        content = content[:start] + replacement + content[end:]
    file.write_text(content, encoding="utf-8")


def _edits(
    node: yaml.Node | None, path: Path_, hashes: dict[Path_, str], content: str
) -> Iterator[tuple[int, int, str]]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _edits(item, (*path, index), hashes, content)
    elif isinstance(node, yaml.MappingNode):
        if path in hashes:
            yield _edit(node, hashes[path], content)
        for key, item in node.value:
            yield from _edits(item, (*path, str(key.value)), hashes, content)


def _edit(node: yaml.MappingNode, value: str, content: str) -> tuple[int, int, str]:
    keys = {str(key.value): (key, item) for key, item in node.value}
    if "of" in keys:
        item = keys["of"][1]
        return item.start_mark.index, item.end_mark.index, value
    key, item = keys["en"]
    end = len(content[: item.end_mark.index].rstrip())
    if node.flow_style:
        return end, end, f", of: {value}"
    return end, end, f"\n{' ' * key.start_mark.column}of: {value}"
