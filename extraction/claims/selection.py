"""Of several readings of the same words one is kept."""

from collections.abc import Iterable

from extraction.claims.candidate import Candidate
from extraction.claims.passages import Passages
from extraction.claims.speakers import Speaker

Settled = tuple[Candidate, Speaker]


def select(direct: Iterable[Settled], indirect: Iterable[Settled], passages: Passages) -> list[Settled]:
    """Quotations first; indirect speech that doesn't overlap one; the innermost of nested sources."""
    kept = list(direct)
    taken = bytearray(len(passages.doc))
    for number in passages.full:
        quotation = passages.quotations[number]
        taken[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    pending = sorted(
        (s for s in indirect if not any(taken[s[0].start : s[0].end])), key=lambda s: (s[0].start, -s[0].end)
    )
    for settled in pending:
        _place(kept, settled, len(kept))
    return sorted(kept, key=lambda s: (s[0].start, s[0].end))


def _place(kept: list[Settled], new: Settled, _: int) -> None:
    """Keep the new one, or the one that it stands in."""
    while kept and kept[-1][0].overlaps(new[0].start, new[0].end):
        old = kept[-1]
        if old[1].party is new[1].party or not _fills(new[0], old[0]):
            return
        kept.pop()
    kept.append(new)


def _fills(inner: Candidate, outer: Candidate) -> bool:
    return 2 * (inner.end - inner.start) >= outer.end - outer.start
