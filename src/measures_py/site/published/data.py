"""`measures.json` with everything, and one JSON file for each measure; `schema` says what stands in them.

Every field of the model is published under its own name, so that one added to the model is in the files
and, until the schema knows it, fails the check of the built site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from measures_py.model import Measure, Notice
from measures_py.site import words
from measures_py.site.published import addresses
from measures_py.site.published import words as told

# Raised when a program that reads the files would have to change: a field renamed, gone, or of another meaning.
SCHEMA = 1
WHOLE = "measures.json"
SCHEMA_FILE = "measures.schema.json"

type Json = dict[str, Any]

# One encoder for all: the values are ours and hold no circle.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def files(notice: Notice, engine: Json, base: str) -> Iterator[tuple[str, str]]:
    """The file with everything, then one for each measure, as (path, text); `engine` is what `describe` tells."""
    everything = whole(notice, engine, base)
    yield WHOLE, written(everything)
    for measure, record in zip(notice.measures, everything["measures"], strict=True):
        yield f"measures/{measure.id}.json", written(single(measure, record, everything))


def whole(notice: Notice, engine: Json, base: str) -> Json:
    """Everything, as JSON values."""
    return {
        **head(notice, engine, base, ""),
        "text": notice.text,
        "title": plain(notice.title),
        "preamble": plain(notice.preamble),
        "chapters": [_chapter(chapter) for chapter in plain(notice.chapters)],
        "attachment": plain(notice.attachment),
        "figures": plain(notice.figures),
        "measures": [_measure(notice, measure) for measure in notice.measures],
        "instruments": plain(notice.instruments),
        "terms": plain(notice.terms),
        "tags": plain(notice.tags),
        **{name: engine[name] for name in ("fact_groups", "facts", "deadlines", "savings", "savings_explained")},
        "calendar": engine["calendar"],
        "changes": plain(notice.changes),
    }


def head(notice: Notice, engine: Json, base: str, root: str) -> Json:
    """What stands at the beginning of each file; `root` leads from the file to the site's root."""
    return {
        "$schema": root + SCHEMA_FILE,
        "schema": SCHEMA,
        "notice_sha256": notice.sha256,
        "rules_sha256": engine["rules_sha256"],
        "site": base or None,
        "unofficial": plain(words.UNOFFICIAL),
        "licence": {"ours": "CC-BY-4.0", "notice": plain(told.NOTICE_WORDS)},
    }


def single(measure: Measure, record: Json, everything: Json) -> Json:
    """One measure with all that concerns it, from what `whole` returned."""
    concerning = {bearing["provision"] for bearing in record["background"]}
    instruments = [
        {**instrument, "provisions": [own for own in instrument["provisions"] if own["id"] in concerning]}
        for instrument in everything["instruments"]
        if any(own["id"] in concerning for own in instrument["provisions"])
    ]

    def own(name: str) -> list[Json]:
        return [item for item in everything[name] if measure.id in item["measures"]]

    return {
        **{name: everything[name] for name in list(everything)[: list(everything).index("text")]},
        "$schema": f"../{SCHEMA_FILE}",
        "measure": record,
        "chapter": next(chapter for chapter in everything["chapters"] if chapter["id"] == record["chapter"]),
        "instruments": instruments,
        "facts": [fact for fact in everything["facts"] if any(id.startswith(f"{measure.id}.") for id in fact["why"])],
        "deadlines": own("deadlines"),
        "savings": own("savings"),
        "savings_explained": [item for item in everything["savings_explained"] if item["measure"] == measure.id],
        "changes": own("changes"),
    }


def plain(value: Any) -> Any:
    """A value of the model as JSON has it, each dataclass under the names of its fields."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def _measure(notice: Notice, measure: Measure) -> Json:
    record: Json = plain(measure)
    return {
        "id": record.pop("id"),
        "number": measure.number,
        "chapter": notice.chapter_of(measure).id,
        "title": plain(measure.title),
        **record,
        "page": addresses.both(f"measures/{measure.id}.html"),
        "short_address": addresses.both(f"m/{measure.id[1:]}.html"),
    }


def _chapter(chapter: Json) -> Json:
    return {
        **chapter,
        "measures": [measure["id"] for measure in chapter["measures"]],
        "page": addresses.both(f"measures/index.html#{chapter['id']}"),
    }


def written(record: Json) -> str:
    """A record as text, one line for each key and for each thing in a list, so that two versions can be compared."""
    return "{\n" + ",\n".join(f"{_encode(key)}: {_lines(value)}" for key, value in record.items()) + "\n}\n"


def _lines(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_encode, value)) + "\n]"
    return _encode(value)
