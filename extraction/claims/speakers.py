"""Who speaks: from the words for a speaker to the party that they stand for."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extraction.claims.authors import author_of, only_court
from extraction.claims.cues import load_nouns
from extraction.claims.passages import Passages
from extraction.claims.subjects import MAX_CLIMB, parties_below, party_of, speaking_party
from extraction.reading import BODIES, MentionKind, Thing
from schema import NodeType

#: how many tokens brackets behind a name may hold
BRACKETS = 8
#: how far before an unnamed spokesperson the body may stand
FAR = 40
#: what posts in somebody's name
ACCOUNTS = frozenset({"account", "page", "channel", "handle", "user"})
#: how far behind the noun "named Ann Lee" may stand
NAMED = 14


@dataclass(frozen=True)
class Speaker:
    """The party that speaks, the words for it, and how sure that is."""

    party: Thing
    words: Token
    certainty: float = 1.0


def resolve_speaker(words: Token, passages: Passages) -> Speaker | None:
    """The party for the words; None where they lead to none that can speak."""
    for token in (words, *words.conjuncts):
        if (found := _resolve(token, passages)) is not None:
            return first_joined(_first_named(token, found, passages), passages)
    return None


def first_joined(found: Speaker, passages: Passages) -> Speaker:
    """*Ann Lee* and her deputy, Ben Moor, said: the first of those whom "and" joins to the name."""
    words = found.words
    while words.dep_ == "conj" and words.head.pos_ == "PROPN":
        words = words.head
    party = speaking_party(words, passages)
    return replace(found, party=party, words=words) if party is not None and party.type is found.party.type else found


def _first_named(words: Token, found: Speaker, passages: Passages) -> Speaker:
    """Both *the union* and the ministry said: the first, where the parser makes one phrase of the two."""
    doc, parties = passages.doc, passages.reading.party_at
    i = words.i
    while i > 0 and (parties.get(i) is found.party or doc[i].pos_ == "DET"):
        i -= 1
    if i == words.i or doc[i].lower_ != "and" or i <= words.left_edge.i:
        return found
    first = speaking_party(doc[i - 1], passages)
    return replace(found, party=first, words=doc[i - 1]) if first is not None else found


def _resolve(words: Token, passages: Passages) -> Speaker | None:
    nouns = load_nouns()
    lemma = words.lemma_.lower()
    if (named := _named_person(words, passages)) is not None:
        return Speaker(named, words)
    if words.pos_ == "PROPN" and (party := speaking_party(words, passages)) is not None and _is_name(words, party):
        return Speaker(party, words)
    if lemma in nouns["spokesperson"]:
        return _of_spokesperson(words, passages)
    if lemma in ACCOUNTS and (named_behind := _named_behind(words, passages)) is not None:
        return named_behind
    if lemma in nouns["document"] and (author := author_of(words, passages)) is not None:
        return Speaker(author, words, 0.9)
    if lemma in nouns["staff"] and (body := _body_of(words, passages)) is not None:
        return Speaker(body, words, 0.8)
    if lemma in nouns["judgment"]:
        court = author_of(words, passages) or only_court(passages)
        return Speaker(court, words, 0.8) if court is not None else None
    if (party := speaking_party(words, passages)) is not None:
        return Speaker(party, words)
    if (called := _called(words, passages)) is not None:
        return called
    beside_it = (speaking_party(c, passages) for c in words.children if c.dep_ == "appos")
    appositive = next((Speaker(p, words, 0.9) for p in beside_it if p is not None), None)
    return appositive or _described(words, passages) or _named_behind(words, passages) or _by_surname(words, passages)


def _called(words: Token, passages: Passages) -> Speaker | None:
    """A neighbour *named Ann Lee*; counsel for the firm, a quiet man called *Ben Moor*."""
    doc, right = passages.doc, passages.right[words.i]
    for i in range(words.i + 1, min(right - 1, words.i + NAMED)):
        if doc[i].lower_ in {"named", "called", "nicknamed"} and doc[i].tag_ == "VBN":
            party = passages.reading.party_at.get(i + 1)
            return Speaker(party, doc[i + 1], 0.85) if party is not None and party.type is NodeType.PERSON else None
        if doc[i].tag_ in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def _body_of(staff: Token, passages: Passages) -> Thing | None:
    """For whom scientists from *the university* speak."""
    for child in staff.children:
        if child.dep_ == "prep" and child.lower_ in {"at", "from"}:
            return next((p for p in parties_below(child, passages) if p.type in BODIES), None)
    return None


def _named_behind(words: Token, passages: Passages) -> Speaker | None:
    """The mayor of the town, *Ann Lee*, and the trainer *Ben Moor*, where the parser sees no apposition."""
    i = words.i + 1
    if words.pos_ != "NOUN" or i + 1 >= passages.right[words.i]:
        return None
    i += passages.doc[i].text == ","
    if passages.doc[i].text == "-":
        i = next((k for k in range(i, min(i + BRACKETS, passages.right[words.i])) if passages.doc[k].is_title), i)
    party = passages.reading.party_at.get(i)
    if party is None or party.type is not NodeType.PERSON or not _is_name(passages.doc[i], party):
        return None
    return Speaker(party, passages.doc[i], 0.8)


def _by_surname(words: Token, passages: Passages) -> Speaker | None:
    """The only person of that surname, where the name stands in a phrase that hides it."""
    if words.i in passages.reading.party_at or not words.is_title or words.pos_ == "PRON":
        return None
    bearers = passages.bearers.get(words.text, [])
    return Speaker(bearers[0], words, 0.9) if len(bearers) == 1 else None


def _is_name(words: Token, party: Thing) -> bool:
    """True for a name that is also a word for a paper: the Post."""
    return any(m.start <= words.i < m.end and m.kind is MentionKind.NAME for m in party.mentions)


def _described(words: Token, passages: Passages) -> Speaker | None:
    """Ann Lee, head of the *cabinet*, who said: the person at the top of the phrase whose last noun "who" follows."""
    if not any(c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.children) for c in words.children):
        return None
    token = words
    for _ in range(MAX_CLIMB):
        if token.dep_ not in {"pobj", "prep", "appos", "conj", "compound"}:
            return None
        token = token.head
        party = party_of(token, passages)
        if party is not None and party.type is NodeType.PERSON:
            return Speaker(party, token, 0.8)
    return None


def _named_person(words: Token, passages: Passages) -> Thing | None:
    """The person whom the words name: the head itself, or "his lawyer, Ann Lee"."""
    beside_it = (c for c in words.children if c.dep_ == "appos")
    named = words.pos_ == "PROPN" or words.pos_ == "PRON"
    for token in (words, *beside_it) if named else (*beside_it, words):
        party = _party_named(token, passages)
        if party is not None and party.type is NodeType.PERSON:
            return party
    return None


def _party_named(head: Token, passages: Passages) -> Thing | None:
    """The party of the head, or of the name in front of it where the head is but letters behind it: Ann Lee KC."""
    if (party := party_of(head, passages)) is not None or head.pos_ != "PROPN":
        return party
    names = (party_of(c, passages) for c in head.children if c.dep_ in {"compound", "nmod"})
    return next((p for p in names if p is not None and p.type is NodeType.PERSON), None)


def _of_spokesperson(words: Token, passages: Passages) -> Speaker | None:
    """For whom an unnamed spokesperson speaks: somebody named beside the word, else the body last named before it."""
    if (party := speaking_party(words, passages)) is not None:
        return Speaker(party, words, 0.9)
    for child in words.children:
        if child.dep_ in {"compound", "poss", "nmod", "amod"} and (party := speaking_party(child, passages)):
            return Speaker(party, words, 0.9)
        if child.dep_ == "prep" and child.lower_ in {"for", "of", "from", "at", "in"}:
            return next((Speaker(p, words, 0.9) for p in parties_below(child, passages)), None)
    start = passages.reading.paragraphs[passages.paragraph_at[words.i]].start
    for i in range(words.i - 1, max(start, words.i - FAR) - 1, -1):
        party = speaking_party(passages.doc[i], passages)
        if party is not None and party.type in BODIES and not passages.is_quoted(passages.doc[i]):
            return Speaker(party, words, 0.6)
    return None
