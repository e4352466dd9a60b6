"""The words of the page that checks a copy, and compares it with an older one."""

from __future__ import annotations

from measures_py.model import Text

TITLE = Text("核对这一份，看看变了什么", "Check this copy, and see what changed")
DESCRIPTION = Text(
    "核对离线版：缺哪些文件，哪些被改过，多了哪些；再和旧的一份比较，看看哪些措施变了。",
    "Check an offline copy: what is missing, changed or extra; and compare it with an older one to see what changed.",
)
LEDE = Text(
    "清单写着每个文件的 SHA-256。这一页拿您手里的文件和清单比。文件只在您的浏览器里读，不会上传。",
    "A list states the SHA-256 of every file; this page compares your files with it. They are read in your browser "
    "only and sent nowhere.",
)
NO_SCRIPT = Text(
    "核对要打开 JavaScript。也可以自己核对：manifest.json 列着每个文件的大小和 SHA-256。",
    "Checking needs JavaScript. You can also do it yourself: manifest.json lists the size and SHA-256 of every file.",
)
LIMITS = Text(
    "这里查的是拷贝时坏了、缺了的文件。有意改动的人也能改清单；要防这个，请把压缩包的 SHA-256 "
    "和您信得过的地方公布的比。",
    "This finds files that were damaged or lost in copying. Somebody who changes files on purpose can change the list, "
    "too: against that, compare the archive’s SHA-256 with the one published where you trust it.",
)
NO_LIST = Text(
    "清单 manifest.js 没有打开：它缺了或坏了。请把整个 measures 文件夹重新拷一次。",
    "The list manifest.js did not open: it is missing or damaged. Copy the whole folder measures again.",
)

NOW = Text("先看一眼", "A first look")
NOW_ABOUT = Text(
    "从硬盘打开时，不用选文件夹，这一页自己就能看出哪些文件在不在，并逐字节核对计算用的 Python。别的文件有没有改动，"
    "要选文件夹才知道。",
    "Opened from disk, this page sees by itself which files are there, and checks Python for the calculations byte by "
    "byte. Whether another file was changed shows only when you choose the folder.",
)
NOW_ONLINE = Text(
    "您是在网上看这一页。用下面的“在网上核对”，或选一个拷下来的文件夹。",
    "You are reading this page online. Use “Check it online” below, or choose a folder that you copied.",
)
FOLDER = Text("逐字节核对文件夹", "Check a folder byte by byte")
FOLDER_LABEL = Text("选择解压出来的 measures 文件夹", "Choose the unzipped folder measures")
FOLDER_HELP = Text(
    "也可以把文件夹拖到这里。浏览器会问是否“上传”：它只是读，什么也不发送。",
    "Or drop the folder here. The browser asks whether to “upload” it; it only reads, and nothing is sent.",
)
SERVED = Text("在网上核对", "Check it online")
SERVED_HELP = Text(
    "把网站的每个文件取一遍（约 {} MB），逐字节核对。",
    "Fetches every file of the site (about {} MB) and checks it byte by byte.",
)
SERVED_START = Text("开始", "Start")
SERVED_DISK = Text(
    "您是从硬盘打开这一页的，用不着这一项。", "You opened this page from disk; there is no need for this."
)
CANCEL = Text("停止", "Stop")
RESULT = Text("结果", "Result")
COPY = Text("复制结果", "Copy the result")
PRINT = Text("打印", "Print")

COMPARE = Text("和旧的一份比较", "Compare with an older copy")
COMPARE_LABEL = Text("旧文件夹里的 manifest.json", "manifest.json of the older folder")
COMPARE_HELP = Text(
    "选旧的一份里的 manifest.json，看看从那以后哪些措施、哪些页变了。",
    "Choose the older copy’s manifest.json to see which measures and pages changed since.",
)

SPOKEN = {
    "looking": Text("正在看：{0} / {1}", "Looking: {0} of {1}"),
    "checking": Text("正在核对：{0} / {1}", "Checking: {0} of {1}"),
    "stopped": Text("已停止，核对了 {0} / {1} 个文件。", "Stopped after {0} of {1} files."),
    "present": Text("清单上的 {0} 个文件都在。", "All {0} files of the list are there."),
    "absent": Text("清单上的 {1} 个文件里，缺 {0} 个。", "Of the {1} files of the list, {0} are missing."),
    "unseen": Text(
        "这个浏览器不让从硬盘打开的页面看别的文件在不在。请选文件夹。",
        "This browser does not let a page from disk see whether other files are there. Choose the folder.",
    ),
    "python": Text(
        "计算用的 Python（{0} MB）逐字节相符。", "Python for the calculations ({0} MB) is right to the byte."
    ),
    "python_wrong": Text("计算用的 Python 不对：{0}。", "Python for the calculations is not right: {0}."),
    "choose": Text("其余文件的内容要选文件夹才能核对。", "To check what is in the other files, choose the folder."),
    "whole": Text(
        "全部 {0} 个文件与清单逐字节相符，没有多余的文件。",
        "All {0} files are right to the byte, and there is no other file.",
    ),
    "wrong": Text(
        "与清单不符：缺 {0} 个，改动 {1} 个，多出 {2} 个。",
        "Not as listed: {0} missing, {1} changed, {2} extra.",
    ),
    "missing": Text("缺少", "Missing"),
    "changed": Text("内容不符", "Changed"),
    "extra": Text("清单上没有", "Not on the list"),
    "repair": Text(
        "缺少或不符的：请从压缩包重新解压，或把整个文件夹重新拷一次。多出的文件不影响使用。",
        "Where files are missing or changed, unzip the archive again or copy the whole folder again. Extra files do no "
        "harm to the rest.",
    ),
    "foreign": Text(
        "这里没有这个网站的文件。请选解压出来的 measures 文件夹。",
        "There are no files of this site here. Choose the unzipped folder measures.",
    ),
    "unread": Text("有文件读不了：{0}", "A file could not be read: {0}"),
    "failed": Text("网络断了或不通：{0}", "The network failed: {0}"),
    "notice": Text("公告原文的 SHA-256：{0}", "SHA-256 of the notice: {0}"),
    "not_json": Text(
        "这个文件读不懂：它不是完整的 JSON。请选文件夹里的 manifest.json。",
        "This file could not be read: it is no complete JSON. Choose the manifest.json of a folder.",
    ),
    "not_ours": Text(
        "这个文件不是这个网站的清单。请选旧文件夹里的 manifest.json。",
        "This file is not a list of this site. Choose the manifest.json of the older folder.",
    ),
    "too_new": Text(
        "这份清单的格式比这一页新。请用新的那一份里的核对页打开它。",
        "The list’s format is newer than this page. Open it with the check page of the newer copy.",
    ),
    "same": Text("两份完全相同。", "The two copies are the same."),
    "notice_same": Text("公告原文没有变。", "The notice’s text is the same."),
    "notice_differs": Text("公告原文变了。", "The notice’s text is different."),
    "measures_changed": Text("内容变了的措施", "Measures whose page changed"),
    "measures_added": Text("新增的措施", "Measures added"),
    "measures_removed": Text("没有了的措施", "Measures removed"),
    "pages_changed": Text("内容变了的其他页", "Other pages that changed"),
    "pages_added": Text("新增的页", "Pages added"),
    "pages_removed": Text("没有了的页", "Pages removed"),
    "both": Text("中文和英文", "Chinese and English"),
    "zh": Text("只有中文", "Chinese only"),
    "en": Text("只有英文", "English only"),
    "no_words": Text("没有一页的内容变了。", "No page says anything else."),
    "runtime": Text(
        "计算用的 Python 和规则变了：结果可能不同。",
        "Python for the calculations and its rules changed: results may differ.",
    ),
    "runtime_same": Text("计算用的 Python 和规则没有变。", "Python for the calculations and its rules are the same."),
    "looks": Text("样式或脚本变了。", "Styles or scripts changed."),
    "old_list": Text(
        "旧清单没有写每页的内容，只能按文件比；样式变了也会算作页面变了。",
        "The older list does not state what each page says, so files are compared; a change of style counts, too.",
    ),
    "changes": Text("各次更新写了什么，见更新记录", "What each update says is on the page of changes"),
}


def spoken(lang: str) -> dict[str, str]:
    """What the page's script says, by name."""
    return {name: text[lang] for name, text in SPOKEN.items()}
