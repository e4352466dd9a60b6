"""Our build beside a bare `mkdocs build` of the same Markdown, at 1×, 5× and 25× the notice.

`python -m benchmarks.build` writes `results/build.json`. Ours is everything but MkDocs: checking the
data, writing the Markdown and the assets, finishing. The bare build is `mkdocs build` of each
language's Markdown with Material as it comes, one language after the other.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import record
from measures_py.authoring import check, public_ids, read
from measures_py.site import build, dates, finish, render, rules, runtime, savings
from measures_py.text import segment

SCALES = (1, 5, 25)
REPEATS = 3
BARE = "site_name: bare\ndocs_dir: {docs}\nuse_directory_urls: false\ntheme: {{name: material, font: false}}\n"
BARE += "markdown_extensions: [attr_list, md_in_html]\n"


def copies(folder: Path, scale: int) -> None:
    """Write the notice's data `scale` times over into `folder`, its measures numbered on."""
    shutil.copytree(read.DATA, folder)
    if scale == 1:
        return
    source = read.notice()
    slices = {piece.id: piece.text for piece in segment(source.text) if piece.id}
    lines = [slices["preamble.s1"]]
    frame = (folder / "notice.yml").read_text(encoding="utf-8")
    number = 0
    renamed: list[tuple[str, str]] = []
    for chapter in source.chapters:
        lines.append(f"  {chapter.numeral}、{chapter.heading.text.zh}")
        first = number + 1
        for _ in range(scale):
            for measure in chapter.measures:
                number += 1
                renamed.append((measure.id, f"m{number:02}"))
                body = "".join(slices[sentence.id] for sentence in measure.sentences)
                lines.append(f"  ({_numeral(number)}){body}")
        frame = re.sub(
            rf"(id: {chapter.id}\n.*?first: )m\d+(\n.*?last: )m\d+",
            rf"\g<1>m{first:02}\g<2>m{number:02}",
            frame,
            flags=re.DOTALL,
        )
    lines.append(slices["attachment.s1"])
    (folder / "notice.zh.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (folder / "notice.yml").write_text(re.sub(r"sha256: \w+", "sha256: " + _sha(folder), frame), encoding="utf-8")
    originals = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "measures").glob("*.yml")}
    shutil.rmtree(folder / "measures")
    (folder / "measures").mkdir()
    for old, new in renamed:
        text = re.sub(rf"\b{old}\b", new, originals[old])
        text = re.sub(r"\n  - measure: .*", "\n  - measure: " + ("m01" if new != "m01" else "m02"), text)
        (folder / "measures" / f"{new}.yml").write_text(text, encoding="utf-8")
    files, _ = read.read_files(folder)
    ids = public_ids.ids(files) + public_ids.addresses([document.data["id"] for document in files.measures])
    (folder / public_ids.NAME).write_text("\n".join(ids) + "\n", encoding="utf-8")


def _sha(folder: Path) -> str:
    import hashlib

    return hashlib.sha256((folder / "notice.zh.txt").read_bytes()).hexdigest()


def _numeral(number: int) -> str:
    digits, places = "零一二三四五六七八九", ("千", "百", "十", "")
    text = ""
    for place, digit in zip(places, f"{number:04}", strict=True):
        text += digits[int(digit)] + place if digit != "0" else "零"
    return re.sub(r"零+", "零", text).strip("零")


def project(folder: Path) -> Path:
    """A project of its own in `folder`: the same sources by link, another build folder."""
    folder.mkdir(parents=True)
    for config in build.CONFIGS.values():
        shutil.copy(build.PROJECT / config, folder / config)
    for name in ("docs", "theme", "src", "calculators", "node_modules"):
        (folder / name).symlink_to(build.PROJECT / name)
    return folder


def ours(data: Path, root: Path) -> dict[str, float]:
    """Seconds of each of our steps over `data` in the project `root`; `own` is all but MkDocs."""
    build.PROJECT = root
    work = root / "build"
    began = time.perf_counter()
    files, _ = check.check_files(data)
    checked = time.perf_counter()
    notice = read.build(files)
    calculators = dates.dates(files)
    known = calculators.known
    content = render.Content(notice, calculators, savings.savings(known), rules.rules(notice, known), None)
    build.stage(content, work, runtime.write(files, work / "runtime"))
    staged = time.perf_counter()
    build.run_mkdocs(work)
    themed = time.perf_counter()
    finish.finish(notice, work)
    done = time.perf_counter()
    return {
        "check": checked - began,
        "stage": staged - checked,
        "mkdocs_ours": themed - staged,
        "finish": done - themed,
        "own": staged - began + done - themed,
        "total_ours": done - began,
    }


def bare(root: Path) -> dict[str, float]:
    """Seconds of a bare MkDocs build of both languages' Markdown as staged in the project `root`."""
    began = time.perf_counter()
    for lang in ("zh", "en"):
        config = root / f"bare.{lang}.yml"
        config.write_text(BARE.format(docs=root / "build" / "docs" / lang), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(root / f"bare-{lang}")]
        subprocess.run(command, check=True, capture_output=True)
    return {"bare": time.perf_counter() - began}


def once(which: str, data: Path, root: Path) -> dict[str, float]:
    """One measurement in a process of its own, with its peak memory in MB (its MkDocs processes included)."""
    command = [sys.executable, "-m", "benchmarks.build", which, str(data), str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=build.PROJECT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure every scale and write the record."""
    figures: list[dict[str, Any]] = []
    for scale in SCALES:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            copies(data, scale)
            runs = []
            for turn in range(REPEATS if scale < 25 else 1):
                root = project(Path(folder) / f"project-{turn}")
                runs.append(once("ours", data, root))  # first: it stages the Markdown that both then theme
                runs[-1] |= {f"bare_{key}": value for key, value in once("bare", data, root).items()}
        row = {key: round(median(run[key] for run in runs), 3) for key in runs[0]}
        row |= {"scale": scale, "measures": 43 * scale, "own_share_of_bare": round(row["own"] / row["bare_bare"], 3)}
        figures.append(row)
        print(row)
    print(record.write("build", {"unit": "seconds, megabytes; median of 3 (of 1 at 25×)", "figures": figures}))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        measured = ours(Path(sys.argv[2]), Path(sys.argv[3])) if sys.argv[1] == "ours" else bare(Path(sys.argv[3]))
        own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps(measured | {"peak_mb": max(own, children) / 1024}))
    else:
        main()
