"""The one entry point: any text gets an answer or every error at once, and nothing raises."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py import cli
from measures_py.authoring.compile import compile_store, compiled_json
from measures_py.authoring.read import read_files
from measures_py.call import call
from measures_py.store import from_json, store

GOOD = {"rule": "late-relief-application", "inputs": {"paid": "2025-10-03"}, "as_of": "2026-11-23"}


def answer(name: str, text: str) -> dict[str, Any]:
    """The parsed answer; it must be writable as UTF-8."""
    found = call(name, text)
    found.encode("utf-8")
    parsed: dict[str, Any] = json.loads(found)
    return parsed


def errors(request: Any) -> set[tuple[str, str]]:
    """Field and code of every error of a deadline request."""
    found = answer("deadline", request if isinstance(request, str) else json.dumps(request))
    assert found["ok"] is False
    for error in found["errors"]:
        assert set(error) == {"field", "code", "zh", "en", "got"}
        assert error["zh"]
        assert error["en"]
        assert error["code"] != "internal"
    return {(error["field"], error["code"]) for error in found["errors"]}


def changed(**inputs: Any) -> dict[str, Any]:
    """The good request with other inputs."""
    return {**GOOD, "inputs": inputs}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("", {("", "not_json")}),
        ("nonsense", {("", "not_json")}),
        ("[]", {("", "wrong_type")}),
        ("null", {("", "wrong_type")}),
        ('{"as_of": NaN}', {("", "not_a_number")}),
        ('{"as_of": -Infinity}', {("", "not_a_number")}),
        ('{"rule": 1e30, "as_of": 1e30}', {("rule", "wrong_type"), ("as_of", "wrong_type")}),
        ('{"rule": 1e999, "as_of": true}', {("rule", "wrong_type"), ("as_of", "wrong_type")}),
        ("{}", {("rule", "missing"), ("as_of", "missing")}),
        ('{"rule": null, "as_of": null}', {("rule", "missing"), ("as_of", "missing")}),
        ('{"rule": "x", "as_of": "2026-11-23"}', {("rule", "unknown_name")}),
        ('{"as_of": "2026-11-23", "as_of": "2026-11-24"}', {("as_of", "duplicate_key")}),
        ("[" * 30_000, {("", "too_deep")}),
        ('{"a":' * 100_000, {("", "too_long")}),
        ("x" * 10_000_000, {("", "too_long")}),
        ("9" * 5_000, {("", "not_json")}),
        ({**GOOD, "extra": 1}, {("extra", "unknown_field")}),
        ({**GOOD, "inputs": []}, {("inputs", "wrong_type")}),
        ({**GOOD, "inputs": None}, {("inputs.paid", "missing")}),
        (changed(), {("inputs.paid", "missing")}),
        (changed(paid=None), {("inputs.paid", "missing")}),
        (changed(paid=20251003), {("inputs.paid", "wrong_type")}),
        (changed(paid="3 October"), {("inputs.paid", "bad_form")}),
        (changed(paid="2025-1-3"), {("inputs.paid", "bad_form")}),
        (changed(paid="２０２５-10-03"), {("inputs.paid", "bad_form")}),
        (changed(paid="2025-10-03T00:00:00Z"), {("inputs.paid", "bad_form")}),
        (changed(paid="2025-02-29"), {("inputs.paid", "no_such_date")}),
        (changed(paid="0000-01-01"), {("inputs.paid", "no_such_date")}),
        (changed(paid="1999-01-01"), {("inputs.paid", "too_small")}),
        (changed(paid="9999-12-31"), {("inputs.paid", "too_large")}),
        (changed(paid="2025-10-03", applied="2025-10-02"), {("inputs.applied", "too_early")}),
        (changed(paid="2025-10-03", colour="red"), {("inputs.colour", "unknown_field")}),
        (
            {"rule": "duty-payment", "inputs": {"tax": 1000, "paid": "x", "y": 1}, "as_of": "2026-02-30", "z": 1},
            {
                ("z", "unknown_field"),
                ("as_of", "no_such_date"),
                ("inputs.y", "unknown_field"),
                ("inputs.declared", "missing"),
                ("inputs.paid", "bad_form"),
                ("inputs.tax", "wrong_type"),
            },
        ),
        ({**GOOD, "rule": "duty-payment", "inputs": {"declared": "2026-11-01", "tax": "-1"}}, {("inputs.tax", "bad_form")}),
        ({**GOOD, "rule": "duty-payment", "inputs": {"declared": "2026-11-01", "tax": "1e9"}}, {("inputs.tax", "bad_form")}),
        ({**GOOD, "rule": "duty-payment", "inputs": {"declared": "2026-11-01", "tax": "0.001"}}, {("inputs.tax", "bad_form")}),
        ({**GOOD, "rule": "duty-payment", "inputs": {"declared": "2026-11-01", "tax": "9999999999999"}}, {("inputs.tax", "too_large")}),
        ({**GOOD, "rule": "temporary-goods-extensions", "inputs": {"entered": "2026-01-01", "extensions": 4}}, {("inputs.extensions", "too_large")}),
        ({**GOOD, "rule": "temporary-goods-extensions", "inputs": {"entered": "2026-01-01", "extensions": 0}}, {("inputs.extensions", "too_small")}),
        ({**GOOD, "rule": "temporary-goods-extensions", "inputs": {"entered": "2026-01-01", "extensions": 1.0}}, {("inputs.extensions", "wrong_type")}),
        ({**GOOD, "rule": "temporary-goods-extensions", "inputs": {"entered": "2026-01-01", "extensions": True}}, {("inputs.extensions", "wrong_type")}),
        ({**GOOD, "rule": "packaging-test-report", "inputs": {"issued": "2026-01-01", "advanced": "yes"}}, {("inputs.advanced", "wrong_type")}),
        ({**GOOD, "rule": "returned-exports", "inputs": {"exported": "2026-01-01", "mode": "1234"}}, {("inputs.mode", "unknown_name")}),
    ],
)  # fmt: skip
def test_every_error_of_a_request_comes_at_once(request_: Any, expected: set[tuple[str, str]]) -> None:
    """Each error names its field and a code, in both languages; none hides another."""
    assert errors(request_) == expected


def test_an_unknown_operation_is_an_error() -> None:
    """Names other than those known are answered, too."""
    assert answer("savings?", "{}")["errors"][0]["code"] == "unknown_name"


def test_half_a_surrogate_pair_is_echoed_as_something_writable() -> None:
    """What cannot be written as UTF-8 never leaves."""
    assert errors('{"rule": "\\ud800", "as_of": "2026-11-23"}') == {("rule", "unknown_name")}


def test_null_is_unknown_and_not_no() -> None:
    """An input that is null is the same as one that is absent."""
    absent = call("deadline", json.dumps(GOOD))
    null = call("deadline", json.dumps(changed(paid="2025-10-03", applied=None)))

    assert absent == null


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    """Whatever is sent, JSON comes back, with errors unless it is a request."""
    for name in ("deadline", "describe"):
        found = answer(name, text)
        assert found["ok"] or all(error["code"] != "internal" for error in found["errors"])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str) | st.just("2025-10-03"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = sorted({entry.name for rule in store().rules.values() for entry in rule.inputs})


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "rule": st.sampled_from(sorted(store().rules)) | VALUES,
            "inputs": st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), VALUES, max_size=5) | VALUES,
            "as_of": st.just("2026-11-23") | VALUES,
            "other": VALUES,
        },
    )
)
def test_any_json_gets_an_answer(request: dict[str, Any]) -> None:
    """The same for requests that look almost right."""
    found = answer("deadline", json.dumps(request))

    assert found["ok"] or all(error["code"] != "internal" for error in found["errors"])


def test_describe_lists_everything_a_caller_must_know() -> None:
    """43 measures, 22 rules in the order of their references, every input labelled, the calendar's years."""
    found = answer("describe", "{}")

    assert found["ok"]
    assert [measure["number"] for measure in found["measures"]] == list(range(1, 44))
    assert [rule["ref"] for rule in found["deadlines"]] == [f"R{number}" for number in range(1, 23)]
    assert [rule["ref"] for rule in found["deadlines"] if not rule["computed"]] == ["R20", "R22"]
    assert found["calendar"]["last"] == 2026
    for rule in found["deadlines"]:
        for entry in rule["inputs"]:
            assert entry["label"]["zh"]
            assert entry["help"]["en"]
            assert entry["bounds"] or entry["type"] in ("yes_no", "one_of")
    assert answer("describe", '{"a": 1}')["errors"][0]["code"] == "unknown_field"


def test_the_compiled_store_is_deterministic_small_and_complete() -> None:
    """The same files give the same bytes; the store read back from them is the store."""
    files = read_files()[0]
    text = compiled_json(files)

    assert text == compiled_json(read_files()[0])
    assert len(text.encode("utf-8")) < 400_000
    read, compiled, own = map(tuple, (from_json(json.loads(text)), from_json(compile_store(files)), store()))
    assert read == compiled == own


def test_the_engine_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    """With the compiled store beside it, an answer is given without any package that only the build has."""
    package = tmp_path / "measures_py"
    source = Path(cli.__file__).parent
    for path in sorted(
        [*source.glob("*.py"), *(source / "deadlines").glob("*.py"), *(source / "savings").glob("*.py")]
    ):
        copy = package / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (package / "compiled.json").write_text(compiled_json(read_files()[0]), encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from measures_py.call import call; sys.stdout.buffer.write(call('deadline', sys.argv[1]).encode())"
    ran = subprocess.run([sys.executable, "-S", "-I", "-c", code, json.dumps(GOOD)], capture_output=True, check=True)

    assert ran.stdout.decode("utf-8") == call("deadline", json.dumps(GOOD))


@pytest.mark.parametrize(
    ("arguments", "request_", "status"),
    [(["describe"], "", 0), (["call", "deadline"], json.dumps(GOOD), 0), (["call", "deadline"], "{}", 2), (["call", "x"], "{}", 2)],
)  # fmt: skip
def test_the_command_line_answers_the_same(
    arguments: list[str], request_: str, status: int, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:  # fmt: skip
    """`measures call NAME` gives the bytes of `call` and tells errors by its exit status."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(request_.encode("utf-8"))))

    assert cli.main(arguments) == status
    sys.stdout.flush()
    name = arguments[-1]
    assert capfdbinary.readouterr().out.decode("utf-8") == call(name, request_ or "{}") + "\n"
