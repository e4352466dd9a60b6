"""`measures.csv`: one row for each measure with its at-a-glance table, both languages in columns."""

from __future__ import annotations

from collections.abc import Iterator

from measures_py import spreadsheet
from measures_py.model import LANGUAGES, Measure, Notice, Text
from measures_py.site import words
from measures_py.site.published import addresses
from measures_py.site.published import words as told

NAME = "measures.csv"


def text(notice: Notice) -> str:
    """The file, as spreadsheets read it."""
    return spreadsheet.file([header(notice), *(row(notice, measure) for measure in notice.measures)])


def header(notice: Notice) -> list[str]:
    """The names of the columns: those of one language are named in it."""
    names = [f"{told.NUMBER.zh} {told.NUMBER.en}", "id"]
    for name, _ in _said(notice, notice.measures[0]):
        names += [f"{name[lang]} ({told.IN_LANGUAGE[lang]})" for lang in LANGUAGES]
    return names


def row(notice: Notice, measure: Measure) -> list[str]:
    """The cells of one measure."""
    cells = [str(measure.number), measure.id]
    for _, said in _said(notice, measure):
        cells += [said[lang] for lang in LANGUAGES]
    return cells


def _said(notice: Notice, measure: Measure) -> Iterator[tuple[Text, Text]]:
    """Each pair of columns: what it is called and what stands in it."""
    yield words.TAG["chapter"], notice.chapter_of(measure).short
    yield told.SHORT_TITLE, measure.short_title
    yield told.TITLE, measure.title
    yield told.SUMMARY, measure.summary
    yield told.MEASURE_KIND, words.KIND[measure.kind]
    for entry in measure.glance:
        yield words.GLANCE[entry.key], entry.text or words.SILENT
    yield told.OPEN, _together([entry.text for entry in measure.leaves_open], "；", "; ")
    for key, values in measure.tags.items():
        named = {tag.id: tag.text for tag in notice.tags[key]}
        yield _tag(key), _together([named[value] for value in values], "、", ", ")
    yield told.PAGE, Text(addresses.measure(measure, "zh"), addresses.measure(measure, "en"))


def _tag(key: str) -> Text:
    """`place` is a row of the table, too: the filter says so of itself."""
    name = words.TAG[key]
    return Text(f"筛选：{name.zh}", f"Filter: {name.en}")


def _together(texts: list[Text], zh: str, en: str) -> Text:
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
