"""The model of one entry of docs/<language>/_data/figures.yml; the figure itself is docs/_data/figures/<key>.svg."""

from .strict import StrictModel, Text


class FigureWords(StrictModel):
    """The words of a figure in one language; `labels` gives the text for each `{key}` in the SVG file."""

    title: Text
    description: Text
    labels: dict[str, Text]
