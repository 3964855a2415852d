"""Marked questions: found once, answered at once."""

import pytest

from making import content
from sitebuild.checks import questions

ANSWER = "先记下时间和号码，再要求对方书面联系，不要当场答应任何事。"


def ask(
    text: str = "他们能打给我妈妈吗？", anchor: str = "#call-mother", answer: str = ANSWER, marks: str = "##"
) -> str:
    return f"{marks} {text} {{{anchor} .faq}}\n\n{answer}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(ask(), [], id="a question and its answer"),
        pytest.param(ask(marks="## 甲 {#a}\n\n###"), [], id="a question below a section"),
        pytest.param(ask() + ask("别的问题？"), [(10, "question-id-doubled")], id="the same id twice"),
        pytest.param(ask() + ask(anchor="#other"), [(10, "question-doubled")], id="the same question twice"),
        pytest.param(ask(answer=""), [(7, "answer-missing")], id="no answer"),
        pytest.param(ask(answer="可以。"), [(7, "answer-short")], id="an answer of three characters"),
        pytest.param(
            ask(answer="- 先记下时间和号码。\n- 再要求对方书面联系。"), [(7, "answer-without-sentence")], id="a list"
        ),
        pytest.param(ask(answer='!!! note "注意"\n    ' + ANSWER), [(7, "answer-without-sentence")], id="a box"),
        pytest.param(
            '!!! note "注意"\n    ## 问题？ {#x .faq}\n\n    ' + ANSWER,
            [(8, "question-outside-body")],
            id="inside a box",
        ),
        pytest.param("> ## 问题？ {#x .faq}\n>\n> " + ANSWER, [(7, "question-outside-body")], id="in a quotation"),
        pytest.param("- ## 问题？ {#x .faq}\n\n    " + ANSWER, [(7, "question-outside-body")], id="in a list"),
        pytest.param("# 问题？ {#x .faq}\n\n" + ANSWER, [(7, "question-outside-body")], id="as the page's title"),
        pytest.param("```\n## 问题？ {#x .faq}\n```", [], id="an example in a code block"),
        pytest.param(ask(answer="## 下一节 {#next}"), [(7, "answer-missing")], id="the next section is no answer"),
        pytest.param(ask(answer=f"{ANSWER}\n\n### 细节 {{#detail}}\n\n更多。"), [], id="an answer with a subsection"),
    ],
)
def test_a_question_is_unique_and_answered(body: str, expected: list[tuple[int, str]]) -> None:
    """The index shows the question and the first sentence of its answer, and nothing else."""
    problems = questions.check(content({"zh/a.md": body}))

    assert [(problem.line, problem.rule) for problem in problems] == expected


def test_two_pages_may_not_ask_the_same() -> None:
    problems = list(questions.check(content({"zh/a.md": ask(), "zh/b.md": ask(anchor="#x")})))

    assert [(problem.path, problem.rule) for problem in problems] == [("docs/zh/b.md", "question-doubled")]
    assert "docs/zh/a.md:7" in problems[0].message


def test_languages_share_ids_without_clash() -> None:
    """The same question has the same id in every language."""
    translated = ask("Can they call my mother?", answer="No: ask them to write to you instead, and note the time.")

    assert list(questions.check(content({"zh/a.md": ask(), "en/a.md": translated}))) == []
