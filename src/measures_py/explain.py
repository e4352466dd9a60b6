"""Verdicts in words and as trees: every sentence and quote that a reader is shown, in both languages."""

from __future__ import annotations

from typing import Any

from measures_py.changes import Change
from measures_py.deadlines.wording import filled
from measures_py.facts import YES_NO, Answers, Fact, listed
from measures_py.limbs import FALSE, OPEN, TRUE, Count, Leaf, Limb, Node, Not
from measures_py.rulebook import Rulebook
from measures_py.store import Say
from measures_py.verdict import Verdict, outcomes

STATUS = {TRUE: "met", FALSE: "not_met", OPEN: "left_open"}
COMMA = {"zh": "、", "en": ", "}
OR = {"zh": "或", "en": " or "}
AND = {"zh": "；", "en": "; "}
SPACE = {"zh": "", "en": " "}


def tree(book: Rulebook, limb: Limb, possible: list[int]) -> list[dict[str, Any]]:
    """Scope and conditions as nested nodes with each leaf's standing and quotes; empty for a service."""
    return [
        {"part": part, **_node(book, node, possible)}
        for part, node in (("scope", limb.scope), ("conditions", limb.conditions))
        if not (isinstance(node, Count) and not node.children)
    ]


def _node(book: Rulebook, node: Node, possible: list[int]) -> dict[str, Any]:
    status = STATUS.get(outcomes(node, possible), "unknown")
    if isinstance(node, Leaf):
        return {"op": "leaf", "status": status, **_leaf(book, node)}
    children = [node.child] if isinstance(node, Not) else list(node.children)
    found: dict[str, Any] = {"op": "not" if isinstance(node, Not) else node.word, "status": status}
    if found["op"] == "at_least" and isinstance(node, Count):
        found["least"] = node.least
    return {**found, "children": [_node(book, child, possible) for child in children]}


def _leaf(book: Rulebook, leaf: Leaf) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": leaf.kind}
    if leaf.fact:
        found |= {"fact": leaf.fact, "test": _test(leaf), "asks": wanted(book, leaf, holds=True)}
    return found | _rests_on(book, leaf)


def _rests_on(book: Rulebook, leaf: Leaf) -> dict[str, Any]:
    found: dict[str, Any] = {"clauses": clauses(book, leaf)}
    if leaf.background:
        found["background"] = [{"id": id, **_quote(book, id), "href": href or None} for id, href in leaf.background]
    return found


def _test(leaf: Leaf) -> dict[str, Any]:
    if leaf.values:
        return {"op": "is" if leaf.operator == "is" else "one_of", "values": sorted(leaf.values)}
    if leaf.months:
        return {"op": "within", "months": abs(leaf.months), "side": "after" if leaf.months > 0 else "before"}
    return {"op": leaf.operator, "limit": str(leaf.limit)}


def clauses(book: Rulebook, leaf: Leaf) -> list[dict[str, str]]:
    """The clauses a leaf rests on: in both languages, and the Chinese words that are meant."""
    return [{"id": id, **_quote(book, id), "words": words} for id, words in leaf.quotes]


def _quote(book: Rulebook, id: str) -> Say:
    return {lang: book.quotes[id][lang] for lang in ("zh", "en")}


def quoted(book: Rulebook, leaf: Leaf) -> Say:
    """The clauses of a leaf in one breath, each to be put between quotation marks: `甲”“乙`."""
    texts = [_quote(book, id) for id, _ in leaf.quotes]
    between = {"zh": "”“", "en": "” and “"}
    return {lang: between[lang].join(inside(text[lang]) for text in texts) for lang in between}


def inside(text: str) -> str:
    """A text as it stands between quotation marks: marks of its own around it go, those within become single."""
    if text.startswith("“") and text.find("”") == len(text) - 1:
        text = text[1:-1]
    return text.replace("“", "‘").replace("”", "’")


def wanted(book: Rulebook, leaf: Leaf, *, holds: bool) -> Say:
    """What an answer must be for a leaf to hold, or not to."""
    fact = book.facts[leaf.fact]
    if leaf.values:
        return filled(book.words["is" if holds else "is_not"], values=listed(_labels(fact, leaf), COMMA, OR))
    if leaf.months:
        side = "within_after" if leaf.months > 0 else "within_before"
        return filled(book.words[side if holds else f"not_{side}"], months=abs(leaf.months))
    word = leaf.operator if holds else f"not_{leaf.operator}"
    return filled(book.words[word], limit=fact.amount(leaf.limit))


def _labels(fact: Fact, leaf: Leaf) -> list[Say]:
    named = fact.choices or {"yes": YES_NO[True], "no": YES_NO[False]}
    return [{"zh": f"“{label['zh']}”", "en": f"“{label['en']}”"} for id, label in named.items() if id in leaf.values]


def because(book: Rulebook, leaf: Leaf, answers: Answers) -> dict[str, Any]:
    """One deciding answer with the clause it meets."""
    fact = book.facts[leaf.fact]
    answer = fact.told(answers[leaf.fact])
    key = "reason_background" if leaf.kind == "background" else "reason"
    quote = quoted(book, leaf)
    said = filled(book.words[key], quote=quote, answer=answer, question=fact.label, rule=_rules(book, leaf))
    return {"fact": leaf.fact, "answer": answer, **_rests_on(book, leaf), "kind": leaf.kind, **said}


def _rules(book: Rulebook, leaf: Leaf) -> Say:
    """The background rules of a leaf, to stand within brackets."""
    rules = [_quote(book, id) for id, _ in leaf.background]
    return listed([{"zh": rule["zh"].rstrip("。"), "en": rule["en"].rstrip(".")} for rule in rules])


def left(book: Rulebook, leaf: Leaf) -> dict[str, Any]:
    """One thing that stays open by nature: consent, an unlisted condition, or a boundary."""
    kind = "boundary" if leaf.fact else leaf.kind
    key = "left_background" if kind == "consent" and leaf.background else f"left_{kind}"
    said = filled(book.words[key], quote=quoted(book, leaf), rule=_rules(book, leaf))
    return {"kind": kind, "clauses": clauses(book, leaf), **said}


def change(book: Rulebook, item: Change) -> dict[str, Any]:
    """One answer that would have to differ, and how that can come about."""
    says = wanted(book, item.leaf, holds=item.holds)
    said = filled(book.words[f"change_{item.how}"], question=book.facts[item.leaf.fact].label, wanted=says)
    test = {**_test(item.leaf), "holds": item.holds}
    return {"fact": item.leaf.fact, "how": item.how, "test": test, "clauses": clauses(book, item.leaf), **said}


def headline(
    book: Rulebook,
    verdict: Verdict,
    reasons: list[dict[str, Any]],
    open: list[str],
    rest: list[dict[str, Any]],
) -> Say:
    """The verdict in one sentence per language, made from the deciding answers only."""
    if verdict is Verdict.SERVICE:
        return filled(book.words[verdict])
    return filled(
        book.words[verdict],
        reasons=listed([_said(item) for item in reasons], AND),
        questions=listed([book.facts[fact].label for fact in open], SPACE),
        count=len(open),
        left=listed([_said(item) for item in rest], AND),
    )


def _said(item: dict[str, Any]) -> Say:
    return {"zh": item["zh"], "en": item["en"]}
