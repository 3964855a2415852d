"""
Schemes and hosts of addresses → whether there can be such.

A scheme that nobody has registered or taken leads nowhere, and mostly is a slip in one that all know. What a host may
be is said by the host parser of the URL standard; DNS (RFC 1035) adds how long its parts are.
"""

import re
from urllib.parse import SplitResult, unquote, urlsplit

_OF_PROGRAMS = """
alipay alipays androidamap baiduboxapp baidumap bilibili bzr deb dianping dingtalk discord dos eleme facetime-audio fb
feishu figma ftps gemini gitlab hdl help imeituan instagram intent iosamap iqiyi itms-apps itms-services javascript
kwai lark lightning line man moz-extension mqq mqqapi mqqwpa msteams nix notion obsidian openapp.jdmobile orpheus
package-url pinduoduo pkg qqmap rpm s3 signal sinaweibo slack smsto snssdk1128 taobao tbopen tencent tg thunder
thunderlink tmall trash twitter vbscript viber webcals weibosdk weixin weread whatsapp wxwork xhsdiscover youku
youtube zhihu zoommtg zotero
"""
"""Schemes that browsers and well-known programs have taken without asking: collected by hand, there is no register."""
_FAMILIES = ("android-", "ext+", "git+", "ms-", "svn+", "urn-", "web+", "x-", "bitcoin", "com.", "org.", "hg+", "bzr+")
_DRIVE = 1
"""A scheme of one letter is the drive of a Windows machine."""
_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^`{|}\x7f]")
"""The forbidden domain code points of the URL standard, and those that no registry gives out."""
_NUMERIC = re.compile(r"[0-9]{1,40}|0[xX][0-9a-fA-F]{0,40}")
_BYTES, _BYTE, _LOOPBACK = 4, 256, 127
_DOTS = re.compile("[.。．｡]")
"""What divides the labels of a host by UTS 46."""
_LONGEST_LABEL, _LONGEST_NAME = 63, 253
_PUNYCODE = "xn--"
_LOCALHOST = "localhost"
_SCHEMES = ("http", "https")
"""No host of the web is called so: the scheme was written twice, as in https://https//h.example/."""


def is_known_scheme(scheme: str) -> bool:
    """Tell whether programs know a scheme, which is in small letters."""
    # Loaded here, because most sites have none but those of the web, mail and telephone.
    from .registered_schemes import REGISTERED  # noqa: PLC0415

    return scheme in REGISTERED or scheme.startswith(_FAMILIES) or scheme in _OF_PROGRAMS.split()


def is_drive(scheme: str) -> bool:
    """Tell whether what looks like a scheme is the letter of a drive, as in C:/x.html."""
    return len(scheme) == _DRIVE


def meant(scheme: str) -> str:
    """Return the scheme that was probably meant by an unknown one, or nothing."""
    # Loaded here, because most sites have no such fault.
    import difflib  # noqa: PLC0415

    return next(iter(difflib.get_close_matches(scheme, ("https", "http", "mailto", "tel", "sms"), 1, 0.6)), "")


def split(address: str) -> SplitResult | None:
    """Return the parts of a web address, or None if its host or port cannot be read."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def is_possible(host: str) -> bool:
    """Tell whether there can be a host of this name; `host` is as `urlsplit` has it, in small letters."""
    if ":" in host:
        return _is_ipv6(host)
    name = unquote(host)
    labels = _DOTS.split(name)
    if len(labels) > 1 and not labels[-1]:
        labels.pop()
    if _FORBIDDEN.search(name) or not all(labels) or name in _SCHEMES:
        return False
    if _NUMERIC.fullmatch(labels[-1]):
        return _is_ipv4(labels)
    if not all(_is_punycode(label[len(_PUNYCODE) :]) for label in labels if label.startswith(_PUNYCODE)):
        return False
    # Letters of other scripts are written with more signs in DNS, which only the network can tell.
    return max(map(len, labels)) <= _LONGEST_LABEL and len(name) <= _LONGEST_NAME


def _is_ipv4(labels: list[str]) -> bool:
    """Tell whether the labels of a host that ends in a number are an IPv4 address: hexadecimal, octal and short too."""
    return _ipv4(labels) is not None


def _ipv4(labels: list[str]) -> int | None:
    """Return the number that an IPv4 address is, or None for what is none."""
    if len(labels) > _BYTES or not all(_NUMERIC.fullmatch(label) for label in labels):
        return None
    try:
        numbers = [_number(label) for label in labels]
    except ValueError:
        return None
    if any(each >= _BYTE for each in numbers[:-1]) or numbers[-1] >= _BYTE ** (_BYTES + 1 - len(numbers)):
        return None
    value: int = sum(each * _BYTE ** (_BYTES - 1 - at) for at, each in enumerate(numbers[:-1])) + numbers[-1]
    return value


def is_local(host: str) -> bool:
    """Tell whether a host is the reader's own machine: localhost, 127.0.0.0/8 in any writing, 0.0.0.0 or ::1."""
    if ":" in host:
        return _is_local_ipv6(host)
    labels = host.removesuffix(".").split(".")
    if labels[-1] == _LOCALHOST:
        return True
    number = _ipv4(labels) if host[:1].isdigit() else None
    return number is not None and (number == 0 or number // _BYTE**3 == _LOOPBACK)


def _is_local_ipv6(host: str) -> bool:
    # Loaded here, because hardly any site has such an address.
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415

    try:
        found = IPv6Address(host)
    except AddressValueError:
        return False
    inner = found.ipv4_mapped
    return found.is_unspecified or found.is_loopback or (inner is not None and is_local(str(inner)))


def _is_punycode(text: str) -> bool:
    """Tell whether the rest of a label stands for a name with letters of other scripts (UTS 46)."""
    try:
        return not text.encode("ascii").decode("punycode").isascii()
    except UnicodeError:
        return False


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") and len(label) > 1 else 10)


def _is_ipv6(host: str) -> bool:
    # Loaded here, because hardly any site has such an address.
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415

    try:
        IPv6Address(host)
    except AddressValueError:
        return False
    # The part of a network that follows a percent sign has no place in an address of the web.
    return "%" not in host
