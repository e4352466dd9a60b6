"""Publishing: the finished site in a folder of a web server, with every file compressed beside it.

A host that takes precompressed files (nginx's `gzip_static` and `brotli_static`) then compresses nothing
itself, and the reader gets the smallest form there is. What was compressed once is kept by its content.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

from measures_py.site import runtime
from measures_py.site.build import swap
from measures_py.site.kept import kept, state
from measures_py.site.manifest import NAME as MANIFEST

# Formats that are compressed already; trying costs time and gains nothing.
PACKED = frozenset({".png", ".zip", ".pdf", ".gz", ".br"})
BEST = 11


class PublishError(Exception):
    """Nothing was published; the message says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files a reader can be sent, and their bytes as they are and in each compressed form."""

    files: int
    plain: int
    gzip: int
    brotli: int


def publish(site: Path, folder: Path, *, quality: int = BEST) -> Published:
    """Put the finished `site` into `folder` with `.gz` and `.br` beside each file that becomes smaller.

    Everything happens in a folder beside it that then takes its place. A file that says the same as in the
    last publication keeps its time, and with it the reader's copy. Raises PublishError when `site` is not a
    built site or `folder` is in use for something else. `quality` is brotli's, 0 to 11.
    """
    if not (site / "index.html").is_file():
        raise PublishError(f"{site / 'index.html'}: not there; run `measures build` first")
    if folder.exists() and not _ours(folder):
        raise PublishError(f"{folder}: not empty, and not a published site; nothing was changed")
    if folder.resolve().is_relative_to(site.resolve()) or site.resolve().is_relative_to(folder.resolve()):
        raise PublishError(f"{folder}: must not lie in the site, nor the site in it")
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site, fresh, ignore=shutil.ignore_patterns(".built"))
    paths = [path for path in sorted(fresh.rglob("*")) if path.is_file()]
    disk = _from_disk(fresh)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as together:
        sizes = list(
            together.map(lambda path: _beside(path, folder / path.relative_to(fresh), path in disk, quality), paths)
        )
    swap(fresh, folder)
    return Published(len(sizes), *(sum(size) for size in zip(*sizes, strict=True)))


def _ours(folder: Path) -> bool:
    """Whether the folder may be replaced: it is empty, or an earlier publication."""
    return folder.is_dir() and (not any(folder.iterdir()) or "notice_sha256" in _manifest(folder))


def _manifest(folder: Path) -> str:
    path = folder / MANIFEST
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _from_disk(site: Path) -> set[Path]:
    """The parts of Python that only a page opened from disk loads: never sent, and half the work."""
    folder = site / "runtime"
    parts = json.loads((folder / runtime.MANIFEST).read_text(encoding="utf-8"))["parts"]
    return {folder / part["disk"]["file"] for part in parts.values()}


def _beside(path: Path, last: Path, plain: bool, quality: int) -> tuple[int, int, int]:
    """Write the compressed forms of a file; its bytes plain, by gzip, by brotli."""
    content = path.read_bytes()
    if last.is_file() and last.stat().st_size == len(content) and last.read_bytes() == content:
        shutil.copystat(last, path)
    sizes = [len(content)]
    for suffix, form in () if plain or path.suffix in PACKED else _forms(content, quality):
        if len(form) < len(content):
            packed = path.with_name(path.name + suffix)
            packed.write_bytes(form)
            shutil.copystat(path, packed)
        sizes.append(min(len(form), len(content)))
    sizes += [len(content)] * (3 - len(sizes))
    return sizes[0], sizes[1], sizes[2]


def _forms(content: bytes, quality: int) -> Iterator[tuple[str, bytes]]:
    stated = state(content)
    yield ".gz", kept("gz", f"9 {stated}".encode(), lambda: gzip.compress(content, 9, mtime=0))
    versioned = f"{quality} {brotli.__version__} {stated}".encode()
    yield ".br", kept("br", versioned, lambda: brotli.compress(content, quality=quality))
