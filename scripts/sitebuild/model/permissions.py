"""
The models of what lending apps ask for: docs/_data/permissions.yml and docs/<language>/_data/permissions.yml.

What the national list of necessary information holds, and what it does not. Entries have no source of their own: what
they rest on is the article that each names.
"""

from typing import Literal

from .strict import StrictModel, Text

PermissionGroup = Literal["listed", "phone", "app"]
"""On the list of necessary information; a permission of the phone; a consent inside the app."""


class Permission(StrictModel):
    """What an app asks for; `law` is the article by which it may be refused, as `key/article`, or that lists it."""

    group: PermissionGroup
    law: Text


class PermissionWords(StrictModel):
    """One thing in one language: what to choose, what to say to refuse it, and where to switch it off."""

    name: Text
    choose: Text | None = None
    say: Text | None = None
    off: Text | None = None
