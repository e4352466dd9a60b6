"""Whether every text of the data says the glossary's terms with the glossary's English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files, terms
from measures_py.authoring.source import Document, Path_
from measures_py.model import Term

_stems = Stemmer.Stemmer("english").stemWords
_WORD = re.compile(r"[^\W_]+(?:’[a-z]+)?")
_TAKEN = "\n"


@lru_cache(maxsize=4096)
def stems(en: str) -> str:
    """The stemmed words of an English text, joined and fenced by spaces."""
    words = _WORD.findall(en.lower().replace("'", "’").replace("’s", "").replace("s’", "s"))
    return " " + " ".join(_stems(words)) + " "


@dataclass(frozen=True, slots=True)
class Word:
    """A Chinese word to look for, the English forms of it, and whether explanations may do without."""

    zh: str
    forms: tuple[str, ...]
    loose: bool = False

    def stands_in(self, en: str) -> bool:
        """Whether one of the forms is in an English text, inflected or not."""
        return any(stems(form) in stems(en) for form in self.forms)


class Glossary:
    """Finds the glossary's words in a Chinese text and whether their English stands beside them.

    A word that a term lists as `longer` is a word of its own: where it stands, the term does not.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        words = [word for term in terms for word in _words(term)]
        self.words = sorted(words, key=lambda word: len(word.zh), reverse=True)

    def occurring(self, zh: str) -> Iterator[Word]:
        """The words in a Chinese text, once each, the longest first; of overlapping ones only the longest."""
        for word in self.words:
            if word.zh in zh:
                zh = zh.replace(word.zh, _TAKEN)
                yield word

    def missing(self, zh: str, en: str) -> list[Word]:
        """Each word in `zh` whose English, in no form of it, is in `en`."""
        return [word for word in self.occurring(zh) if not word.stands_in(en)]


def _words(term: Term) -> Iterator[Word]:
    yield Word(term.zh, (term.en, *term.variants), term.loose is not None)
    for longer in term.longer:
        yield Word(longer.zh, longer.en)


def findings(files: Files) -> Iterator[Finding]:
    """Each word whose English is missing, and each leave to do without that nothing needs.

    The notice's own sentences and the texts of the measures must have them all. Elsewhere, in
    explanations, the words marked `loose` may be left out or be a pronoun. A text may name exceptions.
    """
    glossary = Glossary(terms(files.glossary))
    strict = {files.notice.file, *(document.file for document in files.measures)}
    let_off: set[str] = set()
    for document, path, item in files.bilingual:
        missing = glossary.missing(item["zh"], item["en"])
        if document.file not in strict:
            let_off.update(word.zh for word in missing if word.loose)
            missing = [word for word in missing if not word.loose]
        yield from _misses(document, path, item.get("glossary_exceptions", ()), missing)
    yield from _entries(files, glossary, let_off)


def _misses(
    document: Document, path: Path_, exceptions: Iterable[dict[str, str]], missing: list[Word]
) -> Iterator[Finding]:
    excepted = [item["term"] for item in exceptions]
    for word in missing:
        if word.zh not in excepted:
            yield document.finding(
                (*path, "en"),
                f"“{word.zh}”应译为“{word.forms[0]}”（或术语表所列变体）",
                f"“{word.zh}” should appear as “{word.forms[0]}” or one of its listed variants",
            )
    lacking = {word.zh for word in missing}
    for index, name in enumerate(excepted):
        if name not in lacking:
            yield document.finding(
                (*path, "glossary_exceptions", index),
                f"例外“{name}”已不需要",
                f"the exception “{name}” is no longer needed",
            )


def _entries(files: Files, glossary: Glossary, let_off: set[str]) -> Iterator[Finding]:
    """Longer words contain their term and occur somewhere; a loose term is left out somewhere."""
    used = {word.zh for _, _, item in files.bilingual for word in glossary.occurring(item["zh"])}
    for index, term in enumerate(terms(files.glossary)):
        for place, longer in enumerate(term.longer):
            where = (index, "longer", place, "zh")
            if term.zh not in longer.zh or term.zh == longer.zh:
                yield files.glossary.finding(
                    where, f"应是含有“{term.zh}”的更长的词", f"should be a longer word that contains “{term.zh}”"
                )
            elif longer.zh not in used and files.complete:
                yield files.glossary.finding(
                    where, f"“{longer.zh}”没有出现", f"“{longer.zh}” occurs nowhere and is not needed"
                )
        if term.loose and term.zh not in let_off and files.complete:
            yield files.glossary.finding(
                (index, "loose"), f"“{term.zh}”处处都有，不需要", f"“{term.zh}” is nowhere left out; this is not needed"
            )
