"""Reading a request: any text at all becomes checked values, or every error in it at once.

Errors are `{"field", "code", "zh", "en", "got"}`; codes are public: add, never rename.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from measures_py.deadlines.case import Answer
from measures_py.deadlines.wording import written
from measures_py.money import places, typed
from measures_py.store import Input

LANGUAGES = ("zh", "en")
LONGEST = 65_536
DEEPEST = 20
SHOWN = 80

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

# What is wrong, by code: Chinese, English. `{}` is what was expected.
MESSAGES = {
    "too_long": ("请求太长，最多 {} 个字符", "the request is too long; at most {} characters"),
    "too_deep": ("嵌套太深，最多 {} 层", "nested too deeply; at most {} levels"),
    "not_json": ("不是 JSON", "this is not JSON"),
    "not_a_number": ("不是数：{}", "not a number: {}"),
    "duplicate_key": ("这个键出现了两次", "this key is given twice"),
    "wrong_type": ("类型应为{}", "expected {}"),
    "missing": ("这一项必填", "this is required"),
    "unknown_field": ("没有这一项；可用：{}", "there is no such field; known are: {}"),
    "unknown_name": ("没有这个名称；可用：{}", "there is no such name; known are: {}"),
    "bad_form": ("格式应为{}", "expected the form {}"),
    "no_such_date": ("没有这一天", "there is no such date"),
    "too_small": ("不得小于 {}", "must not be less than {}"),
    "too_large": ("不得大于 {}", "must not be more than {}"),
    "too_early": ("不得早于{}", "must not be before {}"),
    "low_above_high": ("最低值不得大于最高值", "the low value must not be more than the high one"),
    "above_other": ("不得大于“{}”", "must not be more than “{}”"),
    "one_needed": ("这几项至少要填一项：{}", "at least one of these is needed: {}"),
    "too_many_ranges": (
        "最多 {} 项可以填范围，其余请填一个数",
        "at most {} may be ranges; give one figure for the others",
    ),
    "tier": ("{}", "{}"),
    "excluded_scope": ("这一项按{}计算，不能合在一起", "this is worked out {} and cannot be part of it"),
    "not_saved": ("这不是本站保存的文件", "this is not a file saved by this site"),
    "internal": ("程序出错，请报告", "an error of this program; please report it"),
}

TYPES = {
    "object": ("JSON 对象", "a JSON object"),
    "text": ("文本", "a text"),
    "list": ("文本的列表", "a list of texts"),
    "date": ("YYYY-MM-DD 形式的日期文本", "a date as text, YYYY-MM-DD"),
    "money": ("最多两位小数的金额文本，如 1234.50", "an amount as text with at most 2 decimals, like 1234.50"),
    "integer": ("整数", "a whole number"),
    "yes_no": ("true 或 false", "true or false"),
    "one_of": ("文本", "a text"),
    "rate": ("百分比文本，如 8 或 8.5%", "a percentage as text, like 8 or 8.5%"),
    "number": ("数的文本，如 12.5", "a number as text, like 12.5"),
    "tiers": ("{from_day, rate} 的列表", "a list of {from_day, rate}"),
}

# How many decimals a number may have, by its type, and how it is written.
FORMS = {
    "money": (2, " 1234.50 或 1,234.50，最多两位小数", "1234.50 or 1,234.50, with at most 2 decimals"),
    "rate": (4, " 8 或 8.5%，最多四位小数", "8 or 8.5%, with at most 4 decimals"),
    "number": (4, " 12.5，最多四位小数", "12.5, with at most 4 decimals"),
    "integer": (0, " 12，不带小数", "12, without decimals"),
}


# The day on which a case is judged.
AS_OF = Input(
    name="as_of",
    type="date",
    required=True,
    label={},
    help={},
    low="2005-01-01",
    high="2099-12-31",
    unit="",
    choices=(),
)


class Errors:
    """The errors of one request, in the order in which they were met."""

    def __init__(self) -> None:
        self.found: list[dict[str, str]] = []

    def add(self, where: str, code: str, got: Any = None, zh: str = "", en: str = "") -> None:
        """Note one error; `zh` and `en` say what was expected."""
        message = MESSAGES[code]
        self.found.append(
            {
                "field": where[:SHOWN],
                "code": code,
                "zh": message[0].format(zh),
                "en": message[1].format(en or zh),
                "got": _shown(got),
            }
        )


def _shown(got: Any) -> str:
    """What was received, as short text."""
    text = json.dumps(got, ensure_ascii=False) if not isinstance(got, str) else got
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


class _NotANumberError(ValueError):
    """NaN or an infinity in the text."""


def parse(text: str, errors: Errors) -> dict[str, Any]:
    """The object in a JSON text; empty, with errors noted, when there is none."""
    if len(text) > LONGEST:
        errors.add("", "too_long", text[:SHOWN], str(LONGEST))
        return {}
    if _depth(text) > DEEPEST:
        errors.add("", "too_deep", text[:SHOWN], str(DEEPEST))
        return {}

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in items:
            if key in result:
                errors.add(key, "duplicate_key", value)
            result[key] = value
        return result

    def constant(name: str) -> Any:
        raise _NotANumberError(name)

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except _NotANumberError as error:
        errors.add("", "not_a_number", str(error), str(error))
    except (ValueError, RecursionError):
        errors.add("", "not_json", text[:SHOWN], "")
    else:
        if isinstance(value, dict):
            return value
        errors.add("", "wrong_type", value, *TYPES["object"])
    return {}


def _depth(text: str) -> int:
    depth = deepest = 0
    for letter in _STRING.sub("", text):
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def known_fields(given: dict[str, Any], known: Iterable[str], errors: Errors, prefix: str = "") -> None:
    """Note every field that nobody asks for."""
    names = tuple(known)
    for name in given:
        if name not in names:
            errors.add(f"{prefix}{name}", "unknown_field", given[name], "、".join(names), ", ".join(names))


def name_among(given: dict[str, Any], key: str, known: Iterable[str], errors: Errors, prefix: str = "") -> str | None:
    """The name under a key if it is one of those known."""
    value = given.get(key)
    key = prefix + key
    names = tuple(known)
    if value is None:
        errors.add(key, "missing", value)
    elif not isinstance(value, str):
        errors.add(key, "wrong_type", value, *TYPES["text"])
    elif value not in names:
        errors.add(key, "unknown_name", value, "、".join(names), ", ".join(names))
    else:
        return value
    return None


def view(given: Any, parts: tuple[str, ...], errors: Errors) -> dict[str, str]:
    """What `show` asks for, `lang` and texts such as the way to its folder; empty when nothing is to be shown."""
    if given is None:
        return {}
    fits = isinstance(given, dict) and given.get("lang") in LANGUAGES
    if not fits or not all(isinstance(given.get(part), str) for part in parts):
        wanted = f"{{{', '.join(('lang', *parts))}}}"
        errors.add("show", "wrong_type", None, wanted, wanted)
        return {}
    return dict(given)


def answers(given: Any, inputs: tuple[Input, ...], errors: Errors, prefix: str = "inputs.") -> dict[str, Answer]:
    """The answers to a rule's inputs; null and absence are unknown, and left out."""
    if given is None:
        given = {}
    if not isinstance(given, dict):
        errors.add(prefix.rstrip("."), "wrong_type", given, *TYPES["object"])
        return {}
    known_fields(given, (entry.name for entry in inputs), errors, prefix)
    found: dict[str, Answer] = {}
    for entry in inputs:
        value = read(given.get(entry.name), entry, prefix + entry.name, errors)
        if value is not None:
            found[entry.name] = value
    for entry in inputs:
        earlier, later = found.get(entry.not_before), found.get(entry.name)
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            errors.add(prefix + entry.name, "too_early", str(later), written(earlier, "zh"), written(earlier, "en"))
    return found


def read(value: Any, entry: Input, where: str, errors: Errors) -> Answer | None:
    """One answer as its type; None when it is unknown or wrong."""
    if value is None:
        if entry.required:
            errors.add(where, "missing", value)
        return None
    wanted: dict[str, type] = {"integer": int, "yes_no": bool}
    if type(value) is not wanted.get(entry.type, str):
        errors.add(where, "wrong_type", value, *TYPES[entry.type])
        return None
    checked: Any = value
    match entry.type:
        case "date":
            return within(_as_date(checked, where, errors), date.fromisoformat, entry, where, errors)
        case "money":
            return within(as_number(checked, "money", where, errors), Decimal, entry, where, errors)
        case "integer":
            return within(int(checked), int, entry, where, errors)
        case "one_of":
            names = [choice.id for choice in entry.choices]
            if value not in names:
                errors.add(where, "unknown_name", value, "、".join(names), ", ".join(names))
                return None
    answer: Answer = checked
    return answer


def _as_date(value: str, where: str, errors: Errors) -> date | None:
    if not _DATE.fullmatch(value):
        errors.add(where, "bad_form", value, " YYYY-MM-DD", "YYYY-MM-DD")
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        errors.add(where, "no_such_date", value)
        return None


def as_number(value: str, kind: str, where: str, errors: Errors) -> Decimal | None:
    """A number as people type it; None, with an error noted, when it is none, ambiguous or too fine."""
    finest, zh, en = FORMS[kind]
    found = typed(value, percent=kind == "rate")
    if found is None or places(found) > finest:
        errors.add(where, "bad_form", value, zh, en)
        return None
    return found


def amount(value: Any, kind: str, entry: Input, where: str, errors: Errors) -> Decimal | None:
    """One figure of that type within the bounds of its input; a whole number may come as a JSON number, too."""
    if value is None:
        errors.add(where, "missing", value)
        return None
    if kind == "integer" and type(value) is int:
        return within(Decimal(value), Decimal, entry, where, errors)
    if type(value) is not str:
        errors.add(where, "wrong_type", value, *TYPES[kind])
        return None
    return within(as_number(value, kind, where, errors), Decimal, entry, where, errors)


def within[T: (date, Decimal, int)](
    value: T | None, convert: Any, entry: Input, where: str, errors: Errors
) -> T | None:
    """The value if it lies within the bounds of its input."""
    if value is None:
        return None
    low, high = convert(entry.low), convert(entry.high)
    if value < low:
        errors.add(where, "too_small", str(value), entry.low)
    elif value > high:
        errors.add(where, "too_large", str(value), entry.high)
    else:
        return value
    return None
