"""Public ids and addresses are permanent."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from measures_py.authoring import public_ids
from measures_py.authoring.read import DATA, PROJECT

FILE = "src/measures_py/notice/public-ids.txt"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=PROJECT, check=True, capture_output=True, text=True).stdout


def test_the_list_has_only_grown() -> None:
    """Every id that any committed version of the list had is still in it."""
    if not shutil.which("git") or not (PROJECT / ".git").exists():
        pytest.skip("not a git checkout")
    now = {entry.id for entry in public_ids.entries(DATA / public_ids.NAME)}

    for commit in _git("log", "--format=%H", "--", FILE).split():
        then = {line.split()[0] for line in _git("show", f"{commit}:{FILE}").splitlines() if line and line[0] != "#"}
        assert then - now == set(), commit


def test_every_kind_of_address_is_listed() -> None:
    """Sentences, clauses, open points, provisions, pages and short addresses in both languages are promised."""
    listed = {entry.id for entry in public_ids.entries(DATA / public_ids.NAME)}

    expected = {"m07", "m07.s2", "m07.s2.c1", "m19.o1", "civil-code.art-1259", "preamble.s1", "attachment.s1"}
    expected |= {"measures/m07.html", "en/measures/m07.html", "m/07.html", "en/m/43.html", "glossary.html"}
    assert expected <= listed
