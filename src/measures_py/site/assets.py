"""The shared files of the site: one style sheet, a few classic scripts, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import material
import rcssmin
import rjsmin

from measures_py.model import LANGUAGES, Notice
from measures_py.site import search_index

PROJECT = Path(__file__).resolve().parents[3]
# What the pages with a calculation load, in this order: Python and what every form needs; dates, verdicts, savings;
# and what the page loads that checks a copy.
CALCULATORS = {
    "python": (
        "runtime/sha256",
        "runtime/transport",
        "runtime/client",
        "form/day",
        "form/progress",
        "form/download",
        "form/print",
        "form/form",
    ),
    "dates": ("dates/mine", "dates/form"),
    "finder": (
        "finder/state",
        "finder/fields",
        "finder/asking",
        "finder/board",
        "finder/steps",
        "finder/take",
        "finder/finder",
        "finder/check",
    ),
    "check": ("runtime/sha256", "check/judge", "check/sources", "check/changes", "check/page", "check/compare"),
    "savings": (
        "savings/tariff",
        "savings/figures",
        "savings/case",
        "savings/example",
        "savings/total",
        "savings/form",
    ),
}


def write(notice: Notice, clauses: Mapping[str, str], facts: str, folder: Path) -> dict[str, str]:
    """Write every asset into `folder`; the name each got, by the name it is asked for.

    Names carry the hash of the content, so that an asset never changes under its name; but what the search
    knows keeps its name, so that no page changes with the words of another.

    `clauses` are the scripts with what a click on a clause shows, by language; `facts` is the script
    that tells the finder its questions.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names: dict[str, str] = {}
    everything = ((name, text.encode("utf-8")) for name, text in _assets(notice, clauses, facts))
    for name, content in chain(everything, _icons()):
        stem, _, suffix = name.rpartition(".")
        state = "" if stem.startswith("search.") else f".{hashlib.sha256(content).hexdigest()[:8]}"
        names[name] = f"{stem}{state}.{suffix}"
        (folder / names[name]).write_bytes(content)
    return names


def _assets(notice: Notice, clauses: Mapping[str, str], facts: str) -> Iterator[tuple[str, str]]:
    yield "site.css", _styles()
    yield "icon.svg", (PROJECT / "theme" / "icon.svg").read_text(encoding="utf-8")
    scripts = PROJECT / "calculators" / "page"
    for name in ("early", "search-box", "filters", "notice", "short", "cite", "lost", "keep"):
        yield f"{name}.js", _script(scripts / f"{name}.js")
    yield "page.js", _script(scripts / "page.js") + _script(scripts / "offline.js")
    library = PROJECT / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    if not library.exists():
        raise FileNotFoundError(f"{library}: run `make setup` (npm packages are missing)")
    yield "search.js", _script(library) + _script(scripts / "search.js")
    for name, parts in CALCULATORS.items():
        text = "".join(_script(PROJECT / "calculators" / f"{part}.js") for part in parts)
        yield f"{name}.js", (facts if name == "finder" else "") + text
    for lang in LANGUAGES:
        yield f"search.{lang}.js", search_index.script(notice, lang)
        yield f"clauses.{lang}.js", clauses[lang]


def _icons() -> Iterator[tuple[str, bytes]]:
    for path in sorted((PROJECT / "theme" / "icons").iterdir()):
        yield path.name, path.read_bytes()


def _styles() -> str:
    """Material's typography and ours after it, as one sheet."""
    sheets = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    (theirs,) = sheets.glob("main.*.min.css")
    ours = sorted((PROJECT / "theme" / "styles").glob("*.css"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in (theirs, *ours))
    return str(rcssmin.cssmin(re.sub(r"/\*# sourceMappingURL=.*?\*/", "", text)))


def _script(path: Path) -> str:
    text = re.sub(r"^//# sourceMappingURL=.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return str(rjsmin.jsmin(text)) + "\n"
