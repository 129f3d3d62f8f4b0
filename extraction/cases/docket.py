"""The cases of an article, and which of them a place in the text speaks of."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from spacy.tokens import Token

from extraction.cases.frames import Case
from extraction.cases.lexicons import Role
from extraction.cases.scan import Scan
from extraction.reading import Thing

#: sentences behind a case's last trigger in which a sum may still be one of its penalties
BEFORE = 3
#: so many triggers of a sentence are looked at for the one in its main clause
RELATIVE = 6
#: a party is looked for in so many cases, the first ones in which it is a side
CASES_OF_PARTY = 20


class Hold(StrEnum):
    """What joins a place in the text to a case."""

    TRIGGER = "trigger"  # a verb or noun of the proceeding in the same sentence
    PARTIES = "parties"  # whom the sentence names
    TOPIC = "topic"  # nothing but that the case was spoken of last


#: how much surer or less sure a link is by what holds it
SURENESS = {Hold.TRIGGER: 0.05, Hold.PARTIES: 0.0, Hold.TOPIC: -0.15}


@dataclass
class Docket:
    """`focus` holds the trigger's token and its case, in the order of the text."""

    cases: list[Case] = field(default_factory=list)
    focus: list[tuple[int, Case]] = field(default_factory=list)
    _cases_of: dict[int, list[Case]] = field(default_factory=dict)
    _by_names: dict[int, Case | None] = field(default_factory=dict)

    def note_parties(self) -> None:
        """To be called when the cases have got other parties, before the next question."""
        self._cases_of, self._by_names = {}, {}
        for case in self.cases:
            for party in case.ids(Role.PLAINTIFF) | case.ids(Role.DEFENDANT):
                self._cases_of.setdefault(party, []).append(case)

    def case_at(self, scan: Scan, token: int) -> Case | None:
        """The case that the token's sentence speaks of."""
        held = self.held_at(scan, token)
        return held[0] if held is not None else None

    def held_at(self, scan: Scan, token: int) -> tuple[Case, Hold] | None:
        """The case of the nearest trigger in the token's sentence, else of the parties that the sentence names, else of
        the last trigger before it, or, where there is none, of the next in its paragraph."""
        before, after = self._around(token)
        here = [f for f in (before, after) if f is not None and scan.sentence_of[f[0]] == scan.sentence_of[token]]
        if here:
            return min(here, key=lambda f: abs(f[0] - token))[1], Hold.TRIGGER
        if (named := self._named_beside(scan, token)) is not None:
            return named, Hold.PARTIES
        if before is not None and not self._is_broken(scan, before[0], token):
            last = self._main_at(scan, before)
            if _has_names(last):
                return last, Hold.TOPIC
        if after is not None and scan.paragraph_of[after[0]] == scan.paragraph_of[token]:
            return after[1], Hold.TOPIC
        return None

    def _main_at(self, scan: Scan, last: tuple[int, Case]) -> Case:
        """The case of the sentence's main clause, not of one that only describes somebody: "who is charged in Rome"."""
        n = bisect_right(self.focus, last[0], key=lambda f: f[0]) - 1
        first = max(n - RELATIVE, 0)
        sentence = scan.sentence_of[last[0]]
        for trigger, case in reversed(self.focus[first : n + 1]):
            if scan.sentence_of[trigger] != sentence:
                break
            if not _is_relative(scan.doc[trigger]):
                return case
        return last[1]

    def _around(self, token: int) -> tuple[tuple[int, Case] | None, tuple[int, Case] | None]:
        n = bisect_right(self.focus, token, key=lambda f: f[0])
        return self.focus[n - 1] if n else None, self.focus[n] if n < len(self.focus) else None

    def _named_beside(self, scan: Scan, token: int) -> Case | None:
        """The case of which the sentence names the most parties; None where no single one stands out."""
        sentence = scan.sentence_of[token]
        if sentence not in self._by_names:
            self._by_names[sentence] = self._named_in(scan, sentence)
        return self._by_names[sentence]

    def _named_in(self, scan: Scan, sentence: int) -> Case | None:
        span = scan.sentences[sentence]
        named = {id(t) for i in range(span.start, span.end) if (t := scan.reading.party_at.get(i))}
        told = [c for t in named for c in self._cases_of.get(t, ())[:CASES_OF_PARTY] if self._is_open(c, span.end)]
        counts = Counter(id(c) for c in told)
        best = counts.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return next(c for c in told if id(c) == best[0][0])

    def _is_open(self, case: Case, token: int) -> bool:
        """True where the case has been spoken of before, or none has whose parties are known."""
        before, _ = self._around(token)
        return case.frames[0].trigger.i < token or before is None or not _has_names(before[1])

    def current_at(self, scan: Scan, token: int) -> Case | None:
        """The case spoken of last, if no other story has begun since."""
        if not self.focus or self._is_broken(scan, self.focus[-1][0], token):
            return None
        return self.focus[-1][1]

    def _is_broken(self, scan: Scan, first: int, last: int) -> bool:
        return bisect_right(scan.breaks, last) > bisect_right(scan.breaks, first)

    def case_of(self, scan: Scan, token: int, party: Thing) -> Case | None:
        """The case in which the party is a side: the one spoken of here, else the one with the nearest trigger."""
        here = self.case_at(scan, token)
        if here is not None and here.has_party(party):
            return here
        theirs = self._cases_of.get(id(party), ())[:CASES_OF_PARTY]
        return min(theirs, key=lambda c: min(abs(f.trigger.i - token) for f in c.frames), default=None)

    def is_near(self, scan: Scan, token: int, case: Case) -> bool:
        """True where the token's sentence, or one of the few before it, has a trigger of the case, or the next has."""
        here = scan.sentence_of[token]
        return any(here - BEFORE <= sentence <= here + 1 for sentence in case.sentences)

    def has_trigger(self, scan: Scan, token: int, case: Case) -> bool:
        """True where a trigger of the case stands in the token's sentence."""
        return scan.sentence_of[token] in case.sentences


def _has_names(case: Case) -> bool:
    return case.is_named


def _is_relative(token: Token) -> bool:
    """True inside a clause that describes a noun."""
    return any(above.dep_ == "relcl" for above in (token, *islice(token.ancestors, RELATIVE)))
