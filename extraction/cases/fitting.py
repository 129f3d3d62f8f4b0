"""How well what a frame tells goes with a case that is spoken of already."""

from extraction.cases.frames import Case, Frame
from extraction.cases.lexicons import NounClass, Role, nouns
from extraction.reading import reading_of
from extraction.sentences import around, sentence_of
from schema import EventKind

#: a court is compared with so many before it
RECENT = 100
#: tokens behind "filed a complaint" in which its reason may name whom it is against
REACH = 20
#: from here on, two tell of one proceeding
THRESHOLD = 2.0


#: events that begin a proceeding
BEGINNING = frozenset({EventKind.FILED, EventKind.CHARGED})
#: events that a higher court, too, decides, so that another court is no other case
HIGHER = frozenset(
    {
        EventKind.APPEALED,
        EventKind.UPHELD,
        EventKind.OVERTURNED,
        EventKind.RULED,
        EventKind.DISMISSED,
        EventKind.ACQUITTED,
    }
)
CRIMINAL = frozenset({EventKind.CHARGED, EventKind.CONVICTED, EventKind.SENTENCED, EventKind.ACQUITTED})
PROSECUTING = CRIMINAL | {EventKind.ARRESTED, EventKind.ON_TRIAL, EventKind.FINED}
OUTCOMES = frozenset({EventKind.ACQUITTED, EventKind.CONVICTED, EventKind.SENTENCED})
EXTRADITED_FOR = CRIMINAL | {EventKind.ON_TRIAL}
EXTRADITION = frozenset({"verb:extradite", "noun:extradition"})
ALSO = frozenset(
    {"second", "also", "too", "likewise", "accomplice", "accomplices", "accused", "defendant", "defendants"}
)
#: of these "another" and "separate" tell which; "a new trial" may be the same case again
TOLD_APART = frozenset({NounClass.SUIT, NounClass.CASE})
#: tokens from a verdict at which "also" may stand
REACH_OF_ALSO = 60
#: sentences between what is told of one defendant and of another
NEXT = 2
SAME_MATTER = {
    "libel": "defamation",
    "slander": "defamation",
    "cyberlibel": "defamation",
    "criminal libel": "defamation",
}


def fit_of(current: Case | None, frame: Frame, case: Case) -> float | None:
    """How well the frame goes with the case; None where they contradict each other."""
    sides = _sides(frame, case)
    if sides is None or not _is_of_this_kind(current, frame, case):
        return None
    score = sides + _matter(frame, case) + _court(frame, case)
    if case is current:
        score += 1.5 + float(_same_sentence(frame, case)) + float(frame.definite or _brings(frame, case))
        if not _named(frame):
            score += 1.0 + _kind(frame, case)
        elif not case.is_named and not case.nameless and _is_right_behind(frame, case):
            score += 1.0
    elif not _named(frame):
        if not frame.definite or _kind(frame, case) <= 0:
            return None
        score += THRESHOLD
    return score - _strangeness(frame, case)


def _strangeness(frame: Frame, case: Case) -> float:
    """What speaks for another case."""
    found = 0.0
    if frame.novel:
        found += 4 if frame.definite or not frame.kinds & TOLD_APART else 8
    if _is_verdict_on_others(frame, case):
        found += 3
    if _is_criminal(frame) and EventKind.FILED in case.events and not case.events & CRIMINAL and _is_civil(case):
        found += 2
    return found


def _is_of_extradition(frame: Frame, case: Case) -> bool:
    """The proceeding in which somebody is handed over is not the one in which he is charged."""
    if frame.rule in EXTRADITION:
        return case.rules.isdisjoint(EXTRADITION)
    return frame.event in EXTRADITED_FOR and not case.rules.isdisjoint(EXTRADITION)


def _is_of_this_kind(current: Case | None, frame: Frame, case: Case) -> bool:
    """ "The charges" are those of the prosecution just spoken of; not all that is said of somebody is one."""
    if _is_of_extradition(frame, case):
        return False
    if frame.echo:
        return case is current and bool(case.events & PROSECUTING)
    return frame.rule != "verb:accuse" or _is_accusation_of(frame, case)


def _is_verdict_on_others(frame: Frame, case: Case) -> bool:
    """Two are convicted of libel, and pages later one of them and a third are convicted: that is another trial."""
    if frame.event not in OUTCOMES or frame.event not in case.events or _is_right_behind(frame, case):
        return False
    theirs = case.ids(Role.DEFENDANT)
    return bool(theirs) and any(mine not in theirs for mine in frame.things(Role.DEFENDANT))


def _is_accusation_of(frame: Frame, case: Case) -> bool:
    """Who accuses must be the plaintiff, or who is accused the defendant; else it is mere talk."""
    by_noun = any(nouns().get(t.lemma_.lower()) for t in frame.trigger.children if t.dep_ == "nsubj")
    return by_noun or bool(
        frame.things(Role.PLAINTIFF) & case.ids(Role.PLAINTIFF)
        or frame.things(Role.DEFENDANT) & case.ids(Role.DEFENDANT)
    )


def _brings(frame: Frame, case: Case) -> bool:
    """ "Reis had filed a complaint after Costa wrote …": the complaint against Costa, of whose trial the text told."""
    opens = bool(frame.things(Role.PLAINTIFF)) and not frame.things(Role.DEFENDANT, Role.PARTY)
    if not opens or case.ids(Role.PLAINTIFF) or NounClass.SUIT not in frame.kinds:
        return False
    at, first = reading_of(frame.trigger.doc).party_at, frame.trigger.i
    behind = (at.get(i) for i in range(first, min(first + REACH, sentence_of(frame.trigger).end)))
    return any(id(party) in case.ids(Role.DEFENDANT) for party in behind)


def _kind(frame: Frame, case: Case) -> float:
    """ "The lawsuit" is none of the prosecutions before it."""
    if NounClass.SUIT not in frame.kinds:
        return 0.0
    return 0.5 if NounClass.SUIT in case.kinds or _is_civil(case) else -2.0


def _named(frame: Frame) -> bool:
    return bool(frame.things(Role.DEFENDANT, Role.PLAINTIFF, Role.PARTY))


def _is_criminal(frame: Frame) -> bool:
    return frame.event in CRIMINAL


def _is_civil(case: Case) -> bool:
    return not case.rules.isdisjoint({"verb:sue", "noun:lawsuit", "noun:suit", "noun:class action"})


def _same_sentence(frame: Frame, case: Case) -> bool:
    return case.frames[-1].sentence == frame.sentence


def _sides(frame: Frame, case: Case) -> float | None:
    plaintiffs, defendants = frame.things(Role.PLAINTIFF), frame.things(Role.DEFENDANT)
    either = frame.things(Role.PARTY)
    theirs, others = case.ids(Role.PLAINTIFF), case.ids(Role.DEFENDANT)
    if (plaintiffs & others and not plaintiffs & theirs) or (defendants & theirs and not defendants & others):
        return None
    if either and either.isdisjoint(theirs) and either.isdisjoint(others):
        return 0.0 if frame.event is EventKind.APPEALED and _is_right_behind(frame, case) else None
    if (frame.unnamed(Role.DEFENDANT) and (others or not case.nameless)) or (
        case.nameless and (defendants or plaintiffs) and not _names_nameless(frame, case)
    ):
        return None
    joined = _is_codefendant(frame, case) or (_same_sentence(frame, case) and frame.event not in BEGINNING)
    if plaintiffs and theirs and not plaintiffs & theirs:
        return None
    if defendants and others and not defendants & others and not joined:
        return None
    return 3.0 * bool(defendants & others) + 2.5 * bool(plaintiffs & theirs) + 2.5 * bool(either) + 1.0 * joined


def _names_nameless(frame: Frame, case: Case) -> bool:
    """ "gave the 33-year-old fourteen months and barred him": who "him" is, is he of the fourteen months."""
    definite = any(not f.indefinite for f in case.frames[-1].roles[Role.DEFENDANT])
    pronoun = any(f.words.root.pos_ == "PRON" for f in frame.roles[Role.DEFENDANT])
    return definite and pronoun and _same_sentence(frame, case)


def _is_right_behind(frame: Frame, case: Case) -> bool:
    """ "The regulator has appealed", said right behind the ruling."""
    return 0 <= frame.sentence - case.frames[-1].sentence <= NEXT


def _is_codefendant(frame: Frame, case: Case) -> bool:
    """ "Reis was jailed for six years. Two others, Costa and Lima, were acquitted"."""
    if not _is_right_behind(frame, case) or frame.event not in OUTCOMES | {EventKind.CHARGED}:
        return False
    if frame.novel or frame.roles[Role.COURT] or not case.events & CRIMINAL:
        return False
    if (
        frame.event is EventKind.SENTENCED
        and not frame.matters
        and case.events & {EventKind.CONVICTED, EventKind.SENTENCED}
    ):
        return True
    return frame.event is EventKind.ACQUITTED or any(t.lower_ in ALSO for t in around(frame.trigger, REACH_OF_ALSO))


def _matter(frame: Frame, case: Case) -> float:
    if (frame.event is EventKind.ACQUITTED or not any(m.known for m in frame.matters)) and _is_codefendant(frame, case):
        return 0.0
    mine = {_same(m.name) for m in frame.matters if m.known or m.words}
    theirs = {_same(name) for name in case.matter_names}
    if not mine or not theirs:
        return 0.0
    words = {w for n in mine for w in n.split()} & {w for n in theirs for w in n.split()}
    return 1.5 if mine & theirs or words - {"of", "to"} else -2.5


def _same(name: str) -> str:
    return SAME_MATTER.get(name, name)


def _court(frame: Frame, case: Case) -> float:
    mine = {id(f.thing) for f in frame.roles[Role.COURT] if f.thing is not None}
    theirs = {id(s.thing) for s in case.courts[-RECENT:]}
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 1.0
    return 0.0 if frame.event in HIGHER else -1.5
