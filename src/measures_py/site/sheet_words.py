"""The words of the sheets: one file for each measure, to send to somebody."""

from __future__ import annotations

from measures_py.model import Text

OFFER = Text("发给同事", "Send to a colleague")
LINK = Text("单页文件", "One-file sheet")
OFFER_NOTE = Text(
    "一个网页文件，可以在聊天软件里发，不用联网就能看。",
    "One web page in one file: send it in a chat app; it opens without a network.",
)
FILE_NAME = Text("第{}项措施.html", "measure-{}.html")
DESCRIPTION = Text(
    "单页文件：{} 中英对照，附没有说的、规则说明和背景规定。",
    "One-file sheet: {} With both languages, what is left open, the rule in words and background rules.",
)
ADDRESS = Text("完整页面（网页或离线版中的地址）", "The full page (its address on the site or in the offline copy)")
MADE_FOR = Text(
    "这是单独一页。计算期限、核对条件和算节省，请打开完整页面。",
    "This is one page by itself. To work out dates, check conditions and count savings, open the full page.",
)
HASH = Text("公告原文的 SHA-256", "SHA-256 of the notice")
