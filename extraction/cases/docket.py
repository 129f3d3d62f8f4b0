"""The cases of an article, and which of them a place in the text speaks of."""

from bisect import bisect_right
from dataclasses import dataclass, field

from extraction.cases.frames import Case
from extraction.cases.scan import Scan
from extraction.reading import Thing

#: sentences behind a case's last trigger in which a sum may still be one of its penalties
BEFORE = 3


@dataclass
class Docket:
    """`focus` holds the trigger's token and its case, in the order of the text."""

    cases: list[Case] = field(default_factory=list)
    focus: list[tuple[int, Case]] = field(default_factory=list)

    def case_at(self, scan: Scan, token: int) -> Case | None:
        """The case that the token's sentence speaks of: of the nearest trigger in it, else of the last before it."""
        n = bisect_right(self.focus, token, key=lambda f: f[0])
        before = self.focus[n - 1] if n else None
        after = self.focus[n] if n < len(self.focus) else None
        here = [f for f in (before, after) if f is not None and scan.sentence_of[f[0]] == scan.sentence_of[token]]
        if here:
            return min(here, key=lambda f: abs(f[0] - token))[1]
        if before is not None and not self._is_broken(scan, before[0], token):
            return before[1]
        return after[1] if after is not None and scan.paragraph_of[after[0]] == scan.paragraph_of[token] else None

    def current_at(self, scan: Scan, token: int) -> Case | None:
        """The case spoken of last, if no other story has begun since."""
        if not self.focus or self._is_broken(scan, self.focus[-1][0], token):
            return None
        return self.focus[-1][1]

    def _is_broken(self, scan: Scan, first: int, last: int) -> bool:
        return bisect_right(scan.breaks, last) > bisect_right(scan.breaks, first)

    def case_of(self, scan: Scan, token: int, party: Thing) -> Case | None:
        """The case nearest to the token in which the party is a side."""
        here = self.case_at(scan, token)
        if here is not None and here.has_party(party):
            return here
        theirs = [f for f in self.focus if f[1].has_party(party)]
        return min(theirs, key=lambda f: abs(f[0] - token))[1] if theirs else None

    def is_near(self, scan: Scan, token: int, case: Case) -> bool:
        """True where the token's sentence, or one of the few before it, has a trigger of the case, or the next has."""
        here = scan.sentence_of[token]
        return any(here - BEFORE <= sentence <= here + 1 for sentence in case.sentences)

    def has_trigger(self, scan: Scan, token: int, case: Case) -> bool:
        """True where a trigger of the case stands in the token's sentence."""
        return scan.sentence_of[token] in case.sentences
