"""All rules together; the link checker, which must start fast, loads its own only."""

from typing import Literal

from . import addresses, languages, link_checker, markup, pages, registers, translations, writing
from .addresses import AddressRule
from .group import Group
from .languages import LanguageRule
from .link_checker import LinkRule
from .markup import MarkupRule
from .pages import PageRule
from .registers import RegisterRule
from .translations import TranslationRule
from .writing import WritingRule

RuleName = Literal[
    PageRule, WritingRule, MarkupRule, RegisterRule, TranslationRule, LanguageRule, LinkRule, AddressRule
]
"""What stands in brackets at the end of a message."""
GROUPS: tuple[Group, ...] = (
    *pages.GROUPS,
    *writing.GROUPS,
    *markup.GROUPS,
    *registers.GROUPS,
    *translations.GROUPS,
    *languages.GROUPS,
    *link_checker.GROUPS,
    *addresses.GROUPS,
)
"""Each name once, in the order in which CONTRIBUTING.md lists them."""
