"""The same pages under the theme as it comes, to compare with: its own templates, scripts and search."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

from sitebuild.building.blocks import fill
from sitebuild.model.content import Content
from sitebuild.model.page import Page
from sitebuild.text import front_matter

from . import tools


def build(root: Path, folder: Path, content: Content, address: str) -> None:
    """Build the pages of the source language into `folder`/site, out of a project of their own."""
    for page in content.pages:
        if page.language == content.source_language.code:
            target = folder / "docs" / page.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_markdown(page, content, address), encoding="utf-8", newline="\n")
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(_settings(root, content, address)), encoding="utf-8")  # JSON is YAML
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    tools.run_tool([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)], environment)


def _markdown(page: Page, content: Content, address: str) -> str:
    title = json.dumps(page.title, ensure_ascii=False)
    return f"---\ntitle: {title}\n---\n{fill.fill(page, front_matter.body(page.source), content, address)}"


def _settings(root: Path, content: Content, address: str) -> dict[str, Any]:
    own = load_config(str(root / "mkdocs.yml"))
    names = content.source_language.sections
    return {
        "site_name": content.source_language.site_name,
        "site_url": address,
        # Web fonts off: their host may be out of reach, and the comparison favours the theme without them.
        "theme": {"name": own.theme.name, "language": content.source_language.code, "font": False},
        "nav": [
            {names.get(guide.name, guide.name): list(guide.pages)} if guide.name else guide.pages[0]
            for guide in content.guides
        ],
        "markdown_extensions": own.markdown_extensions,
    }
