"""Files deflated once: as gzip for a page opened from disk, and as members of the copy to take away.

`zipfile` deflates every member itself, one after the other. Most of the copy is the runtime, which
is deflated already when the copy is packed; so the archive is written here, from members that were
deflated side by side.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from measures_py.site.kept import kept

LEVEL = 6
# What is worth keeping for the next build: the parts of the runtime that hardly ever change.
LARGE = 500_000

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UNIX, _UTF8, _DEFLATED = 20, 3 << 8, 0x800, 8
_MODE = 0o100644 << 16
_MOST_FILES, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Member:
    """A file on its way into an archive: its name there, its size and checksums, and its bytes deflated."""

    name: str
    size: int
    crc: int
    sha256: str
    packed: bytes


def deflated(content: bytes) -> bytes:
    """The bytes as a raw deflate stream; large ones are taken from `build/cache` where they are known."""
    if len(content) < LARGE:
        return _deflate(content)
    stated = f"{LEVEL} {zlib.ZLIB_RUNTIME_VERSION} {hashlib.sha256(content).hexdigest()}".encode()
    return kept("deflated", stated, lambda: _deflate(content))


def gzipped(content: bytes) -> bytes:
    """The bytes as a gzip file without a date."""
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return header + deflated(content) + struct.pack("<2L", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def member(name: str, content: bytes) -> Member:
    """A file with these bytes, ready to be written into an archive under `name`."""
    return Member(name, len(content), zlib.crc32(content), hashlib.sha256(content).hexdigest(), deflated(content))


def archive(path: Path, members: Iterable[Member], when: tuple[int, ...]) -> str:
    """Write a zip archive of the members in their order, each dated `when` (year to second); its SHA-256.

    Raises ValueError where the archive would need more than the plain zip format can state.
    """
    year, month, day, hour, minute, second = when
    moment = (hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day)
    entries: list[bytes] = []
    checksum = hashlib.sha256()
    offset = 0
    with path.open("wb") as file:

        def put(*pieces: bytes) -> None:
            nonlocal offset
            for piece in pieces:
                checksum.update(piece)
                offset += file.write(piece)

        for item in members:
            name = item.name.encode("utf-8")
            stated = (_UTF8, _DEFLATED, *moment, item.crc, len(item.packed), item.size, len(name), 0)
            entries.append(_CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, _VERSION, *stated, 0, 0, 0, _MODE, offset) + name)
            put(_LOCAL.pack(b"PK\3\4", _VERSION, *stated), name, item.packed)
        start = offset
        put(*entries)
        if len(entries) > _MOST_FILES or offset > _MOST_BYTES:
            raise ValueError(f"{path}: {len(entries)} files, {offset} bytes")
        put(_END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), offset - start, start, 0))
    return checksum.hexdigest()


def _deflate(content: bytes) -> bytes:
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()
