"""Whose a title is that stands beside a name without its holder: the court or body that the text is about there."""

from bisect import bisect_left

from spacy.tokens import Doc

from extraction.grammar import SUBJECTS
from extraction.names.words import nationalities, organization_heads
from extraction.positions.finding import Finding
from extraction.positions.phrases import Held
from extraction.reading import MentionKind, Reading, Thing
from schema import NodeType, OrganizationKind

PRONOUN = MentionKind.PRONOUN
#: the court of a judge was named at most so many sentences before, the body of a chief executive so many
COURT_REACH, BODY_REACH = 4, 6
#: so many heads above a court are looked at for a clause that it is named in
CLAUSES = 8
#: so many words in front of a title may speak of another body
NEAR = 60
#: "reversing a | ruling | by the Vale Court": whoever reverses it is what the text is about
RULINGS = frozenset({"ruling", "decision", "judgment", "judgement", "verdict", "order", "sentence", "conviction"})
#: so many mentions of the body are looked at
MOST_MENTIONS = 20
#: titles of the bench that are of no court
OF_NO_COURT = frozenset({"umpire", "arbitrator", "adjudicator", "coroner", "head judge", "recorder"})
#: titles of those who sit in higher courts, and words in the names of these
OF_HIGH_COURTS = frozenset({"justice", "chief justice", "associate justice"})
HIGH = frozenset({"supreme", "high", "appeal", "appeals", "constitutional", "superior", "federal"})
#: titles that nobody has but in a company, outlet or club, so that the text needn't say whose they are
IN_A_BODY = frozenset(
    {"chief executive", "chief executive officer", "ceo", "cfo", "finance chief", "managing director", "chairman"}
    | {"chairwoman", "chairperson", "spokesman", "spokeswoman", "spokesperson", "editor", "editor-in-chief", "coach"}
    | {"editor in chief", "managing editor", "news editor", "web editor", "deputy editor", "publisher", "founder"}
    | {"co-founder", "partner", "managing partner", "general manager", "executive director", "cameraman"}
    | {"estate manager", "night porter", "head coach", "chief financial officer", "founder and chief executive"}
)
#: those that an outlet may be the holder of
IN_AN_OUTLET = frozenset({"editor", "chief", "publisher", "founder", "cameraman", "executive", "ceo"})


class ImpliedHolders:
    """Finds the implied holders of one article's titles; none where two are possible."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.sentences = [s.start for s in doc.sents] if doc.has_annotation("SENT_START") else [0]
        bodies = {NodeType.COURT, NodeType.ORGANIZATION}
        named = [
            (m.start, m.end, t)
            for t in reading.parties
            if t.type in bodies
            for m in t.mentions
            if m.kind is not PRONOUN
        ]
        courts = sorted((n for n in named if n[2].type is NodeType.COURT), key=lambda n: n[0])
        main = {id(n[2]) for n in courts if not _is_in_passing(doc, n[0], n[1]) and _is_named(n[2], n[0])}
        self.courts = [n for n in courts if id(n[2]) in main and not _is_in_passing(doc, n[0], n[1])] or courts
        is_one = len({id(n[2]) for n in self.courts}) == 1
        self.only_court = (self.courts[0][0], self.courts[0][2]) if is_one else None
        self.bodies = sorted((n for n in named if n[2].type is NodeType.ORGANIZATION), key=lambda n: n[0])

    def holder(self, found: Finding) -> Held | None:
        """Of a judge the court, of a chief executive or editor the body that the text is about."""
        words, end = found.title.text.lower(), found.title.end
        if _is_some(found) or (end < len(self.doc) and self.doc[end].lower_ in {"of", "at", "for", "with"}):
            return None
        if found.sort == "bench":
            return self._court(found.title.start, words) if words not in OF_NO_COURT else None
        is_someones = found.title.start > 0 and self.doc[found.title.start - 1].tag_ in {"PRP$", "POS"}
        return self._body(found.title.start, words) if words in IN_A_BODY and not is_someones else None

    def _court(self, i: int, words: str) -> Held | None:
        """The court named last, of a justice the higher one; where none was, the only one that the article names."""
        at = last = bisect_left(self.courts, i, key=lambda n: n[0]) - 1
        while at > 0 and words in OF_HIGH_COURTS and last - at < MOST_MENTIONS and not _is_high(self.courts[at][2]):
            at -= 1
        for k in (at, last):
            if (
                k >= 0
                and self._distance(self.courts[k][0], i) <= COURT_REACH
                and (k == last or _is_high(self.courts[k][2]))
            ):
                return self.courts[k][0], self.courts[k][2]
        return self.only_court

    def _body(self, i: int, words: str) -> Held | None:
        """The body named last, if it is what the text was about when it named it last as a subject or owner."""
        at = last = bisect_left(self.bodies, i, key=lambda n: n[0]) - 1
        while at >= 0 and last - at < MOST_MENTIONS and self._distance(self.bodies[at][0], i) <= BODY_REACH:
            start, end, body = self.bodies[at]
            if body is not self.bodies[last][2]:
                return None
            if self._is_subject(start, end):
                is_clear = _may_have(body, words) and not self._is_another(end, i)
                return (start, body) if is_clear else None
            at -= 1
        return None

    def _is_another(self, start: int, end: int) -> bool:
        """ "Vela Watch said. | The ministry denied it, | spokesman X": a body without a name comes between."""
        for token in self.doc[max(start, end - NEAR) : end]:
            if token.dep_ == "nsubj" and token.tag_ == "NN" and token.i not in self.reading.party_at:
                head = organization_heads().get(token.lower_)
                if head is not None and head.kind is OrganizationKind.GOVERNMENT:
                    return True
        return False

    def _distance(self, i: int, j: int) -> int:
        return bisect_left(self.sentences, j + 1) - bisect_left(self.sentences, i + 1)

    def _is_subject(self, start: int, end: int) -> bool:
        return any(t.dep_ in SUBJECTS or t.dep_ == "poss" for t in self.doc[start:end])


def _is_some(found: Finding) -> bool:
    """ "a Malawian | judge, X" may be of any court."""
    i = found.title.start - 1
    while i > 0 and found.title.doc[i].lower_ in nationalities():
        i -= 1
    return i >= 0 and found.title.doc[i].lower_ in {"a", "an", "another"}


def _may_have(body: Thing, words: str) -> bool:
    kind = body.properties.get("kind")
    if kind is OrganizationKind.MEDIA:
        return bool(set(words.replace("-", " ").split()) & IN_AN_OUTLET)
    return kind is not OrganizationKind.GOVERNMENT


def _is_in_passing(doc: Doc, start: int, end: int) -> bool:
    """ "Upheld the sentence that the Lisbon District Court had imposed": the text is about the court that upheld it."""
    token, steps = doc[start:end].root, 0
    while token.head != token and steps < CLAUSES:
        if token.dep_ in {"relcl", "acl"} and token.i > token.head.i:
            return any(c.lower_ == "had" for c in token.children)
        if token.lower_ == "by" and token.head.lemma_.lower() in RULINGS:
            return token.head.dep_ in {"dobj", "pobj", "nsubjpass"}
        token, steps = token.head, steps + 1
    return False


def _is_high(court: Thing) -> bool:
    return not HIGH.isdisjoint(court.name.lower().split())


def _is_named(court: Thing, start: int) -> bool:
    """Not only described there, as "the trial court" is."""
    return any(m.start == start and m.kind is MentionKind.NAME for m in court.mentions)
