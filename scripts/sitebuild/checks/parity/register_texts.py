"""Rule: translated words of the registers have the numbers, references and prohibitions of the source words."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from ...model import register_paths
from ...model.content import Content
from ...model.problem import Problem
from . import compare

NAMES = frozenset({"avoid", "also", "hanzi", "pinyin", "title", "cite", "products", "operator"})
"""Keys that are not compared, because names differ by nature: a Chinese title may contain a document number."""


def check(content: Content) -> Iterator[Problem]:
    """Report what differs between the translated texts of the registers and the source texts."""
    words = content.registers.words
    known = {code: compare.LanguagePatterns(each) for code, each in words.items() if not each.generated}
    source = content.source_language.code
    for language in content.translated:
        for register in register_paths.WITH_WORDS if {source, language.code} <= known.keys() else ():
            originals, entries = (getattr(words[code], register) for code in (source, language.code))
            for key in originals.keys() & entries.keys():
                theirs, ours = _texts(key, originals[key]), _texts(key, entries[key])
                for name in theirs.keys() & ours.keys():
                    original = _section_text(content, register, source, name, theirs[name])
                    translation = _section_text(content, register, language.code, name, ours[name])
                    pair = compare.Pair(original, translation)
                    yield from compare.compare_texts(pair, known[source], known[language.code])


def _section_text(content: Content, register: str, code: str, name: str, text: str) -> compare.SectionText:
    path = register_paths.words_path(register, code)
    return compare.text(path, content.registers.lines.get((path, name), 1), code, text)


def _texts(key: str, entry: BaseModel) -> Mapping[str, str]:
    """Return the texts of an entry by the keys to them, joined by dots: `12378.reply`, `pipl.gists.47`."""
    texts = {}
    for name, value in entry.model_dump(exclude=set(NAMES)).items():
        if isinstance(value, str):
            texts[f"{key}.{name}"] = value
        elif isinstance(value, dict):
            texts |= {f"{key}.{name}.{each}": text for each, text in value.items()}
    return texts
