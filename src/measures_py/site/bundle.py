"""A bundle: files in one piece, from which Python in the browser imports without searching an archive.

`calculators/python/_pyodide/__init__.py` reads it there: the bytes of each file by its path, as
`marshal` writes them, deflated.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Mapping

# Before references were written: whether one is depends on who else holds the object.
WITHOUT_REFERENCES = 2


def bundled(files: Mapping[str, bytes]) -> bytes:
    """The files in one piece, with the same bytes for the same files."""
    return zlib.compress(marshal.dumps({name: files[name] for name in sorted(files)}, WITHOUT_REFERENCES), 9)


def files(content: bytes) -> dict[str, bytes]:
    """The files in a bundle, by their path."""
    found: dict[str, bytes] = marshal.loads(zlib.decompress(content))  # noqa: S302 - what this build has written
    return found
