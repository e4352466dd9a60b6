"""What follows MkDocs: one folder for both languages, short addresses, the copy to take away."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
import zipfile
from html import escape
from pathlib import Path

from measures_py.model import LANGUAGES, Measure, Notice
from measures_py.site import words

ZIP = "measures-offline.zip"
MANIFEST = "manifest.json"
# The offline page says this where the online one names the archive; MkDocs keeps comments.
TAKE = "<!-- take -->"


def finish(notice: Notice, work: Path) -> None:
    """Make `work/site` from the two MkDocs outputs under `work/html` and the assets."""
    site = work / "site"
    for lang in LANGUAGES:
        target = site if lang == "zh" else site / lang
        shutil.copytree(work / "html" / lang, target, ignore=_only_pages, dirs_exist_ok=True)
    for shared in ("assets", "runtime"):
        shutil.copytree(work / shared, site / shared)
    names = json.loads((work / "docs" / "assets.json").read_text(encoding="utf-8"))
    for lang in LANGUAGES:
        for measure in notice.measures:
            _short_address(measure, lang, site, names["short.js"])
    if not os.environ.get("SITE_URL"):
        for sitemap in site.rglob("sitemap.xml*"):
            sitemap.unlink()
    _take_along(notice, site)


def _only_pages(_folder: str, names: list[str]) -> set[str]:
    """What MkDocs copied that is not a page: Material's own assets, our styles, packed sitemaps."""
    return {name for name in names if name in ("assets", "styles", "icon.svg") or name.endswith(".gz")}


def _short_address(measure: Measure, lang: str, site: Path, script: str) -> None:
    """`m/19.html` leads to `measures/m19.html` at the same anchor, with and without JavaScript."""
    folder = site / ("" if lang == "zh" else lang) / "m"
    folder.mkdir(parents=True, exist_ok=True)
    root = "../" if lang == "zh" else "../../"
    target = f"../measures/{measure.id}.html"
    base = os.environ.get("SITE_URL", "").rstrip("/")
    prefix = f"{base}/" + ("" if lang == "zh" else "en/") if base else "../"
    title = escape(f"{measure.number} {measure.short_title[lang]}")
    (folder / f"{measure.id[1:]}.html").write_text(
        f'<!doctype html>\n<html lang="{lang}" data-to="{target}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{prefix}measures/{measure.id}.html">\n'
        f'<script src="{root}assets/{script}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n</head>\n<body>\n<main>\n'
        f"<h1>{title}</h1>\n<p>{escape(words.numbered(words.MOVED, lang, measure.number))} "
        f'<a href="{target}">{title}</a></p>\n</main>\n</body>\n</html>\n',
        encoding="utf-8",
    )


def _take_along(notice: Notice, site: Path) -> None:
    """Pack the whole folder; then tell the online pages the archive's size and checksum."""
    pages = {lang: site / ("" if lang == "zh" else lang) / "offline.html" for lang in LANGUAGES}
    online = {lang: page.read_text(encoding="utf-8") for lang, page in pages.items()}
    for lang, page in pages.items():
        page.write_text(online[lang].replace(TAKE, _paragraph(words.IS_OFFLINE[lang])), encoding="utf-8")
    _manifest(notice, site)
    archive = site / ZIP
    _zip(site, archive)
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    (site / f"{ZIP}.sha256").write_text(f"{checksum}  {ZIP}\n", encoding="utf-8")
    size = f"{archive.stat().st_size / 1_000_000:.1f} MB"
    for lang, page in pages.items():
        href, label = ("" if lang == "zh" else "../") + ZIP, words.DOWNLOAD[lang].format(size)
        told = f'<p><a class="button" href="{href}" download>{label}</a></p>\n<p>SHA-256 <code>{checksum}</code></p>'
        page.write_text(online[lang].replace(TAKE, told), encoding="utf-8")


def _paragraph(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def _manifest(notice: Notice, site: Path) -> None:
    """The size and SHA-256 of every file, so that a copy can be checked."""
    files = {
        path.relative_to(site).as_posix(): {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    content = {"schema": 1, "notice_sha256": notice.sha256, "files": files}
    (site / MANIFEST).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _zip(site: Path, archive: Path) -> None:
    """One archive with the same bytes for the same site, its files in one folder `measures/`."""
    when = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")), 315532800))[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path != archive:
                entry = zipfile.ZipInfo(f"measures/{path.relative_to(site).as_posix()}", when)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                packed.writestr(entry, path.read_bytes())
