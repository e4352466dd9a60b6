"""Python for the reader's browser: each part as a plain file for http and as a classic script for a page from disk."""

from __future__ import annotations

import base64
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rjsmin

from measures_py.authoring.compile import compiled
from measures_py.authoring.read import Files
from measures_py.site import bytecode, packing
from measures_py.site.assets import PROJECT
from measures_py.site.bytecode import PYODIDE

MANIFEST = "manifest.json"
SCRIPT = "manifest.js"
LICENCES = "licences.txt"
# Everything that a first calculation transfers, gzip.
BUDGET = 4_400_000


@dataclass(frozen=True)
class Part:
    """One part of the runtime: what it is called, how its file ends, its bytes."""

    id: str
    suffix: str
    content: bytes


def write(files: Files, folder: Path) -> None:
    """Write the runtime into `folder`, with its manifest as JSON and as a classic script.

    Each part is a plain file and, under `disk/`, a classic script with the same bytes as gzip and
    base64. The names of parts carry the hash of their content, so a part never changes under its name; the
    manifest keeps its name, so that no page changes with a part. Raises FileNotFoundError when npm's packages
    are missing, bytecode.PackingError when a step refuses.
    """
    (folder / "disk").mkdir(parents=True, exist_ok=True)
    stated = manifest(_all_written(parts(files), folder))
    text = json.dumps(stated, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    (folder / LICENCES).write_text(_licences(stated["pyodide"]), encoding="utf-8")
    script = f"self.measuresRuntime={json.dumps(stated, separators=(',', ':'), sort_keys=True)};\n"
    (folder / SCRIPT).write_text(script, encoding="utf-8")


def parts(files: Files) -> list[Part]:
    """The worker's script, Pyodide's WebAssembly, the trimmed library, and our modules."""
    library, ours = bytecode.library_and_ours(store(files))
    return [
        Part("worker", "js", worker()),
        Part("wasm", "wasm", (PYODIDE / "pyodide.asm.wasm").read_bytes()),
        Part("library", "zip", library),
        Part("measures", "bundle", ours),
    ]


def store(files: Files) -> bytes:
    """What the engine knows, as the file that our modules read in the browser."""
    return compiled(files).encode()


def worker() -> bytes:
    """One classic script: Pyodide as npm has it, and our worker after it."""
    ours = (PROJECT / "calculators" / "runtime" / "worker.js").read_text(encoding="utf-8")
    theirs = [(PYODIDE / name).read_text(encoding="utf-8") for name in ("pyodide.asm.js", "pyodide.js")]
    lines = [line for text in theirs for line in text.splitlines() if not line.startswith("//# sourceMappingURL=")]
    return "\n".join([*lines, str(rjsmin.jsmin(ours)), ""]).encode()


def manifest(stated: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The versions, and for each part its files with their sizes and SHA-256."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    package = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    return {"schema": 1, "pyodide": package["version"], "info": lock["info"], "parts": stated}


def transfer(site: Path) -> int:
    """The gzip bytes that a first calculation in a built site transfers over http, beside its page."""
    stated = json.loads((site / "runtime" / MANIFEST).read_text(encoding="utf-8"))
    scripts = [site / "runtime" / SCRIPT, *(site / "assets").glob("python.*.js")]
    small = sum(len(packing.gzipped(path.read_bytes())) for path in scripts)
    return small + sum(int(part["gzip"]) for part in stated["parts"].values())


def _all_written(parts: list[Part], folder: Path) -> dict[str, dict[str, Any]]:
    with ThreadPoolExecutor() as together:
        stated = together.map(lambda part: _written(part, folder), parts)
        return {part.id: files for part, files in zip(parts, stated, strict=True)}


def _written(part: Part, folder: Path) -> dict[str, Any]:
    packed = packing.gzipped(part.content)
    text = base64.b64encode(packed).decode("ascii")
    script = f'(self.measuresParts=self.measuresParts||{{}}).{part.id}="{text}";\n'.encode()
    return {
        "file": _named(folder, part.id, part.suffix, part.content),
        "bytes": len(part.content),
        "gzip": len(packed),
        "sha256": _sha256(part.content),
        "disk": {
            "file": "disk/" + _named(folder / "disk", part.id, "js", script),
            "bytes": len(script),
            "sha256": _sha256(script),
        },
    }


def _named(folder: Path, stem: str, suffix: str, content: bytes) -> str:
    name = f"{stem}.{_sha256(content)[:8]}.{suffix}"
    (folder / name).write_bytes(content)
    return name


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _licences(version: str) -> str:
    return (
        f"Pyodide {version}, Mozilla Public License 2.0. Source: https://github.com/pyodide/pyodide/tree/{version}\n"
        "CPython and its standard library, PSF License Agreement. Source: https://github.com/python/cpython\n"
        "measures, MIT License.\n"
    )
