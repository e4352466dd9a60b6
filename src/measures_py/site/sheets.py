"""One self-contained file for each measure in each language, to send in a chat app: no script, nothing beside it."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from measures_py.model import LANGUAGES
from measures_py.site import render, sheet_style
from measures_py.site.render import Content

FOLDER = "sheets"


def write(content: Content, folder: Path, base_address: str = "") -> None:
    """Write `sheets/m19.html` for each measure under `folder / lang`."""
    environment = render.environment(content.notice, content.rules, base_address)
    template = environment.get_template("sheet.html")
    shared = {"style": Markup(sheet_style.style()), "dates": content.dates}  # noqa: S704
    for lang in LANGUAGES:
        sheets = folder / lang / FOLDER
        sheets.mkdir(parents=True, exist_ok=True)
        for measure in content.notice.measures:
            chapter = content.notice.chapter_of(measure)
            number = render.chapter_number(lang)
            html = template.render(shared, lang=lang, measure=measure, chapter=chapter, chapter_number=number)
            (sheets / f"{measure.id}.html").write_text(html.lstrip(), encoding="utf-8")
