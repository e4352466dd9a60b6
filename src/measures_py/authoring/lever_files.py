"""What the files of the savings levers must keep beyond their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from measures_py.authoring.compile_levers import resolved
from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document, once

_PLACE = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[(\w+)(?:!?=\w+)?\? ")
_WHOLE_RANGE = re.compile(r"(\d+)\.\.(\d+)")
CHOSEN = ("one_of", "yes_no")
SHARED = {"inputs": "name", "lines": "id"}


def findings(files: Files) -> Iterator[Finding]:
    """Levers are named by their id, given once, whole in themselves, and what they point at exists."""
    yield from once(files.levers)
    for document in files.levers:
        yield from _uses(document, files)
        yield from _inputs(document, _all(document, files, "inputs"))
        yield from _lines(document, files)
        yield from _constants(document)
        yield from _example(document, _all(document, files, "inputs"))
        yield from _exclusions(document, files)
        if files.complete:
            yield from _targets(document, files)
    yield from _every_measure(files) if files.complete else ()


def _all(document: Document, files: Files, what: str) -> list[dict[str, Any]]:
    """The lever's own records and the shared ones it uses."""
    return resolved(document.data[what], files.levers_shared.data[what], SHARED[what])


def _uses(document: Document, files: Files) -> Iterator[Finding]:
    shared = files.levers_shared.data
    known = {what: {item[key] for item in shared[what]} for what, key in SHARED.items()}
    known["assumptions"] = set(shared["assumptions"])
    for what, names in known.items():
        for index, item in enumerate(document.data[what]):
            if "use" in item and item["use"] not in names:
                name = item["use"]
                yield document.finding((what, index, "use"), f"没有共用的 {name}", f"nothing shared is named {name}")


def _inputs(document: Document, inputs: list[dict[str, Any]]) -> Iterator[Finding]:
    names = [entry["name"] for entry in inputs]

    def found(name: str, zh: str, en: str) -> Finding:
        return document.finding(("inputs",), f"{name}：{zh}", f"{name}: {en}")

    for index, entry in enumerate(inputs):
        name, kind = entry["name"], entry["type"]
        if names.index(name) != index:
            yield found(name, "名称重复", "this name is given twice")
        for key in ("at_most", "free"):
            if entry.get(key, name) not in names[: index + 1]:
                yield found(name, f"{key} 只能指前面的输入", f"`{key}` names no input before it")
        for other in entry.get("calls_for", ()):
            if other not in names:
                yield found(name, f"没有输入 {other}", f"there is no input {other}")
        if (kind == "one_of") != ("choices" in entry):
            yield found(name, "one_of 才有 choices，也必须有", "`choices` go with one_of, and only with it")
        if "otherwise" in entry and not _honest(entry):
            zh = "otherwise 只能是一个选项或者全部可能的范围，不能是一个数"
            yield found(name, zh, "`otherwise` is one of the choices or all that it can be, never a figure")
    for index, name in enumerate(document.data.get("needs", ())):
        if name not in names:
            yield document.finding(("needs", index), f"没有输入 {name}", f"there is no input {name}")


def _honest(entry: dict[str, Any]) -> bool:
    """Whether what is taken for an unknown input invents nothing."""
    given = entry["otherwise"]
    if entry["type"] == "one_of":
        return given in {choice["id"] for choice in entry.get("choices", ())}
    return bool(_WHOLE_RANGE.fullmatch(given)) and given == f"{entry.get('min')}..{entry.get('max')}"


def _lines(document: Document, files: Files) -> Iterator[Finding]:
    """The numbers of a line name an input, a constant, a line before it or a step of the formula."""
    known = {entry["name"] for entry in _all(document, files, "inputs")}
    known |= {entry["name"] for entry in document.data.get("constants", ())}
    lines = _all(document, files, "lines")
    for line in lines:
        places = {*_PLACE.findall(line["numbers"]), *_OPTIONAL.findall(line["numbers"])}
        for name in sorted(name for name in places - known if not name.endswith("_steps")):
            yield document.finding(("lines",), f"{line['id']}：没有 {name}", f"{line['id']}: there is no {name}")
        optional = [set(_OPTIONAL.findall(text)) for text in (line["formula"]["zh"], line["formula"]["en"])]
        if optional[0] != optional[1]:
            zh, en = "两种语言的可选部分不同", "the languages differ in their optional parts"
            yield document.finding(("lines",), f"{line['id']}：{zh}", f"{line['id']}: {en}")
        known.add(line["id"])
    if document.data["main"] not in {line["id"] for line in lines}:
        yield document.finding(("main",), "没有这一行", "there is no line of that name")


def _constants(document: Document) -> Iterator[Finding]:
    """A figure of the notice or a law cites it; ours says why."""
    for index, entry in enumerate(document.data.get("constants", ())):
        lacking = "why" if entry["from"] == "assumption" else "cite"
        if lacking not in entry:
            yield document.finding(("constants", index), f"缺 {lacking}", f"`{lacking}` is missing")


def _example(document: Document, inputs: list[dict[str, Any]]) -> Iterator[Finding]:
    """An example gives what is required, and nothing that is not asked."""
    asked = {entry["name"] for entry in inputs}
    given = document.data["example"]["inputs"]
    for name in given:
        if name not in asked:
            yield document.finding(("example", "inputs", name), "没有这个输入", "the lever has no such input")
    for entry in inputs:
        if entry["required"] == "yes" and entry["name"] not in given:
            yield document.finding(("example", "inputs"), f"缺 {entry['name']}", f"{entry['name']} is missing")


def _exclusions(document: Document, files: Files) -> Iterator[Finding]:
    """An exclusion names another lever, once for each pair, and inputs that the two have."""
    names = {other.data["id"]: {e["name"] for e in _all(other, files, "inputs")} for other in files.levers}
    said = {other.data["id"]: {e["lever"] for e in other.data.get("excludes", ())} for other in files.levers}
    own = document.data["id"]
    for index, entry in enumerate(document.data.get("excludes", ())):
        where, other = ("excludes", index, "lever"), entry["lever"]
        if other == own or (files.complete and other not in names):
            yield document.finding(where, f"没有另一项 {other}", f"there is no other lever {other}")
        elif own in said.get(other, ()):
            yield document.finding(where, "另一项已经写明", "the other lever says so already")
        unless = entry.get("unless", {"own": "", "other": ""})
        for key, of in (("own", own), ("other", other)):
            if unless[key] and unless[key] not in names.get(of, {unless[key]}):
                yield document.finding(("excludes", index, "unless", key), "没有这个输入", "there is no such input")


def _targets(document: Document, files: Files) -> Iterator[Finding]:
    measures = {measure.data["id"] for measure in files.measures}
    known = {item["id"] for other in files.background for item in other.data["provisions"]}
    for measure in files.measures:
        for sentence in measure.data["sentences"]:
            known |= {sentence["id"], *(clause["id"] for clause in sentence["clauses"])}
    for index, target in enumerate(document.data["measures"]):
        if target not in measures:
            yield document.finding(("measures", index), f"没有 {target}", f"there is no {target}")
    cites = {entry["id"] for entry in document.data["cites"]}
    for index, entry in enumerate(document.data["cites"]):
        if entry["id"] not in known:
            yield document.finding(("cites", index, "id"), f"没有 {entry['id']}", f"there is no {entry['id']}")
    used = {entry["cite"] for entry in document.data.get("constants", ()) if "cite" in entry}
    used |= {id for line in _all(document, files, "lines") for id in line.get("cites", ())}
    for id in sorted(used - cites):
        zh, en = f"缺 {id}，有一行或一个常数引用它", f"{id} is missing; a line or a constant cites it"
        yield document.finding(("cites",), zh, en)


def _every_measure(files: Files) -> Iterator[Finding]:
    """Each measure has a lever, or one sentence that says why none would be honest; never both."""
    covered = {measure for document in files.levers for measure in document.data["measures"]}
    explained = files.no_levers.data
    for measure in files.measures:
        id = measure.data["id"]
        if id not in covered and id not in explained:
            zh, en = (
                "没有算节省的方法，也没有说明为什么没有",
                "no savings lever, and no sentence in savings-explained.yml",
            )
            yield measure.finding((), zh, en)
    known = {measure.data["id"] for measure in files.measures}
    for id in explained:
        if id in covered or id not in known:
            zh, en = "没有这项措施，或者它有算节省的方法", "there is no such measure, or it has a lever"
            yield files.no_levers.finding((id,), zh, en)
