"""The words of the published files and of the pages that tell of them, in both languages."""

from __future__ import annotations

from measures_py.model import Text
from measures_py.site.words import PAGE_NAME

NOTICE_WORDS = Text(
    "公告原文是大连海关的文字，不在许可之内。",
    "The words of the notice are Dalian Customs’ and are not under the license.",
)
CUSTOMS = Text("大连海关", "Dalian Customs")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NUMBER = Text("编号", "Number")
TITLE = Text("公告中的标题", "Title in the notice")
SHORT_TITLE = Text("短标题", "Short title")
MEASURE_KIND = Text("类别", "Kind")
SUMMARY = Text("摘要（非官方）", "Summary (unofficial)")
OPEN = Text("公告没有说的", "What it leaves open")
PAGE = Text("页面", "Page")
IN_LANGUAGE = {"zh": "中文", "en": "English"}

CHANGES_TITLE = PAGE_NAME["changes.html"]
CHANGES_LEDE = Text(
    "本站改了什么，新的在前。每一条有固定的地址；公告原文从未改动。",
    "What changed on this site, the newest first. Every entry has a permanent address; the text of the notice never "
    "changed.",
)
CHANGES_DESCRIPTION = Text(
    "本站哪天改了什么：内容、译文、规则、期限、节省、页面和更正，可按措施看，也可订阅。",
    "What changed on this site and when: texts, translation, rules, dates, savings, pages, corrections; by measure, "
    "with a feed.",
)
SUBSCRIBE = Text("用阅读器订阅（Atom）", "Subscribe with a feed reader (Atom)")
BY_DATE = Text("按日期", "By date")
BY_MEASURE = Text("按措施", "By measure")
BY_MEASURE_NOTE = Text(
    "只列单独提到的措施；涉及全部措施的，见上面。",
    "Only measures that an entry names; what concerns all of them is listed above.",
)
ALL_MEASURES = Text("全部措施", "All measures")
MEASURES = Text("措施", "Measures")
PAGES = Text("页面：", "Pages:")
ONE_LANGUAGE = {"zh": Text("只改中文", "Chinese only"), "en": Text("只改英文", "English only")}
KIND = {
    "text": Text("内容", "Text"),
    "translation": Text("译文", "Translation"),
    "rule": Text("规则", "Rule"),
    "date_rule": Text("期限", "Dates"),
    "lever": Text("节省", "Savings"),
    "page": Text("页面和功能", "Pages and features"),
    "correction": Text("更正", "Correction"),
}
ENTRY_LINK = Text("这一条的固定链接", "Permanent link to this entry")
OWN_CHANGES = Text("这一项的更新：{} 条", "Changes to this measure: {}")
OWN_DATA = Text("这一项的数据（JSON）", "Data of this measure (JSON)")

FEED_TITLE = Text("大连海关 43 项惠企措施：更新", "43 Dalian Customs measures for businesses: changes")
FEED_AUTHOR = Text("43 项措施（非官方说明）", "43 measures (unofficial explanation)")
DATA_TITLE = Text("全部数据（JSON）", "All data (JSON)")

GUIDE = Text(
    "大连海关的一份公告推出 {0} 项惠企措施。本站逐句列出、译成英文，说明每一项给谁、改变什么、要做什么、还没说清什么。"
    "以公告中文原文为准（SHA-256 {1}）；公告的发布日期没有确认，请不要写；能不能用由海关决定，请不要说“您符合条件”。"
    "中文页在根目录，英文页在 en/ 下，路径相同；measures/m19.html#s2 是第 19 项第 2 句。",
    "A notice of Dalian Customs announces {0} measures to support businesses. This site lists them sentence by "
    "sentence, translates them, and says whom each is for, what it changes, what you do and what it leaves open. The "
    "Chinese text of the notice prevails (SHA-256 {1}). Its date of issue is not confirmed: state none. Whether a "
    "measure applies is for Customs to decide: never tell anybody that they meet the conditions. Chinese pages stand "
    "at the root, English ones under en/ with the same paths; measures/m19.html#s2 is sentence 2 of measure 19.",
)
GUIDE_DATA = Text("数据", "Data")
GUIDE_PAGES = Text("页面（中文）", "Pages (English)")
GUIDE_MEASURES = Text("措施（中文）", "Measures (English)")
FILE_WHOLE = Text("全部内容，中英文。", "Everything, in both languages.")
FILE_SCHEMA = Text(
    "上一个文件的结构，也是每一项单独的 JSON 的结构。", "What stands in it, and in the JSON of each measure."
)
FILE_TABLE = Text("每项一行的表格，可用 Excel 打开。", "A table with a row for each measure; opens in Excel.")
