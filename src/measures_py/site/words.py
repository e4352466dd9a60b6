"""The site's own words in both languages: labels, headings and short sentences around the data."""

from __future__ import annotations

from measures_py.model import Text

KIND = {
    "apply": Text("企业申请", "Apply"),
    "use": Text("渠道或支持", "Channel or support"),
    "automatic": Text("海关自动适用", "Customs applies it"),
    "service": Text("服务事项", "A service"),
}
KIND_MEANS = {
    "apply": Text("要由企业提出申请、声明或备案", "a business files, applies or declares something"),
    "use": Text(
        "公告写的是渠道、做法或支持，没有写要另行申请",
        "a channel, a way of working or support; the notice names no separate application",
    ),
    "automatic": Text(
        "由海关实施，公告没有要求企业申请", "Customs does it; the notice asks businesses for no application"
    ),
    "service": Text(
        "海关的服务或组织工作，公告没有要求申请",
        "services or organizational work of Customs; the notice asks for no application",
    ),
}
ROLE = {
    "scope": Text("适用范围", "Scope"),
    "condition": Text("条件", "Condition"),
    "undertaking": Text("承诺", "Undertaking"),
    "consent": Text("海关同意或决定", "Customs’ consent or decision"),
    "unlisted": Text("公告未列明", "Not listed in the notice"),
    "benefit": Text("带来的便利", "Benefit"),
    "procedure": Text("怎么办", "Procedure"),
    "deadline": Text("时间要求", "Time limit"),
    "service_promise": Text("服务承诺", "Service promise"),
}
GLANCE = {
    "for_whom": Text("给谁", "For whom"),
    "what_changes": Text("变化", "What changes"),
    "where": Text("地点", "Where"),
    "what_you_do": Text("您要做", "What you do"),
    "who_decides": Text("谁决定", "Who decides"),
    "channel": Text("渠道", "Channel"),
    "time": Text("时间", "Time"),
    "cost_lever": Text("影响哪些成本", "Costs it affects"),
}
TAG = {
    "chapter": Text("方面", "Chapter"),
    "class": Text("您要做什么", "What you do"),
    "flow": Text("流向", "Direction"),
    "goods": Text("货物", "Goods"),
    "actor": Text("涉及谁", "Who is concerned"),
    "stage": Text("环节", "Stage"),
    "place": Text("地点", "Place"),
}
WHO = {
    "business": Text("企业", "Business"),
    "customs": Text("海关", "Customs"),
    "laboratory": Text("实验室", "Laboratory"),
    "authority": Text("主管部门", "Authority"),
    "bank": Text("银行", "Bank"),
    "traveler": Text("旅客", "Traveler"),
    "carrier": Text("承运方", "Carrier"),
    "port": Text("口岸", "Port"),
}
RELATED = {
    "combines": Text("可以一起用", "Can be used together"),
    "confused": Text("容易混淆", "Easily confused"),
}
HOW = {
    "full_text": Text("已读法律全文", "the statute was read in full"),
    "article_text": Text("已读该条条文", "the article itself was read"),
    "page_excerpt": Text("已在网页存档中读到", "read in an archived page"),
    "secondary": Text("二手资料，未见原文", "secondary source; the original was not seen"),
}

SILENT = Text("公告未写明", "The notice does not say")
UNOFFICIAL = Text(
    "非官方说明。以大连海关公告中文原文为准；解读说明附件未取得。",
    "Unofficial explanation. The Chinese notice of Dalian Customs prevails; its attachment of explanatory "
    "notes was not available.",
)

HEADING = {
    "glance": Text("一眼看懂", "At a glance"),
    "flow": Text("谁先做什么", "Who does what"),
    "says": Text("公告怎么说", "What the notice says"),
    "open": Text("公告没有说的", "What it leaves open"),
    "rule": Text("规则说明", "The rule in words"),
    "dates": Text("期限", "Dates"),
    "background": Text("背景规定", "Background rules"),
    "related": Text("相关措施", "Related measures"),
    "cite": Text("引用本项", "Cite this measure"),
}

MEASURE = Text("第 {} 项", "Measure {}")
CHAPTER = Text("第{}部分", "Part {}")
SENTENCE_LINK = Text("第 {} 句的固定链接", "Permanent link to sentence {}")
COPY = Text("复制链接", "Copy link")
OFFICIAL_TITLE = Text("公告中的标题", "Title in the notice")
UNOFFICIAL_SUMMARY = Text("摘要非官方，以公告原文为准", "unofficial summary; the Chinese notice prevails")
BEFORE = Text("没有这一项时", "Without the measure")
AFTER = Text("按这一项", "With the measure")
ONLY_AFTER = Text("怎么走", "How it goes")
SLOGAN = Text("口号", "Slogan")
NO_BACKGROUND = Text(
    "没有核实到与这一项有关的其他规定。没有核实到，不等于没有。",
    "No other rule bearing on this measure could be verified. Not verified does not mean that there is none.",
)
BACKGROUND_NOTE = Text(
    "以下不是公告的内容，是我们核对过的其他规定；来源多为转载或存档，使用前请查官方文本。",
    "None of this is in the notice: these are other rules that we checked. Most sources are re-posts or archived "
    "copies; look up the official text before relying on them.",
)
ALL_BACKGROUND = Text(
    "本网站用到的每一条背景规定：哪部法规、哪一条、说什么、是否有效、怎么核对的，与哪几项措施有关。",
    "Every background rule that this site relies on: which instrument and article, what it says, whether it is in "
    "force, how it was verified, and which measures it bears on.",
)
WHOLE_LIST = Text("全部背景规定", "All background rules")
BEARS_ON_MEASURES = Text("有关的措施：", "Measures:")
LIST_COMMA = Text("、", "; ")
OPEN_NOTE = Text("留给海关判断，或公告没有写明：", "Left to Customs, or not stated in the notice:")
READING = Text("阅读方式", "Reading")
READ_BOTH = Text("中英对照", "Both languages")
READ_ZH = Text("只看中文", "Chinese only")
READ_EN = Text("只看英文", "English only")

BEARS = Text("与本项的关系：", "How it bears on this measure:")
VERIFIED = Text("核对：{}，{}。", "Verified: {}, {}.")
SOURCE = Text("出处", "source")
SOURCE_OF = Text("“{}”的出处 {}", "source {1} of “{0}”")
UNDERLINED = Text("画线", "underlined")
THIS_LINK = Text("这一句的固定链接", "Permanent link to this sentence")
FROM_ON = Text("自 {} 起施行", "in force from {}")
FROM_UNTIL = Text("施行期间 {} 至 {}", "in force from {} to {}")
UNTIL_ONLY = Text("已于 {} 失效", "ended on {}")
FORCE_UNKNOWN = Text("施行日期未核对", "date of entry into force not checked")
BY = Text("由{}取代", "replaced by {}")

SHORT_LINK = Text("短链接", "Short link")
SITE_NAME = Text("43 项措施", "43 measures")
SITE_TITLE = Text("大连海关 43 项惠企措施", "43 Dalian Customs measures for businesses")
HOME_TITLE = Text("大连海关 43 项惠企措施，逐句看懂", "43 Dalian Customs measures for businesses, sentence by sentence")
HOME_LEDE = Text(
    "每一项给谁、改变什么、要做什么、还没说清什么。中英对照，每句都有固定链接，断网也能用。",
    "Whom each one is for, what it changes, what you do, and what it leaves open. In Chinese and English, with a "
    "permanent link to every sentence; it also works without a network.",
)
DOORS = Text("入口", "Ways in")
HOME_DOORS = (
    (
        "finder.html",
        Text("适合我吗", "Find what fits me"),
        Text(
            "回答几个问题，看 43 项里哪些与您有关、为什么、下一步做什么。",
            "Answer a few questions: which of the 43 concern you, why, and what to do next.",
        ),
    ),
    (
        "measures/index.html",
        Text("浏览全部 43 项", "Browse all 43"),
        Text(
            "按流向、货物、环节、地点和要做的事筛选。",
            "Filter by direction, goods, stage, place and what you have to do.",
        ),
    ),
    (
        "notice.html",
        Text("逐句读公告", "Read the notice"),
        Text(
            "原文一字不改，句句对照英文，条件都标出来。",
            "The Chinese to the letter, English beside it, every condition marked.",
        ),
    ),
    (
        "deadlines.html",
        Text("最晚哪天", "By when"),
        Text(
            "每条期限按各种站得住的算法计算，先给最稳妥的一天，可加入日历。",
            "Every date rule under each way of counting; the safe day first, ready for your calendar.",
        ),
    ),
    (
        "savings.html",
        Text("值多少钱", "What it is worth"),
        Text(
            "用您自己的数算，分清不再付的、晚些付的和通关时的现金，每一步算式都在。",
            "In your own figures: never paid, only paid later, or cash at the border; with the working.",
        ),
    ),
    (
        "offline.html",
        Text("带走离线版", "Take it along"),
        Text("一个文件夹，双击就能打开，不用联网。", "One folder; open it with a double click, no network needed."),
    ),
)
FOUR_PARTS = Text("四个方面", "Four parts")
WHAT_IT_ASKS = Text("您可能要做的", "What you may have to do")
FIGURES = Text("公告里的数字和时间", "The figures and times in the notice")
FIGURES_LEDE = Text(
    "企业能拿来对照的数量、时间和频次，都在下面。公告没有写别的金额，也没有费率、百分比、费用或电话；我们也不补。",
    "The quantities, times and rhythms that a business can compare with its own case. The notice gives no other "
    "amount, and no rate, percentage, fee or telephone number; neither do we.",
)

ALL_TITLE = Text("全部 43 项措施", "All 43 measures")
ALL_LEDE = Text(
    "每项一句话：改变什么。选条件筛选，结果地址可以直接发给同事。",
    "One line each: what changes. Filter the list, and send the resulting address to a colleague.",
)
FILTER = Text("筛选措施", "Filter the measures")
ANY = Text("全部", "All")
FOUND = Text("{} 项", "{} measures")
FOUND_ONE = Text("1 项", "1 measure")
FOUND_NONE = Text("没有符合全部条件的措施", "No measure meets all of these")
SHOW_UNLIMITED = Text("另有 {} 项不限这些条件，一并显示", "{} more are not limited in this respect: show them too")
HIDE_UNLIMITED = Text("不显示没有限定的 {} 项", "Hide the {} that are not limited in this respect")
CLEAR = Text("清除", "Clear")

NOTICE_TITLE = Text("公告全文，逐句对照", "The whole notice, sentence by sentence")
NOTICE_LEDE = Text(
    "中文一字不改；英文是非官方译文。点 ¶ 到那一句的固定地址。",
    "The Chinese is verbatim; the English is an unofficial translation. ¶ leads to a sentence’s permanent address.",
)
ATTACHMENT = Text("附件", "Attachment")
ATTACHMENT_NOTE = Text(
    "这份附件我们没有取得。公告只写“符合条件的”而没有列出条件的地方，条件是未知，不是没有。",
    "We do not have this attachment. Where the notice says only “qualifying” without listing conditions, the "
    "conditions are unknown, not absent.",
)

GLOSSARY_TITLE = Text("术语表", "Glossary")
GLOSSARY_LEDE = Text(
    "公告里的词，英文怎么说，指什么，在哪几项里。英文多数没有官方译法。",
    "The notice’s terms, their English, what they mean and where they occur. Most have no official English.",
)
TERM_ZH = Text("中文", "Chinese")
TERM_EN = Text("英文", "English")
TERM_NOTE = Text("说明", "Note")
TERM_WHERE = Text("出现在", "Occurs in")

SEARCH = Text("搜索：一万元、海鲜…", "Search: 10,000, seafood…")
SEARCH_DO = Text("搜索", "Search")
RESULTS = Text("搜索结果", "Search results")
RESULTS_FOUND = Text("{} 个结果", "{} results")
NO_RESULT = Text("没有找到。换个说法试试，或看全部 43 项。", "Nothing found. Try other words, or look through all 43.")
SEARCH_LOADING = Text("正在载入搜索…", "Loading the search…")
SEARCH_FAILED = Text("搜索没有载入。请看全部 43 项。", "The search did not load. See all 43 measures instead.")

DEADLINES_TITLE = Text("算期限", "Work out dates")
DEADLINES_LEDE = Text(
    "公告和核对过的法规里的每一条期限。先给各种算法下都稳妥的一天，再说别的算法为什么不同。在您自己的浏览器里计算，不发送任何内容。",
    "Every date rule in the notice and in the law we verified. First the day that is safe under every way of counting, "
    "then the others and why they differ. It is worked out in your own browser; nothing is sent anywhere.",
)
RULE_WHAT = Text("算什么", "What")
RULE_SAYS = Text("规则", "The rule")
RULE_FOR = Text("措施", "Measure")
RULE_ALL_IMPORTS = Text("所有进口货物", "all imports")
NOT_COMPUTED = Text("不能计算的", "What cannot be computed")
MY_DATES = Text("我的日期", "My dates")
EXPORT_DATES = Text("一起加入日历", "Add all to the calendar")
REMOVE = Text("移除", "Remove")
TODAY = Text("今天", "Today")
TODAY_HELP = Text("默认是您设备上的日期，可以改。", "Your device’s date; change it to plan ahead.")
LINK_DROPPED = Text("链接里有读不懂的内容，已略过：{}", "Parts of the link could not be read and were left out: {}")
FILL_IN = Text("填好日期，结果会显示在这里。", "Fill in the dates and the answer appears here.")
ADD_TO_CALENDAR = Text("加入日历", "Add to calendar")
KEEP = Text("放进我的日期", "Keep in my dates")
PRINT = Text("打印", "Print")
NO_SCRIPT_CALC = Text(
    "计算需要打开 JavaScript；规则和算好的例子在这里都能看。",
    "The calculation needs JavaScript; the rule and the worked example can be read without it.",
)
EXAMPLE = Text("算好的例子", "A worked example")
YES = Text("是", "Yes")
NO = Text("否", "No")
OPTIONAL = Text("（可不填）", "(optional)")
DONT_KNOW = Text("不知道", "Don’t know")
CHOOSE = Text("请选择", "Choose")
NO_DATES_PROMISE = Text(
    "公告提到的「{}」是海关的服务承诺，不是企业要遵守的时限，所以这里不算日期。",
    "What the notice mentions ({}) is a service promise of Customs and not a time limit for a business; so there is "
    "no date to work out.",
)
NO_DATES = Text(
    "公告没有给这一项写企业要遵守的时限，核对过的其他规定里也没有，所以这里不算日期。",
    "The notice sets no time limit that a business must keep under this measure, and none was found in the other rules "
    "we verified; so there is no date to work out.",
)

NAV = (
    ("finder.html", "finder", Text("适合我吗", "Find what fits")),
    ("measures/index.html", "list", Text("全部措施", "All measures")),
    ("deadlines.html", "deadlines", Text("算期限", "Dates")),
    ("savings.html", "savings", Text("算节省", "Savings")),
    ("notice.html", "notice", Text("公告原文", "The notice")),
    ("glossary.html", "glossary", Text("术语表", "Glossary")),
    ("offline.html", "offline", Text("离线版", "Offline copy")),
    ("about.html", "about", Text("关于", "About")),
)
# Every page but those of the measures; the header does not name them all.
PAGE_NAME = {"index.html": Text("首页", "Home")} | {address: name for address, _, name in NAV}
PAGE_NAME |= {
    "background.html": Text("背景规定", "Background rules"),
    "proof.html": Text("怎么验证的", "What is proven, and how"),
    "check.html": Text("核对离线版", "Check a copy"),
    "changes.html": Text("更新记录", "Changes"),
    "data.html": Text("数据", "Data"),
}
PAGE_ABOUT = {
    "check.html": Text(
        "核对一份拷贝是否完整，看与旧版有什么不同", "Whether a copy is whole, and what differs from an older one"
    ),
    "changes.html": Text("本站哪天改了什么，可以订阅", "What changed on this site and when, with a feed"),
    "data.html": Text("JSON、表格、订阅，供别的程序用", "JSON, a table and feeds for other programs"),
    "background.html": Text(
        "用到的每一条背景规定，怎么核对的", "Every background rule relied on, and how it was verified"
    ),
    "proof.html": Text("规则、日期和日历检查了什么", "What is checked of the rules, the dates and the calendar"),
    "finder.html": Text("回答几个问题，看 43 项里哪些与您有关", "Answer a few questions: which of the 43 concern you"),
    "deadlines.html": Text("每条期限，先给最稳妥的一天", "Every date rule, the safe day first"),
    "savings.html": Text("用自己的数算能省多少，列出算式", "What a measure saves, in your figures, with the working"),
    "measures/index.html": Text("43 项一览，可筛选", "All 43 on one page, with filters"),
    "notice.html": Text("公告全文，逐句中英对照", "The whole notice, sentence by sentence"),
    "glossary.html": Text("公告里的词，英文怎么说", "The notice’s terms in both languages"),
    "offline.html": Text("下载离线版，断网使用", "A copy to use without a network"),
    "about.html": Text("来源、局限、引用、许可", "Source, limits, citing, license"),
}
PAGE_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "finder.html": {
        "zh": ("适合我吗", "我能用哪些", "哪些适用", "符合条件吗", "自测", "问卷", "测一测"),
        "en": ("find what fits", "finder", "which apply to me", "questionnaire", "check", "self-assessment"),
    },
    "deadlines.html": {
        "zh": ("算期限", "期限", "最后一天", "截止日期", "工作日", "日历", "到期日"),
        "en": ("deadline", "deadlines", "due date", "working days", "calendar", "last day"),
    },
    "savings.html": {
        "zh": ("算节省", "省多少钱", "节省", "费用", "成本", "堆存费", "滞箱费", "运费", "增值税", "值多少"),
        "en": ("savings", "cost", "how much", "money", "worth", "storage", "detention", "freight", "VAT", "fee"),
    },
    "background.html": {
        "zh": ("背景规定", "法律依据", "法规", "法条", "海关法", "关税法"),
        "en": ("background rules", "law", "legal basis", "statutes", "regulations"),
    },
    "check.html": {
        "zh": ("核对", "校验", "完整吗", "文件损坏", "哈希", "比较版本"),
        "en": ("check a copy", "verify files", "damaged", "checksum", "SHA-256", "compare versions"),
    },
    "changes.html": {
        "zh": ("更新", "更新记录", "改动", "版本", "订阅", "最近"),
        "en": ("changes", "what is new", "updates", "feed", "history", "version"),
    },
    "data.html": {
        "zh": ("数据", "接口", "表格", "机器可读", "下载数据"),
        "en": ("data", "API", "JSON", "CSV", "spreadsheet", "machine-readable"),
    },
    "proof.html": {
        "zh": ("验证", "怎么检查", "证明", "测试", "可靠吗"),
        "en": ("proof", "verification", "tests", "how is it checked", "can I trust it"),
    },
    "offline.html": {
        "zh": ("离线", "离线版", "断网", "没有网络", "U盘", "下载网站", "内网"),
        "en": ("offline", "download", "without network", "no internet", "USB stick", "intranet"),
    },
    "glossary.html": {
        "zh": ("术语", "术语表", "词汇", "翻译", "英文怎么说"),
        "en": ("glossary", "terms", "terminology", "translation"),
    },
    "about.html": {
        "zh": ("关于", "来源", "公告日期", "发布日期", "免责", "许可", "版权", "纠错"),
        "en": ("about", "source", "date of the notice", "disclaimer", "licence", "license", "copyright"),
    },
    "notice.html": {"zh": ("原文", "公告原文", "全文"), "en": ("full text", "whole notice", "original text")},
    "measures/index.html": {"zh": ("目录", "清单", "一览"), "en": ("list", "overview", "index")},
}
MENU = Text("菜单", "Menu")
MAIN_NAV = Text("主导航", "Main navigation")
SCHEME = Text("深色或浅色", "Dark or light")
OTHER_LANGUAGE = Text("English", "中文")
ON_PAGE = Text("本页", "On this page")
PREVIOUS = Text("上一项", "Previous")
NEXT = Text("下一项", "Next")
COPIED = Text("已复制", "Copied")
COPY_FAILED = Text("复制不了，请手动复制地址", "Could not copy; please copy the address by hand")
# Seen where the styles or the scripts of a page did not come: in an archive, in half a folder, on a bad line.
UNZIP = Text(
    "这一页没有完整打开。在压缩包里看的：请先解压，再打开 index.html。已经解压的：文件夹没有拷全，请把整个 measures "
    "文件夹重新拷一次，再打开 check.html 核对。在网上看的：请刷新。",
    "This page did not open completely. In an archive: unzip it first, then open index.html. In an unzipped folder: it "
    "was not copied whole; copy the folder measures again and check it with check.html. Online: reload the page.",
)
NOT_FOUND = Text("没有这个页面", "There is no such page")
NOT_FOUND_TEXT = Text(
    "地址可能抄漏了。看看全部 43 项，或搜索。", "The address may be incomplete. See all 43 measures, or search."
)
MOVED = Text("正在转到第 {} 项…", "On the way to measure {}…")
RETIRED = Text("{0} 已于 {1} 停用，不再使用。", "{0} was retired on {1} and is no longer used.")
RETIRED_ON = Text("现在请看这里", "See this instead")
RETIRED_TITLE = Text("停用的地址", "Retired addresses")


def labelled(label: str, value: str, lang: str) -> str:
    """What was asked and what was answered, in one line; after a question mark no colon."""
    mark = "" if label.endswith(("？", "?")) else "：" if lang == "zh" else ":"
    return f"{label}{mark}{value}" if lang == "zh" else f"{label}{mark} {value}"


def numbered(text: Text, lang: str, number: object) -> str:
    """A phrase with a number in its place."""
    return text[lang].format(number)
