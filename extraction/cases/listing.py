"""Names in a list, which the parser often breaks: "Reis, the reporter Costa, photographer Lima and Pinto"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extraction.cases.frames import Filler
from extraction.cases.scan import Scan
from extraction.grammar import SUBJECTS
from extraction.reading import Thing
from schema import NodeType

#: how many words may describe a name in a list before it comes
DESCRIPTION = 4
DESCRIBING = frozenset({"NOUN", "ADJ", "PROPN", "DET"})


def listed_after(scan: Scan, filler: Filler) -> list[Filler]:
    """The people who follow in the list that the filler opens; none where no "and" closes it."""
    if filler.thing is None or filler.thing.type is not NodeType.PERSON or filler.words.root.pos_ != "PROPN":
        return []
    found: list[Filler] = []
    end, closed = filler.words.end, False
    while not closed:
        start, closed = _after_joint(scan, _after_age(scan, end))
        name = _name_at(scan, start) if start > end else None
        if name is None:
            return []
        found.append(Filler(_thing_at(scan, name), name))
        end = name.end
    return found if _is_of_one_verb(scan, filler.words, end) else []


def _thing_at(scan: Scan, name: Span) -> Thing:
    return scan.reading.party_at[name.start]


def _after_age(scan: Scan, i: int) -> int:
    """Behind "Ana Reis, 41"."""
    doc = scan.doc
    return i + 2 if i + 1 < len(doc) and doc[i].text == "," and doc[i + 1].like_num else i


def _after_joint(scan: Scan, i: int) -> tuple[int, bool]:
    """Behind a comma or an "and", and whether it was an "and"."""
    doc = scan.doc
    if i < len(doc) and doc[i].text == ",":
        i += 1
    closed = i < len(doc) and doc[i].lower_ == "and"
    return (i + 1 if closed else i), closed


def _name_at(scan: Scan, i: int) -> Span | None:
    """The name of a person that stands here, behind a few words that describe him."""
    at, doc = scan.reading.party_at, scan.doc
    for k in range(i, min(i + DESCRIPTION, len(doc))):
        thing = at.get(k)
        if thing is not None and thing.type is NodeType.PERSON and doc[k].pos_ == "PROPN":
            return doc[k : next(j for j in range(k + 1, len(doc) + 1) if at.get(j) is not thing)]
        if thing is None and doc[k].pos_ not in DESCRIBING:
            return None
    return None


def _is_of_one_verb(scan: Scan, first: Span, end: int) -> bool:
    """Not so "jailed Reis, Costa and Lima was acquitted"."""
    behind = next(_behind(scan, end), None)
    verb_follows = behind is not None and behind.pos_ in {"VERB", "AUX"} and behind.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return verb_follows == (first.root.dep_ in SUBJECTS)


def _behind(scan: Scan, end: int) -> Iterator[Token]:
    end = _after_age(scan, end)
    yield from (t for t in scan.doc[end : end + 2] if t.text != ",")
