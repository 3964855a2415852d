"""What a new language translates first: the words of what its first pages refer to."""

from dataclasses import replace

import pytest

from making import company, company_registers, content
from sitebuild.model.content import Language
from sitebuild.translation import readiness

WORDS = 'chengdai:\n  products:\n    chengdai: "{product}"\n  operator: "{operator}"\n  note: "{note}"\n'
SOURCE = 'chengdai:\n  products:\n    chengdai: "橙贷"\n  note: "一句话。"\n'
ENGLISH = WORDS.format(product="Chengdai", operator="Orange Bank", note="A sentence.")
FRENCH = Language(code="fr", name="Français", published=False)


def missing(body: str, french: str) -> list[str]:
    files = {"zh/index.md": body, "fr/index.md": "Une phrase."}
    read = content(files, registers=company_registers({"chengdai": company()}))
    texts = {f"docs/{code}/_data/companies.yml": text for code, text in (("zh", SOURCE), ("en", ENGLISH))}
    texts["docs/fr/_data/companies.yml"] = french
    pieces = readiness.missing_from_first_set(
        replace(read, languages=(*read.languages, FRENCH)), FRENCH, ["index.md"], texts
    )
    return [piece.key for piece in pieces if piece.path == "docs/fr/_data/companies.yml"]


@pytest.mark.parametrize(
    ("body", "french", "expected"),
    [
        pytest.param("[](company:chengdai)", ENGLISH, ["chengdai.products.chengdai"], id="still the English name"),
        pytest.param("[](company:chengdai)", "", ["chengdai.products.chengdai"], id="no words"),
        pytest.param(
            "[](company:chengdai)",
            WORDS.format(product="Crédit Orange", operator="Banque Orange", note="A sentence."),
            [],
            id="translated but for the note",
        ),
        pytest.param("正文。", ENGLISH, [], id="a page that refers to no company"),
    ],
)
def test_the_names_of_companies_that_first_pages_refer_to_are_translated_first(
    body: str, french: str, expected: list[str]
) -> None:
    assert missing(body, french) == expected
