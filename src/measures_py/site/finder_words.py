"""The words of the finder and of the check on each measure page, in both languages."""

from __future__ import annotations

from measures_py.model import Text

TITLE = Text("43 项里，哪些与我有关？", "Which of the 43 concern me?")
LEDE = Text(
    "知道多少答多少，“不知道”也是好答案。填的内容只留在这个页面里，不发送给任何人。",
    "Answer what you know; “don’t know” is a good answer. What you enter stays in this page and is sent to nobody.",
)
DESCRIPTION = Text(
    "回答几个问题，看 43 项里哪些可以申请、哪些可以用、还差什么、为什么。",
    "Answer a few questions and see which of the 43 measures you may apply for or use, what is missing, and why.",
)
QUESTIONS = Text("问题", "Questions")
RESULTS = Text("43 项的结果", "All 43, with your answers")
EXAMPLES = Text("先看一个例子", "Try an example")
EXAMPLES_NOTE = Text(
    "都是虚构的例子；点开会换掉现在的回答。", "All invented; opening one replaces your present answers."
)
WHY = Text("为什么问", "Why we ask")
WHY_MEASURE = Text("第 {} 项", "Measure {}")
DONT_KNOW = Text("不知道", "Don’t know")
NONE_OF_THESE = Text("都不是", "None of these")
EMPTY_IS_UNKNOWN = Text("空着就是不知道。", "Empty means don’t know.")
AS_OF = Text("按哪一天判断", "Judge as of")
AS_OF_HELP = Text("默认是您设备上的日期，可以改。", "Your device’s date; change it to plan ahead.")

NEXT = Text("下一个问题", "Next")
SKIP = Text("跳过", "Skip")
UNDO = Text("撤销", "Undo")
RESTART = Text("清除，重新开始", "Clear and start again")
ALL_QUESTIONS = Text("显示全部问题", "Show all questions")
ONE_QUESTION = Text("一次一个问题", "One question at a time")
STEP = Text("第 {} 题 · 最多可确定 {} 项", "Question {} · can settle up to {} measures")
STEP_ONE = Text("第 {} 题 · 最多可确定 1 项", "Question {} · can settle 1 measure")
STEP_NONE = Text("补充回答 · 不再影响结果", "This question no longer changes a result")
WAITING = Text("第 {} 题", "Question {}")
DONE = Text(
    "没有要再问的了：剩下的问题都不会改变结果。", "Nothing more to ask: no further question would change a result."
)
DONE_SKIPPED = Text("剩下的都是您跳过的问题。", "What is left are the questions you skipped.")
ASK_SKIPPED = Text("再看跳过的问题", "Go back to the skipped ones")
YOUR_ANSWERS = Text("您的回答", "Your answers")
NO_ANSWERS = Text("还没有。", "None yet.")
CHANGE = Text("修改", "Change")
NO_SCRIPT = Text(
    "给出结果需要打开 JavaScript。问题、依据和每一项的页面在这里都能看。",
    "Giving results needs JavaScript. The questions, what they rest on and the page of each measure can be read "
    "without it.",
)
MEASURE_PAGE = Text("第 {} 项的页面", "The page of measure {}")
LOADING = Text("正在取出结果…", "Fetching the result…")
EMPTY_GROUP = Text("没有", "None")

COPY = Text("复制链接", "Copy link")
PRINT = Text("打印", "Print")
SAVE_JSON = Text("保存（JSON）", "Save (JSON)")
SAVE_CSV = Text("表格（CSV）", "Table (CSV)")
OPEN_SAVED = Text("打开保存过的结果", "Open a saved result")
TAKE = Text("带走", "Take it away")
TAKE_NOTE = Text(
    "链接里只有您的回答。保存的 JSON 以后可以再打开，看哪些结果变了。",
    "The link holds your answers and nothing else. A saved JSON can be opened again later to see what changed.",
)
UNREADABLE = Text("这个文件读不了。", "This file cannot be read.")
DROPPED = Text("链接里有读不懂的内容，没有采用：{}", "Parts of the link could not be read and were left out: {}")

CHECK = Text("核对一下", "Check it")
CHECK_NOTE = Text(
    "只问这一项要知道的。填的内容不发送给任何人。",
    "Only what this measure needs to know. What you enter is sent to nobody.",
)
CHECK_SERVICE = Text(
    "这一项不用回答问题：没有要由您申请或符合的条件。",
    "There is nothing to answer here: the measure has no condition for you to meet and nothing to apply for.",
)
CHECK_RESULT = Text("结果", "Result")
CLEAR = Text("清除", "Clear")
ALL_43 = Text("用这些回答看全部 43 项", "See all 43 with these answers")
WORKED = Text("算好的例子", "Worked examples")
OPEN_CASE = Text("用这个例子填上面的表", "Fill the form with this example")


def spoken(lang: str) -> dict[str, str]:
    """What the finder's script says, by name."""
    said = {
        "step": STEP,
        "step_one": STEP_ONE,
        "step_none": STEP_NONE,
        "waiting": WAITING,
        "done": DONE,
        "done_skipped": DONE_SKIPPED,
        "all": ALL_QUESTIONS,
        "one": ONE_QUESTION,
        "change": CHANGE,
        "unreadable": UNREADABLE,
    }
    return {name: text[lang] for name, text in said.items()}
