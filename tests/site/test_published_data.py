"""The JSON, its schema and the table: complete, valid, and the same as the pages and the model."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import jsonschema_rs
import pytest

from measures_py.call import call
from measures_py.model import Measure, Notice
from measures_py.site.published import data, schema, verify


@dataclass(frozen=True)
class Wider(Measure):
    """A measure of a model with one field more."""

    extra: str = "new"


@pytest.fixture(scope="module")
def whole(built: Path) -> dict[str, Any]:
    """`measures.json` as built."""
    value: dict[str, Any] = json.loads((built / "measures.json").read_text(encoding="utf-8"))
    return value


@pytest.fixture(scope="module")
def validator(built: Path) -> jsonschema_rs.Draft202012Validator:
    """What checks a file against the published schema."""
    return jsonschema_rs.Draft202012Validator(json.loads((built / "measures.schema.json").read_text(encoding="utf-8")))


def test_every_json_file_is_valid_by_the_published_schema(
    built: Path, notice: Notice, validator: jsonschema_rs.Draft202012Validator
) -> None:
    """The file with everything and one for each measure, once for both languages."""
    files = [built / "measures.json", *sorted((built / "measures").glob("*.json"))]

    assert len(files) == 1 + len(notice.measures) == 44
    assert [path.name for path in files if not validator.is_valid(json.loads(path.read_text(encoding="utf-8")))] == []
    assert not (built / "en/measures/m19.json").exists()


def _objects(shape: Any) -> Iterator[dict[str, Any]]:
    if isinstance(shape, dict):
        if shape.get("type") == "object":
            yield shape
        for value in shape.values():
            yield from _objects(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from _objects(value)


def test_the_schema_is_strict_and_says_what_everything_means(built: Path) -> None:
    """Valid 2020-12; every object is described and closed, but for example figures, which any input may have."""
    shape = json.loads((built / "measures.schema.json").read_text(encoding="utf-8"))

    jsonschema_rs.meta.validate(shape)
    assert shape["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    inner = [item for item in _objects(shape) if item is not shape]
    assert len(inner) > 30
    assert [item for item in inner if not item.get("description")] == []
    loose = [item for item in inner if item.get("additionalProperties") is not False]
    assert [item["description"] for item in loose] == ["Example figures, by input: not a price, not an average."]


def _same(value: Any, told: Any, where: str) -> None:
    """Every dataclass field, list item and text of a value of the model is in its JSON, under the same name."""
    if is_dataclass(value):
        for field in fields(value):
            assert field.name in told, f"{where}.{field.name}"
            _same(getattr(value, field.name), told[field.name], f"{where}.{field.name}")
    elif isinstance(value, dict):
        assert set(value) == set(told), where
        for key, item in value.items():
            _same(item, told[key], f"{where}.{key}")
    elif isinstance(value, tuple):
        assert len(value) == len(told), where
        for index, item in enumerate(value):
            _same(item, told[index], f"{where}[{index}]")
    else:
        assert value == told, where


def test_every_field_of_the_model_is_in_the_json(built: Path, notice: Notice, whole: dict[str, Any]) -> None:
    """The whole notice, field by field and text by text; chapters hold the ids of their measures."""
    for field in fields(notice):
        assert field.name in whole, field.name
        if field.name != "chapters":
            _same(getattr(notice, field.name), whole[field.name], field.name)
    for measure, told in zip(notice.measures, whole["measures"], strict=True):
        _same(measure, told, measure.id)
        assert (told["number"], told["title"]["zh"]) == (measure.number, measure.title.zh)
        single = json.loads((built / f"measures/{measure.id}.json").read_text(encoding="utf-8"))
        assert single["measure"] == told
    for chapter, told in zip(notice.chapters, whole["chapters"], strict=True):
        assert told["measures"] == [measure.id for measure in chapter.measures]
        for field in fields(chapter):
            if field.name != "measures":
                _same(getattr(chapter, field.name), told[field.name], chapter.id)


def test_a_field_added_to_the_model_is_published_and_asks_for_a_description(notice: Notice, built: Path) -> None:
    """The JSON grows by itself; the schema then refuses it, and refuses a record with a field less."""
    measure = notice.measure("m19")
    wider = Wider(**{field.name: getattr(measure, field.name) for field in fields(measure)})
    one = json.loads((built / "measures/m19.json").read_text(encoding="utf-8"))
    validator = jsonschema_rs.Draft202012Validator(schema.whole())

    assert data.plain(wider)["extra"] == "new"
    assert validator.is_valid(one)
    assert not validator.is_valid({**one, "measure": {**one["measure"], "extra": "new"}})
    for field in fields(measure):
        less = {key: value for key, value in one["measure"].items() if key != field.name}
        assert not validator.is_valid({**one, "measure": less}), field.name


def test_what_the_engine_tells_is_in_the_json(whole: dict[str, Any]) -> None:
    """Questions, date rules, levers and the calendar's years are those of `measures describe`."""
    told = json.loads(call("describe", "{}"))

    for name in ("facts", "fact_groups", "deadlines", "savings", "savings_explained", "calendar", "rules_sha256"):
        assert whole[name] == told[name], name
    assert whole["notice_sha256"] == told["notice_sha256"]


def test_one_measure_has_all_that_concerns_it(built: Path) -> None:
    """Measure 19: its chapter, the law it names, its questions, date rules and levers, and nobody else's."""
    one = json.loads((built / "measures/m19.json").read_text(encoding="utf-8"))

    assert one["chapter"]["id"] == "chapter2"
    assert one["measure"]["page"] == {"zh": "measures/m19.html", "en": "en/measures/m19.html"}
    assert one["measure"]["short_address"] == {"zh": "m/19.html", "en": "en/m/19.html"}
    named = {bearing["provision"] for bearing in one["measure"]["background"]}
    assert {own["id"] for item in one["instruments"] for own in item["provisions"]} == named
    assert "own_use" in {fact["id"] for fact in one["facts"]}
    for rule in (*one["deadlines"], *one["savings"]):
        assert "m19" in rule["measures"]
    assert "2026-11-23-pictures" in {change["id"] for change in one["changes"]}


def _told(page: Path) -> str:
    text = re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def test_the_json_says_what_the_pages_say(built: Path, whole: dict[str, Any]) -> None:
    """Every title, summary, sentence, row of the table and open point of the JSON stands on the measure's page."""
    for measure in whole["measures"]:
        for lang in ("zh", "en"):
            page = _told(built / measure["page"][lang])
            texts = [measure["title"], measure["short_title"], measure["summary"]]
            texts += [item["text"] for key in ("sentences", "leaves_open") for item in measure[key]]
            texts += [row["text"] for row in measure["glance"] if row["text"]]
            missing = [text[lang] for text in texts if " ".join(text[lang].split()) not in page]
            assert missing == [], measure["id"]


@pytest.fixture(scope="module")
def rows(built: Path) -> list[dict[str, str]]:
    """The table, read as spreadsheets do."""
    raw = (built / "measures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 44
    return list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))


def test_the_table_has_a_row_for_each_measure(rows: list[dict[str, str]], whole: dict[str, Any]) -> None:
    """43 rows, each with the JSON's texts in both languages; where the notice does not say, that is said."""
    assert [row["id"] for row in rows] == [f"m{number:02}" for number in range(1, 44)]
    assert len(rows[0]) == 2 + 2 * (5 + 8 + 1 + 5 + 1)
    assert all(None not in row and None not in row.values() for row in rows)
    for row, measure in zip(rows, whole["measures"], strict=True):
        assert row["编号 Number"] == str(measure["number"])
        assert row["短标题 (中文)"] == measure["short_title"]["zh"]
        assert row["Summary (unofficial) (English)"] == measure["summary"]["en"]
        glance = {entry["key"]: entry["text"] for entry in measure["glance"]}
        assert row["给谁 (中文)"] == (glance["for_whom"] or {"zh": "公告未写明"})["zh"]
        assert row["Time (English)"] == (glance["time"] or {"en": "The notice does not say"})["en"]
        assert row["What it leaves open (English)"].count("; ") >= len(measure["leaves_open"]) - 1
        assert row["Page (English)"] == f"en/measures/{measure['id']}.html"


def test_no_cell_of_the_table_is_a_formula(rows: list[dict[str, str]]) -> None:
    """Whatever a text begins with, a spreadsheet shows it and works nothing out."""
    assert [cell for row in rows for cell in row.values() if cell[:1] in "=+-@\t\r"] == []


def test_the_files_are_served_as_what_they_are(http: str) -> None:
    """Media types by which a browser shows Chinese as Chinese."""
    for name, wanted in (
        ("measures.json", "application/json"),
        ("measures.csv", "text/csv; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("changes.xml", "xml"),
    ):
        with urlopen(f"{http}{name}") as answer:
            assert answer.headers["Content-Type"].endswith(wanted), name


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "expected"),
    [
        ("measures/m19.json", None, None, "(file)", "the file is missing"),
        ("measures.json", None, None, "(file)", "the file is missing"),
        ("measures/m19.json", '"number":19', '"nummer":19', "measure", "not as the schema says"),
        ("measures.json", '"number":19', '"number":"19"', "measures.18.number", "not as the schema says"),
        ("measures/m19.json", '"number":19', '"number":20', "measure", "not the same as in measures.json"),
        ("en/changes.xml", 'href="finder.html"', 'href="findr.html"', "findr.html", "gone"),
        ("llms.txt", "(en/measures/m19.html)", "(en/measures/m91.html)", "en/measures/m91.html", "gone"),
        ("measures.json", "m/19.html", "m/91.html", "m/91.html", "gone"),
    ],
)  # fmt: skip
def test_verify_names_each_breach(
    built: Path, tmp_path: Path, name: str, old: str | None, new: str | None, key: str, expected: str
) -> None:
    """A file missing, an unknown key, a wrong type, two files that differ, an address that leads nowhere."""
    site = tmp_path / "site"
    kept = shutil.ignore_patterns("*.zip", "runtime", "assets")
    shutil.copytree(built, site, ignore=kept, copy_function=_link)
    path = site / name
    text = path.read_text(encoding="utf-8")
    path.unlink()
    if old is not None and new is not None:
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def broken(page: str, address: str) -> tuple[str, str] | None:
        target = site / Path(page).parent / address.partition("#")[0]
        return None if target.is_file() else ("没有了", "gone")

    found = list(verify.findings(site, broken))
    assert any(item.key.startswith(key) and expected in item.en and name in item.file for item in found), found


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
