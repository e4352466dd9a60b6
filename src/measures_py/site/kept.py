"""What a build works out once and keeps under `build/cache` until something that it rests on changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from measures_py.site.assets import PROJECT

CACHE = PROJECT / "build" / "cache"


def kept(kind: str, stated: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, or gave when the same was stated before: all that it rests on, code included."""
    path = CACHE / f"{kind}-{state(stated)}"
    if not path.is_file():
        content = make()
        folder()
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)
    return path.read_bytes()


def folder() -> Path:
    """The folder of what is kept."""
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE


def state(content: bytes) -> str:
    """The SHA-256 of a content, in hex."""
    return hashlib.sha256(content).hexdigest()
