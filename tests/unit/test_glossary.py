"""Glossary terms: how they are found in Chinese, what counts as their English, and where they must stand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from measures_py.authoring import read
from measures_py.authoring.glossary import Glossary, stems
from measures_py.model import LongerWord, Term, Text
from tests.conftest import PROJECT


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
