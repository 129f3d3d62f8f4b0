"""Of several readings of the same words one is kept."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from extraction.claims.candidate import Candidate, joint_of
from extraction.claims.passages import Passages
from extraction.claims.speakers import Speaker
from extraction.grammar import own_subject_of
from schema import Stance

#: how many words of a content must be left
LONG = 4
Settled = tuple[Candidate, Speaker]


def select(direct: Iterable[Settled], indirect: Iterable[Settled], passages: Passages) -> list[Settled]:
    """Quotations first; indirect speech that doesn't overlap one; the innermost of nested sources."""
    kept = list(direct)
    behind = {c.cue.i: c.end for c, _ in kept if c.cue.i >= c.end}
    behind |= {c.cue.i: c.end for c, _ in kept if c.cue.i < c.start and c.cue.i not in behind}
    taken = bytearray(len(passages.doc))
    for number in passages.full:
        quotation = passages.quotations[number]
        taken[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    indirect = [s for s in indirect if not any(taken[s[0].start : s[0].end])]
    indirect = [s for s in indirect if s[0].start < behind.get(s[0].cue.i, len(taken))]
    nested: list[Settled] = []
    for settled in sorted(indirect, key=lambda s: (s[0].start, -s[0].end)):
        _place(nested, settled, passages)
    return sorted((*kept, *nested), key=lambda s: (s[0].start, s[0].end))


def _place(kept: list[Settled], new: Settled, passages: Passages) -> None:
    """Keep the new one, or the one that it stands in, or both where "and" joins their verbs."""
    while kept and kept[-1][0].overlaps(new[0].start, new[0].end):
        old, speaker = kept[-1]
        if (shortened := _shortened(old, speaker, new, passages)) is not None:
            kept[-1] = (shortened, speaker)
            new = (new[0], speaker) if new[0].speaker is None or not _has_own_subject(new[0]) else new
            break
        if speaker.party is new[1].party or old.stance is Stance.DENIES or not _fills(new[0], old):
            return
        kept.pop()
    kept.append(new)


def _has_own_subject(candidate: Candidate) -> bool:
    return own_subject_of(candidate.cue) is not None


def _shortened(old: Candidate, speaker: Speaker, new: Settled, passages: Passages) -> Candidate | None:
    """She said he lied and denied that …: the content ends where "and" leads back to the speaker."""
    cue = new[0].cue
    if (aside := _relative(cue, old)) is not None and new[1].party is speaker.party:
        return replace(old, end=aside).trimmed(passages.doc)
    if _comments(cue, old) and new[1].party is speaker.party:
        return replace(old, end=cue.i).trimmed(passages.doc)
    if (turn := _contrast(cue, old)) is not None and new[1].party is not speaker.party:
        return replace(old, end=turn).trimmed(passages.doc)
    if (turn := _going_on(cue, old)) is not None and new[1].party is speaker.party:
        return replace(old, end=turn).trimmed(passages.doc)
    joint = joint_of(cue, passages.left[cue.i])
    if joint is None or not old.start < joint < old.end or _has_own_subject(new[0]):
        return None
    same_party = new[1].party is speaker.party
    same_tense = cue.tag_ == old.cue.tag_ and cue.tag_ != cue.head.tag_
    if not (same_party or same_tense):
        return None
    return replace(old, end=joint).trimmed(passages.doc)


def _relative(cue: Token, old: Candidate) -> int | None:
    """Where the clause begins that comments on what was said: …, which she said would help."""
    if cue.dep_ != "relcl" or not cue.head.i < cue.left_edge.i < old.end or cue.left_edge.i - old.start < LONG:
        return None
    return cue.left_edge.i


def _contrast(cue: Token, old: Candidate) -> int | None:
    """Where the reporter turns to somebody else: …, *while* Moor told the court that …; …; the union said …."""
    subject = own_subject_of(cue)
    if subject is None or not old.start + LONG <= subject.left_edge.i - 1 < old.end or cue.tag_ not in {"VBD", "VBZ"}:
        return None
    i = subject.left_edge.i - 1
    return i if cue.doc[i].lower_ in {"while", "whereas", ";"} and old.cue.i < i else None


def _going_on(cue: Token, old: Candidate) -> int | None:
    """Where the reporter goes on about the same speaker: …, *and* at the meeting she denied that …."""
    subject = own_subject_of(cue)
    if subject is None or subject.pos_ != "PRON" or cue.dep_ != "conj" or cue.tag_ not in {"VBD", "VBZ"}:
        return None
    joints = [c.i for c in cue.head.children if c.dep_ == "cc" and old.start + LONG <= c.i < subject.i]
    return joints[-1] if joints and joints[-1] < old.end else None


def _comments(cue: Token, old: Candidate) -> bool:
    """True for ", saying that …" behind what was denied: the participle says more of what the speaker said."""
    return cue.tag_ == "VBG" and old.start < cue.i - 1 and cue.i < old.end and cue.nbor(-1).text == ","


def _fills(inner: Candidate, outer: Candidate) -> bool:
    """True if the inner one is what the outer one says: most of its words, or its verb and the rest of it."""
    subject = own_subject_of(inner.cue)
    if subject is not None and subject.left_edge.i <= outer.start + 1 < inner.start and inner.end >= outer.end - 1:
        return True
    return 2 * (inner.end - inner.start) >= outer.end - outer.start
