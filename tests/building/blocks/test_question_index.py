"""
The question index: golden folders, whose names are the claims.

Each folder of tests/cases/ has docs/ (what authors write), case.yml (the menu,
and the language to index) and expected.md (the index in that language).
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from making import EN, ROOT, ZH
from sitebuild.building.blocks import question_index
from sitebuild.model.content import Content, Guide
from sitebuild.reading import docs_folder

CASES = sorted((ROOT / "tests/cases").iterdir())
SITE = "https://site.example/"


def read(case: Path) -> tuple[Content, str]:
    settings = yaml.safe_load((case / "case.yml").read_text(encoding="utf-8"))
    guides = [Guide(name=name, pages=tuple(pages)) for entry in settings["order"] for name, pages in entry.items()]
    content, _ = docs_folder.read(case, case / "docs", (ZH, EN), guides)
    words = {"faq_group": "{group} {number}", "faq_onward": "→"}
    content = replace(content, interface={"zh": words, "en": words})
    return content, settings["language"]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_index_is_as_claimed(case: Path) -> None:
    content, language = read(case)

    assert question_index.index(content, language, SITE) + "\n" == (case / "expected.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_text_can_end_the_script_it_stands_in(case: Path) -> None:
    """A question may speak of HTML; the page must survive it."""
    content, language = read(case)
    index = question_index.index(content, language, SITE)
    data = index[index.index("<script") :]

    assert data.count("<") == 2
    body = data.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(body) == question_index.structured(content, language, SITE)


def test_questions_without_id_or_answer_are_left_out() -> None:
    """They are reported by the checks; `mkdocs serve` must not stumble over them meanwhile."""
    content, _ = read(ROOT / "tests/cases/signs-are-shown-not-obeyed")

    assert [entry.anchor for entry in question_index.entries(content, "zh")] == ["signs"]
