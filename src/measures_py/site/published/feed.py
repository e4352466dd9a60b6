"""The Atom feed of changes, one for each language; its ids are the same on every host."""

from __future__ import annotations

import uuid
from html import escape

from measures_py.model import EVERY, Change, Notice
from measures_py.site import words
from measures_py.site.published import addresses
from measures_py.site.published import words as told

TYPE = "application/atom+xml"
# Ours alone and never changed: every id of a feed is a name in it.
_NAMES = uuid.UUID("f7e667ea-7b8a-5c05-a71a-d12eaf4f6542")


def path(lang: str) -> str:
    """Where the feed of a language stands."""
    return addresses.page(lang, "changes.xml")


def identity(lang: str, change: str = "") -> str:
    """The permanent id of an entry, or of the feed itself, in one language."""
    return f"urn:uuid:{uuid.uuid5(_NAMES, f'{lang}/{change}')}"


def text(notice: Notice, lang: str, base: str) -> str:
    """The feed, the newest entry first; addresses are absolute where the site has one, else relative to the feed."""
    here = base + addresses.FOLDER[lang] if base else ""
    newest = list(reversed(notice.changes))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<id>{identity(lang)}</id>\n<title>{escape(told.FEED_TITLE[lang])}</title>\n"
        f"<subtitle>{escape(words.UNOFFICIAL[lang])}</subtitle>\n<updated>{_moment(newest[0])}</updated>\n"
        f'<link rel="self" type="{TYPE}" href="{here}changes.xml"/>\n'
        f'<link rel="alternate" type="text/html" href="{here}changes.html"/>\n'
        f"<author><name>{escape(told.FEED_AUTHOR[lang])}</name></author>\n"
        "<rights>CC BY 4.0</rights>\n" + "".join(_entry(change, lang, here) for change in newest) + "</feed>\n"
    )


def _entry(change: Change, lang: str, here: str) -> str:
    kinds = f'<category term="{change.kind}" label="{escape(told.KIND[change.kind][lang])}"/>'
    about = "".join(
        f'<link rel="related" type="text/html" href="{here}{_measure_page(measure)}"/>' for measure in change.measures
    )
    about += "".join(f'<link rel="related" type="text/html" href="{here}{page}"/>' for page in change.pages)
    return (
        f"<entry>\n<id>{identity(lang, change.id)}</id>\n<title>{escape(change.title[lang])}</title>\n"
        f"<updated>{_moment(change)}</updated>\n<published>{_moment(change)}</published>\n"
        f'<link rel="alternate" type="text/html" href="{here}changes.html#{change.id}"/>\n{about}{kinds}\n'
        f'<content type="text">{escape(change.text[lang])}</content>\n</entry>\n'
    )


def _measure_page(measure: str) -> str:
    return "measures/index.html" if measure == EVERY else f"measures/{measure}.html"


def _moment(change: Change) -> str:
    """A day is all that is known: its beginning."""
    return f"{change.date}T00:00:00Z"
