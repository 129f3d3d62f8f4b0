"""Whose words a paper has: the author of "her post", "the letter from the union", "the complaint"."""

from spacy.tokens import Token

from extraction.claims.cues import load_cues, load_nouns
from extraction.claims.passages import Passages
from extraction.claims.subjects import parties_below, speaking_party, subject_of_cue
from extraction.grammar import agent_of, own_subject_of, prepositional_objects
from extraction.reading import Thing
from schema import NodeType, Predicate

#: what joins an author to his words: a post by her, a letter from him, the complaint of the union
AUTHOR_PREPOSITIONS = frozenset({"by", "from", "of"})
#: how far back it may stand who posted what "the post" says
POSTED = 120
#: how many words "from an official" may have between a paper and the participle that says what is in it
PHRASE = 9
POSTING = frozenset({"post", "upload", "tweet", "publish"})
FILING = frozenset({"file", "lodge", "bring", "submit", "write", "send", "issue", "make", "release", "sign", "present"})
PUBLISHING = POSTING | FILING | {"record", "prepare", "share", "pen", "emit", "conduct", "commission", "compile"}
#: papers that open a case
PLEADINGS = frozenset({"complaint", "lawsuit", "suit", "petition", "filing", "action", "writ", "plaint"})


def author_of(words: Token, passages: Passages) -> Thing | None:
    """Whose post, letter or complaint it is."""
    for child in words.children:
        party = speaking_party(child, passages) if child.dep_ in {"poss", "compound", "nmod"} else None
        if party is not None and party.type is not NodeType.PLATFORM:
            return party
        if child.dep_ in {"prep", "agent"} and (party := _author_behind(child, passages)) is not None:
            return party
        if child.dep_ in {"acl", "relcl"} and (party := _publisher(child, passages)) is not None:
            return party
    return _printed_behind(words, passages) or _filed_before(words, passages) or _plaintiff(words, passages)


def _signed(paper: Token, passages: Passages) -> Thing | None:
    """Whose "the statement" is: his whose statement was spoken of before."""
    for child in paper.children:
        party = speaking_party(child, passages) if child.dep_ == "poss" else None
        if child.dep_ in {"acl", "relcl"} and paper.i < child.i:
            party = _publisher(child, passages)
        elif child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            party = _author_behind(child, passages)
        if party is not None and party.type is not NodeType.PLATFORM:
            return party
    return None


def paper_before(cue: Token, passages: Passages) -> Token | None:
    """The last word for who wrote it in "a letter, it seems from an official, asking …": the paper asks."""
    doc = passages.doc
    end = cue.i - 1 if cue.i and doc[cue.i - 1].text == "," else cue.i
    if cue.tag_ != "VBG" or own_subject_of(cue) is not None:
        return None
    for i in range(end - 2, max(passages.left[cue.i], end - PHRASE), -1):
        if doc[i].text == "," and doc[i + 1].lower_ not in {"from", "by"} and doc[i + 1].pos_ != "ADV":
            return None
        if doc[i].lower_ in {"from", "by"}:
            before = i - 1
            while before > passages.left[cue.i] and (doc[before].pos_ == "ADV" or doc[before].text == ","):
                before -= 1
            return doc[end - 1] if doc[before].lemma_ in load_nouns()["document"] else None
    return None


def _printed_behind(words: Token, passages: Passages) -> Thing | None:
    """A story *in the Times*, where the parser hangs the phrase on something else."""
    end = min(words.i + 4, passages.right[words.i])
    if words.i + 2 >= end or passages.doc[words.i + 1].lower_ != "in":
        return None
    parties = (passages.reading.party_at.get(i) for i in range(words.i + 2, end))
    return next((p for p in parties if p is not None and p.type is NodeType.ORGANIZATION), None)


def _filed_before(words: Token, passages: Passages) -> Thing | None:
    """Whose "the complaint" or "the post" is: his who lodged one before it, who posted before it."""
    articles = {c.lower_ for c in words.children if c.dep_ in {"det", "poss"}}
    if articles & {"a", "an", "another", "some"} or (words.tag_ == "NNS" and not articles):
        return None
    for i in range(words.i - 1, max(0, words.i - POSTED) - 1, -1):
        token = passages.doc[i]
        if passages.is_quoted(token):
            continue
        if token.tag_.startswith("VB") and token.lemma_.lower() in POSTING:
            writer = subject_of_cue(token)
            return speaking_party(writer, passages) if writer is not None else None
        if token.lemma_ == words.lemma_ and (writer := _writer_of(token)) is not None:
            return speaking_party(writer, passages)
        if token.lemma_ == words.lemma_ and (party := _signed(token, passages)) is not None:
            return party
    return None


def _writer_of(paper: Token) -> Token | None:
    """She filed a complaint; the statement was released by her; in a report she estimates …."""
    verb = paper.head
    if paper.dep_ == "dobj" and verb.lemma_.lower() in FILING:
        return subject_of_cue(verb)
    if paper.dep_ == "nsubjpass" and verb.lemma_.lower() in FILING:
        return agent_of(verb)
    if paper.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_.lower() in load_cues():
        return subject_of_cue(verb.head)
    return None


def _author_behind(preposition: Token, passages: Passages) -> Thing | None:
    """A post by her, a letter from him; a story in the Times, but not one in Lee's kitchen."""
    parties = list(parties_below(preposition, passages))
    if preposition.lower_ == "in":
        parties = [p for p in parties if p.type is NodeType.ORGANIZATION]
    elif preposition.lower_ not in AUTHOR_PREPOSITIONS:
        return None
    return parties[0] if parties else None


def _publisher(clause: Token, passages: Passages) -> Thing | None:
    """A letter written by her, a report that she wrote, a story published in the Times, a note on his page."""
    if clause.lemma_.lower() not in PUBLISHING:
        return None
    writer = agent_of(clause) or own_subject_of(clause)
    if writer is not None and (party := speaking_party(writer, passages)) is not None:
        return party
    for noun in prepositional_objects(clause, "in", "on"):
        party = speaking_party(noun, passages)
        if party is not None and party.type is NodeType.ORGANIZATION:
            return party
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None and (party := speaking_party(owner, passages)) is not None:
            return party
    return None


def _plaintiff(words: Token, passages: Passages) -> Thing | None:
    """Whose complaint "the complaint" is, where the cases leave no doubt."""
    if words.lemma_ not in PLEADINGS:
        return None
    plaintiffs = {id(x.subject): x.subject for x in passages.reading.links if x.predicate is Predicate.PLAINTIFF_IN}
    return next(iter(plaintiffs.values())) if len(plaintiffs) == 1 else None


def only_court(passages: Passages) -> Thing | None:
    """Whose ruling "the ruling" is, where there is but one court."""
    courts = [p for p in passages.reading.parties if p.type is NodeType.COURT]
    return courts[0] if len(courts) == 1 else None
