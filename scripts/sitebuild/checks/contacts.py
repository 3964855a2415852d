"""
Rule: no way to reach a person or a company is typed into a page.

A false number of a customer service is what swindlers would most like to write here, and what readers in distress
would dial at once. Numbers, mailboxes and names in messengers come from the registers; an example masks a part of it.
`<!-- typed: reason -->` at the end of the line lets one stand, with its reason for the reviewer.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..model import entry_texts
from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..model.registers import Registers
from ..text import running_text

_REASON = re.compile(r"<!--\s*typed:\s*\S")
_WORDS = (
    r"(?:客服|热线|专线|电话|座机|手机|号码|来电|致电|拨打|拨通|请拨|回拨|联系人?|短信|传真"
    r"|hotline|helpline|phone|tel|call|dial|ring|text|fax)"
)
_BETWEEN = r"(?:号码?|热线|电话|一下|到|给|us|at|on|the|number|is|为|是|:|\s|“|\"|\()"
_DIGITS = r"\+?\d(?:[ \-–—()]{0,3}\d){4,14}"
_MESSENGER = (
    r"(?:微信|薇信|威信|V信|vx|wx|wechat|QQ群?|扣扣|企鹅号|钉钉|飞书|支付宝账号|抖音号|微博|公众号|"
    r"telegram|电报群?|纸飞机|whats ?app|signal|skype|facebook|messenger|line ?id|discord)"
)
_HANDLE = r"(?=[A-Za-z0-9_-]*[0-9_])[A-Za-z0-9_-]{5,}"
"""A name that no word is: it holds a digit or a low line."""
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![\d.*-])(?:400|800)[ \-–—]?\d{3,4}[ \-–—]?\d{3,4}(?![\d*])"), "number"),
    (re.compile(r"(?<![\d.*-])\(?0(?:10|2\d|[3-9]\d{2})\)?[ \-–—]?\d{3,4}[ \-–—]?\d{4}(?![\d*])"), "number"),
    (re.compile(r"(?<![\d.*])(?:\+|00)(?:86|852|853|886|[1-9]\d{0,2})[ \-–—]?\d[\d \-–—]{6,13}\d(?![\d*])"), "number"),
    (re.compile(rf"{_WORDS}{_BETWEEN}{{0,4}}({_DIGITS})(?![\d*元年月日人次条号])", re.IGNORECASE), "number"),
    (
        re.compile(
            rf"{_MESSENGER}[\s,，]{{0,2}}(?:公众号|群|账号|群号|号码|号|ID|名| account| ID| group| number)*"
            rf"(?:是|为| is)?\s?[:：]?\s?({_HANDLE})",
            re.IGNORECASE,
        ),
        "name",
    ),
    (
        re.compile(
            rf"{_MESSENGER}\s?(?:公众号|群|账号|群号|号码|号|ID|名| account| ID)\s?(?:[:：]|是|为)\s?"
            r"([A-Za-z][A-Za-z0-9_\-]{4,})",
            re.IGNORECASE,
        ),
        "name",
    ),
    (
        re.compile(
            r"(?:加|找|添加)(?:我|客服|老师|经理|专员)?[vV微薇威](?:信|[xX])?[:：\s]*([A-Za-z0-9_\-]{5,})",
            re.IGNORECASE,
        ),
        "name",
    ),
    (
        re.compile(
            r"(?<![A-Za-z0-9.])[A-Za-z0-9._%+-]+ ?(?:@|＠|\[at\]|\(at\)) ?[A-Za-z0-9-]+"
            r"(?: ?(?:\.|\[dot\]|\(dot\)|点) ?[A-Za-z]{2,})+"
        ),
        "mailbox",
    ),
    (
        re.compile(
            r"(?:[打转汇存付划][入到给至]|收款|账[号户]|帐[号户]|卡号|户名|\baccount\b|\b(?:pay|transfer|send)\b)"
            r"[^\d。！？.!?]{0,24}(\d(?:[ -]?\d){14,18})(?![\d*])",
            re.IGNORECASE,
        ),
        "account",
    ),
    (re.compile(r"(?<![A-Za-z0-9_./@])[@＠][A-Za-z][A-Za-z0-9_]{3,}(?![\w@])"), "name"),
    (
        re.compile(r"(?<![A-Za-z0-9_./])(?:t\.me|wa\.me|u\.wechat\.com|qm\.qq\.com|jq\.qq\.com)/\S+", re.IGNORECASE),
        "name",
    ),
)
_WEBSITE = re.compile(
    r"(?<![A-Za-z0-9_@./-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:com|cn|net|org|top|vip|xyz|cc|info|site|shop|club|app))"
    r"(?![A-Za-z0-9-]|\.[A-Za-z])",
)
_SHOWN = re.compile(r"\[([^\[\]]*)\]\((https?://[^()\s]+)\)")
_NEEDED = {
    "number": re.compile(r"\d(?:\D{0,3}\d){4}"),
    "account": re.compile(r"\d(?:[ -]?\d){14}"),
    "name": re.compile(rf"{_MESSENGER.lower()}|[加找@]|\.me/|\.com/"),
    "mailbox": re.compile(r"@|\[at\]|\(at\)"),
}
"""What a text in small letters must hold before the patterns of a kind, which take long, are looked for."""
_INVENTED = re.compile(r"[*×○●█]|_{2,}|example\.(?:com|org|net)|\.example\b|\.invalid\b|\.test\b", re.IGNORECASE)
_QUICK = re.compile(r"[\d０-９@＠]|微信|qq|wechat|telegram|whatsapp|\.me/|[\[(]at[\])]|v信|加[v微]")
"""What a line in small letters must hold before anything else is looked for; all in small letters is found sooner."""
_DIGIT = re.compile(r"\d")
_ADVICE = {
    "number": "this reads as a phone number: write [](phone:key) of channels.yml, or mask an example: 400-***-0000",
    "account": "this reads as an account that money goes to: take it out, or mask an example: 6222××××0000",
    "name": "this reads as an account in a messenger: take it out; readers can only trust what is in channels.yml",
    "mailbox": "this reads as a mailbox: take it out, or write name@example.com as an example",
    "website": "this reads as a website: take it out, or register its host in domains.yml and link to it",
}
_CHINESE = str.maketrans("零〇一二三四五六七八九幺", "0012345678" + "91")
_SPELT = re.compile(r"[零〇一二三四五六七八九幺]{7,}")
_ENGLISH = {
    word: str(value)
    for value, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
}
_IN_ENGLISH = re.compile(rf"(?:(?:{'|'.join(_ENGLISH)})[ ,-]+){{6}}")
_SPELT_OUT = re.compile(rf"\b(?:(?:{'|'.join(_ENGLISH)})[ ,-]+){{6,}}(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report contacts that are typed into pages."""
    known = _known(content.registers)
    for page in content.pages:
        for number, line in (*_of_the_head(page), *running_text.lines(page)):
            small = line.lower()
            if _QUICK.search(small) or _SPELT.search(line) or _IN_ENGLISH.search(small):
                yield from _line(page.path, number, line, known)
            if "." in line and not _REASON.search(line):
                yield from _websites(content.registers.domains, page.path, number, line)


def _of_the_head(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the lines of the front matter that readers see or search by."""
    for key in ("title", "description", "search"):
        if key in page.front_matter.lines:
            number = page.front_matter.line(key)
            yield number, page.source.split("\n")[number - 1]


def check_data(content: Content) -> Iterator[Problem]:
    """Report contacts that are typed into the words of the registers."""
    known = _known(content.registers)
    for code, words in content.registers.words.items():
        for path, number, _, text in () if words.generated else entry_texts.in_language(content.registers, code):
            if _QUICK.search(text.lower()):
                yield from _line(path, number, text, known)


def _line(path: str, number: int, line: str, known: frozenset[str]) -> Iterator[Problem]:
    if _REASON.search(line):
        return
    # What looks like digits to a reader is one: full-width forms, and numbers that are spelt out.
    text = unicodedata.normalize("NFKC", running_text.blanked(line, running_text.REFERENCES, running_text.ADDRESSES))
    text = _SPELT.sub(lambda found: found[0].translate(_CHINESE), text)
    text = _SPELT_OUT.sub(_digits, text)
    small = text.lower()
    kinds = {kind for kind, needed in _NEEDED.items() if needed.search(small)}
    for pattern, kind in _PATTERNS:
        for found in pattern.finditer(text) if kind in kinds else ():
            said = found[found.lastindex or 0]
            if (
                _INVENTED.search(said)
                or re.sub(r"\D", "", said) in known
                or (kind == "number" and not _DIGIT.search(said))
            ):
                continue
            yield Problem(path=path, line=number, column=found.start() + 1, rule="contact-typed", message=_ADVICE[kind])
            return


def _websites(domains: tuple[str, ...], path: str, number: int, line: str) -> Iterator[Problem]:
    """Yield a problem for a website in the words of a line that nobody has registered."""
    for link in _SHOWN.finditer(line) if "](http" in line else ():
        shown, reached = _WEBSITE.search(link[1]), (urlsplit(link[2]).hostname or "").removeprefix("www.")
        if shown and not f".{reached}".endswith(f".{shown[1].lower().removeprefix('www.')}"):
            message = Message(
                "the words say {shown}, and the link leads to {reached}; let both say the same",
                shown=shown[1],
                reached=reached,
            )
            yield Problem(path=path, line=number, column=link.start() + 1, rule="contact-typed", message=message)
            return
    for found in _WEBSITE.finditer(running_text.blanked(line, running_text.REFERENCES)) if domains else ():
        host = found[1].lower()
        if not _INVENTED.search(host) and not any(host == each or host.endswith(f".{each}") for each in domains):
            yield Problem(
                path=path, line=number, column=found.start() + 1, rule="contact-typed", message=_ADVICE["website"]
            )
            return


def _digits(found: re.Match[str]) -> str:
    """Return digits that are spelt out in English, one after the other."""
    return "".join(_ENGLISH[word] for word in re.findall(r"[a-z]+", found[0].lower()))


def _known(registers: Registers) -> frozenset[str]:
    """Return the digits of registered numbers, which another rule replaces by references."""
    numbers = [number for channel in registers.channels.values() for number in channel.numbers.values()]
    numbers += [
        number for company in registers.companies.values() if company.service for number in company.service.numbers
    ]
    return frozenset(re.sub(r"\D", "", number) for number in numbers)
