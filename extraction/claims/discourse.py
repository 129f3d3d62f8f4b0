"""Who goes on speaking: a pronoun beside a verb of saying stands for the last speaker unless somebody else came up."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from extraction.claims.authors import paper_before
from extraction.claims.candidate import Candidate, joint_of
from extraction.claims.neighbours import beside, one_of_few
from extraction.claims.newcomers import newcomer
from extraction.claims.pairs import pair_before
from extraction.claims.passages import Passages
from extraction.claims.speakers import Speaker, first_joined, resolve_speaker
from extraction.claims.subjects import SPEAKERS, party_of
from extraction.grammar import SUBJECTS, own_subject_of
from extraction.reading import INSTITUTIONS, MentionKind, Thing
from schema import NodeType, Stance

PERSONAL = {"he": "male", "she": "female"}
PRONOUNS = {"male": frozenset({"he", "his", "him", "himself"}), "female": frozenset({"she", "her", "herself"})}
PLURAL = frozenset({"both", "they", "all", "two", "pair"})
IMPERSONAL = frozenset({"it", "they"})
#: how many pronouns of the other gender it takes to rule a person out: one may be a mistake
DOUBT = 2
#: where a name doesn't bring its bearer up: Lee's *right*
ASIDE = frozenset({"poss", "compound"})
#: how many tokens and paragraphs back the last speaker may have spoken
REACH, PARAGRAPHS = 300, 1
#: how sure it is for whom a word stands, by what kind of word it is
CERTAINTY = {"PRON": 0.85, "NOUN": 0.95}
#: words for who wrote what was cited last, and how many paragraphs back that may be
WRITERS = frozenset({"blog", "blogger", "author", "writer", "post", "story", "piece"})
OUTLETS = frozenset({"site", "website", "newspaper", "paper", "outlet", "magazine", "channel", "broadcaster"})
VOICES = 4
#: how many tokens may stand between what was said and the "and" behind it
COMMA = 1


class Discourse:
    """Finds the speakers of one text's claims, from its beginning to its end."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.last: tuple[Candidate, Speaker] | None = None

    def settle(self, candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Speaker]]:
        """The candidates whose speaker is a known party, in the order of their cues; the others are rejected."""
        for candidate in sorted((c for c in candidates if c.start < c.end), key=lambda c: (c.cue.i, c.start)):
            speaker = self._speaker(candidate)
            if speaker is None:
                self.passages.reading.rejected.append((candidate.start, candidate.end, "claim without a named speaker"))
                continue
            self.last = (candidate, speaker)
            yield candidate, speaker

    def _speaker(self, candidate: Candidate) -> Speaker | None:
        words = candidate.speaker
        if (writer := paper_before(candidate.cue, self.passages)) is not None:
            return resolve_speaker(writer, self.passages)
        if words is not None and (known := self._going_on(words) or self._brought_up(words, candidate)) is not None:
            return known
        if (joined := self._joined(candidate)) is not None and self._same_tense(candidate):
            return joined
        found = _weighed(resolve_speaker(words, self.passages)) if words is not None else None
        if found is None and words is not None and words.lower_ in PLURAL:
            return pair_before(words, self.passages)
        found = found or joined or self._beside(words, candidate.cue) or self._only_one(words, candidate)
        return found or self._newcomer(words, candidate.cue) or self._voice(words)

    def _voice(self, words: Token | None) -> Speaker | None:
        """The blog adds, the story continues: whose words were cited last."""
        if words is None or self.last is None or words.dep_ not in SUBJECTS:
            return None
        if [c.lower_ for c in words.children if c.i < words.i] not in (["the"], ["this"]):
            return None
        candidate, speaker = self.last
        near = self.passages.paragraph_at[words.i] - self.passages.paragraph_at[candidate.cue.i] <= VOICES
        is_body = speaker.party.type is not NodeType.PERSON
        fits = words.lemma_ in WRITERS or (is_body and words.lemma_ in OUTLETS)
        return Speaker(speaker.party, words, 0.75) if near and fits and candidate.rule == "claim-set-off" else None

    def _beside(self, words: Token | None, cue: Token) -> Speaker | None:
        """Whose name stands beside the verb; one of few in the sentence where no other words tell who speaks."""
        if words is not None and words.pos_ == "NOUN" and cue.tag_ == "VBG":
            return None
        if words is not None and (party := party_of(words, self.passages)) is not None and party.type not in SPEAKERS:
            return None
        found = beside(cue, self.passages) or (one_of_few(cue, self.passages) if words is None else None)
        return first_joined(found, self.passages) if found is not None else None

    def _newcomer(self, words: Token | None, cue: Token) -> Speaker | None:
        party = newcomer(words, cue, self.passages) if words is not None else None
        return Speaker(party, words, 0.85) if party is not None and words is not None else None

    def _joined(self, candidate: Candidate) -> Speaker | None:
        """She says the road was closed and denies having seen it: the second verb hangs on the wrong one."""
        if self.last is None or own_subject_of(candidate.cue) is not None:
            return None
        last, speaker = self.last
        inside = last.cue.i < last.start <= candidate.cue.i <= last.end
        joint = joint_of(candidate.cue, self.passages.left[candidate.cue.i])
        behind = joint is not None and last.cue.i < last.start and 0 <= joint - last.end <= COMMA
        if (inside or behind) and joint is not None:
            return Speaker(speaker.party, speaker.words, 0.8)
        return Speaker(speaker.party, speaker.words, 0.9) if self._commented(candidate.cue, last, inside) else None

    def _commented(self, cue: Token, last: Candidate, inside: bool) -> bool:
        """She denied that he knew, saying …: the participle says more of what the speaker said."""
        if cue.tag_ != "VBG" or cue.dep_ != "advcl" or cue.i == 0 or cue.nbor(-1).text != ",":
            return False
        return cue.head.i == last.cue.i or (inside and last.stance is Stance.DENIES)

    def _same_tense(self, candidate: Candidate) -> bool:
        """True for "said he had gone and denied": the second verb has the tense of the first; a participle has none."""
        cue = candidate.cue
        return cue.tag_ == "VBG" or (self.last is not None and self.last[0].cue.tag_ == cue.tag_)

    def _going_on(self, words: Token) -> Speaker | None:
        """The last speaker, if the pronoun may stand for him and nobody else has come up since."""
        if self.last is None or words.lower_ not in {*PERSONAL, *IMPERSONAL}:
            return None
        candidate, speaker = self.last
        passages = self.passages
        near = 0 <= words.i - candidate.cue.i <= REACH
        paragraphs = passages.paragraph_at[words.i] - passages.paragraph_at[candidate.cue.i]
        if not near or paragraphs > PARAGRAPHS or not self._fits(words, speaker.party):
            return None
        if self._somebody_else(candidate, words, speaker.party):
            return None
        return Speaker(speaker.party, words, 0.95)

    def _brought_up(self, words: Token, candidate: Candidate) -> Speaker | None:
        """His sister, Lee, has had enough. “…,” she said: the person whom the sentence before is about."""
        first = candidate.start - 1
        paragraph = self.passages.reading.paragraphs[self.passages.paragraph_at[candidate.start]]
        if words.lower_ not in PERSONAL or candidate.start > words.i or first <= paragraph.start:
            return None
        for token in self.passages.doc[self.passages.left[first - 1] : first]:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and token.pos_ != "PRON":
                found = resolve_speaker(token, self.passages) or self._newcomer(token, candidate.cue)
                return Speaker(found.party, words, 0.8) if found and self._fits(words, found.party) else None
        return None

    def _only_one(self, words: Token | None, candidate: Candidate) -> Speaker | None:
        """Ann Lee laughed at it. She said …: the only person whom the sentence before names."""
        if words is None or words.lower_ not in PERSONAL or words.i in self.passages.reading.party_at:
            return None
        first = self.passages.left[min(words.i, candidate.start)]
        while first > 0 and self.passages.is_quoted(self.passages.doc[first - 1]):
            first = self.passages.left[first - 1] if self.passages.left[first - 1] < first else first - 1
        paragraph = self.passages.reading.paragraphs[self.passages.paragraph_at[words.i]]
        own = self.passages.doc[self.passages.left[words.i] : words.i]
        if first <= paragraph.start or any(t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"} for t in own):
            return None
        persons: dict[int, Thing] = {}
        for i in range(max(paragraph.start, self.passages.left[first - 1]), first):
            party = self.passages.reading.party_at.get(i)
            if party is not None and party.type is NodeType.PERSON:
                persons[id(party)] = party
        only = next(iter(persons.values())) if len(persons) == 1 else None
        return Speaker(only, words, 0.7) if only is not None and self._fits(words, only) else None

    def _fits(self, words: Token, party: Thing) -> bool:
        gender = PERSONAL.get(words.lower_)
        if gender is None:
            return party.type in INSTITUTIONS
        if party.type is not NodeType.PERSON or party.gender not in {gender, None}:
            return False
        words_for = [self.passages.doc[m.start].lower_ for m in party.mentions if m.kind is MentionKind.PRONOUN]
        other = PRONOUNS["female" if gender == "male" else "male"]
        against = sum(w in other for w in words_for)
        return against < DOUBT or 2 * against <= len(words_for)

    def _somebody_else(self, candidate: Candidate, words: Token, party: Thing) -> bool:
        """True if the reporter named another of the kind since the last speaker's words."""
        passages = self.passages
        for i in range(candidate.cue.i + 1, words.i):
            other = passages.reading.party_at.get(i)
            if other is None or other is party or candidate.start <= i < candidate.end:
                continue
            token = passages.doc[i]
            is_rival = (other.type is NodeType.PERSON) == (party.type is NodeType.PERSON)
            if is_rival and not passages.is_quoted(token) and token.pos_ != "PRON" and token.dep_ not in ASIDE:
                return True
        return False


def _weighed(found: Speaker | None) -> Speaker | None:
    """Less sure where a pronoun or a description stands for the speaker: that it does is a guess of its own."""
    doubt = CERTAINTY.get(found.words.pos_) if found is not None else None
    return replace(found, certainty=found.certainty * doubt) if found is not None and doubt is not None else found
