"""What is prepared once for all texts of a language."""

from collections.abc import Sequence

from ...model.parity_patterns import ParityPatterns
from ...model.registers import Words
from .quantities import Quantities
from .terms import Terms


class LanguagePatterns:
    """A language's words for prohibitions, and what finds its numbers and its terms."""

    def __init__(self, words: Words) -> None:
        self.words = words.parity or ParityPatterns()
        self.quantities = Quantities(words, self.words)
        self.terms = Terms(words.terms)

    def says(self, names: Sequence[str]) -> bool:
        """Tell whether the language says how it writes all of these."""
        return not self.words.unsaid(names)
