"""Every way through the questions ends in something to do."""

from typing import Any

import pytest
from pydantic import ValidationError

from making import SOURCED, content
from sitebuild.building.blocks.route_tables import step_of, table
from sitebuild.checks import routes
from sitebuild.model import register_paths
from sitebuild.model.content import Content
from sitebuild.model.registers import Channel, Registers, Words
from sitebuild.model.routes import DEEPEST, RouteStep, RouteStepWords, ways
from sitebuild.reading import register_files
from sitebuild.text.notation import ROUTE_TABLES

END = RouteStep(doors=("a",))


def ask(**options: str) -> RouteStep:
    return RouteStep(options=options)


def rules(stops: dict[str, RouteStep], words: dict[str, RouteStepWords] | None = None) -> list[str]:
    channels = {"a": Channel(need="data", **SOURCED)}
    said = {"zh": Words(routes=words or {})}
    pages = content({"zh/help/a.md": "## 节 {#part}"}, registers=Registers(channels=channels, routes=stops, words=said))
    return [problem.rule for problem in routes.check(pages)]


CHAIN = {f"q{place}": ask(x=f"q{place + 1}", y="end") for place in range(DEEPEST + 1)}


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        pytest.param({"q": ask(x="end", y="end"), "end": END}, [], id="a question and its end"),
        pytest.param({"q": ask(x="end", y="gone"), "end": END}, ["route-unknown"], id="a stop that is not there"),
        pytest.param({"q": ask(x="end", y="q"), "end": END}, ["route-loops"], id="a circle"),
        pytest.param({"q": ask(x="end", y="end"), "end": END, "z": END}, ["route-unreached"], id="a stop left alone"),
        pytest.param({**CHAIN, f"q{DEEPEST + 1}": END, "end": END}, ["route-deep"] * 2, id="six questions"),
        pytest.param({"end": RouteStep(doors=("b",))}, ["route-target"], id="a channel that is not there"),
        pytest.param({"end": RouteStep(doors=("a",), pages=("help/a.md#part",))}, [], id="a section"),
        pytest.param(
            {"end": RouteStep(doors=("a",), pages=("help/a.md#gone",))}, ["route-target"], id="no such section"
        ),
        pytest.param({"end": RouteStep(letter="letters/a.md")}, ["route-target"], id="a letter that is not there"),
    ],
)
def test_every_way_ends_soon_at_what_exists(stops: dict[str, RouteStep], expected: list[str]) -> None:
    assert rules(stops) == expected


@pytest.mark.parametrize(
    "values",
    [{}, {"options": {"x": "y"}}, {"options": {"x": "y", "z": "y"}, "doors": ("a",)}, {"pages": ("a.md",)}],
    ids=["nothing", "one option", "options and doors", "only something to read"],
)
def test_a_stop_asks_or_acts(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RouteStep(**values)


@pytest.mark.parametrize(
    ("stop", "words", "expected"),
    [
        pytest.param(END, RouteStepWords(text="找[它](channel:a)"), [], id="the same door"),
        pytest.param(END, RouteStepWords(text="找它"), ["route-words"], id="a door left out"),
        pytest.param(
            END, RouteStepWords(text="找[它](channel:a)、[](phone:110)"), ["route-words"], id="a door only in words"
        ),
        pytest.param(
            END, RouteStepWords(text="[](channel:a)", options={"x": "是"}), ["route-words"], id="an option too many"
        ),
    ],
)
def test_words_fit_their_stop(stop: RouteStep, words: RouteStepWords, expected: list[str]) -> None:
    assert rules({"end": stop}, {"end": words}) == expected


def test_a_fault_in_the_register_is_reported_on_its_line() -> None:
    path = register_paths.value_path("routes")

    _, problems = register_files.read({path: "q:\n  options: {x: y, z: y}\n  colour: red\n"}, [])

    assert [(each.path, each.line, each.rule) for each in problems] == [(path, 3, "register-entry-wrong")]


def test_all_combinations_of_answers_end_in_an_action(real_content: Content) -> None:
    stops = real_content.registers.routes
    channels = real_content.registers.channels
    combinations = list(ways(stops))

    assert len(combinations) > len(stops) / 2
    for way in combinations:
        end = stops[way[-1]]
        assert end.doors or end.letter, way
        assert len(way) - 1 <= DEEPEST
        assert len(set(way)) == len(way)
        assert set(end.doors) <= channels.keys()
        for name in (*end.pages, *filter(None, [end.letter])):
            assert real_content.page("zh", name.partition("#")[0]), name


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant"])
@pytest.mark.parametrize("marker", ROUTE_TABLES)
def test_a_table_has_a_row_for_every_option(real_content: Content, code: str, marker: str) -> None:
    page = real_content.page(code, "help/which-door.md")
    found = step_of(real_content, marker)
    assert page
    assert found

    lines = table(real_content, page, marker).split("\n")

    assert len(lines) == len(found[1].options) + 2
    assert all(cell.strip() for line in lines for cell in line.strip("|").split("|"))
    assert "](phone:" not in "".join(lines)


def test_a_table_that_nobody_wrote_is_empty() -> None:
    pages = content({"zh/a.md": "<!-- table: routes -->"}, registers=Registers(words={"zh": Words()}))

    assert table(pages, pages.pages[0], ROUTE_TABLES[0]) == ""


def test_the_words_are_converted(real_content: Content) -> None:
    words = real_content.registers.words

    texts = {code: "".join(step.text for step in words[code].routes.values()) for code in ("zh", "zh-Hant")}
    assert len(texts["zh"]) == len(texts["zh-Hant"]) > 0
    assert texts["zh"] != texts["zh-Hant"]
