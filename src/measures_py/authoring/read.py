"""The data files of a notice, read and turned into the model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from measures_py import model
from measures_py.authoring import schema
from measures_py.authoring.findings import Finding, InvalidDataError
from measures_py.authoring.source import Document, Path_, read
from measures_py.authoring.violations import violations
from measures_py.model import Text

DATA = Path(__file__).resolve().parents[1] / "notice"
PROJECT = DATA.parents[2]


@dataclass(frozen=True, eq=False)
class Files:
    """Every data file of a notice as read, in reading order, and its verbatim text; equal to itself only."""

    folder: Path
    text: str
    notice: Document
    tags: Document
    glossary: Document
    measures: tuple[Document, ...]
    background: tuple[Document, ...]
    deadlines: tuple[Document, ...]
    words: Document
    calendar: Document
    facts: tuple[Document, ...]
    rules: tuple[Document, ...]
    verdict_words: Document
    case_examples: Document
    levers: tuple[Document, ...]
    levers_shared: Document
    levers_words: Document
    no_levers: Document
    changes: Document
    complete: bool

    @property
    def documents(self) -> tuple[Document, ...]:
        """All YAML documents."""
        return (
            *(self.notice, self.tags, self.glossary, *self.measures, *self.background),
            *(*self.deadlines, self.words, self.calendar, *self.facts, *self.rules),
            *(self.verdict_words, self.case_examples),
            *(*self.levers, self.levers_shared, self.levers_words, self.no_levers),
            self.changes,
        )

    @cached_property
    def bilingual(self) -> tuple[tuple[Document, Path_, dict[str, Any]], ...]:
        """Every mapping that says one thing in both languages and carries its own hash."""
        return tuple(
            (document, path, item)
            for document in self.documents
            for path, item in document.mappings
            if isinstance(item.get("zh"), str)
            and isinstance(item.get("en"), str)
            and "role" not in item
            and "variants" not in item
        )


def read_files(folder: Path = DATA, root: Path | None = None) -> tuple[Files, list[Finding]]:
    """The files under `folder` that have the right shape, with every departure from it in the others.

    `complete` tells whether none is left out. File names in findings are relative to `root`, by
    default the project's folder.
    """
    root = root or (PROJECT if folder.is_relative_to(PROJECT) else folder)
    findings: list[Finding] = []

    def well_formed(path: Path, shape: schema.Schema) -> Document | None:
        base = root if path.is_relative_to(root) else folder.parent
        if not path.exists():
            name = path.relative_to(base).as_posix()
            findings.append(Finding(name, 1, "(file)", "缺少这个文件", "this file is missing"))
            return None
        document, problems = read(path, base)
        problems = problems or violations(document, shape)
        findings.extend(problems)
        return None if problems else document

    def one(name: str, shape: schema.Schema, instead: Any) -> Document:
        return well_formed(folder / name, shape) or Document(name, instead, {})

    def all_of(name: str, shape: schema.Schema, within: Path = folder) -> tuple[Document, ...]:
        documents = (well_formed(path, shape) for path in sorted((within / name).glob("*.yml")))
        return tuple(document for document in documents if document)

    files = Files(
        folder,
        (folder / "notice.zh.txt").read_bytes().decode("utf-8"),
        one("notice.yml", schema.NOTICE, {"preamble": [], "chapters": [], "attachment": None, "figures": []}),
        one("tags.yml", schema.TAG_FILE, {key: [] for key in schema.TAGS}),
        one("glossary.yml", schema.GLOSSARY, []),
        all_of("measures", schema.MEASURE),
        all_of("background", schema.BACKGROUND),
        all_of("deadlines", schema.DEADLINE),
        one("deadline-words.yml", schema.WORDS, {}),
        one("calendar.yml", schema.CALENDAR, {"years": []}),
        tuple(sorted(all_of("facts", schema.FACTS), key=lambda document: int(document.data["order"]))),
        all_of("rules", schema.RULE, folder.parent),
        one("verdict-words.yml", schema.WORDS, {}),
        one("case-examples.yml", schema.CASE_EXAMPLES, {"firms": [], "measures": {}}),
        all_of("savings", schema.LEVER),
        one("savings-shared.yml", schema.SHARED, {"inputs": [], "lines": [], "assumptions": {}}),
        one("savings-words.yml", schema.WORDS, {}),
        one("savings-explained.yml", schema.WORDS, {}),
        one("changes.yml", schema.CHANGES, []),
        complete=not findings,
    )
    return replace(files, complete=not findings), findings


def load(folder: Path = DATA) -> model.Notice:
    """The notice in `folder`; InvalidDataError when its files do not have the right shape."""
    files, findings = read_files(folder)
    if findings:
        raise InvalidDataError(findings)
    return build(files)


@cache
def notice() -> model.Notice:
    """The project's own notice, read once."""
    return load()


def build(files: Files) -> model.Notice:
    """The model of files that have the right shape."""
    waivers = {document.data["id"]: document.data.get("waivers", []) for document in files.rules}
    measures = {
        document.data["id"]: _measure(document.data, waivers.get(document.data["id"], []))
        for document in files.measures
    }
    frame = files.notice.data
    return model.Notice(
        text=files.text,
        title=_text(frame["title"]),
        preamble=tuple(_sentence(item) for item in frame["preamble"]),
        chapters=tuple(_chapter(item, measures) for item in frame["chapters"]),
        attachment=_sentence(frame["attachment"]),
        figures=tuple(frame["figures"]),
        instruments=tuple(_instrument(document.data) for document in files.background),
        terms=terms(files.glossary),
        tags={key: tuple(model.Tag(item["id"], _text(item)) for item in files.tags.data[key]) for key in schema.TAGS},
        changes=tuple(_change(item) for item in files.changes.data),
    )


def terms(glossary: Document) -> tuple[model.Term, ...]:
    """The glossary's entries."""
    return tuple(
        model.Term(
            item["zh"],
            item["en"],
            tuple(item["variants"]),
            _text(item["note"]),
            tuple(item["sources"]),
            tuple(model.LongerWord(word["zh"], tuple(word["en"])) for word in item.get("longer", ())),
            _optional(item.get("loose")),
        )
        for item in glossary.data
    )


def _text(item: dict[str, Any]) -> Text:
    return Text(item["zh"], item["en"])


def _optional(item: dict[str, Any] | None) -> Text | None:
    return _text(item) if item else None


def _change(item: dict[str, Any]) -> model.Change:
    return model.Change(
        id=item["id"],
        date=item["date"],
        kind=model.ChangeKind(item["kind"]),
        measures=tuple(item["measures"]),
        pages=tuple(item["pages"]),
        languages=tuple(item["languages"]),
        title=_text(item["title"]),
        text=_text(item),
    )


def _sentence(item: dict[str, Any]) -> model.Sentence:
    clauses = tuple(
        model.Clause(clause["id"], model.Role(clause["role"]), _text(clause)) for clause in item.get("clauses", ())
    )
    return model.Sentence(item["id"], _text(item), clauses, tuple(item.get("slogans", ())))


def _chapter(item: dict[str, Any], measures: dict[str, model.Measure]) -> model.Chapter:
    first, last = int(item["first"][1:]), int(item["last"][1:])
    inside = sorted((m for m in measures.values() if first <= m.number <= last), key=lambda m: m.number)
    return model.Chapter(
        item["id"], item["numeral"], _sentence(item), _text(item["short"]), _text(item["about"]), tuple(inside)
    )


def _measure(item: dict[str, Any], waivers: list[dict[str, Any]]) -> model.Measure:
    return model.Measure(
        id=item["id"],
        kind=model.Kind(item["class"]),
        short_title=_text(item["short_title"]),
        summary=_text(item["summary"]),
        sentences=tuple(_sentence(sentence) for sentence in item["sentences"]),
        glance=tuple(_glance(key, item["glance"][key]) for key in schema.GLANCE),
        leaves_open=tuple(model.Open(entry["id"], _text(entry), entry["about"]) for entry in item["leaves_open"]),
        tags={key: tuple(item["tags"][key]) for key in schema.TAGS},
        search={lang: tuple(item["search"][lang]) for lang in model.LANGUAGES},
        related=tuple(model.Related(entry["measure"], entry["kind"], _text(entry)) for entry in item["related"]),
        background=tuple(model.Bearing(entry["ref"], _text(entry["why"])) for entry in item["background"]),
        flow=_flow(item["flow"]) if "flow" in item else None,
        waivers=tuple(model.Waiver(entry["clause"], _text(entry["why"])) for entry in waivers),
    )


def _glance(key: str, item: Any) -> model.Glance:
    if item == schema.SILENT:
        return model.Glance(key, None)
    return model.Glance(key, _text(item), tuple(item["from"]))


def _flow(item: dict[str, Any]) -> model.Flow:
    def steps(side: str) -> tuple[model.Step, ...]:
        return tuple(model.Step(step["who"], _text(step), step["from"]) for step in item.get(side, ()))

    return model.Flow(steps("before"), steps("after"))


def _instrument(item: dict[str, Any]) -> model.Instrument:
    force = item["in_force"]
    return model.Instrument(
        id=item["id"],
        title=_text(item["instrument"]),
        number=_optional(item.get("number")),
        start=force["from"],
        until=force["until"],
        replaced_by=force["replaced_by"],
        note=_optional(force.get("note")),
        provisions=tuple(_provision(entry) for entry in item["provisions"]),
    )


def _provision(item: dict[str, Any]) -> model.Provision:
    verified = item["verified"]
    return model.Provision(
        id=item["id"],
        article=_text(item["article"]),
        says=_text(item["says"]),
        how=verified["how"],
        on=verified["on"],
        note=_optional(verified.get("note")),
        links=tuple(item["links"]),
    )
