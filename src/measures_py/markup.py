"""Parts of an answer as HTML that dates and savings have in common. Every value is escaped here."""

from __future__ import annotations

from typing import Any

_SAFE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})

_BASIS = {
    "in_notice": {"zh": "公告写明", "en": "in the notice"},
    "verified_law": {"zh": "核对过的法规", "en": "verified law"},
    "by_analogy": {"zh": "类推", "en": "by analogy"},
    "our_assumption": {"zh": "我们的假定", "en": "our assumption"},
}
_WORDS = {
    "cites": {"zh": "依据", "en": "What this rests on"},
    "notice": {"zh": "公告", "en": "the notice"},
    "background": {"zh": "背景规定", "en": "background rule"},
}


def escape(text: str) -> str:
    """The text as it may stand in HTML; the library's own would bring 40 kB of entities to every reader."""
    return text.translate(_SAFE)


def sentences(told: list[dict[str, str]], lang: str, heading: str, cls: str) -> str:
    """A list of sentences under a heading; nothing where there is none."""
    if not told:
        return ""
    rows = "".join(f"<li>{escape(sentence[lang])}</li>" for sentence in told)
    return f'<h4>{escape(heading)}</h4><ul class="{cls}">{rows}</ul>'


def table(cls: str, head: list[str], rows: list[list[str]]) -> str:
    """A table whose rows begin with what they are about; `rows` hold HTML, `head` plain text.

    Each cell carries its heading, so that a narrow page can stack them.
    """
    top = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f'<td data-head="{escape(name)}">{cell}</td>' for name, cell in zip(head[1:], row[1:], strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<table class="sheet {cls}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def basis(status: str, lang: str) -> str:
    """How firmly something stands, as a badge; nothing for a name that is not known."""
    known = _BASIS.get(status)
    return f'<span class="badge calm">{escape(known[lang])}</span>' if known else ""


def named(cite: dict[str, Any], lang: str) -> str:
    """What a citation is called without the words it cites: the instrument and article, or the notice."""
    if cite["source"] == "notice":
        return _WORDS["notice"][lang]
    name: str = cite[lang].partition("：" if lang == "zh" else ": ")[0]
    return name


def cites(cited: list[dict[str, Any]], lang: str, root: str) -> str:
    """What an answer rests on: the words, whether they are the notice's, and where they stand."""
    rows = []
    for cite in cited:
        other = f' <span lang="en">{escape(cite["en"])}</span>' if lang == "en" else ""
        kind = f'<span class="label">{escape(_WORDS[cite["source"]][lang])}</span>'
        quote = (
            f"{_quote(cite)}{other}"
            if lang == "zh" or cite["source"] == "notice"
            else f"<span>{escape(cite['en'])}</span>"
        )
        if cite["href"]:
            quote = f'<a href="{escape(root + cite["href"])}">{quote}</a>'
        rows.append(f"<li>{kind} {quote} {basis(cite['basis'], lang)}</li>")
    return f'<h4>{_WORDS["cites"][lang]}</h4><ul class="cites">{"".join(rows)}</ul>' if rows else ""


def _quote(cite: dict[str, Any]) -> str:
    mark = ("「", "」") if cite["source"] == "notice" else ("", "")
    return f'<span lang="zh">{mark[0]}{escape(cite["zh"])}{mark[1]}</span>'
