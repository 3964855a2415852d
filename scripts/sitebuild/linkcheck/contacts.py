"""
Mailboxes and telephone numbers in addresses → whether a tap on them writes or calls.

RFC 6068 says what a mailto: address is, RFC 3966 what follows tel:, RFC 5724 what follows sms:.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

_ATOM = r"[^\s\x00-\x20@,;:<>()\[\]\\\".]+"
_MAILBOX = re.compile(rf'(?:{_ATOM}(?:\.{_ATOM})*|"[^"\r\n]+")@(?:{_ATOM}(?:\.{_ATOM})*|\[[^\[\]\s]+\])')
"""An addr-spec of RFC 5322, with the letters of any language (RFC 6531)."""
_RECIPIENTS = ("to", "cc", "bcc")
"""Header fields of a mailto: address whose value is a list of mailboxes."""
_NUMBER = re.compile(
    r"(?:\+[().-]*[0-9][0-9().-]*|[0-9A-F*#().-]*[0-9*#][0-9A-F*#().-]*)"
    r"(?P<parameters>(?:;[A-Za-z0-9-]+(?:=[^\s;,?=]+)?)*)",
    re.IGNORECASE,
)
# RFC 3966 wants a ;phone-context= after every number without a +. Hotlines are written without, and phones dial them.
_EXTENSION = re.compile(r";ext=(?![0-9().-]+(?:;|$))", re.IGNORECASE)


def is_mail(address: str) -> bool:
    """
    Tell whether an address that begins with mailto: can be written to.

    It need not name anybody before the `?`: a reader may send a ready letter
    to whom he wants. One that says nothing at all is none; slashes may begin
    a mailbox by RFC 5322, but whoever writes them takes mailto: for https:.
    """
    to, _, fields = address.partition(":")[2].partition("#")[0].partition("?")
    headers = [field.partition("=")[::2] for field in fields.split("&")] if fields else []
    lists = [to] if to else []
    lists += [value for name, value in headers if name.lower() in _RECIPIENTS and value]
    return bool(lists or fields) and not to.startswith("//") and all(map(_is_mailbox, _parts(lists)))


def _parts(lists: list[str]) -> Iterator[str]:
    """Yield the members of lists, whose commas are those that are not written with percent signs."""
    for each in lists:
        yield from each.split(",")


def _is_mailbox(written: str) -> bool:
    # RFC 6068 wants a percent sign and numbers for a slash in a mailbox.
    return "/" not in written and bool(_MAILBOX.fullmatch(unquote(written).strip(" ")))


def numbers(address: str) -> Iterator[str | None]:
    """Yield each number behind tel: or sms:, without signs that only separate its digits; None for what is none."""
    scheme, _, rest = address.partition(":")
    written = rest.partition("#")[0].partition("?")[0]
    for each in written.split(",") if scheme.lower() == "sms" else [written]:
        number = unquote(each)
        found = _NUMBER.fullmatch(number)
        if not found or _EXTENSION.search(found["parameters"]):
            yield None
        else:
            yield re.sub(r"[^0-9+*#A-Fa-f]", "", number[: found.start("parameters")])
