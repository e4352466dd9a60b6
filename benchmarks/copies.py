"""The notice many times over, for measuring how the build grows: synthetic data that pass every check."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from measures_py.authoring import public_ids, read
from measures_py.model import digest
from measures_py.text import segment

Numbers = dict[str, str]

# What tells a copy's short titles apart: in Chinese a sign after it, in English, where a title may
# have no character more, the kinds of its first two spaces.
SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地人"
SPACES = " \u00a0\u2002\u2003\u2009"


def copies(folder: Path, scale: int) -> Path:
    """Write the data `scale` times over (at most 25) into `folder`; the folder to read them from.

    Every measure is copied with its rule and numbered on within its chapter; a date rule or a savings
    lever stays one, with an algorithm of its own, and stands on the pages of all copies of its measures.
    """
    data = Path(shutil.copytree(read.DATA, folder / "notice"))
    rules = Path(shutil.copytree(read.DATA.parent / "rules", folder / "rules"))
    if scale == 1:
        return data
    numbers = _numbers(scale)
    _number_notice(data, numbers)
    for within in (data / "measures", rules):
        _number_files(within, numbers)
    for path in (*(data / "deadlines").glob("*.yml"), *(data / "savings").glob("*.yml")):
        path.write_text(_calculator(path.read_text(encoding="utf-8"), numbers), encoding="utf-8")
    unworked = data / "savings-explained.yml"
    text = unworked.read_text(encoding="utf-8")
    unworked.write_text("".join(_renamed(text, copy) for copy in numbers), encoding="utf-8")
    files, _ = read.read_files(data)
    ids = public_ids.ids(files) + public_ids.addresses([document.data["id"] for document in files.measures])
    (data / public_ids.NAME).write_text("\n".join(ids) + "\n", encoding="utf-8")
    return data


def _numbers(scale: int) -> list[Numbers]:
    """For each copy the new id of every measure."""
    numbers: list[Numbers] = [{} for _ in range(scale)]
    number = 0
    for chapter in read.notice().chapters:
        for copy in numbers:
            for measure in chapter.measures:
                number += 1
                copy[measure.id] = f"m{number:02}"
    return numbers


def _renamed(text: str, numbers: Numbers) -> str:
    return re.sub(r"\bm\d\d\b", lambda found: numbers[found[0]], text)


def _number_notice(data: Path, numbers: list[Numbers]) -> None:
    """The verbatim text with every copy of a chapter's measures, and the frame that fits it."""
    text = "\n\n".join(_paragraphs(numbers))
    (data / "notice.zh.txt").write_text(text, encoding="utf-8")
    frame = _renamed((data / "notice.yml").read_text(encoding="utf-8"), numbers[0])
    for chapter in read.notice().chapters:
        last = numbers[-1][chapter.measures[-1].id]
        frame = re.sub(rf"(id: {chapter.id}\n.*?last: )m\d+", rf"\g<1>{last}", frame, count=1, flags=re.DOTALL)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    (data / "notice.yml").write_text(re.sub(r"sha256: \w+", f"sha256: {sha256}", frame), encoding="utf-8")


def _paragraphs(numbers: list[Numbers]) -> Iterator[str]:
    source = read.notice()
    slices = {piece.id: piece.text for piece in segment(source.text) if piece.id}
    yield slices["preamble.s1"]
    for chapter in source.chapters:
        yield f"  {chapter.numeral}、{chapter.heading.text.zh}"
        for copy in numbers:
            for measure in chapter.measures:
                body = "".join(slices[sentence.id] for sentence in measure.sentences)
                yield f"  ({_numeral(int(copy[measure.id][1:]))}){body}"
    yield slices["attachment.s1"]


def _number_files(folder: Path, numbers: list[Numbers]) -> None:
    """Every file of a measure once for each copy, under its new id."""
    originals = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("m*.yml")}
    for id in originals:
        (folder / f"{id}.yml").unlink()
    for index, copy in enumerate(numbers):
        for id, text in originals.items():
            (folder / f"{copy[id]}.yml").write_text(_renamed(_titled(text, index), copy), encoding="utf-8")


def _titled(text: str, index: int) -> str:
    """A measure's file with short titles that no other copy has; a rule's file as it is."""
    found = re.search(r"^short_title:\n  zh: (.+)\n  en: (.+)\n  of: \w+$", text, flags=re.MULTILINE)
    if not found or not index:
        return text
    zh, words = found[1] + SIGNS[index], found[2].split(" ", 2)
    first, second = divmod(index, len(SPACES))
    en = words[0] + SPACES[first] + words[1] + SPACES[second] + words[2]
    return text.replace(found[0], f"short_title:\n  zh: {zh}\n  en: {en}\n  of: {digest(zh)}")


def _calculator(text: str, numbers: list[Numbers]) -> str:
    """A date rule or a savings lever for all copies of its measures; it cites the first."""

    def everywhere(found: re.Match[str]) -> str:
        own = re.findall(r"m\d\d", found[0])
        return f"measures: [{', '.join(copy[id] for copy in numbers for id in own)}]"

    before, measures, after = re.split(r"^(measures: \[.*\])$", text, maxsplit=1, flags=re.MULTILINE)
    return _renamed(before, numbers[0]) + re.sub(".+", everywhere, measures) + _renamed(after, numbers[0])


def _numeral(number: int) -> str:
    digits, places = "零一二三四五六七八九", ("千", "百", "十", "")
    text = ""
    for place, digit in zip(places, f"{number:04}", strict=True):
        text += digits[int(digit)] + place if digit != "0" else "零"
    return re.sub(r"零+", "零", text).strip("零")
