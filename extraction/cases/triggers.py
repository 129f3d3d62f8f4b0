"""Finds the verbs and nouns of proceedings in a text, and makes a Frame of each."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.accused import appellants, bailed, charged, fugitives, on_trial
from extraction.cases.attributes import find_attributes
from extraction.cases.conditions import (
    court_above,
    has_what_it_needs,
    is_court,
    is_done_to_somebody,
    is_novel,
    may_judge,
)
from extraction.cases.events import change_event
from extraction.cases.filling import favoured, fill_from_noun, fill_from_verb, noun_entry
from extraction.cases.frames import Filler, Frame, Matter
from extraction.cases.lexicons import CaseNoun, CaseVerb, Needs, NounClass, Role, nouns, verbs
from extraction.cases.mood import is_pending, refusal_of
from extraction.cases.needs import change_needs, is_bare
from extraction.cases.objects import case_objects, cases_decided, complement_of, has_particle
from extraction.cases.offences import named_by_compound
from extraction.cases.parties import words_of
from extraction.cases.scan import Scan
from extraction.cases.topics import add_matters, violated
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS
from schema import EventKind

MATTER_PREPOSITIONS = {
    "charge": ("with", "over", "for", "under"),
    "convict": ("of", "for"),
    "acquit": ("of",),
    "clear": ("of",),
    "exonerate": ("of",),
    "accuse": ("of",),
    "find": ("of",),
    "plead": ("to",),
    "sue": ("for", "over", "of"),
    "appear": ("for", "over", "on"),
}
DEFAULT_PREPOSITIONS = ("for", "over", "of", "on")
NAMED_BY_COMPOUND = frozenset({NounClass.SUIT, NounClass.CASE, NounClass.PROSECUTION})
VERSUS = frozenset({"v", "v.", "vs", "vs."})


def find_frames(scan: Scan) -> Iterator[Frame]:
    """The frames of the text in its order, also those that are refused for their mood."""
    at = {m.words.start: m for m in scan.matters}
    taken: set[int] = set()
    frames = []
    for token in scan.doc:
        if (
            not scan.spoken(token.i)
            and token.pos_ in {"VERB", "AUX"}
            and token.dep_ not in {"amod", "compound"}
            and (found := _verb_frame(scan, token, at, taken))
        ):
            frames.append(found)
    for token in scan.doc:
        if (not scan.spoken(token.i) and token.i not in taken and (found := _noun_frame(scan, token, at))) or (
            token.lower_ in VERSUS and (found := _versus_frame(scan, token))
        ):
            frames.append(found)
    frames += find_attributes(scan, at)
    for frame in frames:
        _take_judges_out(scan, frame)
        frame.matters += violated(frame)
        if frame.trigger.i in at and not frame.matters:
            frame.matters = [at[frame.trigger.i]]  # "extradited", "the extradition": over nothing else
        if any(m.known for m in frame.matters):
            frame.matters = [m for m in frame.matters if m.known or m.charged]
    yield from sorted(frames, key=lambda f: f.trigger.i)


def _take_judges_out(scan: Scan, frame: Frame) -> None:
    """Judges and courts are no sides; where a pronoun leads to one, it has been led astray."""
    both = frame.things(Role.PLAINTIFF) & frame.things(Role.DEFENDANT)
    frame.roles[Role.PLAINTIFF] = [f for f in frame.roles[Role.PLAINTIFF] if id(f.thing) not in both]
    for role in (Role.PLAINTIFF, Role.DEFENDANT, Role.PARTY):
        frame.roles[role] = [f for f in frame.roles[role] if id(f.thing) not in scan.judges and not f.is_court]


def _versus_frame(scan: Scan, token: Token) -> Frame | None:
    """ "Reis v. Costa", beside words of courts: clubs play each other, too."""
    at = scan.reading.party_at
    left, right = at.get(token.i - 1), at.get(token.i + 1)
    sentence = scan.sentences[scan.sentence_of[token.i]]
    if (
        left is None
        or right is None
        or not any(t.lemma_.lower() in words_for("of a court") | {"case", "suit"} for t in sentence)
    ):
        return None
    words = scan.doc[token.i : token.i + 1]
    frame = Frame(token, words, "versus", EventKind.FILED, Needs.NOTHING, scan.sentence_of[token.i])
    frame.roles[Role.PLAINTIFF] = [Filler(left, words_of(scan, token.i - 1))]
    frame.roles[Role.DEFENDANT] = [Filler(right, words_of(scan, token.i + 1))]
    return frame


def _verb_frame(scan: Scan, verb: Token, at: dict[int, Matter], taken: set[int]) -> Frame | None:
    for entry in verbs().get(verb.lemma_.lower(), ()):
        anchors = _anchors(scan, verb, entry)
        if anchors is None or (entry.subject is Role.COURT and not may_judge(scan, verb, entry)):
            continue
        frame = _new_frame(scan, verb, entry.rule, entry)
        _fill(scan, frame, entry, anchors, at)
        change_needs(scan, frame, verb, entry)
        if entry.needs is Needs.RULING and (court := court_above(scan, verb)) is not None and is_court(scan, court):
            frame.roles[Role.COURT] += [Filler(scan.reading.party_at[court.i], words_of(scan, court.i))]
        if any(n and is_bare(scan, frame, n, entry) for _, n in anchors):
            continue
        if has_what_it_needs(scan, frame, frame.needs) and is_done_to_somebody(frame, verb, entry):
            if frame.refusal is None or not frame.definite:  # "urged the court to dismiss the suit": the suit is there
                taken.update(token.i for token, noun in anchors if noun is not None)
            change_event(frame, verb, entry)
            return frame
    return None


def _fill(
    scan: Scan,
    frame: Frame,
    entry: CaseVerb,
    anchors: list[tuple[Token, CaseNoun | None]],
    at: dict[int, Matter],
) -> None:
    verb = frame.trigger
    fill_from_verb(scan, frame, verb, entry)
    for head in (verb, *(c for c in verb.rights if c.lower_ == "guilty" and entry.verb == "plead")):
        add_matters(frame, head, at, MATTER_PREPOSITIONS.get(entry.verb, DEFAULT_PREPOSITIONS))
    for token, noun in anchors:
        _fill_from_anchor(scan, frame, token, noun, at)
    for token, noun in cases_decided(verb):
        fill_from_noun(scan, frame, token, noun, at)
    if entry.subject is Role.COURT and frame.things(Role.DEFENDANT):
        frame.roles[Role.PLAINTIFF] += favoured(scan, frame, verb)
    _take_sides(frame)


def _anchors(scan: Scan, verb: Token, entry: CaseVerb) -> list[tuple[Token, CaseNoun | None]] | None:
    """The words below the verb without which the entry does not hold; None where they are missing."""
    if entry.particle and not has_particle(verb, entry.particle):
        return None
    found: list[tuple[Token, CaseNoun | None]] = []
    if entry.complement:
        if (complement := complement_of(scan, verb, entry.complement)) is None:
            return None
        found.append((complement, nouns().get(complement.lemma_.lower())))
    case_nouns = case_objects(verb, entry)
    return None if entry.objects and not case_nouns else [*found, *case_nouns]


def _fill_from_anchor(scan: Scan, frame: Frame, token: Token, noun: CaseNoun | None, at: dict[int, Matter]) -> None:
    add_matters(frame, token, at, ("of", "to", "for", "over"))
    if noun is None:
        return
    fill_from_noun(scan, frame, token, noun, at)
    frame.roles[Role.DEFENDANT] += fugitives(scan, frame, token)
    if not frame.matters and noun.kind in NAMED_BY_COMPOUND:
        frame.matters += named_by_compound(token)


def _take_sides(frame: Frame) -> None:
    """ "lost the suit brought by Reis": who is not on the side that is named is on the other."""
    either = frame.things(Role.PARTY)
    for role, other in ((Role.PLAINTIFF, Role.DEFENDANT), (Role.DEFENDANT, Role.PLAINTIFF)):
        if either and frame.things(role) and not frame.things(other) and not either & frame.things(role):
            frame.roles[other], frame.roles[Role.PARTY] = frame.roles[other] + frame.roles[Role.PARTY], []
            return


def _new_frame(scan: Scan, trigger: Token, rule: str, entry: CaseVerb | CaseNoun) -> Frame:
    frame = Frame(
        trigger=trigger,
        words=scan.doc[trigger.i : trigger.i + 1],
        rule=rule,
        event=entry.event,
        needs=entry.needs,
        sentence=scan.sentence_of[trigger.i],
        novel=is_novel(trigger),
        penalty=entry.penalty,
        refusal=refusal_of(trigger),
    )
    if frame.refusal is not None and is_pending(trigger, entry.event):
        frame.refusal, frame.event, frame.penalty = None, None, None
    return frame


def _noun_frame(scan: Scan, token: Token, at: dict[int, Matter]) -> Frame | None:
    noun = noun_entry(token)
    if noun is None or token.dep_ == "compound" or token.i in scan.reading.party_at:
        return None
    frame = _new_frame(scan, token, noun.rule, noun)
    governing = token.head if token.head.pos_ in {"VERB", "AUX"} else None
    if governing is not None and token.dep_ == "dobj" and governing.lemma_ in words_for("fleeing"):
        return None
    fill_from_noun(scan, frame, token, noun, at)
    if (
        frame.refusal is None
        and governing is not None
        and token.dep_ in {"dobj", "nsubjpass", "pobj"}
        and not frame.definite
    ):
        why = refusal_of(governing)
        frame.refusal = None if why == "negated" else why
    frame.roles[Role.DEFENDANT] += (
        fugitives(scan, frame, token)
        or charged(scan, frame, token)
        or on_trial(scan, frame, token)
        or bailed(scan, frame, token)
    )
    if noun.noun == "suit" and not frame.roles[Role.DEFENDANT] and not has_what_it_needs(scan, frame, Needs.COURT):
        frame.needs = Needs.CASE  # "his suit" may be one that he wears
    if noun.noun == "appeal":
        appellants(scan, frame, token)
    if noun.needs is Needs.SENTENCED:
        frame.needs = Needs.NOTHING if frame.things(Role.DEFENDANT) else Needs.CASE
        frame.event = frame.event if frame.things(Role.DEFENDANT) else None
    if not has_what_it_needs(scan, frame, noun.needs) and not _echoes(frame, token):
        return None
    if frame.event is EventKind.ARRESTED and not (frame.definite or frame.things(Role.DEFENDANT)):
        return None  # "fearing arrest"
    if not frame.matters and noun.kind in NAMED_BY_COMPOUND:
        frame.matters += named_by_compound(token)
    return frame


def _echoes(frame: Frame, token: Token) -> bool:
    """ "The charges were dropped", "the trial": those of the prosecution that is spoken of already."""
    pointed = frame.definite or (token.lower_ == "charges" and token.dep_ in SUBJECTS)
    if any(c.lower_ == "against" for c in token.rights) and frame.things(Role.DEFENDANT):
        return True  # "the charge against Reis carries ten years"
    frame.echo = pointed and token.lemma_.lower() in words_for("echoing")
    if frame.echo:
        frame.needs = Needs.CASE
    return frame.echo
