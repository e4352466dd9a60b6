"""The notice as typed, frozen values: sentences, clauses, measures, background rules, terms.

Everything here is plain data with no reading or writing; `authoring.read` makes it from the YAML
files and `site` renders it. A `Text` is one thing said in both languages.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

LANGUAGES = ("zh", "en")


def digest(zh: str) -> str:
    """The first twelve hex digits of the SHA-256 of a Chinese text, as stored beside its English."""
    return hashlib.sha256(zh.encode("utf-8")).hexdigest()[:12]


class Role(StrEnum):
    """What a clause does in the notice."""

    SCOPE = "scope"
    CONDITION = "condition"
    UNDERTAKING = "undertaking"
    CONSENT = "consent"
    UNLISTED = "unlisted"
    BENEFIT = "benefit"
    PROCEDURE = "procedure"
    DEADLINE = "deadline"
    SERVICE_PROMISE = "service_promise"


class Kind(StrEnum):
    """What a measure asks of a business (the `class` key of a measure's file)."""

    APPLY = "apply"
    USE = "use"
    AUTOMATIC = "automatic"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in both languages; `en` was made from exactly this `zh`."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of one sentence with the part it plays; `zh` and `en` are verbatim spans of it."""

    id: str
    role: Role
    text: Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the notice with its English, its clauses and the slogans in it."""

    id: str
    text: Text
    clauses: tuple[Clause, ...] = ()
    slogans: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The fragment of this sentence on its measure's page: `m19.s2` has `s2`."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Glance:
    """One row of the at-a-glance table; `text` is None where the notice does not say."""

    key: str
    text: Text | None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """Something the notice leaves open, and the clause or sentence that leaves it open."""

    id: str
    text: Text
    about: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another measure that combines with this one or is easily confused with it, and why."""

    measure: str
    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class Bearing:
    """A background rule and how it bears on one measure."""

    provision: str
    why: Text


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a clause that asks something is used by no rule."""

    clause: str
    why: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One act in the picture of who does what, resting on a clause or sentence."""

    who: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Who does what; `before` is empty where the notice's words do not carry it."""

    before: tuple[Step, ...]
    after: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the 43 measures."""

    id: str
    kind: Kind
    short_title: Text
    summary: Text
    sentences: tuple[Sentence, ...]
    glance: tuple[Glance, ...]
    leaves_open: tuple[Open, ...]
    tags: dict[str, tuple[str, ...]]
    search: dict[str, tuple[str, ...]]
    related: tuple[Related, ...]
    background: tuple[Bearing, ...]
    flow: Flow | None
    waivers: tuple[Waiver, ...]

    @property
    def number(self) -> int:
        """The notice's own number, 1 to 43."""
        return int(self.id[1:])

    @property
    def title(self) -> Text:
        """The official title: the first sentence without its full stop."""
        first = self.sentences[0].text
        return Text(first.zh.removesuffix("。"), first.en.removesuffix("."))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of the measure, in the order of the text."""
        return tuple(clause for sentence in self.sentences for clause in sentence.clauses)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the four headed parts of the notice."""

    id: str
    numeral: str
    heading: Sentence
    short: Text
    about: Text
    measures: tuple[Measure, ...]

    @property
    def span(self) -> str:
        """The numbers of its measures, `9–20`."""
        return f"{self.measures[0].number}–{self.measures[-1].number}"


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of background law: what it says, how and when that was verified, where it was read."""

    id: str
    article: Text
    says: Text
    how: str
    on: str
    note: Text | None
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, order or announcement, with its time in force as far as it was seen."""

    id: str
    title: Text
    number: Text | None
    start: str
    until: str
    replaced_by: str
    note: Text | None
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class LongerWord:
    """A Chinese word of its own that contains a glossary term; one of the forms in `en` stands for it."""

    zh: str
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry; `variants` are other English forms that may stand for it in a sentence.

    `loose` is the reason why explanations may leave it out or use a pronoun, and None where they may not.
    """

    zh: str
    en: str
    variants: tuple[str, ...]
    note: Text
    sources: tuple[str, ...]
    longer: tuple[LongerWord, ...] = ()
    loose: Text | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """One value a reader can filter by."""

    id: str
    text: Text


class ChangeKind(StrEnum):
    """What was changed."""

    TEXT = "text"
    TRANSLATION = "translation"
    RULE = "rule"
    DATE_RULE = "date_rule"
    LEVER = "lever"
    PAGE = "page"
    CORRECTION = "correction"


# What stands in the place of the measures where a change concerns every one of them.
EVERY = "all"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed for readers, on which measures (or `all`) and pages, and in whose language."""

    id: str
    date: str
    kind: ChangeKind
    measures: tuple[str, ...]
    pages: tuple[str, ...]
    languages: tuple[str, ...]
    title: Text
    text: Text


@dataclass(frozen=True, eq=False)
class Notice:
    """The whole notice with everything that is known about it."""

    text: str
    title: Text
    preamble: tuple[Sentence, ...]
    chapters: tuple[Chapter, ...]
    attachment: Sentence
    figures: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    terms: tuple[Term, ...]
    tags: dict[str, tuple[Tag, ...]]
    changes: tuple[Change, ...]

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the verbatim text, in hex."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures in the order of the notice."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)

    @cached_property
    def _measures(self) -> dict[str, tuple[Chapter, Measure]]:
        return {measure.id: (chapter, measure) for chapter in self.chapters for measure in chapter.measures}

    @cached_property
    def _provisions(self) -> dict[str, tuple[Instrument, Provision]]:
        return {p.id: (instrument, p) for instrument in self.instruments for p in instrument.provisions}

    def measure(self, id: str) -> Measure:
        """The measure with this id; KeyError when there is none."""
        return self._measures[id][1]

    def chapter_of(self, measure: Measure) -> Chapter:
        """The chapter a measure stands in."""
        return self._measures[measure.id][0]

    def changes_of(self, measure: str) -> tuple[Change, ...]:
        """The changes that name this measure, the newest first; those of all measures are not among them."""
        return tuple(change for change in reversed(self.changes) if measure in change.measures)

    def provision(self, id: str) -> tuple[Instrument, Provision]:
        """A background rule with its instrument; KeyError when there is none."""
        return self._provisions[id]
