"""What people call the products of a company, in the language of the sources and in that of the reader."""

from ...model.content import Content


def of(content: Content, code: str, key: str) -> list[str]:
    """Return the names of a company's products in the source's words and the language's, each once."""
    registers, source = content.registers, content.source_language.code
    spoken = [registers.words[each].companies.get(key) for each in dict.fromkeys((source, code))]
    return list(dict.fromkeys(name for each in spoken if each for name in each.products.values()))
