"""Rule: every FAQ question is unique in its language, on a page of the menu, and begins with a full sentence."""

from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.page import FAQ_CLASS, SHORTEST_ANSWER, Page, Question
from ..model.problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Report questions that are repeated, without a usable answer, or on a page outside the menu."""
    for language in content.languages:
        words = content.registers.words.get(language.code)
        mark = words.parity.question_mark if words and words.parity else ""
        texts: dict[str, str] = {}
        anchors: dict[str, str] = {}
        for page in content.pages_in(language.code):
            for question in page.questions:
                where = f"{page.path}:{question.heading.line}"
                yield from _unique(page, question, texts, anchors)
                yield from _answered(page, question)
                if mark and not question.text.endswith(mark):
                    message = Message(
                        "a .{faq_class} heading is a question: end it with {mark}, or take .{faq_class} out",
                        faq_class=FAQ_CLASS,
                        mark=mark,
                    )
                    yield Problem.at(page.path, question.heading, "question-mark-missing", message)
                texts.setdefault(question.text, where)
                if question.heading.anchor:
                    anchors.setdefault(question.heading.anchor, where)
        listed = {name for guide in content.guides for name in guide.pages}
        for page in content.pages_in(language.code):
            for question in page.questions if page.name not in listed else ():
                message = Message(
                    "add {name} to nav in mkdocs.yml; a page outside the menu is not in the index", name=page.name
                )
                yield Problem.at(page.path, question.heading, "question-outside-menu", message)


def _unique(page: Page, question: Question, texts: dict[str, str], anchors: dict[str, str]) -> Iterator[Problem]:
    """Report a wording or id that an earlier question has; both mappings give where that one stands."""
    if question.text in texts:
        message = Message(
            "“{text}” is asked at {where} already; merge the two or ask differently",
            text=question.text,
            where=texts[question.text],
        )
        yield Problem.at(page.path, question.heading, "question-doubled", message)
    if question.heading.anchor in anchors:
        where = anchors[str(question.heading.anchor)]
        message = Message(
            "#{anchor} is the id of the question at {where}; choose another id",
            anchor=question.heading.anchor,
            where=where,
        )
        yield Problem.at(page.path, question.heading, "question-id-doubled", message)


def _answered(page: Page, question: Question) -> Iterator[Problem]:
    """Report a question in a place where its answer cannot be found, or whose answer cannot be shown in the index."""
    heading = question.heading
    if heading.nested or heading.level == 1:
        message = Message(
            "a .{faq_class} heading stands at the left margin with ## or ###, outside boxes, lists and quotations",
            faq_class=FAQ_CLASS,
        )
        yield Problem.at(page.path, question.heading, "question-outside-body", message)
    elif not question.length:
        message = Message("write the answer under the question, first sentence first")
        yield Problem.at(page.path, question.heading, "answer-missing", message)
    elif not question.opening.runs:
        message = Message("begin the answer with a sentence; a list, table or box cannot stand in the index")
        yield Problem.at(page.path, question.heading, "answer-without-sentence", message)
    elif question.length < SHORTEST_ANSWER:
        message = Message(
            "the answer has {length} characters; write at least {shortest_answer}",
            length=question.length,
            shortest_answer=SHORTEST_ANSWER,
        )
        yield Problem.at(page.path, question.heading, "answer-short", message)
