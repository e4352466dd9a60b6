"""The copies to take away: one archive of the whole site with its checksum, and the document as a PDF.

Everything is made beside what it replaces. The site then gets its downloads, and last the pages that
name them, each file whole in one step.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any

from measures_py.model import LANGUAGES
from measures_py.site import build, dist_words, document, manifest, packing

ZIP = "measures-offline.zip"
CHECKSUM = f"{ZIP}.sha256"
DOWNLOADS = (ZIP, CHECKSUM, document.NAME)
PAGES = {"zh": "offline.html", "en": "en/offline.html"}
# The first day a zip archive can state.
EARLIEST = 315532800

Replaced = dict[str, bytes]


class DistError(Exception):
    """The copies cannot be made; the message says why and what to do."""


def dist(site: Path, folder: Path, pdf: Callable[[], bytes | None]) -> Path:
    """Make the copies of a built site in `folder`, and put them into the site as its downloads.

    `pdf` gives the document, or None where the copies are made without it. Raises DistError where the
    site is not as it was built.
    """
    known = _known(site)
    made, given = folder.with_name(f"{folder.name}.new"), site.with_name(f"{site.name}.downloads")
    try:
        for path in (made, given):
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir(parents=True)
        checksum = packing.archive(made / ZIP, _members(site, known), date())
        (made / CHECKSUM).write_text(f"{checksum}  {ZIP}\n", encoding="utf-8")
        if document_made := pdf():
            (made / document.NAME).write_bytes(document_made)
        _put(site, given, made, known, checksum)
        build.swap(made, folder)
    finally:
        for path in (made, given):
            shutil.rmtree(path, ignore_errors=True)
    return folder


def date() -> tuple[int, ...]:
    """What the files of the archive are dated: SOURCE_DATE_EPOCH, else the commit, else the earliest day."""
    stated = os.environ.get("SOURCE_DATE_EPOCH") or _committed()
    return time.gmtime(max(int(stated or EARLIEST), EARLIEST))[:6]


def _committed() -> str:
    try:
        asked = ["git", "log", "-1", "--format=%ct"]
        return subprocess.run(asked, cwd=build.PROJECT, check=False, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


def _known(site: Path) -> dict[str, Any]:
    try:
        known = manifest.read(site)
    except FileNotFoundError as error:
        raise DistError(f"{error.filename}: run `measures build` first") from error
    known.pop("downloads", None)
    return known


def _page(site: Path, lang: str, told: str) -> bytes:
    """The offline page of a language with these words in their place."""
    html = (site / PAGES[lang]).read_text(encoding="utf-8")
    found, count = manifest.TAKE.subn(lambda _: f"\n{told}\n", html)
    if count != 1:
        raise DistError(f"{PAGES[lang]}: no place for the download")
    return found.encode()


def _members(site: Path, known: dict[str, Any]) -> Iterator[packing.Member]:
    """First what to do with an archive; then every file of the site in one folder `measures/`, the manifest last."""
    first = "\ufeff" + dist_words.FIRST_TEXT.replace("\n", "\r\n")
    yield packing.member(dist_words.FIRST, first.encode("utf-8"))
    copy = {PAGES[lang]: _page(site, lang, f'<p class="note">{escape(dist_words.IS_COPY[lang])}</p>') for lang in PAGES}
    names = sorted(known["files"])
    with ThreadPoolExecutor() as together:
        yield from together.map(lambda name: _member(site, name, known, copy), names)
    for name, text in manifest.texts(_with(known, copy)).items():
        yield packing.member(f"measures/{name}", text)


def _member(site: Path, name: str, known: dict[str, Any], copy: Replaced) -> packing.Member:
    content = (site / name).read_bytes() if (site / name).is_file() else b""
    if manifest.stated(content) != known["files"][name]:
        raise DistError(f"{name}: not as it was built; run `measures build` again")
    return packing.member(f"measures/{name}", copy.get(name, content))


def _with(known: dict[str, Any], replaced: Replaced) -> dict[str, Any]:
    """The manifest with other contents of some files."""
    return known | {"files": known["files"] | {name: manifest.stated(text) for name, text in replaced.items()}}


def _put(site: Path, given: Path, made: Path, known: dict[str, Any], checksum: str) -> None:
    """Give the site what was made: first the downloads, then the pages and manifest that tell of them."""
    downloads = [name for name in DOWNLOADS if (made / name).is_file()]
    online = {PAGES[lang]: _page(site, lang, _offer(made, checksum, lang)) for lang in LANGUAGES}
    stated = {name: manifest.stated((made / name).read_bytes()) for name in downloads}
    texts = manifest.texts(_with(known, online) | {"downloads": stated})
    for name in downloads:
        shutil.copyfile(made / name, given / name)
    for name, text in (online | texts).items():
        (given / name).parent.mkdir(parents=True, exist_ok=True)
        (given / name).write_bytes(text)
    for name in (*downloads, *online, *texts):
        (given / name).replace(site / name)
    for name in set(DOWNLOADS) - set(downloads):
        (site / name).unlink(missing_ok=True)


def _offer(made: Path, checksum: str, lang: str) -> str:
    """The downloads as the site's offline page tells them."""
    up = "" if lang == "zh" else "../"
    label = dist_words.DOWNLOAD[lang].format(_size(made / ZIP))
    lines = [
        f'<p><a class="button" href="{up}{ZIP}" download>{escape(label)}</a></p>',
        f'<p class="small">SHA-256 <code>{checksum}</code> <a href="{up}{CHECKSUM}">'
        f"{escape(dist_words.CHECKSUM_FILE[lang])}</a></p>",
    ]
    if (made / document.NAME).is_file():
        label = dist_words.PDF[lang].format(_size(made / document.NAME))
        lines.append(
            f'<p><a href="{up}{document.NAME}" download>{escape(label)}</a> '
            f'<span class="small">{escape(dist_words.PDF_NOTE[lang])}</span></p>'
        )
    return "\n".join(lines)


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1_000_000:.1f} MB"
