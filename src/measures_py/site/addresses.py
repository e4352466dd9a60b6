"""Where each public id can be reached: the pages and anchors that other people's links rely on.

The one place that knows them. The templates set the anchors; `verify` proves that each is there; what
was retired keeps a note at its old place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from measures_py.authoring.public_ids import Entry

# Ids of these kinds begin with the kind; the rest is the anchor on its page.
_PAGES = {
    "fact": ("finder.html", "q-"),
    "deadline": ("deadlines.html", ""),
    "saving": ("savings.html", ""),
    "change": ("changes.html", ""),
}
_FRAME = ("chapter", "preamble", "attachment")


class Retired(NamedTuple):
    """A public id that is no longer used, and where its note or its way on stands."""

    id: str
    date: str
    page: str
    anchor: str
    see: str


def of(id: str) -> tuple[str, ...]:
    """Every address of a public id, relative to a language's folder; an address is an id of its own."""
    if is_address(id):
        return (id,)
    kind, _, rest = id.partition(".")
    if kind in _PAGES:
        page, prefix = _PAGES[kind]
        return (f"{page}#{prefix}{rest}",)
    if kind == "limb":
        measure, _, limb = rest.partition(".")
        return (f"measures/{measure}.html#{limb_anchor(limb)}",)
    if id.startswith(_FRAME):
        return (f"notice.html#{kind}",)
    if not _is_measure(kind):
        return (f"background.html#{background(id)}",)
    if not rest:
        return (f"measures/{kind}.html", f"m/{kind[1:]}.html", f"notice.html#{kind}")
    anchor = rest.replace(".", "-")
    whole = (f"notice.html#{kind}-{anchor}",) if anchor.startswith("s") and "-" not in anchor else ()
    return (f"measures/{kind}.html#{anchor}", f"m/{kind[1:]}.html#{anchor}", *whole)


def is_address(id: str) -> bool:
    """Whether a public id is the address of a file in the site's folder."""
    return id.endswith((".html", ".json", ".csv", ".xml", ".txt"))


def limb_anchor(limb: str) -> str:
    """The anchor of an alternative of a measure, by its name; the only one of a measure has none."""
    return f"limb-{limb}" if limb else "rule"


def background(provision: str) -> str:
    """The anchor of a background rule, on the page of all and on those of the measures that it bears on."""
    return f"rule-{provision.replace('.', '-')}"


def retired(listed: Iterable[Entry]) -> Iterator[Retired]:
    """What was retired, at each of its old addresses; `see` is the address of what replaces it, or empty."""
    for entry in listed:
        if not entry.retired:
            continue
        see = next(iter(of(entry.see)), "") if entry.see else ""
        for address in of(entry.id):
            page, _, anchor = address.partition("#")
            yield Retired(entry.id, entry.retired, page, anchor, see)


def _is_measure(word: str) -> bool:
    return word[:1] == "m" and word[1:].isdecimal()
