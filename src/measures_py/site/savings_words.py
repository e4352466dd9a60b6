"""The words around the savings calculators, in both languages."""

from __future__ import annotations

from measures_py.model import Text

TITLE = Text("算节省", "Work out savings")
LEDE = Text(
    "用您自己的数，算一项措施值多少钱。公告没有给费率和金额，所以这里没有预填的数字；每一步算式都列出来，财务可以逐行核对。"
    "在您自己的浏览器里计算，不发送任何内容。",
    "What a measure is worth, in your own figures. The notice gives no rates and no amounts, so nothing is filled in "
    "for you; every step of the working is shown, line by line, for a finance department to check. It is worked out in "
    "your own browser; nothing is sent anywhere.",
)
HEADING = Text("能省多少", "Savings")
WHAT = Text("算什么", "What")
HOW = Text("怎么算", "How it is worked out")
ANY_MEASURE = Text("任何更早放行的措施", "any earlier release")
NONE_TITLE = Text("算不出节省的", "Where no saving can be worked out")
NONE_LEDE = Text(
    "下面各项没有一个诚实的算式，原因各写一句。",
    "For these measures no honest sum exists; one sentence says why.",
)

TRY_EXAMPLE = Text("试一个例子", "Try an example")
PUT_BACK = Text("换回我填的数", "Put back my figures")
CLEAR = Text("清空", "Clear")
EXAMPLE_TAG = Text("示例数字", "example figure")
KNOWN_TAG = Text("来自您的回答，请核对", "from your answers, please check")
EXAMPLE_NOTE = Text(
    "这些是示例数字，不是您的：{}。改掉它们，结果才是您的。",
    "These are example figures, not yours: {}. The result is yours once you have replaced them.",
)
EXAMPLE_ALL = Text(
    "这些都是示例数字，不是您的。改成您的数，结果才是您的。",
    "All of these are example figures, not yours. The result is yours once you have replaced them.",
)
KNOWN_NOTE = Text(
    "从“适合我吗”带来的数，请核对：{}。计税价格还包括到输入地点为止的运费和保险费。",
    "Carried over from your answers, please check: {}. A dutiable value also holds freight and insurance up to the "
    "place of entry.",
)
FILL_IN = Text("填好数字，结果会显示在这里。", "Fill in your figures and the result appears here.")
NEEDED = Text("还要填：{}。", "Still needed: {}.")
OR = Text("或", " or ")
ROW = Text("第 {} 行", "row {}")
EMPTY_IS_UNKNOWN = Text(
    "不知道就留空：没有填的不计入，也不当作零。",
    "Leave empty what you do not know: it is not counted, and never taken as zero.",
)

RANGE = Text("填范围", "Give a range")
ONE_FIGURE = Text("填一个数", "Give one figure")
LOW = Text("最低", "lowest")
HIGH = Text("最高", "highest")
TO = Text("至", "to")
UNITS = {
    "%": Text("%", "%"),
    "day": Text("天", "days"),
    "month": Text("个月", "months"),
    "hour": Text("小时", "hours"),
    "time": Text("次", "times"),
}
SUPPLIED = Text("不用您填的数", "Figures you need not enter")

RESULT = Text("结果", "Result")
FROM_DAY = Text("从第几天", "From day")
TO_DAY = Text("到第几天", "To day")
RATE = Text("每天（元）", "RMB a day")
TIER_HELP = Text(
    "可以从表格软件里复制几行，粘贴到第一格。“到第几天”可以不填。",
    "You can copy rows from a spreadsheet and paste them into the first cell. “To day” may be left empty.",
)
ADD_ROW = Text("加一行", "Add a row")
REMOVE_ROW = Text("删掉第 {} 行", "Remove row {}")
NO_ROWS = Text("粘贴的内容里没有读到天数和单价。", "No days and rates were found in what was pasted.")

KEEP = Text("加进合计", "Add to my total")
COMPARE = Text("和另一种比较", "Compare with another")
COMPARING = Text(
    "第 1 种已经记下：{}现在改动要填的数，就是第 2 种。",
    "Case 1 is kept: {} Now change the figures: that is case 2.",
)
STOP_COMPARING = Text("不比了", "Stop comparing")
CSV = Text("下载算式 CSV", "Download the working (CSV)")
OPEN_PAGE = Text("在“算节省”里打开，可和别的合计", "Open under Savings, to add it to others")

MINE = Text("我的合计", "My total")
MINE_LEDE = Text(
    "把几项加在一起，同一笔钱只算一次。同一笔钱留下省得多的那一项，没有计入的写明原因。",
    "Several savings added up, the same money counted once. Of two that count the same money the one that surely saves "
    "more stays; what is left out is named, with the reason.",
)
SCOPE = Text("算哪个范围", "What it covers")
CONSIGNMENT = Text("一票货物", "One consignment")
YEAR = Text("一年", "One year")
TIMES = Text("一年几次（不填按 1 次）", "Times a year (once if left empty)")
GOODS = Text("哪批货（可不填）", "Which goods (optional)")
GOODS_HELP = Text(
    "货名不同的两项，不会算成同一笔钱。",
    "Two entries about different goods never count the same money.",
)
MINE_CSV = Text("下载合计 CSV", "Download the total (CSV)")
REMOVE = Text("移除", "Remove")
SAVED_ON = Text("计算日期", "Worked out on")
ADDED = Text("已加进合计。", "Added to your total.")
