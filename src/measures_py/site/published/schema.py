"""`measures.schema.json`: what stands in the published JSON, as a strict JSON Schema (2020-12).

A key that is not described here is an error in `measures verify`; so is one that is missing.
"""

from __future__ import annotations

import json

from measures_py.authoring import schema as shapes
from measures_py.model import EVERY, LANGUAGES, ChangeKind, Kind, Role
from measures_py.site.published import engine_schema
from measures_py.site.published.described import (
    DAY,
    INTEGER,
    SHA256,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    array,
    enum,
    form,
    record,
    ref,
)

MEASURE_ID = form(r"m\d{2,4}", "The id of a measure: `m` and its number in the notice.")
CITED = form(
    r"(m\d{2,4}|preamble|attachment|chapter\d)(\.s\d+(\.c\d+)?)?",
    "The id of a clause, a sentence or a part of the notice. `m19.s2.c3` is clause 3 of sentence 2 of measure 19; on "
    "the page of the measure its anchor is `s2-c3`.",
)
SLOGANS = array(TEXT, "Slogans in the sentence, as they stand in the Chinese.")


def whole() -> Schema:
    """The schema of both kinds of file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "43 Dalian Customs measures for businesses",
        "description": "measures.json with everything (it has `measures`), or the file of one measure (it has "
        "`measure`). An unofficial explanation: the Chinese notice prevails. A text is an object with `zh` and `en`; "
        "addresses are relative to the site’s root unless said otherwise.",
        "type": "object",
        "if": {"required": ["measure"]},
        "then": ref("one"),
        "else": ref("everything"),
        "$defs": {**_definitions(), **engine_schema.definitions()},
    }


def text() -> str:
    """The file."""
    return json.dumps(whole(), ensure_ascii=False, indent=1) + "\n"


def _definitions() -> dict[str, Schema]:
    head: dict[str, Schema] = {
        "$schema": {"type": "string", "description": "The way from this file to its schema."},
        "schema": {"const": 1, "description": "Raised when a field is renamed, goes away, or changes its meaning."},
        "notice_sha256": {**SHA256, "description": "The SHA-256 of the notice’s text, UTF-8."},
        "rules_sha256": {**SHA256, "description": "The SHA-256 of the questions and rules of eligibility."},
        "site": {**TEXT_OR_NULL, "description": "The address of the site; null where it was built without one."},
        "unofficial": {**ref("text"), "description": "What must be said wherever this is shown."},
        "licence": record(
            "The licenses.",
            ours={"const": "CC-BY-4.0", "description": "The license of our own texts, as an SPDX identifier."},
            notice={**ref("text"), "description": "What holds for the words of the notice."},
        ),
    }
    engine = {
        "facts": array(ref("fact"), "The questions one may be asked about a case."),
        "deadlines": array(ref("deadline"), "The date rules."),
        "savings": array(ref("lever"), "What can be saved, and what it is worked out from."),
        "savings_explained": array(ref("explained"), "Why nothing can be worked out for a measure."),
    }
    changes = array(ref("change"), "What changed for readers, the oldest first.")
    return {
        "everything": record(
            "All data.",
            **head,
            text={"type": "string", "description": "The notice, to the byte."},
            title={**ref("text"), "description": "Our name for the notice, which itself carries no title."},
            preamble=array(ref("sentence"), "The sentences before the measures."),
            chapters=array(ref("chapter"), "The headed parts of the notice."),
            attachment={**ref("sentence"), "description": "The last line, which names an attachment we do not have."},
            figures=array(CITED, "The clauses with the notice’s quantities and times."),
            measures=array(ref("measure"), "The measures, in the order of the notice."),
            instruments=array(ref("instrument"), "The background rules: other law that we checked, not the notice."),
            terms=array(ref("term"), "The glossary, in its order; term n is `glossary.html#tn`."),
            tags=record("What one may filter by.", **{key: array(ref("tag"), "The values.") for key in shapes.TAGS}),
            fact_groups=array(ref("fact_group"), "The groups of questions, in the order of the finder."),
            **engine,
            calendar=record(
                "The years whose working days are known.",
                first={**INTEGER, "description": "The first year."},
                last={**INTEGER, "description": "The last year."},
            ),
            changes=changes,
        ),
        "one": record(
            "One measure with all that concerns it.",
            **head,
            measure=ref("measure"),
            chapter=ref("chapter"),
            instruments=array(
                ref("instrument"), "The background rules it names; of each instrument only these provisions."
            ),
            **engine,
            changes=array(ref("change"), "The changes that name this measure."),
        ),
        "text": record(
            "One thing said in both languages.",
            zh={**TEXT, "description": "Chinese."},
            en={**TEXT, "description": "English."},
        ),
        "text_or_null": {"anyOf": [ref("text"), {"type": "null"}]},
        "sentence": record(
            "One sentence of the notice; `text.zh` is the notice’s own.",
            id=CITED,
            text=ref("text"),
            clauses=array(ref("clause"), "Spans of it that play a part, in order."),
            slogans=SLOGANS,
        ),
        "clause": record(
            "A span of a sentence, verbatim in both languages.",
            id=CITED,
            role=enum("The part it plays.", *Role),
            text=ref("text"),
        ),
        "chapter": record(
            "A headed part of the notice.",
            id=form(r"chapter\d", "Its id."),
            numeral={**TEXT, "description": "Its number as the notice has it."},
            heading={**ref("sentence"), "description": "The notice’s heading."},
            short={**ref("text"), "description": "Our name for it."},
            about={**ref("text"), "description": "What its measures are about."},
            measures=array(MEASURE_ID, "Its measures."),
            page=ref("addresses"),
        ),
        "addresses": record(
            "A page in both languages, relative to the site’s root.",
            **{lang: {**TEXT, "description": "The address."} for lang in LANGUAGES},
        ),
        **_measure(),
        **_background(),
        "tag": record("A value one may filter by.", id=TEXT, text=ref("text")),
        "change": record(
            "Something that changed for readers; `changes.html#` and its id is its place.",
            id=form(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+", "Its permanent id, which begins with its date."),
            date=DAY,
            kind=enum("What was changed.", *ChangeKind),
            measures=array(form(rf"(m\d{{2,4}}|{EVERY})", "A measure, or `all`."), "The measures it concerns."),
            pages=array(TEXT, "The pages it concerns, relative to the folder of each language."),
            languages=array(enum("A language.", *LANGUAGES), "The languages whose words or files changed."),
            title={**ref("text"), "description": "The change in a few words."},
            text=ref("text"),
        ),
    }


def _measure() -> dict[str, Schema]:
    steps = array(ref("step"), "The steps; empty where the notice’s words do not carry any.")
    return {
        "measure": record(
            "One of the measures.",
            id=MEASURE_ID,
            number={**INTEGER, "description": "The notice’s own number."},
            chapter=form(r"chapter\d", "The chapter it stands in."),
            title={**ref("text"), "description": "The notice’s own title: the first sentence without its full stop."},
            kind=enum("What it asks of a business.", *Kind),
            short_title={**ref("text"), "description": "Our short title."},
            summary={**ref("text"), "description": "Our summary, unofficial."},
            sentences=array(ref("sentence"), "What the notice says."),
            glance=array(ref("glance"), "The table at a glance."),
            leaves_open=array(ref("open"), "What the notice leaves open."),
            tags=record(
                "What it is filtered by.",
                **{key: array(TEXT, "Ids of tags; `any` is no limit.") for key in shapes.TAGS},
            ),
            search=record("What people call it.", **{lang: array(TEXT, "Words to find it by.") for lang in LANGUAGES}),
            related=array(ref("related"), "Other measures that combine with it or are easily confused with it."),
            background=array(ref("bearing"), "The background rules that bear on it."),
            flow={
                "description": "Who does what; null where the notice’s words carry no picture.",
                "anyOf": [record("Who does what.", before=steps, after=steps), {"type": "null"}],
            },
            waivers=array(ref("waiver"), "Clauses that ask something and are used by no rule."),
            page=ref("addresses"),
            short_address=ref("addresses"),
        ),
        "glance": record(
            "One row of the table.",
            key=enum("Which row.", *shapes.GLANCE),
            text={**ref("text_or_null"), "description": "Null where the notice does not say."},
            source=array(CITED, "What it rests on."),
        ),
        "open": record(
            "Something left open.",
            id=form(r"m\d{2,4}\.o\d+", "Its id."),
            text=ref("text"),
            about={**CITED, "description": "What leaves it open."},
        ),
        "related": record(
            "Another measure.", measure=MEASURE_ID, kind=enum("How.", "combines", "confused"), text=ref("text")
        ),
        "bearing": record(
            "A background rule and why it is named.",
            provision={**TEXT, "description": "The id of a provision of `instruments`."},
            why=ref("text"),
        ),
        "step": record("One act.", who=enum("Who acts.", *shapes.ACTORS), text=ref("text"), source=CITED),
        "waiver": record("A clause used by no rule.", clause=CITED, why=ref("text")),
    }


def _background() -> dict[str, Schema]:
    return {
        "instrument": record(
            "A law, an order or an announcement.",
            id={**TEXT, "description": "Our id."},
            title={**ref("text"), "description": "Its title."},
            number={
                **ref("text_or_null"),
                "description": "Its official number; null where it has none or we saw none.",
            },
            start={**TEXT, "description": "In force from this day, or `not_checked`."},
            until={**TEXT, "description": "In force until this day, or `none`, or `not_checked`."},
            replaced_by={**TEXT, "description": "The id of the instrument that replaced it, or `none`."},
            note={**ref("text_or_null"), "description": "What else was seen of its time in force."},
            provisions=array(ref("provision"), "What we use of it."),
        ),
        "provision": record(
            "One rule.",
            id={**TEXT, "description": "Our id."},
            article={**ref("text"), "description": "Where it stands in the instrument."},
            says={**ref("text"), "description": "What it says, in our words."},
            how=enum(
                "How it was verified.",
                *shapes.BACKGROUND["properties"]["provisions"]["items"]["properties"]["verified"]["properties"]["how"][
                    "enum"
                ],
            ),
            on={**DAY, "description": "The day it was verified."},
            note={**ref("text_or_null"), "description": "What could not be seen."},
            links=array(TEXT, "Where it was read."),
        ),
        "term": record(
            "A term of the glossary.",
            zh=TEXT,
            en=TEXT,
            variants=array(TEXT, "Other English that may stand for it."),
            note={**ref("text"), "description": "What it means."},
            sources=array(TEXT, "Where the English is attested."),
            longer=array(
                record("A word that contains it.", zh=TEXT, en=array(TEXT, "Its English.")),
                "Words of their own that contain it.",
            ),
            loose={**ref("text_or_null"), "description": "Why explanations may leave it out, if they may."},
        ),
    }
