"""Cases of several levers added up for one consignment or one year, without counting the same yuan twice."""

from __future__ import annotations

from typing import Any, NamedTuple

from measures_py import requests, savings
from measures_py.money import Range
from measures_py.requests import TYPES, Errors
from measures_py.savings.corners import Worked
from measures_py.savings.figures import NOTHING
from measures_py.savings.lever import RESULTS, Exclusion, Lever, Levers
from measures_py.savings.render import ends, headline, result, say, to_json
from measures_py.store import Input, Say

SCOPES = ("consignment", "year")
MOST_CASES = 20
TIMES = Input(
    name="times", type="integer", required=False, label={}, help={}, low="1", high="100000", unit="", choices=()
)
# Cases about different goods never count the same yuan.
GOODS_LONGEST = 40


class Part(NamedTuple):
    """One case of a combination: what it found, how often it occurs, and which goods it is about."""

    place: int
    worked: Worked
    times: int
    goods: str

    @property
    def results(self) -> dict[str, Range]:
        """What it adds to the total."""
        return {name: value.times(self.times) for name, value in self.worked.results.items()}

    @property
    def main(self) -> Range:
        """Its main result."""
        return self.results[self.worked.lever.main]


def answer(known: Levers, scope: Any, cases: Any, errors: Errors) -> dict[str, Any]:
    """The answer to a `combine` request; empty, with every error noted, when a case does not stand."""
    if scope not in SCOPES:
        errors.add("scope", "unknown_name", scope, "、".join(SCOPES), ", ".join(SCOPES))
    if not isinstance(cases, list) or not 0 < len(cases) <= MOST_CASES:
        errors.add("cases", "wrong_type", None, f"1 至 {MOST_CASES} 项的列表", f"a list of 1 to {MOST_CASES} items")
        return {}
    found = [_part(known, case, index, scope, errors) for index, case in enumerate(cases)]
    parts = [part for part in found if part]
    if errors.found or len(parts) != len(cases):
        return {}
    counted, left_out = _without_doubles(known, parts)
    total = {name: _sum(counted, name) for name in RESULTS if any(name in part.results for part in counted)}
    return {
        "ok": True,
        "scope": scope,
        "headline": _headline(known, total, left_out),
        "results": _totals(total, known.words),
        "cases": [_case(part, known, counted=part in counted) for part in parts],
        "left_out": [_left_out(part, kept, why) for part, kept, why in left_out],
        "caveats": [known.words["combine_ranges"], known.words["rounding"]],
    }


def _totals(total: dict[str, Range], words: dict[str, Say]) -> dict[str, Any]:
    taxed = "border" in total
    return {name: result(words, name, value, words[f"total_{name}"], taxed=taxed) for name, value in total.items()}


def _part(known: Levers, case: Any, index: int, scope: Any, errors: Errors) -> Part | None:
    prefix = f"cases[{index}]."
    if not isinstance(case, dict):
        errors.add(prefix.rstrip("."), "wrong_type", case, *TYPES["object"])
        return None
    fields = ("lever", "inputs", "times", "goods") if scope == "year" else ("lever", "inputs")
    requests.known_fields(case, fields, errors, prefix)
    name = requests.name_among(case, "lever", known.levers, errors, prefix)
    often = case.get("times", 1)
    times = requests.amount(1 if often is None else often, "integer", TIMES, f"{prefix}times", errors)
    goods = case.get("goods") or ""
    if not isinstance(goods, str) or len(goods) > GOODS_LONGEST:
        errors.add(f"{prefix}goods", "wrong_type", goods, *TYPES["text"])
        return None
    if name is None:
        return None
    lever = known.levers[name]
    if scope == "consignment" and lever.per == "year":
        errors.add(f"{prefix}lever", "excluded_scope", name, "全年", "for a year")
    worked = savings.worked(lever, case.get("inputs"), errors, f"{prefix}inputs.")
    return Part(index, worked, int(times), goods) if worked and times is not None else None


def _without_doubles(known: Levers, parts: list[Part]) -> tuple[list[Part], list[tuple[Part, Part, Say]]]:
    """The parts that count, in their order, and those left out, each with the part that counts the same yuan.

    Of two that count the same yuan the one that surely saves more stays. A case that may be a cost is
    never left out: that would make the total better than it is.
    """
    counted: list[Part] = []
    left_out: list[tuple[Part, Part, Say]] = []
    for part in sorted(parts, key=lambda part: (-part.main.low, -part.main.high, part.place)):
        clash = next(((other, why) for other in counted if (why := _same_yuan(known, other, part))), None)
        if clash and part.main.low >= 0:
            left_out.append((part, *clash))
        else:
            counted.append(part)
    return sorted(counted, key=lambda part: part.place), sorted(left_out, key=lambda entry: entry[0].place)


def _same_yuan(known: Levers, one: Part, two: Part) -> Say | None:
    """Why two parts about the same goods count the same yuan; None where they do not."""
    if one.goods != two.goods:
        return None
    if one.worked.lever.id == two.worked.lever.id:
        return known.words["same_lever"]
    for own, other in ((one, two), (two, one)):
        for entry in own.worked.lever.excludes:
            if entry.lever == other.worked.lever.id and not _lifted(entry, own.worked, other.worked):
                return entry.why
    return None


def _lifted(entry: Exclusion, own: Worked, other: Worked) -> bool:
    """Whether the inputs are such that the two may stand together."""
    if not entry.unless:
        return False
    first, second = own.answers.get(entry.unless[0]), other.answers.get(entry.unless[1])
    return first is not None and first == second and not (isinstance(first, Range) and first.width)


def _sum(parts: list[Part], name: str) -> Range:
    total = Range.exact(NOTHING)
    for part in parts:
        if name in part.results:
            total = total.plus(part.results[name])
    return total


def _case(part: Part, known: Levers, *, counted: bool) -> dict[str, Any]:
    answer = to_json(part.worked, known.words)
    labels = {name: item["label"] for name, item in answer["results"].items()}
    return {
        "index": part.place,
        "lever": answer["lever"],
        "title": answer["title"],
        "measures": list(part.worked.lever.measures),
        "times": part.times,
        "goods": part.goods or None,
        "counted": counted,
        "headline": answer["headline"],
        "results": {name: {**ends(value, "CNY"), "label": labels[name]} for name, value in part.results.items()},
        "caveats": answer["caveats"],
    }


def _left_out(part: Part, kept: Part, why: Say) -> dict[str, Any]:
    """A part that is not counted, what it would have added, and the one that counts the same yuan."""
    lever: Lever = part.worked.lever
    return {
        "index": part.place,
        "lever": lever.id,
        "title": lever.title,
        "because_of": {"index": kept.place, "lever": kept.worked.lever.id, "title": kept.worked.lever.title},
        "why": why,
        "amount": {**ends(part.main, "CNY"), "result": lever.main},
    }


def _headline(known: Levers, total: dict[str, Range], left_out: list[tuple[Part, Part, Say]]) -> Say:
    bare = headline(known.words, "permanent", total)
    if not left_out:
        return bare
    count = {"zh": str(len(left_out)), "en": str(len(left_out))}
    more = say(known.words, "combine_left_out", count=count)
    return {"zh": bare["zh"] + more["zh"], "en": f"{bare['en']} {more['en']}"}
