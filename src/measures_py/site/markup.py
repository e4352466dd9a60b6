"""Sentences as HTML: each clause of a sentence marked in both languages, nothing added or lost."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from measures_py.model import Clause, Sentence
from measures_py.site import rule_words, words
from measures_py.site.rules import Lit, anchor


def marked(sentence: Sentence, lang: str, *, lit: Mapping[str, Lit], anchors: bool = True, page: str = "") -> Markup:
    """The sentence in one language with its clauses in `<mark>`; its text is exactly the sentence.

    With `anchors` the Chinese clauses carry their ids (`s2-c1`). With a `page`, that of the measure,
    each clause that does something in the model leads to where it is told there.
    """
    text = sentence.text[lang]
    pieces: list[Markup] = []
    position = 0
    for start, clause in _places(sentence, lang):
        quote = clause.text[lang]
        mark = _mark(lit[clause.id], quote, lang, anchors and lang == "zh")
        pieces += [escape(text[position:start]), _lead(lit[clause.id], mark, page) if page else mark]
        position = start + len(quote)
    return Markup("").join([*pieces, escape(text[position:])])


def _places(sentence: Sentence, lang: str) -> list[tuple[int, Clause]]:
    """Where each clause begins; the Chinese is in order, the English may have moved."""
    text, places, after = sentence.text[lang], [], 0
    for clause in sentence.clauses:
        start = text.index(clause.text[lang], after if lang == "zh" else 0)
        places.append((start, clause))
        after = start + len(clause.text[lang])
    return sorted(places, key=lambda place: place[0])


def _mark(lit: Lit, quote: str, lang: str, anchored: bool) -> Markup:
    id = f' id="{anchor(lit.clause.id)}"' if anchored else ""
    return _safe(f'<mark class="{lit.standing}"{id} title="{escape(meaning(lit, lang))}">{escape(quote)}</mark>')


def _lead(lit: Lit, mark: Markup, page: str) -> Markup:
    if lit.standing == "told":
        return mark
    return _safe(f'<a class="lit" href="{page}#{lit.where}" data-clause="{lit.clause.id}">{mark}</a>')


def meaning(lit: Lit, lang: str) -> str:
    """The part that a clause plays in the notice, and what became of it: `条件：有问题对照`."""
    between = "：" if lang == "zh" else ": "
    return f"{words.ROLE[lit.clause.role][lang]}{between}{rule_words.STANDING[lit.standing][lang]}"


def source_links(sources: tuple[str, ...] | str, lang: str, page: str = "") -> Markup:
    """Small links `¶2` to the sentences that some words rest on."""
    ids = (sources,) if isinstance(sources, str) else sources
    anchors = dict.fromkeys(id.split(".")[1] for id in ids if "." in id)
    return _safe(" ".join(_link(f"{page}#{anchor}", anchor[1:], lang) for anchor in anchors))


def _link(address: str, number: str, lang: str) -> str:
    label = escape(words.numbered(words.SENTENCE_LINK, lang, number))
    return f'<a class="from" href="{escape(address)}" aria-label="{label}">¶{number}</a>'


def _safe(html: str) -> Markup:
    """HTML whose every value was escaped where it was put in."""
    return Markup(html)  # noqa: S704
