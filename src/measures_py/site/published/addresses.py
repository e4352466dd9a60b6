"""Where things stand in the site, as paths from its root, in each language."""

from __future__ import annotations

from measures_py.model import LANGUAGES, Measure

FOLDER = {"zh": "", "en": "en/"}


def page(lang: str, name: str) -> str:
    """A page of one language."""
    return FOLDER[lang] + name


def both(name: str) -> dict[str, str]:
    """A page in both languages."""
    return {lang: page(lang, name) for lang in LANGUAGES}


def measure(measure: Measure, lang: str) -> str:
    """The page of a measure."""
    return page(lang, f"measures/{measure.id}.html")


def upward(path: str) -> str:
    """The way from a page to the site's root: empty, or `../` for each folder."""
    return "../" * path.count("/")
