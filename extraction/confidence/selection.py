"""Which facts are left out: a missing link is better than a wrong one."""

from schema import Predicate

#: what is less likely is more likely wrong than right
EVEN = 0.5
#: without these a case, a penalty or a claim falls apart, or keeps a name that says more than its links: they stay, at
#: their low confidence
KEPT = frozenset(
    {
        Predicate.PLAINTIFF_IN,
        Predicate.DEFENDANT_IN,
        Predicate.CONCERNS,
        Predicate.HAS_PENALTY,
        Predicate.IMPOSED_ON,
        Predicate.MADE,
    }
)


def is_left_out(predicate: Predicate, likelihood: float) -> bool:
    return likelihood < EVEN and predicate not in KEPT
