"""What the search in the page looks through: one record per measure and per page, for one language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from measures_py.model import LANGUAGES, Measure, Notice
from measures_py.site import words


def script(notice: Notice, lang: str) -> str:
    """The records as a classic script, which a page opened from disk may load."""
    data = json.dumps(list(records(notice, lang)), ensure_ascii=False, separators=(",", ":"))
    return f"self.measuresSearchRecords={data};\n"


def records(notice: Notice, lang: str) -> Iterator[dict[str, Any]]:
    """One record per measure, then one per page. Keys are the fields the search weighs.

    `words` are what people call the thing, `also` the same in the other language, `sentences` the
    notice's own with their anchors, and `rest` everything else that is said on the page.
    """
    for measure in notice.measures:
        yield _measure(notice, measure, lang)
    for address in words.PAGE_ABOUT:
        name = words.PAGE_NAME[address]
        yield {
            "url": address,
            "no": 0,
            "title": name[lang],
            "official": "",
            "summary": words.PAGE_ABOUT[address][lang],
            "words": list(words.PAGE_WORDS.get(address, {}).get(lang, ())),
            "also": [],
            "sentences": [],
            "rest": "",
        }


def _measure(notice: Notice, measure: Measure, lang: str) -> dict[str, Any]:
    other = next(name for name in LANGUAGES if name != lang)
    rest = [row.text[lang] for row in measure.glance if row.text]
    rest += [entry.text[lang] for entry in measure.leaves_open]
    for bearing in measure.background:
        instrument, _ = notice.provision(bearing.provision)
        rest += [instrument.title[lang], bearing.why[lang]]
    return {
        "url": f"measures/{measure.id}.html",
        "no": measure.number,
        "title": measure.short_title[lang],
        "official": measure.title[lang],
        "summary": measure.summary[lang],
        "words": list(measure.search[lang]),
        "also": [measure.short_title[other], *measure.search[other]],
        "sentences": [[sentence.anchor, sentence.text[lang]] for sentence in measure.sentences],
        "rest": " ".join(rest),
    }
