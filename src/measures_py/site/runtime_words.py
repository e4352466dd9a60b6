"""What a reader is told while Python starts in the page, and when it cannot."""

from __future__ import annotations

from measures_py.model import Text

PYTHON = {
    "download": Text("正在准备计算：{} / {} MB", "Getting the calculation ready: {} of {} MB"),
    "starting": Text("正在启动计算…", "Starting the calculation…"),
    "retry": Text("再试一次", "Try again"),
    "no_wasm": Text(
        "这个浏览器不能运行计算（没有 WebAssembly，或被设置禁用）。页面上的规则和例子仍然可用。",
        "This browser cannot run the calculation (WebAssembly is missing or switched off). The rules and examples on "
        "this page can still be used.",
    ),
    "no_worker": Text(
        "这个浏览器不允许后台计算（Worker）。页面上的规则和例子仍然可用。",
        "This browser does not allow calculating in the background (Worker). The rules and examples on this page can "
        "still be used.",
    ),
    "no_decompression": Text(
        "这个浏览器版本太旧，从文件夹打开时不能计算。请换新版浏览器，或在线打开；页面上的规则和例子仍然可用。",
        "This browser is too old to calculate in a page opened from a folder. Use a newer one or open the page online; "
        "the rules and examples on this page can still be used.",
    ),
    "missing": Text(
        "缺少计算要用的文件。在线阅读请刷新页面；离线版请重新完整解压。",
        "A file that the calculation needs is missing. Online, reload the page; offline, unzip the whole archive "
        "again.",
    ),
    "corrupt": Text(
        "计算要用的文件不完整或已损坏，没有使用。请再试一次；离线版请重新解压。",
        "A file that the calculation needs is incomplete or damaged and was not used. Try again; offline, unzip the "
        "archive again.",
    ),
    "network": Text(
        "网络断了，计算要用的文件没有取完。已填的内容还在，请再试一次。",
        "The connection was lost before the calculation’s files were all here. What you filled in is kept; try again.",
    ),
    "memory": Text(
        "内存不够，计算没有完成。关掉一些页面后再试一次。",
        "There was not enough memory to calculate. Close some pages and try again.",
    ),
    "timeout": Text(
        "计算超过 10 秒，已经停止。已填的内容还在，可以再试一次。",
        "The calculation took more than 10 seconds and was stopped. What you filled in is kept; you can try again.",
    ),
    "stopped": Text(
        "计算中断了。已填的内容还在，请再试一次。",
        "The calculation broke off. What you filled in is kept; try again.",
    ),
    "start": Text(
        "计算没有启动成功。请再试一次；页面上的规则和例子仍然可用。",
        "The calculation did not start. Try again; the rules and examples on this page can still be used.",
    ),
}
