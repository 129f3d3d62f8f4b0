"""Claims marked against the annotations: their words first, then who says them, and about whom."""

from collections.abc import Sequence

from service.evaluation.alignment import greedy_pairs
from service.evaluation.annotations import Claim
from service.evaluation.found import FoundClaim
from service.evaluation.marking import Marking
from service.evaluation.wording import bare, likeness, words

#: likeness of two contents from which on they are the same claim
_ALIKE = 0.5
#: of two contents as much alike, that of the right speaker is taken
_SPEAKER_BONUS = 0.2


def mark_claims(marking: Marking, wanted: Sequence[Claim], found: Sequence[FoundClaim]) -> None:
    pairs = greedy_pairs(_weights(wanted, found))
    for number, claim in enumerate(wanted):
        if number in pairs:
            marking.hit("claim content")
            _mark_pair(marking, claim, found[pairs[number]])
            continue
        said = f"{claim.speaker} {claim.stance}: {claim.text}"
        marking.miss("claim content", said, claim.text)
        marking.count("claim", missed=1)
    for number, other in enumerate(found):
        if number not in pairs.values():
            triples = [triple for _, _, triple in other.made]
            marking.invent("claim content", other, triples, other.text)
            marking.count("claim", invented=1)
            marking.judge([*triples, *(t for about in other.about.values() for t in about)], right=False)


def _weights(wanted: Sequence[Claim], found: Sequence[FoundClaim]) -> list[list[float]]:
    contents = [words(claim.text) for claim in found]
    speakers = [{bare(speaker) for speaker, _, _ in claim.made} for claim in found]
    rows = []
    for claim in wanted:
        content, speaker = words(claim.text), bare(claim.speaker)
        alike = [likeness(content, other) for other in contents]
        rows.append(
            [
                0 if one < _ALIKE else one + (_SPEAKER_BONUS if speaker in names else 0)
                for one, names in zip(alike, speakers, strict=True)
            ]
        )
    return rows


def _mark_pair(marking: Marking, wanted: Claim, found: FoundClaim) -> None:
    """Of several speakers the annotations name the first: one that is right excuses the others."""
    right = [t for who, stance, t in found.made if bare(who) == bare(wanted.speaker) and stance == wanted.stance]
    marking.judge(right or [triple for _, _, triple in found.made], right=bool(right))
    if right:
        marking.hit("claim")
    else:
        marking.miss("claim", f"{wanted.speaker} {wanted.stance}: {wanted.text}", wanted.text)
        marking.invent("claim", found, [triple for _, _, triple in found.made], found.text)
    _mark_about(marking, wanted, found)


def _mark_about(marking: Marking, wanted: Claim, found: FoundClaim) -> None:
    asked = {bare(name): name for name in wanted.about}
    said = {bare(name): name for name in found.about}
    for name in said:
        triples = found.about[said[name]]
        marking.judge(triples, right=name in asked)
        if name in asked:
            marking.hit("claim about")
        else:
            marking.invent("claim about", f"{said[name]} in: {found.text}", triples)
    for name in asked:
        if name not in said:
            marking.miss("claim about", f"{asked[name]} in: {wanted.text}", wanted.text)
