"""Titles that the parse gives to somebody: "X was head of Y", "Y named X its director", "X resigned as head of Y"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.grammar import conjuncts, is_passive, objects_of, subject_of
from extraction.names.words import titles
from extraction.positions.before import TitlesBefore, is_client_of
from extraction.positions.finding import Finding, finding
from extraction.positions.holders import Holders
from extraction.positions.phrases import TitlePhrase, title_ending_at, with_of
from extraction.reading import Mention, MentionKind, Reading, Thing
from schema import NodeType

BEING = frozenset({"be", "become", "remain", "stay"})
#: who is "as head of Y" is the object of these, and the subject of those
MAKING = frozenset(
    {"appoint", "elect", "name", "choose", "select", "nominate", "hire", "reelect", "re-elect", "install", "confirm"}
    | {
        "dismiss",
        "remove",
        "sack",
        "fire",
        "recruit",
        "promote",
        "pick",
        "oust",
        "suspend",
        "make",
        "crown",
        "remember",
    }
)
ACTING = frozenset(
    {"serve", "work", "resign", "retire", "act", "quit", "step", "start", "begin", "return", "continue", "succeed"}
    | {"replace", "stay", "join", "stand", "know", "swear", "leave", "teach", "lecture", "volunteer", "train"}
)
#: nouns for the time in an office: "his tenure as head of Y"
OFFICES = frozenset({"role", "tenure", "time", "job", "career", "work", "stint", "position", "post", "term"})
#: so many titles may be joined
MOST_JOINED = 5
NEGATIONS = frozenset({"not", "n't", "never"})


class Predicates:
    """Finds the titles in one article's predicates."""

    def __init__(self, doc: Doc, reading: Reading, holders: Holders, before: TitlesBefore) -> None:
        self.doc, self.reading, self.holders, self.before = doc, reading, holders, before

    def findings(self) -> Iterator[Finding]:
        for token in self.doc:
            if token.dep_ in {"attr", "oprd", "pobj", "conj", "dobj"} and self._is_title(token):
                phrase = title_ending_at(self.doc, self.before.reading, token.i + 1)
                if phrase is not None:
                    yield from self._of_phrase(token, with_of(phrase))

    def _is_title(self, token: Token) -> bool:
        thing = self.reading.party_at.get(token.i)
        if thing is not None and thing.type is not NodeType.PERSON:
            return False
        entry = titles().get(token.lower_) or titles().get(token.lemma_.lower())
        return entry is not None and entry.kind not in {"honorific", "kin"} and not self._is_modifier(token)

    def _is_modifier(self, token: Token) -> bool:
        following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return following is not None and following.tag_ in {"NN", "NNS", "POS"} and not following.is_sent_start

    def _of_phrase(self, token: Token, phrase: TitlePhrase) -> Iterator[Finding]:
        people = list(self._people(_first(token)))
        if not people:
            return
        paragraph = self.reading.paragraph_of(token.i)
        limit = paragraph.end if paragraph is not None else len(self.doc)
        end, after = self.holders.after(phrase.end, limit)
        if after is None:
            after = self._of_the_next(token, limit)
        is_client = is_client_of(phrase) and after is not None and self.doc[phrase.end].lower_ == "for"
        held = self.before.preferred(phrase, None if is_client else after)
        for i, person in people:
            yield finding((person, Mention(i, i + 1, MentionKind.NAME)), phrase, "predicate", held, end)

    def _of_the_next(self, token: Token, limit: int) -> tuple[int, Thing] | None:
        """ "chairman | and CEO of Y"."""
        i = token.i + 1
        if i + 1 >= limit or self.doc[i].lower_ != "and":
            return None
        following = next((t for t in self.doc[i + 1 : min(i + 5, limit)] if self._is_title(t)), None)
        is_close = following is not None and all(t.tag_ in {"JJ", "NN", "NNP"} for t in self.doc[i + 1 : following.i])
        return self.holders.after(following.i + 1, limit)[1] if following is not None and is_close else None

    def _people(self, title: Token) -> Iterator[tuple[int, Thing]]:
        """Those who hold the title, with the tokens that stand for them."""
        verb = title.head
        if title.dep_ == "attr" and verb.lemma_.lower() in BEING and not is_unreal(verb):
            yield from self._persons(subject_of(verb), title)
        elif title.dep_ == "oprd" and verb.lemma_.lower() in MAKING and not is_unreal(verb):
            yield from self._made(verb, title)
        elif title.dep_ == "pobj" and verb.lower_ == "as":
            first = verb.head if verb.dep_ == "conj" and verb.head.lower_ == "as" else verb
            yield from self._as(first.head, title)

    def _as(self, verb: Token, title: Token) -> Iterator[tuple[int, Thing]]:
        lemma = verb.lemma_.lower()
        if verb.pos_ == "NOUN":
            owner = next((c for c in verb.children if c.dep_ == "poss"), None)
            yield from self._persons(owner if lemma in OFFICES else None, title)
        elif is_unreal(verb):
            return
        elif lemma in MAKING:
            yield from self._made(verb, title)
        elif lemma in ACTING:
            yield from self._persons(subject_of(verb), title)

    def _made(self, verb: Token, title: Token) -> Iterator[tuple[int, Thing]]:
        if is_passive(verb) or verb.dep_ == "acl":
            yield from self._persons(subject_of(verb), title)
        else:
            for o in objects_of(verb)[:1]:
                yield from self._persons(o, title)

    def _persons(self, token: Token | None, title: Token) -> Iterator[tuple[int, Thing]]:
        if token is None:
            return
        several = [token, *conjuncts(token)] if title.tag_ in {"NNS", "NNPS"} else [token]
        for one in several:
            named = (one, *(c for c in one.children if c.dep_ == "appos"))
            for candidate in named:
                thing = self.reading.party_at.get(candidate.i)
                if thing is not None and thing.type is NodeType.PERSON:
                    yield candidate.i, thing
                    break


def _first(title: Token) -> Token:
    """The first of joined titles: "chairman and | CEO"."""
    for _ in range(MOST_JOINED):
        if title.dep_ != "conj" or title.head.pos_ not in {"NOUN", "PROPN"}:
            break
        title = title.head
    return title


def is_unreal(verb: Token) -> bool:
    """ "is not", "would be", "wants to be"."""
    if any(c.lower_ in NEGATIONS or c.tag_ == "MD" for c in verb.children):
        return True
    infinitive = any(c.tag_ == "TO" for c in verb.children)
    return infinitive and not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"go", "continue", "come", "rise"})
