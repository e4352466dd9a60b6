"""What a site consists of: every file with its size and SHA-256, every page with its title and its words' hash.

`manifest.json` is for people and programs; `manifest.js` says the same to a page that was opened from disk,
which may load scripts and nothing else. With them a copy can be checked, and compared with an older one.
"""

from __future__ import annotations

import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

from measures_py.model import LANGUAGES

NAME = "manifest.json"
SCRIPT = "manifest.js"
# What stands between these on the offline page is not the same on the site and in the copy.
TAKE = re.compile(r"(?<=<!-- take -->).*?(?=<!-- taken -->)", re.DOTALL)

_TITLE = re.compile(r"<title>\s*(.*?)(?: - [^-<]*)?</title>", re.DOTALL)
_ARTICLE = re.compile(r'<article class="md-typeset">(.*?)(?:<nav class="neighbours"|</article>\s*</div>)', re.DOTALL)


def write(site: Path, notice: str) -> None:
    """Write the manifest of the files that lie in the site, once as JSON and once as a script."""
    own = (site / NAME, site / SCRIPT)
    paths = [path for path in sorted(site.rglob("*")) if path.is_file() and path not in own]
    with ThreadPoolExecutor() as together:
        known = list(together.map(lambda path: stated(path.read_bytes()), paths))
    files = {path.relative_to(site).as_posix(): file for path, file in zip(paths, known, strict=True)}
    content = {"schema": 1, "notice_sha256": notice, "pages": _pages(site, files), "files": files}
    for name, text in texts(content).items():
        (site / name).write_bytes(text)


def stated(content: bytes) -> dict[str, Any]:
    """What a manifest says of a file."""
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def read(site: Path) -> dict[str, Any]:
    """The manifest of a site. Raises FileNotFoundError where there is none."""
    content: dict[str, Any] = json.loads((site / NAME).read_text(encoding="utf-8"))
    return content


def texts(content: dict[str, Any]) -> dict[str, bytes]:
    """A manifest as its two files, by name; the script also states the other."""
    text = (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
    whole = content | {"files": content["files"] | {NAME: stated(text)}}
    script = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return {NAME: text, SCRIPT: f"self.measuresManifest={script};\n".encode()}


def _pages(site: Path, files: dict[str, Any]) -> dict[str, Any]:
    """Title and hash of the words of each page in each language, by its path under the language's folder.

    The hash covers what is particular to the page: not its frame, nor the names of scripts, which change for
    all pages at once.
    """
    pages: dict[str, Any] = {}
    for name in (name for name in files if name.endswith(".html") and not name.startswith("en/")):
        said = {}
        for lang in LANGUAGES:
            path = site / ("" if lang == "zh" else lang) / name
            html = path.read_text(encoding="utf-8") if path.is_file() else ""
            title, article = _TITLE.search(html), _ARTICLE.search(html)
            if title and article:
                words = hashlib.sha256(TAKE.sub("", article[1]).encode("utf-8")).hexdigest()[:12]
                said[lang] = {"title": " ".join(unescape(title[1]).split()), "words": words}
        if said and name != "404.html":
            pages[name] = said
    return pages
