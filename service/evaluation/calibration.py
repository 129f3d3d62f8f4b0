"""What confidence is worth: how many of the triples that the annotations can judge are right."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from schema import Triple

#: triples, and whether they are right
Verdicts = Iterable[tuple[Triple, bool]]


@dataclass(frozen=True)
class Judged:
    """Of so many triples so many are right."""

    triples: int
    right: int

    @property
    def precision(self) -> float | None:
        return self.right / self.triples if self.triples else None


def judged(verdicts: Verdicts) -> Judged:
    listed = [right for _, right in verdicts]
    return Judged(len(listed), sum(listed))


def by_tenth(verdicts: Verdicts) -> list[Judged]:
    """From the triples of confidence below 0.1 up to those of 0.9 and more."""
    tenths: list[list[tuple[Triple, bool]]] = [[] for _ in range(10)]
    for triple, right in verdicts:
        tenths[min(int(triple.confidence * 10), 9)].append((triple, right))
    return [judged(tenth) for tenth in tenths]


def from_confidence(verdicts: Verdicts, least: float) -> Judged:
    return judged((triple, right) for triple, right in verdicts if triple.confidence >= least)


def by_rule(verdicts: Verdicts) -> dict[str, Judged]:
    """Rule -> its triples; the rule with the most wrong ones first."""
    rules: dict[str, list[tuple[Triple, bool]]] = defaultdict(list)
    for triple, right in verdicts:
        rules[triple.rule].append((triple, right))
    counted = {rule: judged(of_rule) for rule, of_rule in rules.items()}
    return dict(sorted(counted.items(), key=lambda item: (item[1].right - item[1].triples, item[0])))
