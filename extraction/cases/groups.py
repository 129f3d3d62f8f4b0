"""Who "the pair" and "both men" are: the people whom the text last named together."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.frames import Filler
from extraction.cases.listing import listed_names
from extraction.cases.scan import Group, Scan
from extraction.grammar import SUBJECTS

#: sentences back to where they were named
REACH = 3
SIZES = {"pair": 2, "duo": 2, "couple": 2, "both": 2, "two": 2, "trio": 3, "three": 3, "four": 4, "five": 5}
THEY = frozenset({"they", "them"})
DEFINITE = frozenset({"the", "these", "those"})


def group_of(scan: Scan, token: Token) -> list[Filler]:
    """The people whom "the pair", "both", "the two men" stands for."""
    they = token.lower_ in THEY
    size = _size(token)
    group = _last_before(scan, token.i) if size or they else None
    if group is None or (size and len(group.members) != size) or (they and not _is_talked_of(scan, group, token.i)):
        return []
    return [Filler(thing, scan.doc[token.i : token.i + 1], plural=True) for thing in group.members]


def _is_talked_of(scan: Scan, group: Group, i: int) -> bool:
    """True for "they", said in the sentence right behind the one whose subject they are, or in the same."""
    near = scan.sentence_of[i] - scan.sentence_of[group.start] <= 1
    return near and scan.doc[group.start : group.end].root.dep_ in SUBJECTS


def _size(token: Token) -> int:
    """How many a word says it means; 0 where it says nothing of the kind."""
    before = {c.lower_ for c in token.lefts}
    own = SIZES.get(token.lower_, 0)
    if own and (token.lower_ == "both" or before & DEFINITE):
        return own
    if token.tag_ != "NNS" or not (before & DEFINITE or "both" in before):
        return 0
    return next((SIZES[w] for w in before if w in SIZES), 0)


def _last_before(scan: Scan, i: int) -> Group | None:
    if scan.groups is None:
        scan.groups = list(find_groups(scan))
    n = bisect_left(scan.groups, i, key=lambda g: g.end)
    group = scan.groups[n - 1] if n else None
    return group if group is not None and scan.sentence_of[i] - scan.sentence_of[group.start] <= REACH else None


def find_groups(scan: Scan) -> Iterator[Group]:
    """The people whom the text names together, in its order."""
    i = 0
    while i < len(scan.doc):
        names = listed_names(scan, i)
        if len(names) > 1:
            members = dict.fromkeys(scan.reading.party_at[n.start] for n in names)
            yield Group(names[0].start, names[-1].end, tuple(members))
        i = names[-1].end if names else i + 1


def identified(noun: Token) -> list[Token]:
    """Who they are: "Reis is one of the men charged", "among those charged was Reis", "those charged include Reis"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in {"of", "among"}:
        noun, above = (above.head, above.head.head) if above.head.pos_ != "AUX" else (noun, above.head)
    if above.lemma_ not in {"be", "include"}:
        return []
    if noun.dep_ in SUBJECTS:
        return [c for c in above.rights if c.dep_ in {"attr", "dobj"}]
    return [c for c in above.children if c.dep_ in SUBJECTS]
