"""Sentences as HTML: each clause of a sentence marked in both languages, nothing added or lost."""

from __future__ import annotations

from markupsafe import Markup, escape

from measures_py.model import Clause, Sentence
from measures_py.site import words


def marked(sentence: Sentence, lang: str, anchors: bool = True) -> Markup:
    """The sentence in one language with its clauses in `<mark>`; its text is exactly the sentence.

    With `anchors` the Chinese clauses carry their ids (`s2-c1`).
    """
    text = sentence.text[lang]
    pieces: list[Markup] = []
    position = 0
    for start, clause in _places(sentence, lang):
        quote = clause.text[lang]
        pieces += [escape(text[position:start]), _mark(clause, quote, lang, anchors and lang == "zh")]
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


def _mark(clause: Clause, quote: str, lang: str, anchored: bool) -> Markup:
    tone = words.TONE.get(clause.role, "plain")
    id = f' id="{"-".join(clause.id.split(".")[1:])}"' if anchored else ""
    title = words.ROLE[clause.role][lang]
    return _safe(f'<mark class="{tone}"{id} title="{escape(title)}">{escape(quote)}</mark>')


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
