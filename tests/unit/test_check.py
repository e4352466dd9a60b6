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
    ("name", "old", "new", "key", "term"),
    [
        ("deadlines/laboratory-wait.yml", "Goods removed first", "Goods released first", "laboratory-wait.texts.what_counts.en", "提离"),
        ("deadline-words.yml", "ask the\n    competent customs office first", "ask the\n    authority first", "head_boundary.en", "主管海关"),
        ("facts/trade.yml", "the place of production of the rice", "the paddy of the rice", "rice_northeast.label.en", "产地"),
        ("../rules/m02.yml", "the recommendation for overseas registration as", "the recommendation as", "m02.next.en", "对外注册推荐"),
        ("background/gacc-2024-32.yml", "the\n        advance ruling expires", "the\n        ruling expires", "gacc-2024-32.extension.says.en", "预裁定"),
        ("background/mof-2026-16.yml", "the GACC", "the customs administration", "mof-2026-16.number.en", "海关总署"),
        ("tags.yml", "Declaration and customs transit", "Declaration and transit", "declaration.en", "转关"),
        ("glossary.yml", "Aquatic products kept chilled", "Kept chilled", "[60].note.en", "水产品"),
        ("measures/m19.yml", "with Customs’ consent, remove", "with consent, remove", "m19.s2.en", "经海关同意"),
    ],
)  # fmt: skip
def test_a_term_without_its_english_is_found_in_every_kind_of_file(
    data: Path, edit: Edit, name: str, old: str, new: str, key: str, term: str
) -> None:
    """Date rules, facts, rules, background, tags, notes and sentences alike: file, line, key, term."""
    line = line_of(data, name, old)
    edit(name, old, new)

    found = [finding for finding in check(data) if f"“{term}” should appear as" in finding.en]

    assert [(finding.file.split("/")[-1], finding.key) for finding in found] == [(name.split("/")[-1], key)]
    assert 0 <= line - found[0].line <= 4


def test_a_loose_term_may_be_left_out_of_explanations_and_not_of_the_notice(data: Path, edit: Edit) -> None:
    """海关 may go unsaid in a question of ours; a sentence of the notice and a measure’s summary must name it."""
    edit("facts/business.yml", "that you want to tell Customs about", "that you want to tell about")
    assert check(data) == []

    edit("measures/m39.yml", "minor violation”, Customs imposes no", "minor violation”, there is no")
    edit("measures/m03.yml", "shellfish for export, Customs changes", "shellfish for export, it changes")

    found = [finding for finding in check(data) if "“海关” should appear as “Customs”" in finding.en]
    assert [finding.key for finding in found] == ["m03.summary.en", "m39.s3.en"]


def test_an_exception_excuses_one_text_only_while_it_is_needed(data: Path, edit: Edit) -> None:
    """Any text may carry a reasoned exception; one without a reason or without need is a finding."""
    said = "      en: What is the advance ruling to be about?\n"
    excuse = "      glossary_exceptions:\n        - term: 预裁定\n"
    edit("facts/certificates.yml", said, said.replace("advance ruling", "ruling") + excuse)
    assert "the key “why” is missing" in {finding.en for finding in check(data)}

    edit("facts/certificates.yml", excuse, excuse + "          why: the question before it says so\n")
    assert check(data) == []

    edit("facts/certificates.yml", "What is the ruling", "What is the advance ruling")
    finding = only(check(data))
    assert finding.key == "ruling_matter.label.glossary_exceptions[1]"
    assert "no longer needed" in finding.en


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("zh: 出境口岸海关", "zh: 出境口岸", "should be a longer word that contains “口岸海关”"),
        ("zh: 世界海关组织", "zh: 欧洲海关联盟", "occurs nowhere"),
        (
            "  en: zone checkpoint\n",
            "  en: zone checkpoint\n  loose: {zh: 小, en: small, of: 000000000000}\n",
            "nowhere left out",
        ),
    ],
)
def test_leave_that_nothing_needs_is_named(data: Path, edit: Edit, old: str, new: str, expected: str) -> None:
    """A longer word contains its term and occurs; a term is loose only where some text leaves it out."""
    edit("glossary.yml", old, new)

    assert any(expected in finding.en for finding in check(data)), [finding.en for finding in check(data)]


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
