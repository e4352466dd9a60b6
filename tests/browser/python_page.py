"""A page of the site with the runtime's script in it, as a calculator's page has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from measures_py.site.runtime_words import PYTHON

# A first question: duty paid on 29 February 2024, when must relief be asked for?
FIRST = '{"rule":"late-relief-application","inputs":{"paid":"2024-02-29"},"as_of":"2024-11-23"}'
# What a page that never warms up still allows: a form asks, and gets the answer or the reader's sentence.
ASK = """async ([name, text]) => {
  try { return { answer: await measuresPython.call(name, text), state: measuresPython.state }; }
  catch ({ code, message, retry, detail }) { return { code, message, retry, detail, state: measuresPython.state }; }
}"""


class Evaluates(Protocol):
    """A page in some browser."""

    def evaluate(self, function: str, argument: Any = None, /) -> Any:
        """Call a function of the page with one argument; what its promise resolves to."""


def said(code: str, lang: str) -> str:
    """The sentence of a failure in one language."""
    return PYTHON[code][lang]


def address(lang: str) -> str:
    """A page without a calculator, in one language."""
    return ("en/" if lang == "en" else "") + "about.html"


def add_python(page: Evaluates, built: Path, lang: str = "zh") -> None:
    """Load the runtime's script into a page; it does nothing until asked."""
    (script,) = (built / "assets").glob("python.*.js")
    page.evaluate(
        """([src, words]) => new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.dataset.words = words;
          Object.assign(script, { src, onload: () => resolve(), onerror: reject });
          document.head.append(script);
        })""",
        [
            ("../" if lang == "en" else "") + f"assets/{script.name}",
            json.dumps({code: text[lang] for code, text in PYTHON.items()}, ensure_ascii=False),
        ],
    )


def ask(page: Evaluates, name: str = "deadline", text: str = FIRST) -> dict[str, Any]:
    """What a form gets when it asks Python: an answer, or a failure as the reader is told."""
    told: dict[str, Any] = page.evaluate(ASK, [name, text])
    return told
