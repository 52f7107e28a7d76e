"""What came of an attack."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """`tried` things were done; `lost` ones were not answered rightly, `leaked` were found after."""

    name: str
    tried: int = 0
    survived: int = 0
    lost: int = 0
    leaked: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, well: bool, note: str = "") -> None:
        """One more tried; lost when it did not go well."""
        self.tried += 1
        self.survived += well
        self.lost += not well
        if not well and note:
            self.notes.append(note)

    def row(self) -> str:
        """A line of the table."""
        row = f"{self.name:<44}{self.tried:>8}{self.survived:>10}{self.lost:>7}{self.leaked:>8}"
        return "\n".join([row, *(f"    {note}" for note in self.notes[:8])])


HEADING = f"{'attack':<44}{'tried':>8}{'survived':>10}{'lost':>7}{'leaked':>8}"
