"""Whom "the premier", "the company", "he" and "its" stand for: the one last spoken of who fits, subjects first."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extraction.coreference.gender import Gender, gender_of
from extraction.coreference.roles import descriptions, generic_descriptions, is_title_noun, same_title
from extraction.grammar import SUBJECTS, subject_of
from extraction.names.words import nationalities
from extraction.reading import Mention, MentionKind, Paragraph, Reading, Thing, Zone
from schema import NodeType

MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
SPEECH = frozenset(
    {"say", "tell", "write", "add", "claim", "deny", "argue", "note", "warn", "ask", "insist", "post", "tweet"}
)
OPENING_MARKS, CLOSING_MARKS = frozenset({"“", "«", "„"}), frozenset({"”", "»"})
PROMINENCE = dict.fromkeys(SUBJECTS, 2.0) | {"dobj": 1.2, "attr": 1.2, "agent": 1.2, "poss": 0.7, "compound": 0.3}
INSTITUTIONS = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})
#: words between article and noun that leave open which one is meant
CONTRASTING = frozenset(
    {"other", "another", "rival", "opposition", "second", "same", "new", "first", "third", "lower", "next"}
)
#: words inside a description that tell nobody apart
UNTELLING = frozenset(
    {"former", "ex", "-", "then", "outspoken", "embattled", "exiled", "accused", "jailed", "veteran", "year", "old"}
)
#: a description with no role in the text stands for a party named at most so many sentences ago
REACH = 6


@dataclass
class Salience:
    """Who was spoken of, how prominently and when, up to here."""

    weight: dict[int, float] = field(default_factory=dict)
    sentence: dict[int, int] = field(default_factory=dict)
    things: dict[int, Thing] = field(default_factory=dict)
    now: int = 0

    def next_sentence(self) -> None:
        self.now += 1
        self.weight = {k: w * 0.5 for k, w in self.weight.items() if w > 0.001}

    def note(self, thing: Thing, weight: float) -> None:
        self.things[id(thing)] = thing
        self.sentence[id(thing)] = self.now
        self.weight[id(thing)] = self.weight.get(id(thing), 0.0) * 0.5 + weight

    def ranked(self) -> list[Thing]:
        return [self.things[k] for k, _ in sorted(self.weight.items(), key=lambda kw: -kw[1])]

    def age(self, thing: Thing) -> int:
        """Sentences since it was last spoken of."""
        return self.now - self.sentence[id(thing)]


class Antecedents:
    """Finds what descriptions and pronouns of one article stand for, from its beginning to its end."""

    def __init__(self, doc: Doc, reading: Reading, roles: dict[int, set[str]]) -> None:
        self.doc, self.reading, self.roles = doc, reading, roles
        self.salience = Salience()
        self.genders: dict[int, Gender | None] = {}
        self.by_role: dict[str, list[Thing]] = {}
        for thing in reading.parties:
            for role in roles.get(id(thing), ()):
                self.by_role.setdefault(role, []).append(thing)

    def read(self) -> None:
        for paragraph in self.reading.paragraphs:
            if paragraph.zone in {Zone.BODY, Zone.QUOTATION, Zone.HEADLINE}:
                self._read_paragraph(paragraph)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        """First the narration, then what is quoted: a "he" inside a quotation isn't its speaker."""
        quoted = self._quoted(paragraph)
        for i in range(paragraph.start, paragraph.end):
            if self.doc[i].is_sent_start:
                self.salience.next_sentence()
            if i not in quoted:
                self._read_token(self.doc[i], frozenset())
        if quoted:
            speakers = self._speakers(paragraph, quoted)
            for i in sorted(quoted):
                self._read_token(self.doc[i], speakers)

    def _quoted(self, paragraph: Paragraph) -> set[int]:
        quoted: set[int] = set()
        inside = False
        for i in range(paragraph.start, paragraph.end):
            text = self.doc[i].text
            if text in OPENING_MARKS or (text == '"' and not inside):
                inside = True
            elif text in CLOSING_MARKS or text == '"':
                inside = False
            elif inside:
                quoted.add(i)
        return quoted

    def _speakers(self, paragraph: Paragraph, quoted: set[int]) -> frozenset[int]:
        found = set()
        for token in self.doc[paragraph.start : paragraph.end]:
            if token.dep_ in SUBJECTS and token.i not in quoted and token.head.lemma_.lower() in SPEECH:
                found.add(id(self.reading.party_at.get(token.i)))
        return frozenset(found)

    def _read_token(self, token: Token, not_these: frozenset[int]) -> None:
        thing = self.reading.party_at.get(token.i)
        if thing is not None:
            if token.i == 0 or self.reading.party_at.get(token.i - 1) is not thing:
                self.salience.note(thing, _prominence(token))
            return
        if token.tag_ in {"PRP", "PRP$"}:
            found, kind, start = self._of_pronoun(token, not_these), MentionKind.PRONOUN, token.i
        elif token.tag_ in {"NN", "NNP"} and (start := self._start_of_description(token)) >= 0:
            found, kind = self._of_description(start, token), MentionKind.DESCRIPTION
        else:
            return
        if found is not None:
            self.reading.add_mention(found, Mention(start, token.i + 1, kind))
            self.salience.note(found, _prominence(token))

    def _start_of_description(self, noun: Token) -> int:
        """Where "the (Cambodian) (prime) minister" begins; -1 where the noun is no such phrase or has a complement."""
        doc = self.doc
        following = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
        if following is not None and not noun.is_sent_end and self._goes_on(following):
            return -1
        if not (noun.lower_ in descriptions() or is_title_noun(noun.lower_)):
            return -1
        i = noun.i
        while i > 0 and noun.i - i < 5 and doc[i - 1].tag_ in {"NN", "JJ", "NNP", "CD"} and not doc[i - 1].is_sent_end:
            i -= 1
            if doc[i].lower_ in CONTRASTING or self.reading.party_at.get(i):
                return -1
        if i == 0 or doc[i - 1].lower_ not in {"the", "this"}:
            return -1
        return i - 1

    def _goes_on(self, following: Token) -> bool:
        """ "the president of Y", "the company car", "the minister who …" are about something else."""
        if self.reading.party_at.get(following.i) is not None or following.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return True
        return following.lower_ in {"of", "for", "who", "which", "whose"} or following.text == "-"

    def _of_description(self, start: int, noun: Token) -> Thing | None:
        inside = self.doc[start + 1 : noun.i + 1]
        words = [t.lower_ for t in inside if t.lower_ not in nationalities() | UNTELLING and t.tag_ != "CD"]
        phrase = " ".join(words)
        if bearers := self.by_role.get(same_title(phrase), []):
            return self._most_salient(bearers)
        return self._of_kind(generic_descriptions()[phrase]) if phrase in generic_descriptions() else None

    def _most_salient(self, things: list[Thing]) -> Thing | None:
        spoken_of = [t for t in things if id(t) in self.salience.weight]
        if spoken_of:
            return max(spoken_of, key=lambda t: self.salience.weight[id(t)])
        return things[0] if len(things) == 1 else None

    def _of_kind(self, kinds: frozenset[str]) -> Thing | None:
        for thing in self.salience.ranked():
            kind = thing.properties.get("kind") if thing.type is NodeType.ORGANIZATION else thing.type.lower()
            if kind in kinds and self.salience.age(thing) <= (2 if thing.type is NodeType.COURT else 1) * REACH:
                return thing
        return None

    def _of_pronoun(self, token: Token, not_these: frozenset[int]) -> Thing | None:
        word = token.lower_
        if word in MALE or word in FEMALE:
            return self._person("male" if word in MALE else "female", token, not_these)
        if word in NEUTER:
            return self._institution(token)
        return None

    def _person(self, gender: Gender, token: Token, not_these: frozenset[int]) -> Thing | None:
        reporter = self._reporter(token)
        for thing in ([reporter] if reporter else []) + self.salience.ranked():
            if thing.type is not NodeType.PERSON or id(thing) in not_these or _clashes(token, thing):
                continue
            if self._gender(thing) in {gender, None}:
                if self._gender(thing) is None:
                    self.genders[id(thing)] = gender
                return thing
        return None

    def _reporter(self, token: Token) -> Thing | None:
        """Who says the clause that the pronoun stands in: "Vela said he …"."""
        for verb in token.ancestors:
            if verb.i >= token.i or verb.sent.start != token.sent.start:
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

    def _gender(self, thing: Thing) -> Gender | None:
        if id(thing) not in self.genders:
            self.genders[id(thing)] = gender_of(self.doc, thing)
        return self.genders[id(thing)]

    def _institution(self, token: Token) -> Thing | None:
        """ "It said", "its lawyers": an institution spoken of in this sentence or the one before."""
        if token.lower_ == "it" and (
            token.dep_ not in SUBJECTS or token.head.lemma_ in {"be", "seem", "appear", "take"}
        ):
            return None
        for thing in self.salience.ranked():
            if thing.type in INSTITUTIONS and self.salience.age(thing) <= 1:
                return thing
        return None


def _prominence(token: Token) -> float:
    head = token
    while head.dep_ in {"compound", "flat", "nmod", "appos", "det", "amod"} and _is_beside(head, head.head):
        head = head.head
    return PROMINENCE.get(head.dep_, 1.0)


def _is_beside(token: Token, head: Token) -> bool:
    """Inside one name: a compound whose head is capitalised too."""
    return head.i != token.i and (token.dep_ != "compound" or head.text[0].isupper())


def _clashes(token: Token, thing: Thing) -> bool:
    """ "Vela sued him", "Vela ordered him to pay": the object of a verb isn't its subject."""
    if token.lower_ not in {"him", "her", "it"} or token.tag_ != "PRP":
        return False
    verb = token.head.head if token.dep_ in SUBJECTS else token.head
    subject = subject_of(verb) if verb.pos_ == "VERB" else None
    return subject is not None and any(m.start <= subject.i < m.end for m in thing.mentions)
