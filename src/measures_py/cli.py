"""The `measures` command: check, build, dist, verify, call, proof."""

from __future__ import annotations

import argparse
import contextlib
import locale
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from measures_py.authoring.findings import Finding


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something was found, 2 on wrong usage."""
    parser = argparse.ArgumentParser(
        prog="measures", description="The 43 measures: check the data, build the site, verify it."
    )
    parser.add_argument("--lang", choices=("zh", "en"), default=_language(), help="language of the messages")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("check", help="validate all data in one go; writes nothing")
    command.add_argument("--only", nargs="*", default=[], metavar="NAME", help="show findings of these files only")
    command = commands.add_parser("confirm", help="write the hash of fields whose English was checked again")
    command.add_argument("names", nargs="+", metavar="NAME", help="a field (m19.summary), an id, a file's name, or all")
    command = commands.add_parser("build", help="check, then build the whole site")
    command.add_argument("--site", default="site", help="the folder to put the finished site in (default: site)")
    command = commands.add_parser("dist", help="make the copies to take away: the archive of a built site, and the PDF")
    command.add_argument("site", nargs="?", default="site", help="the folder of the built site (default: site)")
    command.add_argument("--to", default="dist", help="the folder to put the copies in (default: dist)")
    command.add_argument(
        "--pdf", choices=("required", "if-possible"), default="required", help="what happens without it"
    )
    command = commands.add_parser("verify", help="check a built site: links, anchors, languages, weight")
    command.add_argument("site", nargs="?", default="site", help="the folder of the built site (default: site)")
    command = commands.add_parser("publish", help="copy a built site to a web server's folder, compressed beside")
    command.add_argument("folder", help="the folder that the server serves; replaced as a whole")
    command.add_argument("--site", default="site", help="the folder of the built site (default: site)")
    command = commands.add_parser("serve", help="serve a built site on 127.0.0.1")
    command.add_argument("site", nargs="?", default="site", help="the folder of the built site (default: site)")
    command.add_argument("--port", type=int, default=8000, help="the port (default: 8000)")
    command = commands.add_parser("call", help="answer the JSON request on standard input; 2 when it has errors")
    command.add_argument(
        "name",
        metavar="NAME",
        help="what is asked: describe, deadline, calendar, eligibility, save, reopen, savings, compare, combine",
    )
    commands.add_parser("proof", help="enumerate every rule, run the cases, break the rules; 1 when something is found")
    commands.add_parser("describe", help="everything a caller of `call` must know, as JSON")
    options = parser.parse_args(arguments)
    return COMMANDS[options.command](options)


def _language() -> str:
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if (named or locale.getlocale()[0] or "").startswith("zh") else "en"


def _check(options: argparse.Namespace) -> int:
    from measures_py.authoring.check import check

    findings = check()
    if options.only:
        findings = [finding for finding in findings if any(f"/{name}.yml" in finding.file for name in options.only)]
    return _tell(findings, options.lang)


def _tell(findings: list[Finding], lang: str) -> int:
    for finding in findings:
        print(finding.message(lang))
    count = len(findings)
    if lang == "zh":
        print(f"发现 {count} 处问题" if count else "没有发现问题", file=sys.stderr)
    else:
        print(f"{count} finding(s)" if count else "nothing found: all is well", file=sys.stderr)
    return 1 if findings else 0


STEPS = {
    "check": ("检查数据", "Checking the data"),
    "proof": ("证明规则，同时打包浏览器里的 Python", "Proving the rules; packing Python for the browser beside it"),
    "stage": ("生成 Markdown", "Writing the Markdown"),
    "mkdocs": ("两种语言各运行一次 MkDocs", "Running MkDocs for each language"),
    "runtime": ("等浏览器里的 Python 打包完", "Waiting for Python to be packed"),
    "finish": ("短地址、单页文件、清单", "Short addresses, sheets, manifest"),
    "swap": ("换上新网站", "Putting the new site in place"),
}


def progress(lang: str) -> Callable[[str], None]:
    """Tells each step of the build on standard error as it begins, with the seconds since this was called."""
    began = time.perf_counter()
    dim, plain = ("\x1b[2m", "\x1b[0m") if sys.stderr.isatty() else ("", "")

    def report(step: str) -> None:
        named = STEPS[step][lang == "en"] if step in STEPS else step
        print(f"{dim}{time.perf_counter() - began:5.1f} s{plain}  {named}", file=sys.stderr, flush=True)

    return report


def _build(options: argparse.Namespace) -> int:
    from measures_py.authoring.findings import InvalidDataError
    from measures_py.site.build import BuildError, build
    from measures_py.site.bytecode import PackingError

    report = progress(options.lang)
    try:
        site = build(Path(options.site).resolve(), report)
    except InvalidDataError as error:
        return _tell(error.findings, options.lang)
    except (BuildError, PackingError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    report(str(site))
    return 0


def _dist(options: argparse.Namespace) -> int:
    from measures_py.authoring.findings import InvalidDataError
    from measures_py.site.dist import DistError, dist
    from measures_py.site.document import DocumentError, made

    def pdf() -> bytes | None:
        try:
            return made()
        except DocumentError as error:
            if options.pdf == "required":
                raise
            say = ("没有做 PDF：{}", "made no PDF: {}")[options.lang == "en"]
            print(say.format(error), file=sys.stderr)
            return None

    try:
        folder = dist(Path(options.site).resolve(), Path(options.to).resolve(), pdf)
    except InvalidDataError as error:
        return _tell(error.findings, options.lang)
    except (DistError, DocumentError) as error:
        print(error, file=sys.stderr)
        return 1
    for path in sorted(folder.iterdir()):
        print(f"{path} ({path.stat().st_size / 1_000_000:.1f} MB)", file=sys.stderr)
    return 0


def _verify(options: argparse.Namespace) -> int:
    from measures_py.site.verify import verify

    return _tell(verify(Path(options.site)), options.lang)


def _confirm(options: argparse.Namespace) -> int:
    from measures_py.authoring.confirm import confirm

    fields = confirm(options.names)
    for field in fields:
        print(field)
    if not fields:
        print("没有待确认的字段" if options.lang == "zh" else "no such field is stale", file=sys.stderr)
    return 0


def _serve(options: argparse.Namespace) -> int:
    from measures_py.site.serve import server

    site = Path(options.site)
    if not (site / "index.html").is_file():
        say = ("没有 {}，请先运行 measures build", "there is no {}; run `measures build` first")[options.lang == "en"]
        print(say.format(site / "index.html"), file=sys.stderr)
        return 1
    try:
        running = server(site, options.port)
    except OSError as error:
        say = ("端口 {} 用不了：{}", "port {} cannot be used: {}")[options.lang == "en"]
        print(say.format(options.port, error.strerror), file=sys.stderr)
        return 1
    print(f"http://127.0.0.1:{running.server_port}/", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        running.serve_forever()
    running.server_close()
    return 0


def _publish(options: argparse.Namespace) -> int:
    from measures_py.site.publish import PublishError, publish

    try:
        told = publish(Path(options.site).resolve(), Path(options.folder).resolve())
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    zh = "{}：{} 个文件，{:.1f} MB；gzip {:.1f} MB，brotli {:.1f} MB"
    en = "{}: {} files, {:.1f} MB; {:.1f} MB by gzip, {:.1f} MB by brotli"
    sizes = (size / 1_000_000 for size in (told.plain, told.gzip, told.brotli))
    print((en if options.lang == "en" else zh).format(options.folder, told.files, *sizes), file=sys.stderr)
    return 0


def _call(options: argparse.Namespace) -> int:
    return _answer(options.name, sys.stdin.buffer.read().decode("utf-8", "replace"))


def _proof(options: argparse.Namespace) -> int:
    from measures_py.proof import run

    report = run()
    found = [f"{breach.limb}: {breach.what}: finder.html#{breach.fragment}" for breach in report.breaches]
    for line in (*found, *report.failures, *report.survivors, *report.calendar.differ):
        print(line)
    rules = (len(report.limbs), report.states, report.mutants, len(report.survivors))
    cases = (len(report.examples), len(report.worked))
    zh = "{} 个分支，{} 种状态，{} 个变异，存活 {} 个；案例：资格 {} 个，期限 {} 个；{:.1f} 秒"
    en = "{} limbs, {} states, {} mutants, {} survivors; cases: {} of rules, {} of dates; {:.1f} s"
    print((en if options.lang == "en" else zh).format(*rules, *cases, report.seconds), file=sys.stderr)
    return 0 if report.holds else 1


def _describe(_: argparse.Namespace) -> int:
    return _answer("describe", "{}")


def _answer(name: str, request: str) -> int:
    from measures_py.call import call

    answer = call(name, request)
    sys.stdout.buffer.write(answer.encode("utf-8") + b"\n")
    return 0 if answer.startswith('{"ok":true') else 2


COMMANDS = {
    "check": _check,
    "confirm": _confirm,
    "build": _build,
    "dist": _dist,
    "verify": _verify,
    "serve": _serve,
    "publish": _publish,
    "call": _call,
    "describe": _describe,
    "proof": _proof,
}
