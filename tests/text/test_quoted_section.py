"""A section that stands on another page: what is left out of it, and where its links lead."""

from datetime import date
from pathlib import Path

import pytest

from making import content, page
from sitebuild.building.page_inputs import PageInputs
from sitebuild.model.plans import Situation, SituationWords
from sitebuild.model.registers import Registers, Words
from sitebuild.text import quoted_section

BODY = """第一句。

## 先做 {#first-hour}
<!-- search: 别的词 -->

1. 打[](phone:110)，看[这里](#keep)和[那里](../letters/b.md#c)。

    ### 照着说 {#words}

    > 一句话。

### 再做 {#then}

<div class="one-sheet" markdown>

看[隔壁](b.md)。

</div>

## 留下 {#keep}

1. 截图。
"""
SHOWN = """1. 打[](phone:110)，看[这里](../help/a.md#keep)和[那里](../letters/b.md#c)。

    **照着说**

    > 一句话。

**再做**


看[隔壁](../help/b.md)。"""


def test_a_section_keeps_its_words_and_leads_where_it_led() -> None:
    one = page(BODY, "docs/zh/help/a.md")

    assert quoted_section.text(one, "first-hour", "tools").replace("\n\n\n", "\n\n") == SHOWN.replace("\n\n\n", "\n\n")
    assert quoted_section.text(one, "keep", "help") == "1. 截图。"
    assert quoted_section.text(one, "gone", "help") == ""


@pytest.mark.parametrize(("changed", "same"), [("打电话", False), ("1. 截图", True)])
def test_a_page_is_made_anew_when_what_it_shows_of_another_has_changed(
    tmp_path: Path, changed: str, *, same: bool
) -> None:
    plans = {"one": Situation(group="calls", page="help/a.md")}
    words = {code: Words(plans={"one": SituationWords(text="出事了？")}) for code in ("zh", "en")}
    registers = Registers(plans=plans, words=words)

    def inputs(text: str) -> list[str | bytes]:
        body = f"## 先做 {{#first-hour}}\n\n{text}。\n"
        files = {"zh/tools/p.md": "<!-- situation-plans -->\n", "zh/help/a.md": body}
        known = content(files, registers=registers)
        picker = known.page("zh", "tools/p.md")
        assert picker
        return PageInputs(known, tmp_path, "https://handbook.example/", date(2026, 11, 23)).of_text(picker, "zh", "")

    assert (inputs("1. 截图") == inputs(changed)) is same
