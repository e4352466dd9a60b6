"""The verbatim text of the notice, cut into sentences without losing a byte.

The notice is a preamble, four headings, 43 numbered paragraphs and one attachment line. `segment`
cuts it into slices whose concatenation is the text again: the sentences, and between them the
layout (line breaks, indents and the printed numbers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LAYOUT = ""

_DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = _DIGITS + "".join(_PLACES)
_HEADING = re.compile(rf"(\s*([{_NUMERALS}])、)(.+)")
_MEASURE = re.compile(rf"(\s*\(([{_NUMERALS}]+)\))(.+)")
_SENTENCE = re.compile(r"[^。]+。?")


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of the notice; `id` is empty for layout."""

    id: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


def chinese_number(numeral: str) -> int:
    """The value of a Chinese numeral from 一 to 九千九百九十九."""
    value, digit = 0, 0
    for letter in numeral:
        if letter in _PLACES:
            value, digit = value + (digit or 1) * _PLACES[letter], 0
        else:
            digit = _DIGITS.index(letter)
    return value + digit


def segment(text: str) -> tuple[Slice, ...]:
    """The slices of the notice in order; joined, they are `text` again.

    Sentences are cut after 。 only. Raises ValueError where a line is none of the notice's parts.
    """
    slices: list[Slice] = []
    offset = 0

    def cut(id: str, piece: str) -> None:
        nonlocal offset
        if piece:
            slices.append(Slice(id, piece, offset))
            offset += len(piece)

    seen_preamble = False
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\n")
        if not body.strip():
            cut(LAYOUT, body)
        elif heading := _HEADING.fullmatch(body):
            cut(LAYOUT, heading[1])
            cut(f"chapter{chinese_number(heading[2])}", heading[3])
        elif measure := _MEASURE.fullmatch(body):
            cut(LAYOUT, measure[1])
            for number, sentence in enumerate(_SENTENCE.findall(measure[3]), start=1):
                cut(f"m{chinese_number(measure[2]):02}.s{number}", sentence)
        elif body.startswith("附件"):
            cut("attachment.s1", body)
        elif not seen_preamble:
            seen_preamble = True
            cut("preamble.s1", body)
        else:
            raise ValueError(f"not a part of the notice: {body[:40]!r}")
        cut(LAYOUT, line[len(body) :])
    return tuple(slices)
