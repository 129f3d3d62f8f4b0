"""The type of a name, from the evidence for it: a log-linear model whose weights are in `data/name_evidence.toml`."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from extraction.lexicon import Entry, Word, load_lexicon
from schema import NodeType

#: what the columns of the weights stand for; None: no name of a party
TYPES = (NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM, NodeType.PLACE, None)


#: a type less likely than this is none: of such names more are wrong than right
LEAST_LIKELY = 0.4


class EvidenceWeight(Entry):
    """How much a piece of evidence speaks for each type; a positive weight for it, a negative one against it."""

    label: Word
    person: float
    organization: float
    court: float
    platform: float
    place: float
    nothing: float

    def key(self) -> str:
        return self.label


@cache
def _weights() -> dict[str, np.ndarray]:
    return {
        e.label: np.array([e.person, e.organization, e.court, e.platform, e.place, e.nothing])
        for e in load_lexicon("name_evidence", EvidenceWeight)
    }


def likely_types(evidence: Mapping[str, float]) -> dict[NodeType | None, float]:
    """Type -> probability; the probabilities add up to 1."""
    weights = _weights()
    score = weights["always"].copy()
    for label, value in evidence.items():
        if label in weights:
            score += value * weights[label]
    score = np.exp(score - score.max())
    return dict(zip(TYPES, (score / score.sum()).tolist(), strict=True))


def likely_type(evidence: Mapping[str, float]) -> NodeType | None:
    """The type that the evidence speaks for; None for no name of a party, and where it speaks for no type clearly."""
    likely = likely_types(evidence)
    best = max((t for t in likely if t is not None), key=lambda t: likely[t])
    return best if likely[best] >= LEAST_LIKELY else None
