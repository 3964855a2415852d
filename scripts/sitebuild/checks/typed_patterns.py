"""How articles of laws, deadlines, amounts and rates look where they are typed, in each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NUMERAL = r"[一二两三四五六七八九十百千万]"
_COUNTED = rf"(?<![第“\[一二两三四五六七八九十百]){_NUMERAL}+"
_SIGNS = re.compile(rf"[\d第]|\((?:tel|sms):|{_NUMERAL}[个日天年小元]")
_WORD = re.compile(r"\w+")
_WORDS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    )
)
_IN_WORDS = rf"(?:{'|'.join(sorted(_WORDS))})"
_ARTICLE = r"第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?"
_HIGH_ARTICLE = (
    r"(?<!合同)(?<!协议)(?<!条款)(?<!章程)(?<!说明)第(?:[一二三四五六七八九]?[十百千][〇零一二三四五六七八九十百千]+"
    r"|[二三四五六七八九][十百千]|\d{2,})条(?!短信|消息|信息|记录|留言|评论|语音|微博|建议|线索|通知|弹窗|新闻)"
)
"""Nobody counts so far: 第四十七条 is an article, whatever follows; 第12条短信 is not."""


def may_be_typed(line: str) -> bool:
    """Tell quickly whether a line may hold a typed fact: one without a number, an article or a dial link does not."""
    return bool(_SIGNS.search(line)) or not _WORDS.isdisjoint(_WORD.findall(line.lower()))


@dataclass(frozen=True)
class TypedPatterns:
    """The patterns for typed articles, deadlines and amounts in one language."""

    article: re.Pattern[str]
    deadline: re.Pattern[str]
    """A period that is always a legal one, such as one in working days."""
    period: re.Pattern[str]
    """A period that is a legal one if the line also cites a law or matches `duty`."""
    amount: re.Pattern[str]
    rate: re.Pattern[str]
    """A rate that is a legal one if the line also matches `limit`."""
    penalty: re.Pattern[str]
    """What makes an amount one of a rule, and not somebody's wages."""
    duty: re.Pattern[str]
    limit: re.Pattern[str]


GRAMMARS: Mapping[str, TypedPatterns] = {
    "zh": TypedPatterns(
        article=re.compile(
            # 第一条短信 is no article: one is named after its law, or stands before what it says.
            rf"(?<=[法例定典释则》据照反]){_ARTICLE}|(?<!合同){_ARTICLE}(?=[规第款、，。；：）和至到与或]|的规定|$)"
            rf"|{_HIGH_ARTICLE}"
        ),
        deadline=re.compile(
            rf"(?<!日至)(?<![\d月年第.])\d+(?:日?至\d+)?(?:个工作日|日)(?![期子常])"
            rf"|{_COUNTED}(?:个工作日|日)(?:之|以)?内"
        ),
        period=re.compile(
            rf"(?<![\d.\[“])\d{{1,3}}天|(?<![\d.])\d{{1,2}}(?:小时|个月|年)(?!代|级)"
            rf"|{_COUNTED}(?:小时|个月|年|天)以?内"
        ),
        amount=re.compile(
            rf"(?:最高|不超过|以上|超过|罚款|罚金|处)(?:\d[\d,.]*万?|{_NUMERAL}+)元"
            rf"|(?:\d[\d,.]*万?|{_NUMERAL}+)元(?:以下|以上|以内)"
        ),
        rate=re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:%|倍)"),
        penalty=re.compile(r"罚|处|没收|违法所得|立案|标准|限额|上限|下限|赔偿|最高|不超过|应当|必须|不得"),
        limit=re.compile(r"上限|红线|调减|营业额|法院|不得|LPR"),
        duty=re.compile(r"应当|必须|不得|时效|拘留|有期徒刑"),
    ),
    "en": TypedPatterns(
        article=re.compile(r"\b(?:Arts?\.?|Articles?) \d+"),
        deadline=re.compile(r"\b\d+ (?:working|business) days?\b"),
        period=re.compile(
            rf"\b(?:\d+(?: to \d+)?|(?:within|at least|at most|no later than) {_IN_WORDS})"
            r" (?:hours?|days?|months?|years?)(?! old|-old)\b",
            re.IGNORECASE,
        ),
        amount=re.compile(
            r"\b(?:up to|at most|more than|over|under|maximum of|or) RMB ?[\d,.]+(?: million)?", re.IGNORECASE
        ),
        rate=re.compile(r"(?<![\d.])\d+(?:\.\d+)?%|\b\d+ times\b"),
        penalty=re.compile(
            r"\b(?:fine[sd]?|penalt\w+|confiscat\w+|detention|cap|caps|limit"
            r"|up to|at most|maximum|damages|must|shall|or)\b",
            re.IGNORECASE,
        ),
        limit=re.compile(r"\b(?:cap|caps|ceiling|limit|turnover|court|courts|must|LPR)\b", re.IGNORECASE),
        duty=re.compile(
            r"\b(?:must|shall|required|detention|imprisonment|time limit|answers?|reply|replies|extended|apply to)\b",
            re.IGNORECASE,
        ),
    ),
}
