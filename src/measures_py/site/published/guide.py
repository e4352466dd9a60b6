"""`llms.txt`: what the site is and where things stand, for language models and other readers of plain text.

Its form is that of llmstxt.org: one heading, a summary quoted, then lists of links under second headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from measures_py.model import LANGUAGES, Notice
from measures_py.site import words
from measures_py.site.published import addresses, data, feed, table
from measures_py.site.published import words as told

NAME = "llms.txt"


def text(notice: Notice, base: str) -> str:
    """The file; addresses are absolute where the site has one, else relative to the site's root."""
    return "\n".join(_lines(notice, base)) + "\n"


def _lines(notice: Notice, base: str) -> Iterator[str]:
    yield f"# {words.SITE_TITLE.zh} / {words.SITE_TITLE.en}"
    yield ""
    yield f"> {words.UNOFFICIAL.zh} {words.UNOFFICIAL.en}"
    yield ""
    for lang in LANGUAGES:
        yield told.GUIDE[lang].format(len(notice.measures), notice.sha256)
        yield ""
    yield f"## {told.GUIDE_DATA.zh} / {told.GUIDE_DATA.en}"
    yield ""
    for path, about in (
        (data.WHOLE, told.FILE_WHOLE),
        (data.SCHEMA_FILE, told.FILE_SCHEMA),
        (table.NAME, told.FILE_TABLE),
        *((feed.path(lang), told.FEED_TITLE) for lang in LANGUAGES),
    ):
        yield f"- [{path}]({base}{path}): {about.zh} {about.en}"
    for lang in LANGUAGES:
        yield ""
        yield f"## {told.GUIDE_PAGES[lang]}"
        yield ""
        for page, _, name in words.NAV:
            yield f"- [{name[lang]}]({base}{addresses.page(lang, page)}): {words.PAGE_ABOUT[page][lang]}"
        yield ""
        yield f"## {told.GUIDE_MEASURES[lang]}"
        yield ""
        for measure in notice.measures:
            title = f"{words.numbered(words.MEASURE, lang, measure.number)} {measure.short_title[lang]}"
            yield f"- [{title}]({base}{addresses.measure(measure, lang)}): {measure.summary[lang]}"
