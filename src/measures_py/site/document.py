"""The whole notice with its explanations as one PDF: bilingual, bookmarked, tagged, from the data of the pages.

WeasyPrint lays it out. It needs Pango and a font with Chinese characters, which a site does not; so the
document is made when the site is packed, and kept until something that it is made from changes.
"""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

from measures_py.authoring import check, read
from measures_py.authoring.findings import InvalidDataError
from measures_py.model import Notice
from measures_py.site import build, dates, document_words, kept, render, rules
from measures_py.site.rules import Rules

NAME = "measures.pdf"
STYLE = render.PAGES / "document.css"
FONT = "Noto Sans CJK SC"
# What Debian calls what is needed beside Python: the layout of text, its fonts, and the asking for fonts.
DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig", "fonts-noto-cjk")


class DocumentError(Exception):
    """The document cannot be made here; the message says what to install."""


def made() -> bytes:
    """The PDF of the project's data. Raises InvalidDataError where they do not pass the check, and DocumentError."""
    files, findings = check.check_files(read.DATA)
    if findings:
        raise InvalidDataError(findings)
    notice = read.build(files)
    return document(notice, rules.rules(notice, dates.dates(files).known), build.base_address())


def document(notice: Notice, shown: Rules, base_address: str = "") -> bytes:
    """The PDF; DocumentError where what it needs is neither here nor could be installed."""
    html, style = page(notice, shown, base_address), STYLE.read_text(encoding="utf-8")
    version = importlib.metadata.version("weasyprint")
    stated = "\0".join((version, Path(__file__).read_text(encoding="utf-8"), style, html)).encode()
    return kept.kept("document", stated, lambda: _laid_out(html, style))


def page(notice: Notice, shown: Rules, base_address: str = "") -> str:
    """The document as HTML."""
    template = render.environment(notice, shown, base_address).get_template("document.html")
    return template.render(d=document_words)


def _laid_out(html: str, style: str) -> bytes:
    ready()
    return laid_out(html, style)


def ready() -> None:
    """See that this machine has what the document needs; DocumentError where it has not and cannot get it."""
    if _lacking():
        _install()
    if lacking := _lacking():
        raise DocumentError(f"PDF: {lacking}\nDebian: apt-get install {' '.join(DEBIAN)}")


def laid_out(html: str, style: str) -> bytes:
    """HTML as a PDF for every reader (PDF/UA): no date in it, so the same words give the same bytes."""
    from weasyprint import CSS, HTML

    made = HTML(string=html, url_fetcher=_nothing).write_pdf(stylesheets=[CSS(string=style)], pdf_variant="pdf/ua-1")
    return bytes(made or b"")


def _nothing(url: str, *_: object, **__: object) -> None:
    raise ValueError(f"{url}: the document is made from the data alone")


def _lacking() -> str:
    """What the document needs and this machine has not; empty when it has all."""
    try:
        import weasyprint  # noqa: F401
    except OSError as error:  # a library of the system is not there
        return str(error).splitlines()[0]
    if not shutil.which("fc-list"):
        return "fc-list"
    listed = subprocess.run(["fc-list", ":", "family"], check=False, capture_output=True, text=True).stdout
    return "" if FONT in listed else FONT


def _install() -> None:
    """What Debian has for it, installed where this user may."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *DEBIAN]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False, stdout=sys.stderr)
