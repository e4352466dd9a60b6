"""What the files of the facts and the rules must keep beyond their shape.

Coverage goes both ways: every clause that asks something is used by a leaf or waived, and every leaf
quotes a clause of its own measure; every fact and value of a leaf exists, and every fact is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document, Path_

COVERED = ("condition", "undertaking", "consent", "unlisted", "deadline")
OPERATORS = {
    "is": ("yes_no", "one_of", "many_of"),
    "one_of": ("one_of", "many_of"),
    "below": ("money", "integer"),
    "at_most": ("money", "integer"),
    "within": ("date",),
}
ASKED = ("factual", "undertaking", "background")
NEVER_ASKED = ("consent", "unlisted")
INNER = ("all", "any", "not", "at_least")
FORMS = {"money": r"\d+\.\d\d", "integer": r"\d+", "date": r"[1-9]\d* months (after|before)"}

type Node = dict[str, Any]
type Place = tuple[Path_, Node]


def nodes(node: Node, path: Path_) -> Iterator[Place]:
    """Every node of a tree with its path, outermost first."""
    yield path, node
    for key in ("all", "any", "among"):
        for index, item in enumerate(node.get(key, ())):
            if isinstance(item, dict):
                yield from nodes(item, (*path, key, index))
    if isinstance(node.get("not"), dict):
        yield from nodes(node["not"], (*path, "not"))


def leaves(node: Node, path: Path_) -> Iterator[Place]:
    """The leaves of a tree with their paths, in the order written."""
    return ((place, item) for place, item in nodes(node, path) if not any(key in item for key in INNER))


def findings(files: Files) -> Iterator[Finding]:
    """Every breach in the facts and the rules."""
    yield from _facts(files)
    known = {fact["id"]: fact for document in files.facts for fact in document.data["facts"]}
    measures = {document.data["id"]: document.data for document in files.measures}
    provisions = {item["id"] for document in files.background for item in document.data["provisions"]}
    limbs: Counter[str] = Counter()
    for document in files.rules:
        if Path(document.file).stem != document.data["id"]:
            wanted = f"{document.data['id']}.yml"
            yield document.finding(("id",), f"文件名应为 {wanted}", f"the file should be named {wanted}")
        for index, limb in enumerate(document.data["limbs"]):
            limbs[limb["id"]] += 1
            yield from _limb(document, index, limb, known)
        own = document.data["id"]
        if own in measures:
            yield from _coverage(document, measures[own])
        elif files.complete:
            yield document.finding(("id",), f"没有措施 {own}", f"there is no measure {own}")
        if files.complete:
            yield from _background(document, provisions)
    if files.complete:
        yield from _used(files, known)
        ruled = {document.data["id"] for document in files.rules}
        for measure in files.measures:
            if measure.data["id"] not in ruled:
                yield measure.finding((), "没有规则文件", "there is no rule for this measure")


def _facts(files: Files) -> Iterator[Finding]:
    seen: set[str] = set()
    for document in files.facts:
        for index, fact in enumerate(document.data["facts"]):
            where: Path_ = ("facts", index)
            if fact["id"] in seen:
                yield document.finding((*where, "id"), "id 重复", "duplicate id")
            seen.add(fact["id"])
            if ("choices" in fact) != (fact["type"] in ("one_of", "many_of")):
                zh, en = (
                    "one_of、many_of 才有 choices，也必须有",
                    "`choices` go with one_of and many_of, and only with them",
                )
                yield document.finding(where, zh, en)
            if ("unit" in fact) != (fact["type"] in ("money", "integer")):
                zh, en = "money、integer 才有 unit，也必须有", "`unit` goes with money and integer, and only with them"
                yield document.finding(where, zh, en)
            names = [choice["id"] for choice in fact.get("choices", ())]
            if len(set(names)) < len(names):
                yield document.finding((*where, "choices"), "选项重复", "a choice is given twice")


def _limb(document: Document, index: int, limb: Node, known: dict[str, Node]) -> Iterator[Finding]:
    where: Path_ = ("limbs", index)
    many = len(document.data["limbs"]) > 1
    measure = document.data["id"]
    if (limb["id"] == measure) == many or not limb["id"].startswith(measure):
        yield document.finding((*where, "id"), "一个分支用措施 id，多个用 mNN.名称", "one limb: mNN; several: mNN.name")
    if ("title" in limb) != many:
        yield document.finding(where, "多个分支才有 title，也必须有", "`title` goes with several limbs, and only then")
    trees = [key for key in ("scope", "conditions") if key in limb]
    if bool(trees) == (limb["kind"] == "service"):
        yield document.finding(where, "service 没有条件，其他都有", "a service has no tree; every other kind has one")
    asked: Counter[str] = Counter()
    for key in trees:
        for path, node in nodes(limb[key], (*where, key)):
            yield from _node(document, path, node, known)
            asked[node.get("fact", "")] += 1
    for fact, count in asked.items():
        if fact and count > 1:
            yield document.finding(where, f"{fact} 用了 {count} 次", f"{fact} is used {count} times in one limb")


def _node(document: Document, path: Path_, node: Node, known: dict[str, Node]) -> Iterator[Finding]:
    inner = [key for key in INNER if key in node]
    if not inner:
        yield from _leaf(document, path, node, known)
        return
    allowed = {"at_least": {"at_least", "among"}}.get(inner[0], {inner[0]})
    if set(node) != allowed:
        yield document.finding(
            path, f"只能有 {'、'.join(allowed)}", f"only {', '.join(sorted(allowed))} may stand here"
        )
    children = node.get("among" if inner[0] == "at_least" else inner[0])
    if inner[0] == "not":
        if not isinstance(children, dict):
            yield document.finding(path, "not 之下应是一个节点", "`not` takes one node")
    elif not isinstance(children, list) or len(children) < 1 or not all(isinstance(item, dict) for item in children):
        yield document.finding(path, "应是节点的列表", "expected a list of nodes")
    elif inner[0] == "at_least" and not (node["at_least"].isdigit() and 0 < int(node["at_least"]) <= len(children)):
        yield document.finding(
            path, "at_least 应在 1 与节点数之间", "`at_least` must be between 1 and the number of nodes"
        )


def _leaf(document: Document, path: Path_, leaf: Node, known: dict[str, Node]) -> Iterator[Finding]:
    operators = [key for key in OPERATORS if key in leaf]
    asks = "fact" in leaf
    for key in set(leaf) - {"fact", "clauses", "kind", "background", *OPERATORS}:
        yield document.finding((*path, key), "未知的键", "unknown key")
    if leaf.get("kind", "factual" if asks else "") not in (ASKED if asks else NEVER_ASKED):
        expected = "、".join(ASKED if asks else NEVER_ASKED)
        yield document.finding(path, f"kind 应为 {expected}", f"expected a kind of {expected}")
    if leaf.get("kind") == "background" and not leaf.get("background"):
        yield document.finding(path, "kind: background 要写明规定", "a leaf of kind background names a provision")
    if not isinstance(leaf.get("clauses"), dict) or not leaf["clauses"]:
        yield document.finding(path, "每个叶子要引条款", "every leaf quotes a clause")
    if len(operators) != asks:
        yield document.finding(
            path, "问事实的叶子恰有一个比较", "a leaf with a fact has exactly one operator, another none"
        )
    elif asks and leaf["fact"] not in known:
        yield document.finding((*path, "fact"), f"没有 {leaf['fact']}", f"there is no fact {leaf['fact']}")
    elif asks:
        yield from _value(document, (*path, operators[0]), leaf[operators[0]], operators[0], known[leaf["fact"]])


def _value(document: Document, path: Path_, value: Any, operator: str, fact: Node) -> Iterator[Finding]:
    kind = fact["type"]
    if kind not in OPERATORS[operator]:
        yield document.finding(path, f"{operator} 不能用于 {kind}", f"`{operator}` cannot test a fact of type {kind}")
        return
    if kind in FORMS:
        if not isinstance(value, str) or not re.fullmatch(FORMS[kind], value):
            yield document.finding(path, f"格式须为 {FORMS[kind]}", f"expected the form {FORMS[kind]}")
        return
    choices = ["yes", "no"] if kind == "yes_no" else [choice["id"] for choice in fact["choices"]]
    values = value if isinstance(value, list) else [value]
    if isinstance(value, list) != (operator == "one_of"):
        yield document.finding(path, "is 一个值，one_of 一列值", "`is` takes one value, `one_of` a list")
    for item in values:
        if item not in choices:
            yield document.finding(path, f"{item} 不在选项中", f"{item} is not among the choices")


def _coverage(document: Document, measure: Node) -> Iterator[Finding]:
    """Clauses of its measure used or waived, and quotes verbatim."""
    own = document.data["id"]
    clauses = {clause["id"]: clause for sentence in measure["sentences"] for clause in sentence["clauses"]}
    words = {sentence["id"]: sentence["zh"] for sentence in measure["sentences"]}
    words |= {id: clause["zh"] for id, clause in clauses.items()}
    used: set[str] = set()
    for index, limb in enumerate(document.data["limbs"]):
        for key in ("scope", "conditions"):
            for path, leaf in leaves(limb.get(key, {"all": []}), ("limbs", index, key)):
                for clause, quote in _quoted(leaf):
                    used.add(clause)
                    if clause not in words:
                        yield document.finding((*path, "clauses"), f"没有 {clause}", f"{own} has no {clause}")
                    elif not quote or quote not in words[clause]:
                        zh, en = f"{clause} 里没有：{quote}", f"these words are not in {clause}: {quote}"
                        yield document.finding((*path, "clauses"), zh, en)
    for index, waiver in enumerate(document.data.get("waivers", ())):
        where: Path_ = ("waivers", index, "clause")
        if waiver["clause"] not in clauses:
            yield document.finding(where, f"没有 {waiver['clause']}", f"{own} has no {waiver['clause']}")
        elif waiver["clause"] in used:
            yield document.finding(where, "已有叶子用到，不需要豁免", "a leaf uses this clause: no waiver is needed")
        used.add(waiver["clause"])
    for id, clause in clauses.items():
        if clause["role"] in COVERED and id not in used:
            zh, en = (
                f"{id}（{clause['role']}）没有叶子用到，也没有豁免",
                f"{id} ({clause['role']}) is neither used nor waived",
            )
            yield document.finding((), zh, en)


def _quoted(leaf: Node) -> list[tuple[str, str]]:
    clauses = leaf.get("clauses")
    return [(id, str(quote)) for id, quote in clauses.items()] if isinstance(clauses, dict) else []


def _background(document: Document, provisions: set[str]) -> Iterator[Finding]:
    for index, limb in enumerate(document.data["limbs"]):
        for key in ("scope", "conditions"):
            for path, leaf in leaves(limb.get(key, {"all": []}), ("limbs", index, key)):
                for target in leaf.get("background", ()):
                    if target not in provisions:
                        yield document.finding((*path, "background"), f"没有 {target}", f"there is no {target}")


def _used(files: Files, known: dict[str, Node]) -> Iterator[Finding]:
    asked = {
        leaf.get("fact")
        for document in files.rules
        for limb in document.data["limbs"]
        for key in ("scope", "conditions")
        for _, leaf in leaves(limb.get(key, {"all": []}), ())
    }
    for document in files.facts:
        for index, fact in enumerate(document.data["facts"]):
            if fact["id"] in known and fact["id"] not in asked:
                yield document.finding(("facts", index), "没有规则用到这个事实", "no rule uses this fact")
