"""Fills the roles of a frame from what the grammar hangs on its verb and on its nouns."""

from spacy.tokens import Token

from extraction.cases.conditions import REACH_OF_TERM, is_court, is_novel
from extraction.cases.frames import Filler, Frame, Matter
from extraction.cases.lexicons import CaseNoun, CaseVerb, Needs, NounClass, Role, nouns
from extraction.cases.parties import words_of
from extraction.cases.roles import doers, fillers, is_passive, named_behind, undergoers
from extraction.cases.scan import Scan
from extraction.cases.suits import (
    accusers,
    alleged,
    clients,
    filers,
    imposers,
    is_challenged,
    opponents,
    principals,
    told_within,
)
from extraction.cases.topics import add_matters
from extraction.cases.words import words_for
from extraction.grammar import agent_of, objects_of, subject_of
from schema import NodeType, PenaltyKind

NOUN_PREPOSITIONS = ("of", "for", "over", "on", "alleging", "about", "in")
DEFINITE = frozenset({"the", "this", "that", "those", "these"})
#: verbs of filing whose opponent stands behind "on"
LANDING = frozenset({"slap", "serve"})
BLOCKED = frozenset({NodeType.ORGANIZATION, NodeType.PLATFORM})
FILING_IN_COURT = frozenset({"move", "go", "ask", "challenge", "contest", "petition", "sue", "file", "lodge"})


def noun_entry(token: Token) -> CaseNoun | None:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    before = token.nbor(-1).lemma_.lower() + " " if token.i else ""
    if token.lemma_.lower() == "suit" and _is_clothing(token):
        return None
    if token.lemma_ == "trial" and before.strip() in words_for("other trials"):
        return None
    return nouns().get(before + token.lemma_.lower()) or nouns().get(token.lemma_.lower())


def _is_clothing(token: Token) -> bool:
    """ "in a cream trouser suit"; nor does "followed suit" speak of a court."""
    return token.head.lemma_ in words_for("wearing") or any(
        c.lemma_.lower() in words_for("clothes") for c in token.lefts
    )


def fill_from_verb(scan: Scan, frame: Frame, verb: Token, entry: CaseVerb) -> None:
    """Doer, undergoer, opponent and client of the verb."""
    if entry.subject is not Role.NONE:
        frame.roles[entry.subject] += [f for f in doers(scan, verb) if f.is_court or entry.subject is not Role.COURT]
    if entry.subject is Role.COURT and not frame.roles[Role.COURT]:
        frame.roles[Role.COURT] += _court_of_decision(scan, verb)
    if entry.object is not Role.NONE and not entry.objects:
        frame.roles[entry.object] += undergoers(scan, verb)
    frame.roles[Role.DEFENDANT] += named_behind(scan, verb, "against", *(["on"] if entry.verb in LANDING else []))
    _block(scan, frame, verb)
    if entry.needs is Needs.RULING:
        frame.roles[Role.PLAINTIFF] += _wronged(scan, verb)
    if entry.complement == "divorce":
        frame.roles[Role.DEFENDANT] += named_behind(scan, verb, "from")
    if entry.needs is Needs.MONEY:
        near = [t for t in verb.subtree if 0 <= t.i - verb.i < REACH_OF_TERM]
        frame.roles[Role.DEFENDANT] += [f for t in near for f in named_behind(scan, t, "from")]
    if entry.subject is Role.PLAINTIFF and (named := [f for f in clients(scan, verb) if f.thing is not None]):
        frame.roles[Role.PLAINTIFF] = named
    elif entry.subject in {Role.PLAINTIFF, Role.PARTY} and not frame.things(entry.subject):
        frame.roles[entry.subject] += principals(scan, verb)
    if entry.verb in FILING_IN_COURT and not frame.things(Role.DEFENDANT):
        authorities = imposers(scan, verb)
        frame.roles[Role.DEFENDANT] += authorities
        frame.challenges_act = bool(authorities)
    _move_courts(frame)


def _block(scan: Scan, frame: Frame, verb: Token) -> None:
    """ "ordered internet providers to block the Daily Reis": the site is whom it hits."""
    if verb.lemma_ != "order":
        return
    blocked = [o for c in verb.rights if c.lemma_ in words_for("blocking") for o in objects_of(c)]
    found = [f for o in blocked for f in fillers(scan, o) if f.thing is not None and f.thing.type in BLOCKED]
    if found:
        frame.roles[Role.DEFENDANT], frame.penalty = found, PenaltyKind.BAN


def favoured(scan: Scan, frame: Frame, verb: Token) -> list[Filler]:
    """ "ruled in favour of Reis in her suit against Costa": Reis."""
    within = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for p in c.children)
    favours = [p for p in within if p.lower_ in {"favor", "favour"}]
    found = [f for p in favours for f in named_behind(scan, p, "of")]
    found += [f for p in favours for c in p.children if c.dep_ == "poss" for f in fillers(scan, c)]
    return [f for f in found if id(f.thing) not in frame.things(Role.DEFENDANT)]


def _wronged(scan: Scan, verb: Token) -> list[Filler]:
    """ "had violated the rights of Reis", "had violated Reis's right to a fair trial": Reis."""
    rights = [o for o in objects_of(verb) if o.lemma_.lower() in {"right", "freedom"}]
    owners = [f for o in rights for c in o.children if c.dep_ == "poss" for f in fillers(scan, c)]
    found = owners + [f for o in rights for f in named_behind(scan, o, "of")]
    return [f for f in found if f.thing is not None and f.thing.type is not NodeType.PLACE]


def _court_of_decision(scan: Scan, verb: Token) -> list[Filler]:
    """ "banned by a decision of the Supreme Court", "the High Court ruling ordered": the court."""
    decision = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if decision is None or decision.lemma_ not in words_for("ruling"):
        return []
    courts = (t for t in decision.subtree if is_court(scan, t))
    return [Filler(scan.reading.party_at[t.i], words_of(scan, t.i)) for t in list(courts)[:1]]


def _move_courts(frame: Frame) -> None:
    """A court that does something in a proceeding hears it; it is no side in it."""
    for role in (Role.PLAINTIFF, Role.PARTY):
        courts = [f for f in frame.roles[role] if f.is_court]
        frame.roles[role] = [f for f in frame.roles[role] if not f.is_court]
        frame.roles[Role.COURT] += courts


def fill_from_noun(scan: Scan, frame: Frame, token: Token, noun: CaseNoun, at: dict[int, Matter]) -> None:
    """Owner, opponent and matter of the noun, also from the clauses that describe it."""
    if noun.of is not Role.NONE:
        frame.roles[noun.of] += [
            f for t in (token, *_destination(token)) for f in named_behind(scan, t, "of") if f.thing
        ]
    if noun.owner is not Role.NONE:
        frame.roles[noun.owner] += _owners(scan, token, noun)
    frame.roles[Role.DEFENDANT] += opponents(scan, token)
    if noun.needs is Needs.SENTENCED and token.head.lemma_ in words_for("imposing") | {"give"}:
        frame.roles[Role.DEFENDANT] += [f for t in (token, token.head) for f in named_behind(scan, t, "to", "on")]
    if noun.noun == "divorce":
        _part_spouses(scan, frame, token)
    if noun.owner is Role.PLAINTIFF and not frame.roles[Role.PLAINTIFF]:
        frame.roles[Role.PLAINTIFF] += filers(scan, token)
        plaintiffs, defendants = ([], []) if frame.roles[Role.PLAINTIFF] else accusers(scan, token)
        frame.roles[Role.PLAINTIFF] += plaintiffs
        frame.roles[Role.DEFENDANT] += defendants
    if noun.kind is NounClass.SUIT and frame.things(Role.PLAINTIFF) and not frame.roles[Role.DEFENDANT]:
        taken = frame.things(Role.PLAINTIFF)
        frame.roles[Role.DEFENDANT] += [f for f in alleged(scan, token) if id(f.thing) not in taken]
    frame.definite |= any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.children)
    frame.novel |= is_novel(token)
    frame.kinds.add(noun.kind)
    for child in token.children:
        if child.dep_ in {"acl", "relcl"}:
            _fill_from_clause(scan, frame, child, noun, at)
        elif child.dep_ in {"compound", "amod", "nmod"}:
            frame.matters += [at[t.i] for t in child.subtree if t.i in at and t.i < token.i]
    add_matters(frame, token, at, NOUN_PREPOSITIONS)
    _move_courts(frame)
    frame.roles[Role.PLAINTIFF] = [f for f in frame.roles[Role.PLAINTIFF] if not _is_police(f)]


def _part_spouses(scan: Scan, frame: Frame, token: Token) -> None:
    """ "Reis's divorce from Costa", "the divorce of Reis and Costa": Costa is the other side."""
    frame.roles[Role.DEFENDANT] += named_behind(scan, token, "from")
    spouses = frame.roles[Role.PLAINTIFF]
    if not frame.roles[Role.DEFENDANT] and len(frame.things(Role.PLAINTIFF)) == 2:
        frame.roles[Role.PLAINTIFF], frame.roles[Role.DEFENDANT] = spouses[:1], spouses[1:]


def _destination(token: Token) -> list[Token]:
    """ "the extradition to Spain of Reis": the parser hangs "of" on Spain."""
    to = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "to")
    return [p for c in to for p in c.children if p.dep_ == "pobj"]


def _owners(scan: Scan, token: Token, noun: CaseNoun) -> list[Filler]:
    owners = [f for c in token.children if c.dep_ == "poss" for f in fillers(scan, c)]
    if noun.owner is Role.PLAINTIFF and noun.noun != "divorce":
        prepositions = ("by", "from") if noun.kind is NounClass.SUIT else ("by",)
        owners += _namesakes(scan, token) + (
            named_behind(scan, token, *prepositions) or _right_behind(scan, token, prepositions)
        )
    return owners


def _right_behind(scan: Scan, token: Token, prepositions: tuple[str, ...]) -> list[Filler]:
    """ "is facing a lawsuit from Reis", where the parser hangs the preposition on the verb."""
    after = scan.doc[token.i + 1] if token.i + 1 < len(scan.doc) else None
    if after is None or after.lower_ not in prepositions or after.head.i > token.i:
        return []
    return [f for p in after.children if p.dep_ == "pobj" for f in fillers(scan, p)]


def _fill_from_clause(scan: Scan, frame: Frame, clause: Token, noun: CaseNoun, at: dict[int, Matter]) -> None:
    """ "the suit filed by Reis", "that accuses Costa of theft", "the fine imposed by the regulator"."""
    frame.roles[Role.DEFENDANT] += named_behind(scan, clause, "against")
    plaintiffs, defendants = told_within(scan, clause)
    frame.roles[Role.PLAINTIFF] += plaintiffs
    frame.roles[Role.DEFENDANT] += defendants
    if clause.lemma_ in {"accuse", "target", "name"} and not is_passive(clause):
        frame.roles[Role.DEFENDANT] += undergoers(scan, clause)
    elif clause.lemma_ in words_for("imposing") and noun.noun in {"fine", "penalty"}:
        frame.roles[Role.DEFENDANT] += [f for f in doers(scan, clause) if not f.is_court]
    elif clause.lemma_ == "lead" and noun.owner is Role.PLAINTIFF:
        frame.roles[noun.owner] += named_behind(scan, clause, "by")
    elif clause.lemma_ in words_for("filing") and frame.trigger != clause:
        frame.roles[Role.PLAINTIFF] += doers(scan, clause)
    add_matters(frame, clause, at, ("over", "for", "of"))


def _namesakes(scan: Scan, token: Token) -> list[Filler]:
    """ "a Reis lawsuit": Reis."""
    before = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i in scan.reading.party_at]
    people = (c for c in before if scan.reading.party_at[c.i].type is NodeType.PERSON)
    return [Filler(scan.reading.party_at[c.i], words_of(scan, c.i)) for c in people]


def _is_police(filler: Filler) -> bool:
    return filler.thing is not None and "police" in filler.thing.name.lower().split()


def turn_regulator(scan: Scan, frame: Frame, doers_: list[Filler]) -> None:
    """A fine by an authority is a case only where it is taken to court: then the authority defends it."""
    authority = [f for f in doers_ if f.thing is not None and f.thing.type is NodeType.ORGANIZATION]
    if authority:
        frame.roles[Role.PLAINTIFF], frame.roles[Role.DEFENDANT] = frame.roles[Role.DEFENDANT], authority
        frame.challenges_act = True
        frame.needs = Needs.NOTHING if is_challenged(scan, frame) else Needs.CASE
