"""Whose lawyer, wife or brother somebody is: "his lawyer, X" says whom "Y's lawyer" and "my client" stand for later."""

from spacy.tokens import Doc, Token

from extraction.coreference.roles import same_title
from extraction.grammar import agent_of, objects_of, own_subject_of
from extraction.names.words import titles
from extraction.reading import Reading, Thing
from schema import NodeType

#: what the owner is to the one owned
INVERSE = {"husband": "wife", "wife": "husband", "ex-husband": "ex-wife", "ex-wife": "ex-husband", "ex": "ex"}
#: how many words may stand between the owner and the noun: "Vela's | former defence | lawyer"
LONGEST = 4
APART = frozenset({"NN", "JJ", "HYPH", "NNP"})


class Relations:
    """Learns from one article whose people are whose, and finds them again."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.known: dict[tuple[int, str], Thing] = {}
        self.clients: dict[int, Thing] = {}

    def name_begins(self, token: Token) -> None:
        """ "his lawyer, | X": learns what stands in front of the name."""
        at = token.i - 2 if token.i > 1 and self.doc[token.i - 1].text == "," else token.i - 1
        person = self.reading.party_at.get(token.i)
        if at > 0 and person is not None and person.type is NodeType.PERSON and self.doc[at].tag_ == "NN":
            owner = self._owner(self.doc[at])
            if owner is not None:
                self._learn(owner, self.doc[at].lower_, person)

    def represents(self, verb: Token) -> None:
        """ "X, who represents Y", "Y, represented by X"."""
        if verb.lemma_ not in {"represent", "defend"}:
            return
        doer = agent_of(verb) or own_subject_of(verb)
        lawyer = self._person(doer) or (self._person(verb.head) if verb.dep_ in {"relcl", "acl"} else None)
        done_to = objects_of(verb) or ([verb.head] if agent_of(verb) is not None and verb.dep_ == "acl" else [])
        client = self.reading.party_at.get(done_to[0].i) if done_to else None
        if lawyer is not None and client is not None and client is not lawyer:
            self.clients.setdefault(id(lawyer), client)

    def _person(self, token: Token | None) -> Thing | None:
        thing = self.reading.party_at.get(token.i) if token is not None else None
        return thing if thing is not None and thing.type is NodeType.PERSON else None

    def _learn(self, owner: Thing, noun: str, person: Thing) -> None:
        if owner is person or noun not in titles():
            return
        self.known[id(owner), same_title(noun)] = person
        if titles()[noun].name == "bar":
            self.clients[id(person)] = owner
        if noun in INVERSE:
            self.known[id(person), INVERSE[noun]] = owner

    def _owner(self, noun: Token) -> Thing | None:
        """Of "his", "Vela's" in front of the noun."""
        i = self._possessive(noun)
        if i < 0:
            return None
        return self.reading.party_at.get(i if self.doc[i].tag_ == "PRP$" else i - 1)

    def _possessive(self, noun: Token) -> int:
        for i in range(noun.i - 1, max(-1, noun.i - 1 - LONGEST), -1):
            if self.doc[i].tag_ in {"PRP$", "POS"}:
                return i
            if self.doc[i].tag_ not in APART:
                break
        return -1

    def antecedent(self, noun: Token, speakers: frozenset[int]) -> Thing | None:
        """Whom "his lawyer", "her husband" or "my client" stands for; `speakers` by Python's ids."""
        at = self._possessive(noun)
        if at < 0:
            return None
        owner = self._owner(noun)
        if noun.lower_ == "client":
            if self.doc[at].lower_ in {"my", "our"}:
                return self.clients.get(next(iter(speakers))) if len(speakers) == 1 else None
            return self.clients.get(id(owner))
        if owner is None or noun.lower_ not in titles():
            return None
        if (named := self._named_before(at)) is not None and named is not owner:
            self._learn(owner, noun.lower_, named)
            return named
        return self.known.get((id(owner), same_title(noun.lower_)))

    def _named_before(self, at: int) -> Thing | None:
        """X in "X, | his lawyer" and "X, | Vela's lawyer"."""
        if self.doc[at].tag_ == "POS":
            owner = self.reading.party_at.get(at - 1)
            while at > 0 and self.reading.party_at.get(at - 1) is owner:
                at -= 1
        if at < 2 or self.doc[at - 1].text != ",":
            return None
        return self._person(self.doc[at - 2]) if self.doc[at - 2].pos_ == "PROPN" else None

    def is_of(self, person: Thing, noun: Token) -> bool:
        """Whether the person, who bears the noun as a title, may be the owner's: he is nobody else's, nor his own."""
        owner, client = self._owner(noun), self.clients.get(id(person))
        if owner is None:
            return True
        is_lawyer = titles()[noun.lower_].name == "bar"
        if person is owner or (client is not None and client is not owner):
            return is_lawyer and person is owner  # then the pronoun in front was taken for the wrong one
        self._learn(owner, noun.lower_, person)
        return True
