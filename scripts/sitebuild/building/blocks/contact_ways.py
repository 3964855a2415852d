"""Generates how to reach those who publish this copy of the handbook: what its build was told, and nothing else."""

from dataclasses import dataclass
from html import escape

from ...model.content import Content


@dataclass(frozen=True, kw_only=True)
class Published:
    """
    Where a copy takes corrections; either may be empty.

    `repository` is the address of its files on a forge, `contact` a mailbox or a page that needs no account there.
    """

    repository: str = ""
    contact: str = ""


NOWHERE = Published()


def ways(content: Content, code: str, published: Published) -> str:
    """Return, as a Markdown list, which ways there are in this copy, and what is left where there is none."""
    interface = content.interface[code]
    items = []
    if published.contact:
        address = published.contact if _has_scheme(published.contact) else f"mailto:{published.contact}"
        items.append(interface["contact_address"].format(link=_link(address, published.contact)))
    if published.repository:
        items.append(interface["contact_repository"].format(link=_link(published.repository, published.repository)))
    if not published.contact:
        items.append(interface["contact_without_account"])
    if not published.repository and not published.contact:
        items.insert(0, interface["contact_none"])
    return "\n".join(f"- {item}" for item in items)


def _has_scheme(address: str) -> bool:
    return address.startswith(("https:", "mailto:"))


def _link(address: str, shown: str) -> str:
    # The link checker lets a link that leads to editing through, wherever the files of a copy are.
    return f'<a href="{escape(address)}" rel="edit nofollow noreferrer">{escape(shown.removeprefix("mailto:"))}</a>'
