"""The worked examples on the pages: each is worked once, whatever the languages and places that show it."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from measures_py.authoring import read
from measures_py.call import call
from measures_py.site import dates
from measures_py.store import Store


def test_each_example_is_worked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One call of the engine for each rule, though two places show it in two languages, each again and again."""
    shown = dates.dates(read.read_files()[0])
    asked: Counter[str] = Counter()

    def counted(name: str, text: str, known: Store) -> str:
        asked[json.loads(text)["rule"]] += 1
        return call(name, text, known)

    monkeypatch.setattr(dates, "call", counted)
    for root in ("", "../", "", "../"):
        for rule in shown.computed:
            assert set(shown.example(rule, root).html) == {"zh", "en"}
    assert asked == dict.fromkeys((rule["id"] for rule in shown.computed), 1)


def test_an_example_is_what_a_reader_would_get() -> None:
    """The HTML on the page is the HTML of a live answer to the same case, in the same place."""
    shown = dates.dates(read.read_files()[0])
    for rule in shown.computed:
        for root in ("", "../"):
            for lang, html in shown.example(rule, root).html.items():
                view = {"lang": lang, "root": root, "key": f"{rule['id']}-example"}
                asked = {"rule": rule["id"], **shown.cases[rule["id"]], "show": view}
                assert json.loads(call("deadline", json.dumps(asked), shown.known))["html"] == html
