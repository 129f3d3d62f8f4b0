"""Names that other names of the article decide on, where the evidence for each by itself does not.

"Vela Toys" is a firm where "Vela" is one, "Ana Roy" a person where "Roy" is, "Courtwatch Vale" no person where "Vale"
is a place.
"""

from collections.abc import Mapping

from spacy.tokens import Doc

from extraction.names.cutting import Candidate
from extraction.names.grouping import Groups
from extraction.names.nouns import noun_class
from extraction.names.vocabulary import word_classes
from extraction.names.words import (
    countries,
    court_heads,
    given_names,
    nationalities,
    no_names,
    organization_heads,
    place_words,
    platforms,
)
from schema import NodeType

Types = dict[str, NodeType | None]
Evidence = Mapping[str, Mapping[str, float]]
#: a longer name of so many words at most is decided by a word of it
LONGEST = 3
#: evidence that somebody is a person, whatever else the name looks like
PERSONAL = frozenset({"person-near", "kin", "before:kin", "given-name-first", "initial", "particle"})
#: the same for whom somebody is of: "Ana Roy of Kemble Roth, who won"
NEAR_PERSON = PERSONAL - {"person-near"} | {"age", "before:person", "title:honorific", "title:rank", "title:office"}
#: evidence that a name is no person's
BODILY = frozenset({"organization-near", "platform-near", "place-near", "court-word", "head-inside", "paren-acronym"})
#: shorter words in front are acronyms: "the ARC summit"
SHORTEST_FIRM = 5
#: evidence that it names nothing
NOTHINGS = frozenset({"no-name", "no-name-head", "no-name-alone", "nationality", "is-title"})
#: what an apposition is made of, up to its noun, and of how many words
NOMINAL, FARTHEST = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "POS"}), 6
#: so many mentions are looked at
MOST_MENTIONS = 20


def decided_by_relatives(doc: Doc, groups: Groups, evidence: Evidence, types: Types) -> Types:
    """The types, with those that other names and appositions decide."""
    decided = dict(types)
    people = [name for name, type_ in types.items() if type_ is NodeType.PERSON]
    surnames = {name.rsplit(" ", 1)[1] for name in people if " " in name}
    behind = {c.end for name, type_ in types.items() if type_ is NodeType.ORGANIZATION for c in groups[name]}
    for name, type_ in types.items():
        words = name.split()
        if type_ is NodeType.COURT:
            seat = words[-1]
            is_free = types.get(seat) is NodeType.PERSON and seat not in surnames
            if is_free and words[-2:-1] == ["of"] and not PERSONAL & evidence[seat].keys():
                decided[seat] = NodeType.PLACE  # "Court of | Vale"
        elif type_ in {NodeType.PERSON, None} and _is_called_body(doc, groups[name], behind, evidence[name]):
            if name not in surnames:
                decided[name] = NodeType.ORGANIZATION
        elif 1 < len(words) <= LONGEST:
            new = _of_longer(doc, groups, name, evidence, types)
            decided[name] = new if new is not None else decided[name]
    return decided


def _is_called_body(doc: Doc, group: list[Candidate], behind: set[int], evidence: Mapping[str, float]) -> bool:
    """ "Vela, a human rights group", "Vale Writers' Club (Vela)"; not "Roy, the group's chairman"."""
    if not evidence.keys().isdisjoint(PERSONAL | NOTHINGS):
        return False
    return any(_is_apposed_body(doc, c.end) or _is_short_for(doc, c, behind) for c in group[:MOST_MENTIONS])


def _is_short_for(doc: Doc, candidate: Candidate, behind: set[int]) -> bool:
    i, end = candidate.start, candidate.end
    is_alone = end - i == 1 and end < len(doc) and doc[end].text == ")"
    return is_alone and i > 1 and doc[i - 1].text == "(" and i - 1 in behind


def _is_apposed_body(doc: Doc, i: int) -> bool:
    if i + 2 >= len(doc) or doc[i].text != "," or doc[i + 1].lower_ not in {"a", "an", "the"}:
        return False
    for token in doc[i + 2 : min(i + 2 + FARTHEST, len(doc) - 1)]:
        follower, kind = token.nbor(1), noun_class(token)
        if kind == "organization" and follower.tag_ not in NOMINAL and follower.text != "-":
            return True
        if kind == "person" or token.tag_ not in NOMINAL or follower.tag_ == "POS":
            return False
    return False


def _of_longer(doc: Doc, groups: Groups, name: str, evidence: Evidence, types: Types) -> NodeType | None:
    """The type that the first or last word, or who stands beside it, gives to a name of several words."""
    type_, words = types[name], name.split()
    recognised = {words[-1]} if "ner:GPE" in evidence.get(words[-1], {}) else set()
    if (
        type_ in {NodeType.PERSON, None}
        and _is_someones(doc, groups, name, types)
        and not evidence[name].keys() & NEAR_PERSON
    ):
        return NodeType.ORGANIZATION
    if (
        type_ in {NodeType.PERSON, None}
        and not PERSONAL & evidence[name].keys()
        and _is_body(doc, words, types, recognised)
    ):
        return NodeType.ORGANIZATION
    may_be_person = type_ in {NodeType.ORGANIZATION, None} and not BODILY & evidence[name].keys()
    return NodeType.PERSON if may_be_person and _is_person(doc, groups, name, types) else None


def _is_body(doc: Doc, words: list[str], types: Types, recognised: set[str]) -> bool:
    """ "Vela | Toys", "Courtwatch | Vale"."""
    first, last = words[0], words[-1]
    is_noun = any(c.startswith("noun") for c in word_classes(doc.vocab, last))
    if types.get(first) is NodeType.ORGANIZATION and is_noun:
        return (
            len(words) == 2
            and len(first) >= SHORTEST_FIRM
            and not _is_word(first)
            and last.title() not in no_names("head")
        )
    is_place = last in countries() or (types.get(last) is NodeType.PLACE and last in recognised)
    return (
        is_place
        and not doc.vocab[first].is_stop
        and len(words) == 2
        and not _is_word(first)
        and "adj" not in set(word_classes(doc.vocab, first))
    )


def _is_word(first: str) -> bool:
    """Listed, so that it says nothing of the words behind it."""
    listed = given_names().keys() | place_words() | nationalities() | organization_heads().keys() | court_heads()
    return first in listed or first in platforms() or first in countries()


def _is_someones(doc: Doc, groups: Groups, name: str, types: Types) -> bool:
    """ "Ana Roy of | Kemble Roth": whom people are of is nobody."""
    for candidate in groups[name][:MOST_MENTIONS]:
        i = candidate.start - 2
        if i > 0 and doc[i + 1].lower_ == "of" and _ends_person(doc, i, types):
            return True
    return False


def _ends_person(doc: Doc, i: int, types: Types) -> bool:
    """Whether a name of somebody with a given name ends at token `i`."""
    names = (doc[j : i + 1].text.lower() for j in range(max(0, i - 2), i))
    return any(types.get(n) is NodeType.PERSON for n in names)


def _is_person(doc: Doc, groups: Groups, name: str, types: Types) -> bool:
    """ "Ana | Roy" where Roy is somebody; "Tran Van Loc and | Le Thi Hue"."""
    words = name.split()
    if _is_word(words[0]) and words[0] not in given_names():
        return False
    if words[-1] in organization_heads() or words[-1] in court_heads() or name in countries():
        return False
    if types.get(words[-1]) is NodeType.PERSON:
        return not any(True for _ in word_classes(doc.vocab, words[0]))
    first = groups[name][0]
    i = first.start - 2
    is_joined = i > 0 and doc[i + 1].lower_ == "and" and _ends_person(doc, i, types)
    return is_joined and types[name] is None and len(words) == LONGEST and doc[first.end - 1].text.istitle()
