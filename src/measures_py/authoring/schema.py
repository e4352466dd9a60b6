"""The shape of every data file, as JSON Schema, and its violations as findings."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from measures_py.authoring.findings import Finding
from measures_py.authoring.source import Document, Path_
from measures_py.model import Kind, Role

Schema = dict[str, Any]

GLANCE = ("for_whom", "what_changes", "where", "what_you_do", "who_decides", "channel", "time", "cost_lever")
TAGS = ("flow", "goods", "place", "stage", "actor")
ACTORS = ("business", "customs", "laboratory", "authority", "bank", "traveler", "carrier", "port")
SILENT = "not_stated"
INPUT_TYPES = ("date", "money", "integer", "yes_no", "one_of")
BASES = ("in_notice", "verified_law", "by_analogy", "our_assumption")

TEXT: Schema = {"type": "string", "minLength": 1}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _record(required: dict[str, Schema], **optional: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(item: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": item, "minItems": least}


def _id(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


def _one_of(*values: str) -> Schema:
    return {"enum": list(values)}


PAIR = {"zh": TEXT, "en": TEXT}
OF: Schema = {"type": "string", "pattern": "^[0-9a-f]{12}$"}
BILINGUAL = _record(PAIR, of=OF)
CITED = r"(m\d{2,4}|preamble|attachment|chapter\d)(\.s\d+(\.c\d+)?)?"

CLAUSE = _record({"id": _id(r"m\d{2,4}\.s\d+\.c\d+"), "role": _one_of(*Role), **PAIR})
SENTENCE = _record({"id": _id(r"m\d{2,4}\.s\d+"), **PAIR, "clauses": _list(CLAUSE)}, of=OF, slogans=_list(TEXT, 1))
FRAME = _record({"id": TEXT, **PAIR}, of=OF, slogans=_list(TEXT, 1))
GLANCE_ENTRY: Schema = {"anyOf": [{"const": SILENT}, _record({**PAIR, "from": _list(_id(CITED), 1)}, of=OF)]}
STEP = _record({"who": _one_of(*ACTORS), **PAIR, "from": _id(CITED)}, of=OF)

MEASURE = _record(
    {
        "id": _id(r"m\d{2,4}"),
        "class": _one_of(*Kind),
        "short_title": BILINGUAL,
        "summary": BILINGUAL,
        "sentences": _list(SENTENCE, 2),
        "glance": _record(dict.fromkeys(GLANCE, GLANCE_ENTRY)),
        "leaves_open": _list(_record({"id": _id(r"m\d{2,4}\.o\d+"), **PAIR, "about": _id(CITED)}, of=OF), 1),
        "tags": _record({key: _list(TEXT, 1) for key in TAGS}),
        "search": _record({lang: _list(TEXT, 5) for lang in ("zh", "en")}),
        "related": _list(
            _record({"measure": _id(r"m\d{2,4}"), "kind": _one_of("combines", "confused"), **PAIR}, of=OF), 1
        ),
        "background": _list(_record({"ref": TEXT, "why": BILINGUAL})),
    },
    flow=_record({"after": _list(STEP, 2)}, before=_list(STEP, 1)),
    glossary_exceptions=_list(_record({"at": TEXT, "term": TEXT, "why": TEXT}), 1),
)

NOTICE = _record(
    {
        "sha256": _id("[0-9a-f]{64}"),
        "title": BILINGUAL,
        "preamble": _list(FRAME, 1),
        "chapters": _list(
            _record(
                {
                    "id": _id(r"chapter\d"),
                    "numeral": TEXT,
                    "first": _id(r"m\d{2,4}"),
                    "last": _id(r"m\d{2,4}"),
                    **PAIR,
                    "short": BILINGUAL,
                    "about": BILINGUAL,
                },
                of=OF,
                slogans=_list(TEXT, 1),
            ),
            4,
        ),
        "attachment": FRAME,
        "figures": _list(_id(r"m\d{2,4}\.s\d+\.c\d+"), 1),
    },
    glossary_exceptions=_list(_record({"at": TEXT, "term": TEXT, "why": TEXT}), 1),
)

BACKGROUND = _record(
    {
        "id": TEXT,
        "instrument": BILINGUAL,
        "in_force": _record(
            {
                "from": {"anyOf": [DATE, {"const": "not_checked"}]},
                "until": {"anyOf": [DATE, _one_of("none", "not_checked")]},
                "replaced_by": TEXT,
            },
            note=BILINGUAL,
        ),
        "provisions": _list(
            _record(
                {
                    "id": TEXT,
                    "article": BILINGUAL,
                    "says": BILINGUAL,
                    "verified": _record(
                        {"how": _one_of("full_text", "article_text", "page_excerpt", "secondary"), "on": DATE},
                        note=BILINGUAL,
                    ),
                    "links": _list(_id(r"https?://\S+")),
                }
            ),
            1,
        ),
    },
    number=BILINGUAL,
)

GLOSSARY = _list(
    _record({**PAIR, "variants": _list(TEXT), "note": BILINGUAL, "sources": _list(_id(r"https?://\S+"))}), 1
)
TAG_FILE = _record({key: _list(_record({"id": TEXT, **PAIR}, of=OF), 2) for key in TAGS})

YES_NO = _one_of("yes", "no")
WORDS: Schema = {"type": "object", "additionalProperties": BILINGUAL}
INPUT = _record(
    {
        "name": _id(r"[a-z_]+"),
        "type": _one_of(*INPUT_TYPES),
        "required": YES_NO,
        "label": BILINGUAL,
        "help": BILINGUAL,
    },
    min=TEXT,
    max=TEXT,
    unit=TEXT,
    not_before=TEXT,
    choices=_list(_record({"id": TEXT, **PAIR}, of=OF), 2),
)
DEADLINE = _record(
    {
        "id": _id(r"[a-z0-9]+(-[a-z0-9]+)*"),
        "ref": _id(r"R\d+"),
        "measures": _list(_id(r"m\d{2,4}")),
        "computed": YES_NO,
        "title": BILINGUAL,
        "rule": BILINGUAL,
        "inputs": _list(INPUT),
        "cites": _list(_record({"id": TEXT, "basis": _one_of(*BASES)}), 1),
        "texts": WORDS,
    }
)
CALENDAR = _record(
    {
        "years": _list(
            _record(
                {
                    "year": _id(r"\d{4}"),
                    "cites": TEXT,
                    "off": _list(_id(r"\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?"), 1),
                    "work": _list(DATE),
                }
            )
        )
    }
)


def violations(document: Document, schema: Schema) -> list[Finding]:
    """Every place where a document departs from its schema."""
    found: list[Finding] = []
    for error in Draft202012Validator(schema).iter_errors(document.data):
        found.extend(_explain(document, error))
    return found


def _explain(document: Document, error: ValidationError) -> list[Finding]:
    path: Path_ = tuple(error.absolute_path)
    value: Any = error.instance
    rule: Any = error.validator_value
    if error.validator == "additionalProperties":
        shape: Any = error.schema
        known = list(shape["properties"])
        zh, en = f"未知的键；可用：{'、'.join(known)}", f"unknown key; known are: {', '.join(known)}"
        return [document.finding((*path, key), zh, en) for key in value if key not in known]
    if error.validator == "anyOf" and isinstance(value, dict):
        deeper = [sub for sub in (error.context or []) if sub.validator not in ("const", "type", "enum")]
        if deeper:
            return [finding for sub in deeper for finding in _explain(document, sub)]
    return [document.finding(path, *_message(str(error.validator), rule, value, error.message))]


def _message(validator: str, rule: Any, value: Any, message: str) -> tuple[str, str]:
    """What is wrong and what was expected, in both languages."""
    match validator:
        case "required":
            missing = message.split("'")[1]
            language = {"zh": ("缺中文", "the Chinese is missing"), "en": ("缺英文", "the English is missing")}
            return language.get(missing, (f"缺少键“{missing}”", f"the key “{missing}” is missing"))
        case "enum":
            allowed = ", ".join(str(item) for item in rule)
            return f"值须为：{allowed}；现为 {value!r}", f"expected one of {allowed}; got {value!r}"
        case "pattern":
            return f"格式须为 {rule}；现为 {value!r}", f"expected the form {rule}; got {value!r}"
        case "minItems" | "minLength":
            return f"至少要有 {rule} 项", f"needs at least {rule} item(s)"
        case "type":
            return f"类型应为 {rule}；现为 {value!r}", f"expected the type {rule}; got {value!r}"
        case _:
            return f"值不合要求：{value!r}", f"not an allowed value: {value!r}"
