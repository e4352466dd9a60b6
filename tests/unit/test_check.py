"""`measures check`: every kind of breach is named with file, line and key, and nothing is written."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from measures_py.authoring import read
from measures_py.authoring.check import check
from measures_py.authoring.confirm import confirm
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


def test_the_projects_own_data_pass() -> None:
    """Nothing is found in the data as they are."""
    assert [finding.message("en") for finding in check()] == []


def test_one_changed_chinese_character_names_the_english_that_went_stale(data: Path, edit: Edit) -> None:
    """A changed summary names its own English field, and only it, with the hash to set after checking."""
    edit("measures/m19.yml", "口岸检查后可以先提离口岸", "口岸检查后能够先提离口岸")

    finding = only(check(data))

    assert (finding.file, finding.key) == ("measures/m19.yml", "m19.summary.en")
    assert finding.line == line_of(data, "measures/m19.yml", "  en: >-\n    A business may take low-risk")
    assert "stale" in finding.en
    assert "中文改过" in finding.zh


def test_a_changed_sentence_differs_from_the_notice_and_stales_its_english(data: Path, edit: Edit) -> None:
    """One character of a sentence: not the notice any more, and its English went stale."""
    edit("measures/m19.yml", "等待实验室检测结果期间,企业可在", "等待实验室检测结果期间,企业可以在")

    keys = {finding.key for finding in check(data)}

    assert keys == {"m19.s2.zh", "m19.s2.en"}


def test_a_changed_notice_names_the_sentence_and_the_text(data: Path, edit: Edit) -> None:
    """The verbatim file itself cannot be altered unseen: the hash and the sentence are both named."""
    edit("notice.zh.txt", "货值不满10000元人民币", "货值不满20000元人民币")

    findings = check(data)

    assert {finding.key for finding in findings} == {"sha256", "m19.s2.zh"}
    assert any("不满20000元" in finding.en for finding in findings)


def test_confirming_clears_a_stale_field_and_touches_nothing_else(data: Path, edit: Edit) -> None:
    """`measures confirm m19.summary` writes that one hash in place, comments and layout kept."""
    edit("measures/m19.yml", "口岸检查后可以先提离口岸", "口岸检查后能够先提离口岸")
    before = (data / "measures/m19.yml").read_text(encoding="utf-8").splitlines()

    assert confirm(["m19.summary"], data) == ["m19.summary"]
    after = (data / "measures/m19.yml").read_text(encoding="utf-8").splitlines()

    assert check(data) == []
    assert [new.strip()[:3] for old, new in zip(before, after, strict=True) if old != new] == ["of:"]


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "expected"),
    [
        ("measures/m19.yml", "class: apply", "class: apply\ncolour: blue", "m19.colour", "unknown key"),
        ("measures/m19.yml", "class: apply", "class: maybe", "m19.class", "expected one of"),
        ("measures/m19.yml", "class: apply\n", "class: apply\nclass: use\n", "class", "given twice"),
        ("measures/m19.yml", "role: consent", "role: permission", "m19.s2.c7.role", "expected one of"),
        ("measures/m19.yml", "        en: with Customs’ consent\n", "", "m19.s2.c7", "the English is missing"),
        ("measures/m19.yml", "        zh: 经海关同意\n", "", "m19.s2.c7", "the Chinese is missing"),
        ("measures/m19.yml", "zh: 经海关同意\n", "zh: 经海关批准\n", "m19.s2.c7.zh", "not in its sentence"),
        ("measures/m19.yml", "en: with Customs’ consent\n", "en: with Customs’ approval\n", "m19.s2.c7.en", "not in its"),
        ("measures/m19.yml", "id: m19.s2.c7", "id: m19.s2.c6", "m19.s2.c6.id", "duplicate id"),
        ("measures/m19.yml", "about: m19.s2.c1\n", "about: m19.s2.c99\n", "m19.o1.about", "there is no m19.s2.c99"),
        ("measures/m19.yml", "- measure: m18", "- measure: m77", "m19.related[1].measure", "there is no m77"),
        ("measures/m19.yml", "ref: civil-code.art-1259", "ref: civil-code.art-1", "m19.background[1].ref", "there is no"),
        ("measures/m19.yml", "goods: [low-value]", "goods: [cheap]", "m19.tags.goods", "there is no cheap"),
        ("measures/m19.yml", "en: Low-risk, low-value goods leave port first", "en: Eligible low-risk goods", "m19.short_title.en", "not to be used"),
        ("measures/m19.yml", "worth less than RMB 10,000, in situations", "worth less than RMB 20,000, in situations", "m19.summary.en", "10000"),
        ("measures/m19.yml", "consents.\n", "agrees.\n", "m19.summary.en", "with Customs’ consent"),
        ("measures/m19.yml", "id: m19\n", "id: m19\nid2: [\n", "(file)", "not readable as YAML"),
        ("deadlines/duty-payment.yml", "{id: tariff-law.art-43,", "{id: tariff-law.art-430,", "duty-payment.tariff-law.art-430.id", "there is no"),
        ("deadlines/duty-payment.yml", "measures: [m14,", "measures: [m77,", "duty-payment.measures[1]", "there is no m77"),
        ("deadlines/duty-payment.yml", "not_before: declared", "not_before: tax", "duty-payment.inputs[2].not_before", "no input before"),
        ("deadlines/duty-payment.yml", "type: money", "type: one_of", "duty-payment.inputs[3]", "choices"),
        ("deadlines/duty-payment.yml", "basis: by_analogy", "basis: guess", "duty-payment.civil-code.art-201-204.basis", "expected one of"),
        ("deadlines/summary-duty-payment.yml", "ref: R13", "ref: R12", "summary-duty-payment.ref", "already used"),
        ("deadlines/fine-payment.yml", "en: pay the fine\n", "en: pay the fine by {safe}\n", "fine-payment.texts.act.zh", "{safe}"),
        ("savings/gate-trips.yml", "id: gate-trips", "id: gate-trip", "gate-trip.id", "should be named"),
        ("savings/gate-trips.yml", "ref: L7b", "ref: L7a", "gate-trips.ref", "already used"),
        ("savings/gate-trips.yml", "measures: [m20]", "measures: [m77]", "gate-trips.measures[1]", "there is no m77"),
        ("savings/gate-trips.yml", "{id: m20.s2.c8,", "{id: m20.s2.c88,", "gate-trips.m20.s2.c88.id", "there is no"),
        ("savings/gate-trips.yml", "type: money", "type: sum", "gate-trips.inputs[2].type", "expected one of"),
        ("savings/gate-trips.yml", "name: trip_cost", "name: trips", "gate-trips.inputs", "given twice"),
        ("savings/gate-trips.yml", "name: trip_cost", "name: cost", "gate-trips.lines", "there is no trip_cost"),
        ("savings/gate-trips.yml", '    trips: "60"', '    rides: "60"', "gate-trips.example.inputs.rides", "no such input"),
        ("savings/gate-trips.yml", '    trips: "60"\n', "", "gate-trips.example.inputs", "trips is missing"),
        ("savings/gate-trips.yml", "    type: money\n", '    type: money\n    otherwise: "400"\n', "gate-trips.inputs", "never a figure"),
        ("savings/gate-trips.yml", "    type: money\n", "    type: one_of\n", "gate-trips.inputs", "`choices` go with one_of"),
        ("savings/gate-trips.yml", "zh: 趟数×每趟的费用", "zh: 趟数[trips? ×每趟的费用]", "gate-trips.lines", "optional parts"),
        ("savings/gate-trips.yml", "main: permanent", "main: float", "gate-trips.main", "no line of that name"),
        ("savings/port-storage.yml", "free: storage_free", "free: storage_tiers_free", "port-storage.inputs", "no input before"),
        ("savings/port-storage.yml", "needs: [storage_tiers,", "needs: [storage,", "port-storage.needs[1]", "no input storage"),
        ("savings/port-storage.yml", "lever: fewer-checks", "lever: no-checks", "port-storage.excludes[1].lever", "no other lever"),
        ("savings/port-storage.yml", "lever: fewer-checks", "lever: port-storage", "port-storage.excludes[1].lever", "no other lever"),
        ("savings/domestic-freight.yml", "own: duty_rate", "own: duty", "domestic-freight.excludes[3].unless.own", "no such input"),
        ("savings/domestic-freight.yml", "use: duty_rate", "use: duty_share", "domestic-freight.inputs[3].use", "nothing shared"),
        ("savings/domestic-freight.yml", "    cite: deemed-insurance.3-permille\n", "", "domestic-freight.constants[1]", "`cite` is missing"),
        ("savings/domestic-freight.yml", "  - {id: vat-law.art-14, basis: verified_law}\n", "", "domestic-freight.cites", "vat-law.art-14 is missing"),
        ("savings-words.yml", "zh: 长期省下{amount}。", "zh: 长期省下。", "head_permanent_less.zh", "{amount}"),
        ("savings-explained.yml", "m43:", "m44:", "m44", "there is no such measure"),
        ("deadline-words.yml", "zh: 今天", "zh: 今日", "today.en", "stale"),
        ("calendar.yml", "2026-02-14, ", "", "years[1]", "2026-02-14"),
        ("public-ids.txt", "m19.s2\n", "m19.s2 retired 2026-01-01\n", "m19.s2", "retired"),
        ("public-ids.txt", "m19.s2\n", "", "m19.s2", "new public id"),
        ("public-ids.txt", "m19.s2\n", "m19.s2\nm19.s9\n", "m19.s9", "is gone"),
    ],
)  # fmt: skip
def test_each_kind_of_breach_is_found(
    data: Path, edit: Edit, name: str, old: str, new: str, key: str, expected: str
) -> None:
    """A breach is reported under its own key, in its own file, in both languages."""
    edit(name, old, new)

    findings = [finding for finding in check(data) if expected in finding.en]

    assert findings, "\n".join(finding.message("en") for finding in check(data))
    assert findings[0].key == key
    assert findings[0].file == name
    assert findings[0].line > 0
    assert any("一" <= letter <= "鿿" for letter in findings[0].zh)


@pytest.mark.parametrize(
    ("name", "old", "new", "file", "key", "expected"),
    [
        ("savings/gate-trips.yml", "measures: [m20]", "measures: []", "measures/m20.yml", "m20", "no savings lever"),
        ("savings/gate-trips.yml", "[m20]", "[m20, m05]", "savings-explained.yml", "m05", "or it has a lever"),
        ("savings-shared.yml", "0..100", "0..50", "savings/domestic-freight.yml", "domestic-freight.inputs", "never a figure"),
    ],
)  # fmt: skip
def test_a_breach_between_files_is_found_where_it_is_to_be_mended(
    data: Path, edit: Edit, name: str, old: str, new: str, file: str, key: str, expected: str
) -> None:
    """A measure without lever or sentence is named itself; a sentence too many, and a lever that uses a bad input, too."""
    edit(name, old, new)

    findings = {(finding.file, finding.key) for finding in check(data) if expected in finding.en}

    assert (file, key) in findings


def test_all_breaches_are_reported_at_once(data: Path, edit: Edit) -> None:
    """A broken file hides nothing in the others."""
    edit("measures/m19.yml", "class: apply", "class: maybe")
    edit("measures/m33.yml", "可以在货物实际进出口3个月前", "能在货物实际进出口3个月前")

    files = {finding.file for finding in check(data)}

    assert {"measures/m19.yml", "measures/m33.yml"} <= files


def test_checking_writes_nothing(data: Path, edit: Edit) -> None:
    """Findings or not, every file is as it was."""
    edit("measures/m19.yml", "class: apply", "class: maybe")

    def state() -> dict[str, str]:
        return {
            str(path.relative_to(data)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in data.rglob("*")
            if path.is_file()
        }

    before = state()
    check(data)

    assert state() == before


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("m06", "m06.s3.c7: 存放于沈阳关区", "m06.s3.c7: 存放于大连关区", "not in m06.s3.c7"),
        ("m06", "m06.s3.c7: 存放于沈阳关区", "m07.s2.c1: 检疫审批", "m06 has no m07.s2.c1"),
        ("m06", "is: shenyang", "is: atlantis", "atlantis is not among the choices"),
        ("m06", "fact: onsite_clear", "fact: removal_stage", "used 2 times in one limb"),
        ("m19", "fact: no_early_sale", "fact: promise", "there is no fact promise"),
        ("m19", "below: 10000.00", "below: 10000", "expected the form"),
        ("m19", "below: 10000.00", "within: 3 months after", "cannot test a fact of type money"),
        ("m19", "kind: consent", "kind: factual", "expected a kind of consent"),
        ("m18", "clause: m18.s2.c9", "clause: m18.s2.c5", "m18.s2.c9 (condition) is neither used nor waived"),
        ("m18", "clause: m18.s2.c9", "clause: m18.s2.c5", "a leaf uses this clause"),
        ("m16", "[dalian-district.all]", "[dalian-district.none]", "there is no dalian-district.none"),
    ],
)
def test_a_spoiled_rule_is_named(data: Path, edit: Edit, name: str, old: str, new: str, said: str) -> None:
    """Quotes, facts, values, operators, kinds, waivers and provisions of a rule are checked."""
    edit(f"../rules/{name}.yml", old, new)

    findings = [finding for finding in check(data) if finding.file.endswith(f"rules/{name}.yml")]

    assert any(said in finding.en for finding in findings), [finding.en for finding in findings]


def test_a_fact_that_nobody_asks_is_named(data: Path, edit: Edit) -> None:
    """Every fact is used by some rule."""
    edit("../rules/m19.yml", "fact: own_use", "fact: onsite_clear")

    assert any(finding.en == "no rule uses this fact" for finding in check(data))


def test_a_measure_without_a_rule_is_named(data: Path) -> None:
    """All 43 have one."""
    (data.parent / "rules" / "m42.yml").unlink()

    assert "there is no rule for this measure" in [finding.en for finding in check(data)]
