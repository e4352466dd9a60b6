"""The rules in words and the clauses lit by them, against what a person reads out of the rule files."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import product

import pytest

from measures_py.authoring import read
from measures_py.limbs import FALSE, TRUE, Count, Not, from_json
from measures_py.model import Role
from measures_py.site import clauses, dates, finder, proof, render, rules, savings
from measures_py.site.rules import Group, Line, Rules, Told
from measures_py.verdict import outcomes
from tests.conftest import PROJECT

M19_ZH = """
说的是谁、什么货物、哪里
“口岸提货”：“货物或运输工具是进、是出，还是中转？”答案为“进口（进境）”或“暂时进出境，之后复运出境或进境”。
要满足什么
“货值不满10000元人民币”：“货值是多少元人民币？”小于10000.00元（不含10000.00元）。 这样读的依据（不是公告的话）：《中华人民共和国民法典》第一千二百五十九条：“以上”“以下”“以内”“届满”包括本数；“不满”“超过”“以外”不包括本数。
以下任一即可：
“合理自用”：“货物属于合理自用吗？”答案为“是”。
公告没有列明：“等情形”。
公告没有列明：“低风险低价值货物”。
“在口岸检查后等待实验室检测结果期间”：“您想在哪一步把货物提离口岸？”答案为“查检、取样完成，实验室结果还没出”。
“向海关申请”：“会向海关申请先行提离吗？”答案为“是”。
由企业承诺：“承诺不提前销售、使用”：“愿意承诺不提前销售、使用吗？”答案为“是”。
由海关决定：“经海关同意”。
都满足时：可能适用，由海关决定。
下一步：查检取样后、等实验室结果期间，向口岸海关申请先行提离，并承诺不提前销售、使用；同意与否由海关决定。
"""
M06_EN = """
Imported grain
Who, what and where it is about
“Imported grain” 进境: “Do the goods or the conveyance come in, go out, or pass through?” The answer is “import (entering China)”.
“Imported grain” 粮食: “What are the goods?” The answer is “rice” or “grain (cereals; pulses, oilseeds and tubers for processing)”.
“the consignee or consignor, or the customs broker entrusted by them” 收发货人、受委托的报关企业: “What kind of business or organization are you?” The answer is “consignee of imports or consignor of exports” or “entrusted customs broker”.
What has to be so
Not listed in the notice: “the six customs offices of the four provinces and region of Northeast China” 东北四省(区)六关.
“when declaring the goods” 在报关时, “applies for ‘conditional removal’” 申请‘附条件提离’: “Will you apply for conditional removal when you declare the goods?” The answer is “yes”.
When all of this is so, it may apply, and Customs decides.
What to do next: Apply for conditional removal when declaring, and first ask the customs office of declaration whether it is among the six customs offices of the four provinces and region of Northeast China.
Imported bulbs for planting
"""
M33_ZH = """
要满足什么
以下任一即可：
“货物实际进出口3个月前”：“货物计划哪一天实际进出口？”该日距今天超过3个月。
以下都要：
背景规定，不是公告的话（关系到“3个月前”）：“不到3个月才申请的，有没有规定的理由？”答案为“不可抗力”、“政策调整”或“企业注册不到3个月”。
"""
M42_EN = """
Customs’ own work; there is nothing to apply for.
What to expect: These are rules that Customs sets itself and there is nothing to apply for; tell the local customs office about duplicate inspections.
"""


@pytest.fixture(scope="module")
def shown() -> Rules:
    """The project's rules as the pages tell them."""
    files, _ = read.read_files()
    return rules.rules(read.build(files), dates.dates(files).known)


@pytest.fixture(scope="module")
def pages(shown: Rules) -> dict[str, dict[str, str]]:
    """The Markdown of every page by language and path."""
    files, _ = read.read_files()
    calculators = dates.dates(files)
    asking = finder.finder(files, calculators.known)
    content = render.Content(shown.notice, calculators, asking, savings.savings(calculators.known), shown, None)
    return {lang: render.pages(content, lang, PROJECT / "docs") for lang in ("zh", "en")}


def words(page: str) -> str:
    """The rule in words as it is read aloud: no tags, one line per point, from after the opening note."""
    section = page.split("{#rule}")[1].split("\n## ")[0].split("</p>", 1)[1]
    lines = (line.strip() for line in html.unescape(re.sub(r"<[^>]+>", "", section)).splitlines())
    return "\n".join(line for line in lines if line)


def test_a_rule_of_one_limb_is_told_whole(pages: dict[str, dict[str, str]]) -> None:
    """Measure 19, every point, the example of 等, the undertaking, the consent, and the law by which 不满 is read."""
    assert words(pages["zh"]["measures/m19.md"]) == M19_ZH.strip()


def test_each_limb_is_told_by_itself(pages: dict[str, dict[str, str]]) -> None:
    """Measure 6 in English: grain, then bulbs, and the clause that is no condition with its reason."""
    told = words(pages["en"]["measures/m06.md"])
    assert told.startswith(M06_EN.strip())
    assert told.endswith(
        "Clauses not used as conditions\n“once the result is issued and is satisfactory” 实验室检疫鉴定结果出具且合格: "
        "This decides when the bulbs may be used after removal, not whether they may be removed; it is told under what "
        "to do next."
    )


def test_alternatives_and_background_rules_are_told_as_such(pages: dict[str, dict[str, str]]) -> None:
    """Measure 33: three months ahead, or a reason that background law names; either way ends in its own words."""
    told = words(pages["zh"]["measures/m33.md"])
    assert M33_ZH.strip() in told
    assert "还要看海关" in told


def test_a_service_says_what_to_expect(pages: dict[str, dict[str, str]]) -> None:
    """Measure 42 has no condition to meet."""
    assert words(pages["en"]["measures/m42.md"]) == M42_EN.strip()


def test_nobody_is_called_eligible(pages: dict[str, dict[str, str]]) -> None:
    """No page calls anybody that, in either language's folder."""
    for found in pages.values():
        for page in found.values():
            assert not re.search(r"eligib|qualif(y|ies) for", page)


def leaf(fact: str) -> dict[str, object]:
    """A compiled leaf that asks `fact` and quotes measure 19's application."""
    test = {"operator": "is", "values": ["yes"], "limit": "0", "months": 0}
    return {"fact": fact, **test, "kind": "factual", "quotes": [["m19.s2.c5", "向海关申请"]], "background": []}


def made(shown: Rules, conditions: dict[str, object]) -> Told:
    """A limb with these conditions in words."""
    item = {"id": "x", "measure": "m19", "kind": "apply", "title": None, "next": {"zh": "甲", "en": "a"}}
    [limb] = from_json([{**item, "scope": None, "conditions": conditions}])
    return rules.told(shown.book, limb, set())


def test_a_negated_group_is_told_without_its_not(shown: Rules) -> None:
    """Not any of two is both of them not; not both is one of them not; a double not is gone."""
    two = [leaf("own_use"), leaf("applies_for_removal")]
    told = made(shown, {"not": {"least": 1, "among": two}})
    assert [part.asks.en.split("” ")[1] for part in told.conditions if isinstance(part, Line) and part.asks] == [
        "The answer is other than “yes”.",
        "The answer is other than “yes”.",
    ]
    [group] = made(shown, {"not": {"least": 2, "among": two}}).conditions
    assert isinstance(group, Group)
    assert (group.word, group.least) == ("any", 1)
    [line] = made(shown, {"not": {"not": leaf("own_use")}}).conditions
    assert isinstance(line, Line)
    assert line.asks
    assert line.asks.en.endswith("The answer is “yes”.")


def test_at_least_two_of_three_says_how_many(shown: Rules) -> None:
    """And its opposite takes two that are not."""
    three = [leaf("own_use"), leaf("applies_for_removal"), leaf("no_early_sale")]
    [group] = made(shown, {"least": 2, "among": three}).conditions
    [opposite] = made(shown, {"not": {"least": 2, "among": three}}).conditions
    assert isinstance(group, Group)
    assert isinstance(opposite, Group)
    assert (group.word, group.least) == (opposite.word, opposite.least) == ("at_least", 2)


def test_the_words_of_a_negated_group_mean_what_the_engine_means() -> None:
    """Not at least k of n is at least n - k + 1 that are not, for every way that up to four points can stand."""
    for number in range(1, 5):
        among = {"least": 1, "among": [leaf("own_use") for _ in range(number)]}
        item = {"id": "x", "measure": "m19", "kind": "apply", "title": None, "next": None, "scope": None}
        [limb] = from_json([{**item, "conditions": among}])
        for least in range(1, number + 1):
            said = Count(number - least + 1, tuple(Not(each) for each in limb.leaves))
            for ways in product((FALSE, TRUE), repeat=number):
                assert outcomes(said, list(ways)) == outcomes(Not(Count(least, limb.leaves)), list(ways))


def test_each_clause_of_a_measure_stands_as_its_rule_uses_it(shown: Rules) -> None:
    """Measure 19 by hand: six clauses asked about or left open, and the benefit told."""
    standings = [shown.lit[f"m19.s2.c{number}"].standing for number in range(1, 9)]
    assert standings == ["asked", "asked", "left", "asked", "asked", "asked", "left", "told"]
    assert shown.lit["m10.s2.c3"].standing == "waived"
    assert shown.lit["m30.s4.c4"].standing == "dated"
    assert shown.lit["m18.s2.c9"].waiver


def test_no_clause_that_asks_something_is_merely_told(shown: Rules) -> None:
    """Conditions, undertakings, consent, unlisted terms and times are all lit; promises are asked, left or promises."""
    found = Counter((lit.clause.role, lit.standing) for lit in shown.lit.values())
    for role in (Role.CONDITION, Role.UNDERTAKING, Role.CONSENT, Role.UNLISTED, Role.DEADLINE, Role.SERVICE_PROMISE):
        assert found[role, "told"] == 0, role
    assert found[Role.CONSENT, "asked"] == found[Role.UNLISTED, "asked"] == 0


def test_every_lit_clause_has_a_place_to_lead_to(shown: Rules, pages: dict[str, dict[str, str]]) -> None:
    """The anchor stands once on the measure's page, in both languages."""
    for id, lit in shown.lit.items():
        for lang in ("zh", "en"):
            page = pages[lang][f"measures/{id.partition('.')[0]}.md"]
            places = page.count(f'id="{lit.where}"') + page.count(f"{{#{lit.where}}}")
            assert lit.standing == "told" or places == 1, (id, lit.where)


def test_a_panel_names_questions_dates_and_cases(shown: Rules) -> None:
    """Measure 19's time of waiting: one question, two date rules with a case each, and the four cases that turn on it."""
    files, _ = read.read_files()
    proven = proof.proven(files, shown.known)
    told = clauses.panel(shown, shown.lit["m19.s2.c4"], proven, "en")
    assert "At which step do you want to remove the goods from the port?" in told
    assert re.findall(r'href="([^"]+)"', told) == [
        "deadlines.html#laboratory-wait",
        "deadlines.html#request-before-result",
        "measures/m19.html#rule-s2-c4",
    ]
    assert "Hand-written cases that turn on it: 4<" in told
    assert told.count("cases worked by hand: 1") == 2
    assert "不影响能不能先提离" in clauses.panel(shown, shown.lit["m18.s2.c9"], proven, "zh")
