"""A copy of the project's data that a test may spoil, and ways to read what is found then."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from measures_py.authoring import read
from measures_py.authoring.findings import Finding

Edit = Callable[[str, str, str], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the project's data that a test may spoil."""
    shutil.copytree(read.DATA.parent / "rules", tmp_path / "rules")
    return Path(shutil.copytree(read.DATA, tmp_path / "notice"))


@pytest.fixture
def edit(data: Path) -> Edit:
    """Replaces one text in one file of the copy; the text must be there."""

    def replace(name: str, old: str, new: str) -> None:
        path = data / name
        content = path.read_text(encoding="utf-8")
        assert old in content, f"{name} does not contain {old!r}"
        path.write_text(content.replace(old, new, 1), encoding="utf-8")

    return replace


def line_of(data: Path, name: str, text: str) -> int:
    """The line on which a text first stands in a file."""
    content = (data / name).read_text(encoding="utf-8")
    return content[: content.index(text)].count("\n") + 1


def only(findings: list[Finding]) -> Finding:
    """The single finding; the message shows all when there are more."""
    assert len(findings) == 1, "\n".join(finding.message("en") for finding in findings)
    return findings[0]
