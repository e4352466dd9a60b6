"""The part of the published schema that the engine tells of itself: questions, date rules, savings levers."""

from __future__ import annotations

from measures_py.authoring import schema as shapes
from measures_py.site.published.described import (
    TEXT,
    TEXT_OR_NULL,
    YES_NO,
    Schema,
    array,
    enum,
    form,
    loosened,
    record,
    ref,
)

MEASURES = array(form(r"m\d{2,4}", "A measure."), "The measures it concerns; empty where it is about all goods.")
UNIT = {**TEXT_OR_NULL, "description": "The unit, such as CNY; null where there is none."}
# What a case may give: a decimal as text, yes or no, a range, the rows of a tariff.
GIVEN: Schema = {
    "description": "A figure as a decimal text, yes or no, a choice, a range, or the rows of a tariff.",
    "anyOf": [
        {"type": ["string", "boolean"]},
        record("A range.", low=TEXT, high=TEXT),
        array(
            loosened(record("A row of a tariff.", from_day=TEXT, to_day=TEXT, rate=TEXT), "to_day"),
            "The rows of a tariff.",
        ),
    ],
}


def definitions() -> dict[str, Schema]:
    """What `describe` tells, by name."""
    said = {name: ref("text") for name in ("label", "help")}
    choices = array(record("A choice.", id=TEXT, label=ref("text")), "The choices.")
    asked: dict[str, Schema] = {
        "name": {**TEXT, "description": "Its name in a request."},
        "unit": UNIT,
        "required": {**YES_NO, "description": "Whether nothing can be said without it."},
        "bounds": ref("bounds"),
        **said,
    }
    return {
        "bounds": {
            "description": "The least and the greatest value, both included; null where there are none.",
            "anyOf": [record("Bounds.", min=TEXT, max=TEXT), {"type": "null"}],
        },
        "fact_group": record("A group of questions.", id=TEXT, label=ref("text")),
        "fact": record(
            "A question about a case. No answer is never a no.",
            id=form("[a-z][a-z0-9_]*", "Its id, as `eligibility` takes it."),
            group={**TEXT, "description": "The id of its group."},
            type=enum("The type of the answer.", *shapes.FACT_TYPES),
            choices={**choices, "description": "The choices; empty where the answer is none of a list."},
            unit=UNIT,
            bounds=ref("bounds"),
            **said,
            why=array(TEXT, "The clauses and background rules for which it is asked."),
            changeable=enum("Whether one can change the answer, and how.", *shapes.CHANGEABLE),
            declare_as_is={**YES_NO, "description": "Must be declared as it is."},
        ),
        "cite": record(
            "What something rests on.",
            id={**TEXT, "description": "A clause of the notice or a provision of `instruments`."},
            basis=enum("How firmly.", *shapes.BASES),
            source=enum("Whose words.", "notice", "background"),
            href={**TEXT_OR_NULL, "description": "Where it stands, relative to the folder of either language."},
        ),
        "date_input": loosened(
            record(
                "One thing that a date rule asks for.",
                **asked,
                type=enum("Its type.", *shapes.INPUT_TYPES),
                choices=choices,
                not_before={**TEXT, "description": "The date it cannot precede."},
            ),
            "choices",
            "not_before",
        ),
        "deadline": record(
            "A date rule.",
            id=TEXT,
            ref={**TEXT, "description": "Its number among the date rules."},
            measures=MEASURES,
            computed={**YES_NO, "description": "Whether dates can be worked out; else it is only explained."},
            title=ref("text"),
            rule={**ref("text"), "description": "The rule in words."},
            inputs=array(ref("date_input"), "What it asks for."),
            cites=array(ref("cite"), "What it rests on."),
        ),
        "lever_input": loosened(
            record(
                "One figure that a saving is worked out from.",
                **asked,
                type=enum("Its type.", *shapes.LEVER_TYPES),
                choices=choices,
                range={**YES_NO, "description": "Whether it may be a range."},
                at_most={**TEXT_OR_NULL, "description": "The input it cannot exceed."},
                free_days={**TEXT_OR_NULL, "description": "The input with the days before a tariff begins."},
                calls_for=array(TEXT, "The inputs that are needed when it is given."),
                otherwise={**TEXT_OR_NULL, "description": "What is taken when it is not given: all that it can be."},
            ),
            "choices",
        ),
        "lever": record(
            "What can be saved. All figures are the caller’s own, or the notice’s or the law’s.",
            id=TEXT,
            ref={**TEXT, "description": "Its number among the levers."},
            measures=MEASURES,
            per=enum("What a case is of.", "consignment", "year", "either"),
            main=enum("The result that matters: saved for good, or the cost of money.", "permanent", "float"),
            title=ref("text"),
            formula={**ref("text"), "description": "The formula in words."},
            inputs=array(ref("lever_input"), "What it asks for."),
            one_needed=array(TEXT, "Inputs of which at least one is needed."),
            constants=array(
                record(
                    "A figure of the notice or the law.",
                    name=TEXT,
                    value=TEXT,
                    unit=UNIT,
                    label=ref("text"),
                    **{"from": enum("Whose figure it is.", "notice", "law", "assumption")},
                ),
                "The figures that are not the caller’s.",
            ),
            results=array(record("A result.", id=TEXT, label=ref("text")), "What it can give."),
            assumptions=array(ref("text"), "What is assumed."),
            caveats=array(ref("text"), "What is not counted."),
            excludes=array(
                record(
                    "A lever that counts the same money.",
                    lever=TEXT,
                    why=ref("text"),
                    unless={
                        "description": "They may stand together where these two inputs are the same.",
                        "anyOf": [record("Two inputs.", own=TEXT, other=TEXT), {"type": "null"}],
                    },
                ),
                "Levers that cannot be added to it.",
            ),
            cites=array(ref("cite"), "What it rests on."),
            example={
                "description": "Example figures, by input: not a price, not an average.",
                "type": "object",
                "additionalProperties": GIVEN,
            },
        ),
        "explained": record(
            "Why nothing can be worked out.",
            measure=form(r"m\d{2,4}", "The measure."),
            zh={**TEXT, "description": "Chinese."},
            en={**TEXT, "description": "English."},
        ),
    }
