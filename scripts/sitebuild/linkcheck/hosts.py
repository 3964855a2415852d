"""
Schemes and hosts of addresses → whether there can be such.

A scheme that nobody has registered leads nowhere, and mostly is a slip in one that all know. What a host may be is said
by the host parser of the URL standard; DNS (RFC 1035) adds how long its parts are.
"""

import re
from urllib.parse import SplitResult, unquote, urlsplit

_REGISTERED = """
about acct at blob chrome-extension cid data did dict dns doi facetime facetime-audio feed file filesystem finger ftp
ftps gemini geo git gopher hdl help http https im info intent ipfs ipns ipp ipps irc irc6 ircs itms itms-apps
itms-services jabber jar javascript ldap ldaps magnet mailto maps market matrix mid mms moz-extension msteams mumble
news nfs nntp openpgp4fpr pkcs11 pop res resource rsync rtmp rtsp rtsps s3 sftp sgn shttp sip sips skype slack smb sms
smsto snmp spotify ssh steam stun svn tag tel telnet tftp tg turn urn vbscript view-source vnc vscode wais webcal
webcals ws wss wtai xmpp xri zoommtg
"""
"""Schemes of the registry of IANA that links are made with, and those of browsers."""
_OF_PROGRAMS = """
alipay alipays androidamap apt baiduboxapp baidumap bitcoin bzr cvs deb dianping discord dos ed2k ethereum fb figma fish
gitlab instagram iosamap lightning line man mqq mqqapi mqqwpa mvn nix notion obsidian openapp.jdmobile package-url
pinduoduo pkg prospero qqmap rpm signal sinaweibo snssdk1128 taobao tencent thunder thunderlink tmall trash twitter
viber weibosdk weixin weread whatsapp wxwork xhsdiscover youtube zhihu zotero
"""
"""Schemes that well-known programs have taken without asking."""
_KNOWN = frozenset((*_REGISTERED.split(), *_OF_PROGRAMS.split()))
_FAMILIES = ("android-", "ext+", "git+", "ms-", "svn+", "urn-", "web+", "x-", "bitcoin", "com.", "org.", "hg+", "bzr+")
_DRIVE = 1
"""A scheme of one letter is the drive of a Windows machine."""
_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^`{|}\x7f]")
"""The forbidden domain code points of the URL standard, and those that no registry gives out."""
_NUMERIC = re.compile(r"[0-9]{1,40}|0[xX][0-9a-fA-F]{0,40}")
_BYTES, _BYTE = 4, 256
_DOTS = re.compile("[.。．｡]")
"""What divides the labels of a host by UTS 46."""
_LONGEST_LABEL, _LONGEST_NAME = 63, 253


def is_known_scheme(scheme: str) -> bool:
    """Tell whether programs know a scheme, which is in small letters."""
    return scheme in _KNOWN or scheme.startswith(_FAMILIES)


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
    if _FORBIDDEN.search(name) or not all(labels):
        return False
    if _NUMERIC.fullmatch(labels[-1]):
        return _is_ipv4(labels)
    # Letters of other scripts are written with more signs in DNS, which only the network can tell.
    return max(map(len, labels)) <= _LONGEST_LABEL and len(name) <= _LONGEST_NAME


def _is_ipv4(labels: list[str]) -> bool:
    """Tell whether the labels of a host that ends in a number are an IPv4 address: hexadecimal, octal and short too."""
    if len(labels) > _BYTES or not all(_NUMERIC.fullmatch(label) for label in labels):
        return False
    try:
        numbers = [_number(label) for label in labels]
    except ValueError:
        return False
    return all(each < _BYTE for each in numbers[:-1]) and numbers[-1] < _BYTE ** (_BYTES + 1 - len(numbers))


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
    return True
