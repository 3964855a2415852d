"""The words of a figure in one language; the figure itself is a file of docs/_data/figures."""

from .strict import StrictModel, Text


class FigureWords(StrictModel):
    """A figure in a language: its title, what it shows in sentences, and the words inside it."""

    title: Text
    description: Text
    labels: dict[str, Text]
