"""Building the site: check, stage the Markdown, run MkDocs for each language, finish, swap in.

Everything happens beside the finished site; only the last step touches it, so a build that fails
leaves the last good `site/` as it was.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from measures_py.authoring import check, read
from measures_py.authoring.findings import InvalidDataError
from measures_py.model import LANGUAGES
from measures_py.site import assets, clauses, dates, finder, finish, kept, proof, render, rules, runtime, savings
from measures_py.site.render import Content

PROJECT = assets.PROJECT
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}

Report = Callable[[str], None]


class BuildError(Exception):
    """MkDocs or a step of ours refused; the message says which and why."""


def build(site: Path, report: Report = print, data: Path = read.DATA) -> Path:
    """Build the site into `site`; each step is named to `report` as it begins.

    Raises InvalidDataError when the data do not pass the check, BuildError when a step fails.
    """
    report("check")
    files, findings = check.check_files(data)
    if findings:
        raise InvalidDataError(findings)
    work = PROJECT / "build"
    _clear(work)
    report("runtime")
    manifest = runtime.write(files, work / "runtime")
    notice, calculators = read.build(files), dates.dates(files)
    report("proof")
    # The cases worked by hand are the project's own; another notice would need its own.
    shown = proof.proven(files, calculators.known) if data == read.DATA else None
    report("stage")
    known = calculators.known
    asking, lever_pages = finder.finder(files, known), savings.savings(known)
    stage(Content(notice, calculators, asking, lever_pages, rules.rules(notice, known), shown), work, manifest)
    report("mkdocs")
    run_mkdocs(work)
    report("finish")
    finish.finish(notice, work)
    if shown and not shown.holds:  # the page in the unfinished site leads to the finder with each counterexample
        raise BuildError("\n".join(["the proof does not hold: see build/site/proof.html", *shown.told()]))
    report("swap")
    swap(work / "site", site)
    return site


def _clear(work: Path) -> None:
    """Remove what an earlier build left, but for what was compiled once and is still good."""
    for path in work.glob("*"):
        if path != kept.CACHE:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def stage(content: Content, work: Path, manifest: str) -> None:
    """Write the Markdown of both languages and the shared assets under `work`; `manifest` is the runtime's."""
    panels = {lang: clauses.script(content.rules, content.proof, lang) for lang in LANGUAGES}
    names = assets.write(content.notice, panels, finder.script(content.finder), work / "assets")
    names["runtime"] = manifest
    (work / "docs").mkdir(parents=True)
    (work / "docs" / "assets.json").write_text(json.dumps(names), encoding="utf-8")
    base = os.environ.get("SITE_URL", "").rstrip("/")
    for lang in LANGUAGES:
        for name, markdown in render.pages(content, lang, PROJECT / "docs", f"{base}/" if base else "").items():
            path = work / "docs" / lang / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdown, encoding="utf-8")


def run_mkdocs(work: Path) -> None:
    """Run MkDocs for every language at once; BuildError carries what the failing ones printed."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    running = {
        lang: subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(work / "html" / lang)],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for lang, config in CONFIGS.items()
    }
    printed = {lang: process.communicate()[0] for lang, process in running.items()}
    failed = [lang for lang, process in running.items() if process.returncode]
    if failed:
        raise BuildError("\n".join(f"mkdocs ({lang}):\n{printed[lang]}" for lang in failed))


def swap(finished: Path, site: Path) -> None:
    """Put the finished folder in the place of the old one."""
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    finished.rename(site)
    shutil.rmtree(old, ignore_errors=True)
