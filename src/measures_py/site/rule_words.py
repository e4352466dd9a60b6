"""The words around the rules: how a limb is told, and how a clause is lit."""

from __future__ import annotations

from measures_py.model import Text
from measures_py.verdict import Verdict

LEDE = Text(
    "由核对时用的同一份规则生成。引号里是公告原文，点开到那一句；其余是我们的说法。",
    "Generated from the same rules that the check uses. The words in quotation marks are the notice’s and lead to "
    "their "
    "sentence; the rest is ours.",
)
SCOPE = Text("说的是谁、什么货物、哪里", "Who, what and where it is about")
CONDITIONS = Text("要满足什么", "What has to be so")
NO_CONDITION = Text("公告没有再写条件。", "The notice states no further condition.")
ENDS = {
    Verdict.MAY_APPLY: Text(
        "都满足时：可能适用，由海关决定。", "When all of this is so, it may apply, and Customs decides."
    ),
    Verdict.MET: Text(
        "都满足时：公告写明的条件都符合；公告没有写还要海关同意。",
        "When all of this is so, the conditions that the notice states are met, and it names no consent by Customs.",
    ),
    Verdict.SERVICE: Text("海关自己的工作，没有要申请的。", "Customs’ own work; there is nothing to apply for."),
}
# Where one of several ways rests on what nobody but Customs can answer.
ENDS_EITHER = Text(
    "都满足时：公告写明的条件都符合；其中靠“由海关决定”或“公告没有列明”的，还要看海关。",
    "When all of this is so, the conditions that the notice states are met; where one of them rests on what is for "
    "Customs to decide or is not listed, Customs decides.",
)
NEXT = Text("下一步", "What to do next")
EXPECT = Text("会怎样", "What to expect")
# What a line is, where it is not simply for the reader to check.
KIND = {
    "undertaking": Text("由企业承诺", "For the business to undertake"),
    "consent": Text("由海关决定", "For Customs to decide"),
    "unlisted": Text("公告没有列明", "Not listed in the notice"),
    "background": Text("背景规定，不是公告的话", "A background rule, not the notice’s words"),
}
# What stands before and after the words that a background rule bears on.
BEARS_ON = {"zh": ("（关系到", "）"), "en": (" (bearing on ", ")")}
READ_BY = Text("这样读的依据（不是公告的话）", "Read so under (not the notice’s words)")
GROUP = {
    "all": Text("以下都要：", "All of these:"),
    "any": Text("以下任一即可：", "Any one of these:"),
    "at_least": Text("以下至少 {} 条：", "At least {} of these:"),
}
WAIVED = Text("没有用作条件的条款", "Clauses not used as conditions")
# Above the mark of a clause on the page with the whole notice, and in its panel.
STANDING = {
    "asked": Text("有问题对照", "a question asks about it"),
    "left": Text("由海关决定，或公告没有列明", "decided by Customs, or not listed"),
    "dated": Text("有期限规则", "a date rule counts it"),
    "promise": Text("海关的服务承诺", "a service promise of Customs"),
    "waived": Text("不作条件，理由写明", "no condition, for a written reason"),
    "told": Text("照录，不作条件", "told, and no condition"),
}
LEGEND = {
    "asked": Text("您能对照的：有问题问到", "yours to check: a question asks about it"),
    "left": Text("由海关决定，或公告没有列明", "decided by Customs, or not listed in the notice"),
    "dated": Text("期限：有规则计算或说明", "a time: a date rule computes or explains it"),
    "promise": Text("海关的服务承诺", "a service promise of Customs"),
    "waived": Text("不作条件，理由写明", "no condition, for a written reason"),
}
LIT = Text(
    "每一条都标明了用处；点开看它的问题、期限和案例。",
    "Each clause is marked by what became of it; open one for its questions, dates and cases.",
)
PROOF = Text("怎么验证的", "How all this is proven")
QUESTIONS = Text("问到它的问题", "Questions that ask about it")
DATES = Text("期限规则", "Date rules")
CASES = Text("用到它的手写案例：{} 个", "Hand-written cases that turn on it: {}")
DATE_CASES = Text("（手算案例：{} 个）", " (cases worked by hand: {})")
RULE = Text("看规则说明", "See the rule in words")
CLOSE = Text("关闭", "Close")
