"""The words of reading without a network: the page in place of one that is not kept, keeping everything, the app."""

from __future__ import annotations

from measures_py.model import Text

MISSING = Text("没有网络，这一页也没有留存", "No network, and this page was not kept")
MISSING_TEXT = Text(
    "浏览器只留着您读过的页面。联网后再打开就能看到；现在可以读下面这些。",
    "The browser keeps only the pages you have read. Open this one again when you are online; these can be read now.",
)
AGAIN = Text("再试一次", "Try again")
KEPT_PAGES = Text("现在能读的页面", "Pages you can read now")

KEEP = Text("全部留在浏览器里（{} MB）", "Keep everything in this browser ({} MB)")
KEEPING = Text("正在留存：{} / {} MB", "Keeping: {} of {} MB")
PROGRESS = Text("已经留存多少", "How much is kept")
KEPT = Text(
    "整个网站已经留在这个浏览器里，断网也能读、能搜、能算。",
    "The whole site is kept in this browser: reading, searching and calculating work without a network.",
)
KEEP_FULL = Text(
    "没有全部留下：浏览器的空间可能不够。留下的部分可以用。",
    "Not everything could be kept; the browser may be short of space. What was kept can be used.",
)
KEEP_LOST = Text(
    "网络断了，没有留完。联网后再试。", "The network was lost before everything was kept. Try again online."
)

APP = Text("大连海关 43 项惠企措施", "43 Dalian Customs measures for businesses")
APP_SHORT = Text("43 项措施", "43 measures")
APP_DESCRIPTION = Text(
    "大连海关 43 项惠企措施：逐句中英对照，逐项说明。非官方解读。",
    "43 Dalian Customs measures for businesses, sentence by sentence in Chinese and English, explained. Unofficial.",
)
