"""What the build made before from the same bytes, kept under `build/cache`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable

from measures_py.site.assets import PROJECT

CACHE = PROJECT / "build" / "cache"


def kept(kind: str, stated: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, or gave when the same was stated before; `stated` is all that it depends on."""
    path = CACHE / f"{kind}-{hashlib.sha256(stated).hexdigest()}"
    if not path.is_file():
        content = make()
        CACHE.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)
    return path.read_bytes()
