"""Pictures as inline SVG, drawn from the data, each with a text alternative.

Colours come from the page's own tokens, so a picture follows the light and the dark scheme.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from markupsafe import Markup

from measures_py.model import Chapter, Measure, Step
from measures_py.site import words

_WIDTH = 300
_LINE = 19
_GAP = 22


def _units(text: str) -> float:
    """The width of a text in ems, near enough to break lines."""
    return sum(1.0 if east_asian_width(letter) in "WF" else 0.54 for letter in text)


def _lines(text: str, limit: float) -> list[str]:
    """The text broken into lines of at most `limit` ems: at spaces, or between Han characters."""
    words_ = text.split(" ") if " " in text else list(text)
    glue = " " if " " in text else ""
    lines = [""]
    for word in words_:
        longer = f"{lines[-1]}{glue if lines[-1] else ''}{word}"
        if lines[-1] and _units(longer) > limit:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def flow_column(steps: Sequence[Step], title: str, lang: str, key: str) -> Markup:
    """The acts of one side, top to bottom; whoever acts stands above each act."""
    parts: list[Markup] = []
    y = 2
    for index, step in enumerate(steps):
        lines = _lines(step.text[lang], 18.5)
        height = 30 + _LINE * len(lines)
        if index:
            parts.append(
                Markup('<path class="arrow" d="M{x} {a}v{d}m-5 -6l5 6l5 -6"/>').format(x=28, a=y - _GAP + 2, d=_GAP - 5)
            )
        parts.append(
            Markup('<rect class="who-{who}" x="1" y="{y}" width="{w}" height="{h}" rx="8"/>').format(
                who=step.who, y=y, w=_WIDTH - 2, h=height
            )
        )
        parts.append(Markup('<text class="who" x="16" y="{}">{}</text>').format(y + 19, words.WHO[step.who][lang]))
        parts += [
            Markup('<text x="16" y="{}">{}</text>').format(y + 38 + _LINE * row, line) for row, line in enumerate(lines)
        ]
        y += height + _GAP
    told = ("；" if lang == "zh" else "; ").join(
        f"{number}. {words.WHO[step.who][lang]}{'：' if lang == 'zh' else ': '}{step.text[lang]}"
        for number, step in enumerate(steps, start=1)
    )
    return Markup(
        '<svg class="flow-column" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{k}-t {k}-d">'
        '<title id="{k}-t">{title}</title><desc id="{k}-d">{told}</desc>{parts}</svg>'
    ).format(w=_WIDTH, h=y - _GAP + 2, k=key, title=title, told=told, parts=Markup("").join(parts))


_CELL = 46
_COLUMNS = 6


def chapter_map(chapter: Chapter, lang: str, folder: str) -> Markup:
    """A chapter's measures as numbered squares, coloured by what they ask of a business, each a link."""
    rows = -(-len(chapter.measures) // _COLUMNS)
    cells = [_cell(measure, index, lang, folder) for index, measure in enumerate(chapter.measures)]
    label = chapter.short[lang]
    return Markup(
        '<svg class="chapter-map" viewBox="0 0 {w} {h}" role="group" aria-label="{label}">{cells}</svg>'
    ).format(w=_COLUMNS * _CELL, h=rows * _CELL, label=label, cells=Markup("").join(cells))


def _cell(measure: Measure, index: int, lang: str, folder: str) -> Markup:
    x, y = index % _COLUMNS * _CELL + 2, index // _COLUMNS * _CELL + 2
    name = f"{measure.number} {measure.short_title[lang]} · {words.KIND[measure.kind][lang]}"
    return Markup(
        '<a href="{folder}{id}.html" aria-label="{name}"><title>{name}</title>'
        '<rect class="kind-{kind}" x="{x}" y="{y}" width="42" height="42" rx="7"/>'
        '<text x="{tx}" y="{ty}">{number}</text></a>'
    ).format(
        folder=folder,
        id=measure.id,
        name=name,
        kind=measure.kind,
        x=x,
        y=y,
        tx=x + 21,
        ty=y + 28,
        number=measure.number,
    )


def kind_bar(measures: Sequence[Measure], lang: str) -> Markup:
    """How many measures ask what of a business, as one bar."""
    counts = {kind: sum(measure.kind == kind for measure in measures) for kind in words.KIND}
    parts, x = [], 0.0
    for kind, count in counts.items():
        width = 600 * count / len(measures)
        parts.append(
            Markup('<rect class="kind-{}" x="{:.1f}" y="0" width="{:.1f}" height="14"/>').format(kind, x, width - 2)
        )
        x += width
    label = ("，" if lang == "zh" else ", ").join(
        f"{words.KIND[kind][lang]} {count}{' 项' if lang == 'zh' else ''}" for kind, count in counts.items()
    )
    return Markup(
        '<svg class="kind-bar" viewBox="0 0 600 14" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>'
    ).format(label, Markup("").join(parts))
