"""The rules in words, from the compiled rules: what each limb asks, and what became of each clause.

shown = rules(notice, known)
shown.of("m19")             # the limbs of measure 19, told
shown.lit["m19.s2.c3"]      # what that clause does in the model
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from measures_py import explain
from measures_py.limbs import Count, Leaf, Limb, Node, Not
from measures_py.model import LANGUAGES, Clause, Measure, Notice, Role, Text, Waiver
from measures_py.proof.reach import expected_verdicts
from measures_py.rulebook import Rulebook, rulebook
from measures_py.store import Say, Store
from measures_py.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the notice that a line rests on; `named` where the line is the first to quote the clause."""

    id: str
    words: str
    text: Text
    named: bool

    @property
    def anchor(self) -> str:
        """The fragment of the clause on its measure's page: `m19.s2.c1` has `s2-c1`."""
        return anchor(self.id)


@dataclass(frozen=True, slots=True)
class Line:
    """One leaf: the words quoted, the question and the answer it takes, and the background rules told with it.

    `asks` is None where nobody is asked, since the answer is not the reader's. `background` are pairs
    of the rule in one line and the page that shows it, relative to the folder of the language.
    """

    kind: str
    quotes: tuple[Quote, ...]
    asks: Text | None
    background: tuple[tuple[Text, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Several parts, and how many of them it takes: `word` is all, any, at_least or none."""

    word: str
    least: int
    parts: tuple[Part, ...]


type Part = Line | Group


@dataclass(frozen=True, slots=True)
class Told:
    """One limb in words; scope and conditions are empty where the text has none.

    `ends` is the best verdict, and `either` tells that some ways to it rest on what only Customs can say.
    """

    id: str
    kind: str
    title: Text | None
    scope: tuple[Part, ...]
    conditions: tuple[Part, ...]
    ends: Verdict
    either: bool
    next: Text

    @property
    def name(self) -> str:
        """What tells it from the other alternatives of its measure; empty where it is the only one."""
        return self.id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Lit:
    """What became of a clause.

    `standing` is asked, left, dated, promise, waived or told; `questions` are those of the leaves that
    quote it, `dates` the ids of the date rules that cite it, `where` the anchor on the page of the
    measure that tells of it.
    """

    clause: Clause
    standing: str
    where: str
    questions: tuple[Text, ...]
    dates: tuple[str, ...]
    waiver: Waiver | None


@dataclass(frozen=True, eq=False)
class Rules:
    """The rules of a notice as its pages tell them."""

    notice: Notice
    known: Store
    book: Rulebook

    def of(self, measure: str) -> list[Told]:
        """The limbs of one measure in words."""
        seen: set[str] = set()
        return [told(self.book, limb, seen) for limb in self.book.limbs if limb.measure == measure]

    def quote(self, clause: str) -> Quote:
        """A clause of the notice as a line quotes it."""
        text = self.lit[clause].clause.text
        return Quote(
            clause, explain.inside(text.zh), Text(explain.inside(text.zh), explain.inside(text.en)), named=True
        )

    @cached_property
    def lit(self) -> dict[str, Lit]:
        """What became of each clause of each measure."""
        leaves: dict[str, list[Leaf]] = defaultdict(list)
        dates: dict[str, list[str]] = defaultdict(list)
        for leaf in (leaf for limb in self.book.limbs for leaf in limb.leaves):
            for id, _ in leaf.quotes:
                leaves[id].append(leaf)
        for rule in self.known.rules.values():
            for cite in rule.cites:
                dates[cite.id].append(rule.id)
        return {
            clause.id: _lit(self.book, clause, leaves[clause.id], tuple(dates[clause.id]), measure)
            for measure in self.notice.measures
            for clause in measure.clauses
        }


def rules(notice: Notice, known: Store) -> Rules:
    """The rules of a notice, with the store compiled from the same files."""
    return Rules(notice, known, rulebook(known))


def anchor(id: str) -> str:
    """The fragment of a clause or sentence on its measure's page: `m19.s2.c1` has `s2-c1`."""
    return "-".join(id.split(".")[1:])


def told(book: Rulebook, limb: Limb, seen: set[str]) -> Told:
    """One limb in words; `seen` holds the clauses that were quoted on the page before, and grows."""
    ends = expected_verdicts(limb)[-1]
    return Told(
        limb.id,
        limb.kind,
        _text(limb.title) if limb.title else None,
        tuple(_top(book, limb.scope, seen)),
        tuple(_top(book, limb.conditions, seen)),
        ends,
        ends is Verdict.MET and not all(leaf.fact for leaf in limb.leaves),
        _text(limb.next),
    )


def _top(book: Rulebook, node: Node, seen: set[str]) -> Iterator[Part]:
    """The parts of a whole tree: those of an outermost `all` stand by themselves."""
    part = _part(book, node, seen)
    if isinstance(part, Group) and part.word == "all":
        yield from part.parts
    else:
        yield part


def _part(book: Rulebook, node: Node, seen: set[str], *, holds: bool = True) -> Part:
    if isinstance(node, Not):
        return _part(book, node.child, seen, holds=not holds)
    if isinstance(node, Count):
        # Not all of several is one that is not; not at least so many is so many more that are not.
        least = node.least if holds else len(node.children) - node.least + 1
        parts = tuple(_part(book, child, seen, holds=holds) for child in node.children)
        return parts[0] if len(parts) == 1 else Group(Count(least, node.children).word, least, parts)
    quotes = tuple(_quote(book, id, words, seen) for id, words in node.quotes)
    background = tuple((_text(book.quotes[id]), href) for id, href in node.background)
    return Line(node.kind, quotes, _asks(book, node, holds=holds) if node.fact else None, background)


def _quote(book: Rulebook, id: str, words: str, seen: set[str]) -> Quote:
    named = id not in seen
    seen.add(id)
    clause = book.quotes[id]
    return Quote(id, explain.inside(words), Text(explain.inside(clause["zh"]), explain.inside(clause["en"])), named)


def _asks(book: Rulebook, leaf: Leaf, *, holds: bool) -> Text:
    """The question and the answer it takes: `“…？”答案为“是”。`."""
    question, wanted = book.facts[leaf.fact].label, explain.wanted(book, leaf, holds=holds)
    zh, en = (explain.inside(question[lang]) for lang in LANGUAGES)
    return Text(f"“{zh}”{wanted['zh']}。", f"“{en}” {wanted['en'][0].upper()}{wanted['en'][1:]}.")


def _lit(book: Rulebook, clause: Clause, leaves: list[Leaf], dates: tuple[str, ...], measure: Measure) -> Lit:
    questions = dict.fromkeys(leaf.fact for leaf in leaves if leaf.fact)
    waiver = next((waiver for waiver in measure.waivers if waiver.clause == clause.id), None)
    where = f"rule-{anchor(clause.id)}" if leaves or waiver else "dates" if dates else "rule"
    return Lit(
        clause,
        _standing(clause.role, bool(questions), bool(leaves), bool(dates), waiver is not None),
        where,
        tuple(_text(book.facts[fact].label) for fact in questions),
        dates,
        waiver,
    )


def _standing(role: Role, asked: bool, used: bool, dated: bool, waived: bool) -> str:
    """The one thing that is shown of a clause that may play several parts."""
    if dated and (role is Role.DEADLINE or not used):
        return "dated"
    if used:
        return "asked" if asked and role not in (Role.CONSENT, Role.UNLISTED) else "left"
    if waived:
        return "waived"
    return "promise" if role is Role.SERVICE_PROMISE else "told"


def _text(item: Say) -> Text:
    return Text(item["zh"], item["en"])
