"""The proof as the build keeps and shows it: counted right, done again when it must be, and never published broken."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from measures_py import proof as engine
from measures_py.authoring import read
from measures_py.authoring.rule_files import COVERED
from measures_py.proof.states import Breach
from measures_py.site import kept, proof, proof_page, rules
from measures_py.store import Store, store


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> read.Files:
    """The project's files, with a cache of its own and the cases where they can be edited."""
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(engine, "CASES", Path(shutil.copytree(engine.CASES, tmp_path / "cases")))
    return read.read_files()[0]


def test_the_counts_add_up(files: read.Files) -> None:
    """Every breakage is noticed by a case, refused by the check or accepted; states are those of the verdicts."""
    found = proof.proven(files, store())
    totals = found.totals
    assert found.holds
    assert totals["by_case"] + totals["by_check"] + totals["accepted"] == totals["mutants"]
    assert sum(times for times, _, _ in found.kinds.values()) == totals["mutants"]
    assert all(sum(limb.reached.values()) == limb.states for limb in found.limbs)
    assert (totals["limbs"], totals["dates"]) == (len(store().eligibility["limbs"]), sum(found.dates.values()))


def test_one_rule_counted_by_hand(files: read.Files) -> None:
    """Measure 6's grain: three yes-or-no outcomes of scope, one of conditions, each or unknown: 3^4 states; 7 cases."""
    [grain] = [limb for limb in proof.proven(files, store()).limbs if limb.id == "m06.grain"]
    assert (grain.facts, grain.states, grain.cases) == (4, 81, 7)
    # Blocked: the one condition fails (27 states), unless the scope is surely not met: no failed answer in 2^3 of them.
    assert grain.reached["blocked"] == 8
    # All three of the scope and the condition met, the six offices not listed.
    assert grain.reached["may_apply_customs_decides"] == 1
    assert grain.reached["not_applicable"] == (27 - 8) * 3


def test_the_cases_that_turn_on_a_clause_are_counted(files: read.Files) -> None:
    """Measure 19's consent stays open in the two cases where all else is met; the amount decides in four."""
    found = proof.proven(files, store()).clauses
    assert found["m19.s2.c7"] == 2
    assert found["m19.s2.c1"] == 4


def test_the_proof_is_kept_until_a_case_changes(files: read.Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build takes it from the cache; another case has it worked out anew."""
    first = proof.proven(files, store())
    runs: list[Store | None] = []
    original = engine.run

    def counting(known: Store | None = None) -> engine.Report:
        runs.append(known)
        return original(known, engine.CASES)

    monkeypatch.setattr(engine, "run", counting)
    assert proof.proven(files, store()) == first
    assert runs == []
    path = engine.CASES / "m42.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("service_nothing_to_apply", "blocked"), encoding="utf-8")
    found = proof.proven(files, store())
    assert len(runs) == 1
    assert not found.holds
    assert any("expected blocked" in line for line in found.told())


def test_a_counterexample_opens_the_finder_with_its_answers() -> None:
    """Amounts, sets and yes or no as the finder's fragment writes them."""
    answers = {"consignment_value": Decimal("9999.99"), "own_use": False, "goods": frozenset({"rice", "grain"})}
    assert (
        Breach("m19", "", answers).fragment == "v=1&consignment_value=9999.99&own_use=no&goods=grain,rice"  # type: ignore[arg-type]
    )


def test_every_clause_that_asks_something_is_covered() -> None:
    """Used or waived, none left, and as many as the measures have."""
    shown = rules.rules(read.notice(), store())
    covered = proof.coverage(shown)
    asking = [clause for measure in shown.notice.measures for clause in measure.clauses if clause.role in COVERED]
    counts = proof_page.counted(covered)
    assert counts["asking"] == len(asking)
    assert counts["none"] == 0
    assert counts["waived"] == sum(len(measure.waivers) for measure in shown.notice.measures) > 0


def test_a_clause_that_no_rule_uses_is_listed() -> None:
    """Without the waivers, exactly the clauses that had one are left."""
    notice = read.notice()
    chapters = tuple(
        replace(chapter, measures=tuple(replace(measure, waivers=()) for measure in chapter.measures))
        for chapter in notice.chapters
    )
    covered = proof.coverage(rules.rules(replace(notice, chapters=chapters), store()))
    left = {clause.id for item in covered for clause in item.none}
    assert left == {waiver.clause for measure in notice.measures for waiver in measure.waivers}


def test_the_recorded_time_is_a_program_s(files: read.Files) -> None:
    """The page quotes benchmarks/results/proof.json, whose counts are of a proof that held."""
    recorded = proof.record()
    assert 0 < recorded["figures"]["seconds"] < recorded["limit"] == 60
    assert recorded["machine"]["python"]
