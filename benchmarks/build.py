"""Our build beside a bare `mkdocs build` of the same Markdown, at 1×, 5× and 25× the notice.

`python -m benchmarks.build` writes `results/build.json`. Ours is a whole `measures build` in a
process of its own, from its start to its end, and `own` is all of that but MkDocs. It is measured
cold, with nothing kept from an earlier build, and again warm in the same project, where what was
made of Pyodide and of our own modules is kept. The bare build is `mkdocs build` of each language's
Markdown with Material as it comes, one language after the other.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

SCALES = (1, 5, 25)
REPEATS = {1: 3, 5: 1, 25: 1}
LIMIT = 0.25
BARE = "site_name: bare\ndocs_dir: {docs}\nuse_directory_urls: false\ntheme: {{name: material, font: false}}\n"
BARE += "markdown_extensions: [attr_list, md_in_html]\n"

Figures = dict[str, float]


def project(folder: Path) -> Path:
    """A project of its own in `folder`: the same sources by link, another build folder."""
    from measures_py.site import build

    folder.mkdir(parents=True)
    for config in build.CONFIGS.values():
        shutil.copy(build.PROJECT / config, folder / config)
    for name in ("docs", "theme", "src", "calculators", "node_modules"):
        (folder / name).symlink_to(build.PROJECT / name)
    return folder


def ours(data: Path, root: Path) -> Figures:
    """When each step of the build of `data` in the project `root` began, and when the last ended."""
    from measures_py import cli
    from measures_py.site import build, kept

    build.PROJECT, kept.CACHE = root, root / "build" / "cache"
    began: Figures = {}
    show = cli.progress("en")

    def report(step: str) -> None:
        began[step] = time.monotonic()
        show(step)

    build.build(root / "site", report, data)
    return began | {"end": time.monotonic()}


def bare(_: Path, root: Path) -> Figures:
    """Seconds of a bare MkDocs build of both languages' Markdown as staged in the project `root`."""
    began = time.monotonic()
    for lang in ("zh", "en"):
        config = root / f"bare.{lang}.yml"
        config.write_text(BARE.format(docs=root / "build" / "docs" / lang), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(root / f"bare-{lang}")]
        subprocess.run(command, check=True, capture_output=True)
    return {"bare": time.monotonic() - began}


def once(which: str, data: Path, root: Path) -> Figures:
    """What one of the two tells in a process of its own, with when that began and ended and its peak memory in MB."""
    command = [sys.executable, "-m", "benchmarks.build", which, str(data), str(root)]
    began = time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    told: Figures = json.loads(done.stdout)
    return {"process_began": began, "process_ended": time.monotonic()} | told


def steps(told: Figures) -> Figures:
    """The seconds of each step of ours; `own` is all but MkDocs, the start of Python and its imports included."""
    names = [*(name for name in told if name not in ("process_began", "process_ended", "peak_mb", "end")), "end"]
    seconds = {name: told[after] - told[name] for name, after in pairwise(names)}
    total = told["process_ended"] - told["process_began"]
    start = {"start": told[names[0]] - told["process_began"]}
    return start | seconds | {"own": total - seconds["mkdocs"], "total": total, "peak_mb": told["peak_mb"]}


def measured(data: Path, root: Path) -> dict[str, Figures]:
    """A cold and a warm build of ours, and a bare one of the Markdown that they staged."""
    cold, warm = (steps(once("ours", data, root)) for _ in range(2))
    told = once("bare", data, root)
    return {"cold": cold, "warm": warm, "bare": {"total": told["bare"], "peak_mb": told["peak_mb"]}}


def row(scale: int) -> dict[str, Any]:
    """The medians of one scale, and our own part as a share of the bare time."""
    from benchmarks.copies import copies

    with tempfile.TemporaryDirectory() as temporary:
        data = copies(Path(temporary) / "data", scale)
        runs = [measured(data, project(Path(temporary) / f"project-{turn}")) for turn in range(REPEATS[scale])]
    found: dict[str, Any] = {"scale": scale, "measures": 43 * scale, "runs": len(runs)}
    for kind, first in runs[0].items():
        found[kind] = {name: round(median(run[kind][name] for run in runs), 3) for name in first}
    for kind in ("cold", "warm"):
        found[f"own_share_{kind}"] = round(found[kind]["own"] / found["bare"]["total"], 3)
    return found


def growth(figures: list[dict[str, Any]], kind: str) -> list[float]:
    """Seconds of our own part for each further copy of the notice, from one scale to the next; equal where linear."""
    return [
        round((after[kind]["own"] - before[kind]["own"]) / (after["scale"] - before["scale"]), 3)
        for before, after in pairwise(figures)
    ]


def main() -> None:
    """Measure every scale and write the record."""
    from benchmarks import record

    figures = []
    for scale in SCALES:
        figures.append(row(scale))
        print(json.dumps(figures[-1]), flush=True)
    unit = "seconds, megabytes; medians; own_share is our own part over the bare build"
    grown = {kind: growth(figures, kind) for kind in ("cold", "warm")}
    content = {"unit": unit, "limit": LIMIT, "figures": figures, "own_per_copy": grown}
    print(record.write("build", content))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        told_ = {"ours": ours, "bare": bare}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
        own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps(told_ | {"peak_mb": max(own, children) / 1024}))
    else:
        main()
