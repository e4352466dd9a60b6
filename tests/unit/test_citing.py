"""Citations: what is copied for a paper, a letter, a chat or a page."""

from __future__ import annotations

from measures_py.model import Notice
from measures_py.site import citing


def _cited(notice: Notice, lang: str) -> list[str]:
    """Each citation of measure 19 as copied on 2026-11-28 from https://example.org/."""
    return [
        f"{c.before}{c.accessed.format('2026-11-28')}{c.between}https://example.org/{c.path}{c.after}"
        for c in citing.citations(notice, notice.measure("m19"), lang)
    ]


def test_a_measure_is_cited_in_the_forms_of_both_languages(notice: Notice) -> None:
    """GB/T 7714-2015, 8.3: author. title[EB/OL]. [day of access]. address. No date of the notice is claimed."""
    zh, en = _cited(notice, "zh"), _cited(notice, "en")

    assert zh[0] == (
        "大连海关. 大连海关43项惠企措施 第19项：实施“低风险、低价值”商品口岸提货便利（非官方中英对照）[EB/OL]. "
        "[2026-11-28]. https://example.org/m/19.html."
    )
    assert zh[1] == (
        "Dalian Customs. “Make it easier to collect ‘low-risk, low-value’ goods at the port.” In 43 Dalian Customs "
        "measures to support businesses, measure 19 (unofficial translation; the Chinese notice prevails). No date. "
        "Accessed 2026-11-28. https://example.org/en/m/19.html"
    )
    assert en[:2] == zh[:2]
    assert zh[2:] == [
        "大连海关43项惠企措施 第19项：低风险、低价值商品先提离口岸 https://example.org/m/19.html",
        "[大连海关43项惠企措施 第19项：低风险、低价值商品先提离口岸](https://example.org/m/19.html)",
    ]
    assert en[3] == (
        "[43 Dalian Customs measures to support businesses, measure 19: Low-risk, low-value goods leave port first]"
        "(https://example.org/en/m/19.html)"
    )
