"""Attribution without a verb: "S, according to her"; "per her post, S"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extraction.claims.candidate import Candidate, longest
from extraction.claims.contents import FINITE
from extraction.claims.parenthetical import COMMAS, ENDS, has_clause
from extraction.claims.passages import Passages
from extraction.claims.subjects import speaking_party
from schema import NodeType, Stance

#: how many words a source may have, and how many are searched for its end
PHRASE, REACH = 8, 80
#: words behind which "according to her" begins a clause
JOINTS = frozenset({"who", "which", "that", "and", "but", "because", "while", "as"})


def find_according(passages: Passages) -> Iterator[Candidate]:
    """What "according to her" reports."""
    for token in passages.doc:
        if token.lower_ not in {"according", "per"} or passages.silent[token.i] or passages.is_quoted(token):
            continue
        source = _source(token)
        if source is None or (token.lower_ == "per" and not _opens_clause(token, source, passages)):
            continue
        source = _named_in(source, passages) or source
        start, end = _beside(token, source, passages)
        yield Candidate(start, end, token, source, Stance.ASSERTS, "claim-according", 0.75, "according").trimmed(
            passages.doc
        )


def _named_in(source: Token, passages: Passages) -> Token | None:
    """According to Norland Senator *Ann Lee*: the person at the end of the phrase, where its head names no speaker."""
    if speaking_party(source, passages) is not None or source.pos_ != "PROPN":
        return None
    named = None
    for token in passages.doc[source.i + 1 : min(passages.right[source.i], source.i + PHRASE)]:
        if token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
            break
        party = passages.reading.party_at.get(token.i)
        named = token if party is not None and party.type is NodeType.PERSON else named
    return named


def _opens_clause(per: Token, source: Token, passages: Passages) -> bool:
    """True for "Per her post, S", not for "ten per cent" or "a day per week"."""
    opens = per.i == passages.left[per.i] or per.nbor(-1).text in {",", ";"}
    return opens and source.i < passages.right[per.i] and (source.i in passages.reading.party_at or source.tag_ == "NN")


def _source(according: Token) -> Token | None:
    if according.lower_ == "per":
        return next((c for c in according.children if c.dep_ == "pobj"), None)
    for child in according.children:
        if child.lower_ in {"to", "with"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _beside(according: Token, source: Token, passages: Passages) -> tuple[int, int]:
    """The sentence's rest behind the phrase where it opens a clause, otherwise the longer side of the sentence."""
    doc, left, right = passages.doc, passages.left[according.i], passages.right[according.i]
    end = _end_of(source, right, passages)
    if according.i == left or doc[according.i - 1].lower_ in JOINTS:
        return end, right
    if end + 1 < right and doc[end + 1].tag_ == "CC" and has_clause(doc[max(left, according.i - REACH) : according.i]):
        return left, according.i
    return longest(doc, [(left, according.i), (end, right)])


def _end_of(source: Token, right: int, passages: Passages) -> int:
    """The comma behind the words for the source, with what is said of it; the end of its name where no comma stands."""
    doc = passages.doc
    commas = [i for i in range(source.i + 1, min(right, source.i + REACH)) if doc[i].text in COMMAS | ENDS]
    if len(commas) > 1 and doc[commas[0]].text == "(" and doc[commas[1]].text == ")":
        commas = commas[2:]
    if not commas or (doc[commas[0]].text in ENDS and commas[0] + 1 == right):
        return _end_of_name(source, right, passages) if _clause_follows(source, right, passages) else right
    for comma, following in zip(commas, [*commas[1:], right], strict=True):
        if doc[comma].text in ENDS or source.right_edge.i <= comma:
            return comma
        words = doc[comma + 1 : following]
        if words and words[0].tag_ not in {"WP", "WDT", "WRB", "VBG", "VBN"} and _has_main_verb(words):
            return comma
    return min(source.right_edge.i + 1, right)


def _has_main_verb(words: Span) -> bool:
    """True if a verb with a tense stands there before any "who" or "that"."""
    turn = next((t for t in words if t.tag_ in FINITE | {"WP", "WDT", "WRB"}), None)
    return turn is not None and turn.tag_ in FINITE


def _clause_follows(source: Token, right: int, passages: Passages) -> bool:
    end = _end_of_name(source, right, passages)
    return end < right and has_clause(passages.doc[end : min(right, end + REACH)])


def _end_of_name(source: Token, right: int, passages: Passages) -> int:
    party, i = passages.reading.party_at.get(source.i), source.i + 1
    while i < right and party is not None and passages.reading.party_at.get(i) is party:
        i += 1
    return i
