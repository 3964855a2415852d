"""LanguagePatterns: the compiled patterns of one language, prepared once for all its texts."""

from collections.abc import Sequence

from ...model.parity_patterns import ParityPatterns
from ...model.registers import Words
from .quantities import QuantityReader
from .terms import Terms


class LanguagePatterns:
    """The negations of a language (`words`), and the objects that find its numbers and its terms."""

    def __init__(self, words: Words) -> None:
        self.words = words.parity or ParityPatterns()
        self.quantities = QuantityReader(words, self.words)
        self.terms = Terms(words.terms)

    def says(self, names: Sequence[str]) -> bool:
        """Tell whether the language's parity.yml has all these keys."""
        return not self.words.unsaid(names)
