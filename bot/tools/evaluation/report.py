"""The tables a person reads."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.tools.evaluation.goals import Goals
from bot.tools.evaluation.measures import Outcome, confusions, measures

_LONGEST_LIST = 10


def table(name: str, outcomes: Sequence[Outcome], goals: Goals, before: Mapping[str, float]) -> str:
    """One test set's measures with the change since the last run, its worst topics and confusions."""
    lines = [f"{name}: {len(outcomes)} messages"]
    for measure, value in measures(outcomes, goals).items():
        change = f"{value - before[measure]:+.1f}" if measure in before else ""
        lines.append(f"  {measure:<26}{value:7.1f} % {change}".rstrip())
    confused = confusions(outcomes, goals)
    worst: Counter[str] = Counter()
    for (meant, _), count in confused.items():
        worst[meant] += count
    lines.append(
        "  worst topics: " + _listed((topic, count) for topic, count in worst.most_common(_LONGEST_LIST))
    )
    pairs = ((f"{meant} → {said}", count) for (meant, said), count in confused.most_common(_LONGEST_LIST))
    lines.append("  not found: " + _listed(pairs))
    return "\n".join(lines)


def mistakes(outcomes: Sequence[Outcome], goals: Goals) -> str:
    """Every message that was not answered right, one a line."""
    wrong = [row for row in outcomes if not row.is_right(goals)]
    return "\n".join(
        f"  {row.meant} → {row.first} ({row.confidence:.2f}{', offered' * row.is_found(goals)}): {row.text}"
        for row in wrong
    )


def _listed(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in pairs) or "none"
