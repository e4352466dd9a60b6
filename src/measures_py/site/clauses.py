"""What a click on a clause of the whole notice shows: its questions, its date rules, its cases, the way to its rule."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import escape

from measures_py.model import Text
from measures_py.site import rule_words
from measures_py.site.markup import meaning
from measures_py.site.proof import Proof
from measures_py.site.rules import Lit, Rules


def script(rules: Rules, proof: Proof | None, lang: str) -> str:
    """The panels of all clauses that do something, as a classic script, which a page opened from disk may load."""
    panels = {id: panel(rules, lit, proof, lang) for id, lit in rules.lit.items() if lit.standing != "told"}
    return f"self.measuresClauses={json.dumps(panels, ensure_ascii=False, separators=(',', ':'))};\n"


def panel(rules: Rules, lit: Lit, proof: Proof | None, lang: str) -> str:
    """The HTML of one clause's panel, for a page in the folder of its language."""
    return "".join(_parts(rules, lit, proof, lang))


def _parts(rules: Rules, lit: Lit, proof: Proof | None, lang: str) -> Iterator[str]:
    yield f"<p><strong>{escape(meaning(lit, lang))}</strong></p>"
    if lit.waiver:
        yield f"<p>{escape(lit.waiver.why[lang])}</p>"
    if lit.questions:
        yield _listed(rule_words.QUESTIONS, (escape(question[lang]) for question in lit.questions), lang)
    if lit.dates:
        yield _listed(rule_words.DATES, (_date(rules, id, proof, lang) for id in lit.dates), lang)
    if proof and (lit.questions or lit.standing == "left"):
        yield f"<p>{rule_words.CASES[lang].format(proof.clauses.get(lit.clause.id, 0))}</p>"
    measure = lit.clause.id.partition(".")[0]
    yield f'<p><a href="measures/{measure}.html#{lit.where}">{rule_words.RULE[lang]}</a></p>'


def _listed(name: Text, items: Iterator[str], lang: str) -> str:
    return f'<p class="label">{name[lang]}</p><ul>{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def _date(rules: Rules, id: str, proof: Proof | None, lang: str) -> str:
    cases = rule_words.DATE_CASES[lang].format(proof.dates.get(id, 0)) if proof else ""
    return f'<a href="deadlines.html#{id}">{escape(rules.known.rules[id].title[lang])}</a>{cases}'
