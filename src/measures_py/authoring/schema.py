"""The shape of every data file, as JSON Schema; `violations` says where a file departs from it."""

from __future__ import annotations

from typing import Any

from measures_py.model import EVERY, LANGUAGES, ChangeKind, Kind, Role

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
EXCEPTIONS = _list(_record({"term": TEXT, "why": TEXT}), 1)
CHECKED = {"of": OF, "glossary_exceptions": EXCEPTIONS}
BILINGUAL = _record(PAIR, **CHECKED)
CITED = r"(m\d{2,4}|preamble|attachment|chapter\d)(\.s\d+(\.c\d+)?)?"

CLAUSE = _record({"id": _id(r"m\d{2,4}\.s\d+\.c\d+"), "role": _one_of(*Role), **PAIR})
SENTENCE = _record({"id": _id(r"m\d{2,4}\.s\d+"), **PAIR, "clauses": _list(CLAUSE)}, **CHECKED, slogans=_list(TEXT, 1))
FRAME = _record({"id": TEXT, **PAIR}, **CHECKED, slogans=_list(TEXT, 1))
GLANCE_ENTRY: Schema = {"anyOf": [{"const": SILENT}, _record({**PAIR, "from": _list(_id(CITED), 1)}, **CHECKED)]}
STEP = _record({"who": _one_of(*ACTORS), **PAIR, "from": _id(CITED)}, **CHECKED)

MEASURE = _record(
    {
        "id": _id(r"m\d{2,4}"),
        "class": _one_of(*Kind),
        "short_title": BILINGUAL,
        "summary": BILINGUAL,
        "sentences": _list(SENTENCE, 2),
        "glance": _record(dict.fromkeys(GLANCE, GLANCE_ENTRY)),
        "leaves_open": _list(_record({"id": _id(r"m\d{2,4}\.o\d+"), **PAIR, "about": _id(CITED)}, **CHECKED), 1),
        "tags": _record({key: _list(TEXT, 1) for key in TAGS}),
        "search": _record({lang: _list(TEXT, 5) for lang in ("zh", "en")}),
        "related": _list(
            _record({"measure": _id(r"m\d{2,4}"), "kind": _one_of("combines", "confused"), **PAIR}, **CHECKED), 1
        ),
        "background": _list(_record({"ref": TEXT, "why": BILINGUAL})),
    },
    flow=_record({"after": _list(STEP, 2)}, before=_list(STEP, 1)),
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
                **CHECKED,
                slogans=_list(TEXT, 1),
            ),
            4,
        ),
        "attachment": FRAME,
        "figures": _list(_id(r"m\d{2,4}\.s\d+\.c\d+"), 1),
    },
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
    _record(
        {**PAIR, "variants": _list(TEXT), "note": BILINGUAL, "sources": _list(_id(r"https?://\S+"))},
        longer=_list(_record({"zh": TEXT, "en": _list(TEXT, 1)}), 1),
        loose=BILINGUAL,
    ),
    1,
)
TAG_FILE = _record({key: _list(_record({"id": TEXT, **PAIR}, **CHECKED), 2) for key in TAGS})

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
    choices=_list(_record({"id": TEXT, **PAIR}, **CHECKED), 2),
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
    },
    example=_record({"inputs": {"type": "object", "additionalProperties": TEXT}, "as_of": DATE}),
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

LEVER_TYPES = ("money", "rate", "number", "integer", "yes_no", "one_of", "tiers")
UNITS = ("CNY", "%", "‰", "day", "month", "hour", "time", "CNY/day", "CNY/hour", "none")
SLUG = _id(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = _id(r"[a-z_]+")
# A thing that levers share is written once, in `savings-shared.yml`, and named where it is used.
USE = _record({"use": NAME})


def _used_or(record: Schema) -> Schema:
    return {"if": {"required": ["use"]}, "then": USE, "else": record}


LEVER_INPUT = _record(
    {"name": NAME, "type": _one_of(*LEVER_TYPES), "required": YES_NO, "label": BILINGUAL, "help": BILINGUAL},
    unit=_one_of(*UNITS),
    min=TEXT,
    max=TEXT,
    ranged=YES_NO,
    at_most=NAME,
    free=NAME,
    calls_for=_list(NAME, 1),
    otherwise=TEXT,
    choices=_list(_record({"id": TEXT, **PAIR}, of=OF), 2),
)
LEVER_CONSTANT = _record(
    {
        "name": NAME,
        "value": _id(r"\d+(\.\d+)?"),
        "unit": _one_of(*UNITS),
        "label": BILINGUAL,
        "from": _one_of("notice", "law", "assumption"),
    },
    cite=TEXT,
    why=BILINGUAL,
)
LEVER_LINE = _record(
    {"id": NAME, "label": BILINGUAL, "formula": BILINGUAL, "numbers": TEXT, "unit": _one_of(*UNITS)},
    cites=_list(TEXT, 1),
)
SHARED = _record({"inputs": _list(LEVER_INPUT), "lines": _list(LEVER_LINE), "assumptions": WORDS})
LEVER = _record(
    {
        "id": SLUG,
        "ref": _id(r"L\d[a-h]?"),
        "measures": _list(_id(r"m\d{2,4}")),
        "per": _one_of("consignment", "year", "either"),
        "main": _one_of("permanent", "float"),
        "title": BILINGUAL,
        "formula": BILINGUAL,
        "inputs": _list(_used_or(LEVER_INPUT), 1),
        "lines": _list(_used_or(LEVER_LINE), 1),
        "cites": _list(_record({"id": TEXT, "basis": _one_of(*BASES)}), 1),
        "assumptions": _list(_used_or(BILINGUAL)),
        "caveats": _list(BILINGUAL, 1),
        "example": _record({"inputs": {"type": "object"}}),
    },
    needs=_list(NAME, 2),
    constants=_list(LEVER_CONSTANT, 1),
    excludes=_list(_record({"lever": SLUG, "why": BILINGUAL}, unless=_record({"own": NAME, "other": NAME})), 1),
    texts=WORDS,
)

FACT_TYPES = ("yes_no", "one_of", "many_of", "date", "money", "integer")
CHANGEABLE = ("fixed", "choice", "undertake", "document", "authority")
FACTS = _record(
    {
        "group": _id("[a-z]+"),
        "order": _id(r"\d+"),
        "label": BILINGUAL,
        "facts": _list(
            _record(
                {
                    "id": _id("[a-z][a-z0-9_]*"),
                    "type": _one_of(*FACT_TYPES),
                    "changeable": _one_of(*CHANGEABLE),
                    "declare_as_is": YES_NO,
                    "label": BILINGUAL,
                    "help": BILINGUAL,
                },
                choices=_list(_record({"id": _id("[a-z][a-z0-9_]*"), **PAIR}, **CHECKED), 2),
                unit=TEXT,
            ),
            1,
        ),
    }
)
# The inside of a tree is checked by `rule_files`, which can say more than a schema.
RULE = _record(
    {
        "id": _id(r"m\d{2,4}"),
        "limbs": _list(
            _record(
                {"id": _id(r"m\d{2,4}(\.[a-z0-9]+(-[a-z0-9]+)*)?"), "kind": _one_of(*Kind), "next": BILINGUAL},
                title=BILINGUAL,
                scope={"type": "object"},
                conditions={"type": "object"},
            ),
            1,
        ),
    },
    waivers=_list(_record({"clause": _id(CITED), "why": BILINGUAL}), 1),
)
ANSWERS: Schema = {"type": "object", "additionalProperties": {"anyOf": [TEXT, _list(TEXT)]}, "minProperties": 1}
CASE_EXAMPLES = _record(
    {
        "as_of": DATE,
        "firms": _list(
            _record(
                {"id": _id("[a-z]+(-[a-z]+)*"), "title": BILINGUAL, "about": BILINGUAL, "answers": ANSWERS},
            ),
            1,
        ),
        "measures": {
            "type": "object",
            "additionalProperties": _list(_record({"title": BILINGUAL, "answers": ANSWERS}), 1),
        },
    }
)
CHANGES = _list(
    _record(
        {
            "id": _id(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*"),
            "date": DATE,
            "kind": _one_of(*ChangeKind),
            "measures": _list(_id(rf"(m\d{{2,4}}|{EVERY})")),
            "pages": _list(TEXT),
            "languages": _list(_one_of(*LANGUAGES), 1),
            "title": BILINGUAL,
            **PAIR,
        },
        **CHECKED,
    ),
    1,
)
