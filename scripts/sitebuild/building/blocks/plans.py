"""
Generates what the picker of situations works with: the tables of its questions, and a plan for every situation.

The tables lead to the page of each situation, so that the picker can be read and printed without a script. The plans
are put together from sections of those pages (docs/_data/plans.yml says which) and are hidden until the script of the
page shows one of them. Whatever the script says stands here too, in elements that it knows by their attributes.
"""

from collections.abc import Iterator, Sequence

from ...model.content import Content
from ...model.page import Page
from ...model.plans import URGENT, Situation
from ...text import markdown_text, notation, plan_sections, quoted_section, references
from . import page_links, product_names, route_questions

_WORDS = "plan_"
_FIND_LENDER = "help/which-door.md#find-lender"
_LENDER = "routes"
"""The table of the step of the routes that asks what kind of lender it is."""


def table(content: Content, page: Page, marker: str) -> str:
    """Return the table of the situations of a group, as Markdown; `marker` is such as `table: plans-calls`."""
    group = marker.removeprefix(notation.PLAN_TABLE)
    words, says = content.registers.words[page.language].plans, content.interface[page.language]
    first = (says["plan_head_first"], says["plan_head_then"]) if group == URGENT else (says["plan_head_read"],)
    rows = [
        (words[key].text, *filter(None, [words[key].first]), page_links.link(content, page, plan.page))
        for key, plan in content.registers.plans.items()
        if plan.group == group and key in words
    ]
    shown = markdown_text.table((says["plan_head_ask"], *first), rows) if rows else ""
    return references.expand(shown, content.registers, page.language, page.name)


def plans(content: Content, page: Page) -> str:
    """Return, as hidden Markdown, all that the script of the picker shows, in the words of a page's language."""
    made = _Made(content, page)
    pieces = [*made.words(), *made.options(), *made.bodies(), *made.lenders(), *made.products(), *made.risks()]
    shown = "\n\n".join(pieces)
    return f'<div class="plans extra" hidden markdown>\n\n{shown}\n\n</div>'


class _Made:
    """Writes the pieces, with references expanded and links led from the page."""

    def __init__(self, content: Content, page: Page) -> None:
        self.content, self.page, self.registers = content, page, content.registers
        self.own = content.registers.words[page.language]
        self.says = content.interface[page.language]
        self.bodies_by_sections: dict[str, str] = {}

    def words(self) -> Iterator[str]:
        """Yield every text of the interface that the script says."""
        for key, text in self.says.items():
            if key.startswith(_WORDS) and "_head_" not in key:
                yield self.line(f'data-word="{key.removeprefix(_WORDS)}"', text)

    def options(self) -> Iterator[str]:
        """Yield the question of each situation: which group, who may ask it, which plan it leads to."""
        for key, plan in self.registers.plans.items():
            if key in self.own.plans:
                lender = " data-lends" if plan.lender else ""
                who = " ".join(plan.who)
                about = f'data-group="{plan.group}" data-who="{who}" data-plan="{self.body_of(key)}"{lender}'
                yield self.line(about, self.own.plans[key].text)

    def body_of(self, key: str) -> str:
        """Return the key of the first situation that has the same plan."""
        plan = self.registers.plans[key]
        same = repr((plan.page, plan.parts, plan.doors))
        return self.bodies_by_sections.setdefault(same, key)

    def bodies(self) -> Iterator[str]:
        """Yield the plan of each situation: the numbers to call, then its parts, then the page that it is from."""
        for key, plan in self.registers.plans.items():
            if key in self.own.plans and self.body_of(key) == key:
                parts = [self.calls(plan.doors), *self.parts(plan), self.whole_page(plan)]
                yield self.block(f'class="plan" data-body="{key}"', "\n\n".join(filter(None, parts)))

    def parts(self, plan: Situation) -> Iterator[str]:
        for part, found in plan_sections.of(self.content, self.page.language, plan):
            text = "\n\n".join(quoted_section.text(page, anchor, self.page.folder) for page, anchor in found)
            foreign = {page.language for page, _ in found} - {self.page.language}
            language = f' lang="{foreign.pop()}"' if foreign else ""
            yield self.block(f'data-part="{part}"{language}', self.expanded(markdown_text.join_lines(text)))

    def whole_page(self, plan: Situation) -> str:
        """Return the line that leads to the page of a plan."""
        return self.says["plan_whole"].format(page=page_links.link(self.content, self.page, plan.page))

    def lenders(self) -> Iterator[str]:
        """Yield whom to turn to for each kind of lender, for a channel that companies name, and where none is known."""
        step = next((each for each in self.registers.routes.items() if each[1].table == _LENDER), None)
        kinds = step[1].options.items() if step else ()
        for option, end in kinds:
            name = self.own.routes[step[0]].options.get(option, "") if step and step[0] in self.own.routes else ""
            told = route_questions.ending(self.content, self.page, end)
            yield self.block(f'data-lender="{end}"', f"{self.name(name)}\n\n{told}")
        for door in sorted({each.door for each in self.registers.companies.values()} - {end for _, end in kinds}):
            text = self.says["door_by_channel"].format(channel=f"[](channel:{door})") + self.says["full_stop"]
            yield self.block(f'data-lender="{door}"', self.expanded(text))
        found = page_links.link(self.content, self.page, _FIND_LENDER)
        yield self.block('data-lender=""', self.expanded(self.says["plan_unknown_then"].format(page=found)))

    def products(self) -> Iterator[str]:
        """Yield who is behind the products of each company."""
        for key, company in self.registers.companies.items():
            if key in self.own.companies:
                names = self.says["list_comma"].join(self.product(key, name) for name in self.names(key))
                kind = self.says["company_kind"].format(kind=self.says[f"company_kind_{company.kind}"])
                text = f"{names}{self.says['label_colon']}[](company:{key}){kind}"
                yield self.line(f'data-door="{company.door}"', text)

    def names(self, key: str) -> list[str]:
        return product_names.of(self.content, self.page.language, key)

    def product(self, key: str, name: str) -> str:
        """Return the name of a product, marked where it is in the language of the sources alone."""
        source = self.content.source_language.code
        foreign = name not in self.own.companies[key].products.values()
        language = f' lang="{source}"' if foreign and source != self.page.language else ""
        return f'<span class="product"{language}>{markdown_text.escape(name)}</span>'

    def risks(self) -> Iterator[str]:
        """Yield what may be lost, and what is done first for it."""
        for key, risk in self.registers.risks.items():
            if words := self.own.risks.get(key):
                links = (page_links.link(self.content, self.page, name) for name in risk.pages)
                pages = self.says["plan_read"].format(pages=self.says["list_comma"].join(links))
                first = f"**{words.text}**{self.says['label_colon']}{words.first}{self.says['full_stop']}"
                yield self.line(f'data-risk="{key}"', first + pages)

    def calls(self, doors: Sequence[str]) -> str:
        """Return the numbers to call, as large as a thumb."""
        return self.expanded(route_questions.calls(self.content, self.page, doors, named=True))

    def name(self, text: str) -> str:
        """Return what an answer is called."""
        return self.line('class="called"', text)

    def expanded(self, text: str) -> str:
        return references.expand(text, self.registers, self.page.language, self.page.name)

    def line(self, about: str, text: str) -> str:
        return f"<p {about} markdown>{self.expanded(text)}</p>"

    def block(self, about: str, text: str) -> str:
        return f"<div {about} markdown>\n\n{text}\n\n</div>"
