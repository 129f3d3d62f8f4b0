"""Whom a pronoun stands for: the most prominent party that it suits."""

from bisect import bisect_right
from itertools import islice

from spacy.tokens import Doc, Token

from extraction.coreference.gender import Gender, Genders, gender_of_pronoun
from extraction.coreference.quoting import SPEECH
from extraction.coreference.salience import Salience
from extraction.grammar import OBJECTS, SUBJECTS, own_subject_of, subject_of
from extraction.reading import INSTITUTIONS, Reading, Thing
from schema import NodeType

NEUTER = frozenset({"it", "its", "itself"})
#: a verb of saying stands at most so many heads above the pronoun in what is said
DEEPEST = 20
#: how far back in the sentence another "he" may stand, and how much likelier it makes that this is the same one
CLOSE, AGAIN = 30, 2.0
#: how far from a sentence's beginning a pronoun may look forward
FRONT, FRONTED = 15, frozenset({"prep", "advcl"})
#: what no thing does
SPEAKING = SPEECH | {"call", "accuse", "dispute", "reject", "sue", "appeal", "announce", "describe", "urge", "ask"}
#: verbs whose "it" stands for nothing
EXPLETIVE = frozenset({"be", "seem", "appear", "take"})


class PronounReader:
    """Finds the antecedents of one article's pronouns."""

    def __init__(self, doc: Doc, reading: Reading, genders: Genders) -> None:
        self.doc, self.reading, self.genders = doc, reading, genders
        # token.sent walks through the whole sentence each time, and an article may be one sentence
        self.sentence_starts = [sentence.start for sentence in doc.sents] if doc.has_annotation("SENT_START") else [0]

    def antecedent(self, token: Token, salience: Salience, not_these: frozenset[int]) -> Thing | None:
        """The party, if a named one is meant; `not_these` are Python's ids of those whom it can't be."""
        if gender := gender_of_pronoun(token.lower_):
            found = self._person(gender, token, salience, not_these)
            return found if found is not None and found.mentions else None
        return self._institution(token, salience) if token.lower_ in NEUTER else None

    def _person(self, gender: Gender, token: Token, salience: Salience, not_these: frozenset[int]) -> Thing | None:
        reporter = self._reporter(token)
        doer = self._doer_beside(token)
        before = self._before(gender, token)
        behind = self._behind(token)
        if behind is not None and id(behind) not in not_these and self.genders.fit(behind, gender) >= 1.0:
            return behind
        best: Thing | None = None
        reached = 0.0
        for thing in ([reporter] if reporter else []) + salience.ranked():
            if thing.type is not NodeType.PERSON or id(thing) in not_these or thing is doer:
                continue
            fit = self.genders.fit(thing, gender)
            if thing is reporter and fit > 0.0:
                return thing
            weight = fit * salience.weight.get(id(thing), 0.0) * (AGAIN if thing is before else 1.0)
            if weight > reached:
                best, reached = thing, weight
        return best

    def _behind(self, token: Token) -> Thing | None:
        """Whom the sentence is about to name as its subject: when he returned, Lee said …"""
        first = self.sentence_starts[bisect_right(self.sentence_starts, token.i) - 1]
        path = [token, *islice(token.ancestors, DEEPEST)] if token.i - first <= FRONT else []
        if len(path) < 2 or path[-1].dep_ != "ROOT" or path[-2].dep_ not in FRONTED:
            return None
        subject = own_subject_of(path[-1])
        if subject is None or not token.i < subject.left_edge.i < path[-1].i:
            return None
        thing = self.reading.party_at.get(subject.i)
        return thing if thing is not None and thing.type is NodeType.PERSON and subject.pos_ == "PROPN" else None

    def _before(self, gender: Gender, token: Token) -> Thing | None:
        """Whom such a pronoun stands for further left in the sentence: through his lawyer, Lee, he said …"""
        first = max(self.sentence_starts[bisect_right(self.sentence_starts, token.i) - 1], token.i - CLOSE)
        for i in range(token.i - 1, first - 1, -1):
            if self.doc[i].tag_ in {"PRP", "PRP$"} and gender_of_pronoun(self.doc[i].lower_) == gender:
                return self.reading.party_at.get(i)
        return None

    def _reporter(self, token: Token) -> Thing | None:
        """Who says the clause that the pronoun stands in: "Vela said he …"."""
        first = self.sentence_starts[bisect_right(self.sentence_starts, token.i) - 1]
        for verb in islice(token.ancestors, DEEPEST):
            if not first <= verb.i < token.i:
                continue
            if verb.pos_ == "VERB" and verb.lemma_.lower() in SPEECH:
                subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i), None)
                return self._party_of(subject) if subject is not None else None
        return None

    def _party_of(self, noun: Token) -> Thing | None:
        """The party of a noun phrase: of its head, or of the name beside it in "the spokesman | Paul Vela"."""
        beside = [noun, *(c for c in noun.children if c.dep_ in {"appos", "compound", "nmod"})]
        found = (self.reading.party_at.get(t.i) for t in beside)
        return next((thing for thing in found if thing is not None and thing.type is NodeType.PERSON), None)

    def _institution(self, token: Token, salience: Salience) -> Thing | None:
        """ "It said", "its lawyers": an institution spoken of in this sentence or the one before."""
        if token.lower_ == "it" and (token.dep_ not in SUBJECTS or token.head.lemma_ in EXPLETIVE):
            return None
        if token.lower_ == "itself" and token.dep_ not in OBJECTS | {"pobj"}:
            return None
        speaks = token.dep_ in SUBJECTS and token.head.lemma_.lower() in SPEAKING
        others = {NodeType.PERSON, NodeType.EVENT} if speaks else {NodeType.PERSON}
        for thing in salience.ranked():
            if salience.age(thing) <= 1 and thing.type not in others:
                return thing if thing.type in INSTITUTIONS else None  # a country or a thing may be meant
        return None

    def _doer_beside(self, token: Token) -> Thing | None:
        """Whom the pronoun can't be in "Vela sued him", "Vela ordered him to pay": the object isn't the subject."""
        if token.lower_ not in {"him", "her", "it"} or token.tag_ != "PRP":
            return None
        verb = token.head.head if token.dep_ in SUBJECTS else token.head
        subject = subject_of(verb) if verb.pos_ == "VERB" else None
        return self.reading.party_at.get(subject.i) if subject is not None else None
