"""Whom "the premier", "the company", "he" and "its" stand for: the one last spoken of who fits, subjects first."""

from spacy.tokens import Doc, Token

from extraction.coreference.ages import of_age
from extraction.coreference.descriptions import DescriptionReader
from extraction.coreference.gender import Genders, gender_of_pronoun, gender_of_word
from extraction.coreference.pronouns import PronounReader
from extraction.coreference.quoting import quoted_tokens, speakers_of
from extraction.coreference.relations import Relations
from extraction.coreference.salience import Salience, prominence
from extraction.grammar import SUBJECTS
from extraction.names.words import titles
from extraction.reading import Mention, MentionKind, Paragraph, Reading, Thing, Zone
from schema import NodeType

#: how much of the prominence that a quotation gives stays in mind behind it
HEARD = 0.2


class Antecedents:
    """Finds what descriptions and pronouns of one article stand for, from its beginning to its end."""

    def __init__(self, doc: Doc, reading: Reading, roles: dict[int, set[str]]) -> None:
        self.doc, self.reading = doc, reading
        self.salience = Salience()
        self.genders = Genders(doc, reading)
        self.descriptions = DescriptionReader(doc, reading, roles)
        self.relations = Relations(doc, reading)
        self.pronouns = PronounReader(doc, reading, self.genders)

    def read(self) -> None:
        for paragraph in self.reading.paragraphs:
            if paragraph.zone in {Zone.BODY, Zone.QUOTATION, Zone.HEADLINE}:
                self._read_paragraph(paragraph)
        for thing in self.reading.parties:
            if thing.type is NodeType.PERSON:
                self.genders.settle(thing)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        """First the narration, then what is quoted: a "he" inside a quotation isn't its speaker."""
        quoted = quoted_tokens(self.doc, paragraph)
        for i in range(paragraph.start, paragraph.end):
            if self.doc[i].is_sent_start:
                self.salience.next_sentence()
            if i not in quoted:
                self._read_token(self.doc[i], self.salience, frozenset())
        if quoted:
            speakers = speakers_of(self.doc, self.reading, paragraph, quoted)
            inside = self.salience.inside_quotation()
            for i in sorted(quoted):
                self._read_token(self.doc[i], inside, speakers)
            self.salience.heard(inside, HEARD)

    def _read_token(self, token: Token, salience: Salience, not_these: frozenset[int]) -> None:
        thing = self.reading.party_at.get(token.i)
        if thing is not None:
            if token.i == 0 or self.reading.party_at.get(token.i - 1) is not thing:
                salience.note(thing, prominence(token))
                self.relations.name_begins(token)
        elif token.tag_ in {"PRP", "PRP$"}:
            found = self.pronouns.antecedent(token, salience, not_these)
            self._settle(found, token.i, token, MentionKind.PRONOUN, salience)
        else:
            found, start = self._described(token, salience, not_these)
            self._settle(found, start, token, MentionKind.DESCRIPTION, salience)
        if token.pos_ == "VERB":
            self.relations.represents(token)
        if token.tag_ == "NN" and self.reading.party_at.get(token.i) is None:
            self.descriptions.strangers.introduce(token, salience)
        if self.reading.party_at.get(token.i) is None and self._is_somebody(token):
            somebody = Thing(NodeType.PERSON, token.text)
            self.genders.set(somebody, gender_of_word(token.lower_))
            salience.note(somebody, prominence(token))
        elif self._is_something(token):
            salience.note(Thing(NodeType.EVENT, token.text), prominence(token))

    def _described(self, token: Token, salience: Salience, speakers: frozenset[int]) -> tuple[Thing | None, int]:
        """Whom a description that ends with the token is of, and where it begins."""
        if token.lower_ == "old":
            return of_age(self.doc, self.reading, token, salience), token.i
        if token.lower_ == "police":
            return self.descriptions.bare_police(token), token.i
        if token.tag_ not in {"NN", "NNP"}:
            return None, token.i
        if token.tag_ == "NN" and (owned := self.relations.antecedent(token, speakers)) is not None:
            return owned, token.i
        start = self.descriptions.start_of(token)
        found = self.descriptions.antecedent(start, token, salience) if start >= 0 else None
        if found is not None and start == token.i and not self.relations.is_of(found, token):
            found = None
        return found, start

    def _is_somebody(self, token: Token) -> bool:
        """A subject that says of somebody unnamed what he is: "the minister"; the "he" behind it is nobody else."""
        if token.tag_ != "NN" or token.dep_ not in SUBJECTS or token.lower_ not in titles():
            return False
        beside = (self.reading.party_at.get(c.i) for c in token.children if c.dep_ in {"appos", "compound", "nmod"})
        return all(party is None or party.type is not NodeType.PERSON for party in beside)

    def _is_something(self, token: Token) -> bool:
        """A subject that is no party: the "it" behind "the storm" is the storm."""
        return token.tag_ in {"NN", "NNP"} and token.dep_ in SUBJECTS and token.i not in self.reading.party_at

    def _settle(self, found: Thing | None, start: int, token: Token, kind: MentionKind, salience: Salience) -> None:
        if found is not None:
            self.reading.add_mention(found, Mention(start, token.i + 1, kind))
            salience.note(found, prominence(token))
            if kind is MentionKind.PRONOUN and (gender := gender_of_pronoun(token.lower_)):
                self.genders.note(found, gender)
