"""What a case is about where its verbs and nouns do not say so: the offences named around them, or in the headline."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.charges import continued
from extraction.cases.deeds import deed_of, phrases_of
from extraction.cases.docket import Docket
from extraction.cases.filling import noun_entry
from extraction.cases.fitting import CRIMINAL
from extraction.cases.frames import Case, Frame, Matter, Support
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from schema import EventKind

#: sentences around a verb of proceedings in which an offence may be named
AROUND = 1
#: how far from a suit the verb may stand that says what it is to stop
REACH_OF_PURPOSE = 25
CIVIL = frozenset({EventKind.FILED, EventKind.DISMISSED, EventKind.RULED, EventKind.WITHDRAWN, EventKind.APPEALED})
#: so many mentions of a case, and offences beside each, are looked at: a book of reports would take its square
FRAMES, MATTERS = 60, 60
#: matters of two people, which no prosecutor charges
BETWEEN_TWO = frozenset({"divorce", "custody"})


def add_matters(scan: Scan, docket: Docket) -> None:
    """A case whose verbs and nouns say nothing of what it is about takes the offence that stands near them."""
    at = {m.words.start: m for m in scan.matters}
    for case in docket.cases:
        case.drop_talk()
        if not case.matters:
            _add_from_sentence(scan, case, at)
    for case in docket.cases:
        if not case.matters and not case.events & CRIMINAL:
            _add_from_purpose(scan, case)
        if not case.matters:
            _add_from_around(scan, docket, case)
    if len(docket.cases) == 1 and not docket.cases[0].matters:
        _add_from_headline(scan, docket.cases[0])


def _add_from_sentence(scan: Scan, case: Case, at: dict[int, Matter]) -> None:
    for frame in case.frames[:FRAMES]:
        for matter in _matters_of(scan, frame.sentence, frame.sentence):
            if not matter.weak or _may_be_meant(case, matter):
                for told in (*(deed_of(matter.words.root, [matter]) or [matter]), *continued(matter, at, coins=False)):
                    case.add_matter(told, Support(told.words, frame.words, "offence-nearby", 0.6))
                return


def _may_be_meant(case: Case, matter: Matter) -> bool:
    """A word with other uses says what a divorce or a prosecution is about, if it stands beside it."""
    if matter.name in BETWEEN_TWO:
        return not case.events & CRIMINAL
    return bool(case.events & CRIMINAL) and not matter.speech


def _add_from_around(scan: Scan, docket: Docket, case: Case) -> None:
    """The nearest offence in the sentences around the case's own, where no other case is spoken of."""
    near: list[tuple[int, Matter, Frame]] = []
    for frame in case.frames[:FRAMES]:
        for matter in _matters_of(scan, frame.sentence - AROUND, frame.sentence + AROUND):
            token = matter.words.start
            if not matter.weak and docket.case_at(scan, token) is case and _is_told_of(scan, case, matter):
                near.append((abs(token - frame.trigger.i), matter, frame))
    if near:
        _, matter, frame = min(near, key=lambda n: n[0])
        case.add_matter(matter, Support(matter.words, frame.words, "offence-around", 0.5))


def _is_told_of(scan: Scan, case: Case, matter: Matter) -> bool:
    """In a civil case, where somebody alleges or finds it: "the court found that she was sexually harassed"."""
    sentence = scan.sentences[scan.sentence_of[matter.words.start]]
    start, end = matter.words.start - REACH_OF_PURPOSE, matter.words.end + REACH_OF_PURPOSE
    around = scan.doc[max(start, sentence.start) : min(end, sentence.end)]
    return bool(case.events & CRIMINAL) or any(t.pos_ == "VERB" and t.lemma_ in words_for("alleging") for t in around)


def _add_from_purpose(scan: Scan, case: Case) -> None:
    """ "a suit that tried to overturn the election results": the election results."""
    for frame in case.frames:
        if frame.event not in CIVIL:
            continue
        sentence = scan.sentences[frame.sentence]
        start, end = frame.trigger.i - REACH_OF_PURPOSE, frame.trigger.i + REACH_OF_PURPOSE
        for verb in scan.doc[max(start, sentence.start) : min(end, sentence.end)]:
            for matter in _attacked(scan, verb):
                case.add_matter(matter, Support(matter.words, frame.words, "purpose", 0.5))
                return


def _attacked(scan: Scan, verb: Token) -> list[Matter]:
    """What the verb is to stop, where it is no party, sum or decision."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words_for("attacking") or scan.spoken(verb.i):
        return []
    return [m for t in verb.children if _is_target(scan, t) for m in phrases_of(t)][:1]


def _is_target(scan: Scan, token: Token) -> bool:
    if token.dep_ != "dobj" or token.pos_ != "NOUN" or token.i in scan.reading.party_at or noun_entry(token):
        return False
    ruled = token.lemma_.lower() in words_for("acts challenged")
    others = (*token.rights, *token.head.rights)
    return not ruled and not any(c.lower_ == "from" or c.ent_type_ or c.lower_ == "of" for c in others)


def _matters_of(scan: Scan, first: int, last: int) -> Iterator[Matter]:
    """The offences of the lexicon in the sentences, those in quotations left out."""
    start = scan.sentences[max(first, 0)].start
    end = scan.sentences[min(last, len(scan.sentences) - 1)].end
    begin = bisect_left(scan.matters, start, key=lambda m: m.words.start)
    for i in range(begin, min(begin + MATTERS, len(scan.matters))):
        matter = scan.matters[i]
        if matter.words.start >= end:
            return
        if not scan.spoken(matter.words.start):
            yield matter


def _add_from_headline(scan: Scan, case: Case) -> None:
    """The only case of an article is about the offence in its headline."""
    told = [m for m in scan.matters if m.words.end <= scan.headline_end]
    for matter in told[:1]:
        case.add_matter(matter, Support(matter.words, case.frames[0].words, "offence-headline", 0.5))
