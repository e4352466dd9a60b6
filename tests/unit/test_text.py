"""The verbatim text and its cutting into sentences."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.authoring.read import DATA
from measures_py.model import Notice
from measures_py.text import chinese_number, segment

TEXT = (DATA / "notice.zh.txt").read_bytes()

# Counted by hand in the notice: sentences per measure, title included.
SENTENCES = [3, 2, 2, 4, 2, 3, 2, 2, 5, 2, 4, 5, 5, 3, 2, 3, 2, 2, 2, 2, 5, 3, 2, 2, 2, 2, 3, 4, 2, 4, 2, 4]
SENTENCES += [3, 2, 3, 3, 4, 4, 4, 3, 3, 4, 3]


def test_the_text_is_the_notice() -> None:
    """The committed file is the notice, to the byte."""
    expected = "f7e667ea7b8a2c05671ad12eaf4f6542e53bf22a4adeeeb9a82859c4bccd7ace"

    assert hashlib.sha256(TEXT).hexdigest() == expected


def test_slices_in_order_reproduce_the_file() -> None:
    """The slices, joined, are the file byte for byte, and each starts where the one before ends."""
    slices = segment(TEXT.decode("utf-8"))

    assert "".join(piece.text for piece in slices).encode("utf-8") == TEXT
    assert [piece.start for piece in slices[1:]] == [piece.end for piece in slices[:-1]]


def test_every_sentence_of_all_measures_is_a_slice() -> None:
    """43 measures with their sentences, a preamble, four headings and an attachment line: 134 units."""
    ids = [piece.id for piece in segment(TEXT.decode("utf-8")) if piece.id]
    expected = ["preamble.s1", "attachment.s1", *(f"chapter{n}" for n in range(1, 5))]
    expected += [f"m{n:02}.s{s}" for n, count in enumerate(SENTENCES, start=1) for s in range(1, count + 1)]

    assert sorted(ids) == sorted(expected)
    assert len(ids) == 134


def test_layout_holds_no_words() -> None:
    """What lies between sentences is white space and the printed numbers, nothing a reader would miss."""
    layout = {piece.text.strip() for piece in segment(TEXT.decode("utf-8")) if not piece.id}

    assert all(piece.strip("()、一二三四五六七八九十") == "" for piece in layout)


def test_a_line_that_is_no_part_of_the_notice_is_refused() -> None:
    """Foreign text does not slip in as a sentence."""
    with pytest.raises(ValueError, match="not a part of the notice"):
        segment(TEXT.decode("utf-8") + "\n多出来的一行。\n")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("一", 1), ("十", 10), ("十九", 19), ("四十三", 43), ("一百零二", 102), ("一千二百五十九", 1259)],
)
def test_chinese_numerals(numeral: str, value: int) -> None:
    """Numerals as they stand in the notice and in article numbers."""
    assert chinese_number(numeral) == value


@given(st.lists(st.text("甲乙丙丁,、“”()0123", min_size=1, max_size=12), min_size=1, max_size=8))
def test_cutting_loses_nothing(sentences: list[str]) -> None:
    """Whatever a measure says, its slices join to its text, one slice per full stop."""
    text = "开头:\n\n  (一)" + "".join(f"{sentence}。" for sentence in sentences) + "\n"
    slices = segment(text)

    assert "".join(piece.text for piece in slices) == text
    assert len([piece for piece in slices if piece.id.startswith("m01.")]) == len(sentences)


def test_every_figure_in_a_measure_is_among_the_listed_ones(notice: Notice) -> None:
    """The home page says that these are the figures: no digit of any measure stands outside their clauses."""
    listed = {clause.id: clause.text.zh for measure in notice.measures for clause in measure.clauses}
    quotes = "".join(listed[id] for id in notice.figures)
    figures = {figure for m in notice.measures for s in m.sentences for figure in re.findall(r"\d+", s.text.zh)}

    assert figures == {"9610", "7", "24", "10000", "1", "3"}
    assert figures <= set(re.findall(r"\d+", quotes))
