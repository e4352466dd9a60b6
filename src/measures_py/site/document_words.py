"""The words of the printed document: its cover, its contents, how it is read."""

from __future__ import annotations

from measures_py.model import Text

UNOFFICIAL_KICKER = Text("非官方说明", "Unofficial explanation")
COVER = Text("封面", "Cover")
CONTENTS = Text("目录", "Contents")
PREAMBLE = Text("公告开头", "How the notice begins")
ABOUT = Text(
    "大连海关一份公告的全文，逐句中英对照；每一项措施给谁、改变什么、要做什么、还没说清什么，以及核对过的背景规定。",
    "The whole of a notice of Dalian Customs, sentence by sentence in Chinese and English; for each measure whom it is "
    "for, what it changes, what you do, what it leaves open, and the background rules that were checked.",
)
NO_DATE = Text(
    "公告的发布日期没有确认，所以这里不写。",
    "The date of the notice is not confirmed, so none is stated here.",
)
HOW_TO_READ = (
    Text(
        "“公告怎么说”一栏里，左边的中文是公告原文，一字不改；右边的英文是非官方译文。",
        "Under “What the notice says”, the Chinese on the left is the notice, to the letter; the English on the right "
        "is an unofficial translation.",
    ),
    Text(
        "标题、摘要、表格和“公告没有说的”是我们写的。“背景规定”不是公告的内容。能不能用、怎么用，由海关决定。",
        "Titles, summaries, tables and “What it leaves open” are ours. “Background rules” are not part of the notice. "
        "What applies, and how, is for Customs to decide.",
    ),
)
HASH = Text("公告原文的 SHA-256", "SHA-256 of the notice")
LICENCE = Text(
    "我们的文字：CC BY 4.0。公告原文是大连海关的文字。",
    "Our texts: CC BY 4.0. The words of the notice are Dalian Customs’.",
)
VERBATIM = Text("公告原文", "The notice, verbatim")
TRANSLATION = Text("非官方英译", "Unofficial translation")
