"""What every importer says: row by row what it did or would do, and the sums that must agree."""

from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Row:
    """One row's fate. ``line`` is where it stands in the file; ``reason`` is for the refused."""

    line: int
    key: str
    fate: Fate
    reason: str = ""

    def __str__(self) -> str:
        said = f"{self.line}: {self.fate.value} {self.key}".rstrip()
        return f"{said}: {self.reason}" if self.reason else said


@dataclass(slots=True)
class Summary:
    """Counts that add up to ``rows``; every refused row is kept with its reason."""

    counts: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    refused: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.counts[row.fate] += 1
        if row.fate is Fate.REFUSED:
            self.refused.append(row)

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def is_clean(self) -> bool:
        """Whether every row was imported or unchanged."""
        return self.counts[Fate.REFUSED] == 0

    def as_dict(self) -> dict[str, int]:
        """``rows``, ``created``, ``updated``, ``unchanged``, ``refused``."""
        return {"rows": self.rows, **{fate.value: n for fate, n in self.counts.items()}}

    def __str__(self) -> str:
        return ", ".join(f"{n} {name}" for name, n in self.as_dict().items())
