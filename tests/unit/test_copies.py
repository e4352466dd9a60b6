"""The copies of the notice that the build is measured on: they pass the check, and their pages have what ours have."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.copies import copies

from measures_py.authoring import check, read
from measures_py.authoring.read import Files
from measures_py.model import Measure, Notice
from measures_py.site import dates


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The data two times over; nothing is found in them."""
    files, findings = check.check_files(copies(tmp_path_factory.mktemp("twice"), 2))
    assert [finding.message("en") for finding in findings] == []
    return files


def pairs(notice: Notice, doubled: Notice) -> list[tuple[Measure, Measure, Measure]]:
    """Each measure with its two copies: a chapter's measures stand there once, and then once more."""
    found = []
    for chapter, both in zip(notice.chapters, doubled.chapters, strict=True):
        size = len(chapter.measures)
        found += list(zip(chapter.measures, both.measures[:size], both.measures[size:], strict=True))
    return found


def test_one_copy_is_the_data_as_they_are(tmp_path: Path) -> None:
    """At 1x nothing is rewritten."""
    data = copies(tmp_path, 1)
    assert {path.relative_to(data): path.read_bytes() for path in data.rglob("*.*")} == {
        path.relative_to(read.DATA): path.read_bytes() for path in read.DATA.rglob("*.*")
    }


def test_a_copy_says_what_the_original_says(notice: Notice, twice: Files) -> None:
    """86 measures, numbered through; each pair has the sentences, the tags and as many relations of its original."""
    doubled = read.build(twice)
    assert [measure.number for measure in doubled.measures] == list(range(1, 87))
    for original, *both in pairs(notice, doubled):
        for copy in both:
            assert [sentence.text for sentence in copy.sentences] == [sentence.text for sentence in original.sentences]
            assert copy.tags == original.tags
            assert len(copy.related) == len(original.related)


def test_the_page_of_a_copy_has_the_calculators_of_the_original(notice: Notice, twice: Files) -> None:
    """Each date rule stands on both copies of its measures, and both have their rule of whom they are for."""
    ours, theirs = dates.dates(read.read_files()[0]), dates.dates(twice)
    ruled = {document.data["id"]: document.data for document in twice.rules}
    for original, *both in pairs(notice, read.build(twice)):
        for copy in both:
            assert [rule["id"] for rule in theirs.of(copy.id)] == [rule["id"] for rule in ours.of(original.id)]
            assert ruled[copy.id]["limbs"]
