"""Agreement of the two languages: figures and codes, and words never used."""

from __future__ import annotations

import pytest

from measures_py.authoring.language import FORBIDDEN, disagreements


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("不满10000元", "less than RMB 10,000"),
        ("3个月前", "at least three months before"),
        ("有效期由半年延长至1年", "from six months to one year"),
        ("2024年12月1日起", "from December 1, 2024"),
        ("100万元以下", "at most RMB 1,000,000"),
        ("第一千二百五十九条", "art. 1259"),
        ("海关9610监管模式", "customs supervision code 9610"),
        ("免办CCC认证", "exempt from CCC"),
    ],
)
def test_the_same_figures_in_two_spellings_agree(zh: str, en: str) -> None:
    """A figure may be digits, a word or a month’s name."""
    assert list(disagreements(zh, en)) == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("不满10000元", "less than RMB 1,000", [("10000", "en"), ("1000", "zh")]),
        ("滞纳金0.05%", "a late charge of 0.5%", [("0.05", "en"), ("0.5", "zh")]),
        ("免办CCC认证", "exempt from certification", [("CCC", "en")]),
        ("企业可以申请", "a business may apply within 30 days", [("30", "zh")]),
    ],
)
def test_differing_figures_are_named(zh: str, en: str, expected: list[tuple[str, str]]) -> None:
    """What stands in one language only is named with the language that lacks it."""
    assert list(disagreements(zh, en)) == expected


@pytest.mark.parametrize("word", ["eligible", "Eligibility", "ineligible", "you qualify for it"])
def test_promises_are_forbidden(word: str) -> None:
    """The English never says that anybody is eligible."""
    assert FORBIDDEN.search(word)
