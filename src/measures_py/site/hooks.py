"""What MkDocs is told at build time: the site's address, the asset names, the linked data, the words of
the templates.

Two small hooks, and nothing in them that the Markdown depends on.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from measures_py.authoring import public_ids
from measures_py.site import citing, keeping, rule_words, words
from measures_py.site.published import words as told
from measures_py.site.runtime_words import PYTHON


def on_config(config: Any) -> Any:
    """Set the public address of this language and where the shared files lie."""
    lang = config.theme["language"]
    base = os.environ.get("SITE_URL", "").rstrip("/")
    folder = "" if lang == "zh" else f"{lang}/"
    config.site_url = f"{base}/{folder}" if base else ""
    root_path = urlsplit(base).path.rstrip("/")
    staged = {name: Path(config.docs_dir).parent / f"{name}.json" for name in ("assets", "retired", f"linked.{lang}")}
    config.extra.update(
        {name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8")) for name, path in staged.items()},
        lang=lang,
        folder=folder,
        base=f"{base}/" if base else "",
        root_path=root_path,
        pages=" ".join(public_ids.pages([])),
    )
    return config


def on_env(env: Any, config: Any, **_: Any) -> Any:
    """Give the templates the site's words in this language."""
    env.globals["w"] = words
    env.globals["cite_sentence"] = citing.SENTENCE
    env.globals["theme"] = keeping.THEME
    env.globals["clauses_close"] = rule_words.CLOSE
    lang = env.globals["lang_code"] = config.theme["language"]
    env.globals["feed_title"], env.globals["data_title"] = told.FEED_TITLE[lang], told.DATA_TITLE[lang]
    env.globals["python_words"] = json.dumps({code: text[lang] for code, text in PYTHON.items()}, ensure_ascii=False)
    return env
