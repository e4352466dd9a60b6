"""Building the site: check, stage the Markdown of each language and run MkDocs on it, finish, swap in.

Everything happens beside the finished site; only the last step touches it, so a build that fails
leaves the last good `site/` as it was.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from measures_py.authoring import check, public_ids, read
from measures_py.authoring.findings import InvalidDataError
from measures_py.model import LANGUAGES
from measures_py.site import (
    addresses,
    assets,
    bytecode,
    clauses,
    dates,
    finder,
    finish,
    kept,
    proof,
    published,
    render,
    rules,
    runtime,
    savings,
    sheets,
)
from measures_py.site.addresses import Retired
from measures_py.site.published import linked
from measures_py.site.render import Content

PROJECT = assets.PROJECT
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}

Report = Callable[[str], None]


class BuildError(Exception):
    """MkDocs or a step of ours refused; the message says which and why."""


def build(site: Path, report: Report = print, data: Path = read.DATA) -> Path:
    """Build the site into `site`; each step is named to `report` as it begins.

    Python for the browser is packed beside the work on the pages. Raises InvalidDataError when the data do not
    pass the check, BuildError when a step fails.
    """
    work = PROJECT / "build"
    with ThreadPoolExecutor(max_workers=1) as aside:
        aside.submit(bytecode.prepared)  # what it raises, the packing below raises again
        report("check")
        files, findings = check.check_files(data, check.BEFORE_PAGES)
        if findings:
            raise InvalidDataError(check.check_files(data)[1])
        _clear(work)
        report("proof")
        packing = aside.submit(runtime.write, files, work / "runtime")
        calculators = dates.dates(files)
        known = calculators.known
        # The cases worked by hand are the project's own; another notice would need its own.
        shown = proof.proven(files, known) if data == read.DATA else None
        report("stage")
        notice, asking = read.build(files), finder.finder(files, known)
        retired = [*addresses.retired(public_ids.entries(files.folder / public_ids.NAME))]
        content = Content(notice, calculators, asking, savings.savings(known), rules.rules(notice, known), shown)
        with_mkdocs(content, retired, lambda: _of_texts(files), work, report)
        report("runtime")
        packing.result()
    report("finish")
    finish.finish(notice, retired, work)
    if shown and not shown.holds:  # the page in the unfinished site leads to the finder with each counterexample
        raise BuildError("\n".join(["the proof does not hold: see build/site/proof.html", *shown.told()]))
    report("swap")
    swap(work / "site", site)
    return site


def _of_texts(files: read.Files) -> None:
    """The part of the check that no page depends on; InvalidDataError with what it finds."""
    if findings := check.findings(files, check.OF_TEXTS):
        raise InvalidDataError(findings)


def _clear(work: Path) -> None:
    """Remove what an earlier build left, but for what was compiled once and is still good."""
    for path in work.glob("*"):
        if path != kept.CACHE:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def with_mkdocs(
    content: Content, retired: Sequence[Retired], meanwhile: Callable[[], None], work: Path, report: Report
) -> None:
    """Make `work/html` of the content: MkDocs runs for one language while the Markdown of the next is written.

    `meanwhile` is done while it runs. BuildError carries what the runs that failed printed.
    """
    stage_assets(content, retired, work)
    with ExitStack() as started:  # left by an error, it ends what runs
        running: dict[str, subprocess.Popen[str]] = {}
        for lang in LANGUAGES:
            stage(content, lang, work)
            if not running:
                report("mkdocs")
            running[lang] = started.enter_context(_mkdocs(lang, work))
        meanwhile()
        published.write(content.notice, content.dates.known, base_address(), work / "published")
        sheets.write(content, work / "sheets", base_address())
        printed = {lang: process.communicate()[0] for lang, process in running.items()}
    failed = [lang for lang, process in running.items() if process.returncode]
    if failed:
        raise BuildError("\n".join(f"mkdocs ({lang}):\n{printed[lang]}" for lang in failed))


def stage_assets(content: Content, retired: Sequence[Retired], work: Path) -> None:
    """Write the shared assets under `work`, and for the templates the name that each got and what was retired."""
    panels = {lang: clauses.script(content.rules, content.proof, lang) for lang in LANGUAGES}
    names = assets.write(content.notice, panels, finder.script(content.finder), work / "assets")
    (work / "docs").mkdir(parents=True)
    (work / "docs" / "assets.json").write_text(json.dumps(names), encoding="utf-8")
    (work / "docs" / "retired.json").write_text(json.dumps([old._asdict() for old in retired]), encoding="utf-8")


def stage(content: Content, lang: str, work: Path) -> None:
    """Write the Markdown of one language under `work`."""
    for name, markdown in render.pages(content, lang, PROJECT / "docs", base_address()).items():
        path = work / "docs" / lang / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown, encoding="utf-8")
    data = json.dumps(linked.pages(content.notice, lang, base_address()))
    (work / "docs" / f"linked.{lang}.json").write_text(data, encoding="utf-8")


def base_address() -> str:
    """The public address of the site as it was set, with a slash at its end, or nothing."""
    base = os.environ.get("SITE_URL", "").rstrip("/")
    return f"{base}/" if base else ""


def _mkdocs(lang: str, work: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", CONFIGS[lang], "-d", str(work / "html" / lang)],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def swap(finished: Path, site: Path) -> None:
    """Put the finished folder in the place of the old one."""
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    finished.rename(site)
    shutil.rmtree(old, ignore_errors=True)
