"""What the templates are given of a page: its address in every language, what stands around its text, what it shows."""

from collections.abc import Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..model.content import Content
from . import brief_print, overdue, page_frame, page_notices, qr_code, tools
from .blocks import glossary
from .overdue import Overdue
from .page_inputs import LICENCE


def of(
    page: Page, config: MkDocsConfig, content: Content, place: tuple[str, str], late: Sequence[Overdue]
) -> dict[str, Any]:
    """
    Return the variables of a page's templates.

    `place` is the language being built and the name of the page; `late` are the entries that are overdue.
    """
    code, name = place
    context: dict[str, Any] = {}
    written = content.page(content.source_language.code, name)
    route = written.route if written else ""
    context["versions"] = page_frame.versions(content, code, name, config.site_url or "")
    context["one_sheet"] = name in config.extra["one_sheet"]
    context["tool"], context["plans"] = tools.address(code, name), tools.plans(code, name)
    context["density"] = brief_print.density(page.content or "")
    context["on_paper"] = qr_code.on_paper(page.canonical_url or "")
    licence = content.page(code, LICENCE)
    context["licence"] = content.language(code).prefix + licence.route if licence else ""
    context["source_language"] = content.source_language
    context["source_address"] = get_relative_url(content.source_language.prefix + route, page.url)
    if shown := (here := content.page(code, name)) or written:
        context["source_path"] = shown.path
        context["above"] = page_frame.above(content, code, name) if shown.law else None
        context["overdue"] = overdue.shown(content, shown, late)
    if here:
        context["converted_page"] = here.converted
        context["terms"] = glossary.used(content, here)
        context["changes"] = here.front_matter.days("changes")
        context["older"] = page_notices.older(content, here)
        context["not_yet"] = page_notices.not_yet(content, here)
        context["onward"] = page_frame.onward(content, here)
    if name.split("/")[0] in config.extra["emergency"]:
        first = page_frame.address(content, code, config.extra["first_hour"])
        context["emergency"] = page_frame.emergency(content, code, get_relative_url(first, page.url))
    return context
