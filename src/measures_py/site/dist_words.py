"""The words of the copy to take away: on the offline page, and in the archive's first file."""

from __future__ import annotations

from measures_py.model import Text

IS_COPY = Text("您正在看的就是离线版。", "What you are reading is the offline copy.")
DOWNLOAD = Text("下载离线版（{}）", "Download the offline copy ({})")
CHECKSUM_FILE = Text("校验文件", "checksum file")
PDF = Text("下载 PDF（{}）", "Download the PDF ({})")
PDF_NOTE = Text(
    "公告全文和每一项的说明，中英对照，有书签，适合打印和存档。",
    "The whole notice with the explanation of each measure, in both languages, with bookmarks; for print and archive.",
)

# The archive's first file. People who open the archive without unpacking it see the name; Notepad shows the text.
FIRST = "0-先解压-UNZIP-FIRST.txt"
FIRST_TEXT = """\
请先解压，再打开。

1. 关掉这个预览窗口。
2. 用右键点压缩包，选“全部解压缩”（或“解压到当前文件夹”）。手机上用“文件”应用里的“解压缩”。
3. 打开解压出来的 measures 文件夹，双击 index.html。

不解压就打开，页面没有样式，不能搜索，也不能计算。
要核对文件是否齐全：打开 measures 文件夹里的 check.html。
这是非官方说明，以大连海关公告中文原文为准。

----------------------------------------------------------------

Please unzip first, then open.

1. Close this preview.
2. Right-click the archive and choose "Extract All". On a phone, use "Uncompress" or "Extract" in the Files app.
3. Open the unzipped folder "measures" and double-click en/index.html (English) or index.html (Chinese).

Opened without unzipping, pages have no styles, and neither the search nor the calculations work.
To check that all files are there: open check.html in the folder "measures".
This is an unofficial explanation; the Chinese notice of Dalian Customs prevails.
"""
