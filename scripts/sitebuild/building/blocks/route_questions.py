"""
Generates the questions of the routes (docs/_data/routes.yml) as a reader taps through them: links and folded blocks.

Each question is a block, the first one open. An answer is a link to the next question or, where the way ends, a block
with whom to call, what to read and which letter to send. It works without a script and by the keyboard.
"""

from collections.abc import Iterator, Mapping, Sequence

from ...model.content import Content
from ...model.page import Page
from ...model.routes import RouteStep, RouteStepWords
from ...text import markdown_text, references
from . import folding, page_links


def questions(content: Content, page: Page) -> str:
    """Return every question that has words in the page's language, as Markdown; empty if there are none."""
    blocks = "\n\n".join(_Walk(content, page).blocks())
    shown = references.expand(blocks, content.registers, page.language, page.name)
    return f'<div class="walk" markdown>\n\n{shown}\n\n</div>' if shown else ""


def anchor(step: str) -> str:
    """Return the id of a question on the page; `step` is its key in the register."""
    return f"ask-{step}"


def ending(content: Content, page: Page, key: str) -> str:
    """Return, as Markdown, what to do at the end of a way, whom to call and which letter to send."""
    step, words = content.registers.routes[key], content.registers.words[page.language].routes
    if key not in words:
        return ""
    said = f"{words[key].text}{content.interface[page.language]['full_stop']}"
    text = "\n\n".join(filter(None, [said, calls(content, page, step.doors), _letter(content, page, step)]))
    return references.expand(text, content.registers, page.language, page.name)


def calls(content: Content, page: Page, doors: Sequence[str], *, named: bool = False) -> str:
    """
    Return the numbers of channels as large as a thumb, with references; empty if none has a number.

    With `named`, each says whose it is, where no sentence does.
    """
    call, words = content.interface[page.language]["channel_call"], content.registers.words[page.language].channels
    names = {door: f"{words[door].name} " for door in doors if named and door in words}
    numbers = "\n".join(
        f"- [{names.get(door, '')}{call}](phone:{door})" for door in doors if content.registers.channels[door].numbers
    )
    return f'<div class="calls" markdown>\n\n{numbers}\n\n</div>' if numbers else ""


def _letter(content: Content, page: Page, step: RouteStep) -> str:
    """Return the line that names the letter to send; empty if there is none."""
    link = page_links.link(content, page, step.letter) if step.letter else ""
    return f"- {content.interface[page.language]['route_letter']}{link}" if link else ""


class _Walk:
    """Writes the steps in the words of a page's language, with links that are relative to the page."""

    def __init__(self, content: Content, page: Page) -> None:
        self.content, self.page = content, page
        self.steps: Mapping[str, RouteStep] = content.registers.routes
        self.words: Mapping[str, RouteStepWords] = content.registers.words[page.language].routes
        self.interface = content.interface[page.language]

    def blocks(self) -> Iterator[str]:
        """Yield the block of each question in the order of the register; the first is open."""
        asked = [key for key, step in self.steps.items() if step.options and key in self.words]
        for number, key in enumerate(asked, start=1):
            answers = "\n\n".join(
                self._answer(self.words[key].options.get(option, ""), following)
                for option, following in self.steps[key].options.items()
            )
            summary = markdown_text.as_html(markdown_text.phrase(self._expanded(self.words[key].text)))
            opened = " open" if number == 1 else ""
            yield (
                f'<details class="ask" id="{anchor(key)}"{opened} markdown>\n<summary>{summary}</summary>\n\n'
                f"{answers}\n\n</details>"
            )

    def _answer(self, wording: str, following: str) -> str:
        """Return an answer: a link to the question that follows, or a block with what to do."""
        if following not in self.steps or following not in self.words:
            return ""
        answer = markdown_text.as_html(markdown_text.phrase(self._expanded(wording)))
        if self.steps[following].options:
            # On paper nothing can be tapped: there the question that follows stands behind the answer.
            asked = markdown_text.entities(markdown_text.visible_text(self._expanded(self.words[following].text)))
            link = f'<a href="#{anchor(following)}" data-next="{asked}">{answer}</a>'
            return f'<p class="answer">{link}</p>'
        return folding.folded(answer, "\n\n".join(self._end(following)), kind="answer")

    def _end(self, key: str) -> Iterator[str]:
        """Yield what stands at the end of a way: what to do, the numbers to call, what to read, the letter."""
        step, full_stop = self.steps[key], self.interface["full_stop"]
        yield f"{self.words[key].text}{full_stop}"
        if numbers := calls(self.content, self.page, step.doors):
            yield numbers
        links = [f"- {page_links.link(self.content, self.page, name)}" for name in step.pages]
        if listed := [*links, *filter(None, [_letter(self.content, self.page, step)])]:
            yield "\n".join(listed)

    def _expanded(self, text: str) -> str:
        return references.expand(text, self.content.registers, self.page.language, self.page.name)
