"""How a measure or a sentence is cited: GB/T 7714 in Chinese, English, a plain line and Markdown.

The notice's own page was not seen and its date is not confirmed, so what is cited is this site, as an
unofficial edition of a notice of Dalian Customs without a date, with the day the reader opened it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from measures_py.model import Measure, Notice, Text

COPY_CITATION = Text("复制引用", "Copy citation")
IN_OTHER_LANGUAGE = Text("This sentence in English", "这一句的中文页")
QR = Text("二维码", "QR code")
QR_OF = Text("扫码打开 {}", "Scan to open {}")

_NAMES = {
    "gb": Text("GB/T 7714", "Chinese (GB/T 7714)"),
    "english": Text("英文引用", "English"),
    "plain": Text("一行文字", "One line"),
    "markdown": Text("Markdown", "Markdown"),
}

# Quotation marks within quotation marks.
_NESTED = str.maketrans("“”", "‘’")

# For a script: the measure, the sentence’s number, its words, the reader’s day and the address are put in.
SENTENCE = Text(
    "大连海关. 大连海关43项惠企措施 第{measure}项第{number}句：「{zh}」（引自非官方中英对照）[EB/OL]. "
    "[{day}]. {address}.",
    "Dalian Customs. 43 Dalian Customs measures to support businesses, measure {measure}, sentence {number}: “{en}” "
    "(unofficial translation of 「{zh}」). No date. Accessed {day}. {address}",
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One way to cite: the text before the day of access, between day and address, and after the address.

    `accessed` is how the day is written, with `{}` for it; `path` leads from the site's root; `for_screen` is one that
    nobody needs on paper.
    """

    name: Text
    lang: str
    before: str
    accessed: str
    between: str
    path: str
    after: str
    for_screen: bool = False


def citations(notice: Notice, measure: Measure, lang: str) -> Iterator[Citation]:
    """The ways to cite a measure on its page in one language."""
    number, short = measure.number, f"m/{measure.id[1:]}.html"
    paths = {"zh": short, "en": f"en/{short}"}
    title = f"大连海关. {notice.title.zh} 第{number}项：{measure.title.zh}（非官方中英对照）[EB/OL]. "
    yield Citation(_NAMES["gb"], "zh", title, "[{}]. ", "", paths["zh"], ".")
    within = measure.title.en.translate(_NESTED)
    title = f"Dalian Customs. “{within}.” In {notice.title.en}, measure {number} (unofficial translation; "
    title += "the Chinese notice prevails). No date. "
    yield Citation(_NAMES["english"], "en", title, "Accessed {}. ", "", paths["en"], "")
    name = Text(f"{notice.title.zh} 第{number}项：", f"{notice.title.en}, measure {number}: ")[lang]
    name += measure.short_title[lang]
    yield Citation(_NAMES["plain"], lang, name, "", " ", paths[lang], "", for_screen=True)
    yield Citation(_NAMES["markdown"], lang, f"[{name}](", "", "", paths[lang], ")", for_screen=True)
