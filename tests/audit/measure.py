"""A figure beside its target, and the one table that all of them make."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Measure:
    """
    One figure. `most` and `least` are the bounds it has to keep, None where there is none.

    `stock` is the same figure of the theme as it comes; `digits` are shown after the point.
    """

    name: str
    value: float
    most: float | None = None
    least: float | None = None
    stock: float | None = None
    digits: int = 0

    @property
    def met(self) -> bool:
        """Whether the figure keeps its bounds."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def target(self) -> str:
        """The bound in words."""
        if self.most is not None:
            return f"<= {self._shown(self.most)}" if self.most else "0"
        return "" if self.least is None else f">= {self._shown(self.least)}"

    def cells(self) -> tuple[str, ...]:
        """Return the measure as a row of the table."""
        return (
            self.name,
            self._shown(self.value),
            self.target,
            "" if self.stock is None else self._shown(self.stock),
            "ok" if self.met else "MISSED",
        )

    def _shown(self, value: float) -> str:
        return f"{value:.{self.digits}f}"


HEAD = ("what", "measured", "target", "stock theme", "")


def table(measures: Sequence[Measure]) -> str:
    """Return all measures as a table in columns."""
    rows = [HEAD, *(each.cells() for each in measures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [
        row[0].ljust(widths[0])
        + "".join(f"  {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
