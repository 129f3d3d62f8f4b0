"""Documents marked against annotations, and what many markings come to."""

from collections import defaultdict
from dataclasses import dataclass, field

from schema import Document, Triple
from service.evaluation.annotations import Gold
from service.evaluation.cases import mark_cases
from service.evaluation.claims import mark_claims
from service.evaluation.found import SLOTS, found_claims, found_frames
from service.evaluation.marking import Finding, Marking, Tally
from service.evaluation.parties import mark_entities, mark_positions
from service.evaluation.wording import Names

CASE_SLOTS = tuple(f"case.{slot}" for slot in SLOTS)
#: what is scored, in the order in which it is printed
SCORED = ("entity", "position", "case", *CASE_SLOTS, "case slots", "claim content", "claim", "claim about")
#: the slots of whose F1 the mean is taken
HEADLINE = ("entity", "position", "case slots", "claim")


def mark(article: str, document: Document, gold: Gold) -> Marking:
    """All slots of one article; a slot that only counts what others find is left to `Evaluation`."""
    marking, names = Marking(article, document), Names(gold)
    mark_entities(marking, gold)
    mark_positions(marking, gold, names)
    mark_cases(marking, gold.cases, found_frames(document, names))
    mark_claims(marking, gold.claims, found_claims(document, names))
    return marking


@dataclass
class Evaluation:
    """Sums over articles. `verdicts` are the triples that the annotations can judge, and whether they are right."""

    articles: int = 0
    findings: list[Finding] = field(default_factory=list)
    verdicts: list[tuple[Triple, bool]] = field(default_factory=list)
    _tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, marking: Marking) -> None:
        self.articles += 1
        self.findings += marking.findings
        self.verdicts += marking.verdicts.items()
        for slot, tally in marking.tallies.items():
            self._tallies[slot] += tally

    def tally(self, slot: str) -> Tally:
        """Counts of one of SCORED."""
        if slot == "case slots":
            return sum((self._tallies[name] for name in CASE_SLOTS), Tally())
        return self._tallies[slot]

    @property
    def mean(self) -> float:
        return sum(self.tally(slot).f1 for slot in HEADLINE) / len(HEADLINE)
