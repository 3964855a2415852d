"""What is prepared once for all texts of a language."""

from ..parity_words import ParityWords
from ..register import Words
from .quantities import Quantities
from .terms import Terms


class Language:
    """A language's words for prohibitions, and what finds its numbers and its terms."""

    def __init__(self, words: Words, parity: ParityWords) -> None:
        self.words = parity
        self.quantities = Quantities(words, parity)
        self.terms = Terms(words.terms)
