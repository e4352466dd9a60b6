"""Every page of one language as Markdown text, from the model and the hand-written pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from measures_py.model import Chapter, Clause, Instrument, Measure, Notice, Role, Sentence, Step, Tag, Term, Text
from measures_py.requests import AS_OF
from measures_py.show_board import HEADING
from measures_py.show_verdict import BADGE
from measures_py.site import (
    addresses,
    check_words,
    citing,
    finder_words,
    keeping_words,
    kept,
    markup,
    pictures,
    proof_page,
    rule_words,
    savings_words,
    sheet_words,
    words,
)
from measures_py.site.dates import Dates
from measures_py.site.finder import Finder
from measures_py.site.proof import Proof
from measures_py.site.published import change_page
from measures_py.site.published import words as published_words
from measures_py.site.rules import Rules
from measures_py.site.runtime_words import PYTHON
from measures_py.site.savings import Savings
from measures_py.text import chinese_number
from measures_py.verdict import Verdict

PAGES = Path(__file__).parent / "pages"
# The macros that pages may call, by the file they are in.
SHARED = {
    "macros.html": (
        *("sentence_row", "frame_row", "reading_switch", "clause_legend"),
        *("background_rule", "instrument_force", "provision_verified", "cite"),
        *("deadline_calculator", "as_of", "chooser"),
    ),
    "rule-macros.html": ("rule_in_words",),
    "finder-macros.html": ("question", "trouble", "verdict_check"),
    "plain-macros.html": ("plain_rule", "plain_background"),
    "savings-macros.html": ("savings_section", "savings_calculator", "my_savings"),
}


@dataclass(frozen=True)
class Content:
    """What the pages are made from; `proof` is None for a notice that is not the project's own."""

    notice: Notice
    dates: Dates
    finder: Finder
    savings: Savings
    rules: Rules
    proof: Proof | None


def pages(content: Content, lang: str, written: Path, base_address: str = "") -> dict[str, str]:
    """The Markdown of every page, by its path under the language's folder.

    `written` holds the pages that people write; `base_address` is the public address of the site
    or empty.
    """
    notice, proof = content.notice, content.proof
    shared = environment(notice, content.rules, base_address)
    language = {
        "dates": content.dates,
        "finder": content.finder,
        "savings": content.savings,
        "lang": lang,
        "sep": "　" if lang == "zh" else ". ",
        "colon": "：" if lang == "zh" else ": ",
        "chapter_number": chapter_number(lang),
    }

    def page(name: str, **values: Any) -> str:
        return shared.get_template(name).render(language | values)

    found = {
        "index.md": page("index.md", figures=list(figures(notice))),
        "measures/index.md": page("measures.md", filters=list(_filters(notice, lang))),
        "notice.md": page("notice.md"),
        "deadlines.md": page("deadlines.md"),
        "finder.md": page("finder.md", texts=finder_words.spoken(lang)),
        "savings.md": page("savings.md"),
        "background.md": page("background.md"),
        "check.md": page("check.md", c=check_words, texts=check_words.spoken(lang)),
        "glossary.md": page("glossary.md", terms=list(_terms(notice))),
        "changes.md": page("changes.md", **change_page.values(notice)),
    }
    measures = notice.measures
    for index, measure in enumerate(measures):
        found[f"measures/{measure.id}.md"] = page(
            "measure.md",
            measure=measure,
            chapter=notice.chapter_of(measure),
            before=measures[index - 1] if index else None,
            after=measures[index + 1] if index + 1 < len(measures) else None,
        )
    if proof:
        found["proof.md"] = page("proof.md", proof=proof, **proof_page.values(proof, content.rules))
    for path in sorted((written / lang).glob("*.md")):
        found[path.name] = shared.from_string(path.read_text(encoding="utf-8")).render(language)
    return found


def figures(notice: Notice) -> Iterator[tuple[Measure, Sentence, Clause]]:
    """The clauses with the notice's quantities and times, in its order."""
    for measure in notice.measures:
        for sentence in measure.sentences:
            yield from ((measure, sentence, clause) for clause in sentence.clauses if clause.id in notice.figures)


def qr_code(address: str) -> Markup:
    """A QR code with an address, as an inline SVG without a size of its own."""
    import segno  # only a site with an address has codes

    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(scale=3, border=2, svgclass="qr", lineclass=None, omitsize=True))  # noqa: S704


def in_force(instrument: Instrument, lang: str) -> str:
    """The time an instrument is in force, as far as it was checked, in words."""
    known_start, known_end = instrument.start != "not_checked", instrument.until not in ("none", "not_checked")
    if known_start and known_end:
        return words.FROM_UNTIL[lang].format(instrument.start, instrument.until)
    if known_start:
        return words.FROM_ON[lang].format(instrument.start)
    return words.UNTIL_ONLY[lang].format(instrument.until) if known_end else words.FORCE_UNKNOWN[lang]


@lru_cache(maxsize=1)
def environment(notice: Notice, rules: Rules, base_address: str) -> Environment:
    """What templates are rendered with: the notice, its rules, our words and the macros that several pages share."""
    found = Environment(
        loader=FileSystemLoader(PAGES),
        bytecode_cache=FileSystemBytecodeCache(str(kept.folder())),
        autoescape=True,
        optimized=False,  # each template is compiled once: folding its constants takes longer than it saves
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",  # {#id} is an anchor in Markdown
        comment_end_string="#>",
    )
    tags = {key: {tag.id: tag.text for tag in values} for key, values in notice.tags.items()}

    def tag(key: str, id: str) -> Text:
        return tags[key][id]

    def ended(instrument: Instrument) -> bool:
        return instrument.replaced_by != "none"

    def force(instrument: Instrument, lang: str) -> str:
        stated = in_force(instrument, lang)
        if instrument.replaced_by == "none":
            return stated
        successor = next(other for other in notice.instruments if other.id == instrument.replaced_by)
        name = successor.number or successor.title
        return f"{stated}{'，' if lang == 'zh' else '; '}{words.BY[lang].format(name[lang])}"

    def address(path: str) -> str:
        return base_address + path

    found.globals |= {
        "notice": notice,
        "w": words,
        "c": citing,
        "citations": partial(citing.citations, notice),
        "f": finder_words,
        "k": keeping_words,
        "headings": HEADING,
        "judged": AS_OF,
        "verdict_names": {verdict.value: BADGE[verdict][1] for verdict in Verdict},
        "tones": {verdict: tone for verdict, (tone, _) in BADGE.items()},
        "s": savings_words,
        "p": published_words,
        "python": PYTHON,
        "base_address": base_address,
        "numbered": words.numbered,
        "labelled": words.labelled,
        "r": rule_words,
        "t": sheet_words,
        "rules": rules,
        "marked": partial(markup.marked, lit=rules.lit),
        "source_links": markup.source_links,
        "flow_column": pictures.flow_column,
        "chapter_map": pictures.chapter_map,
        "kind_bar": pictures.kind_bar,
        "flow_sources": _flow_sources,
        "short_page": _short_page,
        "gain": _gain,
        "promised": lambda measure: _promised(notice, measure),
        "tag": tag,
        "ended": ended,
        "borne_on": lambda provision: [m for m in notice.measures if provision in {b.provision for b in m.background}],
        "in_force": force,
        "address": address,
        "limb_anchor": addresses.limb_anchor,
        "background_anchor": addresses.background,
        "qr": lambda path: qr_code(base_address + path),
    }
    for file, names in SHARED.items():
        module = found.get_template(file).module
        found.globals |= {name: getattr(module, name) for name in names}
    return found


def _short_page(sentence: Sentence, page: str) -> str:
    """The short address of a sentence's measure, from a measure's page or (with `page`) from the top."""
    return f"{'' if page else '../'}m/{sentence.id.split('.')[0][1:]}.html"


def _flow_sources(steps: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(sorted({step.source for step in steps}))


def chapter_number(lang: str) -> Callable[[Chapter], str]:
    """How a language writes the number of a chapter."""
    return lambda chapter: chapter.numeral if lang == "zh" else str(chinese_number(chapter.numeral))


def _promised(notice: Notice, measure: Measure) -> Clause | None:
    """The service promise with a time in it that a measure makes, if it makes one."""
    promises = (clause for clause in measure.clauses if clause.role is Role.SERVICE_PROMISE)
    return next((clause for clause in promises if clause.id in notice.figures), None)


def _gain(measure: Measure, lang: str) -> str:
    """One line on what a measure changes; its summary where the notice does not say."""
    change = next(row for row in measure.glance if row.key == "what_changes")
    return change.text[lang] if change.text else measure.summary[lang]


def _filters(notice: Notice, lang: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    numbered = chapter_number(lang)
    yield (
        "chapter",
        [
            (chapter.id, f"{words.numbered(words.CHAPTER, lang, numbered(chapter))} {chapter.short[lang]}")
            for chapter in notice.chapters
        ],
    )
    yield "class", [(kind, name[lang]) for kind, name in words.KIND.items()]
    for key in ("flow", "goods", "actor", "stage", "place"):
        yield key, [(tag.id, tag.text[lang]) for tag in _used(notice, key)]


def _used(notice: Notice, key: str) -> Iterator[Tag]:
    used = {id for measure in notice.measures for id in measure.tags[key]}
    return (tag for tag in notice.tags[key] if tag.id in used)


def _terms(notice: Notice) -> Iterator[tuple[int, Term, list[tuple[str, str, str]]]]:
    """Each term with its permanent number and where it occurs, as (label, address, measure number or nothing).

    A measure is named once, at the first sentence with the term; the frame of the notice where it
    has the term and no measure does.
    """
    frame = [(sentence, "preamble") for sentence in notice.preamble]
    frame += [(chapter.heading, f"{chapter.id}-heading") for chapter in notice.chapters]
    frame.append((notice.attachment, "attachment"))
    for number, term in enumerate(notice.terms, start=1):
        found: list[tuple[str, str, str]] = []
        for measure in notice.measures:
            first = next((s for s in measure.sentences if term.zh in s.text.zh), None)
            if first:
                found.append((str(measure.number), f"measures/{measure.id}.html#{first.anchor}", str(measure.number)))
        if not found:
            found = [("¶", f"notice.html#{anchor}", "") for sentence, anchor in frame if term.zh in sentence.text.zh]
        yield number, term, found
