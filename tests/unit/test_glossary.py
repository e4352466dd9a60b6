"""Glossary terms: how they are found in Chinese, what counts as their English, and where they must stand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from measures_py.authoring import read
from measures_py.authoring.check import check
from measures_py.authoring.glossary import Glossary, stems
from measures_py.model import LongerWord, Term, Text
from tests.conftest import PROJECT
from tests.unit.conftest import Edit, line_of, only


def _term(zh: str, en: str, *variants: str, longer: tuple[LongerWord, ...] = ()) -> Term:
    return Term(zh, en, variants, Text("", ""), (), longer)


def _missing(glossary: Glossary, zh: str, en: str) -> list[str]:
    return [word.zh for word in glossary.missing(zh, en)]


def test_the_longest_term_counts() -> None:
    """口岸海关 is one term: its parts need not appear by themselves."""
    glossary = Glossary(
        [_term("口岸", "harbor"), _term("海关", "office"), _term("口岸海关", "customs at the port of entry")]
    )

    assert _missing(glossary, "经口岸海关同意", "with the consent of customs at the port of entry") == []


def test_of_overlapping_terms_the_longest_counts_wherever_it_begins() -> None:
    """口岸海关监管区 is a supervision area at a port, although 口岸海关 begins first."""
    glossary = Glossary(
        [_term("口岸", "port"), _term("口岸海关", "port customs"), _term("海关监管区", "customs supervision area")]
    )

    assert [word.zh for word in glossary.occurring("进境地口岸海关监管区")] == ["海关监管区", "口岸"]
    assert _missing(glossary, "口岸海关监管区", "the customs supervision area of the port") == []


def test_a_term_inside_another_word_is_not_that_term() -> None:
    """原产地 is no 产地; alone or in both, each must have its own English."""
    glossary = Glossary([_term("产地", "place of production"), _term("原产地", "origin")])

    assert _missing(glossary, "原产地证书", "certificate of origin") == []
    assert _missing(glossary, "原产地不是产地", "the origin is something else") == ["产地"]


def test_a_longer_word_has_its_own_english() -> None:
    """世界海关组织 is not the customs authority, but its own name must stand; beside it 海关 still counts."""
    glossary = Glossary([_term("海关", "Customs", longer=(LongerWord("世界海关组织", ("WCO",)),))])

    assert _missing(glossary, "世界海关组织的标准", "a standard of the WCO") == []
    assert _missing(glossary, "世界海关组织的标准", "a standard of Customs") == ["世界海关组织"]
    assert _missing(glossary, "海关采用世界海关组织的标准", "the WCO standard is used") == ["海关"]


def test_inflected_and_quoted_forms_count_and_other_words_do_not() -> None:
    """Plurals and verb forms are the same word; a synonym is not."""
    glossary = Glossary([_term("支持", "support"), _term("木质包装", "wood packaging", "wooden packing")])

    assert _missing(glossary, "支持木质包装", "Customs supports “wood packaging”") == []
    assert set(_missing(glossary, "支持木质包装", "Customs helps with timber crates")) == {"支持", "木质包装"}


def test_a_word_that_only_contains_the_english_does_not_count() -> None:
    """An import is no port."""
    glossary = Glossary([_term("口岸", "port")])

    assert _missing(glossary, "口岸", "imports and exports are reported") == ["口岸"]
    assert _missing(glossary, "口岸", "at ports, too") == []


def test_stems_are_whole_words() -> None:
    """The words of a text, each by its stem, fenced by spaces so that parts of words do not match."""
    assert stems("The ports’ Businesses: re-exported") == " the port busi re export "


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
        ("savings/tests-and-visits.yml", "says “as a rule”", "says “in principle”", "tests-and-visits.caveats[1].en", "原则上"),
        ("glossary.yml", "Aquatic products kept chilled", "Kept chilled", "[60].note.en", "水产品"),
        ("measures/m19.yml", "with Customs’ consent, remove", "with consent, remove", "m19.s2.en", "经海关同意"),
    ],
)  # fmt: skip
def test_a_term_without_its_english_is_found_in_every_kind_of_file(
    data: Path, edit: Edit, name: str, old: str, new: str, key: str, term: str
) -> None:
    """Date rules, facts, rules, background, tags, savings, notes and sentences alike: file, line, key, term."""
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


def _pairs_in_code() -> Iterator[tuple[str, str, str]]:
    """Where Python itself says something in both languages: the place, the Chinese, the English."""
    for path in sorted((PROJECT / "src/measures_py").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call | ast.Dict):
                continue
            parts = node.args if isinstance(node, ast.Call) else node.values
            texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            for zh, en in pairwise(texts):
                if _has_han(zh) and not _has_han(en):
                    yield f"{path.name}:{node.lineno}", zh, en


def _has_han(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def test_the_words_in_the_code_are_the_glossarys_too() -> None:
    """Labels and sentences of the pages and answers keep to the glossary as explanations in the data do."""
    glossary = Glossary(read.notice().terms)
    pairs = list(_pairs_in_code())

    missed = [(where, word.zh, en) for where, zh, en in pairs for word in glossary.missing(zh, en) if not word.loose]

    assert len(pairs) > 200
    assert missed == []
