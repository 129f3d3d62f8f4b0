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
#: names in a list
LONGEST = 40
UNNAMED = frozenset({"NOUN", "ADJ", "DET", "NUM"})
INCLUDING = frozenset({"including", "namely"})
OPENING = frozenset({",", "-", "–", "—", ":", "("})
#: how far behind a plural the list of those whom it means may begin
REACH_OF_OPENING = 9


def listed_after(scan: Scan, filler: Filler) -> list[Filler]:
    """The people who follow in the list that the filler opens; none where no "and" closes it."""
    if filler.thing is None or filler.thing.type is not NodeType.PERSON or filler.words.root.pos_ != "PROPN":
        return []
    found, end = _names_from(scan, filler.words.end)
    return found if found and _is_of_one_verb(scan, filler.words, end) else []


def members_of(scan: Scan, noun: Token) -> list[Filler]:
    """The people whom a plural introduces: "six activists, among them Reis and Costa", "two men - Reis and Costa"."""
    if noun.tag_ != "NNS":
        return []
    start, sure = _after_opening(scan, noun)
    first = _name_at(scan, start) if start else None
    if first is None:
        return []
    others, _ = _names_from(scan, first.end)
    return [Filler(_thing_at(scan, first), first), *others] if others or sure else []


def listed_names(scan: Scan, i: int) -> list[Span]:
    """The names of the list of people that begins with the token, only the one where no list follows."""
    if i not in scan.names or scan.doc[i].pos_ != "PROPN":
        return []
    first = _name_at(scan, i)
    if first is None:
        return []
    return [first, *(f.words for f in _names_from(scan, first.end)[0])]


def _after_opening(scan: Scan, noun: Token) -> tuple[int, bool]:
    """Where the list behind the noun begins (0: nowhere), and whether one name is enough to make it one."""
    doc, end = scan.doc, scan.sentences[scan.sentence_of[noun.i]].end
    for i in range(noun.i + 1, min(noun.i + REACH_OF_OPENING, end - 2)):
        if doc[i].lower_ in INCLUDING:
            return i + 1, True
        if doc[i].lower_ == "among" and doc[i + 1].lower_ == "them":
            return i + 2, True
        if doc[i].text in OPENING and i + 1 in scan.names and doc[i + 1].pos_ == "PROPN":
            return i + 1, False
        if doc[i].pos_ in {"VERB", "AUX"} and doc[i].tag_ != "VBG":
            break
    return 0, False


def _names_from(scan: Scan, end: int) -> tuple[list[Filler], int]:
    """The names that go on a list behind `end`, and where it closes; none where no "and" closes it."""
    found: list[Filler] = []
    closed = False
    while not closed and len(found) < LONGEST:
        start, closed = _after_joint(scan, _after_age(scan, end))
        name = _name_at(scan, start) if start > end else None
        if name is None:
            after = _after_unnamed(scan, start) if closed else 0
            return (found, after) if after else ([], end)
        found.append(Filler(_thing_at(scan, name), name))
        end = name.end
    return (found, end) if closed else ([], end)


def _after_unnamed(scan: Scan, i: int) -> int:
    """Behind "two others", "a student", which close a list; 0 where no such thing stands."""
    doc, at = scan.doc, scan.reading.party_at
    k = i
    while k < min(i + DESCRIPTION, len(doc)) and doc[k].pos_ in UNNAMED and k not in at:
        k += 1
    return k if k > i and doc[k - 1].pos_ == "NOUN" else 0


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
