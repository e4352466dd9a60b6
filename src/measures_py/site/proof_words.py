"""The words of the proof page: what is checked, in plain sentences; the figures come from the proof itself."""

from __future__ import annotations

from measures_py.model import Text

TITLE = Text("怎么验证的", "What is proven, and how")
LEDE = Text(
    "下面的数字都出自构建网站的程序，没有一个是手写的。有一条不成立，构建就停下，旧网站不动。",
    "Every figure below comes from the program that builds this site; none is typed. When anything here does not "
    "hold, the build stops and the site stays as it was.",
)
LIMIT = Text(
    "证明的是：程序照规则办，规则的每一条都用到了公告的原文。证明不了我们对公告的理解就是海关的理解；"
    "以公告原文和海关的决定为准。",
    "What is proven is that the program does what the rules say, and that each rule rests on words of the notice. It "
    "cannot be proven that we read the notice as Customs does: the Chinese notice and Customs’ decisions prevail.",
)
IN_FIGURES = Text("一眼看数字", "In figures")
FIGURES = {
    "limbs": Text("条规则（措施或它的一个分支）", "rules, each for a measure or one of its limbs"),
    "states": Text("种回答组合，一一走过", "combinations of answers, each gone through"),
    "cases": Text("个按原文手写的案例", "cases written by hand from the text"),
    "mutants": Text("次故意改坏规则", "small breakages of the rules, made on purpose"),
    "dates": Text("个手算的期限案例", "date cases worked by hand"),
    "days": Text("天逐日核对的日历", "calendar days compared one by one"),
}
STATES = Text("每一种回答组合", "Every combination of answers")
STATES_LEDE = Text(
    "每条规则把能分清的回答都列出来，包括“不知道”；金额在门槛两边各取一个，日期在期限两边各取一个。"
    "每一种组合里都核对：",
    "For each rule, all the answers that it can tell apart are combined, “don’t know” among them; amounts are cut at "
    "their threshold and days at theirs. In every combination this is checked:",
)
PROPERTIES = (
    Text(
        "结论与另一段独立的、最直白的计算一致：把不知道的逐一补全，看每一种补法的结论。",
        "The verdict agrees with a separate and plainest calculation, which completes the unknown answers in every "
        "way.",
    ),
    Text(
        "没有一条从来不起作用的条件，这条规则能给的结论都给到过。",
        "No condition is without effect, and every verdict that the rule can give is reached.",
    ),
    Text(
        "多答一题，已定的结论不会翻转；唯一的例外是“有一条不符合”变成“说的不是这种情况”。",
        "One more answer never turns a settled verdict round; the one exception is that a failed condition may turn "
        "out "
        "to lie outside the measure altogether.",
    ),
    Text(
        "说出的理由单凭自己就足以得出结论，少一条就不够；还要问的，正好是还会改变结论的。",
        "The reasons given force the verdict by themselves, and no fewer would; what is still asked is exactly what "
        "can "
        "still change it.",
    ),
    Text(
        "“要怎样才不同”里的每一组改变确实改变结论，没有更小的一组也能做到。",
        "Each set of changes that is told really changes the verdict, and no smaller set does.",
    ),
)
CASES = Text("按原文手写的案例", "Cases written by hand from the text")
CASES_LEDE = Text(
    "{cases} 个案例，每条规则都有：写明情形、结论、起决定作用的条款、还没定的条款，照公告原文写成，"
    "再与程序的回答比对。",
    "{cases} cases, with some for every rule: a situation, its verdict, the clauses that decide and what stays open, "
    "written from the words of the notice and then compared with what the program answers.",
)
MUTANTS = Text("故意改坏的规则", "Rules broken on purpose")
MUTANTS_LEDE = Text(
    "规则被一处一处改坏，共 {mutants} 次。{by_case} 次被案例发现；{by_check} 次因为引的字不在所引的条款里，"
    "被数据检查拒绝；"
    "{accepted} 次没有被发现，理由写在下面。",
    "The rules were broken in one place at a time, {mutants} times. {by_case} were noticed by a case; {by_check} were "
    "refused by the check of the data, as the words quoted do not stand in the clause named; {accepted} went "
    "unnoticed, "
    "for the reasons below.",
)
KIND = {
    "left_out": Text("漏掉一条", "a condition left out"),
    "turned_round": Text("把一条反过来", "a condition turned round"),
    "exchanged": Text("“全部”和“任一”互换", "“all” and “any” exchanged"),
    "boundary": Text("含不含本数互换", "the figure itself let in or shut out"),
    "threshold": Text("门槛挪动最小的一个单位", "a threshold moved by the smallest unit"),
    "period": Text("期限多一个月、少一个月或倒着算", "a period one month longer, shorter, or counted the other way"),
    "clause": Text("引错条款", "another clause named"),
}
BREAKAGE = Text("怎样改坏", "How it was broken")
TIMES = Text("次数", "Times")
BY_CASE = Text("案例发现", "Noticed by a case")
BY_CHECK = Text("数据检查拒绝", "Refused by the check")
UNNOTICED = Text("没有被发现的，各有理由", "What went unnoticed, and why")
DATES = Text("期限", "Dates")
DATES_LEDE = Text(
    "{rules} 条期限规则，{dates} 个手算案例：月末、闰日、节假日、调休、新旧规定交替。此外，"
    "从 {first} 到 {last} 的 {days} 天逐日照国务院办公厅的"
    "放假通知核对，并用一天一天数的笨办法核对了 {counts} 次“第几个工作日”。",
    "{rules} date rules and {dates} cases worked by hand: month ends, leap days, holidays, make-up days, old and new "
    "law. "
    "Besides, the {days} days from {first} to {last} were compared one by one with the State Council’s holiday "
    "notices, "
    "and {counts} counts of working days with plain counting, a day at a time.",
)
DATE_RULE = Text("期限规则", "Date rule")
HAND_CASES = Text("手算案例", "Cases by hand")
COVERAGE = Text("逐条看公告", "Clause by clause")
COVERAGE_LEDE = Text(
    "公告里写条件、承诺、海关同意、没有列明和时间要求的条款共 {asking} 条：{used} 条用在规则里，"
    "{waived} 条写明理由不用，{none} 条没有着落。"
    '其余条款写的是范围、便利、办法和服务承诺。<a href="notice.html">公告全文</a>里每一条都标明了用处。',
    "{asking} clauses of the notice state conditions, undertakings, Customs’ consent, terms not listed or times: "
    "{used} "
    "are used by a rule, {waived} are waived for a written reason, and {none} are left. The others are about scope, "
    'benefits, procedure and service promises. <a href="notice.html">The whole notice</a> marks each by what became of '
    "it.",
)
BY_MEASURE = Text("每一项：用到几条，共几条", "Each measure: how many are used, of how many")
WAIVED = Text("写明理由不用的", "Waived, for these reasons")
RULES = Text("逐条规则", "Rule by rule")
RULE = Text("规则", "Rule")
QUESTIONS = Text("问题", "Questions")
COMBINATIONS = Text("组合", "Combinations")
REACHED = Text("给到过的结论（组合数）", "Verdicts reached (combinations)")
CASE_COUNT = Text("案例", "Cases")
BROKEN = Text("改坏／被发现", "Broken / noticed")
COUNTEREXAMPLES = Text("反例", "Counterexamples")
NO_COUNTEREXAMPLE = Text(
    "没有发现。要是有，构建就会停下，并在这里列出：点开就是填好那组回答的“适合我吗”。",
    "None was found. Had there been one, the build would have stopped and listed it here, with a link to the finder "
    "filled in with those answers.",
)
TIME = Text("时间和机器", "Time and machine")
TIME_LEDE = Text(
    "整个证明用 {seconds} 秒（{system}，{cores} 核，Python {python}，{measured} 测；中位数）。规则、程序或案例一改，"
    "构建就重新证明。",
    "The whole proof took {seconds} s ({system}, {cores} cores, Python {python}, measured on {measured}; median). It "
    "is "
    "done again whenever a rule, the program or a case changes.",
)
REPEAT = Text("自己再做一遍：", "Do it again yourself: ")
