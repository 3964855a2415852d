"""Whoever waits for a page in the preview gets it before all others are built, unless it is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import TODAY
from making import change, small_site
from sitebuild.cli.preview import rebuild
from sitebuild.cli.preview.order import Order, Rebuilt

FIRST = "docs/zh/help/first.md"
PLACES = ("help/first/index.html", "zh-Hant/help/first/index.html")


class Preview:
    """What the process that builds does, without the process and without a browser."""

    def __init__(self, folder: Path) -> None:
        self.root = small_site(folder / "handbook")
        (folder / "shown").mkdir()
        self._order = Order(
            root=self.root, made=folder / "made", early=folder / "early", shown=folder / "shown", today=TODAY
        )

    def answers(self, *saved: str, looked_at: tuple[str, ...] = ()) -> list[Rebuilt]:
        """Build what was saved, show it, and make ready for what comes next; return all answers."""
        answers = []
        for answer in rebuild.rebuild(replace(self._order, saved=saved, looked_at=looked_at)):
            answers.append(answer)
            for name in answer.changed:
                target = self._order.shown / name
                target.parent.mkdir(parents=True, exist_ok=True)
                ((self._order.early if answer.early else self._order.made) / name).replace(target)
        list(rebuild.make_ready())
        return answers


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    shown = Preview(tmp_path_factory.mktemp("early"))
    assert [answer.early for answer in shown.answers("everything")] == [False], "nobody has a page open yet"
    return shown


def test_a_saved_page_comes_first_in_all_its_languages_and_once(preview: Preview) -> None:
    change(preview.root, FIRST, "第一句话。", "第一句话，改过。")

    early, last = preview.answers(FIRST)

    assert (early.early, last.early) == (True, False)
    assert set(PLACES) <= set(early.changed)
    assert not set(early.changed) & set(last.changed), "a whole build makes the same pages"


def test_a_page_that_is_open_comes_first_when_a_template_is_saved(preview: Preview) -> None:
    footer = preview.root / "overrides/partials/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "<p>新</p>", encoding="utf-8")

    early, last = preview.answers("overrides/partials/footer.html", looked_at=PLACES[:1])

    assert early.changed == PLACES[:1]
    assert PLACES[1] in last.changed


def test_a_page_that_is_wrong_is_not_shown(preview: Preview) -> None:
    change(preview.root, FIRST, "第一句话", "见[那里](nowhere.md)。第一句话")

    answers = preview.answers(FIRST, looked_at=PLACES[:1])

    assert not any(PLACES[0] in answer.changed for answer in answers)
    assert any(problem.path == FIRST for problem in answers[-1].problems)
